"""Finding one's way: the overview, zooming to the selection, levels of detail, gliding cards, names of ports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from playground.spec import graph as g
from playground.spec.experiment import Variant
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas.edits import moved
from playground.ui.canvas.scene import Hit
from tests.ui.canvas.networks import residual


def long(bench) -> Graph:  # type: ignore[no-untyped-def]  # fixtures are not imported
    """The network with twelve more layers, which do not fit into the view at 100 %."""
    graph = bench.graph
    for number in range(12):
        last = graph.into("output")[0]
        graph = g.insert(graph, last, Node(f"more{number}", bench.layer("Linear", out_features=2)))
    bench.document.edit_graph("x", graph)
    bench.view.zoom_by(1 / bench.view.zoom)
    return graph


def test_the_overview_is_there_when_the_network_is_larger_than_the_view(bench) -> None:
    assert not bench.view.minimap.isVisible()
    long(bench)
    assert bench.view.minimap.isVisible()
    assert bench.view.rect().contains(bench.view.minimap.geometry())
    bench.panel.fit()
    assert not bench.view.minimap.isVisible()


def test_a_click_in_the_overview_jumps_and_a_drag_pans(bench) -> None:
    long(bench)
    overview = bench.view.minimap
    goal = bench.scene.nodes["output"].card_rect()
    bench.qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=overview.to_map(goal).center().toPoint())
    assert bench.view.seen().contains(goal.center())
    start = bench.view.seen().center()
    bench.qtbot.mouseMove(overview, overview.to_map(bench.scene.nodes["input"].card_rect()).center().toPoint())
    bench.qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton)
    assert bench.view.seen().center().x() < start.x() - 500


def test_the_overview_shows_what_is_selected_and_what_is_broken(bench) -> None:
    from playground.engine.events import Diagnostic

    long(bench)
    bench.problems = (Diagnostic("It cannot be.", "", network="model", node="more3"),)
    bench.plan()
    bench.panel.select(["more7"])
    overview = bench.view.minimap
    bench.qtbot.waitUntil(lambda: not overview._redraw.isActive())
    picture = overview.grab().toImage()

    def color(node_id: str) -> QColor:
        spot = overview.to_map(bench.scene.nodes[node_id].card_rect()).center().toPoint()
        return picture.pixelColor(spot)  # under the veil of the part in view

    assert color("more7").blue() > color("more7").red() + 120
    assert color("more3").red() > color("more3").blue() + 80
    assert abs(color("more5").red() - color("more5").blue()) < 60


def test_zooming_to_the_selection_shows_it_large(bench) -> None:
    long(bench)
    bench.panel.fit()
    bench.panel.select(["more8", "more9"])
    bench.panel.zoom_selection()
    for node_id in ("more8", "more9"):
        assert bench.view.seen().contains(bench.scene.nodes[node_id].card_rect())
    assert bench.view.zoom > 1
    bench.panel.select([])
    bench.panel.zoom_selection()
    assert bench.view.seen().contains(bench.scene.bounds())


def test_the_wheel_zooms_about_the_pointer(bench) -> None:
    point = bench.body("hidden2")
    before = bench.view.mapToScene(point)
    bench.view.wheel_zoom(240, QPointF(point))
    assert (bench.view.mapToScene(point) - before).manhattanLength() < 3


def test_far_away_cards_are_blocks_that_can_still_be_worked_with(bench) -> None:
    long(bench)
    scene, view = bench.scene, bench.view
    view.zoom_by(0.12 / view.zoom)
    view.look_at(scene.bounds().center())
    item = scene.nodes["more2"]
    assert item.opacity() == 0
    spot = item.card_rect().center()

    def color() -> str:
        return str(view.viewport().grab().toImage().pixelColor(bench.at(spot)).name())

    assert color() == item.block_color().name()
    assert scene.finder.hit(spot, view.zoom) == Hit("node", "more2")
    bench.panel.select(["more2"])
    edge_of_block = bench.at(item.card_rect().topLeft())
    shown = view.viewport().grab().toImage()
    near = [shown.pixelColor(edge_of_block.x() + dx, edge_of_block.y()).name() for dx in (1, 2, 3)]
    assert bench.themes.theme.accent.lower() in near
    view.zoom_by(1 / view.zoom)
    assert item.opacity() == 1
    assert item.isSelected()


def test_a_drag_takes_a_card_out_of_its_glide(bench) -> None:
    scene = bench.scene
    scene.movement.animate = True
    bench.document.edit_graph("x", moved(bench.graph, {"output": (1400.0, 300.0)}))
    assert scene.movement.gliding
    bench.drag(bench.body("output"), bench.body("output") + bench.at(QPointF(0, 90)) - bench.at(QPointF(0, 0)))
    scene.movement.finish()
    assert scene.nodes["output"].pos() == QPointF(*scene.places()["output"])
    assert not scene.movement.gliding


def test_a_second_change_takes_over_a_glide(bench) -> None:
    scene = bench.scene
    scene.movement.animate = True
    bench.document.edit_graph("x", moved(bench.graph, {"output": (1400.0, 300.0)}))
    bench.document.undo_stack.undo()
    bench.qtbot.waitUntil(lambda: not scene.movement.gliding, timeout=2000)
    for node_id, place in scene.places().items():
        assert scene.nodes[node_id].pos() == QPointF(*place)


def test_a_card_is_hit_where_it_is_seen_while_it_glides(bench) -> None:
    scene = bench.scene
    scene.movement.animate = True
    old = scene.nodes["output"].card_rect().center()
    bench.document.edit_graph("x", moved(bench.graph, {"output": (1400.0, 900.0)}))
    assert scene.finder.hit(old).node == "output"
    scene.movement.finish()
    assert scene.finder.hit(old).node == ""
    assert scene.finder.hit(scene.nodes["output"].card_rect().center()).node == "output"


def test_names_of_inputs_show_beside_their_ports(bench) -> None:
    from playground.catalog.layers.merge import MatMul

    graph = g.add(bench.graph, Node("product1", MatMul()))
    bench.document.edit_graph("x", graph)
    item = bench.scene.nodes["product1"]
    assert len(item.port_names) == item.port_count == 2
    bench.panel.fit()
    boxes = [box.translated(item.pos()) for box in item._name_boxes()]
    plain = bench.view.viewport().grab().toImage()
    bench.scene.set_hover(Hit("node", "product1"))
    QApplication.processEvents()
    named = bench.view.viewport().grab().toImage()
    for box, port in zip(boxes, range(2), strict=True):
        assert box.right() < item.in_port(port).x()
        area = bench.view.mapFromScene(box).boundingRect()
        assert plain.copy(area) != named.copy(area)
        assert item.boundingRect().translated(item.pos()).contains(box)


@pytest.mark.parametrize("way", ["right", "down", "rows"])
def test_what_lies_under_a_point_is_found_in_a_large_network(bench, way) -> None:
    scene = bench.scene
    bench.document.edit_graph("x", residual())
    scene.set_way(way)
    for node_id, item in scene.nodes.items():
        assert scene.finder.hit(item.card_rect().center()).node == node_id
        assert scene.finder.hit(item.out_port() + QPointF(1, 1)).part == "out"
    for edge, line in scene.edges.items():
        found = scene.finder.edge_at(line.path.pointAtPercent(0.45), 2.0)
        assert found is not None
        assert found.source == edge.source
    assert scene.finder.hit(QPointF(-500, -500)) == Hit()


def test_only_edges_whose_ends_or_lanes_move_are_drawn_anew(bench, monkeypatch) -> None:
    bench.document.edit_graph("x", residual())
    routed: list[Edge] = []
    for edge, line in bench.scene.edges.items():
        monkeypatch.setattr(line, "route", lambda *_, e=edge: routed.append(e))
    node = bench.graph.node("s3b1first")
    bench.document.edit_graph("x", g.change(bench.graph, replace(node, lr_factor=0.5)))
    assert not routed


@pytest.mark.parametrize("scale", [0.27, 0.34, 0.4])
def test_from_afar_no_card_is_an_empty_box(bench, scale: float) -> None:
    bench.document.edit_graph("x", g.insert(bench.graph, Edge("hidden2", "output"), Node("n", bench.layer("ELU"))))
    bench.plan()
    bench.view.zoom_by(scale / bench.view.zoom)
    bench.scene.movement.finish()
    QApplication.processEvents()
    picture = bench.view.viewport().grab().toImage()
    for item in bench.scene.nodes.values():
        box = bench.view.mapFromScene(item.card_rect().adjusted(5, 5, -5, -5)).boundingRect() & picture.rect()
        colours = {picture.pixel(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())}
        assert len(colours) > 1 or QColor(next(iter(colours))) == item.block_color()


def test_chips_in_several_rows_cover_no_card(bench) -> None:
    names = [f"a variant with a long name {at}" for at in range(6)]
    bench.document.open(replace(bench.document.experiment, variants=tuple(map(Variant, names))), None)
    bench.plan()
    bench.panel.resize(420, 640)
    bench.qtbot.waitUntil(lambda: bench.panel.variants.height() > 60)
    low = bench.panel.variants.geometry().bottom()
    top = bench.view.mapFromScene(bench.scene.bounds().topLeft()).y()
    assert top >= low
