"""Losses of our own, and how any loss is made. torch only: an exported script may carry the classes."""

from __future__ import annotations

import torch
from torch import nn

from playground.engine.resolve import locate
from playground.spec.entry import Entry


def criterion(loss: Entry, device: torch.device) -> nn.Module:
    """The module of a loss; its lists of numbers become tensors."""
    args = {
        name: torch.tensor(value, device=device) if isinstance(value, tuple) else value
        for name, value in loss.args().items()
    }
    made: nn.Module = locate(loss.target)(**args)
    return made


def weighs(criterion: nn.Module) -> bool:
    """Whether the mean of a loss is one over classes that count differently."""
    kinds = (nn.CrossEntropyLoss, nn.NLLLoss, FocalLoss)
    return isinstance(criterion, kinds) and criterion.weight is not None


class BCELoss(nn.BCELoss):
    """PyTorch's, for outputs of any size: they are cut to 0 and 1, and what is no number gives no number."""

    def forward(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        shares = outputs.nan_to_num(0.5).clamp(0, 1)
        strange = (0 * outputs).sum()
        return super().forward(shares, targets) + strange


class FocalLoss(nn.Module):
    """Mean of −(1 − p)^gamma · log p for the probability p of the true class; logits (N, C), classes (N,)."""

    def __init__(self, gamma: float, weight: torch.Tensor | None = None) -> None:
        super().__init__()
        self.gamma = gamma
        self.weight = weight

    def forward(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        log_p = outputs.log_softmax(dim=1).gather(1, targets[:, None])[:, 0]
        missed = (-log_p.expm1()).clamp(min=1e-12)
        losses = -(missed**self.gamma) * log_p
        if self.weight is None:
            return losses.mean()
        share = self.weight[targets]
        return (share * losses).sum() / share.sum()


class HingeLoss(nn.Module):
    """Mean of max(0, margin − t · x) for scores (N, C) and targets (N, C), of which those above 0 are a yes."""

    def __init__(self, margin: float) -> None:
        super().__init__()
        self.margin = margin

    def forward(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        signs = torch.where(targets > 0, 1.0, -1.0)
        return (self.margin - signs * outputs).relu().mean()
