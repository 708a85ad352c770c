"""How the learning rate changes from epoch to epoch."""

from __future__ import annotations

import math
from typing import Any

from playground.catalog.kinds import Schedule
from playground.spec.entry import entry
from playground.spec.errors import ParamError
from playground.spec.params import param

TARGETS = "torch.optim.lr_scheduler"


@entry
class Constant(Schedule):
    """Keeps the learning rate as it is."""

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epoch, epochs, lr
        return 1.0


@entry
class StepLR(Schedule):
    """Multiplies the learning rate by gamma every few epochs.

    lr · gamma^⌊epoch / step_size⌋.
    """

    title = "Step"
    target = f"{TARGETS}.StepLR"

    step_size: int = param(30, min=1, max=10_000_000, label="Every", help="Epochs from one change to the next.")
    gamma: float = param(0.1, min=0, max=10, label="Gamma", help="What the learning rate is multiplied by.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs, lr
        return self.gamma ** (epoch // self.step_size)


@entry
class MultiStepLR(Schedule):
    """Multiplies the learning rate by gamma at chosen epochs.

    lr · gamma^(number of milestones reached).
    """

    title = "Multi-step"
    target = f"{TARGETS}.MultiStepLR"

    milestones: tuple[int, ...] = param(
        (60, 90), min=1, max=10_000_000, label="At epochs", help="Epochs of the changes."
    )
    gamma: float = param(0.1, min=0, max=10, label="Gamma", help="What the learning rate is multiplied by.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if any(not isinstance(epoch, int) for epoch in self.milestones):
            raise ParamError("milestones", "needs whole numbers")
        if list(self.milestones) != sorted(set(self.milestones)):
            raise ParamError("milestones", "needs epochs in rising order, each once")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs, lr
        return self.gamma ** sum(epoch >= one for one in self.milestones)


@entry
class ExponentialLR(Schedule):
    """Multiplies the learning rate by gamma after every epoch.

    lr · gamma^epoch.
    """

    title = "Exponential"
    target = f"{TARGETS}.ExponentialLR"

    gamma: float = param(0.95, min=0, max=2, label="Gamma", help="What the learning rate is multiplied by.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs, lr
        return float(self.gamma**epoch)


@entry
class CosineAnnealingLR(Schedule):
    """Lets the learning rate glide along half a cosine, down to its end at the last epoch.

    eta_min + (lr − eta_min) · (1 + cos(π · epoch / epochs)) / 2. Loshchilov & Hutter, "SGDR", 2016.
    """

    title = "Cosine"
    target = f"{TARGETS}.CosineAnnealingLR"

    eta_min: float = param(0.0, min=0, max=1000, label="Lowest rate", help="Learning rate at the end of the training.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        end = self.eta_min / lr if lr > 0 else 1.0
        return end + (1 - end) * (1 + math.cos(math.pi * epoch / epochs)) / 2

    def scheduler_args(self, epochs: int) -> dict[str, Any]:
        return {"T_max": epochs, "eta_min": self.eta_min}
