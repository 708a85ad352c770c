"""`nnplayground compare`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import files
from playground.spec.variants import with_paths

catalog.load()


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    first = starter()
    hidden = first.networks["model"].nodes[1].id
    second = with_paths(
        first,
        {
            f"networks.model.nodes.{hidden}.layer.out_features": 9,
            f"networks.model.nodes.{hidden}.surgery": {"ablated": [1]},
            "optimizer.lr": 0.5,
        },
    )
    for name, experiment in (("a.json", first), ("b.json", second)):
        files.save(tmp_path / name, experiment)
    return [tmp_path / "a.json", tmp_path / "b.json"]


def test_tells_values_of_layers_and_of_training(command: Any, pair: list[Path]) -> None:
    told = command("compare", *pair).out
    assert "out_features 4 → 9" in told
    assert "surgery {} → {'ablated': [1]}" in told
    assert "~ optimizer.lr: 0.1 → 0.5" in told
    assert command("compare", pair[0], pair[0]).out.strip() == "The two experiments are the same."


def test_lessons_can_be_compared_and_the_answer_be_read_by_programs(command: Any, pair: list[Path]) -> None:
    found = json.loads(command("compare", pair[0], "overfit-vs-dropout", "--json").out)
    assert set(found) == {"networks", "settings"}
    assert "dropout1" in found["networks"]["model"]["added"]
    assert found["settings"]["epochs"][1] == 300
    other = json.loads(command("compare", *pair, "--json").out)
    assert {"field": "surgery", "before": {}, "after": {"ablated": [1]}} in next(
        iter(other["networks"]["model"]["changed"].values())
    )


def test_a_missing_file_is_a_mistake(command: Any, pair: list[Path]) -> None:
    assert "gone" in command("compare", pair[0], "gone.json").complaint
    assert "no variant" in command("compare", *pair, "--variant", "x").complaint
