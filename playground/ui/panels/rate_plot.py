"""The losses of a range test over the learning rate, on a log scale, with the rate that is suggested."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.engine.events import RangeTest
from playground.ui import fonts, words
from playground.ui.theme import Theme, ThemeManager

HEIGHT, BELOW, LEFT, RIGHT, ABOVE = 104, 18, 34, 10, 8
"""Height of the plot, and the room around the curves for the names of rates and losses."""
ROOM = 30
"""Pixels that the name of a power of ten needs."""
TOP = 1.6
"""How many times the first smoothed loss still fits on the plot; what is more leaves it at the top."""


class RatePlot(QWidget):
    """Raw losses thin, smoothed ones thick, a line at the suggested rate and a ring where the loss falls steepest."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._test: RangeTest | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Loss over learning rate"))
        themes.changed.connect(self.update)

    @property
    def test(self) -> RangeTest | None:
        """What is drawn."""
        return self._test

    def show_test(self, test: RangeTest | None) -> None:
        """Draw this test."""
        self._test = test
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Tell the rate and the losses under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._test is not None:
            rates = self._test.rates
            place = min(range(len(rates)), key=lambda at: abs(self._x(rates[at]) - event.pos().x()))
            said = self.tr("Rate {0}: loss {1}, smoothed {2}").format(
                *(words.number(row[place], 3) for row in (rates, self._test.losses, self._test.smoothed))
            )
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    # --- where things lie ----------------------------------------------------------------------------------

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, ABOVE, -RIGHT, -BELOW)

    def _x(self, rate: float) -> float:
        assert self._test is not None
        inside, (low, high) = self._inside(), (math.log10(self._test.rates[0]), math.log10(self._test.rates[-1]))
        return inside.left() + inside.width() * (math.log10(rate) - low) / max(high - low, 1e-9)

    def _span(self) -> tuple[float, float]:
        """Losses at the bottom and at the top."""
        assert self._test is not None
        smooth = np.array(self._test.smoothed)
        start = smooth[: max(1, len(smooth) // 2)].max()
        low = min(0.0, float(smooth.min()))
        return low, max(TOP * float(start), low + 1e-9)

    def _y(self, loss: float) -> float:
        inside, (low, high) = self._inside(), self._span()
        return inside.bottom() - inside.height() * (min(max(loss, low), high) - low) / (high - low)

    # --- what is drawn -------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._test is None or not self._test.rates:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(fonts.CAPTION))
        theme, test = self._themes.theme, self._test
        self._paint_axes(painter, theme)
        self._paint_curve(painter, theme, "faint", 1.0, test.losses)
        if test.suggested is not None:
            self._paint_suggestion(painter, theme, test.suggested)
        self._paint_curve(painter, theme, "accent", 2.0, test.smoothed)
        if test.steepest is not None:
            at = test.rates.index(test.steepest)
            painter.setPen(QPen(theme.color("accent"), 1.6))
            painter.setBrush(theme.color("panel"))
            painter.drawEllipse(QPointF(self._x(test.steepest), self._y(test.smoothed[at])), 3.5, 3.5)

    def _paint_axes(self, painter: QPainter, theme: Theme) -> None:
        assert self._test is not None
        inside = self._inside()
        rates = self._test.rates
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(inside.left(), inside.bottom() + 0.5), QPointF(inside.right(), inside.bottom() + 0.5))
        decades = range(math.ceil(math.log10(rates[0]) - 1e-9), math.floor(math.log10(rates[-1]) + 1e-9) + 1)
        every = max(1, math.ceil(len(decades) * ROOM / max(1.0, inside.width())))
        for decade in decades:
            x = round(self._x(10.0**decade)) + 0.5
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(x, inside.bottom()), QPointF(x, inside.bottom() + 3))
            if (decade - decades[0]) % every == 0:
                painter.setPen(theme.color("secondary"))
                room = QRectF(x - ROOM, inside.bottom() + 3, 2 * ROOM, BELOW - 3)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), _power(decade))
        low, high = self._span()
        painter.setPen(theme.color("secondary"))
        for loss, y in ((low, inside.bottom()), (high, inside.top())):
            room = QRectF(0, y - 8, LEFT - 6, 16)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words.number(loss, 2)
            )

    def _paint_curve(self, painter: QPainter, theme: Theme, role: str, width: float, losses: list[float]) -> None:
        assert self._test is not None
        path = QPainterPath()
        for place, (rate, loss) in enumerate(zip(self._test.rates, losses, strict=True)):
            point = QPointF(self._x(rate), self._y(loss))
            path.lineTo(point) if place else path.moveTo(point)
        pen = QPen(theme.color(role), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_suggestion(self, painter: QPainter, theme: Theme, rate: float) -> None:
        inside = self._inside()
        x = round(self._x(rate)) + 0.5
        painter.setPen(QPen(theme.color("good"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()))
        painter.setPen(theme.color("good"))
        text = words.number(rate, 2)
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = x + 4 if x + 4 + wide < inside.right() else x - 4 - wide
        painter.drawText(QPointF(left, inside.top() + painter.fontMetrics().ascent() - 2), text)


def _power(decade: int) -> str:
    """A power of ten as it stands below an axis: 0.1, 1, 10, else with a raised exponent."""
    if -1 <= decade <= 1:
        return words.number(10.0**decade, 3)
    return "10" + str(decade).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
