"""Loss curves are PyTorch's, and targets come as each loss wants them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog import losses
from playground.catalog.kinds import Loss

X = np.linspace(-4, 4, 41)


def module(item: Loss) -> nn.Module:
    return getattr(nn, item.target.rpartition(".")[2])(**item.args())  # type: ignore[no-any-return]  # looked up by name


@pytest.mark.parametrize(
    "item", [losses.MSELoss(), losses.L1Loss(), losses.SmoothL1Loss(), losses.SmoothL1Loss(beta=0.3)]
)
def test_curve_of_a_residual(item: Loss) -> None:
    zero = torch.zeros(1, 1, dtype=torch.float64)
    wanted = [module(item)(torch.tensor([[x]]), zero).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-12)


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_curve_of_cross_entropy_over_the_lead_of_the_true_class(smoothing: float) -> None:
    item = losses.CrossEntropyLoss(label_smoothing=smoothing)
    wanted = [module(item)(torch.tensor([[0.0, x]]), torch.tensor([1])).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-6)


def test_curve_of_bce_over_the_logit_of_a_yes() -> None:
    item = losses.BCEWithLogitsLoss()
    wanted = [module(item)(torch.tensor([[x]]), torch.ones(1, 1, dtype=torch.float64)).item() for x in X]
    np.testing.assert_allclose(item.curve(X), wanted, atol=1e-12)


@pytest.mark.parametrize(
    ("item", "task", "classes", "encoding", "outputs"),
    [
        (losses.CrossEntropyLoss(), "classification", 2, "index", 2),
        (losses.CrossEntropyLoss(), "classification", 10, "index", 10),
        (losses.BCEWithLogitsLoss(), "classification", 2, "binary", 1),
        (losses.BCEWithLogitsLoss(), "classification", 3, "onehot", 3),
        (losses.MSELoss(), "classification", 2, "sign", 1),
        (losses.L1Loss(), "classification", 5, "onehot", 5),
        (losses.SmoothL1Loss(), "regression", 0, "value", 1),
    ],
)
def test_targets_and_outputs(item: Loss, task: str, classes: int, encoding: str, outputs: int) -> None:
    assert task in item.tasks
    assert item.encoding(task, classes) == encoding  # type: ignore[arg-type]  # the parameter lists tasks as plain text
    assert item.outputs(task, classes) == outputs  # type: ignore[arg-type]  # as above
