"""PalettePanel: the layers and blocks there are, to drag onto the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.announce import announce
from playground.ui.block_list import library_blocks, own_blocks
from playground.ui.canvas.items.look import Look
from playground.ui.offers import Offer, found, key_of, layer_groups
from playground.ui.panels.palette_groups import PaletteGroup, Results
from playground.ui.panels.palette_tile import LayerTile
from playground.ui.panels.panel import MARGIN, Panel
from playground.ui.session import Session
from playground.ui.studio import Studio
from playground.ui.widgets import label

MOST_RECENT = 6
OWN, LIBRARY, RECENT = "@own", "@library", "@recent"
"""Names of groups that are none of the catalog's."""


class PalettePanel(Panel):
    """A search field; below it what was used last, the experiment's blocks, the layers in groups, and the library.

    While a person searches, what is found stands there instead, best first. `chosen(entry)`: one is to be added.
    """

    chosen = Signal(object)

    def __init__(self, studio: Studio, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("palettePanel")
        self._session = session or Session()
        self._look = Look(studio.themes.theme)
        self._stale = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search layers"))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._choose_marked)
        self.search.installEventFilter(self)
        self._nothing = label(self.tr("No layer of that name."), "secondary", wrap=True)
        self._results = Results(self._new_tile)
        self.groups: dict[str, PaletteGroup] = {}
        self._build()
        document = studio.document
        document.changed.connect(self._show_blocks)
        document.variant_changed.connect(self._show_blocks)
        studio.themes.changed.connect(self._rethemed)
        self._show_blocks()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(6)
        for widget in (self.search, self._nothing, self._results):
            column.addWidget(widget)
        layers = layer_groups()
        titles = {name: words.from_catalog(name) for name in layers}
        titles = {
            RECENT: self.tr("Recently used"),
            OWN: self.tr("Blocks of this experiment"),
            **titles,
            LIBRARY: self.tr("Blocks from the library"),
        }
        folded = self._session.folded_groups
        for name, title in titles.items():
            group = self.groups[name] = PaletteGroup(title, self._new_tile, name not in folded)
            group.toggled.connect(self._folded)
            group.header.installEventFilter(self)
            column.addWidget(group)
            group.show_offers(layers.get(name, []))
        self.add_section(inside)

    def _new_tile(self, offer: Offer, grouped: bool = False) -> LayerTile:
        tile = LayerTile(offer, self._look, grouped)
        tile.chosen.connect(self.chosen)
        tile.stepped.connect(self._step)
        tile.typed.connect(self._type)
        return tile

    # --- what is there ---------------------------------------------------------------------------------------------

    @property
    def tiles(self) -> list[LayerTile]:
        """The tiles of all layers, group by group."""
        return [tile for name, group in self.groups.items() if not name.startswith("@") for tile in group.tiles]

    @property
    def shown(self) -> list[LayerTile]:
        """The tiles that can be reached now, without those used last: what the search finds, or the open groups."""
        if self.searching:
            return self._results.shown
        groups = [group for name, group in self.groups.items() if name != RECENT and group.expanded()]
        return [tile for group in groups for tile in group.tiles]

    @property
    def searching(self) -> bool:
        """Whether results stand in the place of the groups."""
        return bool(self.search.text().strip())

    def _offers(self) -> list[Offer]:
        groups = (group for name, group in self.groups.items() if name != RECENT)
        return [tile.offer for group in groups for tile in group.tiles]

    def _show_blocks(self, *_: object) -> None:
        """Show the blocks that there are now."""
        shown = self.studio.document.shown
        self.groups[OWN].show_offers([Offer(item) for item in own_blocks(shown)])
        self.groups[LIBRARY].show_offers([Offer(item) for item in library_blocks(shown)])
        self._show_recent()

    def remember(self, layer: Entry) -> None:
        """A layer was added, here or on the canvas."""
        key = key_of(layer)
        self._session.recent_layers = [key, *(k for k in self._session.recent_layers if k != key)][:MOST_RECENT]
        self._stale = self.underMouse()  # tiles do not move under the pointer
        if not self._stale:
            self._show_recent()

    def _show_recent(self) -> None:
        self._stale = False
        offers = {offer.key: offer for offer in self._offers()}
        self.groups[RECENT].show_offers([offers[key] for key in self._session.recent_layers if key in offers])
        self._search()

    def _folded(self) -> None:
        self._session.folded_groups = [name for name, group in self.groups.items() if not group.expanded()]

    def _rethemed(self) -> None:
        self._look = Look(self.studio.themes.theme)
        for tile in self.findChildren(LayerTile):
            tile.look = self._look
            tile.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, so that tiles may move."""
        super().leaveEvent(event)
        if self._stale:
            self._show_recent()

    # --- search ----------------------------------------------------------------------------------------------------

    def _search(self, *_: object) -> None:
        hits = found(self._offers(), self.search.text()) if self.searching else []
        self._results.show_offers(hits)
        self._results.setVisible(bool(hits))
        for group in self.groups.values():
            group.setVisible(bool(group.tiles) and not self.searching)
        self._nothing.setVisible(self.searching and not hits)
        self._say_marked()

    def _say_marked(self) -> None:
        marked = self._results.marked
        told = marked.accessibleName() if marked is not None and self.searching else ""
        self.search.setAccessibleDescription(told)
        announce(self.search, told)

    def _choose_marked(self) -> None:
        marked = self._results.marked
        if self.searching and marked is not None:
            self.chosen.emit(marked.offer.make())

    def _type(self, text: str) -> None:
        """Letters typed on a tile belong into the search field."""
        self.search.setFocus()
        self.search.insert(text)

    # --- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead from the search field and from titles of groups to the tiles."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            key = Qt.Key(event.key())
            if watched is self.search:
                return self._search_key(key)
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(watched, key)
                return True
        return super().eventFilter(watched, event)

    def _search_key(self, key: Qt.Key) -> bool:
        """What a key does in the search field; False for what the field does with it."""
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.searching:
            self._results.move_mark(1 if key == Qt.Key.Key_Down else -1)
            if self._results.marked is not None:
                self.ensureWidgetVisible(self._results.marked, 0, MARGIN)
            self._say_marked()
        elif key == Qt.Key.Key_Down:
            self._go(next(iter(self._stops()), None))
        else:
            return False
        return True

    def _stops(self) -> Sequence[QWidget]:
        """The titles and tiles that can take the keyboard, from top to bottom."""
        if self.searching:
            return self._results.shown
        stops: list[QWidget] = []
        for group in self.groups.values():
            if not group.isHidden():
                stops += [group.header, *(group.tiles if group.expanded() else [])]
        return stops

    def _step(self, source: QWidget, key: int) -> None:
        """Go to the next tile or title in the direction of an arrow key; above the first is the search field."""
        down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
        places = {stop: stop.mapTo(self.body, QPoint(0, 0)) for stop in self._stops()}
        here = places.get(source)
        goal: QWidget | None = None
        if here is not None and key in (down, up):
            ahead = [stop for stop, at in places.items() if (at.y() > here.y() if key == down else at.y() < here.y())]
            goal = min(
                ahead,
                key=lambda stop: (abs(places[stop].y() - here.y()), abs(places[stop].x() - here.x())),
                default=None,
            )
        elif here is not None and key != Qt.Key.Key_Escape:
            row = sorted((stop for stop in places if places[stop].y() == here.y()), key=lambda stop: places[stop].x())
            at = row.index(source) + (1 if key == Qt.Key.Key_Right else -1)
            goal = row[at] if 0 <= at < len(row) else source
        if goal is None and key != down:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.search)
        self._go(goal)

    def _go(self, goal: QWidget | None) -> None:
        if goal is not None:
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(goal, 0, MARGIN)
