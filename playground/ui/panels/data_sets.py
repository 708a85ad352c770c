"""The data sets to choose from: tiles with pictures, and chips for tables, which have none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.catalog.kinds import Data
from playground.spec.entry import entries
from playground.ui import words
from playground.ui.panels.panel import growing
from playground.ui.panels.tiles import DataTile, TileGrid, data_class
from playground.ui.theme import ThemeManager
from playground.ui.widgets import Chip, ChipRow, Collapsible, label

FILES = "Your files"
FIRST = "Points"
TABLES = "Tables"
ORDER = (FIRST, "Modes", "Regression", TABLES, "Images", "Sequences", "Time series", "Text", "Trees", "Graphs")
HEIGHT, WIDEST = 44, 400
"""Height of tiles with names, and how wide they may become."""


class DataSets(QWidget):
    """Groups of data sets; `picked(class)` speaks when a person chooses one."""

    picked = Signal(object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.grids: list[TileGrid] = []
        self.chips: dict[type[Any], Chip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = Collapsible(self.tr("More data"), expanded=False)
        found = [data_class(cls) for cls in entries("data").values()]
        groups = dict.fromkeys(cls.group for cls in found)
        for group in sorted(groups, key=lambda one: ORDER.index(one) if one in ORDER else len(ORDER)):
            if group != FILES:
                self._add_group(group, [cls for cls in found if cls.group == group])
        self._column.addWidget(growing(self.more))

    @property
    def tiles(self) -> list[DataTile]:
        """All tiles in order."""
        return [tile for grid in self.grids for tile in grid.tiles]

    @property
    def chosen(self) -> QWidget | None:
        """The tile or the chip of the chosen data set."""
        found: list[QWidget] = [tile for tile in self.tiles if tile.isChecked()]
        found += [chip for chip in self.chips.values() if chip.isChecked()]
        return next(iter(found), None)

    def choose(self, cls: type[Any] | None) -> None:
        """Mark the chosen data set, without saying so; the fold opens when it lies there."""
        for grid in self.grids:
            grid.choose(cls)
        for one, chip in self.chips.items():
            chip.setChecked(one is cls)
        if cls is not None and getattr(cls, "group", FIRST) != FIRST:
            self.more.set_expanded(True)

    def _add_group(self, group: str, members: list[type[Data]]) -> None:
        column = self._column if group == FIRST else self.more.content
        if group != FIRST:
            column.addWidget(label(words.from_catalog(group), "label"))
        if members[0].group == TABLES:
            row = ChipRow()
            for cls in members:
                row.add(self._chip(cls))
            column.addWidget(row)
            return
        named = not all(cls.plane for cls in members)
        grid = TileGrid(columns=2, largest=WIDEST, height=HEIGHT) if named else TileGrid()
        for cls in members:
            grid.add(self._tile(cls, named))
        self.grids.append(grid)
        column.addWidget(grid)

    def _tile(self, cls: type[Data], named: bool) -> DataTile:
        tile = DataTile(cls, self._themes, named)
        tile.clicked.connect(lambda: self.picked.emit(cls))
        return tile

    def _chip(self, cls: type[Data]) -> Chip:
        chip = Chip(words.title(cls), shape="square")
        chip.setToolTip(words.sentences(cls)[0])
        chip.clicked.connect(lambda: self.picked.emit(cls))
        self.chips[cls] = chip
        return chip
