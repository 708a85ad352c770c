"""Single pictures beside a plane of codes: what is made at its mark, and samples beside what is restored of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from playground.ui.tokens import Theme
from playground.ui.views.latent_paint import draw_picture

GAP, LINE = 12.0, 17.0
SINGLE = 96.0
CELL, CELL_GAP, PAIR_GAP = 28.0, 4.0, 12.0


@dataclass(frozen=True)
class Side:
    """Paints into a column, or into a strip where it `lies`."""

    painter: QPainter
    theme: Theme
    font: QFont
    rect: QRectF
    lies: bool

    def single(self, image: QImage, words: str) -> QRectF:
        """Draw one picture with words below; returns the room that is left."""
        size = self.rect.height() - LINE if self.lies else min(self.rect.width(), SINGLE)
        place = QRectF(self.rect.left(), self.rect.top(), size, size)
        draw_picture(self.painter, self.theme, place, image)
        self._write(QRectF(place.left(), place.bottom() + 1, max(size, SINGLE), LINE), words)
        if self.lies:
            return self.rect.adjusted(max(size, SINGLE) + GAP, 0, 0, 0)
        return self.rect.adjusted(0, size + LINE + GAP, 0, 0)

    def pairs(self, rest: QRectF, pairs: list[tuple[QImage, QImage]], words: str) -> None:
        """Draw as many pairs as there is room for: below each other in a strip, side by side in a column."""
        elided = QFontMetricsF(self.font).elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        top, each = rest.top() + LINE, CELL + CELL_GAP
        double = 2 * each - CELL_GAP + PAIR_GAP
        wide, high = (each, double) if self.lies else (double, each)
        across = max(int((rest.width() + PAIR_GAP) // wide), 1)
        down = max(int((rest.bottom() - top + PAIR_GAP) // high), 0)
        if down:
            self._write(QRectF(rest.left(), rest.top(), rest.width(), LINE), elided)
        for place, pair in enumerate(pairs[: across * down]):
            row, column = divmod(place, across)
            for second, image in enumerate(pair):
                x = column * wide + (0 if self.lies else second * each)
                y = row * high + (second * each if self.lies else 0)
                draw_picture(self.painter, self.theme, QRectF(rest.left() + x, top + y, CELL, CELL), image)

    def _write(self, rect: QRectF, text: str) -> None:
        self.painter.setFont(self.font)
        self.painter.setPen(self.theme.color("secondary"))
        self.painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
