"""TileGrid: tiles in columns of one width; one whose text is longer takes two of them or more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from playground.ui.widgets.flow import FlowLayout


class TileGrid(FlowLayout):
    """Lines of equal columns. A place that the next tile is too long for is filled by the first later one that fits."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, narrowest: int = 110) -> None:
        """Make as many columns as there are of at least `narrowest` pixels."""
        super().__init__(parent, spacing)
        self._narrowest = narrowest

    def _place(self, rect: QRect, move: bool) -> int:
        inner, gap = rect.marginsRemoved(self.contentsMargins()), self.spacing()
        columns = max(1, (inner.width() + gap) // (self._narrowest + gap))
        width = (inner.width() + gap) / columns
        waiting = [(item, self._span(item, width, columns)) for item in self._visible()]
        y, column, tallest = inner.y(), 0, 0
        while waiting:
            at = next((n for n, (_, span) in enumerate(waiting) if column + span <= columns), None)
            if at is None:
                y, column, tallest = y + tallest + gap, 0, 0
                continue
            item, span = waiting.pop(at)
            if move:
                left, right = round(column * width), round((column + span) * width) - gap
                item.setGeometry(QRect(inner.x() + left, y, right - left, item.sizeHint().height()))
            column, tallest = column + span, max(tallest, item.sizeHint().height())
        return y + tallest - rect.y() + self.contentsMargins().bottom()

    def _span(self, item: QLayoutItem, width: float, columns: int) -> int:
        return min(columns, max(1, math.ceil((item.sizeHint().width() + self.spacing()) / width)))
