"""Supervised learning: make the loss between outputs and targets small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn

from playground.engine.augmenting import moves_masks
from playground.engine.data import Dataset
from playground.engine.losses import criterion, weighs
from playground.engine.measure import predict
from playground.engine.objectives.goal import Goal, Phase, Side
from playground.engine.rows import rows
from playground.spec.experiment import Experiment


def by_place(experiment: Experiment, dataset: Dataset) -> dict[str, Any]:
    """Arguments of `rows` where places of a sample are answered; {} where a sample has one answer."""
    places = len(dataset.samples.info.places)
    answers = getattr(experiment.objective, "answers", "one")
    ignores = dataset.ignores or moves_masks(experiment)
    return {"places": places, "first": answers == "places first", "ignores": ignores} if places else {}


class Supervised(Goal):
    """Owns the loss of a batch and the numbers of an epoch for one network that maps inputs to targets."""

    mixes = averages = True

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset, next(iter(networks)))
        self.criterion: nn.Module = criterion(experiment.loss, dataset.device)
        self._rows = by_place(experiment, dataset)
        self.wide = bool(self._rows)

    def phases(self) -> Sequence[Phase]:
        return [Phase((self.name,), self.batch_loss)]

    def batch_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of one batch, a tensor () to differentiate; without penalties."""
        outputs = self.network(inputs)
        return self.mixup.loss(self.missed, outputs, targets) if self.mixup else self.missed(outputs, targets)

    def missed(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """The loss of outputs beside their targets, a tensor ()."""
        loss: torch.Tensor = self.criterion(*self.answered(outputs, targets))
        return loss

    def answered(self, outputs: torch.Tensor, targets: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Outputs and targets as the loss takes them: a row for each sample, or for each of its places."""
        return rows(outputs, targets, **self._rows) if self._rows else (outputs, targets)

    def weight(self, inputs: torch.Tensor, targets: torch.Tensor) -> float:
        """The number that the mean of the loss divides by: rows that count, or the weights of their classes."""
        if self._rows:
            _, targets = rows(targets, targets, **{**self._rows, "first": False})
        if not weighs(self.criterion):
            return len(targets)
        weights: torch.Tensor = self.criterion.weight  # type: ignore[assignment]  # one that weighs has them
        return float(weights[targets].sum())

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, targets in sides:
            outputs, targets = self.answered(predict(self.network, inputs), targets)
            found[f"{prefix or 'validation_'}loss"] = self.criterion(outputs, targets)
            found |= self.of_predictions(prefix, outputs, targets)
        return found
