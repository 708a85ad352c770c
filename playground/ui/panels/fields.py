"""Editors of single values; each says what a person changed, and shows what it is told without saying anything."""

from __future__ import annotations

from pathlib import Path
from types import UnionType
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from playground.spec.params import Param
from playground.ui.panels.choices import ChipsField, ChoiceField
from playground.ui.panels.field import Field
from playground.ui.panels.sides import SidesField
from playground.ui.panels.sliders import number_slider
from playground.ui.widgets import button, set_invalid

FARTHEST = 1e15
"""What can be typed at all; the field's own bounds are checked by its metadata, which can say what is wrong."""


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
    if kind is UnionType:
        return SidesField(meta)
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
