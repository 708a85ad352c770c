"""Groups of tiles in the palette, and the list of what a search finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from playground.ui import words
from playground.ui.offers import Offer
from playground.ui.panels.palette_tile import LayerTile
from playground.ui.panels.panel import growing
from playground.ui.widgets import Collapsible
from playground.ui.widgets.tile_grid import TileGrid

MakeTile = Callable[[Offer, bool], LayerTile]


class PaletteGroup(Collapsible):
    """Tiles side by side under a title that folds them away."""

    def __init__(self, title: str, make: MakeTile, expanded: bool) -> None:
        super().__init__(title, expanded=expanded)
        self._make = make
        self._offers: list[Offer] = []
        self.tiles: list[LayerTile] = []
        inside = growing(QWidget())
        self._grid: QLayout = TileGrid(inside)
        self.content.addWidget(inside)
        growing(self)

    def show_offers(self, offers: list[Offer]) -> None:
        """Show these; a group without any is not seen."""
        if offers != self._offers:
            self._offers = offers
            _fit_tiles(self.tiles, offers, self._grid, lambda offer: self._make(offer, False))
            self.set_detail(words.count(len(offers)))
        self.setVisible(bool(offers))


class Results(QWidget):
    """What a search has found, one below another, the best marked."""

    def __init__(self, make: MakeTile) -> None:
        super().__init__()
        self._make = make
        self._at = 0
        self.shown: list[LayerTile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def marked(self) -> LayerTile | None:
        """The tile that Enter adds."""
        return self.shown[self._at] if self.shown else None

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these, the first one marked."""
        _fit_tiles(self.shown, offers, self._column, lambda offer: self._make(offer, True))
        self._at = 0
        self._mark()

    def move_mark(self, by: int) -> None:
        """Mark another one, so many places further down."""
        self._at = max(0, min(len(self.shown) - 1, self._at + by))
        self._mark()

    def _mark(self) -> None:
        for tile in self.shown:
            tile.set_marked(tile is self.marked)


def _fit_tiles(
    tiles: list[LayerTile], offers: Sequence[Offer], column: QLayout, make: Callable[[Offer], LayerTile]
) -> None:
    """Let tiles stand for these offers, with no more and no fewer of them than needed."""
    for tile, offer in zip(tiles, offers, strict=False):
        if tile.offer != offer:
            tile.show_offer(offer)
    for tile in tiles[len(offers) :]:
        column.removeWidget(tile)
        tile.hide()
        tile.deleteLater()
    del tiles[len(offers) :]
    for offer in offers[len(tiles) :]:
        tiles.append(make(offer))
        column.addWidget(tiles[-1])
