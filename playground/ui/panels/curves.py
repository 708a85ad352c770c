"""A small plot without frame: a few curves, their names at their ends, a dot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import Theme, ThemeManager

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Curve:
    """One line: points, the role of its colour, and what stands at its end."""

    x: Numbers
    y: Numbers
    role: str = "accent"
    dashed: bool = False
    label: str = ""


class CurvePlot(QWidget):
    """Draws curves in place; `cross` puts an upright line at x = 0, and a line lies at y = 0."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None, *, height: int = 92) -> None:
        super().__init__(parent)
        self._themes = themes
        self._height = height
        self._curves: tuple[Curve, ...] = ()
        self._dot: tuple[float, float] | None = None
        self._cross = False
        self._place: _Place | None = None
        self._drawn_at: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_curves(
        self, curves: Sequence[Curve], *, dot: tuple[float, float] | None = None, cross: bool = False
    ) -> None:
        """Draw these curves from now on."""
        self._curves, self._dot, self._cross = tuple(curves), dot, cross
        self._place = None
        self.update()

    def show_dot(self, dot: tuple[float, float] | None) -> None:
        """Move the dot alone."""
        self._dot = dot
        if self._pixel() != self._drawn_at:
            self.update()

    @property
    def dot(self) -> tuple[float, float] | None:
        """Where the dot is, in the curve's own numbers."""
        return self._dot

    @property
    def curves(self) -> tuple[Curve, ...]:
        """What is drawn."""
        return self._curves

    def _pixel(self) -> tuple[int, int] | None:
        """Where the dot is to be seen, to half a pixel."""
        if self._dot is None or self._place is None:
            return None
        point = self._place.at(*self._dot)
        return round(2 * point.x()), round(2 * point.y())

    def sizeHint(self) -> QSize:
        return QSize(160, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._curves:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._themes.theme
        if self._place is None:
            self._place = _Place(self._curves, QRectF(self.rect()).adjusted(6, 8, -6, -8))
        place = self._place
        self._paint_axes(painter, theme, place)
        for curve, path in zip(self._curves, place.paths, strict=True):
            self._paint_curve(painter, theme, place, curve, path)
        self._drawn_at = self._pixel()
        if self._dot is not None:
            painter.setPen(QPen(theme.color("panel"), 1.5))
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(place.at(*self._dot), 4.5, 4.5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place = None

    def _paint_axes(self, painter: QPainter, theme: Theme, place: _Place) -> None:
        painter.setPen(QPen(theme.color("line"), 1))
        inside = place.inside
        level = place.at(0.0, 0.0)
        painter.drawLine(
            QPointF(inside.left(), round(level.y()) + 0.5), QPointF(inside.right(), round(level.y()) + 0.5)
        )
        if self._cross:
            x = round(level.x()) + 0.5
            painter.drawLine(QPointF(x, inside.top() - 6), QPointF(x, inside.bottom() + 6))

    def _paint_curve(self, painter: QPainter, theme: Theme, place: _Place, curve: Curve, path: QPainterPath) -> None:
        pen = QPen(theme.color(curve.role), 1.4 if curve.dashed else 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if curve.dashed:
            pen.setDashPattern([2.6, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if curve.label:
            self._paint_label(painter, theme.color("secondary"), place, curve)

    def _paint_label(self, painter: QPainter, color: QColor, place: _Place, curve: Curve) -> None:
        painter.setFont(fonts.font(fonts.CAPTION))
        painter.setPen(color)
        at = round((0.97 if curve.dashed else 0.86) * (len(curve.x) - 1))
        end = place.at(float(curve.x[at]), float(curve.y[at]))
        width = painter.fontMetrics().horizontalAdvance(curve.label)
        above = end.y() - 6
        if above < painter.fontMetrics().ascent():  # no room on top: below the line
            left, base = end.x() - width / 2, end.y() + painter.fontMetrics().height()
        else:
            left, base = end.x() - width - (0 if curve.dashed else 8), above
        painter.drawText(QPointF(min(left, place.inside.right() - width), base), curve.label)


class _Place:
    """Where numbers lie on the widget, and the paths of the curves; worked out once for a size."""

    def __init__(self, curves: Sequence[Curve], inside: QRectF) -> None:
        self.inside = inside
        x = np.concatenate([curve.x for curve in curves])
        y = np.concatenate([curve.y[np.isfinite(curve.y)] for curve in curves])
        self._x0, self._x1 = float(x.min()), float(x.max())
        self._y0, self._y1 = min(float(y.min(initial=0.0)), 0.0), max(float(y.max(initial=0.0)), 0.0)
        if self._y1 - self._y0 < 1e-12:
            self._y1 = self._y0 + 1.0
        self.paths = [self._path(curve) for curve in curves]

    def at(self, x: float, y: float) -> QPointF:
        """The point of the widget for a point of the plot."""
        across = (x - self._x0) / max(self._x1 - self._x0, 1e-12)
        up = (y - self._y0) / (self._y1 - self._y0)
        return QPointF(
            self.inside.left() + across * self.inside.width(), self.inside.bottom() - up * self.inside.height()
        )

    def _path(self, curve: Curve) -> QPainterPath:
        """The curve, interrupted where it has no finite value."""
        path, drawing = QPainterPath(), False
        for x, y in zip(curve.x.tolist(), curve.y.tolist(), strict=True):
            if not math.isfinite(y):
                drawing = False
            elif drawing:
                path.lineTo(self.at(x, y))
            else:
                path.moveTo(self.at(x, y))
                drawing = True
        return path
