"""One gesture with the mouse is one object here, and at most one edit of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QRubberBand

from playground.spec import graph as graphs
from playground.ui.canvas import edits
from playground.ui.canvas.commands import sentence
from playground.ui.canvas.node_item import NodeItem
from playground.ui.canvas.strands import curve

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

VEIL = 26
"""Opacity of the selection rectangle, of 255."""
START = 4
"""Pixels that the mouse must travel before a press becomes a drag."""


class Interaction(Protocol):
    """What the view keeps from the press of a button until its release. Points are in the viewport."""

    def move(self, point: QPoint) -> None:
        """The mouse is at `point`."""

    def finish(self, point: QPoint) -> None:
        """The button is released: take effect."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class Pan:
    """Drags the paper."""

    def __init__(self, view: CanvasView, point: QPoint) -> None:
        self._view = view
        self._last = point
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, point: QPoint) -> None:
        self._view.pan(point - self._last)
        self._last = point

    def finish(self, point: QPoint) -> None:
        self.move(point)
        self.cancel()

    def cancel(self) -> None:
        self._view.viewport().unsetCursor()


class MoveCards:
    """Drags the selected cards; a press and release in one place selects."""

    def __init__(self, view: CanvasView, node_id: str, point: QPoint, toggle: bool) -> None:
        self._view = view
        self._node = node_id
        self._press = point
        self._dragging = False
        scene = view.canvas
        chosen = scene.selected()
        self._collapse = node_id in chosen and not toggle
        if toggle:
            scene.select([i for i in chosen if i != node_id] if node_id in chosen else [*chosen, node_id])
        elif node_id not in chosen:
            scene.select([node_id])
        self._ids = scene.selected()
        self._starts: dict[str, QPointF] = {}

    def move(self, point: QPoint) -> None:
        scene = self._view.canvas
        if not self._dragging:
            if (point - self._press).manhattanLength() < START or not self._ids:
                return
            self._dragging = True
            self._view.unfit()
            scene.finish()
            scene.held = frozenset(self._ids)
            self._starts = {i: scene.nodes[i].pos() for i in self._ids}
        start = self._starts[self._ids[0]]
        by = self._view.mapToScene(point) - self._view.mapToScene(self._press)
        scene.shift(self._ids, self._starts, QPointF(*edits.snapped((start + by).toTuple())) - start)

    def finish(self, point: QPoint) -> None:
        scene = self._view.canvas
        if not self._dragging:
            if self._collapse:
                scene.select([self._node])
            return
        self.move(point)
        scene.held = frozenset()
        places = {i: (scene.nodes[i].pos().x(), scene.nodes[i].pos().y()) for i in self._ids}
        if all(scene.nodes[i].pos() == start for i, start in self._starts.items()):
            return
        self._view.commands.move(places)

    def cancel(self) -> None:
        scene = self._view.canvas
        scene.held = frozenset()
        if self._dragging:
            scene.put({i: start for i, start in self._starts.items() if i in scene.nodes})


class _Frame(QRubberBand):
    """A thin frame with a veil through which the cards can be read."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(QRubberBand.Shape.Rectangle, view.viewport())
        self._color = view.canvas.look.accent

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        veil = QColor(self._color)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(self._color)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Band:
    """Selects the cards that a rectangle touches; with Ctrl or Shift they join the selection."""

    def __init__(self, view: CanvasView, point: QPoint, join: bool) -> None:
        self._view = view
        self._press = point
        self._before = view.canvas.selected() if join else []
        self._band = _Frame(view)
        if not join:
            view.canvas.select([])

    def move(self, point: QPoint) -> None:
        area = QRect(self._press, point).normalized()
        if area.size() == QSize(1, 1):
            return
        self._band.setGeometry(area)
        self._band.show()
        box = self._view.mapToScene(area).boundingRect()
        inside = [i for i, item in self._view.canvas.nodes.items() if item.card_rect().intersects(box)]
        self._view.canvas.select([*self._before, *inside])

    def finish(self, point: QPoint) -> None:
        self.move(point)
        self.cancel()

    def cancel(self) -> None:
        self._band.hide()
        self._band.deleteLater()


class Wire:
    """Drags a wire from an output port; every card shows whether the wire may end there."""

    def __init__(self, view: CanvasView, source: str) -> None:
        self._view = view
        self._source = source
        self._line = QGraphicsPathItem()
        self._line.setPen(QPen(view.canvas.look.accent, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        self._line.setZValue(5)
        view.canvas.addItem(self._line)
        for node_id, item in view.canvas.nodes.items():
            if node_id != source:
                ports = range(max(item.port_count, 1))
                legal = any(edits.refusal(view.canvas.graph, source, node_id, port) is None for port in ports)
                item.set_light("legal" if legal else "")

    def move(self, point: QPoint) -> None:
        scene, here = self._view.canvas, self._view.mapToScene(point)
        target = self._target(here)
        self._lit(target)
        reason = ""
        end = here
        if target is not None:
            port = target.in_port_at(here)
            error = edits.refusal(scene.graph, self._source, target.node.id, port)
            target.set_light("illegal" if error else "target")
            reason = sentence(scene.graph, error) if error else ""
            end = target.in_port(port) if error is None else here
        self._line.setPath(curve(scene.nodes[self._source].out_port(), end))
        self._view.show_hint(point, reason)

    def _target(self, here: QPointF) -> NodeItem | None:
        item = self._view.canvas.node_at(here, 14.0)
        return None if item is None or item.node.id == self._source else item

    def _lit(self, target: NodeItem | None) -> None:
        """Give the card that the wire has left its light back."""
        graph = self._view.canvas.graph
        for node_id, item in self._view.canvas.nodes.items():
            if item is not target and item.light in ("target", "illegal"):
                ports = range(max(item.port_count, 1))
                legal = any(edits.refusal(graph, self._source, node_id, port) is None for port in ports)
                item.set_light("legal" if legal else "")

    def finish(self, point: QPoint) -> None:
        here = self._view.mapToScene(point)
        target = self._target(here)
        travelled = (here - self._view.canvas.nodes[self._source].out_port()).manhattanLength()
        self.cancel()
        if target is not None:
            self._view.commands.wire(self._source, target.node.id, target.in_port_at(here))
        elif travelled > 40 and graphs.ports(self._view.canvas.graph.node(self._source)) is not None:
            self._view.pick_layer(point, after=self._source)

    def cancel(self) -> None:
        if self._line.scene() is not None:
            self._view.canvas.removeItem(self._line)
        self._line.setPath(QPainterPath())
        for item in self._view.canvas.nodes.values():
            item.set_light("")
        self._view.show_hint(QPoint(), "")
