"""Automatic places for cards: layers from left to right, few crossings, each card near the middle of its neighbours.

Layering by longest path and ordering by barycentres after Sugiyama et al., "Methods for visual understanding of
hierarchical system structures", 1981; heights by isotonic regression, so that cards keep order and distance exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playground.spec.errors import CycleError
from playground.spec.graph import Graph
from playground.ui.canvas.edits import GAP, Point, Size, overlap

ROW_GAP = 40.0
PART_GAP = 56.0
SWEEPS = 6
THREAD = (0.0, 8.0)
"""Size of the room that an edge takes in a layer that it only passes."""


@dataclass
class _Part:
    """Nodes that hang together, and the threads of their long edges, by layer; neighbours to the left and right."""

    columns: list[list[str]] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=dict)
    right: dict[str, list[str]] = field(default_factory=dict)


def layout(graph: Graph, sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Top-left corners of all cards; parts that do not hang together stand below one another."""
    try:
        order = [node.id for node in graph.order()]
    except CycleError:
        order = [node.id for node in graph.nodes]
    places: dict[str, Point] = {}
    top = 0.0
    for members in _components(graph, order):
        found = _place(_part(graph, members), sizes)
        highest = min(y for _, y in found.values())
        lowest = max(y + sizes[i][1] for i, (_, y) in found.items())
        places.update({i: (round(x), round(y - highest + top)) for i, (x, y) in found.items()})
        top += lowest - highest + PART_GAP
    return places


def clear_of(places: Mapping[str, Point], sizes: Mapping[str, Size], fixed: Mapping[str, Point]) -> dict[str, Point]:
    """The places of automatic cards, moved down where they would lie under cards placed by hand."""
    found: dict[str, Point] = dict(fixed)
    for node_id, (x, y) in places.items():
        if node_id in fixed:
            continue
        while (hit := _overlapped((x, y), sizes[node_id], fixed, sizes)) is not None:
            y = fixed[hit][1] + sizes[hit][1] + ROW_GAP
        found[node_id] = (x, y)
    return found


def _overlapped(place: Point, size: Size, others: Mapping[str, Point], sizes: Mapping[str, Size]) -> str | None:
    return next((i for i, corner in others.items() if overlap(place, size, corner, sizes[i])), None)


def _components(graph: Graph, order: Sequence[str]) -> list[list[str]]:
    """Node ids of each connected part, larger parts first, each in order of computation."""
    part: dict[str, int] = {}
    for start in order:
        stack = [start]
        while stack:
            here = stack.pop()
            if here not in part:
                part[here] = part.get(start, len(part))
                stack.extend(e.target for e in graph.out_of(here))
                stack.extend(e.source for e in graph.into(here))
    groups: dict[int, list[str]] = {}
    for node_id in order:
        groups.setdefault(part[node_id], []).append(node_id)
    return sorted(groups.values(), key=len, reverse=True)


def _part(graph: Graph, members: Sequence[str]) -> _Part:
    layer = _layers(graph, members)
    made = _Part([[] for _ in range(max(layer.values()) + 1)])
    for node_id in members:
        made.columns[layer[node_id]].append(node_id)
    for node_id in members:
        for edge in graph.out_of(node_id):
            _thread(made, edge.source, edge.target, layer)
    return made


def _layers(graph: Graph, members: Sequence[str]) -> dict[str, int]:
    layer: dict[str, int] = {}
    for node_id in members:
        layer[node_id] = max((layer[e.source] + 1 for e in graph.into(node_id) if e.source in layer), default=0)
    for node_id in members:
        if not graph.into(node_id) and (after := graph.out_of(node_id)):
            layer[node_id] = min(layer[e.target] for e in after) - 1
    lowest = min(layer.values())
    return {node_id: at - lowest for node_id, at in layer.items()}


def _thread(part: _Part, source: str, target: str, layer: Mapping[str, int]) -> None:
    """Wire two nodes through one thread in each layer between them."""
    here = source
    for column in range(layer[source] + 1, layer[target]):
        passing = f"{source}>{target}>{column}"
        part.columns[column].append(passing)
        _link(part, here, passing)
        here = passing
    _link(part, here, target)


def _link(part: _Part, source: str, target: str) -> None:
    part.right.setdefault(source, []).append(target)
    part.left.setdefault(target, []).append(source)


def _place(part: _Part, sizes: Mapping[str, Size]) -> dict[str, Point]:
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        _order(part.columns if forward else part.columns[::-1], part.left if forward else part.right)
    middle = {i: float(row) for column in part.columns for row, i in enumerate(column)}
    for column in part.columns:
        middle.update(_spread(column, [0.0] * len(column), sizes))
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        near = part.left if forward else part.right
        for column in part.columns if forward else part.columns[::-1]:
            middle.update(_spread(column, [_mean(middle, near.get(i, ()), middle[i]) for i in column], sizes))
    return _corners(part, sizes, middle)


def _corners(part: _Part, sizes: Mapping[str, Size], middle: Mapping[str, float]) -> dict[str, Point]:
    places: dict[str, Point] = {}
    x = 0.0
    for column in part.columns:
        real = [i for i in column if i in sizes]
        width = max((sizes[i][0] for i in real), default=0.0)
        for node_id in real:
            wide, high = sizes[node_id]
            places[node_id] = (x + (width - wide) / 2, middle[node_id] - high / 2)
        x += width + GAP
    return places


def _order(columns: Sequence[list[str]], near: Mapping[str, list[str]]) -> None:
    """Sort each layer by the mean row of its neighbours in the layer before."""
    row: dict[str, float] = {}
    for column in columns:
        here = {i: float(at) for at, i in enumerate(column)}
        column.sort(key=lambda i, here=here: _mean(row, [n for n in near.get(i, ()) if n in row], here[i]))  # type: ignore[misc]  # mypy cannot infer a lambda's default
        row.update({i: float(at) for at, i in enumerate(column)})


def _mean(values: Mapping[str, float], keys: Sequence[str], default: float) -> float:
    return sum(values[k] for k in keys) / len(keys) if keys else default


def _spread(column: Sequence[str], wanted: Sequence[float], sizes: Mapping[str, Size]) -> dict[str, float]:
    """Centres as near to `wanted` as order and distance allow: pool adjacent violators, cards heavier than threads."""
    offsets: list[float] = []
    for at, node_id in enumerate(column):
        step = 0.0
        if at:
            step = (_height(column[at - 1], sizes) + _height(node_id, sizes)) / 2 + ROW_GAP
        offsets.append((offsets[-1] if offsets else 0.0) + step)
    pools: list[tuple[float, float, int]] = []  # mean, weight, members
    for node_id, want, offset in zip(column, wanted, offsets, strict=True):
        mean, weight, count = want - offset, 8.0 if node_id in sizes else 1.0, 1
        while pools and pools[-1][0] > mean:
            other, heavy, more = pools.pop()
            mean = (mean * weight + other * heavy) / (weight + heavy)
            weight, count = weight + heavy, count + more
        pools.append((mean, weight, count))
    level = [mean for mean, _, count in pools for _ in range(count)]
    return {i: mean + offset for i, mean, offset in zip(column, level, offsets, strict=True)}


def _height(node_id: str, sizes: Mapping[str, Size]) -> float:
    return sizes.get(node_id, THREAD)[1]
