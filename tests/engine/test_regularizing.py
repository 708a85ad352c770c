"""What regularisers do to gradients, weights and inputs."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from playground.engine import regularizing
from tests.engine.building import JSON, curves, dense, experiment, graph, node, outcome, session


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


def own(*regularizers: JSON) -> JSON:
    """Two hidden layers, the first with regularisers of its own."""
    layers = [node("a", "Linear", "Tanh", out_features=5, _regularizers=list(regularizers)), node("b", "Linear")]
    return graph([node("input", "Input"), *layers, node("end", "Output")])


def stepped(network: JSON, **chosen: Any) -> dict[str, torch.Tensor]:
    """The parameters after one step."""
    run = session(network, **chosen).runs[0]
    run.chunk(1)
    return {name: value.detach() for name, value in run.networks["model"].named_parameters()}


def pulled(strength: float) -> JSON:
    return {"entry": "L2", "strength": strength}


def test_a_layer_has_its_own_in_place_of_those_of_its_kind() -> None:
    plain, weak, strong = (stepped(own(), regularizers=some) for some in ([], [pulled(0.1)], [pulled(2.0)]))
    found = stepped(own(pulled(2.0)), regularizers=[pulled(0.1)])
    assert torch.equal(found["a.weight"], strong["a.weight"])
    assert torch.equal(found["b.weight"], weak["b.weight"])
    assert torch.equal(found["a.bias"], plain["a.bias"])
    without = stepped(own(pulled(0.0)), regularizers=[pulled(2.0)])
    assert torch.equal(without["a.weight"], plain["a.weight"])
    assert torch.equal(without["end.weight"], strong["end.weight"])
    both = stepped(own({"entry": "L1", "strength": 0.0}), regularizers=[pulled(2.0)])
    assert all(torch.equal(both[name], strong[name]) for name in both)


def test_units_of_one_layer_are_short() -> None:
    limit: JSON = {"entry": "MaxNorm", "limit": 0.2}
    found = stepped(own(limit))
    assert found["a.weight"].norm(dim=1).max() <= 0.2 + 1e-6
    assert found["b.weight"].norm(dim=1).max() > 0.2
    free = stepped(own({"entry": "MaxNorm", "limit": 1e6}), regularizers=[limit])
    assert free["a.weight"].norm(dim=1).max() > 0.2
    assert free["b.weight"].norm(dim=1).max() <= 0.2 + 1e-6


def test_nothing_is_called_for_what_does_nothing() -> None:
    assert session(own(pulled(0.0))).runs[0].phases[0].penalties == []
    (phase,) = session(own(pulled(0.0)), regularizers=[pulled(0.1)]).runs[0].phases
    assert len(phase.penalties) == 1


def test_the_strength_of_a_layer_is_taken_over_while_it_trains() -> None:
    running = session(own(pulled(0.1)))
    assert running.adopt(experiment(own(pulled(0.0)))) == ["Linear L2 strength 0.1 → 0"]
    assert running.runs[0].phases[0].penalties == []
    assert running.adopt(experiment(own())) == []  # another number of them needs a new start
