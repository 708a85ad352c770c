"""The small box beside the mouse that says the exact numbers there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.ui.tokens import Theme

PAD, GAP, DOT, RADIUS = 8.0, 12.0, 7.0, 7.0


@dataclass(frozen=True)
class Row:
    """A coloured dot, a name and its numbers."""

    color: QColor
    name: str
    cells: Sequence[str]


def draw_readout(
    painter: QPainter,
    theme: Theme,
    font: QFont,
    area: QRectF,
    anchor: QPointF,
    title: str,
    heads: Sequence[str],
    rows: Sequence[Row],
) -> QRectF:
    """Draw the box beside `anchor` and inside `area`; returns where it lies.

    `title` stands above the names, `heads` above the columns of numbers (right-aligned).
    """
    metrics = QFontMetricsF(font)
    line = metrics.height() + 2
    columns = max((len(row.cells) for row in rows), default=0)
    widths = [
        max(
            metrics.horizontalAdvance(text)
            for text in (*(r.cells[i] for r in rows if i < len(r.cells)), *heads[i : i + 1])
        )
        for i in range(columns)
    ]
    names = max((metrics.horizontalAdvance(row.name) + DOT + 6 for row in rows), default=0.0)
    names = max(names, metrics.horizontalAdvance(title))
    size_x = names + sum(width + GAP for width in widths) + 2 * PAD
    box = _placed(area, anchor, size_x, line * (len(rows) + 1) + 2 * PAD - 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("panel", 0.95))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    y = box.top() + PAD - 2
    left = box.left() + PAD
    _line(painter, theme.color("secondary"), left, names, widths, y, line, title, heads)
    for row in rows:
        y += line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(row.color)
        painter.drawEllipse(QRectF(left, y + (line - DOT) / 2, DOT, DOT))
        _line(painter, theme.color("text"), left + DOT + 6, names - DOT - 6, widths, y, line, row.name, row.cells)
    painter.restore()
    return box


def _line(
    painter: QPainter,
    color: QColor,
    left: float,
    names: float,
    widths: Sequence[float],
    y: float,
    height: float,
    name: str,
    cells: Sequence[str],
) -> None:
    painter.setPen(color)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, y, names + 1, height), int(middle | Qt.AlignmentFlag.AlignLeft), name)
    x = left + names
    for width, cell in zip(widths, cells, strict=False):
        painter.drawText(QRectF(x + GAP - 1, y, width + 2, height), int(middle | Qt.AlignmentFlag.AlignRight), cell)
        x += width + GAP


def _placed(area: QRectF, anchor: QPointF, width: float, height: float) -> QRectF:
    x = anchor.x() + 12
    if x + width > area.right():
        x = anchor.x() - 12 - width
    x = min(max(x, area.left()), max(area.right() - width, area.left()))
    y = min(max(anchor.y() - height / 2, area.top()), max(area.bottom() - height, area.top()))
    return QRectF(x, y, width, height)
