"""The list of layers that opens at a "+": type to search, arrows and Enter to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.spec.entry import Entry
from playground.ui import fonts
from playground.ui.block_list import BlockItem
from playground.ui.offers import Offer, found, layer_groups
from playground.ui.words import from_catalog

WIDTH, HEIGHT, ROW = 240, 320, 28
_OFFER = Qt.ItemDataRole.UserRole


class LayerPicker(QFrame):
    """A popup; `open(at, taken)` shows it and calls `taken(layer)` once if a person chooses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._taken: Callable[[Entry], object] | None = None
        self._needs_input = False
        self.blocks: Callable[[], Sequence[BlockItem]] = tuple
        self.search = QLineEdit(placeholderText=self.tr("Search layers"))
        self.search.setAccessibleName(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
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
        self._taken, self._needs_input = taken, needs_input
        self.search.clear()
        self._fill("")
        self.move(self._on_screen(at))
        self.show()
        self.search.setFocus()

    def _on_screen(self, at: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = max(area.left(), min(at.x(), area.right() - WIDTH))
        return QPoint(x, max(area.top(), min(at.y(), area.bottom() - HEIGHT)))

    def _fill(self, text: str) -> None:
        """Show the groups, or what answers a search, best first."""
        self.list.clear()
        groups = {from_catalog(name): offers for name, offers in layer_groups(self._takes).items()}
        groups[self.tr("Blocks")] = [Offer(block) for block in self.blocks()]
        if text.strip():
            for offer in found([offer for offers in groups.values() for offer in offers], text):
                self._add(offer)
        else:
            for name, offers in groups.items():
                self._add_group(name, offers)
        self._step(1)

    def _takes(self, cls: type[Entry]) -> bool:
        return not self._needs_input or getattr(cls, "inputs", 1) != 0

    def _add_group(self, name: str, offers: Sequence[Offer]) -> None:
        if offers:
            heading = QListWidgetItem(name)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(fonts.font(fonts.CAPTION))
            heading.setSizeHint(QSize(0, ROW))
            self.list.addItem(heading)
        for offer in offers:
            self._add(offer)

    def _add(self, offer: Offer) -> None:
        item = QListWidgetItem(offer.title)
        item.setData(_OFFER, offer)
        item.setToolTip(offer.about[0])
        item.setSizeHint(QSize(0, ROW))
        self.list.addItem(item)

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
            if self.list.item(row).data(_OFFER) is not None:
                self.list.setCurrentRow(row)
                return
            row += by

    def _choose(self, item: QListWidgetItem | None) -> None:
        offer = item.data(_OFFER) if item is not None else None
        if offer is None:
            return
        taken, self._taken = self._taken, None
        self.hide()
        if taken is not None:
            taken(offer.make())
