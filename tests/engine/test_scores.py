"""Metrics are scikit-learn's, in every encoding of the targets."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn import metrics

from playground.engine import scores

RNG = torch.Generator().manual_seed(0)
LABELS = torch.randint(0, 3, (50,), generator=RNG)
OUTPUTS = torch.randn(50, 4, generator=RNG) - torch.tensor(
    [0.0, 0, 0, 4]
)  # the fourth class is neither there nor named
YES = (LABELS > 0).float()[:, None]
LOGITS = OUTPUTS[:, :1]
MACRO = {
    "precision": lambda t, p: metrics.precision_score(t, p, average="macro", zero_division=0),
    "recall": lambda t, p: metrics.recall_score(t, p, average="macro", zero_division=0),
    "f1": lambda t, p: metrics.f1_score(t, p, average="macro", zero_division=0),
    "accuracy": metrics.accuracy_score,
}


@pytest.mark.parametrize("name", MACRO)
def test_scores_of_classes(name: str) -> None:
    score, theirs = getattr(scores, name), MACRO[name]
    wanted = theirs(LABELS.numpy(), OUTPUTS.argmax(1).numpy())
    assert score(OUTPUTS, LABELS, "index").item() == pytest.approx(wanted)
    assert score(OUTPUTS, torch.eye(4)[LABELS], "onehot").item() == pytest.approx(wanted)
    wanted = theirs(YES[:, 0].numpy(), (LOGITS[:, 0] > 0).numpy())
    assert score(LOGITS, YES, "binary").item() == pytest.approx(wanted)
    assert score(LOGITS, 2 * YES - 1, "sign").item() == pytest.approx(wanted)
    assert score(LOGITS.sigmoid(), YES, "probability").item() == pytest.approx(wanted)


def test_a_class_that_is_never_named_has_no_precision() -> None:
    outputs = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    assert scores.precision(outputs, torch.tensor([0, 1]), "index").item() == 0.25
    assert scores.f1(outputs, torch.tensor([0, 1]), "index").item() == pytest.approx(1 / 3)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_best_guesses(k: int) -> None:
    wanted = metrics.top_k_accuracy_score(LABELS.numpy(), OUTPUTS.numpy(), k=k, labels=range(4))
    assert scores.top_k_accuracy(OUTPUTS, LABELS, "index", k).item() == pytest.approx(wanted)


def test_more_guesses_than_classes_are_always_right() -> None:
    assert scores.top_k_accuracy(OUTPUTS, LABELS, "index", 9) == 1
    assert scores.top_k_accuracy(LOGITS, YES, "binary", 2) == 1
    assert scores.top_k_accuracy(LOGITS, YES, "binary", 1) == scores.accuracy(LOGITS, YES, "binary")


def test_scores_of_numbers() -> None:
    targets, outputs = torch.randn(40, 1, generator=RNG), torch.randn(40, 1, generator=RNG)
    wanted = metrics.r2_score(targets.numpy(), outputs.numpy())
    assert scores.r2(outputs, targets, "value").item() == pytest.approx(wanted, 1e-4)
    wanted = np.abs(outputs.numpy() - targets.numpy()).mean()
    assert scores.mean_absolute_error(outputs, targets, "value").item() == pytest.approx(wanted)
    wanted = metrics.root_mean_squared_error(targets.numpy(), outputs.numpy())
    assert scores.root_mean_squared_error(outputs, targets, "value").item() == pytest.approx(wanted, 1e-5)
