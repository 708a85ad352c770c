"""Choice: one row of a list to choose from, and the model over many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon


@dataclass(frozen=True)
class Choice:
    """Something to choose; `run` carries it out.

    `key` names it from one time to the next, `also` holds other words that find it, `keys` its shortcut, `note` a
    second line, such as why it is not `enabled`; `rank` says in its own way how well it answers a search.
    """

    key: str
    text: str
    run: Callable[[], object]
    keys: str = ""
    note: str = ""
    also: str = ""
    enabled: bool = True
    icon: QIcon | None = None
    rank: Callable[[str], int | None] | None = None

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        closed = "" if self.enabled else QCoreApplication.translate("choices", "not available")
        return ", ".join(part for part in (self.text, self.keys, closed, self.note) if part)


class ChoiceModel(QAbstractListModel):
    """The rows of a popup."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Choice] = ()

    def show(self, rows: Sequence[Choice]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def choice(self, row: int) -> Choice:
        """The choice in a row."""
        return self._rows[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802  # Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return choice.spoken
            case Qt.ItemDataRole.DecorationRole:
                return choice.icon
            case Qt.ItemDataRole.UserRole:
                return choice
        return None
