"""Layers that take their weights from another: references follow every edit of the graph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import graph as graphs
from playground.spec.blocks import Block, BlockUse
from playground.spec.compare import Change, compare
from playground.spec.entry import make
from playground.spec.errors import GraphError, SpecError
from playground.spec.expansion import expand
from playground.spec.experiment import Experiment, Variant
from playground.spec.files import dumps, loads
from playground.spec.fixes import Fix, apply
from playground.spec.folding import fold, unfold
from playground.spec.forms import graph_to_json
from playground.spec.graph import Graph, Node, chain
from playground.spec.live import skeleton
from playground.spec.opened import opened
from playground.spec.parse import graph_from_json
from playground.spec.refolded import folded_back
from playground.spec.sharing import circular, common, offers, owners, owners_first
from playground.spec.variants import edited, resolve

catalog.load()


def linear(node_id: str, shares: str = "") -> Node:
    return Node(node_id, make("layer", {"entry": "Linear", "out_features": 4}), shares=shares)


def entry_node() -> Node:
    return Node("x", make("layer", {"entry": "Input"}))


def tied() -> Graph:
    return chain(entry_node(), linear("a"), linear("b"), linear("c", "a"))


def of(graph: Graph) -> Experiment:
    return replace(starter(), networks={"model": graph})


def shares(graph: Graph) -> dict[str, str]:
    return {node.id: node.shares for node in graph.nodes if node.shares}


def test_a_file_keeps_what_is_shared_and_says_nothing_where_nothing_is() -> None:
    assert loads(dumps(of(tied()))).networks["model"] == tied()
    assert "shares" not in graph_to_json(tied())["nodes"][1]


@pytest.mark.parametrize("wrong", [{"shares": 3}, {"shares": "no id"}, {"shares": "a", "layer": {"entry": "Block"}}])
def test_a_file_that_says_it_wrongly_is_refused(wrong: dict[str, object]) -> None:
    raw = graph_to_json(tied())
    raw["nodes"][3] |= wrong
    with pytest.raises(SpecError, match=r"nodes\.c\.shares"):
        graph_from_json(raw)


def test_the_reference_goes_with_the_layer_it_names() -> None:
    assert shares(graphs.remove(tied(), ["a"])) == {}
    assert shares(graphs.remove(tied(), ["b"])) == {"c": "a"}
    assert shares(graphs.remove(tied(), ["a", "c"])) == {}


def test_copies_share_with_copies_or_with_what_stays() -> None:
    alone, (copy,) = graphs.duplicate(tied(), ["c"])
    assert alone.node(copy).shares == "a"
    both, (first, second) = graphs.duplicate(tied(), ["a", "c"])
    assert both.node(second).shares == first
    assert both.node("c").shares == "a"


def test_a_renamed_layer_and_one_that_moves_are_still_shared() -> None:
    renamed = apply(of(tied()), "model", Fix("", [{"op": "rename", "node": "a"}])).networks["model"]
    assert renamed.node("c").shares == "linear1"
    moved = apply(of(tied()), "model", Fix("", [{"op": "move", "node": "a", "behind": "b"}])).networks["model"]
    assert moved.node("c").shares == "a"
    none = apply(of(tied()), "model", Fix("", [{"op": "shares", "node": "c", "shares": ""}])).networks["model"]
    assert shares(none) == {}


def test_owners_come_before_those_that_take_and_circles_are_seen() -> None:
    late = chain(entry_node(), linear("a", "b"), linear("b", "c"), linear("c"))
    assert [node.id for node in owners_first(late)] == ["x", "c", "b", "a"]
    assert owners(late, "a") == ["b", "c"]
    assert not circular(late, "a")
    round_ = chain(linear("a", "b"), linear("b", "c"), linear("c", "b"), linear("d", "d"), linear("e", "gone"))
    assert [name for name in "abcde" if circular(round_, name)] == ["a", "b", "c", "d"]
    assert len(owners_first(round_)) == 5


def test_names_and_shapes_say_what_fits_and_no_circle_is_offered() -> None:
    table, head, odd = {"weight": [9, 4]}, {"weight": [9, 4], "bias": [9]}, {"weight": [4, 9]}
    assert common(head, table) == ["weight"]
    assert common(odd, table) == []
    graph = chain(linear("a"), linear("b", "a"), linear("c"))
    tensors = {"a": table, "b": head, "c": odd}
    assert offers(graph, "b", tensors) == ["a"]
    assert offers(graph, "a", tensors) == []  # b takes from it


def test_a_variant_may_share_and_its_network_may_not_go_on_as_it_was() -> None:
    base = replace(of(chain(entry_node(), linear("a"), linear("b"))), variants=(Variant("one"), Variant("two")))
    graph = base.networks["model"]
    wanted = replace(base, networks={"model": graphs.change(graph, linear("b", "a"))})
    made = edited(base, "two", replace(wanted, variants=()))
    assert shares(resolve(made, "one").networks["model"]) == {}
    assert shares(resolve(made, "two").networks["model"]) == {"b": "a"}
    assert skeleton(wanted) != skeleton(base)
    change = Change("shares", "", "a")
    assert compare(graph, wanted.networks["model"]).changed == {"b": (change,)}
    other = chain(entry_node(), linear("first"), linear("second", "first"))
    assert not compare(wanted.networks["model"], other).changed  # under other names the same


# --- blocks --------------------------------------------------------------------------------------------------------


def in_block(repeat: int = 1) -> Experiment:
    """A block whose second layer takes its weights from the first, used in a network."""
    block = Block(chain(entry_node(), linear("a"), linear("b", "a")))
    use = Node("use", BlockUse("pair", repeat))
    return replace(of(chain(entry_node(), linear("head"), use)), blocks={"pair": block})


def test_each_repetition_shares_within_itself() -> None:
    made = in_block(2)
    flat = expand(made.networks["model"], made.blocks)
    assert shares(flat) == {"use__b": "use__a", "use__2__b": "use__2__a"}


def test_folding_takes_owner_and_taker_along_or_says_why_not() -> None:
    whole = of(chain(entry_node(), linear("a"), linear("b", "a"), linear("c")))
    made, card = fold(whole, "model", ["a", "b"], "Pair")
    assert shares(made.blocks["pair"].graph) == {"b": "a"}
    assert shares(unfold(made, "model", card).networks["model"]) == {f"{card}__b": f"{card}__a"}
    for cut in (["a", "x"], ["b", "c"]):
        with pytest.raises(GraphError):
            fold(whole, "model", cut, "Cut")
    with pytest.raises(GraphError, match="shares weights with a; fold both of them"):
        fold(whole, "model", ["b", "c"], "Cut")


def test_an_opened_block_shows_what_is_shared_and_keeps_it() -> None:
    made = in_block()
    cards = opened(made, "model", ["use"]).graph
    assert shares(cards) == {"use__b": "use__a"}
    assert folded_back(made, "model", ["use"], cards).experiment == made
    less = folded_back(made, "model", ["use"], graphs.remove(cards, ["use__a"])).experiment
    assert shares(less.blocks["pair"].graph) == {}
    loose = graphs.change(cards, replace(cards.node("use__b"), shares=""))
    again = graphs.change(loose, replace(loose.node("use__b"), shares="use__a"))
    assert shares(folded_back(made, "model", ["use"], loose).experiment.blocks["pair"].graph) == {}
    assert folded_back(made, "model", ["use"], again).experiment == made


def test_weights_are_not_shared_across_the_frame_of_a_block() -> None:
    made = in_block()
    cards = opened(made, "model", ["use"]).graph
    across = graphs.change(cards, replace(cards.node("head"), shares="use__a"))
    assert shares(folded_back(made, "model", ["use"], across).experiment.networks["model"]) == {}
    inward = graphs.change(cards, replace(cards.node("use__b"), shares="head"))
    assert shares(folded_back(made, "model", ["use"], inward).experiment.blocks["pair"].graph) == {}
