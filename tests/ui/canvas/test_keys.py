"""The keyboard, the menus and the clipboard."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from playground.spec import graph as graphs
from playground.spec.graph import Edge, Node
from playground.ui.canvas import menus
from playground.ui.canvas.gestures import links
from playground.ui.canvas.scene import Hit

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_arrows_walk_over_the_cards(bench) -> None:
    bench.key(Qt.Key.Key_Right)
    assert bench.panel.selected() == ["input"]
    bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_Right)
    assert bench.panel.selected() == ["hidden2"]
    bench.key(Qt.Key.Key_Left, SHIFT)
    assert bench.panel.selected() == ["hidden1", "hidden2"]


def test_tab_goes_through_the_cards_and_on(bench) -> None:
    seen = []
    bench.view.setFocus()
    for _ in range(4):
        bench.key(Qt.Key.Key_Tab)
        seen += bench.panel.selected()
    assert seen == ["input", "hidden1", "hidden2", "output"]
    bench.key(Qt.Key.Key_Tab)
    assert bench.panel.selected() == []


def test_enter_asks_for_the_inspector(bench) -> None:
    bench.panel.select(["hidden1"])
    with bench.qtbot.waitSignal(bench.panel.inspect_requested) as said:
        bench.key(Qt.Key.Key_Return)
    assert said.args == ["hidden1"]


def test_a_adds_behind_the_selected_card(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_A)
    picker = bench.view.picker
    assert picker.isVisible()
    bench.qtbot.keyClicks(picker.search, "drop")
    bench.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    (new,) = bench.panel.selected()
    assert Edge("hidden1", new) in bench.graph.edges
    assert Edge(new, "hidden2") in bench.graph.edges


def test_the_list_is_walked_with_arrows_and_left_with_escape(bench) -> None:
    bench.key(Qt.Key.Key_Insert)
    picker = bench.view.picker
    first = picker.list.currentItem().text()
    bench.qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.list.currentItem().text() != first
    bench.qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert bench.document.undo_stack.count() == 0


def test_behind_the_output_means_before_it(bench) -> None:
    bench.panel.select(["output"])
    new = bench.panel.add_layer({"entry": "Dropout"})
    assert Edge(new, "output") in bench.graph.edges


def test_layers_added_to_an_empty_network_one_after_the_other_make_a_chain(bench) -> None:
    bench.panel.select_all()
    bench.panel.delete_selected()
    made = [bench.panel.add_layer({"entry": name}) for name in ("Input", "Conv2d", "MaxPool2d", "Flatten", "Output")]
    assert bench.graph.edges == tuple(Edge(a, b) for a, b in pairwise(made))


def test_delete_wires_the_neighbours_together(bench) -> None:
    bench.panel.select(["hidden2"])
    bench.key(Qt.Key.Key_Delete)
    assert Edge("hidden1", "output") in bench.graph.edges
    assert bench.panel.selected() == []
    bench.document.undo_stack.undo()
    assert "hidden2" in bench.scene.nodes


def test_duplicate_copies_the_edges_among_the_copied(bench) -> None:
    bench.panel.select(["hidden1", "hidden2"])
    bench.panel.duplicate_selected()
    first, second = bench.panel.selected()
    assert Edge(first, second) in bench.graph.edges
    assert len(bench.graph.nodes) == 6


def test_cut_and_paste_go_over_the_clipboard(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.panel.cut()
    assert "hidden1" not in bench.graph
    bench.panel.paste()
    (new,) = bench.panel.selected()
    assert bench.graph.node(new).layer.out_features == 4
    bench.panel.paste()
    assert bench.scene.places()[bench.panel.selected()[0]] != bench.scene.places()[new]


def test_a_strange_clipboard_is_refused_in_words(bench) -> None:
    for text in ("hello", "[]", "[" * 100_000, '{"nodes": []}'):
        data = QMimeData()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        bench.panel.paste()
        assert bench.view._hint.text() == "The clipboard holds no layers."
    assert bench.document.undo_stack.count() == 0


def test_plus_and_minus_change_units(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.key(Qt.Key.Key_Plus)
    bench.key(Qt.Key.Key_Plus)
    bench.key(Qt.Key.Key_Minus)
    assert bench.graph.node("hidden1").layer.out_features == 5


def test_tidy_forgets_places(bench) -> None:
    bench.panel.commands.move({"hidden1": (400.0, 400.0)})
    assert bench.graph.node("output").position is not None
    bench.panel.tidy()
    assert all(node.position is None for node in bench.graph.nodes)


def test_menus_offer_the_same_actions(bench) -> None:
    def texts(hit: Hit) -> list[str]:
        menu = menus.menu_for(bench.view, hit, QPoint(100, 100))
        found = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
        menu.deleteLater()
        return found

    assert {"Inspect", "Rename", "Duplicate", "Copy", "Cut", "Delete"} <= set(texts(Hit("node", "hidden1")))
    assert bench.panel.selected() == ["hidden1"]
    assert {"Insert layer…", "Delete"} <= set(texts(Hit("edge", edge=Edge("hidden1", "hidden2"))))
    assert {"Add layer…", "Paste", "Select all", "Tidy up", "Fit to view"} <= set(texts(Hit()))


def test_freezing_shows_a_lock(bench) -> None:
    menu = menus.menu_for(bench.view, Hit("node", "hidden1"), QPoint())
    next(a for a in menu.actions() if a.text() == "Freeze weights").trigger()
    menu.deleteLater()
    assert bench.graph.node("hidden1").lr_factor == 0
    assert bench.scene.nodes["hidden1"].face.frozen


def test_an_empty_canvas_offers_a_layer(bench) -> None:
    bench.panel.select_all()
    bench.panel.delete_selected()
    assert bench.panel.empty.isVisible()
    bench.qtbot.mouseClick(bench.panel.empty.button, Qt.MouseButton.LeftButton)
    assert bench.view.picker.isVisible()
    bench.qtbot.keyClicks(bench.view.picker.search, "input")
    bench.qtbot.keyClick(bench.view.picker.search, Qt.Key.Key_Return)
    assert [node.layer.name for node in bench.graph.nodes] == ["Input"]
    assert not bench.panel.empty.isVisible()


def test_wiring_by_name_offers_free_inputs_first(bench) -> None:
    graph = graphs.insert(bench.graph, Edge("hidden2", "output"), Node("sum", bench.layer("Add")))
    bench.document.edit_graph("x", graph)
    choices = links.targets(bench.panel.commands, "hidden1")
    assert choices[0].key.startswith("connect:sum:1")
    enabled = [choice.enabled for choice in choices]
    assert enabled == sorted(enabled, reverse=True)


def test_pasted_cards_leave_those_that_are_there_where_they_are(bench) -> None:
    before = bench.scene.places()
    bench.panel.select(["hidden1", "hidden2"])
    bench.panel.copy()
    bench.panel.paste()
    bench.plan()
    boxes = {i: item.card_rect() for i, item in bench.scene.nodes.items()}
    assert len(boxes) == len(before) + 2
    assert {i: bench.scene.places()[i] for i in before} == before
    assert not [(a, b) for a in boxes for b in boxes if a < b and boxes[a].intersects(boxes[b])]
