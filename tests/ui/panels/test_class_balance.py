"""How many samples classes have, and weights that make up for it."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.engine.events import DataInfo, Plan
from playground.spec.entry import make
from playground.ui.panels.class_balance import BalanceButton, ClassBalance
from playground.ui.studio import Studio


def known(studio: Studio, monkeypatch: pytest.MonkeyPatch, names: list[str], counts: list[int]) -> None:
    info = DataInfo("classification", [2], ["x1", "x2"], names, sum(counts), 9, True, counts=counts)
    monkeypatch.setattr(studio.runs, "plans", {studio.document.variant: Plan({}, [], info)})
    studio.runs.planned.emit()


@pytest.fixture
def shown(studio: Studio, qtbot: QtBot) -> ClassBalance:
    made = ClassBalance(studio)
    qtbot.addWidget(made)
    made.resize(240, 60)
    return made


def test_few_classes_are_told_one_by_one(shown: ClassBalance, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown.isHidden()
    known(studio, monkeypatch, ["no", "yes"], [30, 10])
    assert not shown.isHidden()
    assert shown.bar.counts == (30, 10)
    assert shown.words.text() == "no: 30 · yes: 10"
    shown.show()
    shown.grab()
    place = QPoint(shown.bar.width() - 5, 4)
    QApplication.sendEvent(shown.bar, QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert QToolTip.text() == "yes: 10"
    QToolTip.hideText()


def test_many_are_told_by_their_span(shown: ClassBalance, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    known(studio, monkeypatch, [str(n) for n in range(10)], list(range(50, 60)))
    assert shown.words.text() == "10 classes of 50 to 59 training samples"
    known(studio, monkeypatch, [], [])
    assert shown.isHidden()


def test_one_click_weighs_classes_and_can_be_undone(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, document = BalanceButton(studio), studio.document
    qtbot.addWidget(made)
    document.edit("x", replace(document.shown, loss=make("loss", {"entry": "CrossEntropyLoss"})))
    known(studio, monkeypatch, ["no", "yes"], [30, 10])
    assert not made.isHidden()
    before = document.undo_stack.count()
    made.button.click()
    assert document.shown.loss.values()["weight"] == (0.6667, 2.0)
    assert document.undo_stack.count() == before + 1
    assert not made.button.isEnabled()
    document.undo_stack.undo()
    assert made.button.isEnabled()
    document.edit("x", replace(document.shown, loss=make("loss", {"entry": "MSELoss"})))
    assert made.isHidden()


def test_a_plan_travels_with_its_counts() -> None:
    info = DataInfo("classification", [2], ["x1"], ["a", "b"], 3, 1, True, counts=[1, 2])
    assert msgspec.convert(msgspec.to_builtins(info), DataInfo) == info
