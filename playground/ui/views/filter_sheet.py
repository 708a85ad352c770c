"""Filters of a convolution: the kernels of each beside its map of a sample."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.studio import Studio
from playground.ui.tokens import Theme, value_lut
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import number
from playground.ui.widgets import map_image

KERNEL, MAP, GAP, CELL_GAP, MARGIN, LINE = 38.0, 54.0, 4.0, 16.0, 12.0, 17.0
FLATTEST = 0.2
"""A kernel of a sequence is one number high; it is drawn at least so high for its width."""


@dataclass
class _Filter:
    """One filter: its kernels for the first input channels, and its map."""

    kernels: list[QImage]
    map: QImage
    rect: QRectF = field(default_factory=QRectF)
    kernel_rects: list[QRectF] = field(default_factory=list)
    map_rect: QRectF = field(default_factory=QRectF)


class FilterSheet(QWidget):
    """Paints the sample and all filters in rows."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.filters: list[_Filter] = []
        self.image = QImage()
        self.arrays: dict[str, Any] = {}
        self.notes: list[str] = []
        self.words = ("Filter {0}", "weights", "map")
        self._image_rect = QRectF()
        self._mouse: QPointF | None = None
        self.setMouseTracking(True)

    def take(self, arrays: dict[str, Any], theme: Theme) -> None:
        """Make pictures of a snapshot."""
        self.arrays, lut = arrays, value_lut(theme)

        def picture(values: NDArray[Any]) -> QImage:
            return map_image(np.ascontiguousarray((values.astype(np.int16) + 128).astype(np.uint8)), lut).copy()

        kernels, maps = np.asarray(arrays.get("kernels", ())), np.asarray(arrays.get("maps", ()))
        self.filters = [
            _Filter([picture(one) for one in own], picture(shown)) for own, shown in zip(kernels, maps, strict=True)
        ]
        self.image = QImage()
        if "image" in arrays:
            grey = np.asarray(arrays["image"]).astype(float)
            low, high = grey.min(initial=0), grey.max(initial=1)
            flat = np.ascontiguousarray((255 * (grey - low) / max(high - low, 1)).astype(np.uint8))
            self.image = QImage(flat.data, flat.shape[1], flat.shape[0], flat.shape[1], QImage.Format.Format_Grayscale8)
            self.image = self.image.copy()

    def arrange(self, width: float) -> int:
        """Lay everything out in so much width; returns the height that it takes."""
        self._image_rect = _fitted(self.image, QRectF(MARGIN, 2, MAP, MAP)) if not self.image.isNull() else QRectF()
        left = MARGIN + (MAP + CELL_GAP if not self.image.isNull() else 0)
        x, y = left, 2.0
        for one in self.filters:
            wide = len(one.kernels) * (KERNEL + GAP) + MAP
            if x + wide > width - MARGIN and x > left:
                x, y = left, y + MAP + CELL_GAP / 2
            one.rect = QRectF(x, y, wide, MAP)
            one.kernel_rects = [
                _fitted(image, QRectF(x + at * (KERNEL + GAP), y + (MAP - KERNEL) / 2, KERNEL, KERNEL))
                for at, image in enumerate(one.kernels)
            ]
            one.map_rect = _fitted(one.map, QRectF(x + wide - MAP, y, MAP, MAP))
            x += wide + CELL_GAP
        return int(y + MAP + 6 + LINE * len(self.notes))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, QRectF(event.rect()))
            if self._mouse is not None:
                self._paint_mouse(painter, self._mouse)

    def paint(self, painter: QPainter, seen: QRectF | None = None) -> None:
        """Draw what `seen` touches, or all."""
        theme = self._studio.themes.theme
        line = QPen(theme.color("line"), 1)
        if not self._image_rect.isEmpty():
            painter.drawImage(self._image_rect, self.image)
        for one in self.filters:
            if seen is not None and not one.rect.intersects(seen):
                continue
            for image, rect in zip([*one.kernels, one.map], [*one.kernel_rects, one.map_rect], strict=True):
                painter.drawImage(rect, image)
                painter.setPen(line)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(self._studio.themes.font(11))
        painter.setPen(theme.color("secondary"))
        below = max((one.rect.bottom() for one in self.filters), default=0.0) + 4
        for at, note in enumerate(self.notes):
            painter.drawText(QRectF(MARGIN, below + at * LINE, self.width() - 2 * MARGIN, LINE), note)

    def _paint_mouse(self, painter: QPainter, mouse: QPointF) -> None:
        theme, font = self._studio.themes.theme, self._studio.themes.font(11)
        for index, one in enumerate(self.filters):
            if one.rect.contains(mouse):
                rows = []
                for name, key in ((self.words[1], "kernels"), (self.words[2], "maps")):
                    values = np.asarray(self.arrays[key])[index] * float(self.arrays[f"{key}.scale"])
                    span = f"{number(float(values.min()), 2)} … {number(float(values.max()), 2)}"
                    rows.append(Row(theme.color("accent"), name, [span]))
                title = self.words[0].format(number(index + 1))
                draw_readout(painter, theme, font, QRectF(self.rect()), mouse, title, [], rows)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse = None
        self.update()


def _fitted(image: QImage, room: QRectF) -> QRectF:
    """The largest place in the middle of `room` that keeps the form of a picture."""
    wide, high = image.width(), max(image.height(), FLATTEST * image.width())
    scale = min(room.width() / max(wide, 1), room.height() / max(high, 1))
    size = (wide * scale, high * scale)
    return QRectF(room.center().x() - size[0] / 2, room.center().y() - size[1] / 2, *size)
