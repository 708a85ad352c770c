"""Editors that choose among a few words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from playground.ui import words
from playground.ui.panels.field import Field
from playground.ui.tokens import theme_in_force
from playground.ui.widgets import Chip, ChipRow

TEXT_LEFT, ARROW = 10, 26
"""Where the text of a choice begins, and what its arrow takes at the right."""


class QuietCombo(QComboBox):
    """A choice that the wheel leaves alone while a panel scrolls under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMinimumWidth(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        # the style would cut a text that is too long, and keep more room for the arrow than it needs
        room = self.rect().adjusted(TEXT_LEFT, 0, -ARROW, 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme_in_force().color("text" if self.isEnabled() else "disabled"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of a few words."""

    def __init__(self, choices: tuple[str, ...], labels: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.box = QuietCombo()
        self.set_choices(choices, labels)
        self.hold(self.box)
        self.box.activated.connect(lambda index: self.changed.emit(self.box.itemData(index)))

    def set_choices(self, choices: tuple[str, ...], labels: tuple[str, ...] = ()) -> None:
        """Offer other words."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice, label in zip(choices, labels or choices, strict=True):
                self.box.addItem(words.from_catalog(label), choice)

    def offer(self, choice: str) -> None:
        """Offer one more word, unless it is there."""
        if self.box.findData(choice) < 0:
            self.box.addItem(choice, choice)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(value))


class ChipsField(Field):
    """Some of a few words, as chips that are on or off; the value keeps the order of the choices."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.chips = {choice: Chip(words.feature(choice), shape="square") for choice in choices}
        row = ChipRow()
        for choice, chip in self.chips.items():
            chip.setToolTip(choice)
            chip.clicked.connect(self._say)
            row.add(chip)
        self.row.addWidget(row, 1)
        if self.chips:
            self.setFocusProxy(next(iter(self.chips.values())))

    def _say(self) -> None:
        self.changed.emit(tuple(choice for choice, chip in self.chips.items() if chip.isChecked()))

    def show_value(self, value: Any) -> None:
        for choice, chip in self.chips.items():
            chip.setChecked(choice in value)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  # Qt's name
        """Each chip has a name of its own."""
        QWidget.setAccessibleName(self, name)
