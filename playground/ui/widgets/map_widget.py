"""A map of values in colours: a unit's response over the input plane, a decision boundary, an image."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.tokens import Lut, MapName, theme_in_force, value_lut
from playground.ui.widgets.kinds import RETHEMED

ByteMap = NDArray[np.uint8]


def byte_map(array: NDArray[Any]) -> ByteMap:
    """Return (H, W) int8 values −127 … 127 as indices into a value map, with 0 at 128; uint8 are indices already.

    Raises:
        ValueError: the array is not two-dimensional bytes, or empty.
    """
    if array.ndim != 2 or array.size == 0 or array.dtype not in (np.int8, np.uint8):
        raise ValueError(f"a map is a (H, W) array of int8 or uint8, not {array.dtype} {array.shape}")
    flat = np.ascontiguousarray(array)
    return flat.view(np.uint8) ^ np.uint8(128) if flat.dtype == np.int8 else flat


def map_image(indices: ByteMap, lut: Lut) -> QImage:
    """Return `indices` as a picture in the colours of `lut`, row 0 at the top. It shares the memory of `indices`."""
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(color_table(lut))
    return image


def color_table(lut: Lut) -> list[int]:
    """Return (256, 4) RGBA bytes as Qt's list of 0xAARRGGBB."""
    wide = lut.astype(np.uint32)
    table: list[int] = (wide[:, 3] << 24 | wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2]).tolist()
    return table


class MapWidget(QWidget):
    """Draws the latest map it was given, with rounded corners, in the theme's value map."""

    def __init__(
        self, name: MapName = "signed", smooth: bool = True, radius: float = 6.0, parent: QWidget | None = None
    ) -> None:
        """Use the value map `name`; `smooth` interpolates between cells, else they stay squares."""
        super().__init__(parent)
        self._name: MapName = name
        self._smooth = smooth
        self._radius = radius
        self._indices: ByteMap | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_array(self, array: NDArray[Any] | None) -> None:
        """Show (H, W) int8 values or uint8 indices, row 0 at the top; None clears. Raises ValueError on others."""
        self._indices = None if array is None else byte_map(array)
        self._redraw()

    def array(self) -> ByteMap | None:
        """Return the indices shown."""
        return self._indices

    def set_map(self, name: MapName) -> None:
        """Use another value map."""
        self._name = name
        self._redraw()

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate between cells, or show them as they are."""
        self._smooth = smooth
        self.update()

    def sizeHint(self) -> QSize:
        """A comfortable square."""
        return QSize(120, 120)

    def minimumSizeHint(self) -> QSize:
        """The smallest that can be read."""
        return QSize(24, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, or the empty ground while there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        area = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(area, self._radius, self._radius)
        if self._image.isNull():
            painter.fillPath(clip, theme_in_force().color("window"))
        else:
            painter.setClipPath(clip)
            painter.drawImage(area, self._image)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in RETHEMED:
            self._redraw()

    def _redraw(self) -> None:
        self._image = QImage()
        if self._indices is not None:
            self._image = map_image(self._indices, value_lut(theme_in_force(), self._name))
        self.update()
