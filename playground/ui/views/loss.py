"""LossView: training and validation loss of every variant."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtGui import QColor

from playground.ui.views.curve_canvas import Marks
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.ticks import number

WORSE, LATER = 1.05, 3


class LossView(CurvePlot):
    """Loss over epochs, with the best epoch of the shown variant once it lies well behind."""

    name: ClassVar[str] = "loss"
    order: ClassVar[int] = 10
    starts_log = True

    def title(self) -> str:
        return self.tr("Loss")

    def series(self) -> tuple[str, str]:
        return "train_loss", "validation_loss"

    def batch_series(self) -> str:
        return "batch_loss"

    def marks(self) -> Marks:
        return Marks(best=self._best())

    def _best(self) -> tuple[float, str, QColor] | None:
        """The epoch of least validation loss, where the loss has since become worse than chance would have it."""
        curve = self._curves.get((self.studio.document.variant, "validation_loss"))
        if curve is None or curve.data.best < 0 or not self.test_action.isChecked():
            return None
        data = curve.data
        epoch, value = float(data.x[data.best]), float(data.y[data.best])
        last = float(data.y[-1])
        worse = not math.isfinite(last) or last > value * WORSE
        if not worse or data.x[-1] - epoch < LATER:
            return None
        return epoch, self.tr("best {0}").format(number(epoch)), curve.color
