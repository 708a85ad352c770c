"""Samples drawn over a map of the input plane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.ui.tokens import Theme, class_colors, value_lut

MANY, SMALLEST = 220, 1.2
LEVELS = 24
WHITE = QColor(255, 255, 255)
MADE = QColor(0, 158, 115)
"""Green, which no value map has, so that made samples stand out on any field."""


def draw_points(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    extent: float,
    arrays: Mapping[str, Any],
    classes: int,
    validation: bool,
) -> None:
    """Draw a Points snapshot into `area`, which shows −extent … extent: training samples filled with a white outline,
    validation samples as smaller white dots with a coloured outline, beneath them. `classes` is 0 for regression.
    """
    count = sum(len(arrays[f"{part}_y"]) for part in ("train", "validation") if f"{part}_y" in arrays)
    radius = min(max(area.width() / 46, 2.2), 4.4) * min(1.0, (MANY / max(count, 1)) ** 0.5)
    radius = max(radius, SMALLEST)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for part, size in (("validation", 0.72 * radius), ("train", radius)):
        if f"{part}_y" not in arrays or (part == "validation" and not validation):
            continue
        places, colors = _grouped(theme, arrays[f"{part}_y"], classes)
        at = _pixels(area, extent, arrays[f"{part}_xy"])
        places = np.where((np.abs(arrays[f"{part}_xy"]) <= extent).all(axis=1), places, -1)  # drawings do not clip
        for index, color in enumerate(colors):
            filled, edge = (color, WHITE) if part == "train" else (WHITE, color)
            painter.setBrush(filled)
            painter.setPen(QPen(edge, max(size * 0.36, 0.6)))
            for x, y in at[places == index].tolist():
                painter.drawEllipse(QPointF(x, y), size, size)


def draw_made(painter: QPainter, theme: Theme, area: QRectF, extent: float, real: Any, made: Any) -> None:
    """Draw real samples (N, 2) as small grey dots, and over them made ones (M, 2) in green."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = min(max(area.width() / 150, SMALLEST), 2.4)
    grey = QColor(theme.color("text"))
    grey.setAlphaF(0.45)
    for xy, color, edge, radius in ((real, grey, None, 0.8 * size), (made, MADE, WHITE, 1.25 * size)):
        inside = np.asarray(xy)[(np.abs(xy) <= extent).all(axis=1)]
        painter.setBrush(color)
        painter.setPen(QPen(edge, 0.6) if edge is not None else Qt.PenStyle.NoPen)
        for x, y in _pixels(area, extent, inside).tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _pixels(area: QRectF, extent: float, xy: Any) -> Any:
    scale = np.array([area.width(), -area.height()]) / (2 * extent)
    return np.asarray(xy, np.float64) * scale + np.array([area.center().x(), area.center().y()])


def _grouped(theme: Theme, y: Any, classes: int) -> tuple[Any, list[QColor]]:
    """A colour index per sample, and the colours: one per class, or steps of the value map for numbers."""
    if classes:
        return np.asarray(y).astype(np.int64) % classes, class_colors(theme, classes)
    steps = np.nan_to_num((np.clip(np.asarray(y, np.float64), -1, 1) + 1) / 2 * (LEVELS - 1)).round().astype(np.int64)
    places = np.linspace(1, 255, LEVELS).round().astype(int)
    return steps, [QColor(*(int(c) for c in value_lut(theme)[i, :3])) for i in places]
