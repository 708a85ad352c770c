"""OutlineTree: the tree view of the outline, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from playground.ui.key_table import Key, find
from playground.ui.outline.model import DETAIL
from playground.ui.tokens import theme_in_force

INDENT, SPACE = 14, 5
ROWS = """
QTreeView { show-decoration-selected: 0; }
QTreeView::item, QTreeView::item:selected:focus { padding: 5px 3px; border: none; border-radius: 0; }
QHeaderView::section { padding: 5px 3px; font-size: 11px; }
"""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Name(QStyledItemDelegate):
    """A name, and what it is beside it in grey."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        detail = index.data(DETAIL)
        if not detail:
            return
        metrics = option.fontMetrics
        icon = 24 if index.data(Qt.ItemDataRole.DecorationRole) is not None else 0
        area = option.rect.adjusted(SPACE + icon + metrics.horizontalAdvance(str(index.data())) + SPACE, 0, 0, 0)
        if area.width() > metrics.averageCharWidth() * 3:
            painter.setPen(theme_in_force().color("secondary"))
            painter.drawText(area, _LEFT, metrics.elidedText(detail, Qt.TextElideMode.ElideRight, area.width()))


class OutlineTree(QTreeView):
    """Hands the keys of a table to its panel before the window's shortcuts get them.

    `menu_requested(index, point)` speaks for a right click and the menu key, with the point on the screen.
    """

    menu_requested = Signal(object, QPoint)

    def __init__(self, keys: Sequence[Key[Any]], act: Callable[[Key[Any]], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self._act = act
        self.setAccessibleName(self.tr("Outline of the network"))
        self.setStyleSheet(ROWS)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegateForColumn(0, _Name(self))

    def shape_columns(self) -> None:
        """The layers take the room that the numbers leave."""
        header = self.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and find(self._keys, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = find(self._keys, event)
        if key is not None:
            self._act(key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self.menu_requested.emit(index, self.below(index) if by_key else event.globalPos())

    def below(self, index: QModelIndex) -> QPoint:
        """The place on the screen below a row, for what opens there."""
        self.scrollTo(index)
        area = self.visualRect(index)
        return self.viewport().mapToGlobal(QPoint(area.left() + INDENT, area.bottom()))
