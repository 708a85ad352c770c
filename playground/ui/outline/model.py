"""OutlineModel: the rows of the outline, brought up to date row by row so that a view keeps what is open and chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from playground.ui import words
from playground.ui.outline.rows import Facts, Item, Key, NetworkFacts, NodeFacts
from playground.ui.theme import ThemeManager

Index = QModelIndex | QPersistentModelIndex
COLUMNS = 3
DETAIL = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_NOTHING = NetworkFacts("", 0, None)


@dataclass(eq=False)
class Row:
    """A row that is shown; `at` is its place among the children of its parent."""

    number: int
    key: Key
    facts: Facts
    parent: Row | None
    at: int = 0
    children: list[Row] = field(default_factory=list)

    def renumber(self) -> None:
        """Tell the children their places again."""
        for at, child in enumerate(self.children):
            child.at = at


class OutlineModel(QAbstractItemModel):
    """A tree of networks, layers and inputs. `rename(key, name)` is asked when a person has typed a name."""

    def __init__(self, themes: ThemeManager, rename: Callable[[Key, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rename = rename
        self._numbers = count(1)
        self._root = Row(0, Key(""), _NOTHING, None)
        self._by_number: dict[int, Row] = {}
        self._by_key: dict[Key, Row] = {}

    # --- keeping up ------------------------------------------------------------------------------------------------

    def reset(self, wanted: Sequence[Item]) -> None:
        """Show something else altogether."""
        self.beginResetModel()
        self._root.children = []
        self._by_number, self._by_key = {}, {}
        self._root.children = [self._made(item, self._root) for item in wanted]
        self._root.renumber()
        self.endResetModel()

    def show(self, wanted: Sequence[Item]) -> None:
        """Show rows as they should be now; rows that stay are the same rows to every view."""
        self._sync(self._root, wanted, _NOWHERE)

    def _sync(self, parent: Row, wanted: Sequence[Item], index: QModelIndex) -> None:
        self._drop_missing(parent, {item.key for item in wanted}, index)
        for at, item in enumerate(wanted):
            if at >= len(parent.children) or parent.children[at].key != item.key:
                self._bring(parent, item, at, index)
            row = parent.children[at]
            here = self.createIndex(at, 0, row.number)
            if row.facts != item.facts:
                row.facts = item.facts
                self.dataChanged.emit(here, self.createIndex(at, COLUMNS - 1, row.number))
            if row.children or item.children:
                self._sync(row, item.children, here)

    def _drop_missing(self, parent: Row, kept: set[Key], index: QModelIndex) -> None:
        for at in reversed(range(len(parent.children))):
            if parent.children[at].key not in kept:
                self.beginRemoveRows(index, at, at)
                self._forget(parent.children.pop(at))
                parent.renumber()
                self.endRemoveRows()

    def _bring(self, parent: Row, item: Item, at: int, index: QModelIndex) -> None:
        """Let the row of an item stand at its place, moved there or made new."""
        old = self._by_key.get(item.key)
        if old is not None:
            self.beginMoveRows(index, old.at, old.at, index, at)
            parent.children.insert(at, parent.children.pop(old.at))
            parent.renumber()
            self.endMoveRows()
        else:
            self.beginInsertRows(index, at, at)
            parent.children.insert(at, self._made(item, parent))
            parent.renumber()
            self.endInsertRows()

    def _made(self, item: Item, parent: Row) -> Row:
        row = Row(next(self._numbers), item.key, item.facts, parent)
        self._by_number[row.number] = self._by_key[row.key] = row
        row.children = [self._made(child, row) for child in item.children]
        row.renumber()
        return row

    def _forget(self, row: Row) -> None:
        del self._by_number[row.number], self._by_key[row.key]
        for child in row.children:
            self._forget(child)

    # --- finding ---------------------------------------------------------------------------------------------------

    def index_of(self, key: Key) -> QModelIndex:
        """Where a row stands; an invalid index when there is none."""
        row = self._by_key.get(key)
        return self.createIndex(row.at, 0, row.number) if row is not None else QModelIndex()

    def row_of(self, index: Index) -> Row:
        """The row at an index; the invisible root for an invalid one."""
        return self._by_number.get(index.internalId(), self._root) if index.isValid() else self._root

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self.row_of(parent).children
        if 0 <= row < len(children) and 0 <= column < COLUMNS:
            return self.createIndex(row, column, children[row].number)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has a second parent() without index
        above = self.row_of(index).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.at, 0, above.number)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.column() > 0 else len(self.row_of(parent).children)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        return COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self.row_of(index).key.kind == "node":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Layer"), self.tr("Shape"), self.tr("Params"))[section]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return (self.tr("Layer"), self.tr("Output shape"), self.tr("Parameters"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        facts, column = self.row_of(index).facts, index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return facts.cells()[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return facts.spoken() if column == 0 else facts.cells()[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _align(column)
            case Qt.ItemDataRole.EditRole if isinstance(facts, NodeFacts):
                return words.node_label(facts.node)
            case Qt.ItemDataRole.ToolTipRole:
                return facts.spoken()
            case Qt.ItemDataRole.DecorationRole if column == 0:
                problem = facts.problem if isinstance(facts, NodeFacts) else None
                return self._themes.icon(problem.severity, problem.severity, 16) if problem else None
            case _ if role == DETAIL and column == 0:
                return facts.detail()
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # Qt's name
        self._rename(self.row_of(index).key, str(value))
        return True


def _align(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
