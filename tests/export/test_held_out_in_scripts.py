"""Scripts scale as the engine does, hold out the same samples, and end with the same numbers over them."""

from __future__ import annotations

import csv
import runpy
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.headless import run_to_end
from playground.export.source import export_script, script
from playground.spec.entry import make
from playground.spec.forms import to_json
from playground.spec.parse import from_json
from tests.engine.building import JSON, dense, graph, node, raw
from tests.engine.test_objectives import autoencoder, game, school
from tests.engine.test_variational import vae

INPUT, FLAT, END = node("input", "Input"), node("flat", "Flatten"), node("end", "Output")
REGRESSION: JSON = {"objective": {"entry": "Regression"}, "loss": {"entry": "MSELoss"}, "metrics": [{"entry": "R2"}]}
CROSS: JSON = {"loss": {"entry": "CrossEntropyLoss"}}
STOPPING: JSON = {"regularizers": [{"entry": "EarlyStopping", "patience": 1, "restore_best": True}], "epochs": 8}


def of(data: JSON, test: float = 0.2) -> JSON:
    """Data of which some are held out."""
    return {"data": {**data, "test_share": test}}


def natural(entry: str, **fields: object) -> JSON:
    """The network and objective that some data bring, of which some are held out."""
    data = make("data", {"entry": entry, "test_share": 0.2, **fields})
    return to_json(replace(with_data(starter(), cast(Data, data)), epochs=2, device="cpu"))


CASES: dict[str, JSON] = {
    "points": raw(dense(4), **of({"entry": "Circle", "n": 60, "scaling": "min-max"}, 0.3)),
    "table": raw(dense(5), **CROSS, **STOPPING, **of({"entry": "Wine", "scaling": "min-max"})),
    "inputs": raw(
        dense(5, activation="ReLU"),
        **CROSS,
        **of({"entry": "Iris"}),
        metrics=[{"entry": "Accuracy"}, {"entry": "DeadUnits"}, {"entry": "MaxWeight"}],
    ),
    "series": raw(graph([INPUT, FLAT, END]), **REGRESSION, **of({"entry": "Sunspots", "scaling": "min-max"})),
    "autoencoder": autoencoder(**of({"entry": "Digits", "train_share": 0.1})),
    "variational": vae(**of({"entry": "Digits", "train_share": 0.1}, 0.6)),
    "school": school(**of({"entry": "Circle", "n": 40})),
    "heads": raw(dense(6), objective={"entry": "SeveralHeads"}, **CROSS, **of({"entry": "WineAndAlcohol"})),
    "graph": natural("KarateClub"),
    "trees": natural("Expressions", n=40),
    "translation": natural("Dates", n=40),
}


@pytest.mark.parametrize("case", CASES)
def test_the_script_ends_with_the_same_numbers(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run_to_end(from_json(CASES[case]))
    export_script(found.runs["model"], tmp_path / "train.py")
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == list(csv.reader(found.record.history().decode().splitlines()))
    wanted = {name: value for name, value in found.results["model"].items() if name.startswith("test_")}
    assert len(wanted) >= 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "  ".join(f"{name} {value:.6g}" for name, value in wanted.items())


@pytest.mark.parametrize("made", [raw(), game(**of({"entry": "Circle", "n": 40}))])
def test_a_script_with_nothing_to_test_says_nothing_of_it(made: JSON) -> None:
    text = script(run_to_end(from_json(made)).runs["model"])
    assert "test_" not in text
    assert "then those to validate with." in text
