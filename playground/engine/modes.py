"""How well made samples cover the classes of real ones. torch only."""

from __future__ import annotations

import torch

NEAR = 0.99
"""Share of the real samples that count as good themselves."""
ENOUGH = 0.25
"""Share of its due that a class must get to count as found."""


def hits(made: torch.Tensor, real: torch.Tensor, classes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """How many made samples (M, …) are good, and how many real ones (N, …) there are, for each class (N,).

    A made sample is good where it lies as near to the mean of a class as 99 % of the real ones lie to theirs.
    """
    made, real = made.flatten(1), real.flatten(1)
    counts = torch.bincount(classes.long())
    place = ((counts > 0).cumsum(0) - 1)[classes.long()]
    there = counts[counts > 0]
    middles = torch.zeros(len(there), real.shape[1], device=real.device).index_add_(0, place, real) / there[:, None]
    reach = torch.linalg.vector_norm(real - middles[place], dim=1).quantile(NEAR)
    distance, nearest = torch.cdist(made, middles).min(dim=1)
    return torch.bincount(nearest[distance <= reach], minlength=len(there)), there


def modes_found(made: torch.Tensor, real: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Classes that get at least a quarter of the good samples that are due to them, a tensor ()."""
    good, there = hits(made, real, classes)
    return (good >= ENOUGH * len(made) * there / there.sum()).sum()


def good_samples(made: torch.Tensor, real: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Share of the made samples that are good, a tensor ()."""
    return hits(made, real, classes)[0].sum() / len(made)
