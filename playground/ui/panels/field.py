"""Field: the base of all editors of single values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.ui.widgets import set_invalid


class Field(QWidget):
    """An editor of one value.

    `changed(value)` speaks on every change a person makes, valid or not; `released()` when a gesture is over. `merges`
    says whether the changes of a gesture belong to one undo step.
    """

    changed = Signal(object)
    released = Signal()
    merges = False

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.row = row

    def hold(self, widget: QWidget) -> None:
        """Put a widget into the editor and let it take the focus."""
        self.row.addWidget(widget, 1)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  # Qt's name
        """Name the editor, and what takes the focus in it, for screen readers."""
        super().setAccessibleName(name)
        if isinstance(proxy := self.focusProxy(), QWidget):
            proxy.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """Show a value without saying so."""
        raise NotImplementedError

    def show_invalid(self, invalid: bool) -> None:
        """Draw the editor as one whose value is refused."""
        if isinstance(proxy := self.focusProxy(), QWidget):
            set_invalid(proxy, invalid)
