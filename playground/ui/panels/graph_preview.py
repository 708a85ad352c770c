"""A small true picture of data that are graphs."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.catalog.graph_layout import laid_out
from playground.catalog.kinds import Data
from playground.ui.tokens import Theme, class_colors

ROUNDS = 40
MANY = 60
"""With more nodes than this they are drawn as small as they can be."""


def has_graphs(data: Data) -> bool:
    """Whether samples are graphs."""
    return any(part.name == "adjacency" for part in data.parts)


def paint_graphs(
    painter: QPainter, data: Data, inputs: NDArray[np.float32], targets: NDArray[Any], theme: Theme, side: float
) -> None:
    """The graph whose nodes are to be told apart, or the first four graphs, coloured by their classes."""
    colors = class_colors(theme, max(data.classes, 2))
    size = data.parts[1].shape[0]
    adjacency = inputs[:4, -size * size :].reshape(-1, size, size)
    if data.masked:
        known = targets.max(axis=0)[0]
        _paint(painter, adjacency[0], [colors[one] for one in known.tolist()], theme, QRectF(0, 0, side, side))
        return
    half = (side - 4) / 2
    for at, (one, target) in enumerate(zip(adjacency, targets.tolist(), strict=False)):
        place = QRectF((at % 2) * (half + 4), (at // 2) * (half + 4), half, half)
        _paint(painter, one, [colors[target]] * size, theme, place)


def _paint(
    painter: QPainter, adjacency: NDArray[np.float32], colors: list[QColor], theme: Theme, place: QRectF
) -> None:
    count = int(adjacency.diagonal().sum())
    edges = adjacency[:count, :count]
    size = 1.1 if count > MANY or place.width() < 24 else 1.8
    at = laid_out(edges, ROUNDS) * (place.width() - 2 * size) + [place.left() + size, place.top() + size]
    painter.setPen(QPen(theme.color("text", 0.12 if count > MANY else 0.35), 0.5))
    for a, b in np.argwhere(np.triu(edges, 1)).tolist():
        painter.drawLine(QPointF(*at[a]), QPointF(*at[b]))
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), color in zip(at.tolist(), colors, strict=False):
        painter.setBrush(color)
        painter.drawEllipse(QPointF(x, y), size, size)
