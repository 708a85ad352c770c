"""A few words beside the pointer while a gesture goes on, and why one was refused."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from playground.ui.tokens import Theme


class PointerHint(QLabel):
    """A small label inside the canvas; the pointer goes through it. `theme` gives its colours."""

    def __init__(self, theme: Theme, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.theme = theme
        self.setMargin(6)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, point: QPoint, text: str, error: bool) -> None:
        """Show a text beside a point of the room, in the colour of errors if it is one; "" hides."""
        self.setVisible(bool(text))
        if not text:
            return
        color = self.theme.error if error else self.theme.accent
        self.setStyleSheet(
            f"background: {self.theme.panel}; color: {color}; border: 1px solid {color}; border-radius: 6px;"
        )
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        room = self._room.rect()
        x = max(4, min(point.x() + 16, room.right() - self.width() - 4))
        self.move(x, max(4, min(point.y() + 18, room.bottom() - self.height() - 4)))
        self.raise_()
