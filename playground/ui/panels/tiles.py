"""Tiles with small pictures of data sets, drawn from their own generators."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from playground.catalog.kinds import Data
from playground.spec.entry import fields_of
from playground.ui import fonts, words
from playground.ui.panels.previews import preview
from playground.ui.theme import Theme, ThemeManager, class_colors, value_lut

RADIUS = 7.0
POINTS = 180
GAP = 8
FAINTEST = 0.3


def sample(data: Data) -> tuple[NDArray[np.float32], NDArray[Any]]:
    """Coordinates (N, 2) and targets (N,) of a plane data set, from the generator it trains on."""
    module, _, name = data.target.rpartition(".")
    inputs, targets = getattr(importlib.import_module(module), name)(**data.args())
    return np.asarray(inputs)[:, :2], np.asarray(targets)


def few(cls: type[Data]) -> Data:
    """The data set with its defaults, but no more points than a tile can show."""
    known = fields_of(cls)
    return cls().with_values(**{name: POINTS for name in ("samples", "n_samples", "n") if name in known})


def picture(data: Data, theme: Theme, side: float, ratio: float) -> QImage:
    """The points of a plane data set on a clear ground, `side` logical pixels wide."""
    pixels = round(side * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    inputs, targets = sample(data)
    reach = float(np.quantile(np.abs(inputs), 0.995)) or 1.0
    places = side * (0.5 + 0.46 * inputs / reach * np.array([1.0, -1.0]))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        size = max(0.8, side / 54)
        for (x, y), color in zip(places.tolist(), _colors(data, targets, theme), strict=True):
            painter.setBrush(color)
            painter.drawEllipse(QPointF(x, y), size, size)
    return image


def _colors(data: Data, targets: NDArray[Any], theme: Theme) -> list[QColor]:
    if data.task == "classification":
        palette = class_colors(theme, int(targets.max()) + 1)
        return [palette[int(target)] for target in targets]
    lut = value_lut(theme)
    values = targets / max(float(np.abs(targets).max()), 1e-9)
    strong = np.sign(values) * (FAINTEST + (1 - FAINTEST) * np.abs(values))  # dots near 0 would vanish in the ground
    places = np.clip(128 + strong * 127, 0, 255).astype(int)
    return [QColor(*(int(part) for part in lut[place][:3])) for place in places]


class DataTile(QAbstractButton):
    """A button with a picture of a data set, and its name where it is wide; the chosen one wears the accent ring."""

    def __init__(
        self, cls: type[Data], themes: ThemeManager, named: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(words.title(cls) if named else "")
        self.entry_class = cls
        self._themes = themes
        self._image = QImage()
        self._key: tuple[str, int, float] | None = None
        self._due = QTimer(self, singleShot=True, interval=0)  # `QTimer.singleShot` would swallow what fails
        self._due.timeout.connect(self._draw)
        self.setCheckable(True)
        self.setAccessibleName(words.title(cls))
        self.setToolTip(f"{words.title(cls)}\n{words.sentences(cls)[0]}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(52, 52)

    def thumbnail(self) -> QImage:
        """The picture in the theme in force; drawn once for each theme and size.

        It stays empty where the samples cannot be drawn, so that the fault is told once and not at every paint.
        """
        if self._key != (key := self._wanted()):
            self._key, self._image = key, QImage()
            painted = picture if self.entry_class.plane else preview
            self._image = painted(few(self.entry_class), self._themes.theme, key[1], key[2])
        return self._image

    def _wanted(self) -> tuple[str, int, float]:
        """For which theme, side and ratio of pixels a picture is drawn."""
        return self._themes.theme.name, max(min(self.width(), self.height()) - 8, 8), self.devicePixelRatioF()

    def _draw(self) -> None:
        self.update()
        self.thumbnail()  # what fails here, of a plug-in's data, goes from the timer to the hook for faults

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._key != self._wanted():
            # Not while painting: the data may be another's and fail, and Qt ends the program over what fails there.
            self._due.start()
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        path = QPainterPath()
        path.addRoundedRect(frame, RADIUS, RADIUS)
        ground = "accent_fill" if self.isChecked() else "hover" if self.underMouse() else "canvas"
        painter.fillPath(path, theme.color(ground))
        strong = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if strong else "line"), 2.0 if self.isChecked() else 1.0))
        painter.drawPath(path)
        side = max(min(self.width(), self.height()) - 8, 8)
        edge = (self.height() - side) / 2
        painter.drawImage(
            QPointF(edge if self.width() > self.height() else (self.width() - side) / 2, edge), self._image
        )
        if self.text():
            self._paint_name(
                painter, QRectF(self.height() + 2, 0, self.width() - self.height() - 2 - edge, self.height())
            )

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        """The name beside the picture, in two lines where it is long; the tooltip tells what they leave out."""
        painter.setFont(fonts.font(fonts.LABEL))
        painter.setPen(self._themes.theme.color("text" if self.isChecked() else "secondary"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        metrics, name, words = painter.fontMetrics(), self.text(), self.text().split()
        while len(words) > 1 and metrics.boundingRect(room.toRect(), flags, name).height() > 2 * metrics.lineSpacing():
            words.pop()
            name = " ".join(words) + "…"
        painter.drawText(room, flags, name)


class TileGrid(QWidget):
    """Tiles side by side that share the width there is: square, or all `height` high."""

    def __init__(self, columns: int = 4, largest: int = 60, height: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._largest = largest
        self._height = height
        self._tiles: list[DataTile] = []
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> Sequence[DataTile]:
        """The tiles in order."""
        return self._tiles

    def add(self, tile: DataTile) -> None:
        """Put a tile at the end."""
        tile.setParent(self)
        self._tiles.append(tile)
        self._group.addButton(tile)

    def choose(self, cls: type[Any] | None) -> None:
        """Give the ring to the tile of a class, or to none."""
        self._group.setExclusive(False)
        for tile in self._tiles:
            tile.setChecked(tile.entry_class is cls)
        self._group.setExclusive(cls is not None)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._tiles) // self._columns)
        return max(0, rows * ((self._height or self._side(width)) + GAP) - GAP)

    def sizeHint(self) -> QSize:
        return QSize(4 * 52 + 3 * GAP, self.heightForWidth(4 * 52 + 3 * GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._side(self.width())
        for index, tile in enumerate(self._tiles):
            row, column = divmod(index, self._columns)
            high = self._height or side
            tile.setGeometry(column * (side + GAP), row * (high + GAP), side, high)

    def _side(self, width: int) -> int:
        return min(self._largest, (width - GAP * (self._columns - 1)) // self._columns)


def data_class(value: type[Any]) -> type[Data]:
    """The class as one of a data set; the registry knows entries only."""
    return cast(type[Data], value)
