"""ActionSearch: type a few letters, press Enter, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from playground.ui.session import Session
from playground.ui.widgets.choice_model import Choice
from playground.ui.widgets.choice_popup import ChoicePopup

MOST_RECENT = 8


class ActionSearch(ChoicePopup):
    """The command palette: everything that `commands` lists each time it opens, what was used last on top."""

    def __init__(self, commands: Callable[[], Sequence[Choice]], session: Session, parent: QWidget) -> None:
        super().__init__("", parent)
        prompt = self.tr("Search actions, layers, lessons")
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.list.setAccessibleName(self.tr("Actions found"))
        self._commands = commands
        self._session = session

    def open_at(self, corner: QPoint) -> None:
        """Show the popup with its top right corner at a global point."""
        self.open(self._commands(), corner, from_right=True)

    def found(self, words: str) -> list[Choice]:
        """The best first; without words those used last on top."""
        ranked = super().found(words)
        if words.strip():
            return ranked
        recent = self._session.recent_commands
        return sorted(ranked, key=lambda choice: recent.index(choice.key) if choice.key in recent else len(recent))

    def took(self, choice: Choice) -> None:
        """Remember what is used."""
        others = [key for key in self._session.recent_commands if key != choice.key]
        self._session.recent_commands = [choice.key, *others][:MOST_RECENT]
