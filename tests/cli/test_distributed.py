"""Training by several processes from the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE
from typing import Any

import psutil
import pytest
import torch

from playground.cli.dispatch import main
from playground.cli.distributed import started, words
from playground.cli.launching import environment, verdict
from playground.cli.mistake import Mistake
from playground.cli.parser import parse
from playground.cli.running import CHECKPOINT

ENDLESS = ("--epochs", 1_000_000)


class Training:
    """`nnplayground train FILE --distributed` under way."""

    def __init__(self, *arguments: object) -> None:
        typed = ["train", *map(str, arguments), "--distributed", "--processes", "2"]
        code = environment(0, 1, 0)["PYTHONPATH"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "playground", *typed],
            stdout=PIPE,
            stderr=PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": code},
            start_new_session=True,
        )

    def once_it_trains(self) -> list[psutil.Process]:
        """Wait for the first line of the progress bar; the processes that train, by rank."""
        assert self.process.stderr is not None
        assert self.process.stderr.readline().startswith("epoch 0/")
        members = psutil.Process(self.process.pid).children()
        return sorted(members, key=lambda member: int(member.environ()["RANK"]))

    def end(self) -> tuple[int, str, str]:
        """Wait for the end; exit code, stdout and what is left of stderr."""
        said, complained = self.process.communicate(timeout=60)
        return self.process.returncode, said, complained


@pytest.fixture
def training() -> Iterator[Any]:
    """Start trainings, of which none outlives the test."""
    begun: list[Training] = []

    def start(*arguments: object) -> Training:
        begun.append(Training(*arguments))
        return begun[-1]

    yield start
    for one in begun:
        one.process.kill()
        one.process.communicate()


def test_it_is_told_like_any_training(file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(file), "--json"]) == 0
    alone = json.loads(capfd.readouterr().out)
    out = tmp_path / "out"
    code = main(["train", str(file), "--distributed", "--processes", "2", "--json", "--out", str(out)])
    said = capfd.readouterr()
    assert code == 0, said.err
    assert all(line.startswith("epoch ") for line in said.err.splitlines())
    found = json.loads(said.out)
    assert found["checks"] == []
    for variant, numbers in alone["variants"].items():
        theirs = found["variants"][variant]
        assert theirs.pop("stepper") == "eager on 2 processes"
        for name in set(numbers) - {"stepper", "seconds"}:
            assert theirs[name] == pytest.approx(numbers[name], abs=1e-5), name
    names = {"checkpoint.pt", "experiment.json", "history.csv", "slow.safetensors", "fast.safetensors"}
    assert {path.name for path in out.iterdir()} == names


def test_what_is_interrupted_goes_on_with_another_number_of_processes(
    command: Any, training: Any, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    running = training(file, "--out", out, *ENDLESS)
    members = running.once_it_trains()
    assert len(members) == 2
    running.process.send_signal(signal.SIGINT)
    code, said, complained = running.end()
    assert (code, said) == (130, "")
    *_, last = complained.splitlines()
    assert last.startswith("nnplayground: interrupted; saved at epoch ")
    assert last.endswith(f" in {out / CHECKPOINT}, from where the same command with --resume goes on")
    assert not any(member.is_running() for member in members)
    saved = torch.load(out / CHECKPOINT, weights_only=True)
    assert len(saved["processes"]) == 2
    epoch = 1 + max(run["counters"][0] for run in saved["runs"].values())
    answer = command("train", file, "--out", out, "--epochs", epoch, "--resume", "--json")
    assert answer.code == 0, answer.err
    assert answer.err.startswith("nnplayground: the checkpoint is of 2 processes; with 1, random numbers such as ")
    assert {numbers["epochs"] for numbers in json.loads(answer.out)["variants"].values()} == {epoch}


def test_a_process_that_dies_brings_all_down_with_one_sentence(training: Any, file: Path) -> None:
    running = training(file, *ENDLESS)
    members = running.once_it_trains()
    members[0].kill()
    code, said, complained = running.end()
    assert (code, said) == (2, "")
    told = [line for line in complained.splitlines() if not line.startswith("epoch ")]
    assert told == ["nnplayground: process 0 of 2 was ended by SIGKILL, so that the others had to stop too"]
    assert not any(member.is_running() for member in members)


def test_what_cannot_be_shared_is_refused_once(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = main(["train", str(file), "--distributed", "--processes", "2", "--set", "batch_size=1"])
    said = capfd.readouterr()
    assert (code, said.out) == (2, "")
    why = "a batch has 1 sample; raise the batch size, or train without --distributed"
    assert said.err == f"nnplayground: cannot train with 2 processes: {why}\n"


# --- without processes ---------------------------------------------------------------------------------------------


def test_processes_are_for_distributed_training(command: Any, file: Path) -> None:
    assert "--processes needs --distributed" in command("train", file, "--processes", 2).complaint


def test_under_torchrun_the_number_is_not_asked_for(command: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(0, 2, 1).items():
        monkeypatch.setenv(name, value)
    assert "--nproc-per-node" in command("train", file, "--distributed", "--processes", 2).complaint


def test_a_file_with_mistakes_is_told_before_anything_starts(command: Any, file: Path) -> None:
    file.write_text("{")
    assert "JSON" in command("train", file, "--distributed").complaint


def test_the_command_line_of_the_processes() -> None:
    typed = ["train", "x", "--epochs", "3", "--seed", "1", "--device", "cpu", "--out", "d", "--resume"]
    arguments = parse([*typed, "--set", "a=b", "--set", "c=--d", "--json", "--distributed", "--processes", "2"])
    again = parse(words(arguments))
    assert vars(again) == {**vars(arguments), "processes": None}
    assert words(parse(["train", "x", "--distributed"])) == ["train", "x", "--distributed"]


def test_who_was_started_knows() -> None:
    assert started(environment(1, 2, 3))
    assert not started({name: value for name, value in environment(1, 2, 3).items() if name != "RANK"})


@pytest.mark.parametrize(
    ("ended", "code"),
    [([(1, 0), (0, 0)], 0), ([(1, 3), (0, 2)], 2), ([(0, 130), (1, 130)], 130), ([(0, 130), (1, 3), (2, -9)], 130)],
)
def test_exit_codes(ended: list[tuple[int, int]], code: int) -> None:
    assert verdict(ended) == code


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ([(1, -9), (0, 3)], "process 1 of 2 was ended by SIGKILL"),
        ([(0, 1), (1, 3)], "process 0 of 2 ended with exit code 1"),
        ([(0, 3), (1, -250)], "process 1 of 2 was ended by signal 250"),
        ([(0, 3), (1, 3)], "the processes lost one another and stopped"),
    ],
)
def test_ends_that_nobody_has_told(ended: list[tuple[int, int]], said: str) -> None:
    with pytest.raises(Mistake, match=said):
        verdict(ended)
