"""Marks of a comparison: what was added, removed or changed, by colour and by sign."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.ui.canvas.items.buttons import draw_sign
from playground.ui.canvas.items.look import Look, mixed

Mark = Literal["added", "removed", "changed"]
BADGE = 8.0
TINT = 0.30
"""How much of a card's colour is the accent at the strongest tint: text on it stays readable."""

_ROLES = {"added": "good", "removed": "error", "changed": "warning"}


def mark_color(look: Look, mark: Mark) -> QColor:
    """The colour of a mark."""
    return look.theme.color(_ROLES[mark])


def mark_pen(look: Look, mark: Mark, width: float) -> QPen:
    """The line of a mark; what is gone is dashed."""
    style = Qt.PenStyle.DashLine if mark == "removed" else Qt.PenStyle.SolidLine
    return QPen(mark_color(look, mark), width, style, Qt.PenCapStyle.FlatCap)


def paint_badge(painter: QPainter, centre: QPointF, mark: Mark, look: Look) -> None:
    """A disc with a plus, a minus or a triangle, so that the mark does not rest on colour alone."""
    painter.setPen(QPen(look.panel, 2.0))
    painter.setBrush(mark_color(look, mark))
    painter.drawEllipse(centre, BADGE, BADGE)
    painter.setPen(QPen(look.panel, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark == "changed":
        tip, left, right = QPointF(0, -4.2), QPointF(-4, 3), QPointF(4, 3)
        painter.drawPolygon(QPolygonF([centre + tip, centre + left, centre + right]))
        return
    draw_sign(painter, centre, mark == "added")


def tinted(look: Look, tint: float) -> QColor:
    """The colour of a card under a tint of 0 … 1."""
    share = TINT * min(max(tint, 0.0), 1.0)
    return mixed(look.accent, look.panel, share)
