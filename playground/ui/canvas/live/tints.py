"""Tints of cards by the size of their gradients, and the legend that says what they mean."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.spec.inner_ids import shown_as
from playground.ui.canvas.items.badges import tinted
from playground.ui.canvas.items.look import Look

DECADES = 4
"""The palest tint stands for a gradient that is 10⁻⁴ of the largest."""
BAR = 56.0


def tints(arrays: Mapping[str, Any], known: Iterable[str]) -> tuple[dict[str, float], float]:
    """Tint 0 … 1 of each card from a snapshot of the gradients probe, on a log scale, and the largest gradient.

    The layers of a folded block lend it the tint of the strongest.
    """
    sizes = {node: float(value) for node, value in arrays.items() if math.isfinite(float(value))}
    peak = max(sizes.values(), default=0.0)
    if peak <= 0:
        return {}, 0.0
    ids, found = set(known), dict[str, float]()
    for node, size in sizes.items():
        card = shown_as(node, ids)
        if card and size > 0:
            found[card] = max(found.get(card, 0.0), 1 + math.log10(size / peak) / DECADES)
    return {node: max(tint, 0.0) for node, tint in found.items()}, peak


class TintLegend(QWidget):
    """A ramp with its meaning, in a corner of the canvas; the pointer goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._peak = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_peak(self, peak: float) -> None:
        """Say how large the strongest tint is; 0 hides the legend."""
        if (peak > 0) != (self._peak > 0):
            self.setVisible(peak > 0)
        if peak != self._peak:
            self._peak = peak
            self.setAccessibleName(" ".join(self._texts()))
            self.resize(self.sizeHint())
            self.update()

    @property
    def peak(self) -> float:
        """The gradient that the strongest tint stands for."""
        return self._peak

    def _texts(self) -> tuple[str, str, str]:
        low, high = (QLocale().toString(value, "g", 2) for value in (self._peak / 10**DECADES, self._peak))
        return self.tr("Gradient per weight"), low, high

    def sizeHint(self) -> QSize:
        wide = sum(self.look.caption_metrics.horizontalAdvance(text) for text in self._texts())
        return QSize(round(wide + BAR + 40), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, the ramp between its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.line)
        painter.setBrush(self.look.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(self.look.caption_font)
        painter.setPen(self.look.secondary)
        name, low, high = self._texts()
        x = self._word(painter, name, 8.0) + 8
        x = self._word(painter, low, x) + 6
        ramp = QLinearGradient(x, 0, x + BAR, 0)
        ramp.setColorAt(0, tinted(self.look, 0))
        ramp.setColorAt(1, tinted(self.look, 1))
        painter.setPen(QPen(self.look.theme.color("line"), 1))
        painter.setBrush(ramp)
        painter.drawRoundedRect(QRectF(x, 7, BAR, 10), 4, 4)
        painter.setPen(self.look.secondary)
        self._word(painter, high, x + BAR + 6)
        painter.end()

    def _word(self, painter: QPainter, text: str, x: float) -> float:
        wide = self.look.caption_metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, wide + 2, 24), int(Qt.AlignmentFlag.AlignVCenter), text)
        return x + wide
