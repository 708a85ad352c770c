"""The command palette over the real window: all there is, and no key twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground import catalog, paths
from playground.catalog.starter import starter
from playground.spec.entry import entries
from playground.spec.graph import Edge
from playground.ui.actions import plain
from playground.ui.app import build
from playground.ui.canvas.gestures.keys import KEYS as CANVAS_KEYS
from playground.ui.command_list import leaves
from playground.ui.key_sheet import KeySheet
from playground.ui.key_table import Portable
from playground.ui.main_window import MainWindow
from playground.ui.outline.panel import KEYS as OUTLINE_KEYS
from playground.ui.session import Session

EVERYWHERE = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    catalog.load()
    made = build(qapp, starter(), None, Session(), "light")
    qtbot.addWidget(made, before_close_func=lambda w: w.studio.document.undo_stack.setClean())
    yield made
    made.search.close()


def texts(window: MainWindow) -> list[str]:
    return [choice.text for choice in window.search._commands()]


def test_every_action_of_the_menus_is_in_it(window: MainWindow) -> None:
    choices = window.search._commands()
    keys = {choice.key for choice in choices}
    table = {action.objectName() for action in window.actions_table.all()}
    assert table <= keys
    seen = 0
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for path, action in leaves(menu):
            seen += 1
            text = path + action.text().replace("&", "")
            assert action.objectName() in keys or any(choice.text == text for choice in choices), text
    assert seen > 60


def test_layers_nodes_and_lessons_are_in_it(window: MainWindow) -> None:
    listed = [choice.key for choice in window.search._commands()]
    choices = set(listed)
    assert len(choices) == len(listed)
    assert {f"add:{name}" for name in entries("layer")} <= choices
    assert {f"go:model:{node.id}" for node in window.studio.document.graph.nodes} <= choices
    lessons = {f"lesson:{path.stem}" for path in paths.presets_dir().glob("*/*.json")}
    assert lessons <= choices


def test_data_and_objectives_are_in_it_and_chosen_as_in_their_panels(window: MainWindow) -> None:
    found = {choice.key: choice for choice in window.search._commands()}
    document = window.studio.document
    assert {f"data:{name}" for name in entries("data") if name not in ("CsvFile", "ArrayFile")} <= set(found)
    assert "objective:Regression" not in found  # these data have classes
    found["data:Digits"].run()
    assert document.experiment.data.name == "Digits"
    found["objective:Autoencoding"].run()
    assert document.experiment.objective.name == "Autoencoding"
    assert document.undo_stack.count() == 2
    window.search.open_at(window.rect().center())
    assert window.search.found("digits")[0].key == "data:Digits"


def test_what_is_selected_adds_its_own_commands(window: MainWindow) -> None:
    assert not any(text.startswith("Selected") for text in texts(window))
    window.canvas.select(["hidden1"])
    assert "Selected layer › Freeze weights" in texts(window)
    window.canvas.scene.select([], [Edge("hidden1", "hidden2")])
    assert "Selected edge › Insert layer…" in texts(window)


def test_a_layer_is_added_and_found_by_name(window: MainWindow) -> None:
    window.canvas.select(["hidden1"])
    window.search._commands()
    choices = {choice.key: choice for choice in window.search._commands()}
    choices["add:Dropout"].run()
    (new,) = window.canvas.selected()
    assert Edge("hidden1", new) in window.studio.document.graph.edges
    choices["go:model:output"].run()
    assert window.canvas.selected() == ["output"]


def test_no_key_means_two_things(window: MainWindow) -> None:
    actions: dict[str, str] = {}
    for action in window.actions_table.all():
        for keys in action.shortcuts():
            text = keys.toString(Portable)
            assert text not in actions, f"{text}: {actions.get(text)} and {action.objectName()}"
            actions[text] = action.objectName()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for path, action in leaves(menu):
            assert action.shortcut().isEmpty() or action.objectName() in window.actions_table, path
    for table in (CANVAS_KEYS, OUTLINE_KEYS):
        own = [one for key in table for one in key.keys]
        assert len(own) == len(set(own))
        for key in table:
            assert all(
                one == QKeySequence(one).toString(Portable) for one in key.keys if not one.startswith("Shift+Tab")
            )
            taken = {actions[one] for one in key.keys if one in actions}
            assert taken <= {key.action}, f"{key.keys} is also {taken}"
            assert not key.action or taken, f"{key.action} has none of {key.keys}"


def test_the_sheet_lists_every_key(window: MainWindow, qtbot: QtBot) -> None:
    window.show_keys()
    sheet = window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    told = [row.text(0) for row in sheet.tree.findItems("", EVERYWHERE)]
    for action in window.actions_table.all():
        if not action.shortcut().isEmpty():
            assert plain(action.text()).rstrip("…") in told
    for key in (*CANVAS_KEYS, *OUTLINE_KEYS):
        assert key.words.rstrip("…") in told
    qtbot.keyClicks(sheet.search, "draw a wire")
    shown = [row.text(1) for row in sheet.tree.findItems("", EVERYWHERE) if not row.isHidden() and row.text(1)]
    assert shown == ["C"]
    sheet.close()


def test_panels_on_request_stay_away_until_asked_for(window: MainWindow) -> None:
    window.layouts.arrange("train")
    window.show()
    assert not window.layouts.docks["outline"].isVisible()
    window.actions_table["show_outline"].trigger()
    assert window.layouts.docks["outline"].isVisible()
    window.layouts.arrange("build")
    assert window.layouts.docks["history"].isVisibleTo(window)
