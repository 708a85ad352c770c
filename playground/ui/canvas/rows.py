"""A long network in rows, like text: broken where a single item feeds all that follows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.ui.canvas.layers import Layers
from playground.ui.canvas.straight import Room

WIDEST = 1800.0
"""Networks up to this width stay in one row."""
ASPECT = 1.7
ROW_GAP = 72.0
"""Free space between rows, in the middle of which an edge runs back to the next one."""


@dataclass(frozen=True)
class Return:
    """The way from the end of a row back to the start of the next: two places along, one level across."""

    end: float
    start: float
    level: float


@dataclass
class Columns:
    """Where each layer starts and stops along the way, and the returns behind the layers that end a row."""

    starts: list[float]
    stops: list[float]
    returns: dict[int, Return] = field(default_factory=dict)


def in_rows(made: Layers, rooms: Sequence[Room], columns: Columns, across: list[float]) -> None:
    """Break columns into rows one below another; `across` takes the new levels."""
    width = columns.stops[-1] if columns.stops else 0.0
    if width <= WIDEST:
        return
    tall = [_extent(made, rooms, across, [layer]) for layer in range(len(made.rows))]
    height = max(low for _, low in tall) - min(top for top, _ in tall) + ROW_GAP
    count = max(1, round(math.sqrt(width / (ASPECT * height))))
    breaks = _breaks(made, columns, width / count)
    at, first = 0.0, 0
    for last in (*breaks, len(made.rows) - 1):
        layers = range(first, last + 1)
        top, low = _extent(made, rooms, across, layers)
        for item in (i for layer in layers for i in made.rows[layer]):
            across[item] += at - top
        left = columns.starts[first]
        for layer in layers:
            columns.starts[layer] -= left
            columns.stops[layer] -= left
        at += low - top
        if last in breaks:
            columns.returns[last] = Return(columns.stops[last], 0.0, at + ROW_GAP / 2)
        at += ROW_GAP
        first = last + 1


def _extent(made: Layers, rooms: Sequence[Room], across: Sequence[float], layers: Sequence[int]) -> tuple[float, float]:
    """The highest and the lowest level that some layers take."""
    top, low = math.inf, -math.inf
    for item in (i for layer in layers for i in made.rows[layer]):
        above, below = (rooms[item].above, rooms[item].below) if not made.is_lane(item) else (0.0, 0.0)
        top, low = min(top, across[item] - above), max(low, across[item] + below)
    return top, low


def _breaks(made: Layers, columns: Columns, wanted: float) -> list[int]:
    """Layers that end a row: the last ones before it gets wider than wanted, of those that hold a single item."""
    found: list[int] = []
    left, candidate = 0.0, -1
    for layer in range(len(made.rows) - 1):
        if candidate >= 0 and columns.stops[layer] - left > wanted:
            found.append(candidate)
            left, candidate = columns.starts[candidate + 1], -1
        if len(made.rows[layer]) == 1 and not made.is_lane(made.rows[layer][0]):
            candidate = layer
    if candidate >= 0 and columns.stops[-1] - left > wanted * 1.25:
        found.append(candidate)
    return found
