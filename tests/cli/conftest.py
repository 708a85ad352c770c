"""A small experiment in a file, and the command line called in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.cli.dispatch import main
from playground.spec.experiment import Lesson, Variant
from playground.spec.files import dumps


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that a person's mistake gets."""
        assert self.code == 2
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("nnplayground: ")
        return lines[0]


Command = Callable[..., Answer]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `nnplayground` with arguments."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two learning rates on the circle, four epochs."""
    catalog.load()
    variants = (Variant("slow", {"optimizer.lr": 0.01}), Variant("Fast!", {"optimizer.lr": 0.3}))
    path = tmp_path / "circle.json"
    path.write_bytes(dumps(replace(starter("A circle"), variants=variants, epochs=4, lesson=Lesson("tests"))))
    return path
