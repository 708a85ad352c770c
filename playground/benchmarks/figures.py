"""Figures: how one is measured, told and judged."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number; `goal` is what it should at least be, or at most where `lower` is better, or None."""

    name: str
    value: float
    spread: float
    unit: str
    goal: float | None = None
    lower: bool = False

    @property
    def met(self) -> bool | None:
        """Whether it reaches its goal; None where it has none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.lower else self.value >= self.goal


def of(name: str, values: Sequence[float], unit: str, goal: float | None = None, lower: bool = False) -> Figure:
    """The figure of several measurements."""
    return Figure(name, statistics.median(values), spread(values), unit, goal, lower)


def spread(values: Sequence[float]) -> float:
    """Half of the distance between the quartiles; 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return (high - low) / 2


def in_turns(rounds: int, *sides: Callable[[], float]) -> list[list[float]]:
    """What each side gives in each round; the sides take turns, so that what else the machine does meets all."""
    found: list[list[float]] = [[] for _ in sides]
    for number in range(rounds):
        order = range(len(sides)) if number % 2 == 0 else reversed(range(len(sides)))
        for side in order:
            found[side].append(sides[side]())
    return found


def ratios(over: Sequence[float], under: Sequence[float]) -> list[float]:
    """The ratio of two sides, round by round."""
    return [a / b for a, b in zip(over, under, strict=True)]
