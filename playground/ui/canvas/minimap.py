"""The whole network in a corner, for finding one's way when it is larger than the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from playground.ui.canvas.paper_view import PaperView

LARGEST = QSize(216, 140)
LEAST_VIEW = QSize(480, 320)
PAD, ASIDE, RADIUS = 8, 12, 8.0
LEAST_BLOCK = 2.0
MANY = 400
"""More edges than these are drawn from end to end, without their bends."""
REDRAW_MS = 60
"""While cards move the picture is drawn anew at most this often."""


class Minimap(QWidget):
    """Shows all cards as blocks, what is selected or broken, and the part in view; drag to pan, click to jump."""

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._view = view
        self._picture = QPixmap()
        self._grip: QPointF | None = None
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw_anew)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the network"))
        self.setToolTip(self.tr("The whole network: drag to pan, click to jump"))
        self.hide()
        for signal in (view.canvas.moved, view.canvas.shown, view.canvas.selectionChanged):
            signal.connect(self._stale)

    # --- where it is and whether -----------------------------------------------------------------------------------

    def follow(self, _value: int = 0) -> None:
        """The view looks elsewhere."""
        box, seen = self._view.canvas.bounds(), self._view.seen()
        room = self._view.viewport().size()
        large = room.width() >= LEAST_VIEW.width() and room.height() >= LEAST_VIEW.height()
        wanted = large and not box.isEmpty() and not seen.contains(box)
        if wanted:
            self._place(box)
        if wanted and not self.isVisible():
            self._picture = QPixmap()
        self.setVisible(wanted)
        self.update()

    def _place(self, box: QRectF) -> None:
        inner = QSize(LARGEST.width() - 2 * PAD, LARGEST.height() - 2 * PAD)
        scale = min(inner.width() / box.width(), inner.height() / box.height())
        size = QSize(
            max(int(box.width() * scale), 24) + 2 * PAD,
            max(int(box.height() * scale), 24) + 2 * PAD,
        )
        room = self._view.rect()
        corner = room.bottomRight() - QPointF(size.width() + ASIDE, size.height() + ASIDE).toPoint()
        if self.size() != size:
            self._picture = QPixmap()
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())

    def _stale(self) -> None:
        waits = self._view.canvas.movement.held or len(self._view.canvas.edges) > MANY
        if waits or not self._redraw.isActive():
            self._redraw.start()  # a large network, and a card that is dragged, are drawn when they come to rest

    def _draw_anew(self) -> None:
        self._picture = QPixmap()
        self.follow()

    # --- painting --------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        box = self._view.canvas.bounds()
        if box.isEmpty():
            return 1.0
        return min((self.width() - 2 * PAD) / box.width(), (self.height() - 2 * PAD) / box.height())

    def _origin(self) -> QPointF:
        """Where the scene's (0, 0) lies on the map."""
        return QRectF(self.rect()).center() - self._view.canvas.bounds().center() * self._scale()

    def to_scene(self, point: QPointF) -> QPointF:
        """The place of the scene that a point of the map shows."""
        return (point - self._origin()) * (1 / self._scale())

    def to_map(self, box: QRectF) -> QRectF:
        """Where a box of the scene lies on the map."""
        scale, origin = self._scale(), self._origin()
        return QRectF(box.topLeft() * scale + origin, box.size() * scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture.isNull():
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as painter:
                self._paint_network(painter)
        look = self._view.canvas.look
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            painter.setPen(QPen(look.accent, 1.5))
            painter.setBrush(QColor(look.halo.red(), look.halo.green(), look.halo.blue(), 28))
            seen = self.to_map(self._view.seen()).intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
            painter.drawRoundedRect(seen, 3, 3)

    def _paint_network(self, painter: QPainter) -> None:
        canvas = self._view.canvas
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(canvas.look.line)
        painter.setBrush(canvas.look.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_lines(painter)
        boxes: dict[int, list[QRectF]] = {}
        scale, origin = self._scale(), self._origin()
        for item in canvas.nodes.values():
            color = item.ring() or canvas.look.faint
            corner = item.pos() * scale + origin
            wide, high = max(item.face.width * scale, LEAST_BLOCK), max(item.face.height * scale, LEAST_BLOCK)
            boxes.setdefault(color.rgba(), []).append(QRectF(corner.x(), corner.y(), wide, high))
        painter.setPen(Qt.PenStyle.NoPen)
        for rgba, found in boxes.items():
            painter.setBrush(QColor.fromRgba(rgba))
            painter.drawRects(found)

    def _paint_lines(self, painter: QPainter) -> None:
        canvas, scale, origin = self._view.canvas, self._scale(), self._origin()
        painter.setPen(QPen(canvas.look.faint, 0.5))
        if len(canvas.edges) > MANY:
            found = np.array([(line.points[0], line.points[-1]) for line in canvas.edges.values()]).reshape(-1, 4)
            ends = found * scale + (origin.x(), origin.y(), origin.x(), origin.y())
            painter.drawLines([QLineF(*four) for four in ends.tolist()])
            return
        for line in canvas.edges.values():
            points = (line.points * scale + (origin.x(), origin.y())).tolist()
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    # --- the pointer -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            here, seen = self.to_scene(event.position()), self._view.seen()
            self._grip = seen.center() - here if seen.contains(here) else QPointF()
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._look_at(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the view around its middle."""
        self._view.wheel_zoom(event.angleDelta().y())
        event.accept()

    def _look_at(self, point: QPointF) -> None:
        self._view.look_at(self.to_scene(point) + (self._grip or QPointF()))
