"""Our own modules and functions on tensors; each stands alone, so that an exported script can carry its source."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import nn


class Part(nn.Module):
    """A part of each sample (N, P): the numbers from `start` on, in a shape of their own (N, …)."""

    def __init__(self, start: int, shape: tuple[int, ...]) -> None:
        super().__init__()
        self.start, self.shape = start, shape

    def forward(self, samples: torch.Tensor) -> torch.Tensor:
        part = samples[:, self.start : self.start + math.prod(self.shape)]
        return part.reshape(-1, *self.shape)


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


class Embedding(nn.Embedding):
    """Rows of a table for whole numbers (N, L), which may come as floats; the result is (N, L, E).

    Raises:
        ValueError: a number has no row in the table.
    """

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = x.long()
        if not rows.is_meta and rows.numel():
            low, high = (int(end) for end in rows.aminmax())
            if low < 0 or high >= self.num_embeddings:
                rows_there = f"it has rows 0 to {self.num_embeddings - 1}"
                raise ValueError(f"there is no row {min(low, 0) or high} in the embedding; {rows_there}.")
        return super().forward(rows)


class RNN(nn.RNN):
    """A plain recurrent layer over (N, L, E) that gives all hidden states (N, L, H) or the last ones (N, H)."""

    def __init__(self, returns: str, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.returns = returns

    def forward(self, x: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # it starts from zeros always
        states, last = super().forward(x)
        return last_states(last, self.bidirectional) if self.returns == "last" else states


class GRU(nn.GRU):
    """A gated recurrent layer over (N, L, E) that gives all hidden states (N, L, H) or the last ones (N, H)."""

    def __init__(self, returns: str, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.returns = returns

    def forward(self, x: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # it starts from zeros always
        states, last = super().forward(x)
        return last_states(last, self.bidirectional) if self.returns == "last" else states


class LSTM(nn.LSTM):
    """A long short-term memory over (N, L, E) that gives all hidden states (N, L, H) or the last ones (N, H).

    What it returns as its "state" is the last hidden state and, behind it, the last cell (N, 2 · H).
    """

    def __init__(self, returns: str, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.returns = returns

    def forward(self, x: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # it starts from zeros always
        states, ends = super().forward(x)
        if self.returns == "sequence":
            return states
        kept = ends if self.returns == "state" else ends[:1]
        return torch.cat([last_states(one, self.bidirectional) for one in kept], dim=1)


def last_states(hidden: torch.Tensor, bidirectional: bool) -> torch.Tensor:
    """The last states (N, H) of the uppermost layer, both directions beside each other, from (layers, N, H)."""
    return hidden[-2 if bidirectional else -1 :].transpose(0, 1).flatten(1)


class TakeLast(nn.Module):
    """The last step (N, E) of sequences (N, L, E)."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x[:, -1]


class PoolOverTime(nn.Module):
    """The mean or the largest number (N, E) over the steps of sequences (N, L, E)."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.mode = mode

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.amax(dim=1) if self.mode == "max" else x.mean(dim=1)


def causal_mask(queries: torch.Tensor, keys: torch.Tensor) -> torch.Tensor:
    """True (L, S) where a step of the queries (N, L, E) may not look: at later steps of the keys (N, S, E)."""
    return torch.ones(queries.shape[1], keys.shape[1], dtype=torch.bool, device=queries.device).triu(1)


class MultiheadAttention(nn.MultiheadAttention):
    """What queries (N, L, E) find among keys (N, S, K) and values (N, S, V); the result is (N, L, E)."""

    def __init__(self, causal: bool = False, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.causal = causal

    def forward(self, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # its mask is its own
        mask = causal_mask(query, key) if self.causal else None
        return super().forward(query, key, value, attn_mask=mask, need_weights=False)[0]


class SelfAttention(MultiheadAttention):
    """What each step of sequences (N, L, E) finds among all steps; the result is (N, L, E)."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # one input is all three
        return super().forward(x, x, x)


class TransformerEncoderLayer(nn.TransformerEncoderLayer):
    """Self-attention and a small dense network over sequences (N, L, E), each beside a skip connection."""

    def __init__(self, causal: bool = False, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.causal = causal

    def forward(self, x: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # its mask is its own
        return super().forward(x, src_mask=causal_mask(x, x) if self.causal else None)


class TransformerDecoderLayer(nn.TransformerDecoderLayer):
    """Self-attention over targets (N, L, E), attention to a memory (N, S, E) and a small dense network."""

    def __init__(self, causal: bool = True, **settings: Any) -> None:
        super().__init__(batch_first=True, **settings)
        self.causal = causal

    def forward(self, target: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # as above
        return super().forward(target, memory, tgt_mask=causal_mask(target, target) if self.causal else None)


class PositionalEncoding(nn.Module):
    """Adds sines and cosines of many wavelengths to sequences (N, length, features), so that each step differs."""

    waves: torch.Tensor

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        steps = torch.arange(length)[:, None]
        angles = steps * torch.exp(torch.arange(0, features, 2) * (-math.log(10_000) / features))
        waves = torch.stack((angles.sin(), angles.cos()), dim=2).flatten(1)[:, :features]
        self.register_buffer("waves", waves, persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.waves


class PositionalEmbedding(nn.Module):
    """Adds a learnt row to each step of sequences (N, length, features)."""

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(length, features))
        nn.init.normal_(self.weight, std=0.02)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.weight


class GaussianNoise(nn.Module):
    """Adds noise of a standard deviation to (N, …) while it trains."""

    def __init__(self, std: float) -> None:
        super().__init__()
        self.std = std

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.std * torch.randn_like(x) if self.training else x


class Reparameterise(nn.Module):
    """Draws from normal distributions with means (N, …) and log-variances (N, …); the mean when it is measured."""

    def forward(self, mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
        return mean + torch.exp(log_variance / 2) * torch.randn_like(mean) if self.training else mean


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


def small_weights(network: nn.Module) -> torch.Tensor:
    """Share of the weights smaller than a twentieth of the largest; parameters of one dimension do not count."""
    with torch.no_grad():
        sizes = torch.cat([torch.zeros(0), *(w.abs().flatten().cpu() for w in network.parameters() if w.dim() > 1)])
        return (sizes < sizes.amax() / 20).float().mean() if len(sizes) else torch.zeros(())


def max_weight(network: nn.Module) -> torch.Tensor:
    """Size of the largest weight; parameters of one dimension, such as biases, do not count."""
    with torch.no_grad():
        sizes = [weight.abs().amax() for weight in network.parameters() if weight.dim() > 1]
        return torch.stack(sizes).amax() if sizes else torch.zeros(())
