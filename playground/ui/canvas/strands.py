"""The strands of an edge: a line for each weight, grouped by sign and width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.ui.canvas.look import LEVELS, Strand
from playground.ui.canvas.routing import curve as curve

FEW = 12
"""Layers of at most so many units show each weight as a strand of its own."""
WIDTH_PER_WEIGHT = 1.4
"""Pixels of width that a weight of 1 adds to the thinnest line."""


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
