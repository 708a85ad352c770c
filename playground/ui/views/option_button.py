"""OptionButton: a choice of a view as plain text in its header; what is off is dimmed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from playground.ui import fonts
from playground.ui.tokens import theme_in_force

HEIGHT, PAD, RADIUS = 24, 6, 5.0
ARROW = " ▾"
"""Ends the text of a choice that opens a menu."""


class OptionButton(QToolButton):
    """Text of its action; on is in the text colour, off is dimmed, a menu opens below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font(fonts.LABEL))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The text and a little air."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * PAD, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fitting(self) -> str:
        """The text, its end cut where there is little room; the arrow of a menu stays."""
        if self.width() >= self.sizeHint().width():
            return self.text()
        words, arrow, _ = self.text().partition(ARROW)
        room = self.width() - 2 * PAD - self.fontMetrics().horizontalAdvance(arrow)
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room) + arrow

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        role = "secondary" if not self.isCheckable() else "text" if self.isChecked() else "disabled"
        painter.setPen(theme.color(role))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._fitting())
        painter.end()
