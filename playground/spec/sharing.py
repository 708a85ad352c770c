"""Weight sharing, or weight tying: layers that take their parameters from another layer of the same network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.spec.graph import Graph, Node

Tensors = Mapping[str, Sequence[int]]
"""Parameters of a layer: their shapes by name."""


def common(taker: Tensors, owner: Tensors) -> list[str]:
    """The parameters that two layers can share: those whose names and shapes agree."""
    return [name for name, shape in taker.items() if name in owner and list(owner[name]) == list(shape)]


def owners(graph: Graph, node_id: str) -> list[str]:
    """The nodes that a node takes parameters from, the nearest first, up to one that is not there or a circle."""
    found = [node_id]
    while found[-1] in graph and (owner := graph.node(found[-1]).shares) and owner not in found:
        found.append(owner)
    return found[1:]


def circular(graph: Graph, node_id: str) -> bool:
    """Whether following what nodes share weights with leads round in a circle from here."""
    last = owners(graph, node_id)[-1:] or [node_id]
    return last[0] in graph and bool(graph.node(last[0]).shares)


def owners_first(graph: Graph) -> list[Node]:
    """The nodes in order of computation, but for owners of shared weights, which come before those that take them.

    Raises:
        CycleError: the graph has a circle.
    """
    order = graph.order()
    if not any(node.shares for node in order):
        return order
    made: dict[str, Node] = {}
    for node in order:
        for owner in reversed(owners(graph, node.id)):
            if owner in graph:
                made.setdefault(owner, graph.node(owner))
        made.setdefault(node.id, node)
    return list(made.values())


def offers(graph: Graph, node_id: str, tensors: Mapping[str, Tensors]) -> list[str]:
    """The nodes whose weights a node could share; `tensors` are the parameters of each node."""
    own = tensors.get(node_id, {})
    return [
        other.id
        for other in graph.nodes
        if other.id != node_id and node_id not in owners(graph, other.id) and common(own, tensors.get(other.id, {}))
    ]
