"""Autoencoding: restore each sample from a narrow code."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import torch
from torch import nn

from playground.engine.codes import spreads
from playground.engine.data import Dataset
from playground.engine.losses import criterion
from playground.engine.measure import predict
from playground.engine.objectives.goal import Goal, Phase, Side
from playground.spec.experiment import Experiment


class Autoencoding(Goal):
    """Owns the loss between samples and what decoder(encoder(sample)) makes of them."""

    wide = averages = True

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset, "encoder")
        self.encoder, self.decoder = networks["encoder"], networks["decoder"]
        self.criterion: nn.Module = criterion(experiment.loss, dataset.device)
        self.numbers = math.prod(dataset.train_inputs.shape[1:])
        self._logits = "Logits" in self.loss

    def phases(self) -> Sequence[Phase]:
        return [Phase(("encoder", "decoder"), self.batch_loss)]

    def batch_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of one batch, a tensor () to differentiate; the targets of the data play no part."""
        del targets
        loss: torch.Tensor = self.criterion(self.decoder(self.encoder(inputs)), inputs)
        return loss

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        """The loss, the same as a sum over the numbers of a sample ("reconstruction"), and the spread of the codes."""
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, _ in sides:
            codes = self.codes(inputs)
            loss = self.criterion(predict(self.decoder, codes), inputs)
            found[f"{prefix or 'validation_'}loss"] = loss
            found[f"{prefix}reconstruction"] = self.numbers * loss
        found |= spreads(codes)
        return found

    def given(self, network: str, samples: torch.Tensor) -> torch.Tensor:
        return samples if network == "encoder" else self.codes(samples)

    def sampled(self, network: str) -> bool:
        return network == "encoder"

    def answers(self, points: torch.Tensor) -> torch.Tensor:
        """How well points are restored (N, 1): 1 where they stay in place, −1 from a distance of 2 deviations on."""
        missed = (self.restored(points) - points).flatten(1).norm(dim=1, keepdim=True)
        seen, _ = self.dataset.some(self.dataset.train_inputs, self.dataset.train_targets)
        share: torch.Tensor = missed / seen.std()
        return 1 - share

    def made(self, count: int) -> torch.Tensor | None:
        """The first validation samples, restored."""
        return self.restored(self.dataset.validation_inputs[:count])

    def codes(self, samples: torch.Tensor) -> torch.Tensor:
        """The code of each sample."""
        return predict(self.encoder, samples)

    def decoded(self, codes: torch.Tensor) -> torch.Tensor:
        """Samples as the decoder draws them from codes."""
        values = predict(self.decoder, codes)
        return values.sigmoid() if self._logits else values

    def restored(self, samples: torch.Tensor) -> torch.Tensor:
        """Samples as the decoder gives them back."""
        return self.decoded(self.codes(samples))
