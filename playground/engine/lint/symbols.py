"""Embeddings that meet numbers they have no row for."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, is_input
from playground.engine.network import parts_of, taken
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

MOST = 10**6
"""Numbers beyond are no symbols."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Embeddings right behind the input: too few rows for the symbols of the data, or no symbols at all."""
    if case.samples is None:
        return
    for node in case.order:
        before = case.before(node)
        if node.layer.name == "Embedding" and before is not None and is_input(before) and before.activation is None:
            yield from _of(case, node)


def _of(case: Case, node: Node) -> Iterator[Diagnostic]:
    assert case.samples is not None  # warn() saw to it
    entrance = case.before(node)
    assert entrance is not None  # as above
    part = taken(entrance, parts_of(case.samples.info.parts))
    place = slice(part[0], part[0] + math.prod(part[1])) if part else slice(None)
    parts = [side[:, place] for side in case.samples.inputs if side.size]
    low, high = min(float(part.min()) for part in parts), max(float(part.max()) for part in parts)
    rows = node.layer.values()["num_embeddings"]
    if low < 0 or high > MOST or any((part != np.floor(part)).any() for part in parts):
        message = f"{node.label} looks up whole numbers from 0 on, but these data are quantities."
        fixes = [Fix(f"Remove {node.label}", [{"op": "remove", "node": node.id}])]
        yield Diagnostic(message, "Take it out.", node=node.id, code="no-symbols", fixes=fixes)
    elif high >= rows:
        known = {one.name: one.symbols for one in case.samples.entry.parts}
        symbols = known[entrance.layer.values()["part"]] if part else case.samples.entry.symbols
        needed = max(int(high) + 1, len(symbols))
        message = f"{node.label} has rows for {rows:,} different numbers, but the data have {needed:,}."
        wider: JSON = {"op": "values", "node": node.id, "values": {"num_embeddings": needed}}
        fixes = [Fix(f"Set rows to {needed:,}", [wider])]
        yield Diagnostic(message, "Give it more rows.", node=node.id, code="few-rows", fixes=fixes)
