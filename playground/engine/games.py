"""The games of two networks: how both are scored. torch only: an exported script carries them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn.functional import softplus

CLIPPING, PENALTY = "Wasserstein, clipping", "Wasserstein, gradient penalty"


@dataclass(frozen=True)
class Game:
    """The losses of both sides, of the discriminator's outputs for real and for made samples."""

    discriminator: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
    generator: Callable[[torch.Tensor], torch.Tensor]
    share: Callable[[torch.Tensor], torch.Tensor]
    """How an output is told: as the probability that a sample is real, where it is a logit."""


def _same(outputs: torch.Tensor) -> torch.Tensor:
    return outputs


LOG = Game(
    lambda real, made: softplus(-real).mean() + softplus(made).mean(), lambda m: softplus(-m).mean(), torch.sigmoid
)
SQUARES = Game(
    lambda real, made: 0.5 * (real - 1).square().mean() + 0.5 * made.square().mean(),
    lambda made: 0.5 * (made - 1).square().mean(),
    _same,
)
WASSERSTEIN = Game(lambda real, made: made.mean() - real.mean(), lambda made: -made.mean(), _same)
GAMES = {"log": LOG, "least squares": SQUARES, CLIPPING: WASSERSTEIN, PENALTY: WASSERSTEIN}


def steepness(discriminator: nn.Module, real: torch.Tensor, made: torch.Tensor) -> torch.Tensor:
    """Mean of (‖∇D‖ − 1)² at random places between real and made samples (Gulrajani et al., 2017)."""
    share = torch.rand(len(real), *[1] * (real.ndim - 1), device=real.device)
    between = (share * real + (1 - share) * made).requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(between).sum(), between, create_graph=True)
    steep: torch.Tensor = torch.linalg.vector_norm(slope.flatten(1), dim=1)
    return (steep - 1).square().mean()


@torch.no_grad()
def clip(network: nn.Module, limit: float) -> None:
    """Cut all weights that learn to a largest size."""
    for value in network.parameters():
        if value.requires_grad:
            value.clamp_(-limit, limit)
