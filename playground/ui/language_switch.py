"""LanguageSwitch: the languages there are, side by side; the one in force stands out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.ui.language import OWN_NAMES
from playground.ui.widgets.kinds import button, label


class LanguageSwitch(QWidget):
    """One quiet button per language; `chosen(language)` speaks when a person wants another one."""

    chosen = Signal(str)

    def __init__(self, shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        self.buttons: dict[str, QPushButton] = {}
        for language, name in OWN_NAMES.items():
            if self.buttons:
                row.addWidget(label("·", "secondary"))
            choice = button(name, "language", self.tr("Language: {0}").format(name))
            choice.setAccessibleName(self.tr("Language: {0}").format(name))
            choice.setCheckable(True)
            choice.setChecked(language == shown)
            choice.setAutoExclusive(True)
            choice.clicked.connect(lambda _on=False, one=language: self.chosen.emit(one))
            self.buttons[language] = choice
            row.addWidget(choice)
