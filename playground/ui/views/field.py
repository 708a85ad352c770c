"""Field: a network's answer over the input plane as colours, and as numbers under the mouse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.ui.tokens import Lut, Theme, class_colors, value_lut
from playground.ui.views.ticks import fixed, percent
from playground.ui.widgets import map_image

WHOLE = 250.0
"""Shares that add up to this or more, of 255, leave nothing of the ground: they are rounded, each for itself."""


class Field:
    """The arrays of a Boundary snapshot: "values" (h, w) in [−1, 1], or "classes" (h, w, C) shares 0–255; row 0 on top.

    Buffers are kept, so that a picture of the same size allocates nothing large.
    """

    def __init__(self) -> None:
        self.extent = 1.0
        self.values: NDArray[np.float32] | None = None
        self.classes: NDArray[np.uint8] | None = None
        self._scaled = np.empty((0, 0), np.float32)
        self._indices = np.empty((0, 0), np.uint8)
        self._pixels = np.empty((0, 0, 4), np.uint8)

    def take(self, arrays: Mapping[str, Any]) -> None:
        """Keep the arrays of a snapshot; one without them empties the field."""
        self.values, self.classes = arrays.get("values"), arrays.get("classes")
        self.extent = float(arrays.get("extent", self.extent))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.values is None and self.classes is None

    def image(self, theme: Theme, discrete: bool) -> QImage:
        """The field in colours; it shares this object's memory until the next call."""
        if self.classes is not None:
            return self._class_image(theme, discrete)
        if self.values is None:
            return QImage()
        if self._indices.shape != self.values.shape:
            self._scaled, self._indices = np.empty(self.values.shape, np.float32), np.empty(self.values.shape, np.uint8)
        indices(self.values, self._scaled, self._indices)
        lut = value_lut(theme)
        return map_image(self._indices, _two_colors(lut) if discrete else lut)

    def _class_image(self, theme: Theme, discrete: bool) -> QImage:
        assert self.classes is not None
        height, width, count = self.classes.shape
        colors = np.array([(c.blue(), c.green(), c.red()) for c in class_colors(theme, count)], np.float32)
        if self._pixels.shape[:2] != (height, width):
            self._pixels = np.full((height, width, 4), 255, np.uint8)
        if discrete:
            self._pixels[:, :, :3] = colors.astype(np.uint8)[self.classes.argmax(axis=2)]
        else:
            shares = self.classes.astype(np.float32)
            whole = np.maximum(shares.sum(axis=2, keepdims=True), WHOLE)  # answers of their own need not add up
            ground = theme.color("canvas")
            bare = np.array((ground.blue(), ground.green(), ground.red()), np.float32)
            self._pixels[:, :, :3] = (shares @ (colors - bare)) / whole + bare
        return QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)

    def _grid(self) -> tuple[int, int]:
        if self.values is not None:
            return self.values.shape[0], self.values.shape[1]
        assert self.classes is not None
        return self.classes.shape[0], self.classes.shape[1]

    def cell(self, x1: float, x2: float) -> tuple[int, int]:
        """Row and column of the grid point nearest to a point of the plane."""
        height, width = self._grid()
        row = round((1 - (x2 / self.extent + 1) / 2) * (height - 1))
        column = round((x1 / self.extent + 1) / 2 * (width - 1))
        return min(max(row, 0), height - 1), min(max(column, 0), width - 1)

    def words(self, x1: float, x2: float, class_names: list[str]) -> str:
        """The answer at a point: the value, or the likeliest class and its share."""
        if self.empty:
            return ""
        at = self.cell(x1, x2)
        if self.values is not None:
            return fixed(float(self.values[at]))
        assert self.classes is not None
        shares = self.classes[at].astype(float)
        best = int(shares.argmax())
        name = class_names[best] if best < len(class_names) else str(best)
        return f"{name} {percent(shares[best] / max(shares.sum(), 1), 2)}"


def indices(values: NDArray[Any], scaled: NDArray[np.float32], out: NDArray[np.uint8]) -> None:
    """Turn values in [−1, 1] into places 1 … 255 of a value map; what is not a number becomes 0's place, 128."""
    np.multiply(values, 127.0, out=scaled, casting="same_kind")
    scaled += 128.5
    np.nan_to_num(scaled, copy=False, nan=128.5)
    np.clip(scaled, 1.0, 255.0, out=scaled)
    np.copyto(out, scaled, casting="unsafe")


def _two_colors(lut: Lut) -> Lut:
    two = np.empty_like(lut)
    two[:128], two[128:] = lut[0], lut[255]
    return two
