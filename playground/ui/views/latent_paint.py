"""How pictures made from codes, and the marks on their plane, are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from playground.ui.tokens import Theme, class_colors

RADIUS, APART = 7.0, 15.0
VEIL = 0.45
"""How much of the pictures of a plane is covered where points lie on them."""
Pixels = NDArray[np.uint8]


def picture(values: Any, theme: Theme) -> QImage:
    """Levels 0–255 (h, w, 1 or 3) as an image: colours as they are, grey as ink on the paper of the theme."""
    pixels: Pixels = np.ascontiguousarray(values, np.uint8)
    height, width, channels = pixels.shape
    if channels == 3:
        return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    shares = pixels.astype(np.float32) / 255
    paper, ink = (_rgb(theme.color(role)) for role in ("canvas", "text"))
    colored = np.ascontiguousarray((paper + shares * (ink - paper)).round().astype(np.uint8))
    return QImage(colored.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def mosaic(tiles: Any) -> Pixels:
    """Pictures (rows, columns, h, w, c) as one (rows · h, columns · w, c)."""
    rows, columns, height, width, channels = np.shape(tiles)
    laid: Pixels = np.ascontiguousarray(np.moveaxis(tiles, 2, 1)).reshape(rows * height, columns * width, channels)
    return laid


def draw_picture(painter: QPainter, theme: Theme, rect: QRectF, image: QImage, veiled: bool = False) -> None:
    """Draw pixels as squares with rounded corners; `veiled` makes room for points on top."""
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(rect, RADIUS if rect.width() > 60 else 3.0, RADIUS if rect.width() > 60 else 3.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, theme.color("canvas"))
    painter.setClipPath(shape)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, rect.width() < image.width())
    if not image.isNull():
        painter.drawImage(rect, image)
    if veiled:
        painter.fillPath(shape, theme.color("canvas", VEIL))
    painter.setClipping(False)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.restore()


def draw_labels(
    painter: QPainter, theme: Theme, font: QFont, rect: QRectF, extent: float, codes: Any, y: Any, names: Sequence[str]
) -> None:
    """Write the name of each class in the middle of its codes, where it does not hide another."""
    colors, taken = class_colors(theme, len(names)), list[QPointF]()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for index, name in enumerate(names):
        own = np.asarray(codes)[np.asarray(y).astype(np.int64) == index]
        if not len(own):
            continue
        at = on_tile(rect, extent, np.median(own, axis=0))
        if not rect.contains(at) or any((at - other).manhattanLength() < APART for other in taken):
            continue
        taken.append(at)
        box = QRectF(0, 0, metrics.horizontalAdvance(name) + 5, metrics.height() - 1)
        box.moveCenter(at)
        painter.setPen(QPen(colors[index], 1.2))
        painter.setBrush(theme.color("panel", 0.85))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)


def draw_mesh(painter: QPainter, rect: QRectF, reach: float, grid: Any, color: QColor) -> None:
    """Draw the lines of a grid of codes (t, t, 2) where the decoder puts them on the plane of the data."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 0.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = np.concatenate([np.asarray(grid), np.asarray(grid).transpose(1, 0, 2)])
    for line in lines:
        path = QPainterPath(on_tile(rect, reach, line[0]))
        for place in line[1:]:
            path.lineTo(on_tile(rect, reach, place))
        painter.drawPath(path)
    painter.restore()


def on_tile(rect: QRectF, extent: float, place: Any) -> QPointF:
    """Where a place of a plane lies on the tile that shows it."""
    x, y = (float(value) for value in place)
    return QPointF(
        rect.center().x() + x * rect.width() / (2 * extent), rect.center().y() - y * rect.height() / (2 * extent)
    )


def _rgb(color: QColor) -> NDArray[np.float32]:
    return np.array([color.red(), color.green(), color.blue()], np.float32)
