"""KeySheet: every key there is, made from the tables that the keys themselves are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from playground.ui import fonts
from playground.ui.actions import plain
from playground.ui.key_table import Key, Native, Place

SIZE = (560, 640)


@dataclass(frozen=True)
class Group:
    """Keys that belong together: (what it does, the keys)."""

    title: str
    rows: tuple[tuple[str, str], ...]


def of_actions(title: str, actions: Iterable[QAction]) -> Group:
    """The actions that have a shortcut."""
    rows = [(plain(a.text()).rstrip("…"), a.shortcut().toString(Native)) for a in actions if not a.shortcut().isEmpty()]
    return Group(title, tuple(rows))


def of_keys(title: str, table: Iterable[Key[Place]]) -> Group:
    """The keys of a widget."""
    return Group(title, tuple((key.words.rstrip("…"), key.shown) for key in table))


class KeySheet(QDialog):
    """A window of its own with the keys in groups, and a field that narrows them down."""

    def __init__(self, groups: Iterable[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search = QLineEdit(placeholderText=self.tr("Search keys"))
        self.search.setAccessibleName(self.tr("Search keys"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.tree.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        for group in groups:
            self._add(group)
        self._headings = self.tree.findItems("", Qt.MatchFlag.MatchContains)
        self.tree.expandAll()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree)
        self.search.textChanged.connect(self._filter)
        self.resize(*SIZE)
        self.tree.setFocus()

    def _add(self, group: Group) -> None:
        if not group.rows:
            return
        heading = QTreeWidgetItem([group.title])
        heading.setFont(0, fonts.font(fonts.BODY, QFont.Weight.DemiBold))
        self.tree.addTopLevelItem(heading)
        heading.setFirstColumnSpanned(True)
        for text, keys in group.rows:
            heading.addChild(QTreeWidgetItem([text, keys]))

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for heading in self._headings:
            rows = [heading.child(row) for row in range(heading.childCount())]
            for row in rows:
                told = f"{heading.text(0)} {row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in told for word in wanted))
            heading.setHidden(all(row.isHidden() for row in rows))
