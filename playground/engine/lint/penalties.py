"""Regularisers of single layers that can do nothing there."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from playground.engine import diagnose
from playground.engine.events import Diagnostic
from playground.engine.lint.case import Case, is_input
from playground.engine.network import construct, sized
from playground.engine.regularizing import of_layer
from playground.spec.entry import Entry, UnknownEntry
from playground.spec.errors import SpecError
from playground.spec.fixes import Fix, locate
from playground.spec.forms import entry_to_json
from playground.spec.graph import Node


def warn(case: Case) -> Iterator[Diagnostic]:
    """Regularisers that nobody knows, that work on the run as a whole, or on weights that the layer does not have."""
    for node in case.order:
        written = _written(case, node) if node.regularizers else ()
        for item in written:
            yield from _unfit(case, node, item, written)


def _written(case: Case, node: Node) -> tuple[Entry, ...]:
    """What a layer has for itself, not what it has from the block in which it stands."""
    try:
        place = locate(case.experiment, case.network, node.id)
    except SpecError:
        return node.regularizers
    blocks = case.experiment.blocks
    graph = blocks[place.block].graph if place.block else case.experiment.networks[case.network]
    return () if place.ending else graph.node(place.node).regularizers


def _unfit(case: Case, node: Node, item: Entry, written: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    kept = [entry_to_json(other) for other in written if other is not item]
    remove = Fix(f"Remove {item.title}", [{"op": "regularizers", "node": node.id, "regularizers": kept}])
    title = case.plans[node.id].title
    if isinstance(item, UnknownEntry):
        yield diagnose.unknown(item, node=node.id, fixes=[remove])
    elif item not in of_layer(node):
        message = f"{item.title} works on the training as a whole, so that {title} cannot have one of its own."
        yield _diagnostic(message, "Switch it on in the training panel.", node, "whole-regularizer", remove)
    elif case.shape(node.id) is not None and not _has_weights(case, node):
        message = f"{title} has no weights, so that a regulariser of its own does nothing."
        yield _diagnostic(message, "Give it to a layer with weights.", node, "idle-regularizer", remove)


def _diagnostic(message: str, hint: str, node: Node, code: str, fix: Fix) -> Diagnostic:
    return Diagnostic(message, hint, "warning", node=node.id, code=code, fixes=[fix])


def _has_weights(case: Case, node: Node) -> bool:
    """Whether a layer has parameters of two or more axes; its size does not matter for that."""
    if is_input(node):
        return False
    ends = tuple(tuple(case.shape(edge.source) or ()) for edge in case.graph.into(node.id))
    with torch.device("meta"):
        return any(value.ndim >= 2 for value in construct(sized(node, 1), ends).parameters())
