"""A lesson begins at a speed at which one can watch it; what a person chooses stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from playground.engine.events import DataInfo, Started
from playground.spec.files import read
from playground.ui.app import FIRST_LESSON, application, build, preset
from playground.ui.lesson_pace import WATCHED
from playground.ui.main_window import MainWindow
from playground.ui.session import Session
from playground.ui.transport import SPEEDS


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = build(application(), read(preset(FIRST_LESSON)), None, Session(), "light")
    qtbot.addWidget(made)
    yield made
    made.studio.document.undo_stack.setClean()
    made.close()


def begin(window: MainWindow, lesson: str, steps: int) -> float:
    """The speed at which a lesson of so many steps an epoch begins; "" stands for a file of one's own."""
    window.files.preset = Path(lesson) if lesson else None
    data = DataInfo("classification", [2], ["x1", "x2"], ["0", "1"], 8, 8, True)
    window.studio.store.take(Started(["plain"], {"plain": 1}, {"plain": steps}, "cpu", "eager", 0.0, data))
    return window.studio.runs.speed


def test_a_lesson_takes_a_quarter_of_a_minute_unless_a_person_wants_it_otherwise(window: MainWindow) -> None:
    per_epoch = int(WATCHED * 1000) // window.studio.document.experiment.epochs
    assert begin(window, "one", per_epoch) == 1000.0
    assert begin(window, "two", per_epoch // 4) == 300.0
    assert begin(window, "long", 1000 * per_epoch) == SPEEDS[-1]
    assert begin(window, "one", per_epoch) == 1000.0
    assert begin(window, "", 1) == SPEEDS[-1]
    assert begin(window, "one", per_epoch) == 1000.0
    window.transport.set_speed(30.0)
    assert begin(window, "two", per_epoch) == 30.0
