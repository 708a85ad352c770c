"""Changes to an experiment as plain values, outside and inside blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground import catalog
from playground.catalog.starter import starter
from playground.spec import files
from playground.spec.blocks import Block, BlockParameter, BlockUse
from playground.spec.entry import make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.fixes import Fix, Place, apply, locate
from playground.spec.graph import Edge, Graph, Node, chain

catalog.load()


def layer(node_id: str, entry: str, **values: object) -> Node:
    return Node(node_id, make("layer", {"entry": entry, **values}))


def nested() -> Experiment:
    """x → o (twice: a, then block inner with parameter width: b) → end."""
    inner = Block(
        chain(layer("x", "Input"), layer("b", "Linear", out_features=4)),
        (BlockParameter("width", 4, {"b.out_features": 2}),),
    )
    use = Node("i", BlockUse("inner", settings={"width": 3}), activation=make("layer", {"entry": "Tanh"}))
    outer = Block(chain(layer("x", "Input"), layer("a", "Linear"), use))
    whole = chain(layer("x", "Input"), Node("o", BlockUse("outer", repeat=2)), layer("end", "Output"))
    return replace(starter(), networks={"model": whole}, blocks={"inner": inner, "outer": outer})


def changed(experiment: Experiment, **change: object) -> Experiment:
    mended = apply(experiment, "model", Fix("Mend", [change]))
    files.loads(files.dumps(mended))
    return mended


def test_a_node_is_found_where_it_is_defined() -> None:
    use = Place("", "o")
    assert locate(nested(), "model", "end") == Place("", "end")
    assert locate(nested(), "model", "o__2__a") == Place("outer", "a", use)
    assert locate(nested(), "model", "o__i__b") == Place("inner", "b", Place("outer", "i", use))
    assert locate(nested(), "model", "o__2__i__activation") == Place("outer", "i", use, ending=True)
    with pytest.raises(SpecError, match="no node"):
        locate(nested(), "model", "o__gone")


def test_a_change_inside_a_block_changes_all_its_uses() -> None:
    mended = changed(nested(), op="values", node="o__2__a", values={"out_features": 9})
    flat = expanded(mended).networks["model"]
    assert [flat.node(name).layer.values()["out_features"] for name in ("o__a", "o__2__a")] == [9, 9]


def test_a_field_that_a_parameter_sets_is_set_where_the_block_is_used() -> None:
    mended = changed(nested(), op="values", node="o__i__b", values={"out_features": 10, "bias": False})
    use = mended.blocks["outer"].graph.node("i").layer
    assert isinstance(use, BlockUse)
    assert dict(use.settings) == {"width": 5}
    assert mended.blocks["inner"].graph.node("b").layer.values()["bias"] is False
    assert expanded(mended).networks["model"].node("o__i__b").layer.values()["out_features"] == 10


def test_parameters_let_go_of_what_is_no_longer_there() -> None:
    mended = changed(nested(), op="layer", node="o__i__b", layer={"entry": "ReLU"})
    assert mended.blocks["inner"].parameters[0].targets == {}
    assert "o__2__i__b" in expanded(mended).networks["model"]


def test_the_activation_behind_a_use_is_the_use_s() -> None:
    mended = changed(nested(), op="activation", node="o__i__activation", activation=None)
    assert mended.blocks["outer"].graph.node("i").activation is None
    with pytest.raises(SpecError, match="activation of a block"):
        changed(nested(), op="remove", node="o__i__activation")


def test_a_wire_into_a_block_is_mended_inside() -> None:
    mended = changed(nested(), op="insert", node="o__a", port=0, layers=[{"entry": "Flatten"}, {"entry": "ReLU"}])
    graph = mended.blocks["outer"].graph
    assert {Edge("x", "flatten1"), Edge("flatten1", "relu1"), Edge("relu1", "a")} <= set(graph.edges)


def test_an_end_is_added_to_the_network_not_to_the_block() -> None:
    bare = nested()
    without = replace(bare, networks={"model": Graph(bare.networks["model"].nodes[:2], (Edge("x", "o"),))})
    mended = changed(without, op="append", node="o__2__i__activation", layers=[{"entry": "Output"}])
    assert Edge("o", "output1") in mended.networks["model"].edges


def test_a_value_is_set_by_its_path() -> None:
    assert changed(nested(), op="set", path="batch_size", value=7).batch_size == 7


def test_a_block_or_a_network_that_is_gone_is_named() -> None:
    with pytest.raises(SpecError, match="inner: is no block"):
        changed(replace(nested(), blocks={"outer": nested().blocks["outer"]}), op="remove", node="o__i__b")
    for op in ("remove", "append"):
        with pytest.raises(SpecError, match="model: is no network"):
            apply(replace(nested(), networks={}), "model", Fix("Mend", [{"op": op, "node": "a", "layers": []}]))


def test_what_no_longer_fits_is_refused() -> None:
    with pytest.raises(SpecError):
        changed(nested(), op="cut", node="end", port=3)
    with pytest.raises(SpecError):
        changed(nested(), op="values", node="end", values={"color": 1})
