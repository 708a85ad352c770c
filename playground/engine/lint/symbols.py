"""Embeddings that meet numbers they have no row for."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from playground.catalog.kinds import Objective
from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, is_input
from playground.engine.network import parts_of, taken
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

MOST = 10**6
"""Numbers beyond are no symbols."""
PASSIVE = frozenset({"Identity", "Flatten", "Reshape", "Permute", "Transpose", "Concat", "TakeLast"})
"""Layers that hand whole numbers on as they are."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Embeddings of what is computed, of data that are no symbols, and with too few rows for the symbols."""
    for node in case.order:
        if node.layer.name == "Embedding":
            yield from _of(case, node)


def _of(case: Case, node: Node) -> Iterator[Diagnostic]:
    """The first thing that is wrong with an Embedding."""
    places = list(entrances(case, node))
    if None in places or (places and (not case.sampled or _judges_made(case))):
        yield _quantities(node, f"{node.label} looks up whole numbers from 0 on, but is given quantities.")
    elif case.samples is not None:
        met = [one for one in places if one is not None and not _foreign(case, one)]
        yield from next((found for one in met if (found := list(_at(case, node, one)))), [])


def _foreign(case: Case, entrance: Node) -> bool:
    """Whether an Input is made for samples of another shape than these, which therefore say nothing of its numbers."""
    assert case.samples is not None  # _of() saw to it
    own = entrance.layer.values()["shape"]
    return bool(own) and not case.samples.info.parts and list(own) != list(case.samples.info.input_shape)


def _judges_made(case: Case) -> bool:
    """Whether a network is given what another one has made as well as samples, as a discriminator is."""
    objective = case.experiment.objective
    return isinstance(objective, Objective) and objective.makes and case.network != objective.networks[0]


def entrances(case: Case, node: Node, port: int = 0) -> Iterator[Node | None]:
    """The inputs whose numbers come to a port of a node; None in place of one that are computed on the way."""
    seen: set[str] = set()
    stack = [edge.source for edge in case.graph.into(node.id) if edge.port == port]
    while stack:
        before = case.graph.node(stack.pop())
        if before.activation is not None or not (is_input(before) or before.layer.name in PASSIVE):
            yield None
        elif is_input(before):
            yield before
        elif before.id not in seen:
            seen.add(before.id)
            stack += [edge.source for edge in case.graph.into(before.id)]


def _quantities(node: Node, message: str) -> Diagnostic:
    fixes = [Fix(f"Remove {node.label}", [{"op": "remove", "node": node.id}])]
    return Diagnostic(message, "Take it out.", node=node.id, code="no-symbols", fixes=fixes)


def _at(case: Case, node: Node, entrance: Node) -> Iterator[Diagnostic]:
    """What is wrong with an Embedding of the samples that come in at a place."""
    assert case.samples is not None  # _of() saw to it
    part = taken(entrance, parts_of(case.samples.info.parts))
    place = slice(part[0], part[0] + math.prod(part[1])) if part else slice(None)
    parts = [side[:, place] for side in case.samples.some if side.size]
    low, high = min(float(part.min()) for part in parts), max(float(part.max()) for part in parts)
    rows = node.layer.values()["num_embeddings"]
    if low < 0 or high > MOST or any((part != np.floor(part)).any() for part in parts):
        yield _quantities(node, f"{node.label} looks up whole numbers from 0 on, but these data are quantities.")
    elif high >= rows:
        known = {one.name: one.symbols for one in case.samples.entry.parts}
        symbols = known[entrance.layer.values()["part"]] if part else case.samples.entry.symbols
        needed = max(int(high) + 1, len(symbols))
        message = f"{node.label} has rows for {rows:,} different numbers, but the data have {needed:,}."
        wider: JSON = {"op": "values", "node": node.id, "values": {"num_embeddings": needed}}
        fixes = [Fix(f"Set rows to {needed:,}", [wider])]
        yield Diagnostic(message, "Give it more rows.", node=node.id, code="few-rows", fixes=fixes)
