"""Everything a person does to the network with the mouse, and undo after it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.spec.graph import Edge
from playground.ui.canvas.mime import entry_to_mime

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST = Edge("hidden1", "hidden2")


def drop(bench, name: str, point: QPoint) -> None:  # type: ignore[no-untyped-def]  # fixtures are not imported
    data, action, left = entry_to_mime(bench.layer(name)), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(point, action, data, left, none),
        QDragMoveEvent(point, action, data, left, none),
        QDropEvent(QPointF(point), action, data, left, none),
    ):
        QApplication.sendEvent(bench.view.viewport(), event)
        assert event.isAccepted()


def test_click_selects_and_says_so(bench) -> None:
    with bench.qtbot.waitSignal(bench.panel.selection_changed) as said:
        bench.click(bench.body("hidden1"))
    assert said.args == [["hidden1"]]
    bench.click(bench.body("output"), CTRL)
    assert bench.panel.selected() == ["hidden1", "output"]
    bench.click(bench.body("hidden1"), CTRL)
    assert bench.panel.selected() == ["output"]
    bench.click(QPoint(20, 600))
    assert bench.panel.selected() == []


def test_rubber_band(bench) -> None:
    box = bench.at(bench.scene.nodes["hidden1"].card_rect().topLeft())
    end = bench.at(bench.scene.nodes["hidden2"].card_rect().bottomRight())
    bench.drag(box - QPoint(15, 60), end + QPoint(10, 60))
    assert bench.panel.selected() == ["hidden1", "hidden2"]


def test_a_drag_is_one_undo_step_on_the_grid(bench) -> None:
    before, place = bench.document.experiment, bench.scene.places()["hidden1"]
    start = bench.body("hidden1")
    bench.drag(start, start + QPoint(31, 57), start + QPoint(63, 90))
    x, y = bench.graph.node("hidden1").position
    assert bench.document.undo_stack.count() == 1
    assert (x % 4, y % 4) == (0, 0)
    assert abs(x - place[0] - 63) <= 4
    assert abs(y - place[1] - 90) <= 4
    bench.document.undo_stack.undo()
    assert bench.document.experiment == before
    assert bench.scene.nodes["hidden1"].pos() == QPointF(*place)
    bench.document.undo_stack.redo()
    assert bench.graph.node("hidden1").position == (x, y)


def test_a_press_without_a_drag_changes_nothing(bench) -> None:
    start = bench.body("hidden1")
    bench.drag(start, start + QPoint(1, 1))
    assert bench.document.undo_stack.count() == 0


def test_drop_on_an_edge_inserts(bench) -> None:
    drop(bench, "Dropout", bench.middle(FIRST))
    new = bench.graph.into("hidden2")[0].source
    assert bench.graph.node(new).layer.name == "Dropout"
    assert bench.graph.into(new)[0].source == "hidden1"
    assert bench.panel.selected() == [new]
    bench.document.undo_stack.undo()
    assert FIRST in bench.graph.edges


def test_drop_on_the_paper_adds_an_unconnected_node(bench) -> None:
    drop(bench, "Linear", QPoint(500, 470))
    (new,) = bench.panel.selected()
    node = bench.graph.node(new)
    assert not bench.graph.into(new)
    assert not bench.graph.out_of(new)
    assert (node.layer.out_features, node.activation.name) == (8, "Tanh")
    assert (bench.at(QPointF(*node.position)) - QPoint(500, 470)).manhattanLength() <= 48


def test_other_things_cannot_be_dropped(bench) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("words")
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(bench.view.viewport(), event)
    assert not event.isAccepted()


def test_plus_on_a_hovered_edge_opens_the_list(bench) -> None:
    bench.hover(bench.middle(FIRST))
    assert bench.scene.edges[FIRST]._hovered
    bench.click(bench.middle(FIRST))
    picker = bench.view.picker
    assert picker.isVisible()
    bench.qtbot.keyClicks(picker.search, "layer n")
    bench.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert not picker.isVisible()
    assert bench.graph.node(bench.graph.into("hidden2")[0].source).layer.name == "LayerNorm"


def test_wire_from_port_to_port(bench) -> None:
    drop(bench, "Linear", QPoint(500, 560))
    (new,) = bench.panel.selected()
    bench.hover(bench.body("input"))
    bench.drag(bench.at(bench.scene.nodes["input"].out_port()), bench.at(bench.scene.nodes[new].in_port(0)))
    assert Edge("input", new) in bench.graph.edges
    assert bench.document.undo_stack.count() == 2


def test_a_wire_to_a_taken_port_replaces_the_edge(bench) -> None:
    bench.drag(bench.at(bench.scene.nodes["input"].out_port()), bench.at(bench.scene.nodes["hidden2"].in_port(0)))
    assert bench.graph.into("hidden2") == [Edge("input", "hidden2")]


def test_an_illegal_wire_says_why_and_does_nothing(bench) -> None:
    start = bench.at(bench.scene.nodes["hidden2"].out_port())
    bench.drag(start, bench.body("hidden1"), release=False)
    assert "flow one way" in bench.view._hint.text()
    assert bench.view._hint.isVisible()
    assert bench.scene.nodes["hidden1"].light == "illegal"
    assert bench.scene.nodes["output"].light == "legal"
    bench.qtbot.mouseRelease(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.body("hidden1"))
    assert bench.document.undo_stack.count() == 0
    assert not any(item.light for item in bench.scene.nodes.values())


def test_a_wire_into_the_paper_offers_layers(bench) -> None:
    start = bench.at(bench.scene.nodes["hidden2"].out_port())
    bench.drag(start, start + QPoint(20, 200))
    assert bench.view.picker.isVisible()


def test_edges_are_selected_and_deleted(bench) -> None:
    line = bench.scene.edges[FIRST]
    bench.click(bench.at(line._line.pointAtPercent(0.2)))
    assert bench.scene.selected_edges() == [FIRST]
    bench.key(Qt.Key.Key_Delete)
    assert FIRST not in bench.graph.edges
    bench.document.undo_stack.undo()
    assert FIRST in bench.graph.edges


def test_quick_units(bench) -> None:
    item = bench.scene.nodes["hidden1"]
    bench.hover(bench.body("hidden1"))
    bench.click(bench.at(item.button_rect(1).center()))
    assert bench.graph.node("hidden1").layer.out_features == 5
    bench.hover(bench.body("hidden1"))
    bench.click(bench.at(item.button_rect(0).center()))
    bench.hover(bench.body("hidden1"))
    bench.click(bench.at(item.button_rect(0).center()))
    assert bench.graph.node("hidden1").layer.out_features == 3
    assert bench.document.undo_stack.count() == 3


def test_double_click_on_the_title_renames(bench) -> None:
    point = bench.title("hidden1")
    bench.qtbot.mouseDClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    editor = bench.view.title_editor
    assert editor.isVisible()
    editor.clear()
    bench.qtbot.keyClicks(editor, "  First  layer ")
    bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert bench.graph.node("hidden1").name == "First layer"
    assert bench.scene.nodes["hidden1"].face.title == "First layer"


def test_a_renamed_card_stays_selected(bench) -> None:
    bench.panel.select(["hidden1"])
    bench.view.setFocus()
    bench.view.ask.name("hidden1")
    editor = bench.view.title_editor
    bench.qtbot.waitUntil(editor.hasFocus)
    bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert bench.panel.selected() == ["hidden1"]


def test_double_click_on_the_card_inspects(bench) -> None:
    with bench.qtbot.waitSignal(bench.panel.inspect_requested) as said:
        bench.qtbot.mouseDClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.body("hidden1"))
    assert said.args == ["hidden1"]


def test_a_map_is_enlarged_while_the_pointer_rests_on_it(bench) -> None:
    bench.maps(64)
    item = bench.scene.nodes["hidden1"]
    bench.hover(bench.at(item.pos() + item.face.cells[2].center()))
    bench.qtbot.waitUntil(lambda: bench.view.hover_map.unit == ("hidden1", 2), timeout=2000)
    assert abs(item.sheet.peak - 2) < 1e-6
    assert (bench.wishes["canvas.unit"].node, bench.wishes["canvas.unit"].unit) == ("hidden1", 2)
    bench.hover(QPoint(30, 600))
    bench.qtbot.waitUntil(lambda: not bench.view.hover_map.isVisible(), timeout=2000)


def test_the_wheel_zooms_around_the_pointer(bench) -> None:
    point = bench.body("hidden1")
    before, scale = bench.view.mapToScene(point), bench.view.zoom
    global_point = QPointF(bench.view.viewport().mapToGlobal(point))
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(point), global_point, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bench.view.viewport(), event)
    assert bench.view.zoom > scale
    assert (bench.view.mapToScene(point) - before).manhattanLength() < 3


def test_the_middle_button_pans(bench) -> None:
    view, middle = bench.view, Qt.MouseButton.MiddleButton
    before = view.mapToScene(QPoint(0, 0))
    bench.qtbot.mousePress(view.viewport(), middle, pos=QPoint(300, 500))
    bench.hover(QPoint(340, 520))
    bench.qtbot.mouseRelease(view.viewport(), middle, pos=QPoint(340, 520))
    moved = (before - view.mapToScene(QPoint(0, 0))) * view.zoom
    assert (moved - QPointF(40, 20)).manhattanLength() < 2


def sees_all(bench) -> bool:
    return bench.view.mapToScene(bench.view.viewport().rect()).boundingRect().contains(bench.scene.bounds())


def test_the_network_is_fitted_and_never_enlarged(bench) -> None:
    assert bench.view.zoom <= 1
    bench.panel.resize(500, 400)
    seen = bench.view.mapToScene(bench.view.viewport().rect()).boundingRect()
    assert seen.contains(bench.scene.bounds())


def test_an_edit_that_pushes_a_card_out_of_a_whole_picture_fits_it_again(bench) -> None:
    drop(bench, "Linear", QPoint(400, 620))  # half below the edge
    assert sees_all(bench)
    bench.panel.zoom_in()
    bench.panel.zoom_in()
    bench.panel.zoom_in()
    scale = bench.view.zoom
    assert not sees_all(bench)
    drop(bench, "Linear", QPoint(400, 620))
    assert bench.view.zoom == scale  # somebody looks at a part on purpose


def test_copies_stand_free_and_leave_the_originals_alone(bench) -> None:
    before = bench.scene.places()
    bench.panel.select(["hidden1", "hidden2"])
    bench.panel.duplicate_selected()
    boxes = {i: item.card_rect() for i, item in bench.scene.nodes.items()}
    assert {i: bench.scene.places()[i] for i in before} == before
    assert not [(a, b) for a in boxes for b in boxes if a < b and boxes[a].intersects(boxes[b])]


def test_pointer_leaving_takes_the_ports_away(bench) -> None:
    bench.hover(bench.body("hidden1"))
    assert bench.scene.nodes["hidden1"].hovered
    QApplication.sendEvent(bench.view.viewport(), QEvent(QEvent.Type.Leave))
    assert not bench.scene.nodes["hidden1"].hovered


def test_escape_gives_a_drag_up(bench) -> None:
    start, place = bench.body("hidden1"), bench.scene.nodes["hidden1"].pos()
    bench.drag(start, start + QPoint(80, 80), release=False)
    assert bench.scene.nodes["hidden1"].pos() != place
    bench.key(Qt.Key.Key_Escape)
    assert bench.scene.nodes["hidden1"].pos() == place
    bench.qtbot.mouseRelease(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(80, 80))
    assert bench.document.undo_stack.count() == 0


def test_undo_in_the_middle_of_a_wire(bench) -> None:
    drop(bench, "Linear", QPoint(500, 520))
    (new,) = bench.panel.selected()
    start = bench.at(bench.scene.nodes[new].out_port())
    bench.drag(start, bench.body("output"), release=False)
    bench.document.undo_stack.undo()
    bench.hover(bench.body("hidden1"))
    bench.qtbot.mouseRelease(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.body("hidden1"))
    assert len(bench.graph.nodes) == 4
    assert not any(item.light for item in bench.scene.nodes.values())


def test_a_card_that_was_under_the_pointer_when_it_changed_lets_go_of_its_ports(bench) -> None:
    bench.hover(bench.body("hidden1"))
    bench.panel.duplicate_selected()
    bench.plan()
    bench.hover(QPoint(2, 2))
    assert not bench.scene.nodes["hidden1"].hovered
