"""Steps through the samples whose activations the cards show."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from playground.ui.canvas.items.look import Look
from playground.ui.theme import ThemeManager
from playground.ui.widgets import label


class SampleBar(QWidget):
    """Says which validation sample is shown; `chosen(sample)` when a person steps to another."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeManager, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.sample = 0
        self.count = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        self.before = self._button(themes, "chevron-left", self.tr("The sample before"), -1)
        self.text: QLabel = label("", "caption")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.after = self._button(themes, "chevron-right", self.tr("The next sample"), 1)
        for part in (self.before, self.text, self.after):
            row.addWidget(part)
        self.hide()

    def _button(self, themes: ThemeManager, icon: str, tip: str, way: int) -> QToolButton:
        made = QToolButton()
        made.setAutoRaise(True)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setAutoRepeat(True)
        made.clicked.connect(lambda: self.step(way))
        themes.bind_icon(made, icon, "secondary", 14)
        return made

    def step(self, way: int) -> None:
        """Go so many samples on, around at the ends."""
        if self.count:
            self.sample = (self.sample + way) % self.count
            self.chosen.emit(self.sample)

    def show_sample(self, sample: int, count: int, target: float, classes: Sequence[str]) -> None:
        """Say what the cards show now; `target` is not a number where a sample has more than one."""
        self.sample, self.count = sample, count
        known = float(target).is_integer() and 0 <= int(target) < len(classes)
        what = classes[int(target)] if known else QLocale().toString(float(target), "g", 4)
        number, of = QLocale().toString(sample + 1), QLocale().toString(count)
        if math.isnan(target):
            said = self.tr("Sample {0} of {1}")
        else:
            said = self.tr("Sample {0} of {1} · class {2}") if known else self.tr("Sample {0} of {1} · target {2}")
        self.text.setText(said.format(number, of, what))
        self.setVisible(count > 1)
        self.resize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground it stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.line)
        painter.setBrush(self.look.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()
