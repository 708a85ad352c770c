"""CurveData: one series as it is drawn, copied once and carried on as it grows."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from playground.spec.record import Series

Floats = NDArray[np.float64]
FIRST_ROOM = 1024
NEGLIGIBLE = 1e-17


def ema(y: Floats, smoothing: float, before: float = np.nan) -> Floats:
    """Exponential moving average s·e + (1 − s)·y that starts at the first finite point, or goes on from `before`.

    Points that are not finite stay gaps and do not count. The recurrence is summed in log₂(n) passes (Kogge and Stone,
    1973), each of which doubles the reach of every term.
    """
    out = np.full(y.shape, np.nan)
    counted = np.flatnonzero(np.isfinite(y))
    if not len(counted):
        return out
    e = y[counted] * (1 - smoothing)
    e[0] += smoothing * (before if np.isfinite(before) else y[counted[0]])
    reach, factor = 1, smoothing
    while reach < len(e) and factor > NEGLIGIBLE:
        e[reach:] += factor * e[:-reach]
        reach, factor = 2 * reach, factor * factor
    out[counted] = e
    return out


class CurveData:
    """Exact numbers `x`, `y` and what is drawn of them: `line` (smoothed, logged) and `raw` (logged), gaps as NaN.

    Buffers double when they are full, so that a refresh copies only what is new.
    """

    def __init__(self) -> None:
        self._room = np.empty((4, FIRST_ROOM))
        self._source: array[float] | None = None
        self._style = (0.0, False)
        self._ema = np.nan
        self._restart()

    def _restart(self) -> None:
        self.n = 0
        self._ema = np.nan
        self.low, self.high = np.inf, -np.inf
        self.gaps = False
        self.best = -1

    @property
    def x(self) -> Floats:
        """Epochs."""
        return self._room[0, : self.n]

    @property
    def y(self) -> Floats:
        """Values as they came."""
        return self._room[1, : self.n]

    @property
    def line(self) -> Floats:
        """Values to draw: smoothed, on the axis' scale."""
        return self._room[2, : self.n]

    @property
    def raw(self) -> Floats:
        """Values to draw faintly behind a smoothed line."""
        return self._room[3, : self.n]

    def sync(self, series: Series, smoothing: float = 0.0, log: bool = False) -> bool:
        """Take over what is new in `series`; another series, one cut short or another style starts over.

        Returns whether anything changed.
        """
        count = len(series.x)
        changed = series.y is not self._source or count < self.n or (smoothing, log) != self._style
        if changed:
            self._restart()
            self._source, self._style = series.y, (smoothing, log)
        if count == self.n:
            return changed
        self._append(np.array(series.x[self.n : count]), np.array(series.y[self.n : count]))
        return True

    def _append(self, x: Floats, y: Floats) -> None:
        begin, end = self.n, self.n + len(x)
        while end > self._room.shape[1]:
            self._room = np.concatenate([self._room, np.empty_like(self._room)], axis=1)
        smoothing, log = self._style
        smooth = y
        if smoothing:
            smooth = ema(y, smoothing, self._ema)
            counted = smooth[np.isfinite(smooth)]
            self._ema = counted[-1] if len(counted) else self._ema
        raw = _drawn(y, log)
        for row, values in enumerate((x, y, _drawn(smooth, log), raw)):
            self._room[row, begin:end] = values
        self.n = end
        self._measure(begin, y, raw)

    def _measure(self, begin: int, y: Floats, raw: Floats) -> None:
        finite = np.isfinite(raw)
        self.gaps = self.gaps or not finite.all()
        if finite.any():
            self.low, self.high = min(self.low, raw[finite].min()), max(self.high, raw[finite].max())
        kept = np.where(np.isfinite(y), y, np.inf)
        least = int(kept.argmin())
        if kept[least] < (self.y[self.best] if self.best >= 0 else np.inf):
            self.best = begin + least

    def nearest(self, x: float) -> int:
        """Index of the point closest to `x`; −1 when there is none."""
        if not self.n:
            return -1
        right = int(np.searchsorted(self.x, x))
        if right == 0 or right == self.n:
            return min(right, self.n - 1)
        return right if self.x[right] - x < x - self.x[right - 1] else right - 1

    def last(self) -> int:
        """Index of the last point that is drawn; −1 when there is none."""
        for index in range(self.n - 1, -1, -1):
            if np.isfinite(self.line[index]):
                return index
        return -1


def _drawn(y: Floats, log: bool) -> Floats:
    out = np.full(y.shape, np.nan)
    if log:
        np.log10(y, out=out, where=(y > 0) & np.isfinite(y))
    else:
        np.copyto(out, y, where=np.isfinite(y))
    return out
