"""The curve of an activation and its slope, with its range and help."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.catalog.kinds import Activation
from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.panels.curves import Curve, CurvePlot
from playground.ui.theme import ThemeManager
from playground.ui.widgets import help_tip, label

REACH, POINTS, STEP = 4.0, 401, 1e-4


def curves(activation: Activation) -> list[Curve]:
    """f and its slope f′ over [−4, 4]; the slope is a central difference, so that any function has one."""
    x = np.linspace(-REACH, REACH, POINTS)
    slope = (activation.f(x + STEP) - activation.f(x - STEP)) / (2 * STEP)
    return [Curve(x, slope, "secondary", dashed=True, label="f ′"), Curve(x, activation.f(x), label="f")]


class ActivationPlot(QWidget):
    """Draws f and f′ and says what the function does."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = CurvePlot(themes, height=96)
        self._words = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot)
        column.addWidget(self._words)

    def show_activation(self, activation: Entry | None) -> None:
        """Draw another function; nothing is shown for None."""
        self.setVisible(isinstance(activation, Activation))
        if isinstance(activation, Activation):
            self.plot.show_curves(curves(activation), cross=True)
            self._words.setText(self.said(activation))
            self._words.setToolTip(help_tip(" ".join(words.sentences(type(activation)))))

    def said(self, activation: Activation) -> str:
        """Formula, first sentence of its help, and range."""
        first, rest = words.sentences(type(activation))
        formula = re.match(r".*?(\.(?= |$)|。|$)", rest)  # its first sentence
        parts = [formula[0] if formula else "", first]
        if activation.bounds:
            parts.append(self.tr("Range {0}.").format(activation.bounds.replace(" ", "\N{NO-BREAK SPACE}")))
        return " ".join(part for part in parts if part)
