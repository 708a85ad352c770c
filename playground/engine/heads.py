"""Several answers in one row. torch only: an exported script may carry the class and the functions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import torch
from torch import nn

from playground.engine.overlap import box_iou


class Answer(NamedTuple):
    """A head's part of a batch: outputs (N, C) beside classes (N,), or numbers (N, S) beside numbers (N, S)."""

    name: str
    classes: bool
    outputs: torch.Tensor
    targets: torch.Tensor


class HeadsLoss(nn.Module):
    """The sum of the losses of all heads, each times its weight.

    `heads` are (name, how many outputs it has, whether they are scores of classes), in the order in which they lie in
    outputs (N, …) and targets (N, …); a class takes one place among the targets.
    """

    def __init__(
        self, heads: list[tuple[str, int, bool]], classes: nn.Module, numbers: nn.Module, weights: list[float]
    ) -> None:
        super().__init__()
        self.heads, self.weights = heads, weights
        self.classes, self.numbers = classes, numbers

    def apart(self, outputs: torch.Tensor, targets: torch.Tensor) -> Iterator[Answer]:
        """The part of each head."""
        out = at = 0
        for name, size, classes in self.heads:
            wide = 1 if classes else size
            wanted = targets[:, at : at + wide]
            yield Answer(name, classes, outputs[:, out : out + size], wanted[:, 0].long() if classes else wanted)
            out, at = out + size, at + wide

    def of(self, part: Answer) -> torch.Tensor:
        """The loss of one head, without its weight."""
        loss: torch.Tensor = (self.classes if part.classes else self.numbers)(part.outputs, part.targets)
        return loss

    def forward(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of a batch, a tensor ()."""
        parts = zip(self.weights, self.apart(outputs, targets), strict=True)
        return sum((weight * self.of(part) for weight, part in parts), torch.zeros((), device=outputs.device))


def of_each(criterion: HeadsLoss, outputs: torch.Tensor, targets: torch.Tensor) -> dict[str, torch.Tensor]:
    """The loss of each head, and the mean absolute error of those that give numbers."""
    found = {}
    for part in criterion.apart(outputs, targets):
        found[f"{part.name}_loss"] = criterion.of(part)
        if not part.classes:
            found[f"{part.name}_mae"] = (part.outputs - part.targets).abs().mean()
    return found


def of_box(criterion: HeadsLoss, outputs: torch.Tensor, targets: torch.Tensor) -> dict[str, torch.Tensor]:
    """Mean IoU of the head called box, and the share of samples with IoU > 0.5 whose classes are all right."""
    parts = list(criterion.apart(outputs, targets))
    box = next(part for part in parts if part.name == "box")
    iou = box_iou(box.outputs, box.targets)
    found = iou > 0.5
    for part in parts:
        if part.classes:
            found = found & (part.outputs.argmax(dim=1) == part.targets)
    return {"iou": iou.mean(), "found": found.float().mean()}
