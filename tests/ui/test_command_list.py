"""The command palette over the real window: all there is, and no key twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground import catalog, paths
from playground.catalog.starter import starter
from playground.spec.entry import entries
from playground.spec.graph import Edge
from playground.ui.app import build
from playground.ui.command_list import leaves
from playground.ui.main_window import MainWindow
from playground.ui.session import Session


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
    assert {f"go:{node.id}" for node in window.studio.document.graph.nodes} <= choices
    lessons = {f"lesson:{path.stem}" for path in paths.presets_dir().glob("*/*.json")}
    assert lessons <= choices


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
    choices["go:output"].run()
    assert window.canvas.selected() == ["output"]
