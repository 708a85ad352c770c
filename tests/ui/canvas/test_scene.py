"""What the scene shows: identity of items, cards, maps in the theme's colours, strands, problems."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from playground.engine.events import Diagnostic, Snapshot
from playground.spec import graph as g
from playground.spec.entry import UnknownEntry
from playground.spec.graph import Edge, Node
from playground.ui.canvas.panel import UNITS
from playground.ui.theme import value_lut


def picture(bench) -> QImage:  # type: ignore[no-untyped-def]  # fixtures are not imported
    return bench.view.viewport().grab().toImage()


def color_at(bench, point: QPointF) -> QColor:  # type: ignore[no-untyped-def]  # as above
    return picture(bench).pixelColor(bench.at(point))


def cell(bench, node: str, unit: int) -> QPointF:  # type: ignore[no-untyped-def]  # as above
    item = bench.scene.nodes[node]
    return item.pos() + item.face.cells[unit].center()


def test_cards_say_what_the_plan_says(bench) -> None:
    face = bench.scene.nodes["hidden1"].face
    assert (face.title, face.detail, face.shape, face.parameters) == ("Linear 4", "tanh", "(N, 4)", "12 params")
    output = bench.scene.nodes["output"].face
    assert (output.title, output.detail) == ("Output", "logit")
    assert len(output.cells) == 1
    assert output.cells[0].width() > 90


def test_only_what_differs_is_touched(bench) -> None:
    before, edges = dict(bench.scene.nodes), dict(bench.scene.edges)
    faces = {i: item.face for i, item in before.items()}
    node = bench.graph.node("hidden2")
    bench.document.edit_graph("x", g.change(bench.graph, replace(node, name="Other")))
    assert bench.scene.nodes == before
    assert bench.scene.edges == edges
    assert [i for i, item in bench.scene.nodes.items() if item.face is not faces[i]] == ["hidden2"]
    bench.document.edit_graph("x", g.remove(bench.graph, ["hidden2"]))
    assert "hidden2" not in bench.scene.nodes
    assert bench.scene.nodes["hidden1"] is before["hidden1"]


def test_a_map_has_the_colour_of_its_value(bench) -> None:
    for value in (127, -127, 0):
        bench.maps(value)
        expected = QColor(*map(int, value_lut(bench.themes.theme)[value + 128, :3]))
        assert color_at(bench, cell(bench, "hidden1", 0)) == expected


def test_rows_of_a_map_run_from_top_to_bottom(bench) -> None:
    maps = np.zeros((4, 8, 8), np.int8)
    maps[1, :4] = 127
    bench.runs.store.take(Snapshot(UNITS, "model", 0.0, {"hidden1": maps, "hidden1.scale": np.float32(1)}))
    lut, middle = value_lut(bench.themes.theme), cell(bench, "hidden1", 1)
    assert color_at(bench, middle - QPointF(0, 10)) == QColor(*map(int, lut[255, :3]))
    assert color_at(bench, middle + QPointF(0, 10)) == QColor(*map(int, lut[128, :3]))


def test_maps_take_the_colours_of_another_theme(bench) -> None:
    bench.maps(0)
    bench.themes.set_mode("dark")
    bench.maps(0)
    assert color_at(bench, cell(bench, "hidden1", 0)) == QColor(*bench.themes.theme.mid)
    assert picture(bench).pixelColor(QPoint(5, 300)).lightness() < 60
    bench.themes.set_mode("light")


def test_map_memory_is_reused(bench) -> None:
    bench.maps(10)
    sheet = bench.scene.nodes["hidden1"].sheet
    memory = sheet.value(0).__array_interface__["data"][0]
    bench.maps(20)
    assert sheet.value(0).__array_interface__["data"][0] == memory
    assert int(sheet.value(0)[0, 0]) == 148


def test_data_without_a_plane_give_compact_cards(bench) -> None:
    from playground.spec.entry import make

    tall = bench.scene.nodes["hidden1"].face.height
    bench.document.edit("Data", replace(bench.document.shown, data=make("data", {"entry": "Iris"})))
    face = bench.scene.nodes["hidden1"].face
    assert face.strip == 4
    assert len(face.cells) == 1
    assert face.height < tall


def test_few_units_give_strands_and_many_one_line(bench) -> None:
    bench.maps()
    assert bench.scene.edges[Edge("hidden1", "hidden2")].strand_count == 8
    node = bench.graph.node("hidden1")
    bench.document.edit_graph("x", g.change(bench.graph, replace(node, layer=bench.layer("Linear", out_features=40))))
    bench.maps()
    assert bench.scene.edges[Edge("hidden1", "hidden2")].strand_count == 0
    face = bench.scene.nodes["hidden1"].face
    assert (len(face.cells), face.shown, face.more) == (12, 11, 29)


def test_strands_have_the_colour_of_their_sign(bench) -> None:
    theme = bench.themes.theme
    edge = bench.scene.edges[Edge("hidden2", "output")]
    for value, near, far in ((127, theme.high, theme.low), (-127, theme.low, theme.high)):
        bench.maps(value)
        color = color_at(bench, edge.target.in_port(0) - QPointF(6, 0))
        distance = [sum(abs(a - b) for a, b in zip(color.getRgb()[:3], end, strict=True)) for end in (near, far)]
        assert distance[0] < distance[1]


def test_a_broken_node_has_a_ring_and_a_sentence(bench) -> None:
    bench.problems = (Diagnostic("It cannot be.", "Mend it.", network="model", node="hidden2"),)
    bench.plan()
    item = bench.scene.nodes["hidden2"]
    assert (item.face.severity, item.face.sentence, item.toolTip()) == ("error", "It cannot be.", "Mend it.")
    assert item.face.sentence_box.top() > item.face.height
    box = item.card_rect()
    assert color_at(bench, QPointF(box.left(), box.center().y() + 30)).red() > 150
    bench.problems = ()
    bench.plan()
    assert not item.face.sentence


def test_warnings_are_amber_and_errors_win(bench) -> None:
    bench.problems = (
        Diagnostic("Careful.", severity="warning", network="model", node="hidden1"),
        Diagnostic("Careful.", severity="warning", network="model", node="hidden2"),
        Diagnostic("Broken.", network="model", node="hidden2"),
    )
    bench.plan()
    assert bench.scene.nodes["hidden1"].face.severity == "warning"
    assert bench.scene.nodes["hidden2"].face.sentence == "Broken."


def test_an_unknown_layer_shows_its_name(bench) -> None:
    node = Node("odd", UnknownEntry("layer", {"entry": "FancyLayer"}))
    bench.document.edit_graph("x", g.insert(bench.graph, Edge("hidden1", "hidden2"), node))
    face = bench.scene.nodes["odd"].face
    assert (face.title, face.unknown, face.severity) == ("FancyLayer", True, "error")


def test_a_long_edge_goes_around_the_cards_between(bench) -> None:
    graph = g.insert(bench.graph, Edge("hidden2", "output"), Node("add1", bench.layer("Add")))
    bench.document.edit_graph("x", g.connect(graph, "input", "add1", 1))
    line = bench.scene.edges[Edge("input", "add1", 1)]
    for node in ("hidden1", "hidden2"):
        box = bench.scene.nodes[node].card_rect()
        assert not any(box.contains(line._line.pointAtPercent(i / 200)) for i in range(201))


def test_phases_light_cards_in_order(bench) -> None:
    bench.panel.show_phase("loss", 100)
    assert [i for i, item in bench.scene.nodes.items() if item.glow] == ["output"]
    bench.panel.show_phase("update", 100)
    assert [i for i, item in bench.scene.nodes.items() if item.glow] == ["hidden1", "hidden2", "output"]
    bench.scene.movement.animate = True
    bench.panel.show_phase("forward", 60)
    seen: list[str] = []

    def look() -> bool:
        bright = max(bench.scene.nodes, key=lambda i: bench.scene.nodes[i].glow)
        if bench.scene.nodes[bright].glow and (not seen or seen[-1] != bright):
            seen.append(bright)
        return bool(seen) and seen[-1] == "output"

    bench.qtbot.waitUntil(look, timeout=2000)
    order = [node.id for node in bench.graph.order()]
    assert seen == sorted(seen, key=order.index)
    bench.panel.show_phase("", 0)
    assert not any(item.glow for item in bench.scene.nodes.values())


def test_cards_glide_to_a_new_place(bench) -> None:
    bench.scene.movement.animate = True
    start = bench.scene.nodes["output"].pos()
    bench.panel.select(["hidden2"])
    bench.panel.add_layer(bench.layer("Dropout"))
    assert bench.scene.nodes["output"].pos() == start
    goal = QPointF(*bench.scene.places()["output"])
    assert goal.x() > start.x()
    bench.qtbot.waitUntil(lambda: bench.scene.nodes["output"].pos() == goal, timeout=2000)


def test_the_picture_can_be_read_aloud(bench) -> None:
    text = bench.view.accessibleDescription()
    assert text.index("Input") < text.index("Linear 4 tanh (N, 4)") < text.index("Linear 2") < text.index("Output")
