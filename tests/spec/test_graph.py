"""Graphs stay valid whatever a person does to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.catalog.layers.activations import Tanh
from playground.catalog.layers.inputs import Input
from playground.catalog.layers.linear import Linear, Output
from playground.catalog.layers.merge import Add
from playground.spec import graph as g
from playground.spec.errors import CycleError, DuplicateId, GraphError, MissingNode, PortTaken
from playground.spec.graph import Edge, Graph, Node

LAYERS = [Input(), Linear(), Add(), Tanh(), Output()]


@pytest.fixture
def line() -> Graph:
    return g.chain(Node("input", Input()), Node("hidden1", Linear()), Node("output", Output()))


def edit(graph: Graph, what: str, first: int, second: int, layer: int) -> Graph:
    """One edit as the canvas makes it, on nodes and edges counted around."""
    ids = [node.id for node in graph.nodes]
    one, other = (ids[first % len(ids)], ids[second % len(ids)]) if ids else ("", "")
    if what == "add":
        return g.add(graph, Node(graph.fresh_id("node"), LAYERS[layer]))
    if what == "insert" and graph.edges:
        return g.insert(graph, graph.edges[first % len(graph.edges)], Node(graph.fresh_id("node"), LAYERS[layer]))
    if what == "disconnect" and graph.edges:
        return g.disconnect(graph, graph.edges[first % len(graph.edges)])
    if what == "connect" and ids:
        return g.connect(graph, one, other, g.free_port(graph, other))
    if what == "remove" and ids:
        return g.remove(graph, list(dict.fromkeys([one, other])), bypass=bool(layer % 2))
    if what == "duplicate" and ids:
        return g.duplicate(graph, list(dict.fromkeys([one, other])))[0]
    if what == "change" and ids:
        return g.change(graph, replace(graph.node(one), layer=LAYERS[layer], name="x"))
    return graph


EDITS = st.tuples(
    st.sampled_from(["add", "insert", "disconnect", "connect", "connect", "remove", "duplicate", "change"]),
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, len(LAYERS) - 1),
)


@settings(max_examples=300)
@given(st.lists(EDITS, max_size=30))
def test_any_edits_leave_a_valid_graph_and_undo_brings_each_back(edits: list[tuple[str, int, int, int]]) -> None:
    graph = g.chain(Node("input", Input()), Node("hidden1", Linear()), Node("output", Output()))
    undo: list[tuple[Graph, str]] = []
    refused: list[str] = []
    for what, first, second, layer in edits:
        undo.append((graph, repr(graph)))
        try:
            graph = edit(graph, what, first, second, layer)
        except GraphError as error:
            refused.append(error.message)
        g.check(graph)
        assert len(graph.order()) == len(graph.nodes)
    assert all(refused)
    for before, looked in reversed(undo):
        assert repr(before) == looked
        g.check(before)


@settings(max_examples=100)
@given(st.lists(EDITS, max_size=20))
def test_what_may_be_connected_can_be_connected(edits: list[tuple[str, int, int, int]]) -> None:
    graph = Graph()
    for what, first, second, layer in edits:
        try:
            graph = edit(graph, what, first, second, layer)
        except GraphError:
            continue
    for source in graph.nodes:
        for target in graph.nodes:
            port = g.free_port(graph, target.id)
            if g.check_connect(graph, source.id, target.id, port) is None:
                grown = g.connect(graph, source.id, target.id, port)
                g.check(grown)
                assert Edge(source.id, target.id, port) in grown.edges
                assert g.disconnect(grown, Edge(source.id, target.id, port)) == graph


def test_order_follows_the_edges(line: Graph) -> None:
    mixed = Graph(tuple(reversed(line.nodes)), line.edges)
    assert [node.id for node in mixed.order()] == ["input", "hidden1", "output"]
    assert [node.id for node in line.sinks()] == ["output"]


def test_refuses_a_circle(line: Graph) -> None:
    wider = g.add(line, Node("sum", Add()))
    wider = g.connect(wider, "output", "sum", 0)
    with pytest.raises(CycleError, match="flow one way"):
        g.connect(g.disconnect(wider, Edge("input", "hidden1")), "sum", "hidden1")
    with pytest.raises(CycleError):
        g.connect(wider, "sum", "sum", 1)
    with pytest.raises(CycleError, match="circle"):
        g.check(Graph(line.nodes, (Edge("hidden1", "output"), Edge("output", "hidden1"))))


def test_refuses_a_second_edge_into_one_port(line: Graph) -> None:
    with pytest.raises(PortTaken, match="has an input already"):
        g.connect(line, "input", "output")
    with pytest.raises(PortTaken, match="has 1 input"):
        g.connect(line, "input", "output", 1)
    with pytest.raises(PortTaken, match="takes no input"):
        g.connect(g.add(line, Node("more", Linear())), "more", "input")
    with pytest.raises(PortTaken, match="two edges"):
        g.check(Graph(line.nodes, (Edge("input", "output"), Edge("hidden1", "output"))))


def test_a_merge_takes_many_but_each_once(line: Graph) -> None:
    graph = g.connect(g.add(line, Node("sum", Add())), "input", "sum", 0)
    graph = g.connect(graph, "hidden1", "sum", g.free_port(graph, "sum"))
    assert [edge.source for edge in graph.into("sum")] == ["input", "hidden1"]
    with pytest.raises(PortTaken, match="from there already"):
        g.connect(graph, "input", "sum", 2)


def test_refuses_names_that_are_none(line: Graph) -> None:
    for wrong in ("", "1a", "a b", "a.b", "class", "ä", "x" * 65):
        with pytest.raises(GraphError, match="no valid id"):
            g.add(line, Node(wrong, Linear()))
    with pytest.raises(DuplicateId):
        g.add(line, Node("hidden1", Linear()))
    with pytest.raises(DuplicateId):
        g.check(Graph((*line.nodes, Node("output", Linear()))))
    with pytest.raises(MissingNode):
        g.check(Graph(line.nodes, (Edge("input", "nowhere"),)))


@pytest.mark.parametrize(
    "act", [g.Graph.node, lambda graph, name: g.remove(graph, [name]), lambda graph, name: g.duplicate(graph, [name])]
)
def test_names_what_is_missing(line: Graph, act: object) -> None:
    assert callable(act)
    with pytest.raises(MissingNode) as caught:
        act(line, "ghost")
    assert caught.value.place == "ghost"


def test_limits() -> None:
    with pytest.raises(GraphError, match="2001 nodes"):
        g.check(Graph(tuple(Node(f"n{i}", Linear()) for i in range(2001))))
    pair = (Node("a", Linear()), Node("b", Add()))
    with pytest.raises(GraphError, match="10001 edges"):
        g.check(Graph(pair, tuple(Edge("a", "b", i) for i in range(10_001))))


def test_a_long_chain_is_no_recursion() -> None:
    graph = g.chain(*(Node(f"n{i}", Linear()) for i in range(2000)))
    g.check(graph)
    assert graph.reaches("n0", "n1999")
    assert not graph.reaches("n1999", "n0")


def test_insert_keeps_both_ends(line: Graph) -> None:
    graph = g.insert(line, Edge("hidden1", "output"), Node("extra", Linear()))
    assert [node.id for node in graph.order()] == ["input", "hidden1", "extra", "output"]
    with pytest.raises(MissingNode):
        g.insert(line, Edge("input", "output"), Node("extra", Linear()))


def test_remove_bridges_the_gap_when_asked(line: Graph) -> None:
    assert g.remove(line, ["hidden1"]).edges == (Edge("input", "output"),)
    assert g.remove(line, ["hidden1"], bypass=False).edges == ()


def test_duplicate_copies_nodes_and_their_edges(line: Graph) -> None:
    placed = g.change(line, replace(line.node("hidden1"), position=(1.0, 2.0)))
    graph, copies = g.duplicate(placed, ["hidden1", "output"], (10.0, 20.0))
    assert copies == ["hidden2", "output1"]
    assert graph.node("hidden2").position == (11.0, 22.0)
    assert Edge("hidden2", "output1") in graph.edges
    assert not graph.into("hidden2")


@pytest.mark.parametrize(
    ("stem", "wanted"), [("Linear", "linear1"), ("hidden", "hidden2"), ("1x1 conv", "n1x1_conv1"), ("卷积", "node1")]
)
def test_fresh_ids_are_valid_and_new(line: Graph, stem: str, wanted: str) -> None:
    assert line.fresh_id(stem) == wanted
    assert g.valid_id(wanted)


def test_a_label_is_the_persons_name_or_the_layers() -> None:
    assert Node("a", Tanh()).label == "tanh"
    assert Node("a", Tanh(), name="Squash").label == "Squash"
