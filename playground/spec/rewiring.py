"""Moving nodes within a network and following its edges, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.spec.errors import GraphError, PortTaken
from playground.spec.graph import Edge, Graph, connect, disconnect, free_port, ports

OUTPUT = "Output"


def upstream(graph: Graph, ids: Iterable[str]) -> set[str]:
    """The nodes `ids` and all whose output flows into them."""
    return _followed({node.id: [edge.source for edge in graph.into(node.id)] for node in graph.nodes}, ids)


def downstream(graph: Graph, ids: Iterable[str]) -> set[str]:
    """The nodes `ids` and all that their output flows into."""
    return _followed({node.id: [edge.target for edge in graph.out_of(node.id)] for node in graph.nodes}, ids)


def _followed(ways: dict[str, list[str]], ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    stack = [node_id for node_id in ids if node_id in ways]
    while stack:
        here = stack.pop()
        if here not in seen:
            seen.add(here)
            stack.extend(ways[here])
    return seen


def open_targets(graph: Graph, source: str) -> set[str]:
    """Nodes to some port of which an edge from `source` may lead, be it instead of the one that is there."""
    above = upstream(graph, [source])
    free = (node.id for node in graph.nodes if node.id not in above and ports(node) != 0)
    return {node_id for node_id in free if graph.refuses(source, node_id) is None}


def open_sources(graph: Graph, target: str, port: int) -> set[str]:
    """Nodes from which an edge may lead to a port, be it instead of the one that is there."""
    limit = ports(graph.node(target))
    if limit is not None and port >= limit:
        return set()
    below = downstream(graph, [target])
    there = {edge.source for edge in graph.into(target) if edge.port != port} if limit != 1 else set()
    free = (node.id for node in graph.nodes if node.id not in below and node.id not in there)
    return {node_id for node_id in free if graph.refuses(node_id, target) is None}


def lifted(graph: Graph, node_id: str) -> Graph:
    """Take a node out of its chain: its first input is wired on to whatever took its output; other inputs stay.

    Raises:
        GraphError: its neighbours cannot be wired together.
    """
    before, after = graph.into(node_id)[:1], graph.out_of(node_id)
    if not before:
        return graph
    for edge in (*before, *after):
        graph = disconnect(graph, edge)
    for edge in after:
        graph = connect(graph, before[0].source, edge.target, edge.port)
    return graph


def moved_onto(graph: Graph, node_id: str, edge: Edge) -> Graph:
    """Take a node out of its chain and put it in the middle of an edge.

    Raises:
        GraphError: it takes no input, stands at an end of that edge, or its other edges forbid the place.
    """
    if ports(graph.node(node_id)) == 0:
        raise PortTaken(node_id, "takes no input, so it cannot stand in the middle of an edge")
    if edge not in graph.edges or node_id in (edge.source, edge.target):
        raise GraphError(node_id, "stands at that edge already")
    free = lifted(disconnect(graph, edge), node_id)
    free = connect(free, edge.source, node_id, free_port(free, node_id))
    return connect(free, node_id, edge.target, edge.port)


def moved_in_chain(graph: Graph, node_id: str, step: int) -> Graph:
    """Move a node past its neighbours: `step` of them behind it, or before it when negative.

    Raises:
        GraphError: there is no neighbour, or the place is not free for it.
    """
    for _ in range(abs(step)):
        graph = _behind_next(graph, node_id) if step > 0 else _before_last(graph, node_id)
    return graph


def _behind_next(graph: Graph, node_id: str) -> Graph:
    after = graph.out_of(node_id)
    if not after:
        raise GraphError(node_id, "has nothing behind it")
    if not graph.into(node_id):
        raise GraphError(node_id, "has no input, so it stays at the start")
    neighbour = after[0].target
    if graph.node(neighbour).layer.name == OUTPUT:
        raise GraphError(neighbour, "stays at the end")
    free = lifted(graph, node_id)
    further = free.out_of(neighbour)
    free = replace(free, edges=tuple(edge for edge in free.edges if edge not in further))
    free = connect(free, neighbour, node_id, free_port(free, node_id))
    for edge in further:
        free = connect(free, node_id, edge.target, edge.port)
    return free


def _before_last(graph: Graph, node_id: str) -> Graph:
    before = graph.into(node_id)
    if not before:
        raise GraphError(node_id, "has no input, so it stays at the start")
    if graph.node(node_id).layer.name == OUTPUT:
        raise GraphError(node_id, "stays at the end")
    neighbour = before[0].source
    ahead = graph.into(neighbour)
    if not ahead:
        raise GraphError(neighbour, "stays at the start")
    return moved_onto(graph, node_id, ahead[0])
