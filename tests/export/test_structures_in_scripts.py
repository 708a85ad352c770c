"""Scripts that train on trees and translations give the same numbers, written sequences included."""

from __future__ import annotations

import csv
import runpy
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch

from playground import catalog
from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.headless import run_to_end
from playground.export.source import export_script
from playground.spec.entry import make

catalog.load()


@pytest.mark.parametrize("name", ["Expressions", "Dates", "ReversedStrings"])
def test_the_script_gives_the_same_numbers(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = with_data(starter(), cast(Data, make("data", {"entry": name, "n": 40})))
    found = run_to_end(replace(begun, epochs=2, device="cpu"))
    assert found.failed is None
    export_script(found.runs["model"], tmp_path / "train.py")
    assert "playground" not in (tmp_path / "train.py").read_text(encoding="utf-8").replace("nnplayground", "")
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == list(csv.reader(found.record.history().decode().splitlines()))
