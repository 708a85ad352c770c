"""Random graphs and experiments, for properties that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from types import UnionType
from typing import Any

from hypothesis import strategies as st

from playground.spec import graph as g
from playground.spec.entry import Entry, UnknownEntry, entries, fields_of
from playground.spec.errors import ParamError
from playground.spec.experiment import DEVICES, PRECISIONS, Experiment, Lesson, Variant
from playground.spec.graph import Graph, Node
from playground.spec.params import Param

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
NAMES = st.text(st.characters(whitelist_categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def values(meta: Param, kind: type) -> st.SearchStrategy[Any]:
    """Values that a field may have."""
    low = -1e6 if meta.min is None else meta.min
    high = 1e6 if meta.max is None else meta.max
    if kind is bool:
        return st.booleans()
    if kind is str:
        return st.sampled_from(meta.choices) if meta.choices else TEXTS
    if kind is int:
        return st.integers(int(low), int(high))
    if kind is UnionType:
        side = st.integers(int(low), int(high))
        return side | st.tuples(side, side)
    if kind is tuple and meta.choices:
        return st.lists(st.sampled_from(meta.choices), min_size=1, unique=True).map(tuple)
    if kind is tuple:
        return st.lists(st.integers(int(low), int(high)), max_size=5, unique=True).map(sorted).map(tuple)
    return st.floats(low, high)


@st.composite
def made(draw: st.DrawFn, kind: str, group: str = "") -> Entry:
    """An entry of a kind with random fields, sometimes one that nobody knows."""
    if draw(st.integers(0, 9)) == 0:
        extra = draw(st.dictionaries(TEXTS.filter(lambda key: key != "entry"), PLAIN, max_size=2))
        return UnknownEntry(kind, {"entry": "FromTheFuture", **extra})
    known = [cls for cls in entries(kind).values() if not group or cls.group == group]
    cls = draw(st.sampled_from(known))
    fields = {name: draw(values(meta, field)) for name, (meta, field) in fields_of(cls).items()}
    try:
        return cls(**fields)
    except ParamError:  # fields that do not go together, such as Nesterov without momentum
        return cls()


@st.composite
def nodes(draw: st.DrawFn, node_id: str) -> Node:
    """A node with everything a node can have."""
    place = st.floats(-1e6, 1e6)
    return Node(
        id=node_id,
        layer=draw(made("layer")),
        activation=draw(st.none() | made("layer", "Activations")),
        initializer=draw(st.none() | made("initializer")),
        lr_factor=draw(st.sampled_from([1.0, 0.0, 0.1])),
        name=draw(TEXTS),
        position=draw(st.none() | st.tuples(place, place)),
        regularizers=tuple(draw(st.lists(made("regularizer"), max_size=2))),
        shares=draw(st.sampled_from(["", "", "n1", "nowhere"])),
    )


@st.composite
def graphs(draw: st.DrawFn, most: int = 6) -> Graph:
    """A valid graph, grown by adding and connecting."""
    made_graph = Graph()
    for index in range(draw(st.integers(1, most))):
        made_graph = g.add(made_graph, draw(nodes(f"n{index}")))
    ids = st.sampled_from([node.id for node in made_graph.nodes])
    for source, target in draw(st.lists(st.tuples(ids, ids), max_size=2 * most)):
        port = g.free_port(made_graph, target)
        if g.check_connect(made_graph, source, target, port) is None:
            made_graph = g.connect(made_graph, source, target, port)
    return made_graph


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """An experiment that a file can hold."""
    base = Experiment(
        title=draw(TEXTS),
        data=draw(made("data")),
        networks=draw(st.dictionaries(st.sampled_from(["model", "teacher"]), graphs(), min_size=1)),
        objective=draw(made("objective")),
        loss=draw(made("loss")),
        optimizer=draw(made("optimizer")),
        schedule=draw(made("schedule")),
        initializer=draw(made("initializer")),
        metrics=tuple(draw(st.lists(made("metric"), max_size=2))),
        regularizers=tuple(draw(st.lists(made("regularizer"), max_size=2))),
        augmentations=tuple(draw(st.lists(made("augmentation"), max_size=2))),
        batch_size=draw(st.integers(1, 10_000)),
        epochs=draw(st.integers(1, 10_000)),
        seed=draw(st.integers(0, 2**31 - 1)),
        device=draw(st.sampled_from(DEVICES)),
        precision=draw(st.sampled_from(PRECISIONS)),
        lesson=Lesson(
            draw(TEXTS), draw(TEXTS), tuple(draw(st.lists(made("check"), max_size=2))), draw(st.integers(0, 10**9))
        ),
        extra=draw(st.dictionaries(st.sampled_from(["author", "licence"]), PLAIN)),
    )
    patch = st.dictionaries(st.sampled_from(["batch_size", "epochs", "optimizer"]), PLAIN, max_size=2)
    named = draw(st.dictionaries(NAMES, patch, max_size=3))
    return replace(base, variants=tuple(Variant(name, values) for name, values in named.items()))
