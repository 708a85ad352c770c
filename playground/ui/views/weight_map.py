"""WeightMap: how much each step looks at each other one, as cells with what stands at the steps on both axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.theme import ThemeManager
from playground.ui.tokens import Lut, Theme
from playground.ui.widgets import map_image

LARGEST, LEAST_LABELLED, LONGEST_LABEL, GAP = 30.0, 8.0, 84.0, 4.0
SMALL, PLAIN = 9, 12
"""Sizes of labels, in pixels, where cells are small and where they are not."""


def share_lut(theme: Theme) -> Lut:
    """Colours of the shares 0 … 1, from the canvas to the accent, as (256, 4) uint8 RGBA."""
    ends = [theme.color(role) for role in ("window", "accent")]
    low, high = (np.array([one.red(), one.green(), one.blue(), 255], dtype=float) for one in ends)
    found: Lut = np.rint(low + np.linspace(0, 1, 256)[:, None] ** 0.8 * (high - low)).astype(np.uint8)
    return found


class WeightMap:
    """Weights (L, S) as cells; rows are those that look, columns what they look at."""

    def __init__(self, weights: NDArray[Any], rows: Sequence[str], columns: Sequence[str]) -> None:
        self.weights = np.asarray(weights, dtype=float)
        self.rows, self.columns = list(rows), list(columns)
        self.cells = QRectF()

    def arrange(self, area: QRectF, themes: ThemeManager) -> QRectF:
        """Find the place of the cells in the top left of `area`, with the labels beside them; returns all of it."""
        high, wide = self.weights.shape
        metrics = QFontMetricsF(themes.font(PLAIN))
        beside, above = (
            min(LONGEST_LABEL, max(map(metrics.horizontalAdvance, names), default=0.0)) + GAP
            for names in (self.rows, self.columns)
        )
        above = metrics.height() + GAP if max(map(len, self.columns), default=0) <= 1 else above
        side = min(LARGEST, (area.width() - beside) / max(wide, 1), (area.height() - above) / max(high, 1))
        if side < LEAST_LABELLED:
            beside = above = 0.0
            side = min(area.width() / max(wide, 1), area.height() / max(high, 1))
        side = max(side, 1.0)
        self.cells = QRectF(area.left() + beside, area.top() + above, wide * side, high * side)
        return QRectF(area.topLeft(), self.cells.bottomRight())

    @property
    def side(self) -> float:
        """How large a cell is."""
        return float(self.cells.width() / max(self.weights.shape[1], 1))

    def at(self, mouse: QPointF | None) -> tuple[int, int] | None:
        """Row and column under the mouse."""
        if mouse is None or not self.cells.contains(mouse):
            return None
        row, column = (mouse.y() - self.cells.top()) / self.side, (mouse.x() - self.cells.left()) / self.side
        return min(int(row), len(self.weights) - 1), min(int(column), self.weights.shape[1] - 1)

    def paint(self, painter: QPainter, themes: ThemeManager, row_colors: Sequence[QColor] | None = None) -> None:
        """Draw cells and labels; `row_colors` are those of the labels of the rows."""
        theme, places = themes.theme, np.rint(255 * np.clip(self.weights, 0, 1)).astype(np.uint8)
        painter.drawImage(self.cells, map_image(np.ascontiguousarray(places), share_lut(theme)).copy())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(self.cells)
        if self.side < LEAST_LABELLED:
            return
        painter.setFont(themes.font(PLAIN if self.side >= PLAIN + 2 else SMALL))
        self._paint_rows(painter, theme, row_colors)
        self._paint_columns(painter, theme)

    def _paint_rows(self, painter: QPainter, theme: Theme, colors: Sequence[QColor] | None) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, name in enumerate(self.rows):
            painter.setPen(colors[at] if colors else theme.color("text"))
            place = QRectF(self.cells.left() - LONGEST_LABEL - GAP, self.cells.top() + at * self.side, 0, self.side)
            place.setWidth(LONGEST_LABEL)
            painter.drawText(place, int(right), name)

    def _paint_columns(self, painter: QPainter, theme: Theme) -> None:
        upright = max(map(len, self.columns), default=0) > 1
        painter.setPen(theme.color("text"))
        for at, name in enumerate(self.columns):
            painter.save()
            painter.translate(self.cells.left() + (at + 0.5) * self.side, self.cells.top() - GAP)
            if upright:
                painter.rotate(-90)
                place, how = QRectF(0, -10, LONGEST_LABEL, 20), Qt.AlignmentFlag.AlignLeft
            else:
                place, how = QRectF(-10, -20, 20, 20), Qt.AlignmentFlag.AlignHCenter
            sits = Qt.AlignmentFlag.AlignVCenter if upright else Qt.AlignmentFlag.AlignBottom
            painter.drawText(place, int(how | sits), name)
            painter.restore()

    def paint_mark(self, painter: QPainter, theme: Theme, at: tuple[int, int]) -> None:
        """Frame the cell under the mouse."""
        corner = QPointF(self.cells.left() + at[1] * self.side, self.cells.top() + at[0] * self.side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("text"), 1.5))
        painter.drawRect(QRectF(corner.x(), corner.y(), self.side, self.side))
