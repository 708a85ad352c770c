"""ActionSearch: type a few letters, press Enter, done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from playground.ui.actions import Actions, plain
from playground.ui.tokens import theme_in_force

WIDTH, LEAST, MOST = 460, 96, 420
ICON = 18
KEYS = Qt.ItemDataRole.UserRole + 1


def rank(words: str, text: str) -> int | None:
    """How well `text` answers `words`: 0 is best, None not at all. Letters must appear in order."""
    words, text = words.lower().strip(), text.lower()
    if words in text:
        return text.index(words)
    place, gaps = -1, 0
    for letter in words.replace(" ", ""):
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        gaps += found - place - 1
        place = found
    return 100 + gaps


class _Row(QStyledItemDelegate):
    """An action with its shortcut at the right end."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        keys = index.data(KEYS)
        if keys:
            painter.setPen(theme_in_force().color("secondary"))
            area = option.rect.adjusted(0, 0, -12, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), keys)


class ActionSearch(QFrame):
    """A popup with a search field over all enabled actions."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("actionSearch")
        self._actions = actions
        self._field = QLineEdit(placeholderText=self.tr("Search actions"))
        self._field.setAccessibleName(self.tr("Search actions"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Actions found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_Row(self._list))
        blank = QPixmap(ICON, ICON)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)
        self.setStyleSheet("#actionSearch { border: 1px solid palette(mid); }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(self._run)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(lambda _item: self._run())

    def open_at(self, corner: QPoint) -> None:
        """Show the popup with its top right corner at a global point."""
        self.setFixedWidth(WIDTH)
        self.move(corner - QPoint(WIDTH, 0))
        self._field.clear()
        self._fill("")
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if step := move.get(Qt.Key(event.key())):
                row = max(0, min(self._list.count() - 1, self._list.currentRow() + step))
                self._list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        found: list[tuple[int, QAction]] = []
        for action in self._actions.all():
            place = rank(words, plain(action.text()))
            if place is not None and action.isEnabled():
                found.append((place, action))
        self._list.clear()
        for _, action in sorted(found, key=lambda pair: pair[0]):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            icon = action.icon() if not action.icon().isNull() else self._blank
            item = QListWidgetItem(icon, plain(action.text()).rstrip("…"))
            item.setData(Qt.ItemDataRole.UserRole, action)
            item.setData(KEYS, keys)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        self.setFixedHeight(max(LEAST, min(MOST, rows + self._field.sizeHint().height() + 32)))

    def _run(self) -> None:
        item = self._list.currentItem()
        self.close()
        if item is not None:
            item.data(Qt.ItemDataRole.UserRole).trigger()
