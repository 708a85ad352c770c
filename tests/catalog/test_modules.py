"""Our own functions on tensors, against closed forms and scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.metrics import accuracy_score, r2_score
from torch import nn

from playground.catalog import modules, regularizers


@pytest.fixture
def rng() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def penalised(strength: float, power: int, start: torch.Tensor) -> torch.Tensor:
    weight = start.clone().requires_grad_()
    (weight.abs().sum() if power == 1 else weight.square().sum() / 2).mul(strength).backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    assert weight.grad is not None
    return weight.grad


@pytest.mark.parametrize(("function", "power"), [(modules.l1, 1), (modules.l2, 2)])
def test_penalties_add_the_gradient_of_what_they_say(function: object, power: int, rng: torch.Generator) -> None:
    weight = torch.randn(5, 3, generator=rng).requires_grad_()
    weight.grad = torch.full_like(weight, 2.0)
    assert callable(function)
    function([weight, nn.Parameter(torch.ones(2))], strength=0.3)
    torch.testing.assert_close(weight.grad, 2 + penalised(0.3, power, weight.detach()))
    assert weight.grad.requires_grad is False


def test_l1_leaves_a_weight_of_zero_alone() -> None:
    weight = nn.Parameter(torch.zeros(2))
    weight.grad = torch.zeros(2)
    modules.l1([weight], 1.0)
    assert (weight.grad == 0).all()


def test_clipping_keeps_the_longest() -> None:
    weight = nn.Parameter(torch.zeros(4))
    weight.grad = torch.tensor([3.0, 0.0, -4.0, 0.0])
    torch.nn.utils.clip_grad_norm_([weight], **regularizers.ClipGradNorm(max_norm=1.0).args())
    torch.testing.assert_close(weight.grad, torch.tensor([0.6, 0.0, -0.8, 0.0]))
    torch.nn.utils.clip_grad_value_([weight], **regularizers.ClipGradValue(clip_value=0.7).args())
    torch.testing.assert_close(weight.grad, torch.tensor([0.6, 0.0, -0.7, 0.0]))


def test_accuracy_in_every_encoding(rng: torch.Generator) -> None:
    labels = torch.randint(0, 3, (50,), generator=rng)
    outputs = torch.randn(50, 3, generator=rng)
    wanted = accuracy_score(labels.numpy(), outputs.argmax(1).numpy())
    assert modules.accuracy(outputs, labels, "index").item() == pytest.approx(wanted)
    assert modules.accuracy(outputs, torch.eye(3)[labels], "onehot").item() == pytest.approx(wanted)
    yes, logit = (labels > 0).float()[:, None], outputs[:, :1]
    wanted = accuracy_score(yes.numpy(), (logit > 0).float().numpy())
    assert modules.accuracy(logit, yes, "binary").item() == pytest.approx(wanted)
    assert modules.accuracy(logit, 2 * yes - 1, "sign").item() == pytest.approx(wanted)


def test_regression_metrics(rng: torch.Generator) -> None:
    targets, outputs = torch.randn(40, 1, generator=rng), torch.randn(40, 1, generator=rng)
    assert modules.r2(outputs, targets, "value").item() == pytest.approx(
        r2_score(targets.numpy(), outputs.numpy()), 1e-4
    )
    wanted = np.abs(outputs.numpy() - targets.numpy()).mean()
    assert modules.mean_absolute_error(outputs, targets, "value").item() == pytest.approx(wanted)


def network() -> nn.Sequential:
    return nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1), nn.Tanh(), nn.Linear(1, 2))


def test_row_spread_sees_one_unit_that_differs() -> None:
    made = network()
    for weight in made.parameters():
        nn.init.constant_(weight, 0.5)
    assert modules.row_spread(made).item() == 0.0
    with torch.no_grad():
        made[0].weight[2, 1] = 0.75
    assert modules.row_spread(made).item() == 0.25


def test_row_spread_leaves_out_the_output_and_single_units() -> None:
    made = network()
    nn.init.zeros_(made[0].weight)  # type: ignore[arg-type]  # a Sequential hides what it holds
    assert modules.row_spread(made).item() == 0.0
    assert modules.row_spread(nn.Sequential(nn.Linear(2, 3))).item() == 0.0


def test_max_weight_leaves_out_biases() -> None:
    made = network()
    for weight in made.parameters():
        nn.init.zeros_(weight)
    with torch.no_grad():
        made[0].bias[0] = 9.0
        made[2].weight[0, 1] = -3.0
    assert modules.max_weight(made).item() == 3.0
    assert modules.max_weight(nn.Sequential(nn.Tanh())).item() == 0.0
