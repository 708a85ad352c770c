"""The arrangement that is chosen by itself: when, and when not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.catalog.starter import starter
from playground.spec.graph import Graph, Node, chain
from playground.ui.canvas.edits import moved
from playground.ui.canvas.paper_view import READABLE


def long_chain(bench, count: int = 18) -> Graph:
    layers = [Node(f"hidden{i}", bench.layer("Linear", out_features=8)) for i in range(count)]
    return chain(Node("input", bench.layer("Input")), *layers, Node("output", bench.layer("Output")))


def open_chain(bench, count: int = 18) -> None:
    bench.document.open(replace(starter(), networks={"model": long_chain(bench, count)}), None)
    bench.plan()


def test_a_short_network_stays_in_one_line(bench) -> None:
    assert bench.scene.way == "right"
    assert bench.view.zoom >= READABLE


def test_a_long_network_is_opened_in_rows_that_can_be_read(bench) -> None:
    open_chain(bench)
    assert bench.scene.way == "rows"
    in_rows = bench.view.zoom
    bench.panel.arrange("right")
    bench.panel.fit()
    assert bench.view.zoom < READABLE
    assert in_rows > 1.5 * bench.view.zoom


def test_no_edit_changes_the_arrangement(bench) -> None:
    bench.document.edit_graph("x", long_chain(bench))
    assert bench.scene.way == "right"
    bench.panel.tidy()
    assert bench.scene.way == "rows"
    bench.document.edit_graph("x", long_chain(bench, 2))
    assert bench.scene.way == "rows"


@pytest.mark.parametrize("zoomed", [False, True])
def test_a_view_that_is_resized_much_is_another_page(bench, zoomed: bool) -> None:
    open_chain(bench, 5)
    assert bench.scene.way == "right"
    if zoomed:
        bench.view.zoom_by(1.3)
    bench.panel.resize(420, 640)
    bench.qtbot.waitUntil(lambda: not bench.panel._ways._pause.isActive())
    assert bench.scene.way == ("right" if zoomed else "rows")


def test_cards_placed_by_hand_stay_when_the_view_is_resized(bench) -> None:
    open_chain(bench, 5)
    places = bench.scene.places()
    bench.document.edit_graph("x", moved(bench.graph, {"hidden1": (500.0, 300.0)}))
    before = bench.scene.places()
    bench.panel.resize(420, 640)
    bench.qtbot.waitUntil(lambda: not bench.panel._ways._pause.isActive())
    assert bench.scene.places() == before != places


def test_a_way_that_was_chosen_stays(bench) -> None:
    bench.panel.set_way("down")
    open_chain(bench)
    bench.panel.tidy()
    assert bench.scene.way == "down"
    bench.panel.set_way("auto")
    assert bench.scene.way == "rows"


def test_rows_fill_the_page(bench) -> None:
    open_chain(bench, 40)
    wide, tall = (bench.scene.extent("rows", page) for page in ((1600.0, 500.0), (500.0, 1600.0)))
    assert wide.width() > tall.width()
    assert wide.height() < tall.height()


def test_a_network_too_large_to_be_read_opens_at_its_beginning(bench) -> None:
    open_chain(bench, 60)
    assert bench.scene.way == "rows"
    assert bench.view.zoom == pytest.approx(READABLE)
    seen = bench.view.seen()
    assert seen.contains(bench.scene.nodes["input"].card_rect())
    assert not seen.contains(bench.scene.nodes["output"].card_rect())
    rows = bench.scene.bounds()
    assert seen.left() <= rows.left()
    assert rows.right() <= seen.right()
    bench.panel.fit()
    assert bench.view.zoom < READABLE
    assert bench.view.seen().contains(bench.scene.bounds())


def test_first_sight_lasts_until_a_person_zooms(bench) -> None:
    open_chain(bench, 60)
    bench.panel.resize(700, 500)
    assert bench.view.zoom == pytest.approx(READABLE)
    bench.view.zoom_by(0.5)
    assert bench.view.zoom < READABLE
