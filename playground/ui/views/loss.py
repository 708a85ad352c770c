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

    @property
    def _played(self) -> bool:
        """Whether two networks play against each other, each with a loss of its own."""
        return getattr(self.studio.document.shown.objective, "networks", ())[:1] == ("generator",)

    def series(self) -> tuple[str, str]:
        return ("generator_loss", "discriminator_loss") if self._played else ("train_loss", "validation_loss")

    def kinds(self) -> tuple[str, str]:
        return (self.tr("generator"), self.tr("discriminator")) if self._played else super().kinds()

    def batch_series(self) -> str:
        return "" if self._played else "batch_loss"

    def refresh(self) -> None:
        self.say()
        if self._played:
            for action, kind, line in zip((self.train_action, self.test_action), self.kinds(), "┄—", strict=True):
                action.setText(f"{kind} {line}")
                action.setToolTip(self.tr("Show the loss of the {0}").format(kind))
        super().refresh()

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
