"""Colours, pens and fonts of the canvas, made once per theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen

from playground.spec.entry import entries
from playground.ui import fonts
from playground.ui.tokens import Theme, value_lut
from playground.ui.widgets.map_image import color_table

LEVELS = 10
EDGE_ALPHA = 0.55
Strand = tuple[int, int]
"""Sign (−1, 0, 1) and width level (0 … LEVELS − 1)."""


def level_width(level: int) -> float:
    """Width in pixels of a strand: 0.4 … 4."""
    return 0.4 * (level + 1)


class Look:
    """What items paint with; `theme` gives every other colour by role."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.table = color_table(value_lut(theme))
        self.paper = theme.color("canvas", 0.92)
        self.under = theme.color("canvas", 0.75)
        self.panel = theme.color("panel")
        self.line = QPen(theme.color("line"), 1.0)
        self.text = theme.color("text")
        self.secondary = theme.color("secondary")
        self.faint = theme.color("faint")
        self.accent = theme.color("accent")
        self.halo = theme.color("accent", 0.22)
        self.empty = QBrush(theme.color("window"))
        self.shadow = QColor(16, 24, 40, 60 if theme.dark else 9)
        self.title_font = fonts.font(fonts.BODY, QFont.Weight.DemiBold)
        self.detail_font = fonts.font(fonts.BODY)
        self.caption_font = fonts.font(fonts.CAPTION)
        self.title_metrics = QFontMetricsF(self.title_font)
        self.detail_metrics = QFontMetricsF(self.detail_font)
        self.caption_metrics = QFontMetricsF(self.caption_font)
        signs = {-1: QColor(*theme.low), 0: QColor(theme.faint), 1: QColor(*theme.high)}
        self.strands = {(s, k): _strand(c, level_width(k)) for s, c in signs.items() for k in range(LEVELS)}
        self._widths: dict[str, float] = {}
        self._categories: dict[str, QColor] = {}
        self._far: dict[int, tuple[QFont, QFontMetricsF]] = {}
        self.plain = _strand(QColor(theme.faint), 1.6)

    def caption_width(self, text: str) -> float:
        """How wide a caption is; the same few are asked for again and again."""
        if text not in self._widths:
            self._widths[text] = self.caption_metrics.horizontalAdvance(text)
        return self._widths[text]

    def far_font(self, size: int) -> tuple[QFont, QFontMetricsF]:
        """The title's font at another size, for cards seen from far away."""
        if size not in self._far:
            font = fonts.font(max(size, 6), QFont.Weight.DemiBold)
            self._far[size] = (font, QFontMetricsF(font))
        return self._far[size]

    def category(self, group: str) -> QColor:
        """The colour of a kind of layer, for cards that are too small for words."""
        if group not in self._categories:
            names = sorted({kind.group for kind in entries("layer").values() if kind.group})
            at = names.index(group) if group in names else -1
            colors = [self.theme.faint, *self.theme.variants]
            color = QColor(colors[at % len(self.theme.variants) + 1 if at >= 0 else 0])
            self._categories[group] = mixed(color, self.panel, 0.6 if at < len(self.theme.variants) else 0.35)
        return self._categories[group]

    def severity(self, name: str) -> QColor:
        """The colour of an error or a warning ring."""
        return self.theme.color("error" if name == "error" else "warning")

    def severity_text(self, name: str) -> QColor:
        """The colour of the sentence that belongs to it."""
        return self.theme.color("error" if name == "error" else "warning_text")


def mixed(color: QColor, paper: QColor, share: float) -> QColor:
    """So much of a colour on paper."""
    inks, papers = (color.redF(), color.greenF(), color.blueF()), (paper.redF(), paper.greenF(), paper.blueF())
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in zip(inks, papers, strict=True)))


def _strand(color: QColor, width: float) -> QPen:
    color = QColor(color)
    color.setAlphaF(EDGE_ALPHA)
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
