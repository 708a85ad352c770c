"""Shapes as people write them."""

from __future__ import annotations

from collections.abc import Iterable

from playground.spec.entry import Shape


def shaped(shape: Shape) -> str:
    """What a shape holds: "one number", "32 numbers", "3 × 32 × 32"."""
    if len(shape) > 1:
        return " × ".join(map(str, shape))
    return "one number" if shape in ((), (1,)) else f"{shape[0]} numbers"


def listed(shapes: Iterable[Shape]) -> str:
    """Different shapes in their order: "64 numbers and 4 numbers"."""
    return " and ".join(map(shaped, dict.fromkeys(shapes)))
