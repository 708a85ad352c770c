"""Round numbers for axes, and ranges that end on them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLocale

STEPS = (1.0, 2.0, 5.0)
MOST_DECADES = 9.0


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: where, in the axis' own scale, and what it says."""

    at: float
    text: str


def nice_step(span: float, count: float) -> float:
    """The 1-2-5 step that cuts `span` into at most about `count` parts."""
    rough = span / max(count, 1.0)
    power = 10.0 ** math.floor(math.log10(rough))
    return next((s * power for s in STEPS if s * power >= rough * 0.999), 10 * power)


def linear_values(low: float, high: float, count: float) -> list[float]:
    """Round numbers from `low` to `high`, about `count` of them."""
    if not high > low:
        return [low]
    step = nice_step(high - low, count)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [round(i * step, 12 - math.floor(math.log10(step))) for i in range(first, last + 1)]


def log_values(low: float, high: float, count: float) -> list[float]:
    """Round numbers between 10**low and 10**high: 1-2-5, or whole decades, or linear ones when zoomed far in."""
    decades = range(math.floor(low) - 1, math.ceil(high) + 1)
    fine = [s * 10.0**d for d in decades for s in STEPS]
    inside = [v for v in fine if low - 1e-9 <= math.log10(v) <= high + 1e-9]
    if len(inside) < 2:
        return [v for v in linear_values(10.0**low, 10.0**high, count) if v > 0]
    if len(inside) <= count:
        return inside
    every = max(1, math.ceil((high - low) / max(count, 1.0)))
    return [10.0**d for d in decades if d % every == 0 and low - 1e-9 <= d <= high + 1e-9]


def number(value: float, digits: int = 6) -> str:
    """A number in the person's notation, at most `digits` significant, no trailing zeros."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", digits).replace("-", "−")


def percent(value: float, digits: int = 6) -> str:
    """A share as a percentage."""
    return f"{number(100 * value, digits)} %" if math.isfinite(value) else number(value)


def fixed(value: float) -> str:
    """A number in two decimals, or two significant digits when that would say 0."""
    return (
        number(value, 2)
        if abs(value) < 0.005 or abs(value) >= 1e5
        else QLocale().toString(value, "f", 2).replace("-", "−")
    )


def linear_range(low: float, high: float) -> tuple[float, float]:
    """A range that ends on round numbers and holds 0 when all values have one sign."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < 1e-12:
        return low, low + 1.0
    step = nice_step(high - low, 5)
    return math.floor(low / step + 1e-6) * step, math.ceil(high / step - 1e-6) * step


def log_range(low: float, high: float) -> tuple[float, float]:
    """The same for logarithms: ends on 1-2-5 numbers, is at least a factor 5 high and at most nine decades."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return -1.0, 0.0
    low = max(low, high - MOST_DECADES)
    bottom, top = _stop(low, -1), _stop(high, +1)
    while top - bottom < math.log10(5) - 1e-9:
        bottom = _stop(bottom - 1e-6, -1)
    return bottom, top


def _stop(value: float, direction: int) -> float:
    """The next logarithm of a 1-2-5 number below or above."""
    decade = math.floor(value)
    stops = [d + math.log10(s) for d in (decade - 1, decade, decade + 1) for s in STEPS]
    if direction < 0:
        return max(s for s in stops if s <= value + 1e-9)
    return min(s for s in stops if s >= value - 1e-9)
