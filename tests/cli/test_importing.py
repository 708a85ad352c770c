"""`nnplayground import`: what is written, what is said, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from playground import catalog
from playground.engine.data import DataStore
from playground.engine.session import open_session
from playground.spec.files import read
from tests.interchange.models import Strange, save_pt2

catalog.load()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model whose input is that of the digits."""
    module = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 10)).eval()
    return save_pt2(module, torch.randn(2, 1, 8, 8), tmp_path / "small.pt2")


def test_it_writes_experiment_and_weights_that_can_train(command: Any, model: Path) -> None:
    answer = command("import", str(model))
    assert "4 layers, 1,490 parameters" in answer.out
    experiment = read(model.with_suffix(".json"))
    assert experiment.data.name == "Digits"
    assert experiment.weights == str(model.with_suffix(".safetensors"))
    raw = json.loads(model.with_suffix(".json").read_text())
    assert raw["weights"] == "small.safetensors"
    assert open_session(experiment, DataStore()).runs


def test_it_writes_over_nothing_unless_it_is_told_to(command: Any, model: Path) -> None:
    command("import", str(model))
    assert "--force writes over it" in command("import", str(model)).complaint
    told = json.loads(command("import", str(model), "--force", "--json").out)
    assert told["layers"] == 4
    assert told["unknown"] == []


def test_what_is_not_known_is_named(command: Any, tmp_path: Path) -> None:
    path = save_pt2(Strange().eval(), torch.randn(2, 4), tmp_path / "odd.pt2")
    assert "cumsum (aten::cumsum)" in command("import", str(path), "-o", str(tmp_path / "odd.json")).out


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.onnx", None, "there is no file"),
        ("bad.onnx", b"\x08\x01", "no ONNX model"),
        ("bad.pt2", b"PK\x03\x04", "damaged"),
        ("notes.txt", b"hello", ".onnx or .pt2"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    command: Any, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert reason in command("import", str(tmp_path / name)).complaint
    assert not list(tmp_path.glob("*.json"))
