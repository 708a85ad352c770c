"""Adversarial learning: a generator makes samples, and a discriminator tells them from real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn

from playground.engine.data import Dataset
from playground.engine.distance import directions, sliced_wasserstein
from playground.engine.games import CLIPPING, GAMES, PENALTY, WASSERSTEIN, clip, steepness
from playground.engine.measure import predict
from playground.engine.objectives.goal import Goal, Phase, Side, series_of
from playground.engine.resolve import locate
from playground.spec.experiment import Experiment


class Adversarial(Goal):
    """Owns the steps of both networks, and says how far the made samples are from real ones."""

    wide = averages = True
    losses = ("generator_loss", "discriminator_loss")
    judged = "distance"

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset, "discriminator")
        self.generator, self.discriminator = networks["generator"], networks["discriminator"]
        self._chosen: Mapping[str, Any] = experiment.objective.values()
        self.game = GAMES[self._chosen["game"]]
        own = torch.Generator().manual_seed(experiment.seed)  # nothing else draws from it
        inputs = dataset.train_inputs
        most = dataset.measured(max(len(inputs), len(dataset.validation_inputs)))
        self._noise = torch.randn(most, self._chosen["noise"], generator=own).to(dataset.device)
        self._directions = directions(inputs[0].numel(), own).to(dataset.device)
        self._of_samples = [item for item in experiment.metrics if getattr(item, "of", "") == "samples"]

    # --- training -------------------------------------------------------------------------------------------------

    def phases(self) -> Sequence[Phase]:
        every = self._chosen["critic_steps"]
        clip = self._clip if self._chosen["game"] == CLIPPING else None
        return [
            Phase(("discriminator",), self.discriminator_loss, after=clip),
            Phase(("generator",), self.generator_loss, lambda _epoch, step: step % every == every - 1),
        ]

    def discriminator_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of the discriminator over real samples and as many fresh ones; a tensor ()."""
        del targets
        with torch.no_grad():
            made = self._fresh(inputs)
        loss = self.game.discriminator(self.discriminator(inputs), self.discriminator(made))
        if self._chosen["game"] == PENALTY:
            loss = loss + self._chosen["penalty"] * steepness(self.discriminator, inputs, made)
        return loss

    def generator_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of the generator over as many fresh samples as there are real ones; a tensor ()."""
        del targets
        return self.game.generator(self.discriminator(self._fresh(inputs)))

    def _fresh(self, inputs: torch.Tensor) -> torch.Tensor:
        """Made samples, from noise of the run's own random state."""
        noise = torch.randn(len(inputs), self._chosen["noise"], device=inputs.device)
        made: torch.Tensor = self.generator(noise)
        return made

    def _clip(self) -> None:
        clip(self.discriminator, self._chosen["clip"])

    # --- numbers --------------------------------------------------------------------------------------------------

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        """Losses of both networks without penalties, mean outputs for both kinds of samples, and their distance.

        Noise is the same each time. The distance is the sliced Wasserstein distance, in units of the data.
        """
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, targets in sides:
            made = predict(self.generator, self._noise[: len(inputs)])
            real, fake = predict(self.discriminator, inputs), predict(self.discriminator, made)
            found[f"{prefix}discriminator_loss"] = self.game.discriminator(real, fake)
            found[f"{prefix}generator_loss"] = self.game.generator(fake)
            found[f"{prefix}distance"] = sliced_wasserstein(inputs, made, self._directions)
            found[f"{prefix}score_of_real"] = self.game.share(real).mean()
            found[f"{prefix}score_of_made"] = self.game.share(fake).mean()
            for metric in self._of_samples if bool(made.isfinite().all()) else ():
                found[prefix + series_of(metric)] = locate(metric.target)(made, inputs, self._classes(targets))
        return found

    def _classes(self, targets: torch.Tensor) -> torch.Tensor:
        """Classes (N,) of encoded targets; numbers make one class."""
        if self.dataset.encoding == "onehot":
            return targets.argmax(dim=1)
        return (targets[:, 0] > 0) & (self.dataset.encoding == "sign")

    def given(self, network: str, samples: torch.Tensor) -> torch.Tensor:
        return self._noise[: len(samples)] if network == "generator" else samples

    def sampled(self, network: str) -> bool:
        return network != "generator"

    def answers(self, points: torch.Tensor) -> torch.Tensor:
        """How real points look (N, 1): 1 for real, −1 for made.

        A critic's values have no scale of their own, so 0 is their mean over the points and 1 three deviations away.
        """
        outputs = predict(self.discriminator, points)
        if self.game is WASSERSTEIN:
            return (outputs - outputs.mean()) / (3 * outputs.std() + 1e-12)
        return 2 * self.game.share(outputs) - 1

    def made(self, count: int) -> torch.Tensor | None:
        """Samples made from noise that is the same each time."""
        return predict(self.generator, self._noise[:count])

    def decoded(self, codes: torch.Tensor) -> torch.Tensor:
        """Samples made from noise."""
        return predict(self.generator, codes)
