"""What a lesson says you should see, measured on the curves of its variants."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from playground.catalog.kinds import Check
from playground.spec.entry import entry
from playground.spec.params import param
from playground.spec.record import Record

AT = ("last", "first", "min", "max", "mean10")
OPS = ("<", "<=", ">", ">=", "==", "between", "> or not finite")


class _Reading(NamedTuple):
    epoch: float
    value: float


@entry
class Measured(Check):
    """Compares a number read off a curve with a limit, or with a number read off another curve.

    A curve that became NaN or infinite fails every comparison except "> or not finite".
    """

    variant: str = param("", label="Variant", help="Name of the run the number is read from.")
    series: str = param("validation_loss", label="Curve", help="Name of the curve the number is read from.")
    at: str = param(
        "last",
        choices=AT,
        label="At",
        help="Which number: the last or first, the smallest finite or the largest, or the mean of the last ten.",
    )
    op: str = param("<", choices=OPS, label="Is", help="How the number must compare.")
    value: float = param(
        0.0, label="Limit", help="What it is compared with; with another curve, this is added to its number."
    )
    upper: float = param(0.0, label="Upper limit", help="The upper end of between; both ends count.")
    of_variant: str = param("", label="Of variant", help="Name of another run to compare with; empty for the same one.")
    of_series: str = param(
        "", label="Of curve", help="Another curve to compare with; empty to compare with the limit alone."
    )
    of_at: str = param("last", choices=AT, label="Of at", help="Which number of the other curve.")
    factor: float = param(1.0, label="Factor", help="What the other curve's number is multiplied by.")
    after: int = param(
        -1,
        min=-1,
        max=10_000_000,
        label="From epoch",
        help="Judge from that epoch on; −1 waits for the end of the run.",
    )

    def outcome(self, record: Record, finished: bool) -> bool | None:
        found = _read(record, self.variant, self.series, self.at)
        other = _read(record, self.of_variant or self.variant, self.of_series, self.of_at) if self.of_series else None
        if found is None or (self.of_series and other is None):
            return False if finished else None
        reached = min(one.epoch for one in (found, other) if one is not None)
        if not finished and (self.after < 0 or reached < self.after):
            return None
        return self._holds(found.value, self.value + (self.factor * other.value if other else 0.0))

    def _holds(self, found: float, limit: float) -> bool:
        if self.op == "> or not finite":
            return not math.isfinite(found) or found > limit
        if not (math.isfinite(found) and math.isfinite(limit)):
            return False
        return {
            "<": found < limit,
            "<=": found <= limit,
            ">": found > limit,
            ">=": found >= limit,
            "==": found == limit,
            "between": limit <= found <= limit + self.upper - self.value,
        }[self.op]


def _read(record: Record, variant: str, series: str, at: str) -> _Reading | None:
    """The last epoch of a curve and the number asked for; None while the curve has no points."""
    curve = record.get(variant, series)
    return _Reading(curve.x[-1], _pick(curve.y, at)) if curve.y else None


def _pick(y: Sequence[float], at: str) -> float:
    if at == "min":
        return min((value for value in y if math.isfinite(value)), default=math.nan)
    if at == "max":
        return math.nan if any(value != value for value in y) else max(y)
    if at == "mean10":
        return sum(y[-10:]) / len(y[-10:])
    return y[0] if at == "first" else y[-1]
