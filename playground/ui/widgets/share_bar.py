"""A bar of several parts, each as wide as its share of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

HEIGHT, GAP, THINNEST = 10, 1.0, 1.0


class ShareBar(QWidget):
    """Draws counts beside one another; the name of a part is told under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._colors: tuple[QColor, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, counts: Sequence[int], names: Sequence[str], colors: Sequence[QColor]) -> None:
        """Draw these parts from now on; there may be more colours than parts."""
        self.counts, self._names, self._colors = tuple(counts), tuple(names), tuple(colors)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def _rects(self) -> list[QRectF]:
        whole, left, found = max(1, sum(self.counts)), 0.0, []
        for count in self.counts:
            wide = self.width() * count / whole
            found.append(QRectF(left, 0, max(THINNEST, wide - GAP) if count else 0.0, HEIGHT))
            left += wide
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, color in zip(self._rects(), self._colors, strict=False):
            painter.fillRect(rect, color)

    def event(self, event: QEvent) -> bool:
        """Tell of the part under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for name, rect in zip(self._names, self._rects(), strict=True):
                if rect.left() <= event.pos().x() <= rect.right() + GAP:
                    QToolTip.showText(event.globalPos(), name, self)
            return True
        return super().event(event)
