"""Variational autoencoding: restore each sample from a code drawn around a mean, in a cloud of known shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn

from playground.engine.codes import divergence, drawn, heads, spreads
from playground.engine.data import Dataset
from playground.engine.measure import predict
from playground.engine.objectives.autoencoding import Autoencoding
from playground.engine.objectives.goal import Side
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment


class Variational(Autoencoding):
    """Owns the negative ELBO with the weight beta on its KL."""

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset)
        self._chosen: Mapping[str, Any] = experiment.objective.values()
        own = torch.Generator().manual_seed(experiment.seed)  # nothing else draws from it
        inputs = dataset.train_inputs
        most = dataset.measured(dataset.most)
        shape = heads(predict(self.encoder, inputs[:1]))[0].shape[1:]
        self._noise = torch.randn(most, *shape, generator=own).to(dataset.device)

    def adopt(self, objective: Entry) -> None:
        self._chosen = objective.values()

    def batch_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Negative ELBO of one batch, a tensor (); the noise comes from the run's own random state."""
        del targets
        mean, log_variance = heads(self.encoder(inputs))
        codes = drawn(mean, log_variance, torch.randn_like(mean))
        restored = self.numbers * self.criterion(self.decoder(codes), inputs)
        loss: torch.Tensor = restored + self._chosen["beta"] * divergence(mean, log_variance)
        return loss

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        """Loss, reconstruction and KL with noise that is the same each time, and the spread of the means."""
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, _ in sides:
            mean, log_variance = heads(predict(self.encoder, inputs))
            codes = drawn(mean, log_variance, self._noise[: len(inputs)])
            restored = self.numbers * self.criterion(predict(self.decoder, codes), inputs)
            kl = divergence(mean, log_variance)
            found[f"{prefix or 'validation_'}loss"] = restored + self._chosen["beta"] * kl
            found[f"{prefix}reconstruction"], found[f"{prefix}kl"] = restored, kl
        found |= spreads(mean)
        return found

    def codes(self, samples: torch.Tensor) -> torch.Tensor:
        """The mean of each sample's code."""
        return heads(super().codes(samples))[0]
