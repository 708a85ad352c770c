"""Names at the ends of lines, moved apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

BESIDE, LEAST, NEXT = 6.0, 24.0, 5.0
LAG = 16.0
"""Variants train in turn: the line of one may end so many pixels before those of others and is not over."""


@dataclass(frozen=True)
class EndLabel:
    """A name in its line's colour, and where the line ends."""

    x: float
    y: float
    text: str
    color: QColor


def place_labels(
    ends: Sequence[tuple[EndLabel, QPointF]], area: QRectF, width: float, metrics: QFontMetricsF
) -> list[tuple[EndLabel, QRectF]]:
    """Boxes right of the line ends, inside `area` vertically and inside `width` pixels; names too long are elided.

    All names stand right of the longest line; that of a line which ended long before, or without room, is left out.
    """
    height = metrics.height()
    front = max((pixel.x() for _, pixel in ends), default=0.0)
    placed: list[tuple[EndLabel, QRectF]] = []
    for label, pixel in sorted(ends, key=lambda end: end[1].y()):
        left = max(pixel.x(), front) + BESIDE
        room = width - left
        inside = area.left() <= pixel.x() <= area.right() + 1 and area.top() - 1 <= pixel.y() <= area.bottom() + 1
        if not inside or pixel.x() < front - LAG or room < LEAST:
            continue
        text = metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, pixel.y() - height / 2, metrics.horizontalAdvance(text) + 2, height)
        placed.append((EndLabel(label.x, label.y, text, label.color), box))
    return _apart(placed, area)


def beside(x: float, text: str, area: QRectF, taken: Sequence[QRectF], metrics: QFontMetricsF) -> QRectF:
    """A box for `text` beside a vertical line at `x`: low and right of it, else wherever it covers no `taken` box."""
    width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
    lefts = [x + NEXT, x - NEXT - width] if x + NEXT + width < area.right() else [x - NEXT - width]
    tops = (area.bottom() - 2 - height, area.top() + 2, area.center().y() - height / 2)
    boxes = [QRectF(left, top, width, height) for top in tops for left in lefts]
    return next((box for box in boxes if not any(box.intersects(other) for other in taken)), boxes[0])


def _apart(placed: list[tuple[EndLabel, QRectF]], area: QRectF) -> list[tuple[EndLabel, QRectF]]:
    """Push boxes, sorted from the top, down and then up until they neither overlap nor leave `area`."""
    edge = area.top() - 4
    for _, box in placed:
        box.moveTop(max(box.top(), edge))
        edge = box.bottom()
    edge = area.bottom() + 6
    for _, box in reversed(placed):
        box.moveBottom(min(box.bottom(), edge))
        edge = box.top()
    return [pair for pair in placed if pair[1].top() >= area.top() - 8]
