"""What regularisers do to gradients, weights and inputs."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from playground.engine import regularizing
from tests.engine.building import JSON, curves, dense, outcome, session


def test_elastic_net_is_the_gradient_of_what_it_says() -> None:
    start = torch.randn(5, 3, generator=torch.Generator().manual_seed(0))
    weight, wanted = nn.Parameter(start.clone()), nn.Parameter(start.clone())
    (0.3 * (0.2 * wanted.abs().sum() + 0.8 * wanted.square().sum() / 2)).backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
    weight.grad = torch.zeros(5, 3)
    regularizing.elastic_net([weight, nn.Parameter(torch.ones(2))], strength=0.3, l1_ratio=0.2)
    torch.testing.assert_close(weight.grad, wanted.grad)


def test_max_norm_shortens_long_units_alone() -> None:
    weight, frozen = nn.Parameter(torch.tensor([[3.0, 4.0], [0.3, 0.4]])), nn.Parameter(torch.ones(1, 9), False)
    regularizing.max_norm([weight, frozen], limit=2.0)
    torch.testing.assert_close(weight.data, torch.tensor([[1.2, 1.6], [0.3, 0.4]]))
    assert (frozen == 1).all()


@pytest.mark.parametrize("optimizer", ["SGD", "LBFGS"])
def test_units_stay_short_through_a_training(optimizer: str) -> None:
    chosen: JSON = {"optimizer": {"entry": optimizer, "lr": 1.0}, "epochs": 10, "batch_size": 40}
    long, short = (
        outcome(dense(4), regularizers=some, **chosen).runs["model"].networks["model"].hidden1.weight.norm(dim=1)
        for some in ([], [{"entry": "MaxNorm", "limit": 0.5}])
    )
    assert long.max() > 0.6
    assert short.max() <= 0.5 + 1e-6


def test_noise_is_fresh_at_each_step_and_the_same_however_steps_are_grouped() -> None:
    chosen: JSON = {"regularizers": [{"entry": "InputNoise", "std": 0.5}]}
    whole, single = session(dense(4), **chosen).runs[0], session(dense(4), **chosen).runs[0]
    whole.chunk(4)
    for _ in range(4):
        single.chunk(1)
    for one, other in zip(whole.parameters, single.parameters, strict=True):
        assert torch.equal(one, other)
    assert curves(outcome(dense(4), **chosen)) != curves(outcome(dense(4)))
