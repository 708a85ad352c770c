"""Learning rates that fall, or rise once."""

from __future__ import annotations

import math
from collections.abc import Sequence
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

    gamma: float = param(
        0.95, min=0, max=2, label="Gamma", help="What the learning rate is multiplied by after each epoch."
    )

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

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        del rates
        return {"T_max": epochs, "eta_min": self.eta_min}


@entry
class PolynomialLR(Schedule):
    """Lets the learning rate fall along a power, to 0 at the last epoch.

    lr · (1 − epoch / epochs)^power. Chen et al., "DeepLab", 2016.
    """

    title = "Polynomial"
    target = f"{TARGETS}.PolynomialLR"

    power: float = param(1.0, min=0, max=20, label="Power", help="1 is a straight line; more falls faster at first.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del lr
        return float((1 - epoch / epochs) ** self.power)

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        del rates
        return {"total_iters": epochs, "power": self.power}


@entry
class LinearLR(Schedule):
    """Warms up: the learning rate rises in a straight line from a part of its size to the whole, and stays there.

    lr · (start_factor + (end_factor − start_factor) · min(epoch / total_iters, 1)). Goyal et al., "Accurate, large
    minibatch SGD", 2017, warm up so.
    """

    title = "Linear warm-up"
    target = f"{TARGETS}.LinearLR"

    start_factor: float = param(
        0.1, min=1e-6, max=1, scale="log", label="Start", help="What the learning rate is multiplied by at first."
    )
    end_factor: float = param(1.0, min=0, max=1, label="End", help="What the learning rate is multiplied by at last.")
    total_iters: int = param(5, min=1, max=10_000_000, label="Over", help="Epochs from start to end.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs, lr
        return self.start_factor + (self.end_factor - self.start_factor) * min(epoch / self.total_iters, 1)


@entry
class ReduceLROnPlateau(Schedule):
    """Multiplies the learning rate by gamma when the validation loss has not improved for a while.

    lr ← max(lr · gamma, min_lr) after more than `patience` epochs without a loss below best · (1 − threshold).
    """

    title = "On plateau"
    target = f"{TARGETS}.ReduceLROnPlateau"
    watches = True

    gamma: float = param(
        0.1, min=0.001, max=0.999, label="Gamma", help="What the learning rate is multiplied by (PyTorch's factor)."
    )
    patience: int = param(10, min=0, max=10_000_000, label="Patience", help="Epochs to wait for an improvement.")
    threshold: float = param(
        1e-4, min=0, max=1, label="Least gain", help="Share by which the loss must fall to count as an improvement."
    )
    cooldown: int = param(0, min=0, max=10_000_000, label="Rest", help="Epochs after a change in which none counts.")
    min_lr: float = param(0.0, min=0, max=1000, label="Lowest rate", help="The learning rate never falls below it.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epoch, epochs, lr
        return 1.0

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        del epochs, rates
        return {"factor" if name == "gamma" else name: value for name, value in self.values().items()}
