"""The field in which a node's name is typed, in the place of its title."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from playground.ui import fonts


class TitleEditor(QLineEdit):
    """Enter and leaving take the name over, Escape does not."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._taken: Callable[[str], None] | None = None
        self.setFont(fonts.font(fonts.BODY))
        self.setMaxLength(80)
        self.setAccessibleName(self.tr("Name of the layer"))
        self.hide()

    def open(self, area: QRect, text: str, taken: Callable[[str], None]) -> None:
        """Edit `text` over `area`; `taken(name)` is called unless a person gives up."""
        self._taken = taken
        self.setText(text)
        self.setGeometry(QRect(area.left(), area.top(), max(area.width(), 120), 30))
        self.show()
        self.selectAll()
        self.setFocus()

    def _close(self, keep: bool) -> None:
        taken, self._taken = self._taken, None
        self._view.setFocus()  # first: hidden with the focus, the field would hand it to the next card
        self.hide()
        if keep and taken is not None:
            taken(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._taken is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            taken, self._taken = self._taken, None
            self.hide()
            taken(self.text())
