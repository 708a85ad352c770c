"""The plotted functions are PyTorch's."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog.kinds import Activation
from playground.catalog.layers import activations
from playground.spec.entry import entries
from playground.spec.errors import ParamError

X = np.concatenate([np.linspace(-8, 8, 161), [-800.0, 800.0]])
WHOLE = {activations.Softmax, activations.LogSoftmax}
"""Activations that look at all numbers of a sample at once."""
VARIED = [
    activations.LeakyReLU(negative_slope=0.3),
    activations.ELU(alpha=2.5),
    activations.GELU(approximate="tanh"),
    activations.PReLU(init=-0.5),
    activations.Softplus(beta=3.0),
    activations.Hardtanh(min_val=-0.5, max_val=2.0),
    *(cls() for cls in entries("layer").values() if issubclass(cls, Activation) and cls not in WHOLE),
]


@pytest.mark.parametrize("one", VARIED, ids=[repr(one) for one in VARIED])
def test_plots_what_pytorch_computes(one: Activation) -> None:
    module: nn.Module = getattr(nn, one.target.rpartition(".")[2])(**one.args((1,)))
    wanted = module.double()(torch.from_numpy(X)).detach().numpy()
    np.testing.assert_allclose(one.f(X), wanted, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("one", [activations.Softmax(), activations.LogSoftmax()])
def test_softmax_plots_a_share_beside_zero(one: Activation) -> None:
    both = torch.from_numpy(np.stack([X, np.zeros_like(X)], axis=1))
    module: nn.Module = getattr(nn, one.name)(**one.args((2,)))
    np.testing.assert_allclose(one.f(X), module(both)[:, 0].numpy(), atol=1e-12)


@pytest.mark.parametrize("one", VARIED, ids=[repr(one) for one in VARIED])
def test_bounds_hold_what_is_plotted(one: Activation) -> None:
    named = {"−": "-", "∞": "inf", "α": "9"}
    if isinstance(one, activations.Hardtanh):
        named |= {"min": str(one.min_val), "max": str(one.max_val)}
    text = one.bounds[1:-1]
    for word, number in named.items():
        text = text.replace(word, number)
    low, high = map(float, text.split(", "))
    y = one.f(X)
    assert (y >= low - 0.005).all()
    assert (y <= high + 1e-12).all()


def test_a_range_needs_two_ends() -> None:
    with pytest.raises(ParamError) as caught:
        activations.Hardtanh(min_val=1, max_val=1)
    assert caught.value.place == "max_val"
