"""Scripts train several heads, boxes and the classes of pixels on the same numbers."""

from __future__ import annotations

import csv
import runpy
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.headless import run_to_end
from playground.export.source import export_script
from playground.spec.entry import make

SMALL = {"ShapeMasks": {"n": 30, "side": 12}, "ShapeBoxes": {"n": 40}, "WineAndAlcohol": {}}


@pytest.mark.parametrize("name", SMALL)
def test_the_script_gives_the_same_numbers(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make("data", {"entry": name, **SMALL[name]})
    assert isinstance(data, Data)
    found = run_to_end(replace(with_data(starter(), data), epochs=2, device="cpu"))
    export_script(found.runs["model"], tmp_path / "train.py")
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == list(csv.reader(found.record.history().decode().splitlines()))
