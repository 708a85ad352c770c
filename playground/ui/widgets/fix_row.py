"""A row of small buttons, one for each fix of a problem."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from playground.ui.widgets.flow import ChipRow
from playground.ui.widgets.kinds import button

SPACING = 4


class FixRow(ChipRow):
    """Offers fixes by their labels; `chosen(index)` speaks when one is pressed."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACING)
        self._labels: tuple[str, ...] = ()
        self.show_fixes(labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the buttons say."""
        return self._labels

    def show_fixes(self, labels: Sequence[str]) -> None:
        """Offer other fixes; the buttons stay when they say the same."""
        if tuple(labels) == self._labels:
            return
        self.clear()
        self._labels = tuple(labels)
        for index, text in enumerate(labels):
            made = button(text, "small")
            made.setAccessibleName(text)
            made.clicked.connect(lambda _checked=False, at=index: self.chosen.emit(at))
            self.add(made)

    def compact_width(self, most: int) -> int:
        """The width of the longest line when no line is longer than `most`."""
        longest = here = 0
        for widget in self.widgets():
            width = widget.sizeHint().width()
            here = width if not here or here + SPACING + width > most else here + SPACING + width
            longest = max(longest, here)
        return min(longest, most)
