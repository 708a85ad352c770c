"""One check of a lesson: pending, passed or failed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from playground.ui.widgets.icon_label import IconLabel
from playground.ui.widgets.kinds import label, set_kind

TickState = Literal["pending", "pass", "fail"]
_LOOK = {"pending": ("circle", "secondary", 1.5), "pass": ("check", "good", 2.4), "fail": ("cross", "error", 2.4)}


class Tick(QWidget):
    """An icon for the state and the sentence of the check, wrapped."""

    def __init__(self, text: str, state: TickState = "pending", parent: QWidget | None = None) -> None:
        """Show `text` in `state`."""
        super().__init__(parent)
        self._state: TickState = state
        self._icon = IconLabel("circle", "secondary", 16)
        self._text = label(text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    def state(self) -> TickState:
        """Return the state shown."""
        return self._state

    def set_state(self, state: TickState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._show()

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text.setText(text)
        self._show()

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def _show(self) -> None:
        self._icon.show_icon(*_LOOK[self._state])
        set_kind(self._text, "secondary" if self._state == "pending" else "body")
        said = {"pending": self.tr("Not yet"), "pass": self.tr("Passed"), "fail": self.tr("Failed")}[self._state]
        self.setAccessibleName(f"{said}: {self._text.text()}")
