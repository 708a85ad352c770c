"""The words on a card: all of them, fewer and larger ones on a small card, only the title from far away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from playground.ui.canvas.items.card import HEADER, PAD, RADIUS, Face
from playground.ui.canvas.items.look import Look
from playground.ui.icons import pixmap

SMALL_TITLE, SMALL_CAPTION, LEAST_LETTERS = 11.0, 9.5, 8.0
"""Heights of these letters on the screen, and of those that must fit a narrow card."""
LEGIBLE = 30.0
"""Cards that are narrower on the screen show no title."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)


def paint_text(painter: QPainter, face: Face, look: Look) -> None:
    """Title, detail, output shape, parameters and the sentence below the card."""
    head = QRectF(PAD, 1, face.width - 2 * PAD, HEADER - 1)
    if face.frozen:
        painter.drawPixmap(QPointF(head.right() - 14, head.center().y() - 7), _lock(painter, look))
        head.setRight(head.right() - 18)
    painter.setFont(look.detail_font)
    painter.setPen(look.faint)
    if face.brief:
        painter.drawText(head, _RIGHT, face.brief)
        head.setRight(head.right() - look.detail_metrics.horizontalAdvance(face.brief) - 8)
    painter.setFont(look.title_font)
    painter.setPen(_title_color(face, look))
    painter.drawText(head, _LEFT, _short(face.title, look.title_metrics, head))
    foot = QRectF(PAD, face.height - 28, face.width - 2 * PAD, 24)
    painter.setFont(look.caption_font)
    painter.setPen(look.secondary)
    painter.drawText(foot, _LEFT, face.shape)
    painter.drawText(foot, _RIGHT, face.parameters)
    _paint_sentence(painter, face, look)


def paint_small_text(painter: QPainter, face: Face, look: Look) -> None:
    """Title and output shape, in letters that can be read although the card is small."""
    scale = painter.worldTransform().m11()
    for text, box, size, color in (
        (face.title, QRectF(3, 1, face.width - 6, HEADER - 1), SMALL_TITLE, look.text),
        (face.shape, QRectF(3, face.height - 29, face.width - 6, 27), SMALL_CAPTION, look.secondary),
    ):
        font, metrics = look.far_font(round(size / scale))
        wide = metrics.horizontalAdvance(text)
        if wide > box.width():
            font, metrics = look.far_font(round(max(LEAST_LETTERS, size * box.width() / wide) / scale))
        painter.setFont(font)
        painter.setPen(look.severity("error") if face.unknown else color)
        painter.drawText(box, _CENTER, _short(text, metrics, box))
    painter.setFont(look.caption_font)
    _paint_sentence(painter, face, look)


def paint_far_title(painter: QPainter, face: Face, look: Look, color: QColor) -> None:
    """The title as large as it fits; the kind of layer as a colour where there is no room for one."""
    scale = max(painter.worldTransform().m11(), 0.05)
    box = face.card.adjusted(4, 4, -4, -4)
    font, metrics = _fitting(face.title, box, scale, look)
    if metrics.horizontalAdvance(face.title) > box.width() and box.width() * scale < LEGIBLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, RADIUS - 4, RADIUS - 4)
        return
    painter.setFont(font)
    painter.setPen(_title_color(face, look))
    painter.drawText(box, _CENTER, _short(face.title, metrics, box))


def _fitting(title: str, box: QRectF, scale: float, look: Look) -> tuple[QFont, QFontMetricsF]:
    """The largest font in which a title has room, as far as letters can be read."""
    size = min(SMALL_TITLE / scale, box.height() * 0.4, 44.0)
    font, metrics = look.far_font(int(size))
    if (wide := metrics.horizontalAdvance(title)) > box.width():
        return look.far_font(int(max(LEAST_LETTERS / scale, size * box.width() / wide)))
    return font, metrics


def _paint_sentence(painter: QPainter, face: Face, look: Look) -> None:
    if face.sentence:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.paper)
        painter.drawRoundedRect(face.sentence_box.adjusted(-4, -2, 4, 3), 5, 5)
        painter.setPen(look.severity_text(face.severity))
        painter.drawText(face.sentence_box, _WRAP, face.sentence)


def _title_color(face: Face, look: Look) -> QColor:
    return look.severity("error") if face.unknown else look.text


def _short(text: str, metrics: QFontMetricsF, box: QRectF) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())


def _lock(painter: QPainter, look: Look) -> QPixmap:
    device = painter.device()
    return pixmap(look.theme, "lock", "secondary", 14, device.devicePixelRatioF() if device else 1.0)
