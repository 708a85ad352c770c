"""Supervised learning: make the loss between outputs and targets small."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import nn

from playground.engine.data import Dataset
from playground.engine.measure import predict
from playground.engine.resolve import locate
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment


class Supervised:
    """Owns the loss of a batch and the numbers of an epoch for one network that maps inputs to targets."""

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        self.name = experiment.objective.networks[0]  # type: ignore[attr-defined]  # an Objective
        self.network = networks[self.name]
        self.dataset = dataset
        self.criterion: nn.Module = locate(experiment.loss.target)(**experiment.loss.args())
        self._metrics = experiment.metrics

    def batch_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of one batch, a tensor () to differentiate; without penalties."""
        loss: torch.Tensor = self.criterion(self.network(inputs), targets)
        return loss

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        """Losses and metrics over the whole training and validation set, in evaluation mode."""
        data = self.dataset
        found: dict[str, torch.Tensor | float] = {}
        sides = (
            ("train_", data.train_inputs, data.train_targets),
            ("", data.validation_inputs, data.validation_targets),
        )
        for prefix, inputs, targets in sides:
            outputs = predict(self.network, inputs)
            found[f"{prefix or 'validation_'}loss"] = self.criterion(outputs, targets)
            for metric in self._metrics:
                if getattr(metric, "of", "predictions") == "predictions":
                    found[prefix + series_of(metric)] = locate(metric.target)(outputs, targets, data.encoding)
        for metric in self._metrics:
            if getattr(metric, "of", "predictions") == "network":
                found[series_of(metric)] = locate(metric.target)(self.network)
        return {name: float(value) for name, value in found.items()}


def series_of(metric: Entry) -> str:
    """The name of a metric's curve."""
    return getattr(metric, "series", "") or metric.name.lower()
