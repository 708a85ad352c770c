"""Labels that a coin draws, and the rule behind the others."""

from __future__ import annotations

import numpy as np

from playground.catalog.data.random_labels import random_labels


def test_without_a_coin_the_label_is_the_sign_of_the_sum() -> None:
    points, labels = random_labels(100, 5, 0.0, seed=1)
    assert points.shape == (100, 5)
    assert np.array_equal(labels, points.sum(axis=1) > 0)


def test_the_coin_leaves_the_points_and_half_of_the_labels() -> None:
    ruled, tossed = random_labels(4000, 5, 0.0, seed=1), random_labels(4000, 5, 1.0, seed=1)
    assert np.array_equal(ruled[0], tossed[0])
    assert 0.46 < (ruled[1] == tossed[1]).mean() < 0.54
