"""How the samples are split, and what a look at the test set says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.engine.control import HeldOutRequest, Request
from playground.engine.events import DataInfo, Finished, HeldOut, Plan, Scalars, Started
from playground.spec.entry import make
from playground.ui.held_out import can_measure, summary, told, validation_word
from playground.ui.panels.data import DataPanel
from playground.ui.panels.split import Split
from playground.ui.studio import Studio

NAMES = ["plain", "decay"]


def info(*split: int) -> DataInfo:
    return DataInfo("classification", [2], ["x1", "x2"], ["a", "b"], split[0], split[1], True, split=list(split))


def known(studio: Studio, monkeypatch: pytest.MonkeyPatch, *split: int) -> None:
    """The engine has worked out the data."""
    monkeypatch.setattr(studio.runs, "plans", {name: Plan({}, [], info(*split)) for name in NAMES})
    studio.runs.planned.emit()


def started(studio: Studio, *split: int) -> None:
    """A run has begun."""
    ones = dict.fromkeys(NAMES, 1)
    studio.store.take(Started(NAMES, ones, ones, "cpu", "eager", 0.0, info(*split)))


def held(studio: Studio, share: float = 0.2) -> None:
    data = make("data", {"entry": "Circle", "test_share": share})
    studio.document.edit("x", replace(studio.document.shown, data=data))


@pytest.fixture
def shown(studio: Studio, qtbot: QtBot) -> Split:
    made = Split(studio)
    qtbot.addWidget(made)
    made.resize(240, 120)
    made.show()
    return made


def test_the_sets_are_told_with_shares_and_counts(
    shown: Split, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(studio, monkeypatch, 250, 150, 100)
    assert shown.bar.counts == (250, 150, 100)
    assert shown.words.text() == "train 250 (50 %) · validation 150 (30 %) · test 100 (20 %)"
    shown.grab()
    place = QPoint(shown.bar.width() - 5, 4)
    QApplication.sendEvent(shown.bar, QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert QToolTip.text() == "test 100 (20 %)"
    QToolTip.hideText()
    known(studio, monkeypatch, 300, 200)
    assert shown.words.text() == "train 300 (60 %) · validation 200 (40 %)"
    assert shown.measure.isHidden()


def test_the_button_says_what_a_look_costs_and_waits_for_a_run(
    shown: Split, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(studio, monkeypatch, 250, 150, 100)
    assert not shown.measure.isHidden()
    assert not shown.measure.isEnabled()
    assert "costs the test set some of its worth" in shown.measure.toolTip()
    started(studio, 250, 150, 100)
    assert shown.measure.isEnabled()
    started(studio, 300, 200)
    assert not shown.measure.isEnabled()


def test_a_click_asks_the_engine_and_shows_its_answer(
    shown: Split, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(studio, monkeypatch, 250, 150, 100)
    started(studio, 250, 150, 100)
    asked: list[Request] = []
    answers: list[Callable[[object, str], None]] = []

    def ask(make: Callable[[int], Request], answer: Callable[[object, str], None]) -> None:
        asked.append(make(7))
        answers.append(answer)

    monkeypatch.setattr(studio.runs._engine, "ask", ask)
    shown.measure.click()
    assert asked == [HeldOutRequest(7)]
    answers[0]({"epoch": 12.5, "results": {"plain": {"test_loss": 0.4309, "test_accuracy": 0.82}}}, "")
    assert shown.result.text() == "On test data at epoch 12: loss 0.431 · accuracy 82 %"
    shown.measure.click()
    answers[1](None, "there is no run to measure yet")
    assert shown.result.text() == "There is no run to measure yet."
    started(studio, 250, 150, 100)
    assert shown.result.isHidden()


def test_the_end_of_a_run_is_told_for_each_variant(
    shown: Split, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(studio, monkeypatch, 250, 150, 100)
    started(studio, 250, 150, 100)
    studio.store.take(Scalars({}, [], 3.0, 1, 1.0, {}))
    numbers = {"epochs": 3, "validation_loss": 0.5, "test_loss": 0.25}
    studio.store.take(Finished("done", {"plain": numbers, "decay": {**numbers, "test_loss": None}}))
    assert shown.result.text() == "On test data at epoch 3: loss 0.25"
    both = HeldOut(3, {name: {"test_loss": 0.5} for name in NAMES})
    studio.store.take_held_out(both)
    assert shown.result.text() == "On test data at epoch 3:\nplain: loss 0.5\ndecay: loss 0.5"
    assert told(studio, "decay") == "loss 0.5"


def test_nothing_is_told_of_a_run_without_test_samples(studio: Studio) -> None:
    started(studio, 300, 200)
    studio.store.take(Finished("done", {"plain": {"validation_loss": 0.5}}))
    assert studio.store.held_out is None
    assert summary(studio) == ""


def test_a_game_has_nothing_to_test(shown: Split, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    known(studio, monkeypatch, 250, 150, 100)
    started(studio, 250, 150, 100)
    assert can_measure(studio)
    game = replace(studio.document.shown, objective=make("objective", {"entry": "Adversarial"}))
    studio.document.commit("x", replace(game, variants=studio.document.experiment.variants))
    assert not can_measure(studio)
    assert shown.measure.isHidden()


def test_the_validation_set_has_its_own_name_where_there_is_a_test_set(studio: Studio) -> None:
    assert validation_word(studio, "test") == "test"
    held(studio)
    assert validation_word(studio, "test") == "validation"
    assert validation_word(studio, "test", brief=True) == "val."


def test_the_data_panel_offers_the_share_and_counts_all_samples(
    show: Callable[..., DataPanel], studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(DataPanel)
    assert list(panel.numbers.rows) == ["label_noise", "coord_noise", "train_share", "test_share"]
    known(studio, monkeypatch, 250, 150, 100)
    assert panel._sets_section.header.detail() == "500 · 50 % train"
    game = replace(studio.document.shown, objective=make("objective", {"entry": "Adversarial"}))
    studio.document.commit("x", replace(game, variants=studio.document.experiment.variants))
    assert panel.numbers.rows["test_share"].isHidden()
