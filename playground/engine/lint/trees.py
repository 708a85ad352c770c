"""Layers over trees that are told of children that there are not."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from playground.catalog.layers.trees import Recursive
from playground.engine.data import Samples
from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case
from playground.engine.lint.symbols import entrances
from playground.engine.network import parts_of, taken
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Node

CHILDREN = 1
"""The input at which a layer is told where the children of each node stand."""


def warn(case: Case) -> Iterator[Diagnostic]:
    """Children that are computed, or that do not come before their parents."""
    for node in case.order:
        told = [edge.source for edge in case.graph.into(node.id) if edge.port == CHILDREN]
        if isinstance(node.layer, Recursive) and told and not _fits(case, node):
            yield Diagnostic(
                f"{node.label} is not told of children that come before their parents.",
                "Wire an input with the children of the samples to it.",
                node=node.id,
                code="no-children",
                edge=(told[0], node.id, CHILDREN),
                brief="no children",
                fixes=[*_wires(case, node), Fix(f"Remove {node.label}", [{"op": "remove", "node": node.id}])],
            )


def _fits(case: Case, node: Node) -> bool:
    """Whether all that comes to the second input of a layer are children of the samples."""
    found = list(entrances(case, node, CHILDREN))
    return all(one is not None and case.samples is not None and _are_children(case.samples, one) for one in found)


def _are_children(samples: Samples, entrance: Node) -> bool:
    """Whether the numbers (N, m, 2) that enter here are places before their own, or −1."""
    part = taken(entrance, parts_of(samples.info.parts))
    if part is None or len(part[1]) != 2:
        return False
    first, shape = part
    rows = np.concatenate([side[:, first : first + math.prod(shape)] for side in samples.some])
    places = rows.reshape(len(rows), *shape)
    before = places < np.arange(shape[0])[:, None]
    return bool((before & (places >= -1) & (places == np.floor(places))).all())


def _wires(case: Case, node: Node) -> Iterator[Fix]:
    """The input of the children in place of what comes."""
    if case.samples is None:
        return
    for other in case.order:
        if other.layer.name == "Input" and other.activation is None and _are_children(case.samples, other):
            cut: JSON = {"op": "cut", "node": node.id, "port": CHILDREN}
            wire: JSON = {"op": "wire", "source": other.id, "node": node.id, "port": CHILDREN}
            yield Fix(f"Wire {other.label} to it", [cut, wire])
            return
