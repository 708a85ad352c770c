"""Initialisers put the distribution they promise into a weight."""

from __future__ import annotations

import math
from importlib import import_module

import pytest
import torch

from playground.catalog import initializers as init
from playground.catalog.kinds import Initializer
from playground.engine.filling import fan_in_uniform_
from playground.spec.entry import entries, fields_of
from playground.spec.errors import ParamError

FAN_IN, FAN_OUT = 400, 200


def weight(item: Initializer) -> torch.Tensor:
    torch.manual_seed(0)
    module, _, name = item.target.rpartition(".")
    tensor = torch.full((FAN_OUT, FAN_IN), 7.0)
    getattr(import_module(module), name)(tensor, **item.args())
    return tensor


@pytest.mark.parametrize(
    ("item", "std", "bound"),
    [
        (init.Zeros(), 0.0, 0.0),
        (init.Uniform(a=-0.5, b=0.5), 1 / math.sqrt(12), 0.5),
        (init.Normal(mean=0.0, std=0.2), 0.2, math.inf),
        (init.FanInUniform(gain=3), 3 / math.sqrt(3 * FAN_IN), 3 / math.sqrt(FAN_IN)),
        (init.TruncatedNormal(std=0.2), 0.2 * 0.8796, 0.4),
        (init.TruncatedNormal(std=0.2, cut=10), 0.2, 2.0),
        (init.Orthogonal(gain=2), 2 / math.sqrt(FAN_IN), math.inf),
        (init.XavierUniform(gain=2), 2 * math.sqrt(2 / 600), 2 * math.sqrt(6 / 600)),
        (init.XavierNormal(), math.sqrt(2 / 600), math.inf),
        (init.KaimingUniform(), math.sqrt(2 / FAN_IN), math.sqrt(6 / FAN_IN)),
        (init.KaimingUniform(mode="fan_out", nonlinearity="linear"), math.sqrt(1 / FAN_OUT), math.sqrt(3 / FAN_OUT)),
        (init.KaimingNormal(nonlinearity="leaky_relu", a=1.0), math.sqrt(1 / FAN_IN), math.inf),
    ],
)
def test_spreads_weights_as_it_says(item: Initializer, std: float, bound: float) -> None:
    drawn = weight(item)
    assert drawn.std().item() == pytest.approx(std, rel=0.02)
    assert drawn.abs().max().item() <= bound + 1e-7
    assert drawn.mean().item() == pytest.approx(0, abs=0.01)


def test_orthogonal_rows_are_at_right_angles() -> None:
    drawn = weight(init.Orthogonal(gain=0.5))
    torch.testing.assert_close(drawn @ drawn.T, 0.25 * torch.eye(FAN_OUT), atol=1e-5, rtol=0)


def test_an_even_draw_is_pytorchs_own() -> None:
    torch.manual_seed(0)
    layer = torch.nn.Conv2d(3, 4, 5)
    torch.manual_seed(0)
    drawn = torch.empty_like(layer.weight)
    fan_in_uniform_(drawn)
    torch.testing.assert_close(drawn, layer.weight)


def test_constant_is_constant() -> None:
    assert (weight(init.Ones()) == 1).all()
    assert (weight(init.Constant(value=0.25)) == 0.25).all()


def test_default_leaves_everything_and_offers_nothing() -> None:
    assert init.PyTorchDefault().target == ""
    assert fields_of(init.PyTorchDefault) == {}


def test_others_set_the_bias() -> None:
    assert all("bias" in fields_of(cls) for name, cls in entries("initializer").items() if name != "PyTorchDefault")
    assert "bias" not in init.Zeros(bias=0.1).args()


def test_an_interval_needs_its_ends_in_order() -> None:
    with pytest.raises(ParamError) as caught:
        init.Uniform(a=1.0, b=-1.0)
    assert caught.value.place == "b"
