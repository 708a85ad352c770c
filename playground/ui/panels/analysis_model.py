"""The table model of the analysis: rows that follow every edit, without a reset that would lose place or selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from playground.engine.events import NetworkPlan
from playground.ui import words
from playground.ui.panels.analysis_rows import Row, arranged

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NUMBER, LAYER, SHAPE, PARAMETERS, TRAINABLE, FROZEN, MACS, MEMORY, FIELD, PROBLEMS = range(10)
COLUMNS = 10
ROW = int(Role.UserRole)
"""The role of the row itself."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

TEXTS: dict[int, Callable[[Row], str]] = {
    NUMBER: lambda row: "" if row.group else words.count(row.number),
    LAYER: lambda row: f"{row.name}  {row.kind}",
    SHAPE: lambda row: words.shape(row.plan.output_shape) if row.plan.output_shape is not None else "",
    PARAMETERS: lambda row: _count(row.plan.parameters),
    TRAINABLE: lambda row: _count(row.plan.trainable),
    FROZEN: lambda row: _count(row.plan.frozen),
    MACS: lambda row: words.short(row.plan.macs) if row.plan.macs else "",
    MEMORY: lambda row: words.memory(row.memory) if row.memory else "",
}


def _count(value: int) -> str:
    return words.count(value) if value else ""


class AnalysisModel(QAbstractTableModel):
    """Rows sorted by a column, with blocks folded or open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.network: NetworkPlan | None = None
        self.batch = 1
        self.folded: set[str] = set()
        self._every: list[Row] = []
        self._texts: dict[tuple[str, int], str] = {}
        self._order = (NUMBER, False)

    @property
    def every(self) -> list[Row]:
        """All rows in order of computation, folded ones too."""
        return self._every

    def show(self, every: list[Row], network: NetworkPlan | None, batch: int) -> None:
        """Take over what was worked out anew."""
        if (every, network, batch) == (self._every, self.network, self.batch):
            return
        self._every, self.network, self.batch = every, network, batch
        self._texts.clear()
        self._fill()

    def fold(self, key: str) -> None:
        """Fold a block, or open it."""
        self.folded ^= {key}
        self._fill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; numbers begin with the largest where a person first clicks."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._fill()

    def _fill(self) -> None:
        wanted = arranged(self._every, *self._order, self.folded)
        before, after = len(self.rows), len(wanted)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self.rows = wanted
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self.rows = wanted
            self.endRemoveRows()
        self.rows = wanted
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, COLUMNS - 1))

    def row_of(self, key: str) -> int:
        """Where a row stands, −1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    # --- Qt --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and default
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Text, alignment, tip, and what the delegate paints with."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.TextAlignmentRole:
            return self.side(column)
        if role == Role.ToolTipRole:
            return self._tip(row, column) or None
        if role == Role.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)} {self.text(row, column)}"
        return row if role == ROW else None

    def _tip(self, row: Row, column: int) -> str:
        if column == SHAPE and row.plan.waits_for:
            return self.text(row, column)
        return "\n".join(words.sentence(problem.message) for problem in row.problems)

    def side(self, column: int) -> int:
        """How the text of a column is aligned."""
        return _LEFT if column in (LAYER, SHAPE, PROBLEMS) else _RIGHT

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        known = self._texts.get((row.key, column))
        if known is None:
            known = self._texts[row.key, column] = self._text(row, column)
        return known

    def _text(self, row: Row, column: int) -> str:
        if column == FIELD:
            plan = row.plan
            return (
                "" if plan.output_shape is None else self.tr("all") if plan.field is None else words.number(plan.field)
            )
        if column == PROBLEMS:
            return words.sentence(row.problems[0].message) if row.problems else ""
        if column == SHAPE and row.plan.waits_for:
            return self.tr("waits for {0}").format(words.from_catalog(row.plan.waits_for))
        return TEXTS[column](row)

    def share(self, row: Row, column: int) -> float:
        """The part of the total that a number is, from 0 to 1; 0 for what has no total."""
        if self.network is None or column not in (PARAMETERS, MACS, MEMORY):
            return 0.0
        part, whole = {
            PARAMETERS: (row.plan.parameters, self.network.parameters),
            MACS: (row.plan.macs, self.network.macs),
            MEMORY: (row.memory, self.network.memory * self.batch),
        }[column]
        return part / whole if whole else 0.0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: N802  # Qt's name
        """The heads of the columns and what they mean."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self._heads()[section][0]
        if role == Role.ToolTipRole:
            return self._heads()[section][1] or None
        if role == Role.TextAlignmentRole:
            return self.side(section)
        return None

    def _heads(self) -> tuple[tuple[str, str], ...]:
        return (
            ("#", self.tr("Order of computation")),
            (self.tr("Layer"), ""),
            (self.tr("Output"), self.tr("Shape of the output; N is the batch")),
            (self.tr("Parameters"), ""),
            (self.tr("Trainable"), self.tr("Parameters that learn")),
            (self.tr("Frozen"), self.tr("Parameters that do not learn")),
            (self.tr("MACs"), self.tr("Multiply-accumulate operations for one sample, forward")),
            (self.tr("Memory"), self.tr("What the layer and its activation write for a batch, in 32-bit numbers")),
            (self.tr("Sees"), self.tr("Receptive field: how far along the longer side of the input one output looks")),
            (self.tr("Problems"), ""),
        )

    def totals(self) -> dict[int, str]:
        """The sums below the columns."""
        if self.network is None:
            return {}
        one = self.network
        return {
            LAYER: self.tr("Total"),
            PARAMETERS: words.count(one.parameters),
            TRAINABLE: words.count(one.trainable),
            FROZEN: words.count(one.frozen),
            MACS: words.short(one.macs),
            MEMORY: words.memory(one.memory * self.batch),
        }
