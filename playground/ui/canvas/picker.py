"""The list of layers that opens at a "+": type to search, arrows and Enter to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.catalog.layers import GROUPS
from playground.spec.entry import Entry, entries
from playground.ui import fonts
from playground.ui.block_list import BlockItem
from playground.ui.words import from_catalog, sentences, title

WIDTH, HEIGHT, ROW = 240, 320, 28
_ENTRY = Qt.ItemDataRole.UserRole


class LayerPicker(QFrame):
    """A popup; `open(at, taken)` shows it and calls `taken(layer)` once if a person chooses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._taken: Callable[[Entry], object] | None = None
        self.blocks: Callable[[], Sequence[BlockItem]] = tuple
        self.search = QLineEdit(placeholderText=self.tr("Search layers"))
        self.search.setAccessibleName(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusProxy(self.search)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setObjectName("layerPicker")
        self.setStyleSheet("#layerPicker { border: 1px solid palette(mid); }")
        self.resize(WIDTH, HEIGHT)

    def open(self, at: QPoint, taken: Callable[[Entry], object], needs_input: bool = False) -> None:
        """Show the list at a place of the screen; with `needs_input` only layers that take one."""
        self._taken = taken
        self._fill(needs_input)
        self.search.clear()
        self._filter("")
        self.move(self._on_screen(at))
        self.show()
        self.search.setFocus()

    def _on_screen(self, at: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = max(area.left(), min(at.x(), area.right() - WIDTH))
        return QPoint(x, max(area.top(), min(at.y(), area.bottom() - HEIGHT)))

    def _fill(self, needs_input: bool) -> None:
        self.list.clear()
        group = ""
        for cls in sorted(
            entries("layer").values(), key=lambda c: GROUPS.index(c.group) if c.group in GROUPS else len(GROUPS)
        ):
            if (needs_input and getattr(cls, "inputs", 1) == 0) or not getattr(cls, "listed", True):
                continue
            if cls.group != group:
                group = cls.group
                self._add_heading(from_catalog(group))
            item = QListWidgetItem(title(cls))
            item.setData(_ENTRY, cls)
            item.setToolTip(sentences(cls)[0])
            item.setSizeHint(QSize(0, ROW))
            self.list.addItem(item)
        self._fill_blocks()

    def _fill_blocks(self) -> None:
        found = self.blocks()
        if found:
            self._add_heading(self.tr("Blocks"))
        for block in found:
            item = QListWidgetItem(block.title)
            item.setData(_ENTRY, block)
            item.setToolTip(block.about[0])
            item.setSizeHint(QSize(0, ROW))
            self.list.addItem(item)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(fonts.font(fonts.CAPTION))
        item.setSizeHint(QSize(0, ROW))
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        heading, ranked = None, []
        for row in range(self.list.count()):
            item = self.list.item(row)
            cls = item.data(_ENTRY)
            if cls is None:
                heading = item
                item.setHidden(True)
                continue
            fits = all(word in " ".join(_names(cls)).casefold() for word in wanted)
            item.setHidden(not fits)
            if fits:
                ranked.append((_rank(cls, " ".join(wanted)), row))
                if heading is not None:
                    heading.setHidden(False)
        self.list.setCurrentRow(min(ranked)[1] if ranked else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter in the search field work on the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count():
            item = self.list.item(row)
            if not item.isHidden() and item.data(_ENTRY) is not None:
                self.list.setCurrentItem(item)
                return
            row += by

    def _choose(self, item: QListWidgetItem | None) -> None:
        cls = item.data(_ENTRY) if item is not None else None
        if cls is None:
            return
        taken, self._taken = self._taken, None
        self.hide()
        if taken is not None:
            taken(cls.use() if isinstance(cls, BlockItem) else cls())


def _names(found: type[Entry] | BlockItem) -> tuple[str, str, str]:
    """What a layer or block is called, and its group."""
    if isinstance(found, BlockItem):
        return found.title, found.name, ""
    return title(found), found.__name__, from_catalog(found.group)


def _rank(found: type[Entry] | BlockItem, text: str) -> int:
    """How well a search fits a layer: first names that begin with it, then names with it, then groups."""
    names = [name.casefold() for name in _names(found)[:2]]
    return 0 if any(n.startswith(text) for n in names) else 1 if any(text in n for n in names) else 2
