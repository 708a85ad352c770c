"""Codes that are drawn around a mean, and how widely they are spread. torch only: an exported script carries these."""

from __future__ import annotations

import torch

ACTIVE = 0.01
"""Variance over the samples above which a number of the code tells them apart (Burda et al., 2016)."""
SHOWN = 8
"""Numbers of a code that have a curve each."""


def heads(outputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and log-variance (N, K, …) of codes, from what an encoder gives (N, 2K, …): the means first."""
    mean, log_variance = outputs.chunk(2, dim=1)
    return mean, log_variance


def drawn(mean: torch.Tensor, log_variance: torch.Tensor, noise: torch.Tensor) -> torch.Tensor:
    """Codes mean + σ · noise: the reparameterisation of Kingma & Welling, 2014."""
    return mean + (0.5 * log_variance).exp() * noise


def divergence(mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
    """KL(N(mean, σ²) ‖ N(0, 1)), summed over the numbers of a code and averaged over samples; a tensor ()."""
    of_each: torch.Tensor = -0.5 * (1 + log_variance - mean.square() - log_variance.exp())
    return of_each.flatten(1).sum(dim=1).mean()


def spreads(codes: torch.Tensor) -> dict[str, float]:
    """How the codes (N, …) of samples spread.

    "code_spread": standard deviation over the samples, mean over the numbers of a code; "code_spread_1" and so on: of
    the first ones alone; "active_dimensions": how many numbers tell samples apart.
    """
    deviations = codes.flatten(1).std(dim=0, correction=0)
    found = {"code_spread": float(deviations.mean())}
    found |= {f"code_spread_{place}": float(one) for place, one in enumerate(deviations[:SHOWN], 1)}
    return {**found, "active_dimensions": float((deviations.square() > ACTIVE).sum())}
