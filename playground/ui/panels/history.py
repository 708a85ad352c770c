"""HistoryPanel: every edit since the file was opened, to go back to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QUndoStack
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget
from shiboken6 import isValid

from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.widgets import EmptyState, set_kind

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """The states of an undo stack: as opened first, then one row for each edit by its label."""

    def __init__(self, stack: QUndoStack, themes: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._themes = themes
        stack.indexChanged.connect(self.refresh)
        stack.cleanChanged.connect(self.refresh)
        themes.changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Read the stack again: an edit may have taken the place of those that were undone."""
        if not isValid(self._stack):
            return  # its last words, while the document goes
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        return 0 if parent is not None and parent.isValid() else self._stack.count() + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        current, saved = row == self._stack.index(), row == self._stack.cleanIndex()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, saved)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, current, saved)
            case Qt.ItemDataRole.FontRole if current:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole if row > self._stack.index():
                return self._themes.theme.color("disabled")
            case Qt.ItemDataRole.DecorationRole:
                return self._themes.icon("chevron-right", "accent" if current else "panel")
        return None

    def _text(self, row: int, saved: bool) -> str:
        text = self._stack.text(row - 1) if row else self.tr("As opened")
        return self.tr("{0} · saved").format(text) if saved else text

    def _spoken(self, row: int, current: bool, saved: bool) -> str:
        marks = (
            self.tr("current") if current else "",
            self.tr("undone") if row > self._stack.index() else "",
        )
        return ", ".join(filter(None, (self._text(row, saved), *marks)))


class HistoryPanel(QWidget):
    """The list of edits; a click or Enter goes to the state behind one."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyPanel")
        set_kind(self, "panel")
        self._stack = studio.document.undo_stack
        self.list = QListView()
        self.list.setAccessibleName(self.tr("History of edits"))
        self.list.setAccessibleDescription(self.tr("Enter goes to the state behind an edit."))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.model = HistoryModel(self._stack, studio.themes, self)
        self.list.setModel(self.model)
        self.empty = EmptyState(
            "undo", self.tr("No edits yet. Change the network, the data or the training; each step is listed here.")
        )
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.list)
        self._layers.addWidget(self.empty)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.model.modelReset.connect(self._follow)
        self._follow()

    def _go(self, index: QModelIndex) -> None:
        self._stack.setIndex(index.row())

    def _follow(self) -> None:
        """Mark the state that is in force, and keep it in sight."""
        self._layers.setCurrentWidget(self.list if self._stack.count() else self.empty)
        self.list.setCurrentIndex(self.model.index(self._stack.index(), 0))
