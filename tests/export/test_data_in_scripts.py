"""Scripts carry the generators of sequences, series, shapes and texts, and train on the same numbers."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path

import pytest
import torch

from playground.export.source import export_script
from tests.engine.building import JSON, graph, node, outcome

INPUT, FLAT, END = node("input", "Input"), node("flat", "Flatten"), node("end", "Output")
REGRESSION: JSON = {
    "objective": {"entry": "Regression"},
    "loss": {"entry": "MSELoss"},
    "metrics": [{"entry": "R2"}],
}
CROSS: JSON = {"loss": {"entry": "CrossEntropyLoss"}}
WORDS = node("words", "Embedding", num_embeddings=60, embedding_dim=3)

CASES: dict[str, tuple[JSON, JSON]] = {
    "series": (graph([INPUT, FLAT, END]), {**REGRESSION, "data": {"entry": "Sunspots", "scaling": "standardise"}}),
    "text": (graph([INPUT, WORDS, FLAT, END]), {**CROSS, "data": {"entry": "NextCharacter", "n": 60}}),
    "sentences": (
        graph([INPUT, WORDS, FLAT, END]),
        {"data": {"entry": "Sentences", "n": 40, "scaling": "standardise"}},
    ),
    "shapes": (graph([INPUT, FLAT, END]), {**CROSS, "data": {"entry": "Shapes", "n": 30}}),
    "pairs": (graph([INPUT, FLAT, END]), {**CROSS, "data": {"entry": "KeyValue", "n": 30}}),
    "modes": (graph([INPUT, END]), {**CROSS, "data": {"entry": "GridOfGaussians", "n": 100}}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_script_gives_the_same_numbers(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network, changes = CASES[case]
    found = outcome(network, **changes)
    export_script(found.runs["model"], tmp_path / "train.py")
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(devices=[]):
        runpy.run_path("train.py", run_name="__main__")
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        assert list(csv.reader(file)) == list(csv.reader(found.record.history().decode().splitlines()))
