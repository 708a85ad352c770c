"""Copies of cards: beside themselves, where they are dropped, and from the clipboard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from playground.spec import graph as graphs
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph
from playground.ui.canvas import edits
from playground.ui.canvas.edits import Point, Size


def duplicated(
    graph: Graph, ids: Iterable[str], places: Mapping[str, Point], sizes: Mapping[str, Size]
) -> tuple[Graph, list[str]]:
    """Copy nodes to free places below the originals; return the graph and the ids of the copies."""
    chosen = list(ids)
    grown, copies = graphs.duplicate(graph, chosen)
    down = _down_to_free([(places[old], sizes[old]) for old in chosen], places, sizes)
    below = {
        copy: edits.snapped((places[old][0] + edits.OFFSET[0], places[old][1] + down))
        for old, copy in zip(chosen, copies, strict=True)
    }
    return edits.moved(grown, below), copies


def copied_to(graph: Graph, ids: Iterable[str], places: Mapping[str, Point]) -> tuple[Graph, list[str]]:
    """Copy nodes to the places of the same keys; return the graph and the ids of the copies."""
    chosen = list(ids)
    grown, copies = graphs.duplicate(graph, chosen)
    return edits.moved(grown, {copy: places[old] for old, copy in zip(chosen, copies, strict=True)}), copies


def _down_to_free(cards: Sequence[tuple[Point, Size]], places: Mapping[str, Point], sizes: Mapping[str, Size]) -> float:
    """How far below themselves cards must be put to lie over no card."""
    down = edits.OFFSET[1]
    while True:
        lowest = [
            places[other][1] + sizes[other][1] - y
            for (x, y), (width, height) in cards
            for other in places
            if edits.overlap((x + edits.OFFSET[0], y + down), (width, height), places[other], sizes[other])
        ]
        if not lowest:
            return down
        down = max(lowest) + edits.OFFSET[1]


def part(graph: Graph, ids: Collection[str], places: Mapping[str, Point]) -> Graph:
    """Some nodes, at their places, and the edges among them; they share no weights with what stays behind."""
    behind = {node.id: "" for node in graph.nodes if node.id not in ids}
    nodes = tuple(
        graphs.sharing(replace(n, position=places.get(n.id, n.position)), behind) for n in graph.nodes if n.id in ids
    )
    return Graph(nodes, tuple(e for e in graph.edges if e.source in ids and e.target in ids))


def offset_to(graph: Graph, clip: Graph, at: Point) -> Point:
    """How far copied cards must be put for their middle to be at a point; further where cards stand there already."""
    places = [node.position for node in clip.nodes if node.position is not None]
    if not places:
        return edits.OFFSET
    x, y = (at[axis] - (min(p[axis] for p in places) + max(p[axis] for p in places)) / 2 for axis in (0, 1))
    taken = {node.position for node in graph.nodes}
    while any(edits.snapped((place[0] + x, place[1] + y)) in taken for place in places):
        x, y = x + edits.OFFSET[0], y + edits.OFFSET[1]
    return x, y


def clear_of(
    clip: Graph, offset: Point, sizes: Mapping[str, Size], places: Mapping[str, Point], taken: Mapping[str, Size]
) -> Point:
    """The offset, further down where copied cards of such `sizes` would lie over those at `places`."""
    x, y = offset[0] - edits.OFFSET[0], offset[1] - edits.OFFSET[1]
    cards = [((n.position[0] + x, n.position[1] + y), sizes[n.id]) for n in clip.nodes if n.position is not None]
    return offset[0], y + _down_to_free(cards, places, taken)


def pasted(graph: Graph, clip: Graph, offset: Point) -> tuple[Graph, list[str]]:
    """Add the nodes and edges of `clip` under fresh ids; return the graph and those ids.

    Raises:
        GraphError: the network would have too many nodes or edges.
    """
    if len(graph.edges) + len(clip.edges) > graphs.MAX_EDGES:
        raise GraphError("", f"may have at most {graphs.MAX_EDGES} edges")
    if len(graph.nodes) + len(clip.nodes) > graphs.MAX_NODES:  # before thousands of names are looked for
        raise GraphError("", f"already has {len(graph.nodes)} nodes; at most {graphs.MAX_NODES} are allowed")
    renamed: dict[str, str] = {}
    for node in clip.nodes:
        renamed[node.id] = graph.fresh_id(node.id.rstrip("0123456789"))
        place = node.position and edits.snapped((node.position[0] + offset[0], node.position[1] + offset[1]))
        graph = graphs.add(graph, replace(node, id=renamed[node.id], position=place))
    owners = {node.id: node.shares and renamed.get(node.shares, "") for node in clip.nodes}
    owned = {renamed[old]: owner for old, owner in owners.items()}
    nodes = tuple(replace(n, shares=owned[n.id]) if owned.get(n.id, n.shares) != n.shares else n for n in graph.nodes)
    edges = tuple(Edge(renamed[e.source], renamed[e.target], e.port) for e in clip.edges)
    return replace(graph, nodes=nodes, edges=(*graph.edges, *edges)), list(renamed.values())
