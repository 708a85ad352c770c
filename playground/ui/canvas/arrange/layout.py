"""Automatic places for cards: layers from left to right or from top to bottom, few crossings, a straight main chain.

Coordinates here run `along` the way of the data and `across` it, so that both ways are one piece of work; only
`arrange` turns them into x and y. A frame is laid out by itself and then takes part as one large card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from playground.spec.errors import CycleError
from playground.spec.graph import Edge, Graph
from playground.ui.canvas.arrange.layers import Link, layered
from playground.ui.canvas.arrange.rows import Columns, in_rows
from playground.ui.canvas.arrange.straight import Room, straightened
from playground.ui.canvas.arrange.ways import Way
from playground.ui.canvas.edits import GAP, Point, Size
from playground.ui.canvas.items.frame_item import SIDE, TITLE, Frame, inner_first

PART_GAP = 56.0
DOOR = 24.0
"""Room for an edge between the side of a frame and the first card in it."""


@dataclass(frozen=True)
class Arrangement:
    """Top-left corners of cards, and the bends of edges between their ends, so that they run through no card."""

    places: dict[str, Point]
    lanes: dict[Edge, tuple[Point, ...]]


@dataclass
class _Item:
    """A card or a frame with what is in it, from its near side and its anchor: where it stands is not known yet."""

    along: float
    room: Room
    after: float = GAP
    places: dict[str, Point] = field(default_factory=dict)
    lanes: dict[Edge, list[Point]] = field(default_factory=dict)
    doors: dict[Edge, list[Point]] = field(default_factory=dict)
    """The way of an edge from its card to the side of the frame, or from that side to its card."""


def layout(graph: Graph, sizes: Mapping[str, Size], way: Way = "right") -> dict[str, Point]:
    """Top-left corners of all cards."""
    return arrange(graph, sizes, way).places


def arrange(
    graph: Graph,
    sizes: Mapping[str, Size],
    way: Way = "right",
    frames: Sequence[Frame] = (),
    anchors: Mapping[str, float] | None = None,
    labels: Mapping[str, float] | None = None,
    page: Size | None = None,
) -> Arrangement:
    """Places of all cards and bends of all edges.

    `anchors` say how far from its top (way "right") or left side (way "down") a card holds its line, by default in the
    middle; `labels` how much room a card needs behind it for what its edges say; `page` what rows are to fill.
    """
    work = _Work(graph, sizes, way, anchors or {}, labels or {}, page)
    found = work.group(_Tree(graph, frames).root)
    turn = _turn if way == "down" else _keep
    places = {i: turn((round(u), round(v))) for i, (u, v) in found.places.items()}
    lanes = {edge: tuple(turn(_rounded(p)) for p in _bends(points)) for edge, points in found.lanes.items()}
    return Arrangement(places, lanes)


def _keep(point: Point) -> Point:
    return point


def _turn(point: Point) -> Point:
    return point[1], point[0]


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)


def _bends(points: Sequence[Point]) -> list[Point]:
    """Points without those in the middle of a straight line along the way."""
    found: list[Point] = []
    for point in points:
        while len(found) > 1 and abs(found[-1][1] - point[1]) < 0.5 and abs(found[-2][1] - point[1]) < 0.5:
            found.pop()
        found.append(point)
    return found


@dataclass
class _Group:
    """What stands in a frame, or in none: single cards and the frames inside it."""

    nodes: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    parts: bool = False

    def members(self) -> Iterable[str]:
        """All ids, at any depth."""
        yield from self.nodes
        for group in self.groups:
            yield from group.members()


class _Tree:
    """Frames inside one another; of frames that share nodes without that, the smaller one keeps them."""

    def __init__(self, graph: Graph, frames: Sequence[Frame]) -> None:
        try:
            order = [node.id for node in graph.order()]
        except CycleError:
            order = [node.id for node in graph.nodes]
        self.root = _Group(parts=True)
        wanted = [(f.members, _Group()) for f in inner_first(frames) if any(i in graph for i in f.members)]
        for number, (members, group) in enumerate(wanted):
            outer = next((other for more, other in wanted[number + 1 :] if members < more), self.root)
            outer.groups.append(group)
        for node_id in order:
            next((group for members, group in wanted if node_id in members), self.root).nodes.append(node_id)
        for _, group in wanted:
            group.groups = [inner for inner in group.groups if any(True for _ in inner.members())]
        self.root.groups = [inner for inner in self.root.groups if any(True for _ in inner.members())]


class _Work:
    """Lays groups out from the inside to the outside."""

    def __init__(
        self,
        graph: Graph,
        sizes: Mapping[str, Size],
        way: Way,
        anchors: Mapping[str, float],
        labels: Mapping[str, float],
        page: Size | None,
    ) -> None:
        self._graph = graph
        self._page = page
        self._down = way == "down"
        self._rows = way == "rows"
        self._cards = {node.id: self._card(node.id, sizes[node.id], anchors, labels) for node in graph.nodes}
        self._ports = {node.id: max((e.port + 1 for e in graph.into(node.id)), default=1) for node in graph.nodes}

    def _card(self, node_id: str, size: Size, anchors: Mapping[str, float], labels: Mapping[str, float]) -> _Item:
        along, across = (size[1], size[0]) if self._down else size
        anchor = min(max(anchors.get(node_id, across / 2), 0.0), across)
        after = max(GAP, labels.get(node_id, 0.0))
        return _Item(along, Room(anchor, across - anchor), after, {node_id: (0.0, -anchor)})

    def group(self, group: _Group) -> _Item:
        """Lay a group out: cards, frames inside it, and its edges to what is around it."""
        items = [self._cards[i] for i in group.nodes]
        owner = {node_id: number for number, node_id in enumerate(group.nodes)}
        for inner in group.groups:
            owner.update(dict.fromkeys(inner.members(), len(items)))
            items.append(self._framed(self.group(inner)))
        doors: dict[tuple[str, int], int] = {}
        links: dict[Link, list[Edge]] = {}
        for edge in self._edges(owner, group.parts):
            ends = [owner.get(edge.source), owner.get(edge.target)]
            for side, end in enumerate(ends):
                if end is None:
                    ends[side] = doors.setdefault((edge.source, side), len(items) + len(doors))
            if ends[0] != ends[1]:
                links.setdefault(self._link(edge, ends, items), []).append(edge)
        sides = [0] * len(items) + [1 if side else -1 for _, side in doors]
        items += [_Item(0.0, Room(0.0, 0.0, 0), DOOR) for _ in doors]
        parts = _parts(len(items), links) if group.parts else [list(range(len(items)))]
        rows = self._rows and group.parts
        found = [_part(items, part, sides, links, rows, self._page) for part in parts]
        return _stacked(found) if group.parts else found[0]

    def _edges(self, owner: Mapping[str, int], whole: bool) -> Iterable[Edge]:
        if whole:
            return self._graph.edges
        return [e for e in self._graph.edges if e.source in owner or e.target in owner]

    def _link(self, edge: Edge, ends: Sequence[int | None], items: Sequence[_Item]) -> Link:
        source, target = (end if end is not None else 0 for end in ends)
        out = _door(items, source, edge, -1)
        into = _door(items, target, edge, 0)
        rank = _rank(items, target, into)
        if target < len(items) and edge not in items[target].doors:
            count = self._ports[edge.target]
            rank = 0.8 * ((edge.port + 0.5) / count - 0.5)
        return Link(source, target, _rank(items, source, out), rank, out, into)

    def _framed(self, item: _Item) -> _Item:
        """An item with the frame around it."""
        start, aside = (SIDE + TITLE, SIDE) if self._down else (SIDE, SIDE + TITLE)
        room = Room(item.room.above + aside, item.room.below + SIDE, item.room.cards)
        made = _Item(item.along + start + SIDE, room, item.after)
        made.places = {i: (u + start, v) for i, (u, v) in item.places.items()}
        made.lanes = {edge: _shifted(points, start, 0.0) for edge, points in item.lanes.items()}
        made.doors = {edge: _shifted(points, start, 0.0) for edge, points in item.doors.items()}
        return made


def _door(items: Sequence[_Item], number: int, edge: Edge, end: int) -> float:
    """How far from an item's anchor an edge leaves (end −1) or enters (0) it."""
    points = items[number].doors.get(edge) if number < len(items) else None
    return points[end][1] if points else 0.0


def _rank(items: Sequence[_Item], number: int, offset: float) -> float:
    if number >= len(items) or not offset:
        return 0.0
    room = items[number].room
    return min(max(offset / max(room.above + room.below, 1.0), -0.45), 0.45)


def _shifted(points: Iterable[Point], u: float, v: float) -> list[Point]:
    return [(x + u, y + v) for x, y in points]


def _parts(count: int, links: Iterable[Link]) -> list[list[int]]:
    """Items that hang together, larger parts first."""
    near: list[list[int]] = [[] for _ in range(count)]
    for link in links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    seen, parts = [False] * count, []
    for start in range(count):
        stack, found = [start], []
        while stack:
            here = stack.pop()
            if not seen[here]:
                seen[here] = True
                found.append(here)
                stack.extend(near[here])
        if found:
            parts.append(sorted(found))
    return sorted(parts, key=len, reverse=True)


def _part(
    items: Sequence[_Item],
    part: Sequence[int],
    sides: Sequence[int],
    links: Mapping[Link, list[Edge]],
    rows: bool = False,
    page: Size | None = None,
) -> _Item:
    """Lay out items that hang together; the result's anchor is where most of its lines pass its sides."""
    local = {number: place for place, number in enumerate(part)}
    chosen = [items[number] for number in part]
    moved: dict[Link, list[Edge]] = {}
    for link, edges in links.items():
        if link.source in local:
            ends = local[link.source], local[link.target]
            ranks = link.source_rank, link.target_rank, link.source_offset, link.target_offset
            moved[Link(*ends, *ranks)] = edges
    made = layered(len(chosen), list(moved), [sides[number] for number in part])
    across = straightened(made, [item.room for item in chosen])
    columns = _columns(chosen, made.rows)
    if rows:
        in_rows(made, [item.room for item in chosen], columns, across, page)
    found = _Item(max(columns.stops, default=0.0), Room(0.0, 0.0, sum(item.room.cards for item in chosen)))
    corner = [(_left(columns, made.layer[i], item), across[i]) for i, item in enumerate(chosen)]
    for (u, v), item in zip(corner, chosen, strict=True):
        found.places.update({i: (x + u, y + v) for i, (x, y) in item.places.items()})
        found.lanes.update({edge: _shifted(points, u, v) for edge, points in item.lanes.items()})
    for link, edges in moved.items():
        way = _way(link, made.layer, made.lanes.get(link, ()), across, columns)
        for edge in edges:
            points = [
                *_shifted(chosen[link.source].doors.get(edge, ()), *corner[link.source]),
                *way,
                *_shifted(chosen[link.target].doors.get(edge, ()), *corner[link.target]),
            ]
            inside = not (sides[part[link.source]] or sides[part[link.target]])
            (found.lanes if inside else found.doors)[edge] = points
    return _boxed(found, chosen, across)


def _boxed(found: _Item, chosen: Sequence[_Item], across: Sequence[float]) -> _Item:
    """Measure an item from its anchor: the middle of its doors, else of itself."""
    top = min(v - item.room.above for v, item in zip(across, chosen, strict=False))
    low = max(v + item.room.below for v, item in zip(across, chosen, strict=False))
    top, low = min(top, *across), max(low, *across)
    doors = sorted(points[0][1] if points[0][0] <= 0 else points[-1][1] for points in found.doors.values() if points)
    anchor = doors[len(doors) // 2] if doors else (top + low) / 2
    found.room = Room(anchor - top, low - anchor, found.room.cards)
    found.places = {i: (u, v - anchor) for i, (u, v) in found.places.items()}
    found.lanes = {edge: _shifted(points, 0.0, -anchor) for edge, points in found.lanes.items()}
    found.doors = {edge: _shifted(points, 0.0, -anchor) for edge, points in found.doors.items()}
    return found


def _columns(items: Sequence[_Item], rows: Sequence[Sequence[int]]) -> Columns:
    """Where each layer starts and stops."""
    starts: list[float] = []
    stops: list[float] = []
    at = 0.0
    for row in rows:
        real = [items[i] for i in row if i < len(items)]
        starts.append(at)
        stops.append(at + max((item.along for item in real), default=0.0))
        at = stops[-1] + max((item.after for item in real), default=GAP)
    for number in range(1, len(rows)):
        if all(i >= len(items) or not items[i].room.cards for i in rows[number]):  # doors out need no more room
            by = starts[number] - stops[number - 1] - DOOR
            starts[number:] = [u - by for u in starts[number:]]
            stops[number:] = [u - by for u in stops[number:]]
    return Columns(starts, stops)


def _left(columns: Columns, layer: int, item: _Item) -> float:
    """Where an item starts in the middle of its layer."""
    return columns.starts[layer] + (columns.stops[layer] - columns.starts[layer] - item.along) / 2


def _way(
    link: Link, layer: Sequence[int], steps: Sequence[int], across: Sequence[float], columns: Columns
) -> list[Point]:
    """The bends of a link from the side of its source's layer to the side of its target's."""
    if not steps and layer[link.target] - layer[link.source] != 1:
        return []
    here = layer[link.source]
    points = [(columns.stops[here], across[link.source] + link.source_offset)]
    for step in steps:
        points += _returned(columns, here)
        here = layer[step]
        points += [(columns.starts[here], across[step]), (columns.stops[here], across[step])]
    points += _returned(columns, here)
    return [*points, (columns.starts[here + 1], across[link.target] + link.target_offset)]


def _returned(columns: Columns, layer: int) -> list[Point]:
    """The bends between a layer and the next, where that begins a new row."""
    back = columns.returns.get(layer)
    return [(back.end, back.level), (back.start, back.level)] if back is not None else []


def _stacked(parts: Sequence[_Item]) -> _Item:
    """Parts that do not hang together, one beside another across the way."""
    found = _Item(max((part.along for part in parts), default=0.0), Room(0.0, 0.0))
    at = 0.0
    for part in parts:
        v = at + part.room.above
        found.places.update({i: (x, y + v) for i, (x, y) in part.places.items()})
        found.lanes.update({edge: _shifted(points, 0.0, v) for edge, points in part.lanes.items()})
        at = v + part.room.below + PART_GAP
    found.room = Room(0.0, max(at - PART_GAP, 0.0), sum(part.room.cards for part in parts))
    return found
