"""Levels of detail: cards with everything, cards with a title, and far away blocks of colour, painted at one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.spec.graph import Edge
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.scales import BLOCKS, FAR

Level = Literal["near", "far", "blocks"]


def level_of(scale: float) -> Level:
    """How much can be seen at a scale."""
    return "near" if scale >= FAR else "far" if scale >= BLOCKS else "blocks"


class BlocksItem(QGraphicsItem):
    """Stands in for all cards and edges while they are too small to be drawn one by one.

    While it is on the others are transparent, so that Qt passes them over; a card or an edge that changes says so
    through `stale`.
    """

    def __init__(self, nodes: Mapping[str, NodeItem], edges: Mapping[Edge, EdgeItem], look: Look) -> None:
        super().__init__()
        self._nodes = nodes
        self._edges = edges
        self.look = look
        self.on = False
        self._room = QRectF()
        self._fills: dict[int, list[QRectF]] | None = None
        self._rings: dict[int, list[QRectF]] = {}
        self._lines: dict[int, QPainterPath] = {}
        self._loose: tuple[frozenset[str], frozenset[Edge]] = (frozenset(), frozenset())
        self.setZValue(1.5)
        self.setVisible(False)

    def switch(self, on: bool) -> None:
        """Stand in for the others, or give them back."""
        if on != self.on:
            self.on = on
            for item in (*self._nodes.values(), *self._edges.values()):
                item.setOpacity(0.0 if on else 1.0)
            self.setVisible(on)
            self._fills = None

    def take(self, item: NodeItem | EdgeItem) -> None:
        """A new item is there: it follows the level, and says when it changes."""
        item.on_change = self.stale
        item.setOpacity(0.0 if self.on else 1.0)

    def stale(self) -> None:
        """Something looks different or stands elsewhere."""
        if self.on and self._fills is not None:
            self._fills, self._loose = None, (frozenset(), frozenset())
            self.update()

    def loosen(self, ids: Iterable[str], edges: Iterable[Edge]) -> None:
        """These are being moved: they are painted one by one until something else changes, the rest stays as it is."""
        if self.on:
            loose = frozenset(ids), frozenset(edges)
            if loose != self._loose:
                self._fills, self._loose = None, loose
            self.update()

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        self.stale()

    def set_room(self, room: QRectF) -> None:
        """Take a part of the scene to paint in."""
        if room != self._room:
            self.prepareGeometryChange()
            self._room = room

    def boundingRect(self) -> QRectF:
        return self._room

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw lines, blocks and rings, colour by colour."""
        if self._fills is None:
            self._sort()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rgba, path in self._lines.items():
            painter.setPen(_cosmetic(rgba, 1.0))
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        for rgba, boxes in (self._fills or {}).items():
            painter.setBrush(QColor.fromRgba(rgba))
            painter.drawRects(boxes)
        self._paint_loose(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rgba, boxes in self._rings.items():
            painter.setPen(_cosmetic(rgba, 2.0))
            painter.drawRects(boxes)

    def _paint_loose(self, painter: QPainter) -> None:
        ids, edges = self._loose
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in edges & self._edges.keys():
            painter.setPen(_cosmetic(self._edges[edge].far_color().rgba(), 1.0))
            painter.drawPath(self._edges[edge].path)
        for node_id in ids & self._nodes.keys():
            item = self._nodes[node_id]
            painter.setPen(_cosmetic((item.ring() or item.block_color()).rgba(), 2.0))
            painter.setBrush(item.block_color())
            painter.drawRect(item.card_rect())

    def _sort(self) -> None:
        self._fills, self._rings, self._lines = {}, {}, {}
        ids, edges = self._loose
        for node_id, item in self._nodes.items():
            if node_id in ids:
                continue
            box = item.card_rect()
            self._fills.setdefault(item.block_color().rgba(), []).append(box)
            ring = item.ring()
            if ring is not None:
                self._rings.setdefault(ring.rgba(), []).append(box)
        for edge, line in self._edges.items():
            if edge in edges:
                continue
            self._lines.setdefault(line.far_color().rgba(), QPainterPath()).addPath(line.path)


def _cosmetic(rgba: int, width: float) -> QPen:
    pen = QPen(QColor.fromRgba(rgba), width)
    pen.setCosmetic(True)
    return pen
