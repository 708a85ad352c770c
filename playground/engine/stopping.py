"""Early stopping: rest when the validation loss has not improved for a while, and go back to the best weights."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from playground.spec.entry import Entry
from playground.spec.experiment import Experiment

NAME = "EarlyStopping"


def entry_of(experiment: Experiment) -> Entry | None:
    """The early-stopping entry among the regularisers, if any."""
    return next((item for item in experiment.regularizers if item.name == NAME), None)


class EarlyStopping:
    """Watches one run's validation loss at epoch ends."""

    def __init__(self) -> None:
        self.best = float("inf")
        self.best_epoch = 0
        self.weights: dict[str, torch.Tensor] = {}

    def stops(self, rule: Entry, epoch: int, loss: float, network: nn.Module) -> bool:
        """Take note of an epoch's validation loss; True when patience is over."""
        values = rule.values()
        if loss < self.best - values.get("min_delta", 0.0):
            self.best, self.best_epoch = loss, epoch
            self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}
        return bool(epoch - self.best_epoch >= values["patience"])

    def restore(self, network: nn.Module) -> None:
        """Put the best weights back."""
        if self.weights:
            network.load_state_dict(self.weights)

    def state(self) -> dict[str, Any]:
        """All of it as plain values and tensors."""
        return {"best": self.best, "best_epoch": self.best_epoch, "weights": self.weights}

    def load_state(self, state: dict[str, Any]) -> None:
        """Go back to a saved state."""
        self.best, self.best_epoch, self.weights = state["best"], state["best_epoch"], state["weights"]
