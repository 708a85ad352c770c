"""Layers folded into blocks, blocks unfolded, and definitions that come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import definitions
from playground.spec.blocks import Block, BlockUse
from playground.spec.entry import make
from playground.spec.errors import GraphError
from playground.spec.expansion import expand
from playground.spec.experiment import Experiment
from playground.spec.folding import fold, make_single_use_own, unfold, with_use
from playground.spec.graph import Edge, Graph, Node, chain

catalog.load()


def layer(name: str, **values: Any) -> Any:
    return make("layer", {"entry": name, **values})


def linear(node_id: str, units: int = 4) -> Node:
    return Node(node_id, layer("Linear", out_features=units))


def skip() -> Experiment:
    nodes = (Node("x", layer("Input")), linear("head"), linear("a"), linear("b"), Node("add", layer("Add")))
    nodes = (*nodes, Node("end", layer("Output")))
    edges = (
        *(Edge("x", "head"), Edge("head", "a"), Edge("a", "b"), Edge("b", "add", 0), Edge("head", "add", 1)),
        Edge("add", "end"),
    )
    return replace(starter(), networks={"model": Graph(nodes, edges)})


def kinds(experiment: Experiment) -> list[str]:
    return [n.layer.name for n in expand(experiment.networks["model"], experiment.blocks).order()]


def test_layers_become_a_block_and_layers_again() -> None:
    made, card = fold(skip(), "model", ["a", "b", "add"], "My skip")
    assert card == "my_skip1"
    block = made.blocks["my_skip"]
    assert not block.title  # its key says it
    assert [n.id for n in block.inputs] == ["x"]
    assert block.parameters[0].targets == {"a.out_features": 1, "b.out_features": 1}
    assert set(made.networks["model"].edges) == {
        Edge("x", "head"),
        Edge("head", "my_skip1"),
        Edge("my_skip1", "end"),
    }
    assert kinds(made) == kinds(skip())
    again = unfold(made, "model", card)
    assert kinds(again) == kinds(skip())
    assert {n.id for n in again.networks["model"].nodes} == {
        n.id for n in expand(made.networks["model"], made.blocks).nodes
    }


def test_a_use_that_repeats_unfolds_as_often() -> None:
    made, card = fold(skip(), "model", ["a", "b", "add"], "skip")
    made = with_use(made, "model", card, replace(made.networks["model"].node(card), layer=BlockUse("skip", repeat=3)))
    assert [n.layer.name for n in unfold(made, "model", card).networks["model"].nodes].count("Add") == 3


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["a", "add"], "several|one result|only last|missing"),
        (["head", "a"], "needed outside|one result"),
        (["x", "head"], "belongs to the network"),
        (["head", "b", "add"], "missing|one result|one input|only last"),
        ([], "Choose"),
    ],
)
def test_what_cannot_stand_for_itself_is_refused(ids: list[str], words: str) -> None:
    with pytest.raises(GraphError, match=words):
        fold(skip(), "model", ids, "part")


def test_names_in_any_script_are_titles() -> None:
    made, _ = fold(skip(), "model", ["a", "b", "add"], "残差块")
    assert made.blocks["block"].title == "残差块"
    assert definitions.renamed(made, "block", "Skip two").blocks["block"].title == "Skip two"


def test_layers_in_an_opened_block_fold_too() -> None:
    made, card = fold(skip(), "model", ["a", "b", "add"], "skip")
    made, inner = fold(made, "model", [f"{card}__a", f"{card}__b"], "pair", {card})
    assert inner == "skip1__pair1"
    assert made.blocks["pair"].graph.node("a").layer.values()["out_features"] == 4
    assert made.blocks["skip"].parameters == ()
    whole, outer = fold(made, "model", ["head", "skip1__x", "skip1__pair1", "skip1__add"], "stem", {card})
    assert outer == "stem1"
    assert kinds(whole) == kinds(skip())
    assert kinds(unfold(whole, "model", "stem1__skip1", {"stem1"})) == kinds(skip())


def test_a_use_of_its_own_leaves_the_others() -> None:
    made, card = fold(skip(), "model", ["a", "b", "add"], "skip")
    made = make_single_use_own(made, "model", card)
    assert made.networks["model"].node(card).layer.values()["block"] == "skip1"
    assert made.blocks["skip1"].graph == made.blocks["skip"].graph
    assert definitions.unused(made) == ["skip"]
    assert set(definitions.without_unused(made).blocks) == {"skip1"}


def test_blocks_are_taken_over_with_the_blocks_inside_them() -> None:
    leaf = Block(chain(Node("x", layer("Input")), linear("l")))
    tree = Block(chain(Node("x", layer("Input")), Node("u", BlockUse("library.leaf"))))
    supply = {"library.leaf": leaf, "library.tree": tree}
    graph = chain(*skip().networks["model"].nodes[:2], Node("t", BlockUse("library.tree")))
    made, shown = definitions.adopted(skip(), graph, {"t"}, supply)
    assert shown.node("t").layer.values()["block"] == "tree"
    assert made.blocks["tree"].graph.node("u").layer.values()["block"] == "leaf"
    again, _ = definitions.adopted(made, graph, {"t"}, supply)
    assert again.blocks == made.blocks
    other = replace(made, blocks={"leaf": Block(chain(Node("x", layer("Input")), linear("other")))})
    third, shown = definitions.adopted(other, graph, {"t"}, supply)
    assert third.blocks["leaf"] == other.blocks["leaf"]
    assert third.blocks["tree"].graph.node("u").layer.values()["block"] == "leaf1"


def test_fields_become_parameters_and_fields_again() -> None:
    made, card = fold(skip(), "model", ["a", "b", "add"], "skip")
    made = definitions.without_parameter(made, "skip", "out_features")
    assert made.blocks["skip"].parameters == ()
    made = definitions.with_parameter(made, "skip", "a.bias")
    assert made.blocks["skip"].parameters[0].value is True
    node = made.networks["model"].node(card)
    made = with_use(made, "model", card, replace(node, layer=BlockUse("skip", settings={"bias": False})))
    assert not expand(made.networks["model"], made.blocks).node(f"{card}__a").layer.values()["bias"]
    assert kinds(definitions.without_parameter(made, "skip", "bias")) == kinds(skip())
