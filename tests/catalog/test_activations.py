"""The plotted functions are PyTorch's."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog.kinds import Activation
from playground.catalog.layers import activations
from playground.spec.entry import entries

X = np.concatenate([np.linspace(-8, 8, 161), [-800.0, 800.0]])
VARIED = [
    activations.LeakyReLU(negative_slope=0.3),
    activations.ELU(alpha=2.5),
    activations.GELU(approximate="tanh"),
    *(cls() for cls in entries("layer").values() if issubclass(cls, Activation) and cls is not activations.Softmax),
]


@pytest.mark.parametrize("one", VARIED, ids=[repr(one) for one in VARIED])
def test_plots_what_pytorch_computes(one: Activation) -> None:
    module: nn.Module = getattr(nn, one.target.rpartition(".")[2])(**one.args((1,)))
    wanted = module(torch.from_numpy(X)).numpy()
    np.testing.assert_allclose(one.f(X), wanted, rtol=1e-9, atol=1e-12)


def test_softmax_plots_a_share_beside_zero() -> None:
    both = torch.from_numpy(np.stack([X, np.zeros_like(X)], axis=1))
    module = nn.Softmax(**activations.Softmax().args((2,)))
    np.testing.assert_allclose(activations.Softmax().f(X), module(both)[:, 0].numpy(), atol=1e-12)


@pytest.mark.parametrize("one", VARIED, ids=[repr(one) for one in VARIED])
def test_bounds_hold_what_is_plotted(one: Activation) -> None:
    low, high = (
        float(end.replace("−", "-").replace("∞", "inf").replace("α", "9")) for end in one.bounds[1:-1].split(", ")
    )
    y = one.f(X)
    assert (y >= low - 0.005).all()
    assert (y <= high + 1e-12).all()
