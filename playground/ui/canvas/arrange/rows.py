"""A long network in rows, like text: broken where a single item feeds all that follows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.ui.canvas.arrange.layers import Layers
from playground.ui.canvas.arrange.straight import Room

WIDEST = 1800.0
"""Networks up to this width stay in one row."""
ASPECT = 1.7
MOST_ROWS, NARROWEST_ROW = 24, 360.0
RETURN = 40.0
"""About how far an edge swings out beside the rows on its way back."""
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


def in_rows(
    made: Layers,
    rooms: Sequence[Room],
    columns: Columns,
    across: list[float],
    page: tuple[float, float] | None = None,
) -> None:
    """Break columns into rows one below another; `across` takes the new levels.

    The rows fill a page of that width and height as well as they can; without one they make a picture of usual shape.
    """
    width = columns.stops[-1] if columns.stops else 0.0
    if not width or (page is None and width <= WIDEST):
        return
    tall = [_extent(made, rooms, across, [layer]) for layer in range(len(made.rows))]
    breaks = _usual(made, columns, tall) if page is None else _filling(page, made, columns, tall)
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


def _usual(made: Layers, columns: Columns, tall: Sequence[tuple[float, float]]) -> list[int]:
    """Breaks for a picture of usual shape."""
    height = max(low for _, low in tall) - min(top for top, _ in tall) + ROW_GAP
    count = max(1, round(math.sqrt(columns.stops[-1] / (ASPECT * height))))
    return _breaks(made, columns, columns.stops[-1] / count)


def _filling(
    page: tuple[float, float], made: Layers, columns: Columns, tall: Sequence[tuple[float, float]]
) -> list[int]:
    """The breaks with which a page shows the rows largest."""

    def scale(breaks: Sequence[int]) -> float:
        firsts, lasts = [0, *(last + 1 for last in breaks)], [*breaks, len(tall) - 1]
        wide = max(columns.stops[last] - columns.starts[first] for first, last in zip(firsts, lasts, strict=True))
        high = -ROW_GAP
        for first, last in zip(firsts, lasts, strict=True):
            row = tall[first : last + 1]
            high += max(low for _, low in row) - min(top for top, _ in row) + ROW_GAP
        return min(page[0] / (wide + 2 * RETURN * bool(breaks)), page[1] / high, 1.0)

    width = columns.stops[-1]
    most = max(1, min(MOST_ROWS, int(width / NARROWEST_ROW)))
    return max((_breaks(made, columns, width / count) for count in range(1, most + 1)), key=scale)


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
