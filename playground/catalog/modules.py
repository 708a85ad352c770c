"""Our own modules and functions on tensors; each stands alone, so that an exported script can carry its source."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn


class Add(nn.Module):
    """The sum of inputs of equal shape (N, …)."""

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        total = inputs[0]
        for other in inputs[1:]:
            total = total + other
        return total


class Concat(nn.Module):
    """Inputs (N, …) behind one another along a dimension."""

    def __init__(self, dim: int = 1) -> None:
        super().__init__()
        self.dim = dim

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        return torch.cat(inputs, dim=self.dim)


class Multiply(nn.Module):
    """The product of inputs (N, …); shorter ones lack their last axes, and axes of size 1 stretch."""

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        most = max(one.ndim for one in inputs)
        total = inputs[0].reshape(inputs[0].shape + (1,) * (most - inputs[0].ndim))
        for other in inputs[1:]:
            total = total * other.reshape(other.shape + (1,) * (most - other.ndim))
        return total


class Subtract(nn.Module):
    """The difference of two inputs (N, …); the shorter one lacks its last axes, and axes of size 1 stretch."""

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        most = max(a.ndim, b.ndim)
        return a.reshape(a.shape + (1,) * (most - a.ndim)) - b.reshape(b.shape + (1,) * (most - b.ndim))


class MatMul(nn.Module):
    """The product of matrices (N, …, L, D) and (N, …, D, S)."""

    def forward(self, left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
        return left @ right


class Reshape(nn.Module):
    """The numbers of each sample in another shape; one size may be −1, which follows from the others."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__()
        self.shape = shape

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.reshape(len(x), *self.shape)


class Permute(nn.Module):
    """Axes in another order; `dims` counts from 1, for the batch stays first."""

    def __init__(self, dims: tuple[int, ...]) -> None:
        super().__init__()
        self.dims = dims

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.permute(0, *self.dims)


class Transpose(nn.Module):
    """Two axes exchanged; axis 0 is the batch."""

    def __init__(self, dim0: int, dim1: int) -> None:
        super().__init__()
        self.dim0, self.dim1 = dim0, dim1

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.transpose(self.dim0, self.dim1)


def l1(parameters: Iterable[torch.Tensor], strength: float) -> None:
    """Add the gradient of strength · Σ|w| to the gradients of the parameters."""
    with torch.no_grad():
        for weight in parameters:
            if weight.grad is not None:
                weight.grad.add_(weight.sign(), alpha=strength)


def l2(parameters: Iterable[torch.Tensor], strength: float) -> None:
    """Add the gradient of strength · Σw² / 2 to the gradients of the parameters."""
    with torch.no_grad():
        for weight in parameters:
            if weight.grad is not None:
                weight.grad.add_(weight, alpha=strength)


def accuracy(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of samples whose class is right; outputs (N, C) or (N, 1), targets as the encoding of the loss has them."""
    if encoding == "index":
        right = outputs.argmax(dim=1) == targets
    elif encoding == "onehot":
        right = outputs.argmax(dim=1) == targets.argmax(dim=1)
    else:
        right = (outputs > 0) == (targets > (0.5 if encoding == "binary" else 0))
    return right.float().mean()


def r2(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of the variance of the targets (N, 1) that the outputs (N, 1) explain."""
    del encoding
    missed = (targets - outputs).square().sum()
    spread = (targets - targets.mean()).square().sum()
    return 1 - missed / spread


def mean_absolute_error(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Mean distance between outputs (N, 1) and targets (N, 1)."""
    del encoding
    return (outputs - targets).abs().mean()


def row_spread(network: nn.Module) -> torch.Tensor:
    """Largest difference between two rows of the weights of a hidden dense layer; 0 when its units are all the same.

    The last dense layer is the output; layers of a single unit have nothing to compare.
    """
    layers = [module for module in network.modules() if isinstance(module, nn.Linear)]
    with torch.no_grad():
        spreads = [
            (one.weight.amax(dim=0) - one.weight.amin(dim=0)).amax() for one in layers[:-1] if len(one.weight) > 1
        ]
        return torch.stack(spreads).amax() if spreads else torch.zeros(())


def max_weight(network: nn.Module) -> torch.Tensor:
    """Size of the largest weight; parameters of one dimension, such as biases, do not count."""
    with torch.no_grad():
        sizes = [weight.abs().amax() for weight in network.parameters() if weight.dim() > 1]
        return torch.stack(sizes).amax() if sizes else torch.zeros(())
