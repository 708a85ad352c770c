"""The spread of outputs before training, asked for by who sees it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.engine.events import LayerSpread
from playground.spec.entry import make
from playground.ui.panels.spread import StartSpread, layer_words
from playground.ui.studio import Studio

LAYERS = [
    LayerSpread("input1", "Input", 0.0, 1.0, 0.0),
    LayerSpread("hidden1", "Linear", -0.1, 0.6, 0.0, 0.25),
    LayerSpread("drop1", "Dropout", -0.1, 0.5, 0.5),
    LayerSpread("hidden2", "Linear", 0.0, 0.001, 0.0, 0.0),
    LayerSpread("output1", "Output", 0.2, 0.4, 0.0),
]


@pytest.fixture
def asked(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[Any, str], None]]:
    """Who waits for an answer."""
    found: list[Callable[[Any, str], None]] = []
    monkeypatch.setattr(studio.runs.questions, "spreads", lambda _experiment, _variant, answer: found.append(answer))
    return found


@pytest.fixture
def panel(studio: Studio, qtbot: QtBot) -> StartSpread:
    made = StartSpread(studio)
    made.resize(268, 200)
    qtbot.addWidget(made)
    return made


def painted(panel: StartSpread) -> None:
    panel.grab()
    QApplication.processEvents()


def test_nothing_is_asked_while_it_is_hidden(
    panel: StartSpread, asked: list[Any], studio: Studio, qtbot: QtBot
) -> None:
    studio.runs.planned.emit()
    QApplication.processEvents()
    assert not asked
    panel.show()
    qtbot.waitUntil(lambda: len(asked) == 1)
    asked[0]({"model": LAYERS}, "")
    painted(panel)
    assert len(asked) == 1
    assert panel.plot.layers == tuple(LAYERS)


def test_it_asks_again_after_an_edit_that_matters_and_once_at_a_time(
    panel: StartSpread, asked: list[Any], studio: Studio, qtbot: QtBot
) -> None:
    panel.show()
    qtbot.waitUntil(lambda: len(asked) == 1)
    document = studio.document

    def edit(**changes: Any) -> None:
        document.edit("x", replace(document.shown, **changes))
        studio.runs.planned.emit()
        painted(panel)

    edit(initializer=make("initializer", {"entry": "Zeros"}))
    assert len(asked) == 1
    asked[0]({"model": LAYERS}, "")
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[1]({"model": LAYERS}, "")
    edit(optimizer=make("optimizer", {"entry": "SGD", "lr": 0.5}))
    assert len(asked) == 2
    edit(seed=7)
    qtbot.waitUntil(lambda: len(asked) == 3)
    studio.runs.engine_changed.emit()
    qtbot.waitUntil(lambda: len(asked) == 4)


def test_the_words_are_of_the_network_or_of_the_layer(panel: StartSpread, asked: list[Any], qtbot: QtBot) -> None:
    panel.show()
    qtbot.waitUntil(lambda: len(asked) == 1)
    asked[0]({"model": LAYERS}, "")
    assert panel.words.text().startswith("Standard deviation 0.6 → 0.001. The signal fades on its way.")
    panel.mark(["hidden1"])
    assert panel.words.text() == "Linear: mean -0.1, standard deviation 0.6, 25 % saturated"
    assert layer_words(LAYERS[2]) == "Dropout: mean -0.1, standard deviation 0.5, 50 % zero"
    panel.mark([])
    panel.plot.show_layers([replace_std(one, 10.0 ** (5 * at)) for at, one in enumerate(LAYERS)])
    panel.mark([])
    assert "blows up" in panel.words.text()
    painted(panel)
    panel._answered(None, "The network is too large to be tried out before training.")
    assert "too large" in panel.words.text()
    assert panel.plot.layers == ()


def replace_std(one: LayerSpread, std: float) -> LayerSpread:
    return LayerSpread(one.node, one.title, one.mean, std, one.zeros, one.saturated)


def test_any_numbers_can_be_drawn_and_the_pointer_learns_them(panel: StartSpread, asked: list[Any]) -> None:
    for stds in ((math.nan, math.inf, 0.0), (1e300, 1e-300, 1.0), (0.0,) * 3):
        panel.plot.show_layers([replace_std(LAYERS[1], std) for std in stds])
        painted(panel)
    panel.plot.show_layers(LAYERS[:1])
    painted(panel)
    panel.plot.show_layers(LAYERS)
    here = QPoint(panel.plot.width() - 27, 20)
    QApplication.sendEvent(panel.plot, QHelpEvent(QEvent.Type.ToolTip, here, panel.plot.mapToGlobal(here)))
    assert QToolTip.text().startswith("Output: mean 0.2")
    QToolTip.hideText()
