"""What regularisers do to gradients, weights and inputs. torch only: an exported script may carry the functions."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from playground.spec.entry import Entry
from playground.spec.experiment import Experiment


def regularizers_by_act(experiment: Experiment) -> dict[str, list[Entry]]:
    """The regularisers that act on "gradients", on "weights" after a step and on "inputs", each in their order."""
    found: dict[str, list[Entry]] = {"gradients": [], "weights": [], "inputs": []}
    for item in sorted(experiment.regularizers, key=lambda item: getattr(item, "order", 0)):
        if item.target:
            found[getattr(item, "acts", "gradients")].append(item)
    return found


def elastic_net(parameters: Iterable[torch.Tensor], strength: float, l1_ratio: float) -> None:
    """Add the gradient of strength · (l1_ratio · Σ|w| + (1 − l1_ratio) · Σw² / 2) to those of the parameters."""
    with torch.no_grad():
        for weight in parameters:
            if weight.grad is not None:
                weight.grad.add_(weight.sign(), alpha=strength * l1_ratio)
                weight.grad.add_(weight, alpha=strength * (1 - l1_ratio))


def max_norm(parameters: Iterable[torch.Tensor], limit: float) -> None:
    """Shorten the weights of each unit, which lie along the first axis, to a length of at most `limit`."""
    with torch.no_grad():
        for weight in parameters:
            if weight.requires_grad:
                weight.copy_(weight.renorm(p=2, dim=0, maxnorm=limit))


def input_noise(inputs: torch.Tensor, std: float) -> torch.Tensor:
    """Inputs (N, …) with noise of a standard deviation."""
    return inputs + std * torch.randn_like(inputs)
