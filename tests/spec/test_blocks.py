"""Blocks and their expansion."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import files
from playground.spec.blocks import Block, BlockParameter, BlockUse, configured
from playground.spec.entry import entries, make
from playground.spec.errors import GraphError, MissingNode, ParamError, SpecError
from playground.spec.expansion import expand, outcome, uses
from playground.spec.experiment import Experiment, expanded
from playground.spec.forms import to_json
from playground.spec.graph import Edge, Graph, Node, chain, change
from playground.spec.inner_ids import shown_as
from playground.spec.parse import from_json

catalog.load()


def linear(node_id: str, units: int = 4) -> Node:
    return Node(node_id, make("layer", {"entry": "Linear", "out_features": units}))


def entry_node() -> Node:
    return Node("x", make("layer", {"entry": "Input"}))


def residual() -> Block:
    nodes = (entry_node(), linear("a"), linear("b"), Node("sum", make("layer", {"entry": "Add"})))
    edges = (Edge("x", "a"), Edge("a", "b"), Edge("b", "sum", 0), Edge("x", "sum", 1))
    width = BlockParameter("width", 4, {"a.out_features": 2, "b.out_features": 1}, "Units.")
    return Block(Graph(nodes, edges), (width,), "A residual block.")


def used(**values: object) -> Node:
    return Node("r", BlockUse("residual", **values))  # type: ignore[arg-type]


BLOCKS = {"residual": residual()}


def graph(**values: object) -> Graph:
    return chain(entry_node(), used(**values), Node("end", make("layer", {"entry": "Output"})))


def test_a_block_is_put_in_place_of_its_use() -> None:
    flat = expand(graph(), BLOCKS)
    assert [n.id for n in flat.nodes] == ["x", "r__a", "r__b", "r__sum", "end"]
    assert set(flat.edges) == {
        Edge("x", "r__a"),
        Edge("r__a", "r__b"),
        Edge("r__b", "r__sum", 0),
        Edge("x", "r__sum", 1),
        Edge("r__sum", "end"),
    }


def test_repetitions_stand_one_after_another() -> None:
    flat = expand(graph(repeat=3), BLOCKS)
    assert Edge("r__sum", "r__2__a") in flat.edges
    assert Edge("r__2__sum", "r__3__sum", 1) in flat.edges
    assert Edge("r__3__sum", "end") in flat.edges
    flat.order()


def test_parameters_reach_their_fields_with_their_factors() -> None:
    inner = configured(BLOCKS["residual"], BlockUse("residual", settings={"width": 7}))
    assert [getattr(inner.node(n).layer, "out_features") for n in ("a", "b")] == [14, 7]  # noqa: B009  # an Entry has no such field for mypy
    with pytest.raises(ParamError, match="no parameter of residual"):
        configured(BLOCKS["residual"], BlockUse("residual", settings={"height": 7}))


def test_blocks_may_contain_blocks_but_not_themselves() -> None:
    outer = Block(chain(entry_node(), used(), linear("tail")))
    blocks = {**BLOCKS, "outer": outer}
    whole = chain(entry_node(), Node("o", BlockUse("outer", repeat=2), activation=make("layer", {"entry": "ReLU"})))
    flat = expand(whole, blocks)
    assert "o__2__r__sum" in flat
    assert Edge("o__2__tail", "o__activation") in flat.edges
    found = {path: outcome(path, node, use, blocks) for path, node, use in uses(whole, blocks)}
    assert found == {"o": "o__activation", "o__r": "o__r__sum"}
    endless = {"outer": Block(chain(entry_node(), Node("o", BlockUse("outer"))))}
    with pytest.raises(GraphError, match="inside itself"):
        expand(whole, endless)
    with pytest.raises(MissingNode, match="does not have"):
        expand(whole, BLOCKS)


def test_a_block_needs_one_result() -> None:
    two = Block(Graph((entry_node(), linear("a"), linear("b")), (Edge("x", "a"), Edge("x", "b"))))
    with pytest.raises(GraphError, match="one result"):
        expand(graph(), {"residual": two})


def test_rates_and_initialisers_of_a_use_reach_its_layers() -> None:
    whole = graph()
    half = replace(whole.node("r"), lr_factor=0.5, initializer=make("initializer", {"entry": "Zeros"}))
    flat = expand(replace(whole, nodes=tuple(half if n.id == "r" else n for n in whole.nodes)), BLOCKS)
    assert flat.node("r__a").lr_factor == 0.5
    assert flat.node("r__a").initializer == half.initializer


def test_regularisers_of_a_use_reach_its_layers_but_for_kinds_that_these_have() -> None:
    l1, strong, weak = (
        make("regularizer", {"entry": name, "strength": strength})
        for name, strength in (("L1", 0.1), ("L2", 0.5), ("L2", 0.0))
    )
    inner = BLOCKS["residual"].graph
    blocks = {"residual": Block(change(inner, replace(inner.node("a"), regularizers=(weak,))))}
    flat = expand(change(graph(), replace(graph().node("r"), regularizers=(l1, strong))), blocks)
    assert flat.node("r__a").regularizers == (weak, l1)
    assert flat.node("r__b").regularizers == (l1, strong)


def test_expanded_ids_lead_back_to_what_is_shown() -> None:
    assert shown_as("r__2__a", {"r", "x"}) == "r"
    assert shown_as("r__2__a", {"r__a", "r__b"}) == "r__a"
    assert shown_as("o__2__r__3__sum", {"o__r"}) == "o__r"
    assert shown_as("gone", {"r"}) == ""


def experiment() -> Experiment:
    return replace(starter(), networks={"model": graph(repeat=2, settings={"width": 2})}, blocks=BLOCKS)


def test_survives_the_way_through_a_file() -> None:
    first = files.dumps(experiment())
    again = files.loads(first)
    assert again == experiment()
    assert files.dumps(again) == first
    assert {"r__a", "r__2__sum"} <= {node.id for node in expanded(again).networks["model"].nodes}


def test_uses_know_their_ports() -> None:
    two = Graph(
        (entry_node(), Node("y", make("layer", {"entry": "Input"}), name="memory"), *residual().graph.nodes[1:])
    )
    made = replace(experiment(), blocks={"residual": Block(two)})
    use = made.networks["model"].node("r").layer
    assert isinstance(use, BlockUse)
    assert (use.inputs, use.port_names) == (2, ("x", "memory"))


def test_bad_blocks_are_refused_with_their_place() -> None:
    raw = json.loads(json.dumps(to_json(experiment())))
    raw["blocks"]["residual"]["parameters"][0]["targets"] = {"a.out_features": "x"}
    with pytest.raises(SpecError, match=r"blocks\.residual\.parameters\.0\.targets"):
        from_json(raw)
    raw["blocks"] = {"a b": {}}
    with pytest.raises(SpecError, match="may not have the name"):
        from_json(raw)


def test_a_use_is_no_layer_to_pick() -> None:
    assert "Block" not in entries("layer")
