"""Automatic places: no card on another, order from left to right, neighbours level."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import catalog
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node, chain
from playground.ui.canvas.edits import GAP
from playground.ui.canvas.layout import clear_of, layout

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


def test_automatic_cards_make_way_for_those_placed_by_hand() -> None:
    sizes = {"a": (100.0, 60.0), "b": (100.0, 60.0)}
    places = clear_of({"a": (0, 0), "b": (0, 0)}, sizes, {"a": (20.0, 20.0)})
    assert places["a"] == (20, 20)
    assert places["b"][1] >= 80


@pytest.mark.parametrize("count", [200])
def test_many_nodes_are_laid_out_quickly(count: int) -> None:
    import time

    graph = chain(*(Node(f"n{i}", LINEAR) for i in range(count)))
    start = time.perf_counter()
    layout(graph, {node.id: (200.0, 150.0) for node in graph.nodes})
    assert time.perf_counter() - start < 0.5
