"""Small round buttons with a plus or a minus, as cards, edges and frames have them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.ui.canvas.items.look import Look

BUTTON = 9.0
"""Radius of a button."""


def button_box(centre: QPointF) -> QRectF:
    """The room of a button around its centre."""
    return QRectF(centre.x() - BUTTON, centre.y() - BUTTON, 2 * BUTTON, 2 * BUTTON)


def paint_button(painter: QPainter, box: QRectF, plus: bool, line: QPen, ink: QColor, look: Look) -> None:
    """A disc with a line around it and a sign on it."""
    painter.setPen(line)
    painter.setBrush(look.panel)
    painter.drawEllipse(box)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    draw_sign(painter, box.center(), plus)


def draw_sign(painter: QPainter, centre: QPointF, plus: bool) -> None:
    """A small + or − with the pen that is set."""
    painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0))
    if plus:
        painter.drawLine(centre - QPointF(0, 4), centre + QPointF(0, 4))
