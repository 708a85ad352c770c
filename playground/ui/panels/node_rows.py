"""Rows of the inspector that belong to every node: its name, and how fast it learns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from playground.ui import fonts, words
from playground.ui.panels.field import Field
from playground.ui.theme import ThemeManager
from playground.ui.widgets import Chip, ChipRow, label, set_kind

MOST_FACTOR = 1000.0
UNITS = (4, 8, 16, 32, 64)


class NameTitle(QWidget):
    """The title of a node: its kind, and its name in a line that can be edited."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kind = label("", "title")
        self._shown = ""
        self.edit = QLineEdit()
        self.edit.setMaxLength(60)
        self.edit.setPlaceholderText(self.tr("name"))
        self.edit.setToolTip(self.tr("The name on the card; click to change it."))
        self.edit.setAccessibleName(self.tr("Name"))
        set_kind(self.edit, "value")
        bold = fonts.font(fonts.BODY)
        bold.setWeight(bold.Weight.DemiBold)
        self.edit.setFont(bold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._kind)
        row.addWidget(self.edit, 1)
        self.edit.editingFinished.connect(self._say)

    def show_node(self, kind: str, name: str, shown: str) -> None:
        """Show a node of a kind; `shown` stands where it has no name of its own."""
        self._kind.setText(f"{kind} ·" if shown else kind)
        self.edit.setVisible(bool(shown))
        self._shown = shown
        if not self.edit.isModified():
            self.edit.setText(name or shown)

    def _say(self) -> None:
        if self.edit.isModified():
            self.edit.setModified(False)
            name = self.edit.text().strip()
            self.renamed.emit("" if name == self._shown else name)
            self.edit.setText(name or self._shown)


class _Factor(QDoubleSpinBox):
    """A number as short as it can be written."""

    def textFromValue(self, value: float) -> str:
        return words.number(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FactorField(Field):
    """A number beside a lock; locked it is 0, and the layer keeps its weights."""

    merges = True

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.box = _Factor()
        self.box.setDecimals(3)
        self.box.setRange(0, MOST_FACTOR)
        self.box.setSingleStep(0.1)
        self.box.setKeyboardTracking(False)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setMinimumWidth(48)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lock = QToolButton()
        self.lock.setCheckable(True)
        self.lock.setToolTip(self.tr("Freeze: keep the weights of this layer as they are."))
        self.lock.setAccessibleName(self.tr("Freeze"))
        self.hold(self.box)
        self.row.setSpacing(2)
        self.row.addWidget(self.lock)
        self.box.valueChanged.connect(lambda value: self.changed.emit(value))
        self.box.editingFinished.connect(self.released)
        self.lock.clicked.connect(self._toggle)
        self.show_value(1.0)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.box), QSignalBlocker(self.lock):
            self.box.setValue(float(value))
            self.lock.setChecked(value == 0)
        self._themes.bind_icon(self.lock, "lock" if value == 0 else "unlock", "secondary", 16, on="accent")

    def _toggle(self, locked: bool) -> None:
        self.changed.emit(0.0 if locked else 1.0)
        self.released.emit()


class QuickUnits(ChipRow):
    """Usual numbers of units, one click away."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self._chips = {units: Chip(str(units), checkable=False, shape="square") for units in UNITS}
        for units, chip in self._chips.items():
            chip.setToolTip(self.tr("{0} units").format(units))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(self._picker(units))
            self.add(chip)

    def _picker(self, units: int) -> Any:
        return lambda: self.picked.emit(units)
