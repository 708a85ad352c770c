"""What can be typed."""

from __future__ import annotations

from typing import Any

import pytest

from playground import __version__
from playground.cli.parser import COMMANDS, command_parser, parse


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"nnplayground {__version__}\n"


def test_main_help_tells_every_command_but_the_internal_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    told = capsys.readouterr().out
    for name, (summary, _) in COMMANDS.items():
        assert (f"  {name} " in told and summary in told) == (name != "engine")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_every_argument(name: str) -> None:
    for action in command_parser(name)._actions:
        assert action.help


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["train"], "required: FILE"),
        (["train", "x", "--epochs", "0"], "--epochs: needs a whole number from 1"),
        (["train", "x", "--epochs", "9" * 30], "--epochs"),
        (["train", "x", "--seed", "-1"], "--seed"),
        (["train", "x", "--device", "tpu"], "--device: invalid choice: 'tpu'"),
        (["train", "x", "--set", "optimizer.lr"], "--set: needs PATH=VALUE"),
        (["train", "x", "--epoch", "3"], "--epoch"),
        (["export", "x", "-o", "y"], "--to"),
        (["export", "x", "--to", "onnx", "-o", "y"], "--to: invalid choice: 'onnx'"),
        (["screenshot", "x"], "-o"),
        (["screenshot", "x", "-o", "y.png", "--size", "huge"], "--size: needs WIDTHxHEIGHT"),
        (["screenshot", "x", "-o", "y.png", "--size", "1x1"], "--size"),
        (["screenshot", "x", "-o", "y.png", "--size", "99999x1000"], "--size"),
        (["screenshot", "x", "-o", "y.png", "--theme", "pink"], "--theme: invalid choice: 'pink'"),
        (["--nonsense"], "--nonsense"),
        (["one.json", "two.json"], "two.json"),
    ],
)
def test_a_mistake_gets_one_line(command: Any, typed: list[str], said: str) -> None:
    assert said in command(*typed).complaint


def test_defaults_of_a_screenshot() -> None:
    arguments = parse(["screenshot", "x", "-o", "y.png", "--dock", "loss", "--dock", "data"])
    assert (arguments.size, arguments.theme, arguments.docks) == ((1600, 1000), "light", ["loss", "data"])


def test_a_file_opens_the_window() -> None:
    arguments = parse(["mine.json", "--self-test"])
    assert (arguments.module, arguments.file, arguments.self_test) == ("playground.cli.window", "mine.json", True)
