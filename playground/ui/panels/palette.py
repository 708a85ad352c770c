"""PalettePanel: the layers there are, to drag onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from playground.catalog.layers import GROUPS
from playground.spec.blocks import BlockUse
from playground.spec.entry import Entry, entries
from playground.ui import words
from playground.ui.block_list import BlockItem, library_blocks, own_blocks
from playground.ui.canvas.mime import entry_to_mime
from playground.ui.panels.panel import MARGIN, Panel
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.widgets import ElidedLabel, help_tip, label


class LayerTile(QWidget):
    """One layer with the first sentence of its help; it is dragged, or chosen by a double click or Enter."""

    chosen = Signal(object)

    def __init__(self, cls: type[Entry], themes: ThemeManager) -> None:
        super().__init__()
        self.entry_class = cls
        self._themes = themes
        self._pressed: QPoint | None = None
        self._set_up(words.title(cls), *words.sentences(cls))

    def _set_up(self, title: str, first: str, rest: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 8)
        column.setSpacing(1)
        column.addWidget(ElidedLabel(title))
        help_line = ElidedLabel(first, "caption")
        help_line.setToolTip(help_tip(f"{first} {rest}"))
        column.addWidget(help_line)
        self.setToolTip(help_tip(f"{first} {rest}"))
        self.setAccessibleName(f"{title}. {first}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def entry(self) -> Entry:
        """The layer that is added."""
        return self.entry_class()

    def fits(self, text: str) -> bool:
        """Whether a search finds this layer."""
        words_of = f"{words.title(self.entry_class)} {self.entry_class.__name__} {words.sentences(self.entry_class)[0]}"
        return text.casefold() in words_of.casefold()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            start, self._pressed = self._pressed, None
            self._drag(start)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None
        self.chosen.emit(self.entry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.entry())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if focus else "line"), 1.5 if focus else 1.0))
        painter.setBrush(theme.color("hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)

    def _drag(self, start: QPoint) -> None:
        drag = QDrag(self)
        drag.setMimeData(entry_to_mime(self.entry()))
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.CopyAction)


class BlockTile(LayerTile):
    """A block; what is added is a use of it."""

    def __init__(self, item: BlockItem, themes: ThemeManager) -> None:
        self.item = item
        super().__init__(BlockUse, themes)

    def _set_up(self, title: str, first: str, rest: str) -> None:
        super()._set_up(self.item.title, *self.item.about)

    def entry(self) -> Entry:
        return self.item.use()

    def fits(self, text: str) -> bool:
        return self.item.fits(text)


class PalettePanel(Panel):
    """A search field, the experiment's blocks, the layers in groups and the library of blocks.

    `chosen(entry)` speaks when one is to be added.
    """

    chosen = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("palettePanel")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search layers"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_first)
        self._nothing = label(self.tr("No layer of that name."), "secondary", wrap=True)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._list.setSpacing(6)
        self._list.addWidget(self.search)
        self._list.addWidget(self._nothing)
        self._titles: dict[str, QWidget] = {}
        self.tiles: list[LayerTile] = []
        self._own = _BlockGroup(self.tr("Blocks of this experiment"), self)
        self._library = _BlockGroup(self.tr("Blocks from the library"), self)
        self._list.addWidget(self._own)
        self._fill()
        self._list.addWidget(self._library)
        self.add_section(inside)
        studio.document.changed.connect(self._show_blocks)
        studio.document.variant_changed.connect(self._show_blocks)
        self._show_blocks()

    @property
    def shown(self) -> list[LayerTile]:
        """The tiles that the search leaves."""
        return [tile for tile in self.tiles if not tile.isHidden()]

    @property
    def blocks(self) -> list[BlockTile]:
        """The tiles of blocks that the search leaves."""
        return [tile for group in (self._own, self._library) for tile in group.tiles if not tile.isHidden()]

    def _show_blocks(self, *_: object) -> None:
        """Show the blocks that there are now."""
        shown = self.studio.document.shown
        self._own.show_items(own_blocks(shown))
        self._library.show_items(library_blocks(shown))
        self._filter()

    def _fill(self) -> None:
        layers = [cls for cls in entries("layer").values() if getattr(cls, "listed", True)]
        groups = dict.fromkeys(cls.group for cls in layers)
        for group in sorted(groups, key=lambda one: GROUPS.index(one) if one in GROUPS else len(GROUPS)):
            self._titles[group] = label(words.from_catalog(group), "title")
            self._titles[group].setContentsMargins(0, 6, 0, 0)
            self._list.addWidget(self._titles[group])
            for cls in [one for one in layers if one.group == group]:
                tile = LayerTile(cls, self.studio.themes)
                tile.chosen.connect(self.chosen)
                self.tiles.append(tile)
                self._list.addWidget(tile)

    def _filter(self, *_: object) -> None:
        text = self.search.text().strip()
        for tile in self.tiles:
            tile.setVisible(tile.fits(text))
        for group, heading in self._titles.items():
            heading.setVisible(any(tile.entry_class.group == group for tile in self.shown))
        self._own.filter(text)
        self._library.filter(text)
        self._nothing.setVisible(not self.shown and not self.blocks)

    def _choose_first(self) -> None:
        found = [*self.shown, *self.blocks]
        if self.search.text().strip() and found:
            self.chosen.emit(found[0].entry())


class _BlockGroup(QWidget):
    """Tiles of blocks under a title."""

    def __init__(self, title: str, panel: PalettePanel) -> None:
        super().__init__()
        self._panel = panel
        self._items: list[BlockItem] = []
        self.tiles: list[BlockTile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label(title, "title"))

    def show_items(self, items: list[BlockItem]) -> None:
        """Show these blocks; tiles of the same ones stay."""
        if items == self._items:
            return
        self._items = items
        for tile in self.tiles:
            self._column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [BlockTile(item, self._panel.studio.themes) for item in items]
        for tile in self.tiles:
            tile.chosen.connect(self._panel.chosen)
            self._column.addWidget(tile)

    def filter(self, text: str) -> None:
        """Leave the tiles that a search finds."""
        for tile in self.tiles:
            tile.setVisible(tile.fits(text))
        self.setVisible(any(tile.fits(text) for tile in self.tiles))
