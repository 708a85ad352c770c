"""Edits of surgery, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.spec.surgery import MAX_NUMBER, WHOLE, Surgery


def with_frozen(surgery: Surgery, units: Iterable[int], on: bool) -> Surgery:
    """Units that no longer learn, or learn again."""
    return replace(surgery, frozen=_switched(surgery.frozen, units, on))


def with_ablated(surgery: Surgery, units: Iterable[int], on: bool) -> Surgery:
    """Units that give 0, or their own output again."""
    return replace(surgery, ablated=_switched(surgery.ablated, units, on))


def _switched(before: tuple[int, ...], units: Iterable[int], on: bool) -> tuple[int, ...]:
    chosen = set(units)
    return tuple(sorted(set(before) | chosen if on else set(before) - chosen))


def with_redrawn(surgery: Surgery, units: Iterable[int], axis: int = 0) -> Surgery:
    """Units, or WHOLE, drawn anew; numbers set by hand in them go. `axis` is where units lie in a weight.

    Each draw of a layer has a number of its own, one more than any before, so that no two of them are alike and their
    order is known.
    """
    chosen = list(units)
    next_one = 1 + max((times for _, times in surgery.redrawn), default=0)
    drawn = {**dict(surgery.redrawn), **{unit: next_one + i for i, unit in enumerate(chosen)}}
    kept = [value for value in surgery.values if not any(_within(unit, value[1], axis) for unit in chosen)]
    return replace(surgery, redrawn=tuple(drawn.items()), values=tuple(kept))


def _within(unit: int, index: tuple[int, ...], axis: int) -> bool:
    return unit == WHOLE or (bool(index) and index[min(axis, len(index) - 1)] == unit)


def with_value(surgery: Surgery, name: str, index: tuple[int, ...], value: float) -> Surgery:
    """One number set by hand, at most the largest that a weight holds."""
    value = max(-MAX_NUMBER, min(MAX_NUMBER, value))
    others = [one for one in surgery.values if one[:2] != (name, index)]
    return replace(surgery, values=(*others, (name, index, value)))


def touched(surgery: Surgery, unit: int) -> bool:
    """Whether a unit was drawn anew or has numbers set by hand, as far as its layer has one row for each unit."""
    return any(one in (unit, WHOLE) for one, _ in surgery.redrawn) or any(
        index[0] == unit for _, index, _ in surgery.values if index
    )
