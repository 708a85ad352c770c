"""A card: a finding with its evidence and the buttons that act on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.ui.tokens import theme_in_force
from playground.ui.widgets.flow import ChipRow
from playground.ui.widgets.kinds import RETHEMED, button, label

RADIUS, BAR = 8.0, 3


class Card(QWidget):
    """A rounded panel with a coloured bar at its left: what it is, the evidence, one or two buttons that fix it."""

    def __init__(self, title: str, text: str = "", severity: str = "warning", parent: QWidget | None = None) -> None:
        """Show `title` in semibold and `text` below; `severity` colours the bar: "warning", "error", "good"…"""
        super().__init__(parent)
        self._severity = severity
        self._title = label(title, "strong", wrap=True)
        self._text = label(text, "secondary", wrap=True)
        self._buttons = ChipRow()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 12, 11)
        self.body.setSpacing(4)
        for part in (self._title, self._text, self._buttons):
            self.body.addWidget(part)
        self._text.setVisible(bool(text))
        self._buttons.setContentsMargins(0, 4, 0, 0)
        self._buttons.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{title}. {text}" if text else title)

    def set_text(self, title: str, text: str = "") -> None:
        """Show another finding."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {text}" if text else title)

    def set_severity(self, severity: str) -> None:
        """Change the colour of the bar."""
        self._severity = severity
        self.update()

    def add_button(self, text: str, tip: str = "") -> QPushButton:
        """Add a button at the foot and return it."""
        made = button(text, "small", tip)
        self._buttons.add(made)
        self._buttons.show()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw panel, border and bar."""
        theme = theme_in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(outline, theme.color("panel"))
        painter.strokePath(outline, theme.color("line"))
        painter.setClipRect(0, 0, BAR, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._severity))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self.update()
