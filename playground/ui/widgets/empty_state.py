"""What a panel shows while it has nothing: what to do next, and the button for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.widgets.icon_label import IconLabel
from playground.ui.widgets.kinds import button, label


class EmptyState(QWidget):
    """An icon, one sentence and, when there is something to do, one button."""

    clicked = Signal()

    def __init__(self, icon: str, sentence: str, button_text: str = "", parent: QWidget | None = None) -> None:
        """Say `sentence` under the icon `icon`; `clicked` speaks when the button is pressed."""
        super().__init__(parent)
        self._sentence = label(sentence, "secondary", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button(button_text)
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "faint", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button_text))  # in its place already: alone it would be a window
        column.addStretch(1)
        self.setAccessibleName(sentence)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
