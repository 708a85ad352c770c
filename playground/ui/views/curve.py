"""Curve: one series of one variant with the items that draw it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from playground.spec.record import Series
from playground.ui.views.curve_data import CurveData

WIDTH, DOTTED_WIDTH = 2.0, 1.6
FAINT, BATCHES = 0.28, 0.45
DOTS = (1.0, 1.7)
SAMPLES_PER_PIXEL = 1.0


class Curve:
    """Solid for the validation set, dotted for the training set, with the raw line faintly behind a smoothed one.

    A curve of single batches is thin, faint and behind all others.
    """

    def __init__(self, variant: str, series: str, dotted: bool, batches: bool = False) -> None:
        self.variant = variant
        self.series = series
        self.dotted = dotted
        self.batches = batches
        self.data = CurveData()
        self.color = QColor()
        self.line, self._raw = _item(), _item()
        self.line.setZValue(-1 if batches else 1 if dotted else 2)
        self._raw.setVisible(False)
        self._fresh = True

    @property
    def items(self) -> list[Any]:
        """The graphics items, back to front."""
        return [self._raw, self.line]

    @property
    def column(self) -> int:
        """Where its numbers stand: training set, validation set, single batches."""
        return 2 if self.batches else 0 if self.dotted else 1

    def set_color(self, color: QColor) -> None:
        """Draw in this colour."""
        if color == self.color:
            return
        self.color = color
        pen = pg.mkPen(color, width=DOTTED_WIDTH if self.dotted else WIDTH)
        if self.dotted:
            pen.setDashPattern(DOTS)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.line.setPen(pen)
        faint = QColor(color)
        faint.setAlphaF(BATCHES if self.batches else FAINT)
        self._raw.setPen(pg.mkPen(faint, width=1))
        if self.batches:
            self.line.setPen(pg.mkPen(faint, width=1))

    def sync(self, series: Series, smoothing: float, log: bool) -> None:
        """Draw what is new in `series`."""
        if not self.data.sync(series, smoothing, log) and not self._fresh:
            return
        self._fresh = False
        self._draw(self.line, self.data.line)
        self._raw.setVisible(smoothing > 0)
        if smoothing > 0:
            self._draw(self._raw, self.data.raw)

    def _draw(self, item: Any, y: np.ndarray) -> None:
        whole = not self.data.gaps
        item.setData(self.data.x, y, connect="all" if whole else "finite", skipFiniteCheck=whole)


def _item() -> Any:
    item = pg.PlotDataItem(antialias=True, clipToView=True)
    item.setDownsampling(auto=True, method="peak")
    item.opts["autoDownsampleFactor"] = SAMPLES_PER_PIXEL
    return item
