"""Answers for the places of samples as rows. torch only: an exported script carries this very function."""

from __future__ import annotations

import torch


def rows(
    outputs: torch.Tensor, targets: torch.Tensor, places: int, first: bool, ignores: bool
) -> tuple[torch.Tensor, torch.Tensor]:
    """Outputs (M, K) and targets (M,) or (M, …) of all places of all samples.

    Outputs are (N, K, …) where `first`, else (N, …, K), and targets (N, …) or (N, …, C) with so many axes of places.
    With `ignores`, places whose target is −100 are left out.
    """
    outputs = outputs.movedim(1, -1) if first else outputs
    outputs, targets = outputs.flatten(0, places), targets.flatten(0, places)
    if not ignores:
        return outputs, targets
    known = (targets if targets.ndim == 1 else targets[:, 0]) != -100
    return outputs[known], targets[known]
