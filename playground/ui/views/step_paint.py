"""How quantities by step are painted: maps of units, small bars, symbols, and the size of a gradient on a log scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from playground.ui.theme import ThemeManager
from playground.ui.tokens import Theme, value_lut
from playground.ui.views.ticks import log_range, number
from playground.ui.views.weight_map import share_lut
from playground.ui.widgets import map_image

LONGEST_SYMBOL, LEAST_CELL, GUTTER, CAPTION = 56.0, 6.5, 46.0, 15.0
BIG = 12.0
"""From that width of a step on its symbol has the plain size."""


def ceiling(values: NDArray[Any]) -> float:
    """The end of a scale that holds all values: 1, 2, 5, 10, 20 …"""
    most = float(np.abs(values).max(initial=0.0))
    if most <= 1.0 + 1e-6 or not math.isfinite(most):
        return 1.0
    decade = 10.0 ** math.floor(math.log10(most))
    return next(step * decade for step in (1.0, 2.0, 5.0, 10.0) if step * decade >= most * (1 - 1e-6))


@dataclass
class StepMap:
    """Values (E, L) as cells, units from the top and steps from the left; `share` where they lie between 0 and 1."""

    name: str
    caption: str
    values: NDArray[Any]
    share: bool = False
    rect: QRectF = field(default_factory=QRectF)

    def paint(self, painter: QPainter, themes: ThemeManager, area: QRectF) -> None:
        """Draw the caption and the cells below it."""
        theme, top = themes.theme, 1.0 if self.share else ceiling(self.values)
        self.rect = area.adjusted(0, CAPTION, 0, 0)
        low = "0" if self.share else number(-top)
        painter.setFont(themes.font(11))
        painter.setPen(theme.color("secondary"))
        said = f"{self.caption} · {low} … {number(top)}"
        metrics = painter.fontMetrics()
        said = said if metrics.horizontalAdvance(said) <= area.width() else self.caption
        said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), said)
        values = np.nan_to_num(self.values)
        places = 255 * values if self.share else 128 + 127 * np.clip(values / top, -1, 1)
        lut = share_lut(theme) if self.share else value_lut(theme)
        cells = np.ascontiguousarray(np.rint(np.clip(places, 0, 255)).astype(np.uint8))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(self.rect, map_image(cells, lut).copy())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(self.rect)

    def at(self, mouse: QPointF) -> tuple[int, int] | None:
        """Unit and step under the mouse."""
        if not self.rect.contains(mouse) or not self.values.size:
            return None
        units, steps = self.values.shape
        unit = int((mouse.y() - self.rect.top()) / self.rect.height() * units)
        step = int((mouse.x() - self.rect.left()) / self.rect.width() * steps)
        return min(unit, units - 1), min(step, steps - 1)


def step_rect(rect: QRectF, step: int, steps: int) -> QRectF:
    """The part of a picture that belongs to a step."""
    wide = rect.width() / max(steps, 1)
    return QRectF(rect.left() + step * wide, rect.top(), wide, rect.height())


def symbol_height(themes: ThemeManager, symbols: Sequence[str], width: float) -> float:
    """How much room symbols need over steps that are `width` wide in all; 0 where they cannot be told apart."""
    cell = width / max(len(symbols), 1)
    if cell < LEAST_CELL:
        return 0.0
    metrics = QFontMetricsF(themes.font(12 if cell >= BIG else 9))
    longest = max(map(metrics.horizontalAdvance, symbols), default=0.0)
    return float(metrics.height() if longest <= cell else min(longest, LONGEST_SYMBOL) + 4)


def paint_symbols(painter: QPainter, themes: ThemeManager, area: QRectF, symbols: Sequence[str]) -> None:
    """Draw what stands at each step, upright where there is too little room for words."""
    cell = area.width() / max(len(symbols), 1)
    painter.setFont(themes.font(12 if cell >= BIG else 9))
    painter.setPen(themes.theme.color("text"))
    metrics = QFontMetricsF(painter.font())
    upright = max(map(metrics.horizontalAdvance, symbols), default=0.0) > cell
    for at, symbol in enumerate(symbols):
        place = step_rect(area, at, len(symbols))
        if not upright:
            painter.drawText(place.adjusted(-2, 0, 2, 0), int(Qt.AlignmentFlag.AlignCenter), symbol)
            continue
        painter.save()
        painter.translate(place.center().x(), place.bottom() - 2)
        painter.rotate(-90)
        painter.drawText(QRectF(0, -10, LONGEST_SYMBOL + 4, 20), int(Qt.AlignmentFlag.AlignVCenter), symbol)
        painter.restore()


def paint_bars(painter: QPainter, theme: Theme, area: QRectF, values: NDArray[Any]) -> None:
    """Draw quantities (L,) as bars from a line at 0, in the colours of their sign."""
    top = max(float(np.abs(values).max(initial=0.0)), 1e-12)
    low, high = min(float(values.min()), 0.0) / top, max(float(values.max()), 0.0) / top
    scale = area.height() / (high - low or 1.0)
    zero = area.top() + high * scale
    for at, value in enumerate(values.tolist()):
        place = step_rect(area, at, len(values))
        inset = min(1.0, place.width() / 6)
        color = QColor(*(theme.high if value >= 0 else theme.low))
        painter.fillRect(QRectF(place.left() + inset, zero, place.width() - 2 * inset, -value / top * scale), color)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))


def paint_gradient(
    painter: QPainter, themes: ThemeManager, area: QRectF, curves: Sequence[tuple[str, NDArray[Any], QColor]]
) -> None:
    """Draw sizes (L,) > 0 by step on a log scale with its ends beside it; each curve says its name at its end."""
    theme, values = themes.theme, np.concatenate([sizes for _, sizes, _ in curves])
    there = np.log10(values[np.isfinite(values) & (values > 0)])
    low, high = log_range(float(there.min()), float(there.max())) if there.size else (-1.0, 0.0)
    painter.setFont(themes.font(11))
    for at, end in ((area.bottom(), low), (area.top(), high)):
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
        painter.setPen(theme.color("secondary"))
        place = QRectF(area.left() - GUTTER, at - 8, GUTTER - 5, 16)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(right), number(10.0**end, 3))
    for name, sizes, color in curves:
        _paint_curve(painter, area, (low, high), name, sizes, color)


def _paint_curve(
    painter: QPainter, area: QRectF, ends: tuple[float, float], name: str, sizes: NDArray[Any], color: QColor
) -> None:
    line = QPolygonF()
    for at, size in enumerate(sizes.tolist()):
        if size > 0 and math.isfinite(size):
            share = min(max((math.log10(size) - ends[0]) / (ends[1] - ends[0]), 0.0), 1.0)
            x = step_rect(area, at, len(sizes)).center().x()
            line.append(QPointF(x, area.bottom() - share * area.height()))
    painter.setPen(QPen(color, 1.8))
    painter.drawPolyline(line)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(line.size() if area.width() / max(line.size(), 1) > 7 else 0):
        painter.drawEllipse(line.at(at), 2.2, 2.2)
    if name and line.size():
        painter.setPen(color)
        painter.drawText(QPointF(area.right() + 5, line.at(line.size() - 1).y() + 4), name)
