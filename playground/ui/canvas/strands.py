"""The lines of an edge: curves between ports, grouped by sign and width of their weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from playground.ui.canvas.look import LEVELS, Strand

FEW = 12
"""Layers of at most so many units show each weight as a strand of its own."""
WIDTH_PER_WEIGHT = 1.4
"""Pixels of width that a weight of 1 adds to the thinnest line."""
BOW = 22.0
SAMPLES = 24


def levels(weights: NDArray[np.float32]) -> NDArray[np.int16]:
    """Sign and width of weights as one number each: ±(level + 1), 0 for a weight that is 0 or no number."""
    size = np.minimum(np.nan_to_num(np.abs(weights), nan=0.0) * (WIDTH_PER_WEIGHT / 0.4), LEVELS - 1)
    sign = np.nan_to_num(np.sign(weights), nan=0.0)
    found: NDArray[np.int16] = (sign * (np.rint(size) + 1)).astype(np.int16)
    return found


def strand_of(level: int) -> Strand:
    """Sign and width level of one number of `levels`."""
    return (0, 0) if level == 0 else ((1, level - 1) if level > 0 else (-1, -level - 1))


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """A calm curve that leaves and enters level."""
    path = QPainterPath(start)
    ahead = end.x() - start.x()
    reach = max(ahead * 0.5, 24.0) if ahead > 0 else min(48 - ahead * 0.5, 160.0)
    path.cubicTo(start.x() + reach, start.y(), end.x() - reach, end.y(), end.x(), end.y())
    return path


def bowed(start: QPointF, end: QPointF, obstacles: Sequence[QRectF]) -> QPainterPath | None:
    """A curve that passes above or below the cards in its way; None when nothing is in its way."""
    if end.x() <= start.x():
        return None
    way = [box for box in obstacles if box.left() > start.x() - 1 and box.right() < end.x() + 1]
    points = samples(curve(start, end))
    if not any(_enters(points, box) for box in way):
        return None
    above = min(box.top() for box in way) - BOW
    below = max(box.bottom() for box in way) + BOW
    middle = (start.y() + end.y()) / 2
    level = above if middle - above < below - middle else below
    first, last = min(box.left() for box in way), max(box.right() for box in way)
    path = QPainterPath(start)
    path.cubicTo((start.x() + first) / 2, start.y(), (start.x() + first) / 2, level, first, level)
    path.lineTo(last, level)
    path.cubicTo((last + end.x()) / 2, level, (last + end.x()) / 2, end.y(), end.x(), end.y())
    return path


def _enters(points: NDArray[np.float64], box: QRectF) -> bool:
    x, y = points[:, 0], points[:, 1]
    inside = (x > box.left()) & (x < box.right()) & (y > box.top() - 4) & (y < box.bottom() + 4)
    return bool(inside.any())


def samples(path: QPainterPath) -> NDArray[np.float64]:
    """Points (n, 2) along a path, for telling how near a pointer is."""
    points = [path.pointAtPercent(i / (SAMPLES - 1)) for i in range(SAMPLES)]
    return np.array([(p.x(), p.y()) for p in points])


def fan(starts: Iterable[QPointF], ends: Iterable[QPointF]) -> list[list[QPainterPath]]:
    """The strand from each start to each end, as rows by end."""
    sources = list(starts)
    return [[curve(start, end) for start in sources] for end in ends]


def grouped(paths: Sequence[Sequence[QPainterPath]], level: NDArray[np.int16]) -> dict[Strand, QPainterPath]:
    """Strands of equal sign and width in one path each, thin ones first."""
    found: dict[Strand, QPainterPath] = {}
    for row, of_row in zip(paths, level.tolist(), strict=True):
        for path, value in zip(row, of_row, strict=True):
            found.setdefault(strand_of(value), QPainterPath()).addPath(path)
    return dict(sorted(found.items(), key=lambda item: item[0][1]))
