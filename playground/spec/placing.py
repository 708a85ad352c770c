"""Where the cards of opened blocks stand, relative to the places that networks and blocks keep.

A network or block keeps places as if nothing in it were opened. Shown, the cards of an opened use stand from the use's
own place on, and what comes after the use makes way by as much as they need; folded back, the same is taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from playground.spec.blocks import INPUT
from playground.spec.graph import Graph, Node

Point = tuple[float, float]

COLUMN, ROW = 230.0, 116.0
"""Distance of cards where a block's nodes have no places of their own."""
OWN = 40.0
"""How much further than the last card inside it a closed use reaches: it is wider and needs no frame."""
SAME = 1e-6


def grid(graph: Graph) -> dict[str, Point]:
    """A place for each node by how many layers lie before it."""
    depth: dict[str, int] = {}
    rows: dict[int, int] = {}
    places: dict[str, Point] = {}
    for node in graph.order():
        here = depth[node.id] = max((depth[e.source] + 1 for e in graph.into(node.id)), default=0)
        places[node.id] = (here * COLUMN, rows.get(here, 0) * ROW)
        rows[here] = rows.get(here, 0) + 1
    return places


def shifts(graph: Graph, extents: Mapping[str, float]) -> dict[str, float]:
    """How far each node makes way for opened uses before it; `extents` are the widths these need."""
    moved: dict[str, float] = {}
    if not any(extents.values()):
        return dict.fromkeys((node.id for node in graph.nodes), 0.0)
    for node in graph.order():
        before = [moved[e.source] + extents.get(e.source, 0.0) for e in graph.into(node.id)]
        moved[node.id] = max(before, default=0.0)
    return moved


def own_places(graph: Graph) -> dict[str, Point]:
    """The places of a block's nodes, from the grid where they have none."""
    default = grid(graph)
    return {node.id: node.position or default[node.id] for node in graph.nodes}


class Placing:
    """Works out places of levels of one network: `levels` by path, `opens` the open uses of each by node, as paths."""

    def __init__(self, levels: Mapping[str, Graph], opens: Mapping[str, Mapping[str, str]]) -> None:
        self._levels = levels
        self._opens = opens
        self.flat: dict[str, Point] = {}
        self.origins: dict[str, Point] = {}
        self._lay("", (0.0, 0.0))

    def extent(self, path: str) -> float:
        """How much wider a use becomes by being opened."""
        places, moved = own_places(self._levels[path]), self._shifts(path, True)
        inner = {node: self.extent(child) for node, child in self._opens.get(path, {}).items()}
        return _beyond(max((places[i][0] + moved[i] + inner.get(i, 0.0) for i in places), default=0.0))

    def _shifts(self, path: str, placed: bool) -> dict[str, float]:
        graph, opens = self._levels[path], self._opens.get(path, {})
        wide = {i: self.extent(child) for i, child in opens.items() if placed or graph.node(i).position is not None}
        return shifts(graph, wide)

    def _lay(self, path: str, origin: Point) -> None:
        graph, opens = self._levels[path], self._opens.get(path, {})
        moved = self._shifts(path, bool(path))
        known = own_places(graph) if path else {n.id: n.position for n in graph.nodes if n.position is not None}
        for node_id, (x, y) in known.items():
            place = (origin[0] + x + moved[node_id], origin[1] + y)
            if node_id in opens:
                self.origins[opens[node_id]] = place
                self._lay(opens[node_id], place)
            else:
                self.flat[f"{path}__{node_id}" if path else node_id] = place


class Replacing:
    """Takes flat places apart again after an edit.

    `before` is how things stood; `levels` are the edited levels, whose nodes bear flat places (uses bear none).
    """

    def __init__(
        self, before: Placing, levels: Mapping[str, Graph], opens: Mapping[str, Mapping[str, str]], known: set[str]
    ) -> None:
        self._before = before
        self._levels = levels
        self._opens = opens
        self._known = known
        self.origins: dict[str, Point | None] = {"": (0.0, 0.0)}
        self._find("")

    def _find(self, path: str) -> None:
        for child in self._opens.get(path, {}).values():
            self.origins[child] = self._origin(child) if self.origins[path] is not None else None
            self._find(child)

    def _origin(self, path: str) -> Point | None:
        old = self._before.origins.get(path)
        placed = self._placed(path)
        nodes = [n for n in self._levels[path].nodes if n.id not in self._opens.get(path, {})]
        if old is None:
            deep = [place for place in self._everything(path) if place is not None]
            return self._corner(path, deep) if deep and len(deep) == len(self._everything(path)) else None
        if nodes and not placed:
            return None
        steps = {_step(self._before.flat.get(i), place) for i, place in placed.items()}
        dx, dy = steps.pop() if len(steps) == 1 else (0.0, 0.0)
        return old[0] + dx, old[1] + dy

    def _corner(self, path: str, deep: list[Point]) -> Point:
        """Where the use stands when it is closed: in the place of its first input, level with what comes before."""
        door = next((n.position for n in self._levels[path].nodes if n.layer.name == INPUT), None)
        return door or (min(x for x, _ in deep), min(y for _, y in deep))

    def _placed(self, path: str) -> dict[str, Point]:
        """Flat places of the nodes of a level that were there before, by flat id."""
        flat = {f"{path}__{n.id}": n.position for n in self._levels[path].nodes if n.position is not None}
        return {i: place for i, place in flat.items() if i in self._known}

    def _everything(self, path: str) -> list[Point | None]:
        opens = self._opens.get(path, {})
        found: list[Point | None] = [n.position for n in self._levels[path].nodes if n.id not in opens]
        for child in opens.values():
            found += self._everything(child)
        return found

    def _extent(self, path: str) -> float:
        origin, opens = self.origins[path], self._opens.get(path, {})
        if origin is None:
            return 0.0
        ends = [n.position[0] - origin[0] for n in self._levels[path].nodes if n.position is not None]
        for child in opens.values():
            inner = self.origins[child]
            if inner is not None:
                ends.append(inner[0] - origin[0] + self._extent(child))
        return _beyond(max(ends, default=0.0))

    def level(self, path: str, old: Graph) -> Graph:
        """A level whose nodes bear the places to keep; `old` is the level as it was kept before."""
        graph, opens, origin = self._levels[path], self._opens.get(path, {}), self.origins[path]
        if origin is None:
            tidied = path in self._before.origins
            return replace(graph, nodes=tuple(_kept(node, old, tidied) for node in graph.nodes))
        moved = shifts(graph, {i: self._extent(child) for i, child in opens.items()})
        default = grid(old) if path else {}
        nodes = []
        for node in graph.nodes:
            flat = self.origins[opens[node.id]] if node.id in opens else node.position
            place = flat and (flat[0] - origin[0] - moved[node.id], flat[1] - origin[1])
            before = old.node(node.id).position if node.id in old else None
            if place is not None and _near(place, before or default.get(node.id)):
                place = before
            nodes.append(node if node.position == place else replace(node, position=place))
        return replace(graph, nodes=tuple(nodes))


def _beyond(last: float) -> float:
    """How far what follows makes way, when the last card inside stands so far from the use's place."""
    return max(last - OWN, 0.0)


def _kept(node: Node, old: Graph, tidied: bool) -> Node:
    """A node of a level without places: it keeps its own for when the use has one, unless all were given up."""
    place = old.node(node.id).position if node.id in old and not tidied else None
    return node if node.position == place else replace(node, position=place)


def _step(before: Point | None, after: Point) -> Point:
    """How far a card went, in hundredths, so that rounding does not count."""
    if before is None:
        return 0.0, 0.0
    return round(after[0] - before[0], 2), round(after[1] - before[1], 2)


def _near(place: Point, other: Point | None) -> bool:
    return other is not None and abs(place[0] - other[0]) < SAME and abs(place[1] - other[1]) < SAME
