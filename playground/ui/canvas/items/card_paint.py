"""The paper of a card and the maps on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.spec.surgery import Surgery
from playground.ui.canvas.items.card import MAP_RADIUS, RADIUS, Face
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.map_sheet import MapSheet
from playground.ui.canvas.items.surgery_marks import paint_marks, paint_strip_marks

_CENTER = int(Qt.AlignmentFlag.AlignCenter)


def paint_shadow(painter: QPainter, card: QRectF, look: Look) -> None:
    """A soft shadow, of two layers."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.shadow)
    for grow, drop in ((2.0, 3.0), (1.0, 1.5)):
        painter.drawRoundedRect(card.adjusted(-grow / 2, drop, grow / 2, drop), RADIUS, RADIUS)


def paint_behind(painter: QPainter, card: QRectF, line: QPen, look: Look) -> None:
    """Another card that looks out behind: this one stands for several."""
    painter.setPen(line)
    painter.setBrush(look.panel)
    painter.drawRoundedRect(card.adjusted(5, -5, 5, -5), RADIUS, RADIUS)


def paint_halo(painter: QPainter, card: QRectF, ring: QColor, glow: float) -> None:
    """Light around a card, stronger while it glows."""
    halo = QColor(ring)
    halo.setAlphaF(0.20 + 0.35 * glow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawRoundedRect(card.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 3.5, RADIUS + 3.5)


def mask_of(face: Face) -> QPainterPath:
    """What lies outside the rounded corners of the maps: painted like the card it makes them round."""
    mask = QPainterPath()
    for cell in face.cells[: face.shown]:
        mask.addRect(cell.adjusted(-0.6, -0.6, 0.6, 0.6))
        mask.addRoundedRect(cell, MAP_RADIUS, MAP_RADIUS)
    return mask


def paint_maps(painter: QPainter, face: Face, sheet: MapSheet, look: Look) -> None:
    """The maps that are known, and empty cells for the others."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not face.strip)
    for unit, cell in enumerate(face.cells):
        if unit < min(face.shown, sheet.units):
            sheet.draw(painter, unit, cell)
        else:
            painter.setBrush(look.empty)
            painter.drawRoundedRect(cell, MAP_RADIUS, MAP_RADIUS)


def paint_surgery(painter: QPainter, face: Face, surgery: Surgery, look: Look) -> None:
    """What was changed by hand, at each unit."""
    if face.strip:
        paint_strip_marks(painter, face.cells[0], surgery, face.strip, look)
        return
    for unit, cell in enumerate(face.cells[: face.shown]):
        paint_marks(painter, cell, surgery, unit, look)


def paint_more(painter: QPainter, face: Face, look: Look) -> None:
    """How many units have no cell."""
    painter.setPen(look.secondary)
    painter.setFont(look.caption_font)
    painter.drawText(face.cells[-1], _CENTER, f"+{face.more}")
