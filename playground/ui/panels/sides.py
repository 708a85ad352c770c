"""The editor of a field that holds one whole number, or two where height and width differ."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy

from playground.spec.params import Param
from playground.ui.panels.field import Field


class SidesBox(QAbstractSpinBox):
    """A spin box for "3" or "3, 5"; its arrows step both numbers. `typed(value)` speaks when a person changed it."""

    typed = Signal(object)

    def __init__(self, minimum: float, maximum: float) -> None:
        super().__init__()
        self._bounds = (minimum, maximum)
        self._shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Show another value, but leave alone what a person is typing."""
        typing = self.hasFocus() and self.text() != self._shown
        if not typing and text != self._shown:
            self._shown = text
            with QSignalBlocker(self):
                self.lineEdit().setText(text)

    def stepBy(self, steps: int) -> None:  # noqa: N802  # Qt's name
        low, high = self._bounds
        found = read(self.text())
        parts = found if isinstance(found, tuple) else (found,)
        if all(isinstance(part, int) for part in parts):
            stepped = [int(min(max(part + steps, low), high)) for part in parts]
            self.lineEdit().setText(written(stepped))
            self._finish()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802  # Qt's name
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; the field's own bounds say what is wrong with it."""
        return QValidator.State.Acceptable, text, position

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _finish(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.typed.emit(read(self._shown))


class SidesField(Field):
    """One whole number, or two with a comma between them where height and width differ."""

    merges = True

    def __init__(self, meta: Param) -> None:
        super().__init__()
        self.box = SidesBox(0 if meta.min is None else meta.min, 2**31 if meta.max is None else meta.max)
        self.hold(self.box)
        self.box.typed.connect(self.changed)
        self.box.editingFinished.connect(self.released)

    def show_value(self, value: Any) -> None:
        self.box.show_text(written(value if isinstance(value, tuple) else (value,)))


def read(text: str) -> object:
    """The value that a text stands for: a number, a tuple of numbers, or the text where it is neither."""
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    try:
        found = tuple(int(part) for part in parts)
    except ValueError:
        return text
    return found[0] if len(found) == 1 else found


def written(value: Any) -> str:
    """Numbers with commas between them."""
    return ", ".join(map(str, value))
