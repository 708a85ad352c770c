"""The planes of codes as tiles: what each shows, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from playground.engine.events import Snapshot
from playground.ui.tokens import Theme
from playground.ui.views.captions import CAPTION
from playground.ui.views.latent_paint import mosaic, picture
from playground.ui.views.latent_side import GAP
from playground.ui.views.tiles import tile_rects

COLUMN, STRIP = 132.0, 84.0
"""Room for single pictures beside the tiles, and below them."""
Arrays = dict[str, Any]


@dataclass
class Tile:
    """One variant's plane: its place, and its pictures as they were last drawn."""

    rect: QRectF = field(default_factory=QRectF)
    snapshot: Snapshot | None = None
    image: QImage = field(default_factory=QImage)
    pairs: list[tuple[QImage, QImage]] = field(default_factory=list)
    style: object = None

    @property
    def arrays(self) -> Arrays:
        """What the probe says of it, empty while there is nothing."""
        return self.snapshot.arrays if self.snapshot else {}

    @property
    def extent(self) -> float:
        """How far the plane reaches from its middle."""
        return float(self.arrays.get("extent", 1.0))

    def take(self, snapshot: Snapshot | None, theme: Theme) -> None:
        """Make pictures of a snapshot, unless they are there already."""
        if snapshot is None or (snapshot is self.snapshot and self.style == theme):
            return
        self.snapshot, self.style = snapshot, theme
        tiles = self.arrays.get("tiles")
        self.image = picture(mosaic(tiles), theme) if tiles is not None else QImage()
        both = zip(self.arrays.get("originals", ()), self.arrays.get("restored", ()), strict=True)
        self.pairs = [(picture(a, theme), picture(b, theme)) for a, b in both]

    def grid(self) -> Any:
        """The places (t, t, 2) of the plane from which samples are made."""
        side = np.linspace(-self.extent, self.extent, len(self.arrays["tiles_xy"]))
        return np.stack(np.meshgrid(side, side[::-1]), axis=2)


def with_side(area: QRectF, count: int, height: Callable[[float], float]) -> tuple[QRectF, list[QRectF]]:
    """Room for single pictures, at the right or below, and the tiles, whichever way makes those larger."""
    beside = captioned(area.adjusted(0, 0, -COLUMN - GAP, 0), count, height)
    above = captioned(area.adjusted(0, 0, 0, -STRIP - GAP), count, height)
    if not beside or beside[0].width() < above[0].width():
        return QRectF(area.left(), area.bottom() - STRIP, area.width(), STRIP), above
    left = max(rect.right() for rect in beside) + GAP
    return QRectF(left, area.top(), min(area.right() - left, 2 * COLUMN + GAP), area.height()), beside


def captioned(area: QRectF, count: int, height: Callable[[float], float]) -> list[QRectF]:
    """Tiles with room for captions, whose `height` depends on how wide they may be."""
    rects = tile_rects(area, count, CAPTION)
    if rects and (caption := height(rects[0].width())) > CAPTION:
        return tile_rects(area, count, caption)
    return rects
