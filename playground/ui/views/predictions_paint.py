"""Painting of predictions: an image with its answers, the words below it, and the legend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.content_words import class_names
from playground.ui.theme import ThemeManager
from playground.ui.tokens import Theme
from playground.ui.views.image_paint import WHITE, draw_box, draw_image, draw_outline
from playground.ui.views.predicted import Picture, Predicted

LINE = 15.0
"""Height of a line below an image."""

translate = QCoreApplication.translate


def paint_picture(painter: QPainter, one: Picture, said: Predicted, theme: Theme, looked: bool) -> None:
    """The image, what is said of it and what is true; `looked` rings the one that is looked at."""
    arrays, index = said.arrays, one.index
    draw_image(painter, one.rect, one.image)
    if not one.sheet.isNull():
        draw_image(painter, one.rect, one.sheet)
        draw_outline(painter, one.rect, one.lines, (one.image.width(), one.image.height()))
    if said.boxes:
        draw_box(painter, one.rect, arrays["true_box"][index], WHITE, dashed=True)
        draw_box(painter, one.rect, arrays["box"][index], said.color(index, theme))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wrong = not said.right(index)
    if wrong or looked:
        _ring(painter, one.rect, 2.0, theme.color("error" if wrong else "accent"))
    if wrong and looked:
        _ring(painter, one.rect, 4.5, theme.color("accent"))


def _ring(painter: QPainter, rect: QRectF, out: float, color: QColor) -> None:
    painter.setPen(QPen(color, 2))
    radius = 3 if out < 4 else 5
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)


def paint_caption(painter: QPainter, one: Picture, said: Predicted, themes: ThemeManager) -> None:
    """At most two lines below an image."""
    font = themes.font(11)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for at, (text, role) in enumerate(said.words(one.index)[:2]):
        painter.setPen(themes.theme.color(role))
        line = QRectF(one.rect.left(), one.rect.bottom() + 3 + at * LINE, one.rect.width(), LINE)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), fitting)


def paint_legend(painter: QPainter, room: QRectF, said: Predicted, themes: ThemeManager) -> None:
    """The colours of the classes of pixels, and how true answers are drawn, as far as there is room."""
    theme, font = themes.theme, themes.font(11)
    metrics, x, y = QFontMetricsF(font), room.left(), room.top()
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, text in keys(said, theme):
        if x + 16 + metrics.horizontalAdvance(text) > room.right():
            return
        _paint_key(painter, QRectF(x, y + 5, 9, 9), color, said.boxes, theme)
        painter.setPen(theme.color("secondary"))
        painter.drawText(QPointF(x + 14, y + 14), text)
        x += 14 + metrics.horizontalAdvance(text) + 14


def keys(said: Predicted, theme: Theme) -> list[tuple[QColor | None, str]]:
    """What the legend says: colours of classes of pixels, and how true answers are drawn."""
    if said.masks:
        named = zip(said.sheet_colors(theme), class_names(said.classes), strict=False)
        true = translate("PredictionsView", "true outline")
        return [*((color, name) for color, name in named if color is not None), (None, true)]
    return [(None, translate("PredictionsView", "true box"))] if said.boxes else []


def _paint_key(painter: QPainter, mark: QRectF, color: QColor | None, dashed: bool, theme: Theme) -> None:
    if color is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(mark, 2, 2)
    elif dashed:
        wide = mark.adjusted(-1, -1, 1, 1)
        painter.fillRect(wide, theme.color("secondary"))
        pen = QPen(WHITE, 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.7, 1.1])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRect(wide.adjusted(1, 1, -2, -2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    else:
        painter.setBrush(theme.color("secondary"))
        painter.setPen(QPen(WHITE, 1.4))
        painter.drawRect(mark)
