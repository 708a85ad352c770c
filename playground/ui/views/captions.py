"""The caption below a tile: a variant's dot, its name, and its scores."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from playground.ui.theme import ThemeManager
from playground.ui.tokens import Theme

ABOVE, LINE, DOT = 5.0, 17.0, 8.0
INDENT = DOT + 5
CAPTION = ABOVE + 2 * LINE + 3
"""Height of a caption whose name and scores take a line each."""
TWO_LINES_BELOW = 114.0
"""Before there are scores, they are taken to need so much room to stand side by side."""
SEPARATOR = " · "


def name_lines(metrics: QFontMetricsF, name: str, room: float) -> list[str]:
    """A name in one line where it fits, else in two, broken at a space; what is too long still loses its middle."""
    if metrics.horizontalAdvance(name) <= room:
        return [name]
    words = name.split(" ")
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    parts = min(breaks, key=lambda two: max(map(metrics.horizontalAdvance, two)), default=(name,))
    return [metrics.elidedText(part, Qt.TextElideMode.ElideMiddle, room) for part in parts]


def score_lines(metrics: QFontMetricsF, words: str, room: float) -> list[str]:
    """Scores in one line where they fit, else one below the other."""
    return [words] if metrics.horizontalAdvance(words) <= room else words.split(SEPARATOR)


def caption_height(themes: ThemeManager, captions: Mapping[str, str], room: float) -> float:
    """Room for the captions below tiles: their names with their scores."""
    metrics, plain = _widest(themes), QFontMetricsF(themes.font(12))
    of_names = max((len(name_lines(metrics, name, room - INDENT)) for name in captions), default=1)
    of_scores = max((len(score_lines(plain, words, room)) for words in captions.values()), default=1)
    if not any(captions.values()):
        of_scores = 1 + (room < TWO_LINES_BELOW)
    return CAPTION + LINE * (of_names + of_scores - 2)


def draw_caption(
    painter: QPainter,
    theme: Theme,
    themes: ThemeManager,
    rect: QRectF,
    color: QColor,
    name: str,
    words: str,
    shown: bool,
    room: float = 0.0,
) -> None:
    """Draw dot and name, semibold when `shown`, and the scores below, one per line where there is little `room`."""
    room = max(room, rect.width())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    top = rect.bottom() + ABOVE
    painter.drawEllipse(QRectF(rect.left(), top + (LINE + 2 - DOT) / 2, DOT, DOT))
    plain = themes.font(12)
    bold = themes.font(12, QFont.Weight.DemiBold)
    called = name_lines(_widest(themes), name, room - INDENT)
    below = score_lines(QFontMetricsF(plain), words, room)
    lines = [(text, bold if shown else plain, "text", INDENT) for text in called]
    lines += [(text, plain, "secondary", 0.0) for text in below]
    for at, (text, font, role, indent) in enumerate(lines):
        painter.setFont(font)
        painter.setPen(theme.color(role))
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room - indent)
        line = QRectF(rect.left() + indent, top + at * LINE, room - indent, LINE + 2)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), fitting)


def cut_name(themes: ThemeManager, tiles: Mapping[str, QRectF], room: float, mouse: QPointF) -> str:
    """The whole name of the tile whose caption is under the mouse, "" where the caption shows all of it."""
    for name, rect in tiles.items():
        width = max(room, rect.width())
        caption = QRectF(rect.left(), rect.bottom(), width, ABOVE + 2 * LINE)
        if caption.contains(mouse):
            shown = " ".join(name_lines(_widest(themes), name, width - INDENT))
            return name if shown != name else ""
    return ""


def _widest(themes: ThemeManager) -> QFontMetricsF:
    """Measures of the semibold name: a choice of another variant moves nothing."""
    return QFontMetricsF(themes.font(12, QFont.Weight.DemiBold))
