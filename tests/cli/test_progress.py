"""The progress bar."""

from __future__ import annotations

import io
import os
import re

import numpy as np
import pytest

from playground.cli import progress
from playground.cli.progress import Progress
from playground.engine.events import Scalars


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        """All that was written."""
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]  # the BytesIO above


def scalars(epoch: float, loss: float = 0.5, rate: float = 1234.0) -> Scalars:
    points = {"one": {"train_loss": [np.array([epoch]), np.array([loss])], "validation_loss": [[epoch], [loss + 1]]}}
    return Scalars(points, [], epoch, int(10 * epoch), rate, {})


def test_a_line_has_epoch_losses_and_rate() -> None:
    bar = Progress(Terminal(), 20)
    bar.update(scalars(5.5, 0.25))
    assert bar.line(5.5, 1234.4) == f"epoch 5/20 {'█' * 6}{'░' * 14}  one 0.25 / 1.25  1,234 steps/s"


def test_a_plain_terminal_gets_plain_signs() -> None:
    assert Progress(Terminal("ascii"), 2).line(1, 0) == f"epoch 1/2 {'#' * 10}{'.' * 10}  "


def test_elsewhere_one_line_per_tenth() -> None:
    stream = io.StringIO()
    bar = Progress(stream, 50)
    for step in range(501):
        bar.update(scalars(step / 10))
    bar.close()
    lines = stream.getvalue().splitlines()
    assert [int(re.match(r"epoch (\d+)/", line)[1]) for line in lines] == list(range(0, 51, 5))  # type: ignore[index]  # fails the test where it does not match


def test_a_terminal_redraws_one_line_and_shows_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress.time, "monotonic", lambda: 100.0)
    stream = Terminal()
    bar = Progress(stream, 10)
    for epoch in range(11):
        bar.update(scalars(epoch))
    bar.close()
    drawn = stream.text()
    assert drawn.count("\r") == 2  # the first and the last: no time has passed in between
    assert drawn.count("\n") == 1
    assert "epoch 10/10" in drawn


def test_a_line_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress.shutil, "get_terminal_size", lambda: os.terminal_size((40, 24)))
    stream = Terminal()
    Progress(stream, 10).update(scalars(10))
    shown = stream.text().removeprefix("\r\x1b[2K")
    assert len(shown) == 39
    assert shown.endswith("…")
