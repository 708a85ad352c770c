"""Our own functions on tensors, against closed forms."""

from __future__ import annotations

import pytest
import torch
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


def test_small_weights_are_those_below_a_twentieth_of_the_largest() -> None:
    layer = nn.Linear(4, 1)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[2.0, -0.2, 0.09, 0.0]]))
    assert modules.small_weights(layer) == 0.5
    assert modules.small_weights(nn.ReLU()) == 0
