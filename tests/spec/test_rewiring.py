"""Nodes that move within a network, and the ways along its edges."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.catalog.layers.activations import ReLU, Tanh
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.catalog.layers.merge import Add
from playground.spec import graph as g
from playground.spec import rewiring
from playground.spec.errors import CycleError, GraphError, PortTaken
from playground.spec.graph import Edge, Graph, Node
from tests.spec.spec_strategies import graphs


@pytest.fixture
def line() -> Graph:
    return g.chain(
        Node("input", Input()), Node("a", Linear()), Node("b", Tanh()), Node("c", ReLU()), Node("output", Output())
    )


@pytest.fixture
def residual(line: Graph) -> Graph:
    """input → a → b → add → output, and input → add; c stands free."""
    graph = g.remove(line, ["c"])
    graph = g.insert(g.add(graph, Node("c", ReLU())), Edge("b", "output"), Node("add", Add()))
    return g.connect(graph, "input", "add", 1)


def order(graph: Graph) -> list[str]:
    return [node.id for node in graph.order()]


def test_a_node_moves_along_its_chain(line: Graph) -> None:
    assert order(rewiring.moved_in_chain(line, "a", 1)) == ["input", "b", "a", "c", "output"]
    assert order(rewiring.moved_in_chain(line, "a", 2)) == ["input", "b", "c", "a", "output"]
    assert order(rewiring.moved_in_chain(line, "c", -2)) == ["input", "c", "a", "b", "output"]
    assert rewiring.moved_in_chain(line, "a", 0) is line


def test_there_and_back_is_nothing(line: Graph) -> None:
    there = rewiring.moved_in_chain(line, "b", 1)
    assert set(rewiring.moved_in_chain(there, "b", -1).edges) == set(line.edges)


@pytest.mark.parametrize(
    ("node", "step", "why"),
    [
        ("c", 1, "stays at the end"),
        ("output", 1, "has nothing behind it"),
        ("output", -1, "stays at the end"),
        ("a", -1, "stays at the start"),
        ("input", -1, "stays at the start"),
        ("input", 1, "stays at the start"),
    ],
)
def test_the_ends_of_a_chain_stay(line: Graph, node: str, step: int, why: str) -> None:
    with pytest.raises(GraphError, match=why):
        rewiring.moved_in_chain(line, node, step)


def test_what_follows_a_passed_neighbour_follows_the_node(line: Graph) -> None:
    forked = g.connect(g.add(line, Node("side", Linear())), "b", "side")
    moved = rewiring.moved_in_chain(forked, "a", 1)
    assert {edge.target for edge in moved.out_of("a")} == {"c", "side"}
    assert moved.into("b") == [Edge("input", "b")]


def test_a_node_moves_onto_another_edge(residual: Graph) -> None:
    moved = rewiring.moved_onto(residual, "a", Edge("input", "add", 1))
    assert set(moved.edges) == {
        Edge("input", "b"), Edge("b", "add"), Edge("input", "a"), Edge("a", "add", 1), Edge("add", "output"),
    }  # fmt: skip
    free = rewiring.moved_onto(residual, "c", Edge("add", "output"))
    assert order(free)[-3:] == ["add", "c", "output"]


def test_a_place_that_cannot_be_is_refused(residual: Graph) -> None:
    with pytest.raises(PortTaken, match="takes no input"):
        rewiring.moved_onto(residual, "input", Edge("a", "b"))
    with pytest.raises(GraphError, match="stands at that edge already"):
        rewiring.moved_onto(residual, "a", Edge("a", "b"))
    with pytest.raises(GraphError, match="stands at that edge already"):
        rewiring.moved_onto(residual, "a", Edge("b", "output"))
    crossed = Graph(residual.nodes, (Edge("input", "a"), Edge("a", "b"), Edge("input", "add"), Edge("b", "add", 1)))
    with pytest.raises(CycleError):
        rewiring.moved_onto(crossed, "add", Edge("a", "b"))


def test_the_other_inputs_of_a_merge_stay(residual: Graph) -> None:
    moved = rewiring.moved_onto(g.connect(residual, "output", "c"), "add", Edge("output", "c"))
    assert Edge("input", "add", 1) in moved.edges
    assert [edge.source for edge in moved.into("add")] == ["output", "input"]


def test_up_and_down_the_stream(residual: Graph) -> None:
    assert rewiring.upstream(residual, ["b"]) == {"input", "a", "b"}
    assert rewiring.downstream(residual, ["b", "c"]) == {"b", "c", "add", "output"}
    assert rewiring.upstream(residual, ["ghost"]) == set()


@settings(max_examples=60)
@given(graphs(), st.integers(0, 50), st.integers(0, 50), st.integers(-3, 3))
def test_moving_keeps_the_nodes_and_a_valid_network(graph: Graph, which: int, other: int, step: int) -> None:
    node = graph.nodes[which % len(graph.nodes)].id
    for move in (
        lambda: rewiring.moved_in_chain(graph, node, step),
        lambda: rewiring.moved_onto(graph, node, graph.edges[other % len(graph.edges)]) if graph.edges else graph,
    ):
        try:
            moved = move()
        except GraphError:
            continue
        g.check(moved)
        assert moved.nodes == graph.nodes
