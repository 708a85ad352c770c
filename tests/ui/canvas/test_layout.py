"""Automatic places: no card on another, order from left to right, neighbours level."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from playground import catalog
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node, chain, insert
from playground.ui.canvas.arrange.layout import Arrangement, arrange, layout
from playground.ui.canvas.arrange.ways import Way
from playground.ui.canvas.edits import GAP
from playground.ui.canvas.items.frame_item import SIDE, TITLE, Frame
from playground.ui.canvas.items.routing import Line, through
from tests.ui.canvas.networks import inception, residual, unet

catalog.load()
LINEAR = make("layer", {"entry": "Linear"})


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(1, 14))
    nodes = tuple(Node(f"n{i}", LINEAR) for i in range(count))
    edges = set()
    for target in range(1, count):
        for port, source in enumerate(draw(st.lists(st.integers(0, target - 1), max_size=3, unique=True))):
            edges.add(Edge(f"n{source}", f"n{target}", port))
    return Graph(nodes, tuple(sorted(edges)))


SIZES = st.tuples(st.integers(60, 260), st.integers(50, 240))


def overlap(a: tuple[float, float], b: tuple[float, float], x: tuple[float, float], y: tuple[float, float]) -> bool:
    return a[0] < b[0] + y[0] and b[0] < a[0] + x[0] and a[1] < b[1] + y[1] and b[1] < a[1] + x[1]


@given(graphs(), st.data())
def test_cards_never_overlap_and_flow_to_the_right(graph: Graph, data: st.DataObject) -> None:
    sizes = {node.id: data.draw(SIZES) for node in graph.nodes}
    places = layout(graph, sizes)
    assert set(places) == set(sizes)
    for a, b in combinations(places, 2):
        assert not overlap(places[a], places[b], sizes[a], sizes[b]), (a, b)
    for edge in graph.edges:
        assert places[edge.target][0] >= places[edge.source][0] + sizes[edge.source][0] + GAP / 2


def test_a_chain_stands_on_one_level_with_equal_gaps() -> None:
    graph = chain(*(Node(f"n{i}", LINEAR) for i in range(4)))
    sizes = {"n0": (80.0, 100.0), "n1": (200.0, 150.0), "n2": (100.0, 64.0), "n3": (120.0, 170.0)}
    places = layout(graph, sizes)
    assert {round(places[i][1] + sizes[i][1] / 2) for i in places} == {85}
    gaps = [places[f"n{i + 1}"][0] - places[f"n{i}"][0] - sizes[f"n{i}"][0] for i in range(3)]
    assert gaps == [GAP, GAP, GAP]


def test_a_fork_stands_around_its_source() -> None:
    nodes = tuple(Node(i, LINEAR) for i in ("a", "up", "down", "z"))
    graph = Graph(nodes, (Edge("a", "up"), Edge("a", "down"), Edge("up", "z"), Edge("down", "z", 1)))
    places = layout(graph, dict.fromkeys(["a", "up", "down", "z"], (100.0, 60.0)))
    assert places["up"][1] < places["a"][1] == places["z"][1] < places["down"][1]


@pytest.mark.parametrize("count", [200])
def test_many_nodes_are_laid_out_quickly(count: int) -> None:
    graph = chain(*(Node(f"n{i}", LINEAR) for i in range(count)))
    start = time.process_time()
    layout(graph, {node.id: (200.0, 150.0) for node in graph.nodes})
    assert time.process_time() - start < 2


# --- networks that everyone has seen a drawing of ---------------------------------------------------------------------


def sizes_of(graph: Graph) -> dict[str, tuple[float, float]]:
    return {node.id: (110.0 + 7 * (n % 5), 56.0) for n, node in enumerate(graph.nodes)}


def middle(made: Arrangement, sizes: dict[str, tuple[float, float]], node_id: str) -> float:
    return made.places[node_id][1] + sizes[node_id][1] / 2


def drawn(
    graph: Graph, made: Arrangement, sizes: dict[str, tuple[float, float]], way: Way
) -> Iterator[tuple[Edge, Line]]:
    """Each edge from the middle of a side through its bends to the middle of a side."""
    for edge in graph.edges:
        (x, y), (wide, high) = made.places[edge.source], sizes[edge.source]
        (u, v), (broad, tall) = made.places[edge.target], sizes[edge.target]
        down = way == "down"
        ends = [(x + wide / 2, y + high), (u + broad / 2, v)] if down else [(x + wide, y + high / 2), (u, v + tall / 2)]
        points = [ends[0], *made.lanes[edge], ends[1]]
        yield edge, through([QPointF(*point) for point in points], down)[1]


@pytest.mark.parametrize("way", ["right", "down", "rows"])
@pytest.mark.parametrize("network", [residual, inception, unet])
def test_no_edge_runs_through_a_card(network: Callable[[], Graph], way: Way) -> None:
    graph = network()
    sizes = sizes_of(graph)
    made = arrange(graph, sizes, way)
    for edge, line in drawn(graph, made, sizes, way):
        for node_id, (x, y) in made.places.items():
            if node_id not in (edge.source, edge.target):
                box = QRectF(x, y, *sizes[node_id])
                assert not any(box.contains(QPointF(*point)) for point in dense(line)), (edge, node_id)


def dense(line: Line) -> list[tuple[float, float]]:
    """Points of a line, no further apart than five pixels."""
    found = []
    for a, b in pairwise(line.tolist()):
        steps = max(1, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / 5))
        found += [(a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps) for k in range(steps + 1)]
    return found


def test_the_main_chain_of_resnet_is_one_straight_line() -> None:
    graph = residual()
    sizes = sizes_of(graph)
    made = arrange(graph, sizes)
    chain_ids = [node.id for node in graph.nodes if "project" not in node.id]
    assert len({round(middle(made, sizes, node_id)) for node_id in chain_ids}) == 1
    line = middle(made, sizes, "stem")
    assert all(middle(made, sizes, n.id) > line + 60 for n in graph.nodes if "project" in n.id)


def test_branches_of_inception_are_straight_and_in_the_order_of_their_ports() -> None:
    graph = inception()
    sizes = sizes_of(graph)
    made = arrange(graph, sizes)
    rows = [
        sorted({round(middle(made, sizes, n.id)) for n in graph.nodes if n.id.startswith(f"b{b}")}) for b in range(4)
    ]
    assert all(len(row) == 1 for row in rows)
    assert rows == sorted(rows)
    assert middle(made, sizes, "stem") == middle(made, sizes, "b20") == middle(made, sizes, "concat")


def test_skips_of_a_unet_lie_inside_one_another() -> None:
    graph = unet()
    sizes = sizes_of(graph)
    made = arrange(graph, sizes)
    assert len({round(middle(made, sizes, node.id)) for node in graph.nodes}) == 1
    heights = [min(y for _, y in made.lanes[Edge(f"down{level}", f"cat{level}", 0)]) for level in range(3)]
    assert heights == sorted(heights)
    assert heights[-1] < made.places["input"][1]


def test_rows_make_a_long_network_as_wide_as_a_screen() -> None:
    graph = chain(*(Node(f"n{i}", LINEAR) for i in range(40)))
    sizes = {node.id: (150.0, 60.0) for node in graph.nodes}
    places = arrange(graph, sizes, "rows").places
    width, height = max(x for x, _ in places.values()) + 150, max(y for _, y in places.values()) + 60
    assert 1.0 < width / height < 2.8
    assert arrange(chain(*graph.nodes[:6]), sizes, "rows") == arrange(chain(*graph.nodes[:6]), sizes, "right")


@given(graphs(), st.data(), st.sampled_from(["right", "down", "rows"]))
def test_members_of_a_frame_stand_together(graph: Graph, data: st.DataObject, way: Way) -> None:
    sizes = {node.id: data.draw(SIZES) for node in graph.nodes}
    members = data.draw(st.sets(st.sampled_from([node.id for node in graph.nodes]), min_size=1))
    inner = data.draw(st.sets(st.sampled_from(sorted(members)), min_size=1))
    frames = [Frame("a", "A", frozenset(members)), Frame("b", "B", frozenset(inner))]
    places = arrange(graph, sizes, way, frames).places
    assert set(places) == set(sizes)
    for frame in frames:
        box = QRectF()
        for node_id in frame.members:
            box = box.united(QRectF(*places[node_id], *sizes[node_id]))
        box.adjust(-SIDE, -SIDE - TITLE, SIDE, SIDE)
        for node_id in set(places) - frame.members:
            assert not box.intersects(QRectF(*places[node_id], *sizes[node_id])), node_id
    for a, b in combinations(places, 2):
        assert not overlap(places[a], places[b], sizes[a], sizes[b]), (a, b)


@given(graphs())
def test_the_same_network_always_looks_the_same(graph: Graph) -> None:
    sizes = {node.id: (100.0, 60.0) for node in graph.nodes}
    assert arrange(graph, sizes) == arrange(Graph(graph.nodes, graph.edges), sizes)


def test_a_new_card_does_not_shuffle_the_others() -> None:
    graph = inception()
    before = arrange(graph, dict.fromkeys((n.id for n in graph.nodes), (110.0, 56.0))).places
    grown = insert(graph, Edge("b10", "b11"), Node("new", LINEAR))
    after = arrange(grown, dict.fromkeys((n.id for n in grown.nodes), (110.0, 56.0))).places
    branches = [f"b{branch}0" for branch in range(4)]
    assert sorted(branches, key=lambda i: before[i][1]) == sorted(branches, key=lambda i: after[i][1])


def test_two_thousand_nodes_are_laid_out_in_time() -> None:
    graph = residual((150, 150, 150, 150))
    assert len(graph.nodes) > 1800
    sizes = sizes_of(graph)
    start = time.process_time()
    arrange(graph, sizes)
    assert time.process_time() - start < 5
