"""What the colours and marks of nodes mean, below the drawings of a graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.ui.tokens import Theme

LINE, MARK, BESIDE, APART = 17.0, 12.0, 5.0, 14.0


@dataclass(frozen=True)
class Key:
    """One mark and its meaning; a class has its own colour."""

    mark: Literal["class", "ring", "square", "held", "wrong"]
    text: str
    color: QColor | None = None


def legend_height(font: QFont, keys: Sequence[Key], width: float) -> float:
    """How high the legend is in lines of this width."""
    places = _places(font, keys, width)
    return places[-1].y() + LINE if places else 0.0


def draw_legend(painter: QPainter, theme: Theme, font: QFont, area: QRectF, keys: Sequence[Key]) -> None:
    """Draw marks and meanings, in as many lines as they need."""
    metrics = QFontMetricsF(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for key, place in zip(keys, _places(font, keys, area.width()), strict=True):
        corner = area.topLeft() + place
        _draw_mark(painter, theme, key, corner + QPointF(MARK / 2, LINE / 2))
        painter.setPen(theme.color("secondary"))
        room = QRectF(corner.x() + MARK + BESIDE, corner.y(), area.right() - corner.x() - MARK - BESIDE, LINE)
        text = metrics.elidedText(key.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


def _places(font: QFont, keys: Sequence[Key], width: float) -> list[QPointF]:
    """The top left corners of keys that flow like words."""
    metrics, found, x, y = QFontMetricsF(font), [], 0.0, 0.0
    for key in keys:
        wide = MARK + BESIDE + metrics.horizontalAdvance(key.text)
        if x and x + wide > width:
            x, y = 0.0, y + LINE
        found.append(QPointF(x, y))
        x += wide + APART
    return found


def _draw_mark(painter: QPainter, theme: Theme, key: Key, at: QPointF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if key.mark == "class":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(key.color or theme.color("secondary"))
        painter.drawEllipse(at, 4.5, 4.5)
    elif key.mark == "ring":
        painter.setPen(QPen(theme.color("secondary"), 1.6))
        painter.setBrush(theme.color("secondary", 0.25))
        painter.drawEllipse(at, 4.0, 4.0)
    elif key.mark == "held":
        painter.setPen(QPen(theme.color("faint"), 2.2))
        painter.drawEllipse(at, 4.0, 4.0)
    elif key.mark == "square":
        painter.setPen(QPen(theme.color("text"), 1.6))
        painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8))
    else:
        painter.setPen(QPen(theme.color("error"), 1.4))
        painter.drawEllipse(at, 5.2, 5.2)
