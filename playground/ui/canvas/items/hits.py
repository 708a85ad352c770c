"""What lies under a point: a grid over the scene knows which few items can."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QPointF, QRectF

from playground.spec.graph import Edge
from playground.ui.canvas.items.edge_item import NEAR, EdgeItem
from playground.ui.canvas.items.frame_item import FrameItem
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.ports import REACH

CELL = 256.0
MARGIN = 28.0
"""How far ports and buttons may reach over the side of a card."""

Part = Literal["", "node", "edge", "plus", "fewer", "more", "out", "in", "fold"]
K = TypeVar("K", bound=Hashable)
Cell = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """What is under the pointer; `unit` is the map of a node, `port` its input port, −1 for none.

    `frame` is the key of the frame whose fold button it is.
    """

    part: Part = ""
    node: str = ""
    edge: Edge | None = None
    unit: int = -1
    port: int = -1
    frame: str = ""


class Grid(Generic[K]):
    """Keys by the squares they touch."""

    def __init__(self) -> None:
        self._cells: dict[Cell, dict[K, None]] = {}
        self._of: dict[K, list[Cell]] = {}

    def put(self, key: K, boxes: Iterable[QRectF]) -> None:
        """Say which boxes a key takes now."""
        self.drop(key)
        cells = list(dict.fromkeys(cell for box in boxes for cell in _cells(box)))
        self._of[key] = cells
        for cell in cells:
            self._cells.setdefault(cell, {})[key] = None

    def drop(self, key: K) -> None:
        """Forget a key."""
        for cell in self._of.pop(key, ()):
            self._cells[cell].pop(key, None)

    def near(self, box: QRectF) -> list[K]:
        """Keys that may touch a box, each once."""
        cells = _cells(box)
        if len(cells) == 1:
            return list(self._cells.get(cells[0], ()))
        return list(dict.fromkeys(key for cell in cells for key in self._cells.get(cell, ())))


def _cells(box: QRectF) -> list[Cell]:
    xs = range(int(box.left() // CELL), int(box.right() // CELL) + 1)
    ys = range(int(box.top() // CELL), int(box.bottom() // CELL) + 1)
    return [(x, y) for x in xs for y in ys]


class Finder:
    """Finds items by place. It is told what moved, and looks at that again only when it is asked for something."""

    def __init__(
        self, nodes: Mapping[str, NodeItem], edges: Mapping[Edge, EdgeItem], frames: Mapping[str, FrameItem]
    ) -> None:
        self._nodes = nodes
        self._edges = edges
        self._frames = frames
        self._cards: Grid[str] = Grid()
        self._lines: Grid[Edge] = Grid()
        self._moved: set[str] = set()
        self._routed: set[Edge] = set()

    def moved(self, ids: Iterable[str]) -> None:
        """Cards stand elsewhere, are new, or are gone."""
        self._moved.update(ids)

    def routed(self, edges: Iterable[Edge]) -> None:
        """Edges run elsewhere, are new, or are gone."""
        self._routed.update(edges)

    def _catch_up(self) -> None:
        for node_id in self._moved:
            if node_id in self._nodes:
                self._cards.put(node_id, [self._nodes[node_id].card_rect()])
            else:
                self._cards.drop(node_id)
        for edge in self._routed:
            if edge in self._edges:
                self._lines.put(edge, _pieces(self._edges[edge]))
            else:
                self._lines.drop(edge)
        self._moved, self._routed = set(), set()

    def cards(self, box: QRectF, apart_from: Container[str] = ()) -> list[QRectF]:
        """The cards that a box touches."""
        self._catch_up()
        found = [self._nodes[i].card_rect() for i in self._cards.near(box) if i not in apart_from]
        return [card for card in found if card.intersects(box)]

    def hit(self, point: QPointF, scale: float = 1.0) -> Hit:
        """What lies under a point; ports and buttons reach a little further than they look."""
        reach = min(REACH / max(scale, 0.1), 2 * REACH)
        self._catch_up()
        around = max(MARGIN, reach)
        near = self._cards.near(QRectF(point.x() - around, point.y() - around, 2 * around, 2 * around))
        for node_id in reversed(near):
            item = self._nodes[node_id]
            if item.boundingRect().translated(item.pos()).adjusted(-reach, -reach, reach, reach).contains(point):
                found = _hit_node(node_id, item, point, reach)
                if found.part:
                    return found
        for key, frame in self._frames.items():
            if frame.fold_rect().contains(point):
                return Hit("fold", frame=key)
        edge = self.edge_at(point, NEAR / max(scale, 0.1))
        if edge is None:
            return Hit()
        return Hit("plus" if self._edges[edge].plus_rect().contains(point) else "edge", edge=edge)

    def edge_at(self, point: QPointF, reach: float, apart_from: str = "") -> Edge | None:
        """The edge nearest to a point, no further than `reach` away, and not at one node."""
        self._catch_up()
        near = self._lines.near(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
        near = [edge for edge in near if apart_from not in (edge.source, edge.target)]
        found = min(((self._edges[edge].distance(point), n) for n, edge in enumerate(near)), default=None)
        return near[found[1]] if found is not None and found[0] <= reach else None

    def node_at(self, point: QPointF, margin: float = 0.0) -> NodeItem | None:
        """The card at a point."""
        self._catch_up()
        box = QRectF(point.x() - margin, point.y() - margin, 2 * margin, 2 * margin)
        for node_id in reversed(self._cards.near(box)):
            item = self._nodes[node_id]
            if item.card_rect().adjusted(-margin, -margin, margin, margin).contains(point):
                return item
        return None


def _pieces(item: EdgeItem) -> list[QRectF]:
    """Boxes of the pieces of a line, so that a long bent line does not take all squares of its own box."""
    (left, top), (right, low) = item.points.min(axis=0).tolist(), item.points.max(axis=0).tolist()
    if max(right - left, low - top) <= CELL:
        return [QRectF(left, top, right - left, low - top)]
    points = item.points.tolist()
    return [QRectF(min(a[0], b[0]), min(a[1], b[1]), abs(b[0] - a[0]), abs(b[1] - a[1])) for a, b in pairwise(points)]


def _hit_node(node_id: str, item: NodeItem, point: QPointF, reach: float) -> Hit:
    if item.hovered and item.face.quick:
        if item.button_rect(0).contains(point):
            return Hit("fewer", node_id)
        if item.button_rect(1).contains(point):
            return Hit("more", node_id)
    if (point - item.out_port()).manhattanLength() <= reach:
        return Hit("out", node_id)
    port = item.in_port_at(point)
    if item.port_count and (point - item.in_port(port)).manhattanLength() <= reach:
        return Hit("in", node_id, port=port)
    if not item.card_rect().contains(point):
        return Hit()
    return Hit("node", node_id, unit=item.unit_at(point))
