"""NameField: a name typed in the place of the chip that bears it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MAX_NAME = 40


class NameField(QLineEdit):
    """Takes a name on Enter; Escape and leaving give up."""

    def __init__(self, text: str, done: Callable[[str | None], None], parent: QWidget) -> None:
        super().__init__(text, parent)
        self._done: Callable[[str | None], None] | None = done
        self.setMaxLength(MAX_NAME)
        self.setFixedSize(130, 26)
        self.setStyleSheet("QLineEdit { min-height: 22px; border-radius: 13px; }")
        self.selectAll()

    def _end(self, text: str | None) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(" ".join(self.text().split()))
        elif event.key() == Qt.Key.Key_Escape:
            self._end(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end(None)
