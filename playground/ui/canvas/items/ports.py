"""Where the ports of a card are, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from playground.ui.canvas.items.card import Face
from playground.ui.canvas.items.look import Look

PORT = 5.0
"""Radius of an output port; that of an input is a little smaller."""
REACH = 12.0
"""How far from its centre a port can be grasped."""
PORT_STEP = 15.0


def spread(face: Face, count: int, out: bool, down: bool) -> list[QPointF]:
    """Where `count` lines leave or enter a card, from its corner."""
    if down:
        y = face.height if out else 0.0
        return [QPointF(x, y) for x in face.port_widths(count)]
    x = face.width if out else 0.0
    return [QPointF(x, y) for y in face.port_heights(count)]


def inputs(face: Face, count: int, main: int, down: bool) -> list[QPointF]:
    """The input ports, from the card's corner: the `main` one in the middle, if there is one, and others beside it."""
    if not 0 <= main < count or count == 1:
        return spread(face, count, out=False, down=down)
    side = face.width if down else face.height
    aside = [_spaced(port - main, main, count, side) for port in range(count)]
    middle = spread(face, 1, out=False, down=down)[0]
    return [middle + (QPointF(by, 0) if down else QPointF(0, by)) for by in aside]


def _spaced(steps: int, main: int, count: int, side: float) -> float:
    """How far a port stands from the main one: evenly to each end of a side, and not far."""
    there = main if steps < 0 else count - 1 - main
    return steps * min(PORT_STEP, (side / 2 - PORT) / max(there, 1))


def output(face: Face, down: bool) -> QPointF:
    """The output port, from the card's corner."""
    return QPointF(face.width / 2, face.height) if down else QPointF(face.width, face.port_height)


def paint_ports(painter: QPainter, outputs: Iterable[QPointF], inputs: Iterable[QPointF], look: Look) -> None:
    """Draw ports."""
    painter.setPen(QPen(look.accent, 1.5))
    painter.setBrush(look.panel)
    for port in outputs:
        painter.drawEllipse(port, PORT, PORT)
    for port in inputs:
        painter.drawEllipse(port, PORT - 0.5, PORT - 0.5)
