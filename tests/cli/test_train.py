"""Training from the command line."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from typing import Any

import pytest

from playground.cli.train import finite, slugs
from playground.spec.files import read


def trained(command: Any, *arguments: object) -> dict[str, Any]:
    answer = command("train", *arguments, "--json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out.splitlines()[-1])
    return found


def test_json_has_the_final_numbers_of_each_variant(command: Any, file: Path) -> None:
    found = trained(command, file)
    assert set(found) == {"variants", "checks"}
    assert list(found["variants"]) == ["slow", "Fast!"]
    for numbers in found["variants"].values():
        assert numbers["epochs"] == 4
        assert numbers["steps"] == 100
        assert numbers["seconds"] > 0
        assert 0 < numbers["train_loss"] < 1
        assert 0 < numbers["validation_loss"] < 1
        assert 0 <= numbers["accuracy"] <= 1


def test_numbers_over_the_test_set_come_at_the_end(command: Any, file: Path) -> None:
    held = ("--set", "data.test_share=0.2")
    for numbers in trained(command, file, *held)["variants"].values():
        assert 0 < numbers["test_loss"] < 1
        assert 0 <= numbers["test_accuracy"] <= 1
    told = command("train", file, *held).out
    assert "test loss" in told
    assert "test accuracy" in told
    assert "test" not in command("train", file).out


def test_shares_that_do_not_fit_are_one_sentence(command: Any, file: Path) -> None:
    answer = command("train", file, "--set", "data.test_share=0.8")
    assert answer.code != 0
    assert "make 130% of the samples together. Leave at least 5% to validate with." in answer.err
    assert "Traceback" not in answer.err


def test_checks_are_told(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    check = {"entry": "Measured", "text": "It learns.", "variant": "Fast!", "series": "train_loss", "value": 0.69}
    raw["lesson"]["checks"] = [check, check | {"text": "It is perfect.", "value": 1e-9}]
    file.write_text(json.dumps(raw))
    assert trained(command, file)["checks"] == [
        {"text": "It learns.", "passed": True},
        {"text": "It is perfect.", "passed": False},
    ]
    told = command("train", file).out
    assert "✓ It learns." in told
    assert "✗ It is perfect." in told


def test_the_same_seed_gives_the_same_curve(command: Any, file: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, seed in zip(folders, (3, 3, 4), strict=True):
        trained(command, file, "--seed", seed, "--epochs", 2, "--out", folder)
    first, again, other = ((folder / "history.csv").read_bytes() for folder in folders)
    assert first == again
    assert first != other


def test_the_folder_has_everything(command: Any, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "results"
    answer = command("train", file, "--epochs", 2, "--set", "title=Changed", "--out", out)
    assert answer.code == 0, answer.err
    assert {path.name for path in out.iterdir()} == {
        "checkpoint.pt",
        "experiment.json",
        "history.csv",
        "slow.safetensors",
        "fast.safetensors",
    }
    written = read(out / "experiment.json")
    assert (written.title, written.epochs) == ("Changed", 2)
    rows = list(csv.DictReader((out / "history.csv").read_text().splitlines()))
    assert [(row["variant"], row["epoch"]) for row in rows] == [
        (v, str(e)) for v in ("slow", "Fast!") for e in range(3)
    ]
    assert all(float(row["train_loss"]) > 0 for row in rows)


def test_a_network_that_cannot_train_names_the_layer(command: Any, file: Path) -> None:
    complaint = command("train", file, "--set", "networks.model.nodes.hidden1.layer.out_features=1000000000").complaint
    assert "hidden1" in complaint
    assert "memory" in complaint


def test_a_loss_for_another_task(command: Any, file: Path) -> None:
    complaint = command("train", file, "--set", 'data={"entry": "RegPlane"}').complaint
    assert complaint.startswith("nnplayground: cannot train: slow: ")
    assert "regression" in complaint


def test_training_that_diverges(command: Any, file: Path) -> None:
    raw = json.loads(file.read_bytes())
    raw["variants"] = []
    raw["loss"] = {"entry": "MSELoss"}
    raw["optimizer"] = {"entry": "SGD", "lr": 1000}
    for node in raw["networks"]["model"]["nodes"]:
        node.pop("activation", None)
    file.write_text(json.dumps(raw))
    answer = command("train", file)
    assert answer.code == 2
    assert "diverged" in answer.err.splitlines()[-1]
    assert "Traceback" not in answer.err


def test_a_folder_that_cannot_be_written(command: Any, file: Path) -> None:
    assert "cannot write to the folder" in command("train", file, "--out", file / "below").complaint


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_a_device_that_is_not_there(command: Any, file: Path, device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert device in command("train", file, "--device", device).complaint.lower()


def test_no_two_variants_share_a_file() -> None:
    found = slugs(["ReLU", "relu", "a/b", "a b", "中文", "../..", "x" * 300])
    assert len(set(found.values())) == len(found)
    assert found["ReLU"] == "relu"
    assert found["中文"] == "中文"
    assert all("/" not in stem and not stem.startswith(".") and len(stem) < 100 for stem in found.values())


def test_numbers_that_json_lacks_become_null() -> None:
    assert finite({"a": [math.nan, 1.5], "b": {"c": -math.inf}, "d": (2, "x")}) == {
        "a": [None, 1.5],
        "b": {"c": None},
        "d": [2, "x"],
    }
