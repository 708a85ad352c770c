"""The range test of the training panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.engine.events import RangeTest
from playground.spec.entry import make
from playground.ui.panels.range_test import RateTest
from playground.ui.studio import Studio

RATES = np.geomspace(1e-5, 1, 40).tolist()
LOSSES = [*np.linspace(1, 0.4, 30).tolist(), *np.linspace(0.5, 4, 10).tolist()]
TEST = RangeTest(RATES, LOSSES, LOSSES, "grown", RATES[20], 0.02)
Asked = list[Callable[[Any, str], None]]


@pytest.fixture
def asked(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Who waits for an answer; the network can be trained."""
    found: Asked = []
    monkeypatch.setattr(studio.runs.questions, "range_test", lambda _experiment, _variant, answer: found.append(answer))
    plan = type("Plan", (), {"trainable": True})()
    monkeypatch.setattr(studio.runs, "plans", {studio.document.variant: plan})
    return found


@pytest.fixture
def panel(studio: Studio, qtbot: QtBot) -> RateTest:
    made = RateTest(studio)
    qtbot.addWidget(made)
    made.resize(268, 300)
    made.show()
    return made


def answer(asked: Asked, test: RangeTest | None, error: str = "") -> None:
    asked[-1](msgspec.to_builtins(test), error)


def test_it_asks_once_and_the_rate_can_be_used_and_undone(panel: RateTest, asked: Asked, studio: Studio) -> None:
    assert not asked
    panel.start.click()
    panel.run()
    assert len(asked) == 1
    assert panel.fold.expanded()
    assert not panel.start.isEnabled()
    answer(asked, TEST)
    assert panel.plot.test == TEST
    assert panel.use.text() == "Use 0.02"
    before = studio.document.shown.optimizer
    count = studio.document.undo_stack.count()
    panel.use.click()
    assert studio.document.shown.optimizer.values()["lr"] == 0.02
    assert studio.document.undo_stack.count() == count + 1
    studio.runs.planned.emit()
    assert panel.plot.test == TEST  # what it was measured with has not changed
    studio.document.undo_stack.undo()
    assert studio.document.shown.optimizer == before


def test_an_edit_that_matters_lets_it_go(panel: RateTest, asked: Asked, studio: Studio) -> None:
    panel.start.click()
    answer(asked, TEST)
    document = studio.document
    document.edit("x", replace(document.shown, schedule=make("schedule", {"entry": "ExponentialLR"}), epochs=7))
    studio.runs.planned.emit()
    assert panel.plot.test == TEST
    document.edit("x", replace(document.shown, optimizer=make("optimizer", {"entry": "Adam"})))
    studio.runs.planned.emit()
    assert panel.plot.test is None
    panel.start.click()
    document.edit("x", replace(document.shown, batch_size=3))
    studio.runs.planned.emit()
    answer(asked, TEST)  # too late
    assert panel.plot.test is None
    assert panel.start.isEnabled()


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (TEST, "fourfold"),
        (RangeTest(RATES, LOSSES, LOSSES, "high"), "No rate is suggested"),
        (RangeTest(RATES[:3], LOSSES[:3], LOSSES[:3], "time"), "two seconds"),
        (RangeTest([], [], [], "not finite"), "not finite"),
    ],
)
def test_it_says_how_it_ended(test: RangeTest, said: str, panel: RateTest, asked: Asked) -> None:
    panel.start.click()
    answer(asked, test)
    assert said in panel.words.text()
    assert panel.use.isHidden() == (test.suggested is None)
    panel.grab()


def test_a_mistake_and_an_engine_that_goes_leave_a_sentence_or_nothing(
    panel: RateTest, asked: Asked, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.start.click()
    answer(asked, None, "Adversarial has several losses.")
    assert "several losses" in panel.words.text()
    panel.start.click()
    answer(asked, None)
    assert panel.words.isHidden()
    panel.start.click()
    studio.runs.engine_changed.emit()
    assert panel.start.isEnabled()
    monkeypatch.setattr(studio.runs, "plans", {})
    panel.start.click()
    assert len(asked) == 3
    assert "cannot be trained" in panel.words.text()


def test_the_pointer_tells_the_numbers(panel: RateTest, asked: Asked) -> None:
    panel.start.click()
    answer(asked, TEST)
    panel.plot.resize(240, 104)
    QApplication.sendEvent(panel.plot, QHelpEvent(QEvent.Type.ToolTip, QPoint(40, 40), QPoint(40, 40)))
    assert "smoothed" in QToolTip.text()
    QToolTip.hideText()
