"""How a map of the input plane, its caption and its marks under the mouse are painted."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from playground.spec.record import Record
from playground.ui.theme import ThemeManager
from playground.ui.tokens import Theme
from playground.ui.views.captions import SEPARATOR
from playground.ui.views.ticks import fixed, number

RADIUS = 7.0


def draw_map(painter: QPainter, theme: Theme, rect: QRectF, image: QImage) -> None:
    """Draw a map with rounded corners; its outermost grid points lie on the border of `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if image.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("window"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        return
    painter.drawImage(rect, image, QRectF(QPointF(0.5, 0.5), QSizeF(image.width() - 1, image.height() - 1)))
    corners = QPainterPath()
    corners.addRect(rect)
    corners.addRoundedRect(rect, RADIUS, RADIUS)
    painter.fillPath(corners, theme.color("panel"))


def score(record: Record, variant: str, test: str, accuracy: str, distance: str) -> str:
    """The last finite validation loss and accuracy, or R², of a variant: "test 0.93 · acc 0.81".

    Where samples are made it is how far they are from real ones.
    """
    parts: list[str] = []
    named = (("validation_loss", test), ("accuracy", accuracy), ("r2", "R²"), ("distance", distance))
    for series, word in named:
        y = record.get(variant, series).y
        if len(y) and len(parts) < 2:
            parts.append(f"{word} {fixed(y[-1]) if math.isfinite(y[-1]) else number(y[-1])}")
    return SEPARATOR.join(parts)


def draw_mouse(
    painter: QPainter, theme: Theme, themes: ThemeManager, rect: QRectF, at: tuple[float, float], extent: float
) -> None:
    """Mark the place under the mouse; with an `extent` also the border's ticks."""
    place = QPointF(rect.left() + at[0] * rect.width(), rect.top() + at[1] * rect.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in (
        (QColor(255, 255, 255, 220), 3.0),
        (theme.color("text") if not theme.dark else QColor(27, 36, 48), 1.3),
    ):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(place, 4.5, 4.5)
    if extent:
        _draw_ticks(painter, theme, themes.font(10), rect, extent)


def _draw_ticks(painter: QPainter, theme: Theme, font: QFont, rect: QRectF, extent: float) -> None:
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for value in (-extent, 0.0, extent):
        share = (value / extent + 1) / 2
        text = number(value, 3)
        size = QSizeF(metrics.horizontalAdvance(text) + 6, metrics.height())
        x, y = rect.left() + share * rect.width(), rect.bottom() - share * rect.height()
        left = min(max(x - size.width() / 2, rect.left() + 3), rect.right() - size.width() - 3)
        top = min(max(y - size.height() / 2, rect.top() + 3), rect.bottom() - size.height() - 3)
        marks = [
            (
                QLineF(x, rect.bottom() - 3, x, rect.bottom()),
                QRectF(QPointF(left, rect.bottom() - size.height() - 4), size),
            )
        ]
        if value > -extent:  # the corner says it once
            marks.append((QLineF(rect.left(), y, rect.left() + 3, y), QRectF(QPointF(rect.left() + 5, top), size)))
        for tick, box in marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("panel", 0.78))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme.color("text"))
            painter.drawLine(tick)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
