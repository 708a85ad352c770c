"""Edges, wires, places and names without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from playground.spec.graph import Edge
from playground.ui.key_table import Key

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def forked(bench):
    """input → hidden1 → hidden2 → output, and a branch from hidden1 over linear1 to an Add before the output."""
    commands = bench.panel.commands
    commands.add_layer({"entry": "Add"}, edge=Edge("hidden2", "output"))
    commands.branch("hidden1", bench.layer("Linear", out_features=2), (0.0, 0.0))
    commands.wire("linear1", "add1", 1)
    bench.document.undo_stack.setClean()
    return bench


def test_arrows_follow_the_edges_and_go_to_siblings(forked) -> None:
    forked.panel.select(["input"])
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right):
        forked.key(key)
        seen += forked.panel.selected()
    beside = {"hidden2", "linear1"}
    assert seen[0] == "hidden1"
    assert set(seen[1:4]) == beside
    assert seen[4:] == ["add1", "output"]


def test_home_and_end(bench) -> None:
    bench.key(Qt.Key.Key_End)
    assert bench.panel.selected() == ["output"]
    bench.key(Qt.Key.Key_Home)
    assert bench.panel.selected() == ["input"]


def test_the_edges_of_a_layer_take_turns(bench) -> None:
    bench.panel.select(["hidden1"])
    seen = []
    for _ in range(3):
        bench.key(Qt.Key.Key_E)
        seen += bench.scene.selected_edges()
    assert seen == [Edge("input", "hidden1"), Edge("hidden1", "hidden2"), Edge("input", "hidden1")]
    assert bench.view.accessibleName() == "Network canvas: edge from input to hidden1"
    bench.key(Qt.Key.Key_E, SHIFT)
    bench.key(Qt.Key.Key_Right)
    assert bench.panel.selected() == ["hidden2"]


def test_a_layer_is_put_on_the_selected_edge(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_E)
    bench.key(Qt.Key.Key_A)
    bench.qtbot.keyClicks(bench.view.picker.search, "dropout")
    bench.qtbot.keyClick(bench.view.picker.search, Qt.Key.Key_Return)
    assert Edge("input", "dropout1") in bench.graph.edges
    assert Edge("dropout1", "hidden1") in bench.graph.edges


def test_an_edge_is_deleted_by_itself(bench) -> None:
    bench.panel.select(["hidden2"])
    bench.key(Qt.Key.Key_E)
    bench.key(Qt.Key.Key_Delete)
    assert Edge("hidden1", "hidden2") not in bench.graph.edges
    assert len(bench.graph.nodes) == 4


def test_c_draws_a_wire_to_what_tab_chooses(bench) -> None:
    said: list[str] = []
    bench.view.said.connect(said.append)
    commands = bench.panel.commands
    commands.add_layer({"entry": "Concat"}, edge=Edge("hidden2", "output"))
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_C)
    assert "concat1, input 2" in said[-1]
    assert ("hidden2", 0) not in bench.view.keyboard.wiring._spots  # it is connected already
    bench.key(Qt.Key.Key_Tab)
    bench.key(Qt.Key.Key_Tab, SHIFT)
    bench.key(Qt.Key.Key_Return)
    assert Edge("hidden1", "concat1", 1) in bench.graph.edges
    assert bench.view.interaction is None


def test_an_illegal_target_says_why(bench) -> None:
    said: list[str] = []
    bench.view.said.connect(said.append)
    bench.panel.select(["hidden2"])
    count = bench.document.undo_stack.count()
    bench.key(Qt.Key.Key_C)
    while bench.view.keyboard.wiring.target != "hidden1":
        bench.key(Qt.Key.Key_Left)
    assert "would feed itself" in said[-1]
    bench.key(Qt.Key.Key_Return)
    assert "would feed itself" in bench.view._hint.text()
    bench.key(Qt.Key.Key_C)
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.keyboard.wiring is None
    assert bench.panel.selected() == ["hidden2"]
    assert bench.document.undo_stack.count() == count


def test_a_wire_is_given_up_with_the_focus_and_with_an_edit(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_C)
    bench.panel.commands.resize("hidden1", 1)
    assert bench.view.keyboard.wiring is None
    bench.key(Qt.Key.Key_C)
    bench.view.clearFocus()
    assert bench.view.keyboard.wiring is None
    assert all(item.light == "" for item in bench.scene.nodes.values())


def test_cards_are_moved_by_keys_as_one_edit(bench) -> None:
    stack, before = bench.document.undo_stack, bench.scene.places()["hidden1"]
    bench.panel.select(["hidden1"])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        bench.key(key, CONTROL)
    assert bench.graph.node("hidden1").position == (before[0] + 20, before[1] + 40)
    assert stack.count() == 1
    bench.key(Qt.Key.Key_Plus)
    bench.key(Qt.Key.Key_Down, CONTROL)
    assert stack.count() == 3


def test_alt_and_an_arrow_reorder(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_Right, ALT)
    assert [node.id for node in bench.graph.order()] == ["input", "hidden2", "hidden1", "output"]
    bench.key(Qt.Key.Key_Up, ALT)
    assert [node.id for node in bench.graph.order()] == ["input", "hidden1", "hidden2", "output"]


def test_the_paper_moves(bench) -> None:
    before = bench.view.mapFromScene(0, 0)
    bench.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert (bench.view.mapFromScene(0, 0) - before).x() < 0


def test_the_canvas_says_what_is_selected(bench) -> None:
    bench.panel.select(["hidden1"])
    assert bench.view.accessibleName().endswith("hidden1, Linear, 4 units, tanh, output 4, 12 parameters, from input")
    bench.panel.select(["hidden1", "hidden2"])
    assert bench.view.accessibleName().endswith("2 layers selected")
    bench.panel.select([])
    assert bench.view.accessibleName() == "Network canvas"


def test_the_menu_key_opens_the_menu_of_the_selected_edge(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_E)
    point = bench.body("hidden1")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, bench.view.mapToGlobal(point))
    QApplication.sendEvent(bench.view.viewport(), event)
    menu = next(menu for menu in bench.view.findChildren(QMenu) if menu.isVisible())
    assert any(action.text() == "Insert layer…" for action in menu.actions())
    menu.close()


def test_four_arrows_are_written_as_one() -> None:
    keys = tuple(f"Ctrl+{way}" for way in ("Left", "Right", "Up", "Down"))
    assert Key((*keys, "F2"), "", lambda _place: None).shown == "Ctrl+← → ↑ ↓, F2"
