"""Frames around groups of cards, marks of a comparison, tints."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from playground.spec.graph import Edge
from playground.ui.canvas.items.frame_item import Frame
from playground.ui.canvas.live.on_cards import show_tints
from playground.ui.canvas.scene import Hit


def color_at(bench, point: QPointF) -> QColor:  # type: ignore[no-untyped-def]  # fixtures are not imported
    return bench.view.viewport().grab().toImage().pixelColor(bench.at(point))


def distance(a: QColor, b: QColor) -> int:
    return sum(abs(x - y) for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))


PAIR = Frame("hidden", "Hidden layers", frozenset({"hidden1", "hidden2"}))


def test_a_frame_surrounds_its_members_and_nothing_else(bench) -> None:
    bench.scene.set_frames([PAIR])
    box = bench.scene.frames["hidden"].box
    for node_id, item in bench.scene.nodes.items():
        assert box.contains(item.card_rect()) == (node_id in PAIR.members)
        assert box.intersects(item.card_rect()) == (node_id in PAIR.members)


def test_a_frame_follows_its_cards(bench) -> None:
    bench.scene.set_frames([PAIR])
    before = bench.scene.frames["hidden"].box
    down = bench.at(QPointF(0, 80)) - bench.at(QPointF(0, 0))
    bench.drag(bench.body("hidden2"), bench.body("hidden2") + down, release=False)
    after = bench.scene.frames["hidden"].box
    assert after.bottom() > before.bottom()
    assert after.contains(bench.scene.nodes["hidden2"].card_rect())


def test_a_frame_inside_another_is_surrounded_by_it(bench) -> None:
    inner = Frame("inner", "One", frozenset({"hidden1"}))
    bench.scene.set_frames([PAIR, inner])
    outer_item, inner_item = bench.scene.frames["hidden"], bench.scene.frames["inner"]
    assert outer_item.box.contains(inner_item.box)
    assert outer_item.zValue() < inner_item.zValue() < 0


def test_the_button_of_a_frame_can_be_hit(bench) -> None:
    bench.scene.set_frames([PAIR])
    assert bench.scene.finder.hit(bench.scene.frames["hidden"].fold_rect().center()) == Hit("fold", frame="hidden")
    bench.scene.set_frames([])
    assert not bench.scene.frames


def test_a_frame_is_painted_behind_its_cards(bench) -> None:
    box = bench.scene.nodes["hidden1"].card_rect()
    beside = QPointF(box.left() - 10, box.bottom() - 10)
    plain = color_at(bench, beside)
    bench.scene.set_frames([PAIR])
    box = bench.scene.nodes["hidden1"].card_rect()
    assert color_at(bench, QPointF(box.left() - 10, box.bottom() - 10)) != plain
    assert color_at(bench, QPointF(box.left() + 5, box.bottom() - 12)) == QColor(bench.themes.theme.panel)


def test_a_frame_of_nodes_that_are_gone_takes_no_room(bench) -> None:
    bench.scene.set_frames([Frame("x", "Gone", frozenset({"nobody"}))])
    assert bench.scene.frames["x"].box.isNull()


def test_marks_show_their_colour_and_a_sign(bench) -> None:
    theme = bench.themes.theme
    bench.scene.set_marks({"hidden1": "added", "hidden2": "removed", "output": "changed"})
    for node_id, role in (("hidden1", theme.good), ("hidden2", theme.error), ("output", theme.warning)):
        badge = bench.scene.nodes[node_id].card_rect().topLeft() + QPointF(3, 3)
        assert distance(color_at(bench, badge + QPointF(-5, -3)), QColor(role)) < 60
    assert bench.scene.nodes["input"].mark is None
    bench.scene.set_marks({})
    assert not any(item.mark for item in bench.scene.nodes.values())


def test_edges_are_marked_too_and_a_new_item_takes_its_mark(bench) -> None:
    edge = Edge("hidden1", "hidden2")
    bench.scene.set_marks({"late1": "added"}, {edge: "changed"})
    assert bench.scene.edges[edge].mark == "changed"
    middle = bench.scene.edges[edge].middle()
    warning = QColor(bench.themes.theme.warning)
    assert distance(color_at(bench, middle + QPointF(-16, 0)), warning) < 120


def test_a_tint_colours_the_card_and_keeps_it_light(bench) -> None:
    item = bench.scene.nodes["hidden1"]
    spot = item.card_rect().topLeft() + QPointF(7, 60)
    show_tints(bench.scene, {"hidden1": 1.0, "hidden2": 0.4, "output": float("nan")})
    strong = color_at(bench, spot)
    assert strong.blue() > strong.red() + 30
    assert strong.lightness() > 190
    assert 0 < bench.scene.nodes["hidden2"].tint < 1
    assert bench.scene.nodes["output"].tint == 0
    show_tints(bench.scene, {})
    assert color_at(bench, spot) == QColor(bench.themes.theme.panel)
