"""Shapes that do not fit: what would make them fit, tried by dry run before it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from playground.engine.dryrun import dry_run, written
from playground.engine.events import Diagnostic
from playground.engine.lint import matching, substitutes, uses
from playground.engine.lint.substitutes import Attempt
from playground.engine.network import OUTPUT
from playground.spec.entry import Entry, Shape
from playground.spec.fixes import JSON, Fix
from playground.spec.forms import entry_to_json
from playground.spec.graph import Edge, Graph, Node

MOST = 4
"""Fixes that are offered for one problem, without the last resort of removing the layer."""


@dataclass(frozen=True)
class Broken:
    """A node that cannot take what its inputs give.

    `layer` is its layer at the size that the task needs, `mains` are its inputs, those of the longest path first, and
    `known` the output shapes of all nodes before it.
    """

    graph: Graph
    node: Node
    layer: Entry
    activation: Entry | None
    edges: tuple[Edge, ...]
    shapes: tuple[Shape, ...]
    mains: list[int]
    known: uses.Shapes


def diagnostic(broken: Broken, message: str, before: Shape | None) -> Diagnostic:
    """The problem on its node and its wire, with fixes. `before` is what goes into a Flatten in front of the node."""
    odd = matching.odd_one(broken.shapes, broken.mains[0])
    edge = broken.edges[odd]
    around = uses.fixes(broken.graph, broken.node.id, broken.edges, broken.known)
    fixes = [*around, *islice(_fixes(broken, before), MOST - len(around))]
    if broken.node.layer.name != OUTPUT:
        fixes.append(Fix(f"Remove {broken.node.label}", [{"op": "remove", "node": broken.node.id}]))
    return Diagnostic(
        message,
        node=broken.node.id,
        code="shape",
        edge=(edge.source, edge.target, edge.port),
        brief=f"{written(broken.shapes[odd])} does not fit",
        fixes=fixes,
    )


def _fixes(broken: Broken, before: Shape | None) -> Iterator[Fix]:
    seen: set[str] = set()
    attempts = chain(
        _unflattened(broken, before),
        matching.attempts(broken.layer, broken.shapes, broken.mains),
        substitutes.attempts(broken.layer, broken.shapes),
    )
    for attempt in attempts:
        if attempt.label not in seen and _works(broken, attempt):
            seen.add(attempt.label)
            yield Fix(attempt.label, list(_changes(broken, attempt)))
    if broken.activation is not None and not dry_run(broken.layer, None, broken.shapes).error:
        change: JSON = {"op": "activation", "node": broken.node.id, "activation": None}
        yield Fix(f"Remove {broken.activation.title}", [change])


def _works(broken: Broken, attempt: Attempt) -> bool:
    """Whether the node can compute after an attempt."""
    shapes = list(broken.shapes)
    for port, layers in attempt.inserts:
        for layer in layers:
            facts = dry_run(layer, None, (shapes[port],))
            if facts.error or facts.shape is None:
                return False
            shapes[port] = facts.shape
    if attempt.shape is not None:
        shapes = [attempt.shape]
    return not dry_run(attempt.layer or broken.layer, broken.activation, tuple(shapes)).error


def _changes(broken: Broken, attempt: Attempt) -> Iterator[JSON]:
    node = broken.node.id
    if attempt.layer is not None and type(attempt.layer) is type(broken.layer):
        old = broken.layer.values()
        values = {name: value for name, value in attempt.layer.values().items() if value != old[name]}
        yield {"op": "values", "node": node, "values": values}
    elif attempt.layer is not None:
        yield {"op": "layer", "node": node, "layer": entry_to_json(attempt.layer)}
    for port, layers in attempt.inserts:
        raw = [entry_to_json(layer) for layer in layers]
        yield {"op": "insert", "node": node, "port": broken.edges[port].port, "layers": raw}
    yield from attempt.changes


def _unflattened(broken: Broken, before: Shape | None) -> Iterator[Attempt]:
    """Without the Flatten in front, where nothing else needs it."""
    source = broken.graph.node(broken.edges[0].source)
    if before is not None and len(broken.edges) == 1 and len(broken.graph.out_of(source.id)) == 1:
        yield Attempt(f"Remove {source.label}", shape=before, changes=({"op": "remove", "node": source.id},))
