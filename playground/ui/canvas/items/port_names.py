"""The names of a card's inputs beside their ports, for layers whose inputs differ in meaning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from playground.spec.graph import Node
from playground.ui import words
from playground.ui.canvas.items.look import Look

HEIGHT, GAP = 15.0, 9.0
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


def names_of(node: Node) -> tuple[str, ...]:
    """What the inputs of a node are called, () where they are all alike."""
    return tuple(words.from_catalog(name) for name in getattr(node.layer, "port_names", ()))


def name_boxes(names: Sequence[str], ports: Sequence[QPointF], look: Look, down: bool) -> list[QRectF]:
    """Where each name stands: before its port, outside the card."""
    boxes: list[QRectF] = []
    for name, port in zip(names, ports, strict=False):
        width = look.caption_metrics.horizontalAdvance(name) + 8
        if down:  # one above another, so that long names over ports that stand close are not drawn over each other
            rise = GAP + HEIGHT * (len(names) - len(boxes))
            boxes.append(QRectF(port.x() - width / 2, port.y() - rise, width, HEIGHT))
        else:
            boxes.append(QRectF(port.x() - GAP - width, port.y() - HEIGHT / 2, width, HEIGHT))
    return boxes


def paint_names(painter: QPainter, names: Sequence[str], boxes: Sequence[QRectF], look: Look) -> None:
    """Draw the names on paper, over lines that may lie there."""
    painter.setFont(look.caption_font)
    for name, box in zip(names, boxes, strict=False):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.paper)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(look.secondary)
        painter.drawText(box, _CENTER, name)
