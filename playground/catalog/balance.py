"""Class weights that let each class count alike, however many samples it has."""

from __future__ import annotations

from collections.abc import Sequence

from playground.spec.entry import Entry, fields_of
from playground.spec.params import Param

DIGITS = 4
"""Significant digits of a weight."""


def class_weights(counts: Sequence[int]) -> tuple[float, ...]:
    """A weight for each class: N / (K · nₖ) for N samples, nₖ of which are of the class; 1 for one without samples.

    K are the classes that have samples, so that the mean weight of a sample is 1. King & Zeng, "Logistic regression in
    rare events data", 2001; scikit-learn calls it "balanced".
    """
    whole, classes = sum(counts), sum(1 for count in counts if count)
    return tuple(float(f"{whole / (classes * count):.{DIGITS}g}") if count else 1.0 for count in counts)


def balanced(loss: Entry, counts: Sequence[int]) -> Entry | None:
    """The loss with balanced weights of these classes; None where it has no such weights.

    A loss with one weight, for the yes among two classes, gets the share of both: n₀ / n₁.
    """
    fields = fields_of(type(loss))
    if "weight" in fields:
        return loss.with_values(weight=tuple(_within(fields["weight"][0], one) for one in class_weights(counts)))
    if "pos_weight" in fields and len(counts) == 2 and all(counts):
        no, yes = counts
        return loss.with_values(pos_weight=_within(fields["pos_weight"][0], float(f"{no / yes:.{DIGITS}g}")))
    return None


def _within(meta: Param, value: float) -> float:
    """The value, or the bound of the field that it exceeds."""
    assert meta.min is not None  # both weights have bounds
    assert meta.max is not None
    return min(max(value, meta.min), meta.max)
