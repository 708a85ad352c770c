"""What gestures do to a graph, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground import catalog
from playground.spec import rewiring
from playground.spec.entry import UnknownEntry, make
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph, Node, add, chain, check
from playground.ui.canvas import copies, edits
from playground.ui.canvas.gestures.refusals import sentence
from playground.ui.engine_words import templates
from tests.spec.spec_strategies import graphs

catalog.load()


def layer(name: str, **values: object) -> object:
    return make("layer", {"entry": name, **values})


def network() -> Graph:
    relu = make("layer", {"entry": "ReLU"})
    return chain(
        Node("input", layer("Input")),
        Node("hidden1", layer("Linear", out_features=4), relu),
        Node("output", layer("Output")),
    )


def test_a_new_linear_takes_the_activation_of_its_neighbours() -> None:
    assert edits.new_node(network(), layer("Linear")).activation.name == "ReLU"
    assert edits.new_node(Graph(), layer("Linear")).activation.name == "Tanh"
    assert edits.new_node(network(), layer("Dropout")).activation is None
    assert edits.new_node(network(), layer("DepthwiseConv2d")).activation.name == "ReLU"
    assert edits.new_node(network(), layer("LSTM")).activation is None


def test_inserting_between_cards_placed_by_hand_makes_room() -> None:
    graph = edits.moved(network(), {"input": (0, 0), "hidden1": (200, 0), "output": (420, 0)})
    places = {node.id: node.position for node in graph.nodes}
    sizes = dict.fromkeys(places, (100.0, 80.0))
    node = edits.new_node(graph, layer("Linear"), "hidden1")
    grown = edits.insert_on(graph, Edge("hidden1", "output"), node, places, sizes, (200.0, 150.0))
    check(grown)
    left, right = grown.node(node.id).position[0], grown.node("output").position[0]
    assert left >= 300
    assert right >= left + 200
    assert grown.node("input").position == (0, 0)


def test_an_input_cannot_stand_on_an_edge() -> None:
    graph = network()
    with pytest.raises(GraphError):
        edits.insert_on(graph, Edge("input", "hidden1"), Node("other", layer("Input")), {}, {}, (1, 1))


def test_wiring_a_taken_port_replaces_the_edge() -> None:
    graph = add(network(), Node("linear1", layer("Linear")))
    wired = edits.wired(graph, "input", "output", 0)
    assert [edge.source for edge in wired.into("output")] == ["input"]
    assert edits.refusal(graph, "output", "hidden1", 0) is not None
    assert edits.wired(graph, "hidden1", "output", 0) is graph


def test_append_takes_over_all_that_followed() -> None:
    graph = add(network(), Node("skip", layer("Linear")))
    graph = edits.wired(graph, "input", "skip", 0)
    grown = edits.append(graph, "input", Node("norm", layer("LayerNorm")))
    assert [edge.target for edge in grown.out_of("input")] == ["norm"]
    assert {edge.target for edge in grown.out_of("norm")} == {"hidden1", "skip"}


def test_paste_gives_fresh_ids_and_keeps_inner_edges() -> None:
    graph = network()
    part = copies.part(graph, {"hidden1", "output"}, {"hidden1": (0, 0), "output": (100, 0)})
    grown, ids = copies.pasted(graph, part, (40, 40))
    check(grown)
    assert len(grown.nodes) == 5
    assert Edge(ids[0], ids[1]) in grown.edges
    assert grown.node(ids[0]).position == (40, 40)


def test_units_stay_within_bounds() -> None:
    graph = network()
    assert edits.resized(graph, "hidden1", 1).node("hidden1").layer.out_features == 5
    assert edits.resized(graph, "hidden1", -4) is graph
    assert edits.resized(graph, "input", 1) is graph


def test_a_merge_offers_one_more_port_than_it_has_edges() -> None:
    graph = add(network(), Node("add1", layer("Add")))
    assert edits.port_count(graph, graph.node("add1")) == 2
    graph = edits.wired(edits.wired(graph, "input", "add1", 0), "hidden1", "add1", 1)
    assert edits.port_count(graph, graph.node("add1")) == 3
    assert edits.port_count(graph, graph.node("input")) == 0


def test_a_wire_on_a_card_takes_the_first_port_that_is_free_and_fits() -> None:
    graph = add(network(), Node("cat", layer("Concat")))
    graph = edits.wired(graph, "hidden1", "cat", 0)
    assert edits.port_for(graph, "input", "cat", near=0) == 1
    assert edits.port_for(graph, "hidden1", "cat", near=0) == 0, "twice from one layer is refused: the port under it"
    assert edits.port_for(graph, "input", "output", near=0) == 0, "the only port, though it is taken"


def test_rewiring_takes_the_old_edge_off() -> None:
    graph = add(network(), Node("linear1", layer("Linear")))
    edge = Edge("hidden1", "output")
    assert edits.wired(graph, "hidden1", "output", 0, instead=edge) is graph
    moved = edits.wired(graph, "hidden1", "linear1", 0, instead=edge)
    assert set(moved.edges) == {Edge("input", "hidden1"), Edge("hidden1", "linear1")}
    assert set(edits.wired(graph, "input", "output", 0, instead=edge).edges) == {
        Edge("input", "hidden1"), Edge("input", "output"),
    }  # fmt: skip


def test_a_branch_leaves_what_is_there() -> None:
    grown = edits.branched(network(), "hidden1", Node("side", layer("Linear")))
    assert {edge.target for edge in grown.out_of("hidden1")} == {"output", "side"}
    with pytest.raises(GraphError, match="takes no input"):
        edits.branched(network(), "hidden1", Node("more", layer("Input")))


def test_feeding_replaces_the_edge_at_the_port() -> None:
    grown = edits.fed(network(), "output", 0, Node("more", layer("Input")))
    assert grown.into("output") == [Edge("more", "output")]


def test_another_layer_takes_over_what_it_can() -> None:
    graph = edits.moved(network(), {"hidden1": (8.0, 4.0)})
    before = graph.node("hidden1")
    after = edits.replaced(graph, "hidden1", layer("Linear", bias=False))
    assert after.node("hidden1").layer.values() == {**before.layer.values()}, "a value of the same name is kept"
    dropout = edits.replaced(graph, "hidden1", layer("Dropout"))
    node = dropout.node("hidden1")
    assert (node.layer.name, node.position, node.activation) == ("Dropout", (8.0, 4.0), None)
    assert dropout.edges == graph.edges
    assert edits.replaced(graph, "hidden1", layer("Input")).into("hidden1") == []
    assert edits.replaced(graph, "hidden1", UnknownEntry("layer", {"entry": "New"})).edges == graph.edges


def test_units_are_kept_whatever_they_are_called() -> None:
    graph = edits.replaced(network(), "hidden1", layer("Conv2d"))
    assert graph.node("hidden1").layer.out_channels == 4
    assert edits.replaced(graph, "hidden1", layer("Linear")).node("hidden1").layer.out_features == 4


def test_cards_placed_by_hand_exchange_places_in_a_chain() -> None:
    graph = edits.insert_on(network(), Edge("hidden1", "output"), Node("drop", layer("Dropout")), {}, {}, (1, 1))
    graph = edits.moved(graph, {"input": (0, 0), "hidden1": (100, 0), "drop": (300, 20), "output": (500, 0)})
    places = {node.id: node.position for node in graph.nodes}
    sizes = dict.fromkeys(places, (80.0, 60.0))
    moved = edits.moved_in_chain(graph, "hidden1", 1, places, sizes)
    assert [node.id for node in moved.order()] == ["input", "drop", "hidden1", "output"]
    assert (moved.node("drop").position, moved.node("hidden1").position) == ((100, 0), (300, 20))
    assert (
        edits.moved_in_chain(moved, "hidden1", -1, {**places, **{n.id: n.position for n in moved.nodes}}, sizes).nodes
        == graph.nodes
    )


def test_pasting_stands_clear_of_what_was_pasted_before() -> None:
    graph = network()
    clip = copies.part(graph, {"hidden1"}, {"hidden1": (0.0, 0.0)})
    first = copies.offset_to(graph, clip, (200.0, 100.0))
    assert first == (200.0, 100.0)
    grown, _ = copies.pasted(graph, clip, first)
    assert copies.offset_to(grown, clip, (200.0, 100.0)) == (240.0, 140.0)


@settings(max_examples=60)
@given(graphs(), st.integers(0, 50), st.integers(0, 3))
def test_what_is_lit_is_what_the_model_would_connect(graph: Graph, which: int, port: int) -> None:
    end = graph.nodes[which % len(graph.nodes)].id
    targets, sources = rewiring.open_targets(graph, end), rewiring.open_sources(graph, end, port)
    for node in graph.nodes:
        ports = range(edits.port_count(graph, node))
        assert (node.id in targets) == any(edits.refusal(graph, end, node.id, p) is None for p in ports)
        assert (node.id in sources) == (edits.refusal(graph, node.id, end, port) is None)


@settings(max_examples=60)
@given(graphs(), st.integers(0, 50), st.integers(0, 50), st.integers(0, 3))
def test_every_refusal_can_be_translated(graph: Graph, one: int, other: int, port: int) -> None:
    source, target = graph.nodes[one % len(graph.nodes)].id, graph.nodes[other % len(graph.nodes)].id
    refused = [edits.refusal(graph, source, target, port)]
    for move in (
        lambda: rewiring.moved_in_chain(graph, source, port or -1),
        lambda: rewiring.moved_onto(graph, source, graph.edges[0] if graph.edges else Edge(source, target)),
    ):
        try:
            move()
        except GraphError as error:
            refused.append(error)
    for error in filter(None, refused):
        assert any(one.arguments(error.message) is not None for one in templates())
        assert sentence(graph, error).endswith(".")
