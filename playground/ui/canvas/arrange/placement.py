"""Where the cards of a network stand: by hand, or by the automatic layout, asked only when something counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF

from playground.spec.graph import Edge, Graph
from playground.ui.canvas.arrange import layout
from playground.ui.canvas.arrange.among import among
from playground.ui.canvas.arrange.ways import Way
from playground.ui.canvas.edits import GAP, Point, Size
from playground.ui.canvas.items.card import Face
from playground.ui.canvas.items.frame_item import SIDE, TITLE, Frame

LABEL_ROOM = 22.0
"""Free space around the shape that an edge says where it begins."""


class Placement:
    """Top-left corners of all cards (`places`), bends of edges between automatic cards (`bends`), and their `box`.

    `by_hand` are the ids of the cards that a person has placed; `down` says whether edges leave cards at the bottom.
    """

    def __init__(self) -> None:
        self.places: dict[str, Point] = {}
        self.bends: dict[Edge, list[QPointF]] = {}
        self.by_hand: frozenset[str] = frozenset()
        self.box = QRectF()
        self.down = False
        self._key: object = None

    def update(
        self,
        graph: Graph,
        faces: Mapping[str, Face],
        way: Way,
        frames: Sequence[Frame],
        labels: Mapping[str, float],
        page: Size | None = None,
    ) -> bool:
        """Work places out anew; False when all is as it was. Rows are to fill the `page`, if there is one."""
        sizes = {node.id: _room(faces[node.id], way) for node in graph.nodes}
        fixed = {node.id: node.position for node in graph.nodes if node.position is not None}
        wide = {i: width + LABEL_ROOM for i, width in labels.items() if width + LABEL_ROOM > GAP and way != "down"}
        key = (way, graph.edges, sizes, fixed, tuple(frames), wide, page)
        if key == self._key:
            return False
        self._key = key
        self.by_hand = frozenset(fixed)
        if len(fixed) < len(graph.nodes):
            self._arrange(graph, faces, way, frames, sizes, wide, fixed, page)
        else:
            self.places, self.bends = dict(fixed), {}
        self.down = way == "down" if len(fixed) < len(graph.nodes) else _downwards(graph, fixed)
        self._measure(faces, frames)
        return True

    def _arrange(
        self,
        graph: Graph,
        faces: Mapping[str, Face],
        way: Way,
        frames: Sequence[Frame],
        sizes: Mapping[str, Size],
        labels: Mapping[str, float],
        fixed: Mapping[str, Point],
        page: Size | None,
    ) -> None:
        anchors = {i: faces[i].height / 2 for i in sizes} if way != "down" else {}
        made = layout.arrange(graph, sizes, way, frames, anchors, labels, page)
        cards = {i: (x + (sizes[i][0] - faces[i].width) / 2, y) for i, (x, y) in made.places.items()}
        self.places = among(graph, cards, sizes, fixed, way == "down") if fixed else cards
        stayed = {i for i, place in cards.items() if self.places[i] == place}
        self.bends = {
            edge: [QPointF(*point) for point in points]
            for edge, points in made.lanes.items()
            if points and edge.source in stayed and edge.target in stayed
        }

    def _measure(self, faces: Mapping[str, Face], frames: Sequence[Frame]) -> None:
        left = top = float("inf")
        right = low = float("-inf")
        for i, (x, y) in self.places.items():
            width, height = faces[i].size
            left, top, right, low = min(left, x), min(top, y), max(right, x + width), max(low, y + height)
        for bends in self.bends.values():
            for point in bends:
                left, top = min(left, point.x()), min(top, point.y())
                right, low = max(right, point.x()), max(low, point.y())
        self.box = QRectF(left, top, right - left, low - top) if self.places else QRectF()
        if frames and self.places:
            self.box.adjust(-SIDE, -SIDE - TITLE, SIDE, SIDE)


def _downwards(graph: Graph, places: Mapping[str, Point]) -> bool:
    """Whether a person has placed cards so that most edges run down rather than to the right."""
    ways = [(places[e.target][0] - places[e.source][0], places[e.target][1] - places[e.source][1]) for e in graph.edges]
    return sum(y > abs(x) for x, y in ways) * 2 > len(ways)


def _room(face: Face, way: Way) -> Size:
    """The room a card needs: where data flow down, a sentence that is wider than the card needs it to both sides."""
    if way != "down":
        return face.size
    return max(face.width, face.sentence_box.width()), face.size[1]
