"""Whatever is chosen in the panels, the script gives the engine's curve and weights bit for bit, and training moves."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.engine.headless import Outcome
from playground.export.source import export_script
from playground.spec.entry import entries
from tests.engine.building import JSON, dense, graph, node, outcome, session
from tests.export.test_script import history_of, told

Check = Callable[[Outcome], str]
SLOW = graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=0.5), node("end", "Output")])


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Check]:
    """Run the script of an outcome, compare everything, and return its text."""

    def run(found: Outcome) -> str:
        path = tmp_path / "train.py"
        export_script(found.runs["model"], path)
        runpy.run_path(str(path), run_name="__main__")
        assert history_of(tmp_path) == told(found)
        theirs = torch.load(tmp_path / "weights.pt", weights_only=True)
        ours = found.runs["model"].networks["model"].state_dict()
        assert list(theirs) == list(ours)
        assert all(torch.equal(theirs[name], ours[name]) for name in ours)
        return path.read_text(encoding="utf-8")

    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):  # a script seeds the global generator
        yield run


def moved(network: JSON, **changes: Any) -> bool:
    """Whether one step changes a parameter."""
    run = session(network, **changes).runs[0]
    before = [parameter.detach().clone() for parameter in run.parameters]
    run.chunk(1)
    return any(not torch.equal(old, new) for old, new in zip(before, run.parameters, strict=True))


@pytest.mark.parametrize("name", entries("optimizer"))
def test_optimizers(name: str, check: Check) -> None:
    chosen: JSON = {"optimizer": {"entry": name, "lr": 0.05}, "regularizers": [{"entry": "L2"}]}
    assert moved(dense(4), **chosen)
    found = outcome(dense(4), **chosen)
    check(found)
    assert found.results["model"]["validation_loss"] < 10


@pytest.mark.parametrize("name", entries("schedule"))
def test_schedules(name: str, check: Check) -> None:
    values: JSON = {"patience": 0, "threshold": 0.5} if name == "ReduceLROnPlateau" else {}
    found = outcome(SLOW, schedule={"entry": name, **values}, epochs=7)
    check(found)
    assert (len(set(found.record.get("model", "lr").y)) > 1) == (name not in ("Constant", "StepLR", "MultiStepLR"))
