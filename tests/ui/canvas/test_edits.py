"""What gestures do to a graph, without a window."""

from __future__ import annotations

import pytest

from playground import catalog
from playground.spec.entry import make
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph, Node, add, chain, check
from playground.ui.canvas import copies, edits

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
