"""Places of cards: aligned, distributed, exchanged, and the guides that a dragged card snaps to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Size = tuple[float, float]
Align = Literal["left", "center", "right", "top", "middle", "bottom"]
Axis = Literal["horizontal", "vertical"]
_ANCHORS: dict[Align, tuple[int, float]] = {
    "left": (0, 0.0),
    "center": (0, 0.5),
    "right": (0, 1.0),
    "top": (1, 0.0),
    "middle": (1, 0.5),
    "bottom": (1, 1.0),
}
Line = tuple[Point, Point]


def aligned(ids: Iterable[str], places: Mapping[str, Point], sizes: Mapping[str, Size], how: Align) -> dict[str, Point]:
    """Bring the same side, or the middles, of cards to one line: that of the outermost, or of all together."""
    axis, share = _ANCHORS[how]
    chosen = list(ids)
    if not chosen:
        return {}
    low = min(places[i][axis] for i in chosen)
    high = max(places[i][axis] + sizes[i][axis] for i in chosen)
    line = low + share * (high - low)
    return {i: _on(places[i], axis, line - share * sizes[i][axis]) for i in chosen}


def distributed(
    ids: Iterable[str], places: Mapping[str, Point], sizes: Mapping[str, Size], way: Axis
) -> dict[str, Point]:
    """Make the gaps between cards equal; the outermost two stay where they are."""
    axis = 0 if way == "horizontal" else 1
    row = sorted(ids, key=lambda i: (places[i][axis] + sizes[i][axis] / 2, i))
    if len(row) < 3:
        return {i: places[i] for i in row}
    start, end = places[row[0]][axis], places[row[-1]][axis] + sizes[row[-1]][axis]
    gap = (end - start - sum(sizes[i][axis] for i in row)) / (len(row) - 1)
    found, at = {}, start
    for node_id in row:
        found[node_id] = _on(places[node_id], axis, at)
        at += sizes[node_id][axis] + gap
    return found


def exchanged(one: str, other: str, places: Mapping[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Let two cards change places; together they take the room that they took before."""
    middle = {i: (places[i][0] + sizes[i][0] / 2, places[i][1] + sizes[i][1] / 2) for i in (one, other)}
    way = [abs(middle[one][axis] - middle[other][axis]) for axis in (0, 1)]
    axis = 0 if way[0] >= way[1] else 1
    first, second = sorted((one, other), key=lambda i: middle[i][axis])
    end = places[second][axis] + sizes[second][axis]
    found: dict[str, Point] = {}
    for card, at, level in (
        (second, places[first][axis], middle[first][1 - axis]),
        (first, end - sizes[first][axis], middle[second][1 - axis]),
    ):
        across = level - sizes[card][1 - axis] / 2
        found[card] = (at, across) if axis == 0 else (across, at)
    return found


def _on(place: Point, axis: int, value: float) -> Point:
    return (value, place[1]) if axis == 0 else (place[0], value)


@dataclass(frozen=True)
class Guides:
    """The sides and middles of the cards that stand still: rows of (left, top, right, bottom)."""

    boxes: NDArray[np.float64]

    @classmethod
    def around(cls, places: Iterable[Point], sizes: Iterable[Size]) -> Guides:
        """Guides of cards given by their places and sizes."""
        rows = [(x, y, x + width, y + height) for (x, y), (width, height) in zip(places, sizes, strict=True)]
        return cls(np.array(rows, np.float64).reshape(-1, 4))

    def snap(self, place: Point, size: Size, reach: float) -> tuple[tuple[float | None, float | None], list[Line]]:
        """How far a card at `place` is from the nearest guide across and down, None where none is within `reach`.

        The lines join the card, once it has snapped, with the cards it then lies in line with.
        """
        by = (self._nearest(0, place[0], size[0], reach), self._nearest(1, place[1], size[1], reach))
        where = (place[0] + (by[0] or 0.0), place[1] + (by[1] or 0.0))
        lines: list[Line] = []
        for axis in (0, 1):
            if by[axis] is not None:
                lines += self._lines(axis, where, size)
        return by, lines

    def _stops(self, axis: int) -> NDArray[np.float64]:
        low, high = self.boxes[:, axis], self.boxes[:, axis + 2]
        return np.stack((low, (low + high) / 2, high), axis=1)

    def _nearest(self, axis: int, at: float, size: float, reach: float) -> float | None:
        if not len(self.boxes):
            return None
        mine = np.array((at, at + size / 2, at + size))
        away = (self._stops(axis) - mine).ravel()  # left with left, middle with middle, right with right
        best = float(away[np.abs(away).argmin()])
        return best if abs(best) <= reach else None

    def _lines(self, axis: int, place: Point, size: Size) -> list[Line]:
        mine = np.array((place[axis], place[axis] + size[axis] / 2, place[axis] + size[axis]))
        met = np.abs(self._stops(axis) - mine) < 0.01
        other = 1 - axis
        lines: list[Line] = []
        for stop in range(3):
            if met[:, stop].any():
                rows = self.boxes[met[:, stop]]
                low = min(float(rows[:, other].min()), place[other])
                high = max(float(rows[:, other + 2].max()), place[other] + size[other])
                at = float(mine[stop])
                lines.append(((at, low), (at, high)) if axis == 0 else ((low, at), (high, at)))
        return lines
