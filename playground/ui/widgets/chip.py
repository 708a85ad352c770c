"""A chip: a small rounded toggle with a coloured dot, for variants, features and states."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.tokens import theme_in_force
from playground.ui.widgets.kinds import RETHEMED

HEIGHT, PAD, DOT, GAP = 26, 11, 8, 6


class Chip(QAbstractButton):
    """A pill, or a rounded square for formulas, on or off; without `checkable` a button or a plain sign."""

    def __init__(
        self,
        text: str,
        color: QColor | str | None = None,
        checkable: bool = True,
        shape: Literal["pill", "square"] = "pill",
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`, after a dot in `color` when one is given."""
        super().__init__(parent)
        self._color = None if color is None else QColor(color)
        self._radius = HEIGHT / 2 if shape == "pill" else 7.0
        self._ground = "window" if shape == "pill" else "panel"
        self.setFont(fonts.font(fonts.LABEL))
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_color(self, color: QColor | str | None) -> None:
        """Change the dot, or remove it."""
        self._color = None if color is None else QColor(color)
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show another text; the layout around is asked only where that takes other room."""
        room = self.sizeHint()
        self.setText(text)
        self.setAccessibleName(text)
        if self.sizeHint() != room:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the dot and the whole text."""
        return QSize(self._lead() + self.fontMetrics().horizontalAdvance(self.text()) + 1 + PAD, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for the dot and a few letters."""
        few = min(self.fontMetrics().horizontalAdvance("mm…"), self.fontMetrics().horizontalAdvance(self.text()) + 1)
        return QSize(self._lead() + few + PAD, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, dot and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        self._paint_dot(painter)
        theme = theme_in_force()
        painter.setPen(theme.color(self._ink() if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(self._lead(), 0, -PAD + 2, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self.update()

    def _ink(self) -> str:
        if not self.isChecked():
            return "secondary"
        return "accent_hover" if self._ground == "panel" else "text"

    def _lead(self) -> int:
        return PAD + (DOT + GAP if self._color is not None else 0)

    def _paint_shape(self, painter: QPainter) -> None:
        theme = theme_in_force()
        edge, fill, width = theme.color("line"), theme.color(self._ground), 1.0
        if self.isChecked():
            edge = self._color if self._color is not None else theme.color("accent")
            fill = theme.color("accent_fill")
        elif self.underMouse() and self.isEnabled():
            fill = theme.color("hover")
        if self.property("keyfocus"):
            edge, width = theme.color("accent"), 2.0
        inset = width / 2
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)

    def _paint_dot(self, painter: QPainter) -> None:
        if self._color is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color if self.isEnabled() else theme_in_force().color("faint"))
        painter.drawEllipse(QRectF(PAD, (self.height() - DOT) / 2, DOT, DOT))
