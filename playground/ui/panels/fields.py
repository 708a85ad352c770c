"""Editors of single values; each says what a person changed, and shows what it is told without saying anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from playground.spec.params import Param
from playground.ui.panels import words
from playground.ui.panels.sliders import number_slider
from playground.ui.tokens import theme_in_force
from playground.ui.widgets import Chip, ChipRow, button, set_invalid

TEXT_LEFT, ARROW = 10, 26
"""Where the text of a choice begins, and what its arrow takes at the right."""

FARTHEST = 1e15
"""What can be typed at all; the field's own bounds are checked by its metadata, which can say what is wrong."""


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


class SpinBox(QDoubleSpinBox):
    """A whole number of any size; the wheel turns it only while it has the focus, and arrows stop at the bounds."""

    def __init__(self, minimum: float, maximum: float) -> None:
        super().__init__()
        self._bounds = (minimum, maximum)
        self.setDecimals(0)
        self.setRange(-FARTHEST, FARTHEST)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        plain = QLocale()
        plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self.setLocale(plain)

    def stepBy(self, steps: int) -> None:  # noqa: N802  # Qt's name
        low, high = self._bounds
        self.setValue(min(max(self.value() + steps, low), high))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class WholeField(Field):
    """A spin box for whole numbers."""

    merges = True

    def __init__(self, meta: Param) -> None:
        super().__init__()
        low = -FARTHEST if meta.min is None else meta.min
        high = FARTHEST if meta.max is None else meta.max
        self.box = SpinBox(low, high)
        self.hold(self.box)
        self.box.valueChanged.connect(lambda value: self.changed.emit(int(value)))
        self.box.editingFinished.connect(self.released)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(float(value))


class NumberField(Field):
    """A slider with exact entry; numbers that are out of bounds are told, not bent."""

    merges = True

    def __init__(self, name: str, meta: Param, default: float, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.slider = number_slider(name, meta, default, whole)
        self.hold(self.slider)
        self.slider.changed.connect(self._say)
        self.slider.refused.connect(self._say)
        self.slider.released.connect(self.released)

    def _say(self, value: float) -> None:
        self.changed.emit(int(value) if self._whole and value == int(value) else value)

    def show_value(self, value: Any) -> None:
        self.slider.widen_to(float(value))
        self.slider.set_value(float(value))

    def show_invalid(self, invalid: bool) -> None:
        set_invalid(self.slider.editor, invalid)


class FlagField(Field):
    """A check box."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.hold(self.box)
        self.box.toggled.connect(lambda on: self.changed.emit(on))

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


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


class TextField(Field):
    """A line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setMinimumWidth(56)
        self.hold(self.edit)
        self.edit.editingFinished.connect(self._say)

    def _say(self) -> None:
        if self.edit.isModified():
            self.edit.setModified(False)
            self.changed.emit(self.read(self.edit.text()))

    def read(self, text: str) -> object:
        """The value that a text stands for."""
        return text

    def write(self, value: Any) -> str:
        """The text that stands for a value."""
        return str(value)

    def show_value(self, value: Any) -> None:
        text = self.write(value)
        if not self.edit.isModified() and text != self.edit.text():
            self.edit.setText(text)


class NumbersField(TextField):
    """Numbers with commas between them."""

    def read(self, text: str) -> object:
        parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
        return tuple(_number(part.strip()) for part in parts)

    def write(self, value: Any) -> str:
        return ", ".join(f"{one:g}" if isinstance(one, float) else str(one) for one in value)


def _number(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


class FileField(TextField):
    """A file's path, and a button that asks for one."""

    def __init__(self) -> None:
        super().__init__()
        self.browse = button(self.tr("Browse…"), "small")
        self.browse.clicked.connect(self._ask)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(column, 1)

    def _ask(self) -> None:
        start = str(Path(self.edit.text()).parent) if self.edit.text() else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), start)
        if name:
            self.edit.setText(name)
            self.changed.emit(name)


def field_for(name: str, meta: Param, kind: type, default: Any) -> Field:
    """The editor that suits a field of an entry."""
    if kind is bool:
        return FlagField()
    if kind is tuple:
        return ChipsField(meta.choices) if meta.choices else NumbersField()
    if kind is str:
        if meta.widget == "file":
            return FileField()
        return ChoiceField(meta.choices) if meta.choices else TextField()
    if kind is int and not _felt(name, meta):
        return WholeField(meta)
    return NumberField(name, meta, float(default), whole=kind is int)


def _felt(name: str, meta: Param) -> bool:
    """Whether a whole number is one to move and watch, and not one to choose."""
    return meta.widget == "slider" or name in ("samples", "batch_size")
