"""How alike the vectors of nodes are. torch only: an exported script carries these very functions."""

from __future__ import annotations

import torch
from torch import nn

from playground.engine.measure import predict


def alike(vectors: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """Mean cosine () of every two nodes of a graph, the mean over graphs; vectors (N, n, F), 1 where a node is (N, n).

    Two vectors of zeros are alike. Graphs of a single node do not count; 1 where no others are.
    """
    lengths = vectors.norm(dim=2)
    empty = there * (lengths < 1e-30)
    units = vectors / lengths.clamp(min=1e-30).unsqueeze(2) * (there - empty).unsqueeze(2)
    count, blank = there.sum(dim=1), empty.sum(dim=1)
    same = units.sum(dim=1).square().sum(dim=1) - (count - blank) + blank * (blank - 1)
    pairs = count * (count - 1)
    return (same[pairs > 0] / pairs[pairs > 0]).mean() if bool((pairs > 0).any()) else torch.ones(())


def node_similarity(network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """`alike` of the last vectors that nodes have before the answers are made of them; 0 where they have none."""
    del targets, encoding
    given: dict[nn.Module, list[torch.Tensor]] = {}
    edges: dict[nn.Module, list[torch.Tensor]] = {}

    def note(module: nn.Module, args: tuple[torch.Tensor, ...], out: torch.Tensor) -> None:
        if out.ndim == 3:
            given.setdefault(module, []).append(out)
        if getattr(module, "takes_adjacency", False):
            edges.setdefault(module, []).append(args[1])

    hooks = [module.register_forward_hook(note) for module in network.modules() if not list(module.children())]
    try:
        result = predict(network, inputs)
    finally:
        for hook in hooks:
            hook.remove()
    found = list(given.values())[: -1 if result.ndim == 3 else None]
    if not found:
        return torch.zeros(())
    vectors = torch.cat(found[-1])
    seen = torch.cat(next(iter(edges.values()))) if edges else torch.zeros(0)
    there = seen.diagonal(dim1=1, dim2=2) if edges else torch.ones_like(vectors[:, :, 0])
    if there.shape != vectors.shape[:2]:  # they are no longer vectors of the nodes
        there = torch.ones_like(vectors[:, :, 0])
    return alike(vectors, there)
