"""The action table and the search over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.action_search import ActionSearch, rank
from playground.ui.actions import Actions
from playground.ui.theme import ThemeManager


@pytest.fixture
def actions(qapp: QApplication, qtbot: QtBot) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(window, ThemeManager(qapp, "light", window))


def test_a_taken_shortcut_is_refused(actions: Actions) -> None:
    actions.add("one", "One", lambda: None, keys="Ctrl+1")
    with pytest.raises(ValueError, match="share"):
        actions.add("two", "Two", lambda: None, keys="Ctrl+1")
    with pytest.raises(ValueError, match="second"):
        actions.add("one", "One again", lambda: None)


def test_a_switch_tells_its_state(actions: Actions) -> None:
    seen: list[bool] = []
    action = actions.add("keep", "Keep", seen.append, checked=False)
    action.trigger()
    action.trigger()
    assert seen == [True, False]


def test_rank_prefers_words_over_scattered_letters() -> None:
    assert rank("play", "Play or pause") == 0
    assert rank("pau", "Play or pause") == 8
    scattered = rank("ppse", "Play or pause")
    assert scattered is not None
    assert scattered > 100
    assert rank("xyz", "Play or pause") is None


def test_search_runs_what_is_typed(actions: Actions, qtbot: QtBot) -> None:
    ran: list[str] = []
    for name in ("Reset", "Step one batch", "Step one epoch"):
        actions.add(name, name, lambda n=name: ran.append(n))
    host = QWidget()
    qtbot.addWidget(host)
    search = ActionSearch(actions, host)
    search.open_at(QPoint(500, 10))
    qtbot.keyClicks(search.focusWidget() or search, "step")
    qtbot.keyClick(search.focusWidget() or search, Qt.Key.Key_Down)
    qtbot.keyClick(search.focusWidget() or search, Qt.Key.Key_Return)
    assert ran == ["Step one epoch"]
    assert not search.isVisible()
