"""Training on the command line that is taken up again."""

from __future__ import annotations

import csv
import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from playground.cli.progress import Progress
from playground.cli.running import CHECKPOINT
from playground.engine.events import Scalars

Interrupt = Callable[..., None]


@pytest.fixture
def interrupt(monkeypatch: pytest.MonkeyPatch) -> Interrupt:
    """Press Ctrl-C so many times as soon as training has come to an epoch."""

    def at(epoch: float, times: int = 1) -> None:
        usual = Progress.update
        pressed = []

        def update(self: Progress, event: Scalars) -> None:
            usual(self, event)
            if event.epoch >= epoch and not pressed:
                monkeypatch.setattr(Progress, "update", usual)
                pressed.append(event.epoch)
                for _ in range(times):
                    signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(Progress, "update", update)

    return at


def noisy(file: Path, **changes: Any) -> Path:
    """The experiment of a file with noise on its inputs, so that every random number counts."""
    noise = {"regularizers": [{"entry": "InputNoise", "std": 0.1}]}
    file.write_text(json.dumps(json.loads(file.read_bytes()) | noise | changes))
    return file


def results(folder: Path) -> dict[str, Any]:
    """The curves, and the weights of each variant as they lie in memory."""
    weights = {
        path.name: {name: value.numpy().tobytes() for name, value in load_file(path).items()}
        for path in folder.glob("*.safetensors")
    }
    assert len(weights) == 2
    return {**weights, "history": (folder / "history.csv").read_bytes()}


def rates(folder: Path) -> list[float]:
    """The learning rates of the first variant."""
    rows = list(csv.DictReader((folder / "history.csv").read_text().splitlines()))
    return [float(row["lr"]) for row in rows if row["variant"] == rows[0]["variant"]]


@pytest.mark.parametrize("optimizer", [{"entry": "SGD", "lr": 0.1, "momentum": 0.9}, {"entry": "Adam", "lr": 0.01}])
def test_what_was_interrupted_goes_on_bit_for_bit(
    command: Any, file: Path, tmp_path: Path, interrupt: Interrupt, optimizer: dict[str, Any]
) -> None:
    noisy(file, optimizer=optimizer)
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    assert command("train", file, "--out", whole).code == 0
    interrupt(0.5)
    stopped = command("train", file, "--out", parted)
    assert stopped.code == 130
    assert stopped.err.splitlines()[-1].startswith("nnplayground: interrupted; saved at epoch ")
    assert stopped.err.endswith(f" in {parted / CHECKPOINT}, from where the same command with --resume goes on\n")
    assert [path.name for path in parted.iterdir()] == [CHECKPOINT]
    answer = command("train", file, "--out", parted, "--resume")
    assert answer.code == 0, answer.err
    assert results(parted) == results(whole)


@pytest.mark.parametrize("schedule", [{"entry": "Constant"}, {"entry": "StepLR", "step_size": 3}])
def test_more_epochs_after_the_end(command: Any, file: Path, tmp_path: Path, schedule: dict[str, Any]) -> None:
    noisy(file, schedule=schedule)
    whole, longer = tmp_path / "whole", tmp_path / "longer"
    assert command("train", file, "--out", whole, "--epochs", 7).code == 0
    assert command("train", file, "--out", longer).code == 0
    assert command("train", file, "--out", longer, "--resume", "--epochs", 7).code == 0
    assert results(longer) == results(whole)


@pytest.mark.parametrize("schedule", ["CosineAnnealingLR", "OneCycleLR"])
def test_a_planned_schedule_ends_with_the_longer_training(
    command: Any, file: Path, tmp_path: Path, schedule: str
) -> None:
    noisy(file, schedule={"entry": schedule})
    whole, longer = tmp_path / "whole", tmp_path / "longer"
    assert command("train", file, "--out", whole, "--epochs", 8).code == 0
    assert command("train", file, "--out", longer).code == 0
    assert command("train", file, "--out", longer, "--resume", "--epochs", 8).code == 0
    assert rates(longer)[:5] != pytest.approx(rates(whole)[:5])
    assert rates(longer)[5:] == pytest.approx(rates(whole)[5:])


def test_a_second_interrupt_does_not_wait(command: Any, file: Path, tmp_path: Path, interrupt: Interrupt) -> None:
    interrupt(0.5, times=2)
    stopped = command("train", file, "--out", tmp_path / "out")
    assert stopped.code == 130
    assert "interrupted" not in stopped.err
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert command("train", file, "--out", tmp_path / "out", "--resume").code == 0


def test_without_a_folder_nothing_is_written(
    command: Any, file: Path, tmp_path: Path, interrupt: Interrupt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    interrupt(0.5)
    assert command("train", file).code == 130
    assert command("train", file).code == 0
    assert list(tmp_path.iterdir()) == [file]


def test_there_must_be_a_checkpoint(command: Any, file: Path, tmp_path: Path) -> None:
    assert "--resume needs --out" in command("train", file, "--resume").complaint
    missing = command("train", file, "--out", tmp_path / "none", "--resume").complaint
    assert (
        missing == f"nnplayground: there is no {CHECKPOINT} in {tmp_path / 'none'}, so there is nothing to go on from"
    )
    assert not (tmp_path / "none").exists()


def test_a_checkpoint_that_is_damaged_or_another(command: Any, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert command("train", file, "--epochs", 1, "--out", out).code == 0
    again = ("train", file, "--out", out, "--resume")
    other = command(*again, "--set", "optimizer.weight_decay=0.1", "--set", "batch_size=3").complaint
    assert other.endswith("is of another experiment; what differs: optimizer.weight_decay, batch_size")
    assert "what differs: seed" in command(*again, "--seed", 8).complaint
    assert command(*again, "--set", "title=Renamed").code == 0
    path = out / CHECKPOINT
    path.write_bytes(path.read_bytes()[:1000])
    assert command(*again).complaint.endswith("checkpoint.pt is damaged")
