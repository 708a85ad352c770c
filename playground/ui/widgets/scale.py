"""Where a number sits on a slider: straight or logarithmic, with zero at the left end when it is allowed."""

from __future__ import annotations

import math
from dataclasses import dataclass

POSITIONS = 1000
DECADES_WITHOUT_MINIMUM = 6


@dataclass(frozen=True)
class SliderScale:
    """Maps slider positions 0 … `positions` to values and back.

    On a log scale whose `minimum` is not positive, six decades below `maximum` are shown. `decimals` None: as fine as
    the slider can tell apart, two significant digits on a log scale.
    """

    minimum: float
    maximum: float
    log: bool = False
    decimals: int | None = None
    zero: bool = False

    @property
    def positions(self) -> int:
        """The last position of the slider."""
        if self.log or self.decimals is None:
            return POSITIONS
        return max(1, min(POSITIONS, round((self.maximum - self.minimum) * 10.0**self.decimals)))

    def clamp(self, value: float) -> float:
        """Return `value` moved inside the bounds and, when decimals are given, rounded to them."""
        if self.zero and value <= 0:
            return 0.0
        inside = float(min(max(value, self.minimum), self.maximum))
        return inside if self.decimals is None else round(inside, self.decimals)

    def value(self, position: int) -> float:
        """Return the value at `position`, rounded to what a person would write."""
        if self.log:
            return self._log_value(position)
        if position >= self.positions:
            return float(self.maximum)
        span = self.maximum - self.minimum
        digits = self.decimals if self.decimals is not None else max(0, math.ceil(-math.log10(span / POSITIONS)))
        return self.clamp(round(self.minimum + span * position / self.positions, digits))

    def position(self, value: float) -> int:
        """Return the position nearest to `value`."""
        if not self.log:
            span = self.maximum - self.minimum
            return round(self.positions * (self.clamp(value) - self.minimum) / span) if span else 0
        if value <= 0:
            return 0
        first = 1 if self.zero else 0
        share = math.log(max(value, self._low) / self._low) / math.log(self.maximum / self._low)
        return min(self.positions, first + round(share * (self.positions - first)))

    @property
    def _low(self) -> float:
        if self.minimum > 0:
            return self.minimum
        return 1.0 if self.decimals == 0 else self.maximum / 10**DECADES_WITHOUT_MINIMUM

    def _log_value(self, position: int) -> float:
        if self.zero and position <= 0:
            return 0.0
        if position >= self.positions:
            return float(self.maximum)
        first = 1 if self.zero else 0
        share = (position - first) / (self.positions - first)
        value = float(f"{self._low * (self.maximum / self._low) ** share:.1e}") if position > first else self._low
        return self.clamp(value)
