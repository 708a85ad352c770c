"""How far areas cover one another. torch only: an exported script may carry the functions."""

from __future__ import annotations

import torch

from playground.engine.scores import tally


def mean_iou(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of a class that is right among what has it or is given it, the mean over classes."""
    right, answered, there = tally(outputs, targets, encoding)
    return (right / (answered + there - right)).mean()


def dice(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Twice what is right of a class over all that has it and all that is given it, the mean over classes."""
    right, answered, there = tally(outputs, targets, encoding)
    return (2 * right / (answered + there)).mean()


def box_iou(boxes: torch.Tensor, others: torch.Tensor) -> torch.Tensor:
    """Intersection over union (N,) of each of some boxes (N, 4) with the other beside it.

    A box is (left, top, right, bottom); one whose right is left of its left, or bottom above its top, is empty.
    """
    sides = (boxes[:, 2:] - boxes[:, :2]).clamp(min=0), (others[:, 2:] - others[:, :2]).clamp(min=0)
    shared = torch.minimum(boxes[:, 2:], others[:, 2:]) - torch.maximum(boxes[:, :2], others[:, :2])
    common = shared.clamp(min=0).prod(dim=1)
    whole = sides[0].prod(dim=1) + sides[1].prod(dim=1) - common
    return common / whole.clamp(min=1e-12)
