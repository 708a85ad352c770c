"""Where a card shows what a layer makes of samples that lie on no plane: maps of channels, strips of units."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

LARGE, CELL, GAP = 84.0, 40.0, 6.0
COLUMNS, MAPS = 4, 12
STRIP = 96
"""Columns of a strip at most, as the probe sends them."""
NARROW, WIDE, TALL = 64.0, 178.0, 36.0


def picture_cells(shape: Sequence[int], left: float, top: float) -> tuple[tuple[QRectF, ...], int, int]:
    """Cells for an output of this shape, how many units have none, and how many units share one strip (0: maps)."""
    if len(shape) == 3:
        return _maps(shape[0], left, top)
    if len(shape) == 2:  # channels below one another, places side by side
        tall = min(max(4.0 * shape[0], 24.0), 72.0)
        return (QRectF(left, top, WIDE, tall),), 0, 0
    units = min(shape[0], STRIP) if shape else 0
    if not units:
        return (), 0, 0
    return (QRectF(left, top, min(max(12.0 * units, NARROW), WIDE), TALL),), 0, units


def _maps(channels: int, left: float, top: float) -> tuple[tuple[QRectF, ...], int, int]:
    if channels <= 3:
        side = LARGE if channels == 1 else 54.0
        return tuple(QRectF(left + i * (side + GAP), top, side, side) for i in range(channels)), 0, 0
    step = CELL + GAP
    count = min(channels, MAPS)
    cells = tuple(QRectF(left + i % COLUMNS * step, top + i // COLUMNS * step, CELL, CELL) for i in range(count))
    return cells, channels - MAPS + 1 if channels > MAPS else 0, 0
