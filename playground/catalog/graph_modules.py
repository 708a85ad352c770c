"""Layers over graphs as dense batches: features (N, n, F) of nodes beside an adjacency (N, n, n).

An adjacency has a 1 for each edge, and a 1 on the diagonal for each node that exists; rows and columns of padding are
0, and what a layer gives there is 0. Each class says that it takes an adjacency, and stands alone, so that an exported
script can carry its source.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional


def existing(adjacency: torch.Tensor) -> torch.Tensor:
    """1 for each node that exists, 0 for padding (N, n, 1)."""
    return adjacency.diagonal(dim1=1, dim2=2).unsqueeze(2)


def neighbours(adjacency: torch.Tensor) -> torch.Tensor:
    """The adjacency (N, n, n) with 0 on its diagonal: edges between different nodes alone."""
    return adjacency - torch.diag_embed(adjacency.diagonal(dim1=1, dim2=2))


class GCNConv(nn.Linear):
    """D^(−1/2) (A + I) D^(−1/2) X Wᵀ + b, with the degrees D of A + I; (N, n, out_features)."""

    takes_adjacency = True

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        add_self_loops: bool = True,
        normalize: bool = True,
        bias: bool = True,
    ) -> None:
        super().__init__(in_channels, out_channels, bias=False)
        self.add_self_loops, self.normalize = add_self_loops, normalize
        nn.init.xavier_uniform_(self.weight)
        self.register_parameter("bias", nn.Parameter(torch.zeros(out_channels)) if bias else None)

    def forward(self, features: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # edges come beside features
        edges = adjacency if self.add_self_loops else neighbours(adjacency)
        messages = features @ self.weight.T
        if self.normalize:
            degree = edges.sum(dim=2, keepdim=True)
            root = torch.where(degree > 0, degree.clamp(min=1).rsqrt(), 0)
            total = root * (edges @ (root * messages))
        else:
            total = edges @ messages
        return (total if self.bias is None else total + self.bias) * existing(adjacency)


class SAGEConv(nn.Linear):
    """W [x; what neighbours have on average, in sum or at most] + b, for each node; (N, n, out_features)."""

    takes_adjacency = True

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        aggr: str = "mean",
        normalize: bool = False,
        root_weight: bool = True,
        bias: bool = True,
    ) -> None:
        super().__init__(in_channels * (1 + root_weight), out_channels, bias)
        self.aggr, self.normalize, self.root_weight = aggr, normalize, root_weight

    def forward(self, features: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # edges come beside features
        around = self.aggregated(features, neighbours(adjacency))
        given = torch.cat([features, around], dim=2) if self.root_weight else around
        out = super().forward(given)
        return (functional.normalize(out, dim=2) if self.normalize else out) * existing(adjacency)

    def aggregated(self, features: torch.Tensor, edges: torch.Tensor) -> torch.Tensor:
        """One vector for all neighbours of each node (N, n, F); zeros for a node without any."""
        if self.aggr == "max":
            spread = features.unsqueeze(1).masked_fill(edges.unsqueeze(3) == 0, torch.finfo(features.dtype).min)
            return spread.amax(dim=2) * (edges.sum(dim=2, keepdim=True) > 0)
        total = edges @ features
        return total / edges.sum(dim=2, keepdim=True).clamp(min=1) if self.aggr == "mean" else total


class GATConv(nn.Linear):
    """Σ αᵢⱼ W xⱼ over a node and its neighbours, with shares α that it learns to give them, several heads side by side.

    (N, n, heads · out_channels), or their mean (N, n, out_channels) without `concat`.
    """

    takes_adjacency = True

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        heads: int = 1,
        concat: bool = True,
        negative_slope: float = 0.2,
        dropout: float = 0.0,
        bias: bool = True,
    ) -> None:
        super().__init__(in_channels, heads * out_channels, bias=False)
        self.heads, self.concat, self.negative_slope, self.dropout = heads, concat, negative_slope, dropout
        self.att_src = nn.Parameter(torch.empty(heads, out_channels))
        self.att_dst = nn.Parameter(torch.empty(heads, out_channels))
        for weight in (self.weight, self.att_src, self.att_dst):
            nn.init.xavier_uniform_(weight)
        width = heads * out_channels if concat else out_channels
        self.register_parameter("bias", nn.Parameter(torch.zeros(width)) if bias else None)

    def forward(self, features: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:  # type: ignore[override]  # edges come beside features
        values = self.projected(features)
        shares = functional.dropout(self.shares(values, adjacency), self.dropout, self.training)
        found = shares @ values
        out = found.transpose(1, 2).flatten(2) if self.concat else found.mean(dim=1)
        return (out if self.bias is None else out + self.bias) * existing(adjacency)

    def projected(self, features: torch.Tensor) -> torch.Tensor:
        """W x for each head (N, heads, n, out_channels)."""
        values = features @ self.weight.T
        return values.reshape(*features.shape[:2], self.heads, -1).transpose(1, 2)

    def shares(self, values: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:
        """αᵢⱼ (N, heads, n, n): how much of node j node i takes; each row of a node that exists adds up to 1."""
        given, asked = values @ self.att_src.unsqueeze(2), values @ self.att_dst.unsqueeze(2)
        scores = functional.leaky_relu(asked + given.transpose(2, 3), self.negative_slope)
        edges = adjacency.unsqueeze(1)
        return scores.masked_fill(edges == 0, torch.finfo(scores.dtype).min).softmax(dim=3) * edges


class GraphReadout(nn.Module):
    """The mean, the sum or the largest number (N, F) of each feature over the nodes that exist."""

    takes_adjacency = True

    def __init__(self, mode: str = "mean") -> None:
        super().__init__()
        self.mode = mode

    def forward(self, features: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:
        there = existing(adjacency)
        if self.mode == "max":
            return features.masked_fill(there == 0, torch.finfo(features.dtype).min).amax(dim=1)
        total = (features * there).sum(dim=1)
        return total if self.mode == "sum" else total / there.sum(dim=1).clamp(min=1)


class PairNorm(nn.Module):
    """Node vectors moved so that their mean is 0, and scaled so that their mean square length is scale²."""

    takes_adjacency = True

    def __init__(self, scale: float = 1.0, eps: float = 1e-5) -> None:
        super().__init__()
        self.scale, self.eps = scale, eps

    def forward(self, features: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:
        there = existing(adjacency)
        count = there.sum(dim=1, keepdim=True).clamp(min=1)
        centred = (features - (features * there).sum(dim=1, keepdim=True) / count) * there
        square = centred.square().sum(dim=(1, 2), keepdim=True) / count
        return self.scale * centred / (self.eps + square).sqrt()
