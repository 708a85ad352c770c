"""A graph drawn, looked at and pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.engine.events import DataInfo, Snapshot, Started
from playground.ui.tokens import LIGHT
from playground.ui.views.graph import GraphView
from playground.ui.views.graph_paint import meter_cells, placed, wrong

Show = Callable[..., None]
PLACES = np.array([[0.0, 0.0], [0.3, 1.0], [0.6, 0.0], [1.0, 1.0]], np.float32)
"""Four nodes in a row."""
EDGES = np.array([[0, 1], [1, 2], [2, 3]])


def layout(target: Any, sample: int = 0) -> dict[str, Any]:
    found = {"places": PLACES, "edges": EDGES, "target": np.array(target), "sample": np.array(sample)}
    return {**found, "labelled": np.array([True, False, False, False])} if np.ndim(target) else found


def answers(shares: Any) -> dict[str, Any]:
    """One layer that sees one step, all of whose nodes are alike."""
    layer = {"graph1": np.zeros((4, 2), np.float32), "graph1.alike": np.array(0.96), "graph1.hops": np.array(1)}
    return {".shares": np.array(shares, np.float32), **layer}


SURE = [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]


def start(run: Any, graphs: bool = True) -> None:
    data = DataInfo(
        "classification", [32], [], ["first", "second"], 1, 1, False, [4], {"adjacency": [4, 4]} if graphs else {}
    )
    ones = dict.fromkeys(run.variants, 1)
    run.studio.store.take(Started(run.variants, ones, ones, "cpu", "eager", 0.0, data))


def tell(run: Any, view: GraphView, target: Any, shares: Any) -> None:
    run.studio.store.take(Snapshot("graph.layout", run.variants[0], 1.0, layout(target)))
    run.see("graph", lambda _: answers(shares))
    view.update_now()


@pytest.fixture
def view(run: Any, show: Show) -> GraphView:
    start(run)
    made = GraphView(run.studio)
    show(made)
    tell(run, made, [0, 0, 1, 0], SURE)
    return made


def at(view: GraphView, variant: str, node: int) -> QPointF:
    assert view._drawing is not None
    return QPointF(*placed(view._drawing, view._tiles[variant].rect)[node])


def color(view: GraphView, variant: str, node: int) -> QColor:
    image, point = view.grab().toImage(), at(view, variant, node) * view.devicePixelRatioF()
    return image.pixelColor(point.toPoint())


def alike(a: QColor, rgb: tuple[int, int, int]) -> bool:
    return max(abs(a.red() - rgb[0]), abs(a.green() - rgb[1]), abs(a.blue() - rgb[2])) <= 16


def test_nodes_have_the_colour_of_their_likeliest_class(view: GraphView) -> None:
    for variant in ("plain", "dropout"):
        assert alike(color(view, variant, 0), LIGHT.low)
        assert alike(color(view, variant, 2), LIGHT.high)


def test_a_node_says_its_class_and_its_neighbours(view: GraphView) -> None:
    title, rows = view._told(3)
    assert title == "node 4 · neighbours: 1 · first"
    assert [row.cells for row in rows] == [["second 100 %"], ["second 100 %"]]


def test_a_pressed_node_shows_what_it_sees(view: GraphView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "plain", 0).toPoint())
    assert view.chosen == 0
    assert view._words("plain", view._tiles["plain"]) == "reach 1 · 2 of 4"
    assert alike(color(view, "plain", 1), LIGHT.low)
    assert not alike(color(view, "plain", 3), LIGHT.high), "two steps away, and faded"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen is None
    assert alike(color(view, "plain", 3), LIGHT.high)


def test_a_layer_is_chosen_by_its_bar_or_by_keys(view: GraphView, run: Any, qtbot: QtBot) -> None:
    tile = view._tiles["plain"]
    cell = meter_cells(tile.meter, 1)[1]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
    assert tile.answers.shown == "graph1"
    assert alike(color(view, "plain", 0), (128, 128, 128)), "equal vectors have no hue"
    assert "0.96" in view._words("plain", tile)
    run.studio.document.show_variant("plain")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert tile.answers.shown == ""


def test_a_graph_is_judged_as_a_whole(view: GraphView, run: Any) -> None:
    tell(run, view, 1, [0.25, 0.75])
    assert view._words("plain", view._tiles["plain"]) == "second 75 % · is second"


def test_answers_for_another_graph_wait(view: GraphView, run: Any) -> None:
    run.see("graph", lambda _: {".shares": np.ones((7, 2), np.float32)})
    assert view._tiles["plain"].answers.shares is None


def test_other_data_are_told_of(run: Any, show: Show) -> None:
    made = GraphView(run.studio)
    show(made)
    assert "Play" in made._sentence()
    start(run, graphs=False)
    made.update_now()
    assert "karate" in made._sentence()
    assert made.tables() == []


def test_numbers_behind_the_drawing(view: GraphView) -> None:
    nodes, edges, layers = view.tables()
    assert nodes.columns["node"].tolist() == [1, 2, 3, 4]
    assert nodes.columns["plain: second"].tolist() == [0, 0, 1, 1]
    assert edges.columns["to"].tolist() == [2, 3, 4]
    assert layers.columns["alike"].tolist() == [0.96, 0.96]


def test_colours_and_marks_are_explained(view: GraphView, run: Any) -> None:
    tell(run, view, 1, [0.25, 0.75])
    assert [key.mark for key in view._keys()] == ["class", "class", "ring"]
    assert view._legend.bottom() <= view.height()
    assert view._legend.top() >= max(tile.meter.bottom() for tile in view._tiles.values()) - 1


def test_the_class_of_a_node_that_is_held_out_is_shown_nowhere(view: GraphView, run: Any) -> None:
    tell(run, view, [0, 0, 1, -100], SURE)
    view.grab()
    assert view._told(3)[0] == "node 4 · neighbours: 1 · held out to test"
    assert "held out to test" in [key.text for key in view._keys()]
    assert view._drawing is not None
    assert not wrong(view._tiles["plain"].answers, view._drawing)[3]
    assert view.tables()[0].columns["class"].tolist() == [0, 0, 1, -1]
    tell(run, view, [0, 0, 1, 0], SURE)
    assert "held out to test" not in [key.text for key in view._keys()]
    assert wrong(view._tiles["plain"].answers, view._drawing)[3]
