"""Record: the numbers a run has said so far, and what checks, curves and history files read."""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MOST = 32_768
"""Points that a curve holds at most: when there are more, every second one is let go."""


Lowest = tuple[float, float]
"""A y, and its x."""


class Piece(NamedTuple):
    """What a series kept of the points it was last given: each `stride`-th one; `lowest` is that of all so far."""

    x: array[float]
    y: array[float]
    stride: int
    lowest: Lowest | None


@dataclass
class Series:
    """A named curve: x (epochs, fractions allowed) and y, both float64 arrays.

    It keeps every point up to `MOST`, then only each `stride`-th one, so that memory does not grow with time. `lowest`
    is the lowest y of all the points that were `said`, with its x. A series that is given the pieces of another one
    becomes like it.
    """

    x: array[float] = field(default_factory=lambda: array("d"))
    y: array[float] = field(default_factory=lambda: array("d"))
    stride: int = 1
    lowest: Lowest | None = None
    said: int = 0

    def extend(self, x: Iterable[float], y: Iterable[float], stride: int = 1, lowest: Lowest | None = None) -> Piece:
        """Append points, of which each is one of `stride`; `lowest` may be that of the points between them."""
        xs, ys = _floats(x), _floats(y)
        if least := lowest or _lowest(xs, ys):
            self.lowest = min(self.lowest or least, least)
        before, was = len(self.x), self.stride
        while self.stride < stride:
            self._thin()
        every = self.stride // stride
        first = -(self.said // stride) % every
        self.said += stride * len(xs)
        self.x.extend(xs[first::every])
        self.y.extend(ys[first::every])
        while len(self.x) > MOST:
            self._thin()
        new = -(-before * was // self.stride)
        return Piece(self.x[new:], self.y[new:], self.stride, self.lowest)

    def _thin(self) -> None:
        self.x, self.y, self.stride = self.x[::2], self.y[::2], 2 * self.stride

    def cut(self, after: float) -> None:
        """Drop points whose x is greater than `after`."""
        keep = len(self.x)
        while keep and self.x[keep - 1] > after + 1e-9:
            keep -= 1
        self.x, self.y, self.said = self.x[:keep], self.y[:keep], keep * self.stride
        if self.lowest and self.lowest[1] > after + 1e-9:
            self.lowest = _lowest(self.x, self.y)


def _floats(values: Iterable[float]) -> array[float]:
    """Numbers as float64; those of a NumPy array are copied in one go."""
    try:
        view = memoryview(values)  # type: ignore[arg-type]  # a list has none
    except TypeError:
        return array("d", values)
    if view.format.lstrip("=@^") != "d":  # signs of where they lie; what comes through a pipe is not aligned
        return array("d", values)
    found = array("d")
    found.frombytes(view.tobytes())
    return found


def _lowest(x: array[float], y: array[float]) -> Lowest | None:
    """The lowest y that is a number, and its first x."""
    numbers = y if sum(y) == sum(y) else array("d", (value for value in y if value == value))
    if not numbers:
        return None
    least = min(numbers)
    return least, x[y.index(least)]


@dataclass(frozen=True)
class Flag:
    """A cause mark on the curves: what a person, or the program, changed at that epoch."""

    epoch: float
    text: str


@dataclass
class Record:
    """Series by variant and name, and the flags. Epoch series hold one point per epoch, from epoch 0 (before training).

    `batch_loss` has one point per step; every other series one per epoch.
    """

    series: dict[str, dict[str, Series]] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)

    def add(
        self,
        variant: str,
        name: str,
        x: Iterable[float],
        y: Iterable[float],
        stride: int = 1,
        lowest: Lowest | None = None,
    ) -> Piece:
        """Append points to a series, which need not exist yet; return those that it keeps, for another record."""
        return self.series.setdefault(variant, {}).setdefault(name, Series()).extend(x, y, stride, lowest)

    def get(self, variant: str, name: str) -> Series:
        """A series; empty if it has no points."""
        return self.series.get(variant, {}).get(name) or Series()

    def cut(self, after: float) -> None:
        """Forget everything after an epoch (a resumed run says it again)."""
        for named in self.series.values():
            for one in named.values():
                one.cut(after)
        self.flags = [flag for flag in self.flags if flag.epoch <= after + 1e-9]

    def best(self, variant: str, name: str = "validation_loss") -> tuple[float, float] | None:
        """Epoch and value of the lowest point of a series."""
        lowest = self.get(variant, name).lowest
        return (lowest[1], lowest[0]) if lowest else None

    def history(self) -> bytes:
        """The epoch series of all variants as CSV: variant, epoch, one column per series."""
        return history_csv(self.series)


def history_csv(series: Mapping[str, Mapping[str, Series]]) -> bytes:
    """Write epoch series as CSV with shortest exact floats."""
    names = list(dict.fromkeys(n for named in series.values() for n in named if n != "batch_loss"))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["variant", "epoch", *names])
    for variant, named in series.items():
        rows: dict[float, dict[str, float]] = {}
        for name in names:
            if name in named:
                for x, y in zip(named[name].x, named[name].y, strict=True):
                    rows.setdefault(x, {})[name] = y
        for epoch, values in sorted(rows.items()):
            writer.writerow([variant, f"{epoch:g}", *(repr(values[n]) if n in values else "" for n in names)])
    return out.getvalue().encode()
