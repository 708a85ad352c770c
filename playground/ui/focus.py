"""Shows where the keyboard is: a ring on the focused control, but only when the mouse did not put the focus there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class FocusRing(QObject):
    """Sets the property "keyfocus" of the button under the keyboard, for style sheets to draw the ring."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Watch `app` for as long as `parent` lives."""
        super().__init__(parent)
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            _mark(old, False)
        if isinstance(new, QAbstractButton):
            _mark(new, QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton)


def _mark(button: QAbstractButton, ringed: bool) -> None:
    if bool(button.property("keyfocus")) == ringed:
        return
    button.setProperty("keyfocus", ringed)
    style = button.style()
    style.unpolish(button)
    style.polish(button)
    button.update()
