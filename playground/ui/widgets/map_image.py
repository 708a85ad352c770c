"""A map of values as a picture: a unit's response over the input plane, a decision boundary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.ui.tokens import Lut


def map_image(indices: NDArray[np.uint8], lut: Lut) -> QImage:
    """Return `indices` (H, W) as a picture in the colours of `lut`, row 0 at the top; it shares their memory."""
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(color_table(lut))
    return image


def color_table(lut: Lut) -> list[int]:
    """Return (256, 4) RGBA bytes as Qt's list of 0xAARRGGBB."""
    wide = lut.astype(np.uint32)
    table: list[int] = (wide[:, 3] << 24 | wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2]).tolist()
    return table
