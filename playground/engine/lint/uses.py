"""Blocks whose first layers cannot take what the block is given: what to do before the block, and not within it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playground.engine.dryrun import dry_run
from playground.engine.lint.substitutes import before, layer_of, moderate
from playground.engine.network import has_activation
from playground.spec.entry import Entry, Shape
from playground.spec.fixes import JSON, Fix
from playground.spec.forms import entry_to_json
from playground.spec.graph import Edge, Graph, Node, ports
from playground.spec.inner_ids import JOINT

Shapes = Mapping[str, Shape | None]
"""Output shapes of the nodes that are known so far."""


@dataclass(frozen=True)
class Use:
    """A block in its place: the graph in which it is expanded, its id and the wire into it."""

    graph: Graph
    id: str
    into: Edge
    shapes: Shapes

    def holds(self, node_id: str) -> bool:
        """Whether a node is one of the block's."""
        return node_id.startswith(self.id + JOINT)

    def gives(self, shape: Shape) -> dict[str, Shape] | None:
        """The shapes of its nodes where it is given another shape by that wire; None where it cannot take it."""
        found = {**self.shapes, self.into.source: shape}
        for node in self.graph.order():
            if not self.holds(node.id):
                continue
            given = self._given(node, found)
            if given is None:
                return None
            facts = dry_run(node.layer, node.activation if has_activation(node) else None, given)
            if facts.shape is None:
                return None
            found[node.id] = facts.shape
        return {node_id: shape for node_id, shape in found.items() if shape is not None}

    def suits(self, found: Mapping[str, Shape], tail: tuple[Entry, ...]) -> bool:
        """Whether what takes its output can take what it gives then, behind some more layers."""
        ends = {edge.source for edge in self.graph.edges if self.holds(edge.source) and not self.holds(edge.target)}
        shapes = {**found, **{end: after for end in ends if (after := _through(tail, found.get(end))) is not None}}
        takers = {edge.target for edge in self.graph.edges if edge.source in ends and not self.holds(edge.target)}
        return all(self._takes(self.graph.node(taker), shapes) for taker in takers)

    def _takes(self, node: Node, shapes: Mapping[str, Shape]) -> bool:
        """Whether a layer can take what it is given, as far as that is known; an Embedding takes no numbers."""
        given = self._given(node, shapes)
        return node.layer.name != "Embedding" and (given is None or not dry_run(node.layer, None, given).error)

    def _given(self, node: Node, shapes: Mapping[str, Shape | None]) -> tuple[Shape, ...] | None:
        """What comes into a layer, None while something lacks."""
        into = self.graph.into(node.id)
        known = tuple(one for edge in into if (one := shapes.get(edge.source)) is not None)
        return known if known and len(known) == len(into) and ports(node) in (None, len(known)) else None


def fixes(graph: Graph, node_id: str, edges: tuple[Edge, ...], shapes: Shapes) -> list[Fix]:
    """What to do about the block in which a node cannot take what comes from outside of it, the likeliest first."""
    use_id = node_id.partition(JOINT)[0]
    into = next((edge for edge in edges if not edge.source.startswith(use_id + JOINT)), None)
    given = shapes.get(into.source) if into is not None else None
    if use_id == node_id or into is None or given is None:
        return []
    gone = Fix(f"Remove {use_id}", [{"op": "bypass", "node": node_id}])
    use = Use(graph, use_id, into, shapes)
    for words, layers, tail in _ways(given) if moderate((given,)) else ():
        wanted = _through(layers, given)
        found = use.gives(wanted) if wanted is not None else None
        if found is not None and use.suits(found, tail):
            return [_fix(use, words, layers, tail), gone]
    return [gone]


def _ways(given: Shape) -> Iterator[tuple[str, tuple[Entry, ...], tuple[Entry, ...]]]:
    """Layers to put before a block, and those behind it that make a row of it again where it was given one."""
    for attempt in before(given):
        for _, layers in attempt.inserts:
            if len(given) == 1:
                yield attempt.label, layers, (layer_of("Flatten"),)
            yield attempt.label, layers, ()


def _through(layers: tuple[Entry, ...], shape: Shape | None) -> Shape | None:
    for layer in layers:
        shape = dry_run(layer, None, (shape,)).shape if shape is not None else None
    return shape


def _fix(use: Use, words: str, layers: tuple[Entry, ...], tail: tuple[Entry, ...]) -> Fix:
    inside = next(node.id for node in use.graph.nodes if use.holds(node.id))
    changes: list[JSON] = [
        {"op": "lead", "node": inside, "source": use.into.source, "layers": [entry_to_json(layer) for layer in layers]}
    ]
    if not tail:
        return Fix(f"{words} before {use.id}", changes)
    changes.append({"op": "follow", "node": inside, "layers": [entry_to_json(layer) for layer in tail]})
    return Fix(f"{words} before {use.id} and {tail[0].title} behind it", changes)
