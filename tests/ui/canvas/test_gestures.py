"""Wires, forks, the order of layers, copies and guides, with a real mouse; one gesture is one undo step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from playground.spec import graph as graphs
from playground.spec.graph import Edge, Node
from playground.ui.canvas import menus
from playground.ui.canvas.mime import entry_to_mime
from playground.ui.canvas.scene import Hit

NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton
FIRST, LAST = Edge("hidden1", "hidden2"), Edge("hidden2", "output")


@pytest.fixture
def merged(bench):  # type: ignore[no-untyped-def]  # fixtures are not imported
    """The bench with an Add before the output that takes the first layer too, and two free cards."""
    graph = graphs.insert(bench.graph, LAST, Node("sum", bench.layer("Add")))
    graph = graphs.connect(graph, "hidden1", "sum", 1)
    graph = graphs.add(graphs.add(graph, Node("free", bench.layer("Dropout"))), Node("cat", bench.layer("Concat")))
    bench.document.edit_graph("x", graph)
    bench.document.undo_stack.clear()
    return bench


def port(bench, node: str, number: int = -1) -> QPoint:  # type: ignore[no-untyped-def]  # as above
    item = bench.scene.nodes[node]
    return bench.at(item.out_port() if number < 0 else item.in_port(number))


def on(bench, edge: Edge, share: float) -> QPoint:  # type: ignore[no-untyped-def]  # as above
    return bench.at(bench.scene.edges[edge].path.pointAtPercent(share))


def drag(bench, start: QPoint, *stops: QPoint, held: Qt.KeyboardModifier = NONE, release: bool = True) -> None:  # type: ignore[no-untyped-def]  # as above
    port = bench.view.viewport()
    bench.hover(start)
    QTest.mousePress(port, LEFT, held, start)
    for stop in stops:
        for point in ((start + stop) / 2, stop):
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(point),
                QPointF(port.mapToGlobal(point)),
                Qt.MouseButton.NoButton,
                LEFT,
                held,
            )
            QApplication.sendEvent(port, move)
    if release:
        QTest.mouseRelease(port, LEFT, held, stops[-1])


def undone(bench, edges: tuple[Edge, ...]) -> bool:  # type: ignore[no-untyped-def]  # as above
    """Whether there was one undo step, and nothing of it is left when it is undone."""
    once = bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    return once and bench.graph.edges == edges


# --- wires -----------------------------------------------------------------------------------------------------------


def test_a_wire_runs_backwards_from_a_free_input(merged) -> None:
    before = merged.graph.edges
    drag(merged, port(merged, "cat", 1), merged.body("input"))
    assert Edge("input", "cat", 1) in merged.graph.edges
    assert undone(merged, before)


def test_backwards_too_it_is_lit_where_it_may_end_and_says_why_not(merged) -> None:
    drag(merged, port(merged, "sum", 2), merged.body("output"), release=False)
    light = {i: item.light for i, item in merged.scene.nodes.items()}
    assert light["output"] == "illegal"
    assert {i for i, on in light.items() if on == "source"} == {"input", "free", "cat"}
    assert light["hidden1"] == "dim", "hidden1 feeds the sum already"
    assert "flow one way" in merged.view._hint.text()
    merged.key(Qt.Key.Key_Escape)
    assert not any(item.light for item in merged.scene.nodes.values())
    assert not merged.view._hint.isVisible()
    QTest.mouseRelease(merged.view.viewport(), LEFT, NONE, merged.body("output"))
    assert merged.document.undo_stack.count() == 0


def test_a_wire_on_a_card_takes_a_free_port_and_on_a_port_that_port(merged) -> None:
    drag(merged, port(merged, "hidden1"), merged.body("cat"))
    assert Edge("hidden1", "cat", 0) in merged.graph.edges
    drag(merged, port(merged, "hidden2"), merged.body("cat"))
    assert Edge("hidden2", "cat", 1) in merged.graph.edges
    drag(merged, port(merged, "input"), port(merged, "cat", 0))
    assert merged.graph.into("cat") == [Edge("input", "cat", 0), Edge("hidden2", "cat", 1)]


def test_a_taken_input_gives_its_edge_up(merged) -> None:
    before = merged.graph.edges
    drag(merged, port(merged, "sum", 1), port(merged, "cat", 0), release=False)
    assert merged.scene.edges[Edge("hidden1", "sum", 1)].faded
    QTest.mouseRelease(merged.view.viewport(), LEFT, NONE, port(merged, "cat", 0))
    assert Edge("hidden1", "sum", 1) not in merged.graph.edges
    assert Edge("hidden1", "cat", 0) in merged.graph.edges
    assert undone(merged, before)
    assert not merged.scene.edges[Edge("hidden1", "sum", 1)].faded


def test_an_edge_let_go_in_empty_space_is_gone(merged) -> None:
    before = merged.graph.edges
    drag(merged, port(merged, "sum", 1), QPoint(60, 600))
    assert merged.graph.edges == tuple(edge for edge in before if edge != Edge("hidden1", "sum", 1))
    assert undone(merged, before)


def test_an_edge_put_back_where_it_was_changes_nothing(merged) -> None:
    start = port(merged, "hidden2", 0)
    drag(merged, start, QPoint(60, 600), start)
    assert merged.document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("share", "card", "made"), [(0.9, "cat", Edge("hidden1", "cat")), (0.1, "input", Edge("input", "hidden2"))]
)
def test_an_edge_is_taken_by_either_end(merged, share: float, card: str, made: Edge) -> None:
    before = merged.graph.edges
    line = merged.scene.edges[FIRST].path
    end = line.pointAtPercent(1.0 if share > 0.5 else 0.0)
    step = QPointF(-14 if share > 0.5 else 14, 0)  # beside the port, on the line
    assert merged.view.hit(merged.at(end + step)).edge == FIRST
    drag(merged, merged.at(end + step), merged.body(card))
    assert FIRST not in merged.graph.edges
    assert made in merged.graph.edges
    assert undone(merged, before)


# --- forks -----------------------------------------------------------------------------------------------------------


def test_a_second_wire_from_an_output_is_a_fork(merged) -> None:
    before = merged.graph.edges
    drag(merged, port(merged, "hidden1"), merged.body("free"))
    assert merged.graph.edges == (*before, Edge("hidden1", "free"))
    assert undone(merged, before)


@pytest.mark.parametrize("start", ["card", "edge"])
def test_alt_and_the_middle_of_an_edge_fork(merged, start: str) -> None:
    if start == "card":
        drag(merged, merged.body("hidden1"), merged.body("free"), held=ALT)
    else:
        drag(merged, on(merged, FIRST, 0.5), merged.body("free"))
    assert {edge.target for edge in merged.graph.out_of("hidden1")} == {"hidden2", "sum", "free"}


def test_a_fork_into_empty_space_makes_its_first_layer(merged) -> None:
    before = merged.graph
    drag(merged, on(merged, FIRST, 0.5), QPoint(500, 600))
    picker = merged.view.picker
    assert picker.isVisible()
    assert merged.document.undo_stack.count() == 0
    merged.qtbot.keyClicks(picker.search, "linear")
    merged.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    (new,) = merged.panel.selected()
    assert merged.graph.into(new) == [Edge("hidden1", new)]
    assert FIRST in merged.graph.edges
    assert not merged.graph.out_of(new)
    assert undone(merged, before.edges)
    assert merged.graph == before


def test_backwards_into_empty_space_feeds_the_port(merged) -> None:
    drag(merged, port(merged, "cat", 1), QPoint(60, 600))
    picker = merged.view.picker
    merged.qtbot.keyClicks(picker.search, "input")
    merged.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    (new,) = merged.panel.selected()
    assert merged.graph.into("cat") == [Edge(new, "cat", 1)]
    assert [node.layer.name for node in merged.graph.nodes].count("Input") == 2


def test_a_fork_where_cards_stand_by_hand_stays_where_it_was_dropped(merged) -> None:
    merged.panel.commands.move({"free": (0.0, 500.0)})
    wanted = merged.view.mapToScene(QPoint(520, 560))
    drag(merged, port(merged, "hidden1"), QPoint(520, 560))
    merged.qtbot.keyClick(merged.view.picker.search, Qt.Key.Key_Return)
    (new,) = merged.panel.selected()
    assert (QPointF(*merged.graph.node(new).position) - wanted + QPointF(0, 30)).manhattanLength() <= 4


# --- the order of layers ---------------------------------------------------------------------------------------------


def order(bench) -> list[str]:  # type: ignore[no-untyped-def]  # as above
    return [node.id for node in bench.graph.order()]


def centre(bench, node: str) -> QPoint:  # type: ignore[no-untyped-def]  # as above
    return bench.at(bench.scene.nodes[node].card_rect().center())


def test_a_card_dragged_past_its_neighbour_changes_places_with_it(bench) -> None:
    before = bench.document.experiment
    start, goal = centre(bench, "hidden1"), centre(bench, "hidden2")
    start, goal = bench.body("hidden1"), bench.body("hidden1") + goal - start + QPoint(30, 0)
    drag(bench, start, goal, release=False)
    assert bench.view.interaction._bar.scene() is bench.scene
    QTest.mouseRelease(bench.view.viewport(), LEFT, NONE, goal)
    assert order(bench) == ["input", "hidden2", "hidden1", "output"]
    assert all(node.position is None for node in bench.graph.nodes), "the layout stays automatic"
    assert bench.panel.selected() == ["hidden1"]
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    assert bench.document.experiment == before


def test_a_card_dropped_on_an_edge_moves_there(merged) -> None:
    before = merged.graph
    goal = on(merged, Edge("hidden1", "sum", 1), 0.5)
    grip = merged.body("hidden2")
    drag(merged, grip, goal, release=False)
    assert merged.scene.edges[Edge("hidden1", "sum", 1)]._hovered
    QTest.mouseRelease(merged.view.viewport(), LEFT, NONE, goal)
    assert Edge("hidden1", "sum") in merged.graph.edges, "its neighbours are wired together"
    assert {Edge("hidden1", "hidden2"), Edge("hidden2", "sum", 1)} <= set(merged.graph.edges)
    merged.document.undo_stack.undo()
    assert merged.graph == before


def test_a_free_card_dropped_on_an_edge_is_inserted(merged) -> None:
    drag(merged, merged.body("free"), on(merged, FIRST, 0.5))
    assert merged.graph.into("free") == [Edge("hidden1", "free")]
    assert merged.graph.out_of("free") == [Edge("free", "hidden2")]
    assert merged.document.undo_stack.count() == 1


def test_by_hand_a_plain_drag_moves_and_shift_reorders(bench) -> None:
    bench.panel.commands.move({})
    start = bench.body("hidden1")
    goal = start + centre(bench, "hidden2") - centre(bench, "hidden1") + QPoint(30, 40)
    drag(bench, start, goal)
    assert order(bench) == ["input", "hidden1", "hidden2", "output"]
    bench.document.undo_stack.undo()
    drag(bench, start, goal, held=SHIFT)
    assert order(bench) == ["input", "hidden2", "hidden1", "output"]
    boxes = [item.card_rect() for item in bench.scene.nodes.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_shift_dropped_nowhere_puts_the_card_back(bench) -> None:
    place = bench.scene.nodes["hidden1"].pos()
    drag(bench, bench.body("hidden1"), QPoint(500, 620), held=SHIFT)
    assert bench.scene.nodes["hidden1"].pos() == place
    assert bench.document.undo_stack.count() == 0


def test_escape_in_the_middle_changes_nothing_not_even_the_selection(bench) -> None:
    places = {i: item.pos() for i, item in bench.scene.nodes.items()}
    drag(bench, bench.body("hidden1"), centre(bench, "hidden2") + QPoint(30, 0), release=False)
    bench.key(Qt.Key.Key_Escape)
    assert {i: item.pos() for i, item in bench.scene.nodes.items()} == places
    assert bench.panel.selected() == ["hidden1"]
    QTest.mouseRelease(bench.view.viewport(), LEFT, NONE, centre(bench, "hidden2"))
    assert bench.document.undo_stack.count() == 0


def test_from_the_keyboard(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.view.selection.move(1)
    assert order(bench) == ["input", "hidden2", "hidden1", "output"]
    bench.view.selection.move(1)
    assert "stays at the end" in bench.view._hint.text()
    bench.panel.select_all()
    bench.view.selection.move(1)
    assert bench.view._hint.text() == "Select one layer to move it along its chain."
    assert bench.document.undo_stack.count() == 1


# --- copies, guides, alignment ---------------------------------------------------------------------------------------


def test_dragging_with_ctrl_leaves_copies(bench) -> None:
    bench.panel.select(["hidden1", "hidden2"])
    before, places = bench.graph, bench.scene.places()
    start = bench.body("hidden1")
    drag(bench, start, start + QPoint(20, 200), held=CTRL)
    first, second = bench.panel.selected()
    assert Edge(first, second) in bench.graph.edges
    assert {i: bench.scene.places()[i] for i in places} == places
    x, y = bench.scene.places()[first]
    shift = (bench.at(QPointF(x, y)) - bench.at(QPointF(*places["hidden1"]))) - QPoint(20, 200)
    assert shift.manhattanLength() <= 12
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    assert bench.graph == before


def test_dragging_one_card_with_ctrl_leaves_the_selected_ones_alone(bench) -> None:
    bench.panel.select(["output"])
    start = bench.body("hidden1")
    drag(bench, start, start + QPoint(20, 200), held=CTRL)
    assert len(bench.graph.nodes) == 5
    assert bench.panel.selected() == [bench.graph.nodes[-1].id]


def test_a_dragged_card_snaps_to_the_middle_of_another(merged) -> None:
    item, other = merged.scene.nodes["free"], merged.scene.nodes["hidden1"]
    goal = QPointF(item.card_rect().center().x() + 260, other.card_rect().center().y() + 3 / merged.view.zoom)
    start = merged.body("free")
    way = merged.at(goal) - merged.at(item.card_rect().center())
    drag(merged, start, start + way, release=False, held=NONE)
    assert item.card_rect().center().y() == other.card_rect().center().y()
    merged.key(Qt.Key.Key_Escape)


def test_alignment_is_one_step_and_says_when_it_cannot(bench) -> None:
    bench.view.selection.align("top")
    assert bench.view._hint.text() == "Select two layers or more to align them."
    bench.panel.select_all()
    bench.view.selection.align("top")
    assert len({y for _, y in bench.scene.places().values()}) == 1
    bench.view.selection.distribute("horizontal")
    row = sorted(item.card_rect().getRect() for item in bench.scene.nodes.values())
    gaps = [b[0] - a[0] - a[2] for a, b in pairwise(row)]
    assert max(gaps) - min(gaps) < 1e-6
    bench.panel.select(["input", "output"])
    bench.view.selection.distribute("vertical")
    assert bench.view._hint.text() == "Select three layers or more to space them out."


# --- the rest --------------------------------------------------------------------------------------------------------


def test_a_double_click_on_the_paper_offers_layers_for_that_place(bench) -> None:
    bench.click(QPoint(300, 590))
    QTest.mouseDClick(bench.view.viewport(), LEFT, NONE, QPoint(300, 590))
    picker = bench.view.picker
    assert picker.isVisible()
    bench.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    (new,) = bench.panel.selected()
    assert not bench.graph.into(new)


def test_a_click_on_a_port_selects_its_card(merged) -> None:
    merged.click(port(merged, "sum", 0))
    assert merged.panel.selected() == ["sum"]
    merged.click(port(merged, "hidden1"))
    assert merged.panel.selected() == ["hidden1"]
    assert merged.document.undo_stack.count() == 0


def test_deleting_without_reconnecting_leaves_a_gap(bench) -> None:
    bench.panel.select(["hidden2"])
    bench.view.selection.delete(bypass=False)
    assert bench.graph.edges == (Edge("input", "hidden1"),)
    bench.document.undo_stack.undo()
    bench.panel.select(["hidden1", "hidden2"])
    bench.view.selection.delete()
    assert bench.graph.edges == (Edge("input", "output"),)


def test_the_stream_is_selected_up_and_down(merged) -> None:
    merged.panel.select(["hidden2"])
    merged.view.selection.extend(-1)
    assert merged.panel.selected() == ["input", "hidden1", "hidden2"]
    merged.panel.select(["hidden2"])
    merged.view.selection.extend(1)
    assert set(merged.panel.selected()) == {"hidden2", "sum", "output"}


def test_a_layer_is_replaced_in_its_place(bench) -> None:
    edges = bench.graph.edges
    bench.panel.select(["hidden1"])
    bench.view.selection.replace()
    picker = bench.view.picker
    bench.qtbot.keyClicks(picker.search, "dropout")
    bench.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert bench.graph.node("hidden1").layer.name == "Dropout"
    assert bench.graph.edges == edges
    assert bench.panel.selected() == ["hidden1"]
    assert bench.document.undo_stack.count() == 1


def over(bench, point: QPoint, data: QMimeData) -> None:  # type: ignore[no-untyped-def]  # as above
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(bench.view.viewport(), kind(point, Qt.DropAction.CopyAction, data, LEFT, NONE))


def test_an_edge_lights_up_while_a_layer_is_over_it(bench) -> None:
    data = entry_to_mime(bench.layer("Dropout"))
    for point, lit in ((on(bench, FIRST, 0.3), True), (bench.body("output"), False), (QPoint(40, 600), False)):
        over(bench, point, data)
        assert bench.scene.edges[FIRST]._hovered == lit
        assert (bench.scene.nodes["output"].light == "target") == (point == bench.body("output"))


def test_what_an_input_is_dropped_on_does_not_light_up(bench) -> None:
    data = entry_to_mime(bench.layer("Input"))
    over(bench, on(bench, FIRST, 0.5), data)
    assert not bench.scene.edges[FIRST]._hovered


def test_ports_and_wires_say_how_they_are_dragged(bench) -> None:
    seen = []
    for point in (port(bench, "hidden1"), port(bench, "hidden1", 0), on(bench, FIRST, 0.5)):
        bench.hover(point)
        QApplication.sendEvent(
            bench.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, bench.view.viewport().mapToGlobal(point))
        )
        seen.append(QToolTip.text())
    QToolTip.hideText()
    assert all("Drag" in text for text in seen)
    assert len(set(seen)) == 3


def test_several_inputs_and_outputs_can_be_placed_and_wired(bench) -> None:
    bench.panel.select([])
    commands = bench.panel.commands
    place = (0.0, 400.0)
    second = commands.add_layer(bench.layer("Input"), position=place)
    more = commands.add_layer(bench.layer("Output"), position=(400.0, 400.0))
    assert commands.wire(second, more, 0)
    assert commands.wire("output", commands.add_layer(bench.layer("Tanh"), position=(800.0, 0.0)), 0)
    graphs.check(bench.graph)


def test_the_menus_hold_order_alignment_and_branches(bench) -> None:
    menu = menus.menu_for(bench.view, Hit("node", "hidden1"), QPoint(9, 9))
    inner = next(child for child in menu.findChildren(QMenu) if child.title() == "Order")
    inner.actions()[1].trigger()
    menu.deleteLater()
    assert order(bench) == ["input", "hidden2", "hidden1", "output"]
    menu = menus.menu_for(bench.view, Hit("edge", edge=Edge("hidden2", "hidden1")), QPoint(9, 9))
    next(a for a in menu.actions() if a.text() == "Start a branch…").trigger()
    menu.deleteLater()
    bench.qtbot.keyClick(bench.view.picker.search, Qt.Key.Key_Return)
    assert len(bench.graph.out_of("hidden2")) == 2


def test_a_tip_goes_with_what_it_tells_of(bench) -> None:
    port = bench.view.viewport()
    point = bench.title("hidden1")
    bench.hover(point)
    QApplication.sendEvent(port, QEvent(QEvent.Type.Enter))
    QToolTip.showText(port.mapToGlobal(point), "hidden1", port)
    bench.panel.select(["hidden1"])
    port.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    bench.panel.delete_selected()
    assert bench.qtbot.waitUntil(lambda: not QToolTip.isVisible()) is None
