"""Learning rates that rise and fall."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from playground.catalog.kinds import Schedule
from playground.spec.entry import entry
from playground.spec.params import param

TARGETS = "torch.optim.lr_scheduler"
LONGEST = 10_000_000
"""Epochs, or steps, over which a rate may rise."""


@entry
class CosineAnnealingWarmRestarts(Schedule):
    """Lets the learning rate glide along half a cosine again and again, back at its start after each.

    eta_min + (lr − eta_min) · (1 + cos(π · t / T)) / 2, where t counts from the last restart and T is the period, T_0
    at first. Loshchilov & Hutter, "SGDR: Stochastic gradient descent with warm restarts", 2016.
    """

    title = "Cosine with restarts"
    target = f"{TARGETS}.CosineAnnealingWarmRestarts"

    T_0: int = param(20, min=1, max=10_000_000, label="First period", help="Epochs to the first restart.")
    T_mult: int = param(
        1, min=1, max=100, label="Growth", help="How many times longer each period is than the one before."
    )
    eta_min: float = param(0.0, min=0, max=1000, label="Lowest rate", help="Learning rate at the end of each period.")

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs
        since, period = epoch, self.T_0
        if self.T_mult == 1:
            since %= period
        while since >= period:
            since, period = since - period, period * self.T_mult
        end = self.eta_min / lr if lr > 0 else 1.0
        return end + (1 - end) * (1 + math.cos(math.pi * since / period)) / 2


@entry
class OneCycleLR(Schedule):
    """Raises the learning rate from a small start to its full size and lets it fall far below the start by the end.

    From lr / div_factor to lr over the first pct_start of all steps, then to lr / (div_factor · final_div_factor). It
    moves at each step. Smith & Topin, "Super-convergence: Very fast training of neural networks using large learning
    rates", 2017.
    """

    title = "One cycle"
    target = f"{TARGETS}.OneCycleLR"
    per_step = True

    pct_start: float = param(0.3, min=0.001, max=0.95, label="Rise", help="Share of all epochs in which it rises.")
    anneal_strategy: str = param(
        "cos", choices=("cos", "linear"), label="Form", help="Whether it moves along cosines or straight lines."
    )
    div_factor: float = param(
        25.0,
        min=1,
        max=1e6,
        scale="log",
        label="Start",
        help="How many times smaller the first rate is than the full one.",
    )
    final_div_factor: float = param(
        1e4,
        min=1,
        max=1e8,
        scale="log",
        label="End",
        help="How many times smaller the last rate is than the first one.",
    )

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del lr
        peak = self._rise(epochs) * (epochs + 1) - 1
        start = 1 / self.div_factor
        if epoch <= peak:
            return self._between(start, 1.0, epoch / peak)
        return self._between(1.0, start / self.final_div_factor, (epoch - peak) / (epochs - peak))

    def _between(self, start: float, end: float, share: float) -> float:
        if self.anneal_strategy == "linear":
            return start + (end - start) * share
        return end + (start - end) / 2 * (1 + math.cos(math.pi * share))

    def _rise(self, epochs: int) -> float:
        """The share, a trifle larger where PyTorch would divide by a rise of no epochs."""
        return self.pct_start * (1 + 1e-9) if self.pct_start * (epochs + 1) == 1 else self.pct_start

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        values = {**self.values(), "pct_start": self._rise(epochs)}
        return {"max_lr": _several(rates), "total_steps": epochs + 1, "cycle_momentum": False, **values}


@entry
class CyclicLR(Schedule):
    """Lets the learning rate rise and fall between a low and its full size, over and over.

    It rises for step_size_up epochs and falls for as many, moving at each step. triangular keeps its height,
    triangular2 halves it in each cycle, exp_range multiplies it by gamma in each epoch. Smith, "Cyclical learning rates
    for training neural networks", 2015.
    """

    title = "Cyclic"
    target = f"{TARGETS}.CyclicLR"
    per_step = True

    low: float = param(0.1, min=0, max=1, label="Low", help="Lowest rate, as a share of the full learning rate.")
    step_size_up: int = param(10, min=1, max=LONGEST, label="Rise", help="Epochs from the low to the full size.")
    mode: str = param(
        "triangular",
        choices=("triangular", "triangular2", "exp_range"),
        label="Mode",
        help="Whether the cycles keep their height, halve it, or lose it little by little.",
    )
    gamma: float = param(0.99, min=0, max=1, label="Gamma", help="Loss of height per epoch; only exp_range reads it.")

    def paced(self, steps: int) -> Schedule:
        rise = min(steps * self.step_size_up, LONGEST)
        return self if steps == 1 else replace(self, step_size_up=rise, gamma=self.gamma ** (1 / steps))

    def factor(self, epoch: int, epochs: int, lr: float = 1.0) -> float:
        del epochs, lr
        cycle, place = divmod(epoch, 2 * self.step_size_up)
        up = 1 - abs(place / self.step_size_up - 1)
        height = {"triangular": 1.0, "triangular2": 0.5**cycle, "exp_range": self.gamma**epoch}[self.mode]
        return self.low + (1 - self.low) * up * height

    def scheduler_args(self, epochs: int, rates: Sequence[float] = (1.0,)) -> dict[str, Any]:
        del epochs
        ends = {"base_lr": _several([self.low * rate for rate in rates]), "max_lr": _several(rates)}
        rest = {name: value for name, value in self.values().items() if name != "low"}
        return {**ends, **rest, "cycle_momentum": False}


def _several(rates: Sequence[float]) -> float | list[float]:
    """One number where all groups share it."""
    return rates[0] if len(rates) == 1 else list(rates)
