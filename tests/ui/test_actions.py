"""The action table, fuzzy search and the command palette."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.action_search import ActionSearch
from playground.ui.actions import Actions
from playground.ui.fuzzy import rank
from playground.ui.session import Session
from playground.ui.theme import ThemeManager
from playground.ui.widgets.choice_model import Choice

Search = Callable[..., ActionSearch]


@pytest.fixture
def actions(qapp: QApplication, qtbot: QtBot) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(window, ThemeManager(qapp, "light", window))


@pytest.fixture
def search(qtbot: QtBot) -> Search:
    host = QWidget()
    qtbot.addWidget(host)

    def make(*choices: Choice) -> ActionSearch:
        made = ActionSearch(lambda: choices, Session(), host)
        made.open_at(QPoint(500, 10))
        return made

    return make


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


@pytest.mark.parametrize(
    ("words", "place"), [("play", 0), ("pau", 8), ("lay", 101), ("pause play", 208), ("pop", 300), ("plpse", 408)]
)
def test_rank_goes_from_words_to_scattered_letters(words: str, place: int) -> None:
    assert rank(words, "Play or pause") == place


def test_rank_refuses_what_fits_by_accident() -> None:
    assert rank("xyz", "Play or pause") is None
    assert rank("undo", "Decision boundary: smooth") is None
    assert rank("xtz", "Export the numbers of each layer and also a zoo of pictures") is None


def test_search_runs_what_is_typed(search: Search, qtbot: QtBot) -> None:
    ran: list[str] = []
    names = ("Reset", "Step one batch", "Step one epoch")
    popup = search(*(Choice(name, name, lambda n=name: ran.append(n)) for name in names))
    qtbot.keyClicks(popup.field, "step")
    qtbot.keyClick(popup.field, Qt.Key.Key_Down)
    assert popup.field.accessibleDescription() == "Step one epoch"
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert ran == ["Step one epoch"]
    assert not popup.isVisible()


def test_a_disabled_choice_does_nothing(search: Search, qtbot: QtBot) -> None:
    ran: list[str] = []
    popup = search(Choice("a", "Undo", lambda: ran.append("a"), keys="Ctrl+Z", enabled=False, note="Nothing to undo"))
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert (ran, popup.isVisible()) == ([], True)
    assert popup.field.accessibleDescription() == "Undo, Ctrl+Z, not available, Nothing to undo"
    popup.close()


def test_what_was_used_last_stands_on_top(search: Search, qtbot: QtBot) -> None:
    choices = [Choice(name, name, lambda: None) for name in ("One", "Two", "Three")]
    popup = search(*choices)
    for typed in ("two", "three"):
        qtbot.keyClicks(popup.field, typed)
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
        popup.open_at(QPoint(500, 10))
    assert [choice.text for choice in popup.found("")] == ["Three", "Two", "One"]
    popup.close()


def test_other_names_find_a_choice_but_come_later(search: Search) -> None:
    popup = search(
        Choice("a", "Add layer: Convolution 2D", lambda: None, also="Conv2d"), Choice("b", "Go to conv2d", lambda: None)
    )
    assert [choice.key for choice in popup.found("conv2d")] == ["b", "a"]
    popup.close()


def test_a_search_without_a_hit_says_so_and_stays(search: Search, qtbot: QtBot) -> None:
    popup = search(Choice("a", "One", lambda: None))
    assert not popup.nothing.isVisible()
    qtbot.keyClicks(popup.field, "zzz")
    assert popup.marked is None
    assert popup.nothing.isVisible()
    assert not popup.list.isVisible()
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.close()
