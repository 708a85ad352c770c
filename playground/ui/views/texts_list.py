"""Samples as text, one to a line: what was given, what was written, and the truth where it differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from playground.ui.tokens import Theme

LINE, GAP = 20.0, 10.0
MOST_SOURCE = 0.5
"""Share of the width that what was given may take."""


@dataclass(frozen=True)
class Line:
    """One sample."""

    source: str
    written: str
    truth: str

    @property
    def right(self) -> bool:
        """Whether what was written is the truth."""
        return self.written == self.truth


def fitting(metrics: QFontMetricsF, line: Line, room: float) -> str:
    """What stands behind the source: all of it, without the truth where that is too long, or cut with an ellipsis."""
    alone = f"→ {line.written}"
    whole = alone if line.right else f"{alone} ≠ {line.truth}"
    if metrics.horizontalAdvance(whole) <= room:
        return whole
    return metrics.elidedText(alone, Qt.TextElideMode.ElideRight, room)


class TextsList:
    """The lines from `first` on that have room in `area`, so that the others can be scrolled to."""

    def __init__(self) -> None:
        self.area = QRectF()
        self.lines: Sequence[Line] = ()
        self.first = 0

    def show(self, lines: Sequence[Line], area: QRectF) -> None:
        """Take these lines and this place."""
        self.lines, self.area = lines, area
        self.scroll(0)

    @property
    def room(self) -> int:
        """How many lines there is room for."""
        return max(int(self.area.height() // LINE), 0)

    @property
    def shown(self) -> Sequence[Line]:
        """The lines that are drawn."""
        return self.lines[self.first : self.first + self.room]

    def scroll(self, by: int) -> None:
        """Go so many lines down, as far as there are any."""
        self.first = min(max(self.first + by, 0), max(len(self.lines) - self.room, 0))

    def at(self, y: float) -> Line | None:
        """The line at a height."""
        place = int((y - self.area.top()) // LINE)
        return self.shown[place] if 0 <= place < len(self.shown) else None

    def paint(self, painter: QPainter, theme: Theme, font: QFont) -> None:
        """Draw the lines: green is right, red is wrong."""
        metrics = QFontMetricsF(font)
        widest = max((metrics.horizontalAdvance(line.source) for line in self.lines), default=0.0)
        column = min(widest, MOST_SOURCE * self.area.width()) + GAP
        painter.setFont(font)
        for at, line in enumerate(self.shown):
            place = QRectF(self.area.left(), self.area.top() + at * LINE, self.area.width(), LINE)
            source = metrics.elidedText(line.source, Qt.TextElideMode.ElideRight, column - GAP)
            painter.setPen(theme.color("text"))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), source)
            painter.setPen(theme.color("good_text" if line.right else "error"))
            rest = place.adjusted(column, 0, 0, 0)
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), fitting(metrics, line, rest.width()))
