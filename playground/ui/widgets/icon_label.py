"""An icon on its own, kept in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import icons
from playground.ui.tokens import theme_in_force
from playground.ui.widgets.kinds import RETHEMED


class IconLabel(QWidget):
    """Draws one line icon, sharp on the screen it is on."""

    def __init__(self, name: str, role: str = "secondary", size: int = 16, parent: QWidget | None = None) -> None:
        """Show icon `name` in the colour of `role`, `size` pixels wide."""
        super().__init__(parent)
        self._name, self._role, self._size, self._stroke = name, role, size, icons.STROKE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str, stroke: float = icons.STROKE) -> None:
        """Show another icon, colour or width of line."""
        self._name, self._role, self._stroke = name, role, stroke
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's own size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        shown = icons.pixmap(
            theme_in_force(), self._name, self._role, self._size, self.devicePixelRatioF(), self._stroke
        )
        painter = QPainter(self)
        painter.drawPixmap((self.width() - self._size) // 2, (self.height() - self._size) // 2, shown)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self.update()
