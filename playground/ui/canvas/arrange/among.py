"""Where automatic cards stand in a network in which others have been placed by hand."""

from __future__ import annotations

from collections.abc import Mapping

from playground.spec.errors import CycleError
from playground.spec.graph import Graph
from playground.ui.canvas.arrange.straight import CARD_GAP
from playground.ui.canvas.edits import GAP, Point, Size, overlap


def among(
    graph: Graph, places: Mapping[str, Point], sizes: Mapping[str, Size], fixed: Mapping[str, Point], down: bool
) -> dict[str, Point]:
    """Places for all cards, from those of the automatic arrangement.

    A card all of whose sources are placed by hand, or follow such ones, keeps to the last of them as the arrangement
    has it; the others stay in the arrangement. Both make way for cards under which they would lie.
    """
    found: dict[str, Point] = dict(fixed)
    moved = set(fixed)
    sources = {node.id: [edge.source for edge in graph.into(node.id)] for node in graph.nodes}
    for node_id in _order(graph):
        if node_id in fixed:
            continue
        place = places[node_id]
        if sources[node_id] and moved.issuperset(sources[node_id]):
            leader = max(sources[node_id], key=lambda i: found[i][1 if down else 0])
            place = _behind(node_id, leader, places, sizes, found[leader], down)
            moved.add(node_id)
        found[node_id] = _clear(node_id, place, sizes, fixed)
    return found


def _order(graph: Graph) -> list[str]:
    try:
        return [node.id for node in graph.order()]
    except CycleError:
        return [node.id for node in graph.nodes]


def _behind(
    node_id: str, leader: str, places: Mapping[str, Point], sizes: Mapping[str, Size], start: Point, down: bool
) -> Point:
    """Where a card stands that goes with its source: next to it if the arrangement has it in another row."""
    off = places[node_id][0] - places[leader][0], places[node_id][1] - places[leader][1]
    along, across = (1, 0) if down else (0, 1)
    if off[along] < sizes[leader][along]:
        step, shift = sizes[leader][along] + GAP, (sizes[leader][across] - sizes[node_id][across]) / 2
        off = (shift, step) if down else (step, shift)
    return start[0] + off[0], start[1] + off[1]


def _clear(node_id: str, place: Point, sizes: Mapping[str, Size], fixed: Mapping[str, Point]) -> Point:
    """The place, moved down to where it is under no card placed by hand."""
    x, y = place
    while (hit := _overlapped((x, y), sizes[node_id], fixed, sizes)) is not None:
        y = fixed[hit][1] + sizes[hit][1] + CARD_GAP
    return x, y


def _overlapped(place: Point, size: Size, others: Mapping[str, Point], sizes: Mapping[str, Size]) -> str | None:
    return next((i for i, corner in others.items() if overlap(place, size, corner, sizes[i])), None)
