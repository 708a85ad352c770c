"""Exporting from the command line."""

from __future__ import annotations

import ast
import csv
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file


def test_weights_of_both_kinds_are_the_same(command: Any, file: Path, tmp_path: Path) -> None:
    paths = {kind: tmp_path / f"weights.{kind}" for kind in ("safetensors", "pt")}
    for kind, path in paths.items():
        answer = command("export", file, "--to", kind, "-o", path, "--variant", "Fast!")
        assert answer.code == 0, answer.err
        assert str(path) in answer.err
    plain, state = load_file(paths["safetensors"]), torch.load(paths["pt"], weights_only=True)
    assert sorted(plain) == sorted(state)
    assert len(plain) == 6
    assert all(torch.equal(plain[name], state[name]) for name in plain)


def test_epochs_0_leaves_the_network_untrained(command: Any, file: Path, tmp_path: Path) -> None:
    found = []
    for epochs in (0, 0, 1):
        path = tmp_path / "weights.safetensors"
        assert command("export", file, "--to", "safetensors", "-o", path, "--epochs", epochs).code == 0
        found.append(load_file(path))
    first, again, trained = found
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert any(not torch.equal(first[name], trained[name]) for name in first)


def test_the_history_has_every_epoch_of_every_variant(command: Any, file: Path, tmp_path: Path) -> None:
    assert command("export", file, "--to", "history", "-o", tmp_path / "h.csv", "--epochs", 3).code == 0
    rows = list(csv.DictReader((tmp_path / "h.csv").read_text().splitlines()))
    assert [(row["variant"], float(row["epoch"])) for row in rows] == [
        (v, e) for v in ("slow", "Fast!") for e in range(4)
    ]
    assert command("export", file, "--to", "history", "-o", tmp_path / "h.csv", "--epochs", 0).code == 0
    assert [row["epoch"] for row in csv.DictReader((tmp_path / "h.csv").read_text().splitlines())] == ["0", "0"]


def test_a_script_is_python_and_needs_no_training(command: Any, file: Path, tmp_path: Path) -> None:
    answer = command("export", file, "--to", "script", "-o", tmp_path / "s.py")
    assert answer.code == 0, answer.err
    assert "epoch" not in answer.err
    source = (tmp_path / "s.py").read_text()
    ast.parse(source)
    assert "torch" in source
    assert "playground" not in {
        node.name for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Import) for node in n.names
    }


@pytest.mark.parametrize(("out", "said"), [("gone/w.pt", "there is no folder"), (".", "is a folder")])
def test_where_nothing_can_be_written(
    command: Any, file: Path, tmp_path: Path, out: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in command("export", file, "--to", "pt", "-o", out).complaint


def test_an_unknown_variant(command: Any, file: Path, tmp_path: Path) -> None:
    assert (
        "there is no variant 'x'"
        in command("export", file, "--to", "pt", "-o", tmp_path / "w", "--variant", "x").complaint
    )
