"""How far two sets of samples are from each other."""

from __future__ import annotations

import math

import torch

DIRECTIONS = 64


def directions(features: int, generator: torch.Generator) -> torch.Tensor:
    """Unit vectors (F, D) to look along: evenly spread over the half circle on the plane, else drawn at random."""
    if features == 2:
        angles = torch.arange(DIRECTIONS) * math.pi / DIRECTIONS
        return torch.stack([angles.cos(), angles.sin()])
    drawn = torch.randn(features, DIRECTIONS, generator=generator)
    return torch.nn.functional.normalize(drawn, dim=0)


def sliced_wasserstein(a: torch.Tensor, b: torch.Tensor, along: torch.Tensor) -> torch.Tensor:
    """The sliced Wasserstein distance of two equally large sets (N, …), a tensor () in units of the data.

    mean over θ of mean |sort(a θ) − sort(b θ)|, for the unit vectors θ in `along` (F, D): on each line, how far samples
    must be moved on average to turn one set into the other. Rabin et al., "Wasserstein barycenter and its application
    to texture mixing", 2011. Two draws of the same distribution are not 0 apart, but come closer as N grows.
    """
    lines = [(samples.flatten(1) @ along).sort(dim=0).values for samples in (a, b)]
    return (lines[0] - lines[1]).abs().mean()
