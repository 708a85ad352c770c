"""Marks on the map of a unit: a lock, a cross, a dot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.spec.operating import touched
from playground.spec.surgery import Surgery
from playground.ui.canvas.items.look import Look
from playground.ui.icons import pixmap

DISC = 8.0


def paint_marks(painter: QPainter, cell: QRectF, surgery: Surgery, unit: int, look: Look) -> None:
    """Cross a unit out that is switched off, lock one that is frozen, and dot one that was changed by hand."""
    if unit in surgery.ablated:
        _paint_cross(painter, cell, look)
    if unit in surgery.frozen:
        _paint_lock(painter, cell, look)
    if touched(surgery, unit):
        painter.setPen(QPen(look.panel, 1.5))
        painter.setBrush(look.accent)
        painter.drawEllipse(cell.topLeft() + QPointF(5, 5), 4, 4)


def paint_strip_marks(painter: QPainter, strip: QRectF, surgery: Surgery, units: int, look: Look) -> None:
    """The same above the columns of a strip, as small lines in the colour of what was done."""
    step = strip.width() / max(units, 1)
    for roles, chosen in (("error", surgery.ablated), ("secondary", surgery.frozen)):
        painter.setPen(QPen(look.theme.color(roles), 2.0))
        for unit in chosen:
            if unit < units:
                x = strip.left() + (unit + 0.5) * step
                top = QPointF(x, strip.top()) if roles == "secondary" else QPointF(x, strip.bottom())
                painter.drawLine(QPointF(x, strip.center().y()), top)


def _paint_cross(painter: QPainter, cell: QRectF, look: Look) -> None:
    for color, width in ((look.panel, 4.0), (look.theme.color("error"), 2.0)):
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inner = cell.adjusted(5, 5, -5, -5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.bottomLeft(), inner.topRight())


def _paint_lock(painter: QPainter, cell: QRectF, look: Look) -> None:
    device = painter.device()
    centre = cell.bottomRight() - QPointF(DISC, DISC)
    painter.setPen(look.line)
    painter.setBrush(look.panel)
    painter.drawEllipse(centre, DISC, DISC)
    lock = pixmap(look.theme, "lock", "text", 12, device.devicePixelRatioF() if device else 1.0)
    painter.drawPixmap(centre - QPointF(6, 6), lock)
