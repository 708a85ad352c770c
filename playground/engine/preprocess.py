"""From raw samples to what a network is given. NumPy only: an exported script carries these very functions."""

from __future__ import annotations

import numpy as np


def split(targets: np.ndarray, share: float, seed: int, stratified: bool) -> tuple[np.ndarray, np.ndarray]:
    """Indices of the training and of the validation samples, in a shuffled order.

    `stratified` keeps the share of every class; `targets` (N,) are then class indices.
    """
    order = np.random.default_rng([seed, 1]).permutation(len(targets))
    chosen = np.zeros(len(order), dtype=bool)
    shuffled = targets[order]
    groups = (shuffled == label for label in np.unique(targets)) if stratified else iter([chosen == 0])
    for group in groups:
        members = np.flatnonzero(group)
        chosen[members[: round(share * len(members))]] = True
    if chosen.all() or not chosen.any():
        chosen[0] = not chosen[0]
    return order[chosen], order[~chosen]


def split_in_order(targets: np.ndarray, share: float) -> tuple[np.ndarray, np.ndarray]:
    """Indices of the training and of the validation samples, where the former come before the latter."""
    order = np.arange(len(targets))
    first = min(max(round(share * len(order)), 1), len(order) - 1)
    return order[:first], order[first:]


def held_out(targets: np.ndarray, rest: np.ndarray, share: float, stratified: bool) -> tuple[np.ndarray, np.ndarray]:
    """Of the samples that do not train, indices of those to validate with and, the last ones, of those to test with.

    `share` is that of the test samples in all samples, one at least; `stratified` as for `split`.
    """
    chosen = np.zeros(len(rest), dtype=bool)
    everybody = np.ones(len(targets), dtype=bool)
    groups = (targets == label for label in np.unique(targets)) if stratified else iter([everybody])
    for group in groups:
        members = np.flatnonzero(group[rest])
        chosen[members[max(0, len(members) - round(share * int(group.sum()))) :]] = True
    if not chosen.any():
        chosen[-1] = True
    if chosen.all():
        chosen[0] = False
    return rest[~chosen], rest[chosen]


def held_out_places(targets: np.ndarray, share: float, seed: int) -> np.ndarray:
    """Targets (2, N, …) of masked data as (3, N, …): some of the places that validate are to test with instead.

    `share` is that of the test places in all places of a class.
    """
    train, validation = targets
    kept, tested = validation.flatten(), np.full(validation.size, -100, dtype=validation.dtype)
    order = np.random.default_rng([seed, 2]).permutation(validation.size)
    for label in np.unique(kept[kept != -100]):
        places = order[kept[order] == label]
        chosen = places[: round(share * (len(places) + int((train == label).sum())))]
        kept[chosen], tested[chosen] = -100, label
    return np.stack([train, kept.reshape(train.shape), tested.reshape(train.shape)])


def shift_and_scale(inputs: np.ndarray, scaling: str) -> tuple[np.ndarray, np.ndarray]:
    """What is taken from each input over the samples, and what it is then divided by: 1 where it never changes.

    "standardise": mean and standard deviation; "min-max": least value and range.
    """
    least, most = inputs.min(axis=0), inputs.max(axis=0)
    shift, scale = (least, most - least) if scaling == "min-max" else (inputs.mean(axis=0), inputs.std(axis=0))
    return shift, np.where((most > least) & (scale > 0), scale, 1).astype(np.float32)


def encode(targets: np.ndarray, encoding: str, classes: int) -> np.ndarray:
    """Targets (N, …) as the loss wants them.

    "index": class indices (N, …); "onehot": 0/1 (N, …, C); "binary", "probability": 0/1 (N, …, 1); "sign": -1/+1
    (N, …, 1); "value": (N, …, 1). A class of -100, which does not count, stays.
    """
    if encoding == "index":
        return targets.astype(np.int64)
    column = targets[..., None]
    if encoding == "onehot":
        return np.where(column == -100, -100, column == np.arange(classes)).astype(np.float32)
    return np.where(column == -100, -100, 2 * column - 1 if encoding == "sign" else column).astype(np.float32)
