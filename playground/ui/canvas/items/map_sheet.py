"""The response maps of one node: pictures whose memory is written in place, frame after frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter


class MapSheet:
    """Maps of some units, one below the other in one indexed picture; `peak` is the value of the strongest colour."""

    def __init__(self, table: Sequence[int]) -> None:
        self._table = list(table)
        self._image = QImage()
        self._bytes: NDArray[np.uint8] = np.empty((0, 0), np.uint8)
        self.units = 0
        self.height = self.width = 0
        self.peak = 0.0

    def take(self, maps: NDArray[np.int8], peak: float) -> bool:
        """Copy (units, height, width) int8 values −127 … 127 into the picture; False when they are no such maps."""
        if maps.ndim != 3 or maps.dtype != np.int8 or maps.size == 0:
            return False
        if maps.shape != (self.units, self.height, self.width):
            self._make(*maps.shape)
        np.bitwise_xor(np.ascontiguousarray(maps).reshape(-1, self.width).view(np.uint8), 128, out=self._bytes)
        self.peak = peak
        return True

    def _make(self, units: int, height: int, width: int) -> None:
        self.units, self.height, self.width = units, height, width
        self._image = QImage(width, units * height, QImage.Format.Format_Indexed8)
        self._image.setColorTable(self._table)
        line = self._image.bytesPerLine()
        # After this the picture is never shared, so that its memory stays where it is.
        self._bytes = np.frombuffer(self._image.bits(), np.uint8).reshape(units * height, line)[:, :width]

    def set_table(self, table: Sequence[int]) -> None:
        """Use the colours of another theme."""
        self._table = list(table)
        if self.units:
            self._image.setColorTable(self._table)
            line = self._image.bytesPerLine()
            self._bytes = np.frombuffer(self._image.bits(), np.uint8).reshape(-1, line)[:, : self.width]

    def clear(self) -> None:
        """Show nothing."""
        self.units = self.height = self.width = 0
        self._image = QImage()

    def value(self, unit: int) -> NDArray[np.uint8]:
        """Indices (height, width) of one unit's map; 128 is 0."""
        return self._bytes[unit * self.height : (unit + 1) * self.height]

    def draw(self, painter: QPainter, unit: int, target: QRectF) -> None:
        """Draw one unit's map."""
        painter.drawImage(target, self._image, QRectF(0, unit * self.height, self.width, self.height))
