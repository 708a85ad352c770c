"""WeightsSection: the numbers of the selected layer as a table that follows the run and can be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from playground.catalog.probes import WeightTable
from playground.ui import words
from playground.ui.canvas.live.surgery_commands import SurgeryCommands
from playground.ui.panels.panel import Section
from playground.ui.studio import Studio
from playground.ui.tokens import Theme, value_lut

KEY = "inspector.weights"
INTERVAL = 0.15
AHEAD = 8
"""Rows and columns that are asked for beyond what can be seen."""
HEIGHT, ROW, COLUMN = 220, 22, 58
STYLE = "QTableView { font-size: 11px; } QTableView::item { padding: 0 3px; } QHeaderView::section { padding: 2px; }"
MOST = 2_000_000
"""Rows or columns at most: Qt counts pixels in 32 bits."""
Index = QModelIndex | QPersistentModelIndex


def source_names(studio: Studio, node_id: str) -> tuple[str, ...]:
    """Names of the features that feed a layer, where it stands right behind the input."""
    graph = studio.document.graph
    into = graph.into(node_id) if node_id in graph else []
    first = len(into) == 1 and getattr(graph.node(into[0].source).layer, "inputs", 1) == 0
    names = tuple(words.feature(name) for name in getattr(studio.document.shown.data, "features", ()))
    return names if first else ()


class WeightsModel(QAbstractTableModel):
    """Rows are units, columns inputs; it knows only the part that was asked for last.

    Signal: `chosen(index, value)` when a person enters a number; `index` is its place in the parameter.
    """

    chosen = Signal(tuple, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._values: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._first = (0, 0)
        self._size = (0, 0)
        self._shape: tuple[int, ...] = ()
        self._axis = 0
        self._peak = 1.0
        self.names: tuple[str, ...] = ()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Colour numbers as maps and strands are coloured."""
        self._lut = value_lut(theme)
        self._changed()

    def take(self, arrays: Mapping[str, Any]) -> None:
        """Show another part, or the same part as it is now."""
        size = tuple(min(int(one), MOST) for one in arrays.get("size", (0, 0)))
        shape = tuple(int(one) for one in arrays.get("shape", ()))
        if (size, shape) != (self._size, self._shape):
            self.beginResetModel()
            self._size, self._shape, self._peak = (size[0], size[1]), shape, 1e-9
            self._values = np.zeros((0, 0), np.float32)
            self.endResetModel()
        self._axis = int(arrays.get("axis", 0))
        self._values = np.asarray(arrays.get("values", self._values))
        first = arrays.get("first", (0, 0))
        self._first = (int(first[0]), int(first[1]))
        if self._values.size:
            self._peak = max(float(np.nan_to_num(np.abs(self._values)).max()), 1e-9)
        self._changed()

    def _changed(self) -> None:
        if self._size[0] and self._size[1]:
            self.dataChanged.emit(self.index(0, 0), self.index(self._size[0] - 1, self._size[1] - 1))

    def place(self, row: int, column: int) -> tuple[int, ...]:
        """Where a cell's number stands in the parameter."""
        inner = [size for i, size in enumerate(self._shape) if i != self._axis]
        found = [int(part) for part in np.unravel_index(column, inner)] if inner else []
        found.insert(self._axis, row)
        return tuple(found)

    def value(self, row: int, column: int) -> float | None:
        """The number in a cell, None while it is not known."""
        inside = row - self._first[0], column - self._first[1]
        known = 0 <= inside[0] < self._values.shape[0] and 0 <= inside[1] < self._values.shape[1]
        return float(self._values[inside]) if known else None

    # --- Qt's questions --------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  # Qt's name and default
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  # as above
        return 0 if parent.isValid() else self._size[1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return "…" if value is None else QLocale().toString(value, "g", 3)
        if role == Qt.ItemDataRole.EditRole:
            return "" if value is None else QLocale().toString(value, "g", 7)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if value is None or not np.isfinite(value):
            return None
        shade = self._lut[128 + round(value / self._peak * 127)]
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(*(int(part) for part in shade[:3]))
        if role == Qt.ItemDataRole.ForegroundRole:
            light = 0.3 * shade[0] + 0.59 * shade[1] + 0.11 * shade[2]
            return QColor("#1B2430") if light > 130 else QColor("#F6F7F9")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # as above
        number, fits = QLocale().toDouble(str(value))
        if role != Qt.ItemDataRole.EditRole or not fits or not np.isfinite(number):
            return False
        self.chosen.emit(self.place(index.row(), index.column()), number)
        return True

    def headerData(  # noqa: N802  # as above
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return QLocale().toString(section + 1)
        if section < len(self.names):
            return self.names[section]
        inner = [size for i, size in enumerate(self._shape) if i != self._axis]
        if len(inner) > 1:
            return ", ".join(str(int(part) + 1) for part in np.unravel_index(section, inner))
        return QLocale().toString(section + 1)


class WeightsSection(Section):
    """Shows one parameter of one node; its numbers can be edited whether the run trains or rests."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Weights"))
        self._studio = studio
        self._node = ""
        self._parameter = ""
        self._asked: tuple[Any, ...] = ()
        self.surgery = SurgeryCommands(studio.document, self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Parameter"))
        self.model = WeightsModel(studio.themes.theme)
        self.table = QTableView()
        self._set_up_table()
        self.add(self.choice, self.table)
        self.choice.activated.connect(self._choose)
        self.model.chosen.connect(self._set)
        studio.store.snapshot.connect(self._snapshot)
        studio.themes.changed.connect(lambda *_: self.model.set_theme(studio.themes.theme))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Weights, a row for each unit"))
        table.setFixedHeight(HEIGHT)
        table.setStyleSheet(STYLE)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultSectionSize(COLUMN)
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setTabKeyNavigation(False)
        for bar in (table.horizontalScrollBar(), table.verticalScrollBar()):
            bar.valueChanged.connect(self._watch)
            bar.rangeChanged.connect(self._watch)

    def show_node(self, node_id: str, names: tuple[str, ...] = ()) -> None:
        """Show a node's numbers, whose columns are called `names`; "" shows none."""
        self.model.names = names
        if node_id != self._node:
            self._node, self._parameter = node_id, ""
            self.choice.clear()
            self.model.take({})
            self._asked = ()
        if node_id:
            self._watch()
        else:
            self._studio.runs.unwatch(self.table, KEY)

    def _watch(self, *_: object) -> None:
        """Ask for the part that can be seen."""
        if not self._node:
            return
        table = self.table
        row, column = max(table.rowAt(0), 0), max(table.columnAt(0), 0)
        rows = table.viewport().height() // ROW + 2 * AHEAD
        columns = table.viewport().width() // COLUMN + 2 * AHEAD
        probe = WeightTable(
            node=self._node,
            parameter=self._parameter,
            row=max(row - AHEAD, 0),
            column=max(column - AHEAD, 0),
            rows=rows,
            columns=columns,
            network=self._studio.document.network,
        )
        wanted = (self._studio.document.variant, probe)
        if wanted != self._asked:
            if self._asked:
                self._studio.runs.unwatch(self.table, KEY)
            self._asked = wanted
            self._studio.runs.watch(self.table, KEY, wanted[0], probe, INTERVAL)

    def _snapshot(self, key: str, variant: str) -> None:
        found = self._studio.store.snapshots.get((key, variant))
        if key != KEY or found is None or variant != self._studio.document.variant or not self._node:
            return
        self._show_choice(found.arrays)
        self.model.take(found.arrays)
        self._fit_height()

    def _fit_height(self) -> None:
        """No more room than the rows need."""
        table = self.table
        bar = table.horizontalScrollBar().sizeHint().height() if table.horizontalScrollBar().maximum() else 0
        need = table.horizontalHeader().height() + self.model.rowCount() * ROW + bar + 2 * table.frameWidth()
        table.setFixedHeight(min(HEIGHT, max(need, 3 * ROW)))

    def _show_choice(self, arrays: Mapping[str, Any]) -> None:
        names = [key.removeprefix("named.") for key in arrays if key.startswith("named.")]
        if names == [self.choice.itemData(i) for i in range(self.choice.count())]:
            return
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for name in names:
                shape = " × ".join(words.count(int(one)) for one in arrays[f"named.{name}"])
                self.choice.addItem(f"{name}   {shape}", name)
            self.choice.setCurrentIndex(int(arrays.get("shown", 0)))

    def _choose(self, row: int) -> None:
        self._parameter = str(self.choice.itemData(row))
        self._watch()

    def _set(self, index: tuple[int, ...], value: float) -> None:
        name = str(self.choice.currentData() or "")
        if name:
            self.surgery.end()
            self.surgery.set_value(self._node, name, index, value)
            self.surgery.end()
