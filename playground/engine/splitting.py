"""Which samples of data train, validate and test."""

from __future__ import annotations

import numpy as np

from playground.catalog.kinds import IGNORED, Data
from playground.engine.preprocess import held_out, held_out_places, split, split_in_order
from playground.spec.errors import DataError, SpecError

MOST_SHARE = 0.95
"""What may train and test together; the rest validates."""


def stratified(entry: Data, targets: np.ndarray) -> bool:
    """Whether the split keeps the share of each class: where a sample has one class, but not for drawn points."""
    return entry.task == "classification" and not entry.plane and targets.ndim == 1


def parted(entry: Data, targets: np.ndarray) -> tuple[np.ndarray, ...]:
    """Indices of the samples to train and to validate with, and of those to test with where there are some."""
    if entry.masked:
        return (np.arange(targets.shape[1]),) * len(targets)
    if entry.in_order:
        train, rest = split_in_order(targets, entry.train_share)
    else:
        train, rest = split(targets, entry.train_share, entry.seed, stratified(entry, targets))
    if not entry.test_share:
        return train, rest
    if round(entry.train_share + entry.test_share, 6) > MOST_SHARE:
        said = f"train share and test share make {entry.train_share + entry.test_share:.0%} of the samples together"
        raise _untestable(said, f"Leave at least {1 - MOST_SHARE:.0%} to validate with.")
    if len(rest) < 2:
        raise _untestable("there are too few samples to validate and to test with", "Train on fewer samples.")
    return train, *held_out(targets, rest, entry.test_share, stratified(entry, targets))


def with_test_places(entry: Data, targets: np.ndarray) -> np.ndarray:
    """Targets (2, N, …) of masked data as (3, N, …): some of the places that validate are to test with instead."""
    found = held_out_places(targets, entry.test_share, entry.seed)
    validation, test = (found[1:] != IGNORED).reshape(2, -1).any(axis=1)
    if not validation:
        raise _untestable("the test share leaves nothing to validate with", "Choose a smaller one.")
    if not test:
        raise _untestable("the test share is too small to test with anything", "Choose a larger one.")
    return found


def _untestable(message: str, hint: str) -> SpecError:
    return DataError(message, hint).within("data.test_share")
