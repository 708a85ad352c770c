"""What differs between two networks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from playground import catalog
from playground.spec import graph as graphs
from playground.spec.compare import Change, compare
from playground.spec.entry import make
from playground.spec.graph import Edge, Graph, Node, chain

catalog.load()


def node(node_id: str, layer: str = "Linear", **values: object) -> Node:
    return Node(node_id, make("layer", {"entry": layer, **values}))


FIRST = chain(node("x", "Input"), node("a", out_features=8), node("drop", "Dropout"), node("end", "Output"))


def test_a_network_is_like_itself() -> None:
    assert compare(FIRST, FIRST).same
    moved = replace(FIRST, nodes=tuple(replace(n, position=(1.0, 2.0)) for n in FIRST.nodes))
    assert compare(FIRST, moved).same


def test_added_removed_and_changed_layers_are_told() -> None:
    second = graphs.remove(FIRST, ["drop"])
    second = graphs.insert(second, Edge("x", "a"), node("norm", "LayerNorm"))
    second = graphs.change(second, replace(node("a", out_features=16), activation=make("layer", {"entry": "ReLU"})))
    found = compare(FIRST, second)
    assert found.added == ("norm",)
    assert found.removed == ("drop",)
    assert found.changed == {"a": (Change("out_features", 8, 16), Change("activation", None, "ReLU"))}
    assert found.added_edges == {Edge("x", "norm"), Edge("norm", "a"), Edge("a", "end")}
    assert found.removed_edges == {Edge("x", "a"), Edge("a", "drop"), Edge("drop", "end")}


def test_regularisers_of_a_layer_are_told_value_by_value() -> None:
    l1, weak, strong = (
        make("regularizer", {"entry": name, "strength": strength})
        for name, strength in (("L1", 0.1), ("L2", 0.2), ("L2", 0.3))
    )
    before = graphs.change(FIRST, replace(FIRST.node("a"), regularizers=(l1, weak)))
    after = graphs.change(FIRST, replace(FIRST.node("a"), regularizers=(strong,)))
    assert compare(before, after).changed == {
        "a": (Change("L1.strength", 0.1, None), Change("L2.strength", 0.2, 0.3)),
    }


def test_layers_under_other_names_are_found_by_their_place() -> None:
    second = chain(node("in0", "Input"), node("fc", out_features=8), node("p", "Dropout"), node("out", "Output"))
    found = compare(FIRST, second)
    assert found.same
    assert found.matched == {"x": "in0", "a": "fc", "drop": "p", "end": "out"}


def test_a_layer_replaced_under_its_own_id_has_changed() -> None:
    second = graphs.change(FIRST, node("drop", "LayerNorm"))
    assert compare(FIRST, second).changed == {"drop": (Change("layer", "Dropout", "LayerNorm"),)}


def test_an_empty_network_has_everything_added() -> None:
    assert compare(Graph(), FIRST).added == ("x", "a", "drop", "end")
    assert compare(FIRST, Graph()).removed == ("x", "a", "drop", "end")


@given(st.lists(st.sampled_from(["Linear", "Dropout", "LayerNorm", "ReLU"]), max_size=8), st.data())
def test_every_layer_is_paired_or_told(layers: list[str], data: st.DataObject) -> None:
    first = chain(*(node(f"n{i}", name) for i, name in enumerate(layers)))
    others = data.draw(st.lists(st.sampled_from(["Linear", "Dropout", "LayerNorm", "ReLU"]), max_size=8))
    second = chain(*(node(f"m{i}" if i % 2 else f"n{i}", name) for i, name in enumerate(others)))
    found = compare(first, second)
    assert {*found.matched, *found.removed} == {n.id for n in first.nodes}
    assert {*found.matched.values(), *found.added} == {n.id for n in second.nodes}
    assert len(set(found.matched.values())) == len(found.matched)
