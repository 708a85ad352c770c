"""Small true pictures of data that lie on no plane: images, strips of steps, curves, words."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from playground.catalog.kinds import Data
from playground.ui import fonts
from playground.ui.panels.graph_preview import has_graphs, paint_graphs
from playground.ui.theme import Theme, class_colors, value_lut
from playground.ui.views.image_paint import draw_box, mask_image, sheet_colors

MANY = 27
"""With more symbols than this, samples are shown as text instead of coloured cells."""
STEPS = 60
"""Values of a time series that are drawn."""
STRIP = 12
"""Rows and columns of a table of numbers that are drawn."""
LETTERS = 8
"""Size of the letters in a picture, in pixels."""


def drawn(data: Data) -> tuple[NDArray[np.float32], NDArray[Any]]:
    """Samples and targets from the generator the network trains on, or the first few where reading all takes long."""
    module, _, name = (data.few_target or data.target).rpartition(".")
    inputs, targets = getattr(importlib.import_module(module), name)(**data.args())
    return np.asarray(inputs), np.asarray(targets)


def preview(data: Data, theme: Theme, side: float, ratio: float) -> QImage:
    """A picture of the first samples on a clear ground, `side` logical pixels wide."""
    inputs, targets = drawn(data)
    pixels = round(side * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_samples(painter, data, inputs, targets, theme, side)
    return image


def _paint_samples(
    painter: QPainter, data: Data, inputs: NDArray[np.float32], targets: NDArray[Any], theme: Theme, side: float
) -> None:
    """Words, cells, images or a curve, as suits the samples."""
    if has_graphs(data):
        paint_graphs(painter, data, inputs, targets, theme, side)
    elif data.spell(inputs[0], targets[0]):
        spelt = "\n".join(data.spell(one, answer) for one, answer in zip(inputs[:4], targets[:4], strict=True))
        _paint_text(painter, [spelt], theme, side)
    elif data.symbols and len(data.symbols) > MANY:
        _paint_text(painter, [data.symbols[int(number)] for number in inputs[:4].ravel()], theme, side)
    elif data.symbols:
        colors = class_colors(theme, len(data.symbols))
        few = inputs[:5, :7].astype(int)
        _paint_cells(painter, [[colors[number] for number in row] for row in few], side)
    elif inputs.ndim == 4:
        _paint_images(painter, inputs[:4, 0], side)
        _paint_answers(painter, data, targets[:4], theme, side)
    elif inputs.ndim == 3 and inputs.shape[2] == 1:
        _paint_curve(painter, targets[:STEPS] if data.in_order else inputs[0, :, 0], theme, side)
    elif inputs.ndim == 2:
        _paint_cells(painter, _shaded(inputs[:STRIP, :STRIP], theme), side)
    else:
        strips = inputs[0].transpose() if inputs.shape[-1] > 2 else np.concatenate(inputs[:3, :STRIP].swapaxes(1, 2))
        _paint_cells(painter, _shaded(strips, theme), side)


def _paint_images(painter: QPainter, images: NDArray[np.float32], side: float) -> None:
    """Four images in grey, two beside and two below one another."""
    for at, one in enumerate(images):
        grey = np.ascontiguousarray(np.clip(255 * one, 0, 255).astype(np.uint8))
        picture = QImage(grey.data, grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8)
        painter.drawImage(_quarter(at, side), picture)


def _quarter(at: int, side: float) -> QRectF:
    """Where the image of that number goes."""
    half = (side - 2) / 2
    return QRectF((at % 2) * (half + 2), (at // 2) * (half + 2), half, half)


def _paint_answers(painter: QPainter, data: Data, targets: NDArray[Any], theme: Theme, side: float) -> None:
    """The classes of pixels over the first images, or the boxes around what they show."""
    colors = class_colors(theme, max(data.classes, 3))
    for at, wanted in enumerate(targets):
        if wanted.ndim == 2:
            sheet = mask_image(wanted.astype(np.uint8), sheet_colors(theme, data.class_names))
            painter.drawImage(_quarter(at, side), sheet)
        elif data.heads and data.heads[-1].name == "box":
            color = colors[int(wanted[0]) % len(colors)] if data.heads[0].classes else colors[0]
            draw_box(painter, _quarter(at, side), wanted[-4:], color, width=1.0)


def _shaded(values: NDArray[np.float32], theme: Theme) -> list[list[QColor]]:
    """Numbers from −1 to 1 in the colours of the value map."""
    lut = value_lut(theme)
    return [[QColor(*(int(part) for part in lut[place][:3])) for place in row] for row in _places(values)]


def _places(values: NDArray[np.float32]) -> list[list[int]]:
    found: list[list[int]] = np.clip(128 + 127 * values, 0, 255).astype(int).tolist()
    return found


def _paint_cells(painter: QPainter, rows: list[list[QColor]], side: float) -> None:
    """Rows of coloured cells that fill the square."""
    width, height = side / len(rows[0]), side / len(rows)
    gap = 1.0 if min(width, height) > 4 else 0.4
    painter.setPen(Qt.PenStyle.NoPen)
    for down, row in enumerate(rows):
        for across, color in enumerate(row):
            painter.setBrush(color)
            cell = QRectF(across * width, down * height, width - gap, height - gap)
            painter.drawRoundedRect(cell, 1, 1)


def _paint_curve(painter: QPainter, values: NDArray[np.float32], theme: Theme, side: float) -> None:
    """A series from left to right, from its least to its largest value."""
    low, high = float(values.min()), float(values.max())
    heights = side * (0.92 - 0.84 * (values - low) / max(high - low, 1e-9))
    across = np.linspace(1, side - 1, len(values))
    points = [QPointF(x, y) for x, y in zip(across.tolist(), heights.tolist(), strict=True)]
    painter.setPen(QPen(theme.color("accent"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _paint_text(painter: QPainter, symbols: list[str], theme: Theme, side: float) -> None:
    """The beginning of the samples as text that is wrapped, and cut off below."""
    gap = "" if all(len(symbol) == 1 for symbol in symbols) else " "
    said = gap.join(symbol for symbol in symbols if symbol != "·").replace("␣", " ").replace("¶", " ")
    painter.setFont(fonts.font(LETTERS))
    painter.setPen(theme.color("text"))
    line = painter.fontMetrics().lineSpacing()
    painter.setClipRect(QRectF(0, 0, side, side // line * line))  # no line is cut in half
    painter.drawText(QRectF(0, 0, side, side), int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), said)
