"""Class weights that let classes count alike."""

from __future__ import annotations

import pytest

from playground.catalog.balance import balanced, class_weights
from playground.catalog.losses import BCEWithLogitsLoss, CrossEntropyLoss, MSELoss, NLLLoss


def test_the_weights_are_those_of_the_formula() -> None:
    assert class_weights([10, 30]) == (2.0, pytest.approx(40 / 60, rel=1e-3))
    assert class_weights([5, 5, 5]) == (1.0, 1.0, 1.0)
    counts = [7, 100, 3, 40]
    assert sum(w * n for w, n in zip(class_weights(counts), counts, strict=True)) == pytest.approx(150, rel=1e-3)


def test_a_class_without_samples_counts_as_it_is() -> None:
    assert class_weights([4, 0, 4]) == (1.0, 1.0, 1.0)
    assert class_weights([0, 0]) == (1.0, 1.0)


@pytest.mark.parametrize("kind", [CrossEntropyLoss, NLLLoss])
def test_losses_of_classes_get_them(kind: type[CrossEntropyLoss]) -> None:
    assert balanced(kind(), [1, 3]) == kind(weight=(2.0, 0.6667))
    extreme = balanced(kind(), [1, 10**7])
    assert extreme is not None
    assert extreme.values()["weight"] == (10_000, 0.5)


def test_a_yes_gets_the_share_of_both() -> None:
    assert balanced(BCEWithLogitsLoss(), [30, 10]) == BCEWithLogitsLoss(pos_weight=3.0)
    assert balanced(BCEWithLogitsLoss(), [30, 0]) is None
    assert balanced(BCEWithLogitsLoss(), [1, 2, 3]) is None


def test_others_have_none() -> None:
    assert balanced(MSELoss(), [1, 2]) is None
