"""The strands of an edge: a line for each weight, grouped by sign and width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.ui.canvas.items.look import LEVELS, Strand
from playground.ui.canvas.items.routing import curve as curve

FEW = 12
"""Layers of at most so many units show each weight as a strand of its own."""
WIDTH_PER_WEIGHT = 1.4
"""Pixels of width that a weight of 1 adds to the thinnest line."""

SAMPLES = 24
"""Points along a strand when one asks how near the pointer is."""


def levels(weights: NDArray[np.float32]) -> NDArray[np.int16]:
    """Sign and width of weights as one number each: ±(level + 1), 0 for a weight that is 0 or no number."""
    size = np.minimum(np.nan_to_num(np.abs(weights), nan=0.0) * (WIDTH_PER_WEIGHT / 0.4), LEVELS - 1)
    sign = np.nan_to_num(np.sign(weights), nan=0.0)
    found: NDArray[np.int16] = (sign * (np.rint(size) + 1)).astype(np.int16)
    return found


def strand_of(level: int) -> Strand:
    """Sign and width level of one number of `levels`."""
    return (0, 0) if level == 0 else ((1, level - 1) if level > 0 else (-1, -level - 1))


def fan(starts: Iterable[QPointF], ends: Iterable[QPointF], down: bool = False) -> list[list[QPainterPath]]:
    """The strand from each start to each end, as rows by end."""
    sources = list(starts)
    return [[curve(start, end, down) for start in sources] for end in ends]


def grouped(paths: Sequence[Sequence[QPainterPath]], level: NDArray[np.int16]) -> dict[Strand, QPainterPath]:
    """Strands of equal sign and width in one path each, thin ones first."""
    found: dict[Strand, QPainterPath] = {}
    for row, of_row in zip(paths, level.tolist(), strict=True):
        for path, value in zip(row, of_row, strict=True):
            found.setdefault(strand_of(value), QPainterPath()).addPath(path)
    return dict(sorted(found.items(), key=lambda item: item[0][1]))


def fan_points(paths: Sequence[Sequence[QPainterPath]]) -> NDArray[np.float64]:
    """Points (rows, columns, n, 2) along each strand, for telling how near a pointer is."""
    shares = [i / (SAMPLES - 1) for i in range(SAMPLES)]
    return np.array([[[path.pointAtPercent(s).toTuple() for s in shares] for path in row] for row in paths])


def gaps_to(points: NDArray[np.float64], x: float, y: float) -> NDArray[np.float64]:
    """How far a place is from each strand (rows, columns), as straight lines between its points."""
    start, way = points[..., :-1, :], np.diff(points, axis=-2)
    ahead = np.array([x, y]) - start
    share = (ahead * way).sum(axis=-1) / np.maximum((way * way).sum(axis=-1), 1e-12)
    gap = ahead - np.clip(share, 0, 1)[..., None] * way
    found: NDArray[np.float64] = np.sqrt((gap * gap).sum(axis=-1)).min(axis=-1)
    return found
