"""Initial weights of our own. torch only: an exported script may carry the functions."""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import nn

MEASURED = (nn.Linear, nn.Conv1d, nn.Conv2d, nn.ConvTranspose1d, nn.ConvTranspose2d)
"""Layers whose outputs grow with their weights."""
SLICE = 32
"""Samples that go through the network at once."""


def fan_in_uniform_(weight: torch.Tensor, gain: float = 1.0) -> None:
    """Fill a weight (out, in, …) from U(−a, a), a = gain / √fan_in."""
    reach = gain / math.sqrt(max(weight[0].numel(), 1))
    nn.init.uniform_(weight, -reach, reach)


class Spread:
    """The variance of all outputs of a layer, gathered while it is called."""

    def __init__(self) -> None:
        self.count, self.total, self.squares = 0, 0.0, 0.0

    def __call__(self, _layer: nn.Module, _inputs: object, outputs: torch.Tensor) -> None:
        numbers = outputs.double()
        self.count += numbers.numel()
        self.total += float(numbers.sum())
        self.squares += float(numbers.square().sum())

    def variance(self) -> float:
        """Mean square of what differs from the mean."""
        return self.squares / self.count - (self.total / self.count) ** 2


def output_variance(network: nn.Module, layer: nn.Module, inputs: torch.Tensor) -> float:
    """The variance of a layer's outputs while the network computes all inputs (N, …)."""
    spread = Spread()
    hook = layer.register_forward_hook(spread)
    for part in torch.split(inputs, SLICE):
        network(part)
    hook.remove()
    return spread.variance()


@torch.no_grad()
def unit_variance_(
    network: nn.Module, layers: Iterable[str], inputs: torch.Tensor, tol: float, max_iter: int, batch: int
) -> None:
    """Scale the weights of these layers one after another until their outputs have variance 1.

    The first `batch` inputs (N, …) are looked at, in evaluation mode; the network is left in the mode it was in.
    """
    training = network.training
    network.eval()
    for layer in map(network.get_submodule, layers):
        for _ in range(max_iter if isinstance(layer, MEASURED) else 0):
            variance = output_variance(network, layer, inputs[:batch])
            if not 0 < variance < math.inf or abs(variance - 1) < tol:
                break
            layer.get_parameter("weight").div_(math.sqrt(variance))
    network.train(training)
