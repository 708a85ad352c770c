"""What every objective owes to a run: the phases of a step, and the numbers of an epoch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import torch
from torch import nn

from playground.engine.augmenting import Mixup
from playground.engine.data import Dataset
from playground.engine.measure import predict
from playground.engine.resolve import locate
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment

Side = tuple[str, torch.Tensor, torch.Tensor]
"""Prefix of the series, inputs and targets of a set of samples."""
BatchLoss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def always(_epoch: int, _step: int) -> bool:
    """Due at each step."""
    return True


@dataclass(eq=False)
class Phase:
    """A part of a step: a loss of (inputs, targets), and the networks whose parameters it moves.

    `due(epoch, step)` says at which steps of the run it takes place; `after` does what follows it. The run fills in
    `parameters`, `penalties`, which work on their gradients, and `limits`, which work on their weights after a step.
    """

    networks: tuple[str, ...]
    loss: BatchLoss
    due: Callable[[int, int], bool] = always
    after: Callable[[], None] | None = None
    parameters: list[nn.Parameter] = field(default_factory=list)
    penalties: Sequence[Callable[[], object]] = ()
    limits: Sequence[Callable[[], object]] = ()


class Goal:
    """Base of all objectives; `name` is the network that is looked at where none is named.

    `losses` are the series whose numbers must stay finite, `judged` the one that early stopping watches. One that
    `mixes` has a loss for mixed targets, which the run's `mixup` gives. One that is `wide` gives so many numbers for a
    sample that of data that do not fit on the device only some samples are measured. The loss of one that `averages` is
    a mean over the samples of a batch, so that it can be put together from parts of the batch, each by its `weight`.
    """

    mixes = wide = averages = False
    mixup: Mixup | None = None
    losses: tuple[str, ...] = ("train_loss", "validation_loss")
    judged = "validation_loss"

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset, name: str) -> None:
        self.name = name
        self.network = networks[name]
        self.networks = networks
        self.dataset = dataset
        self.loss = experiment.loss.name
        self._reads = getattr(experiment.loss, "reads", "numbers")
        self._metrics = experiment.metrics
        self.tests: bool = getattr(experiment.objective, "tests", True)

    def phases(self) -> Sequence[Phase]:
        """What happens at each step, one after another."""
        raise NotImplementedError

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        """Losses and metrics over the training and the validation set, in evaluation mode.

        Of data in memory that is all samples. Of data that are mapped from the disk it is the first of the training
        set, whose order is shuffled with the seed of the data, as many as `Dataset.some` gives, and all that validate.
        """
        data = self.dataset
        found = {**self.measured(self.sides)}
        found |= self.of_networks("", *data.some(data.validation_inputs, data.validation_targets))
        return {name: float(value) for name, value in found.items()}

    @torch.no_grad()
    def test(self) -> dict[str, float]:
        """The same over the samples that are held out, by names that begin with "test_"; {} where there are none."""
        if self.dataset.test is None or not self.tests:
            return {}
        side, some = self._seen(*self.dataset.test), self.dataset.some(*self.dataset.test)
        found = {**self.measured((("test_", *side),)), **dict(self.of_networks("test_", *some))}
        return {name: float(value) for name, value in found.items() if name.startswith("test_")}

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        """Losses and metrics over some sets of samples; that of validation has no prefix but for its loss."""
        raise NotImplementedError

    def weight(self, inputs: torch.Tensor, targets: torch.Tensor) -> float:
        """How much a part of a batch counts in the mean over all of it."""
        del targets
        return len(inputs)

    def adopt(self, objective: Entry) -> None:
        """Take over the live values of an edited objective; there are none where this is not told otherwise."""

    def codes(self, samples: torch.Tensor) -> torch.Tensor | None:
        """The code (N, …) from which the networks restore each sample; None where they have none."""
        del samples
        return None

    def decoded(self, codes: torch.Tensor) -> torch.Tensor | None:
        """Samples made from codes or noise (N, …); None where none are made."""
        del codes
        return None

    def given(self, network: str, samples: torch.Tensor) -> torch.Tensor:
        """What a network is given where the data give these samples."""
        del network
        return samples

    def sampled(self, network: str) -> bool:
        """Whether a network is given samples of the data themselves."""
        del network
        return True

    def answers(self, points: torch.Tensor) -> torch.Tensor:
        """What the networks say of points (N, F): a number in [−1, 1] (N, 1), or a share for each class (N, C)."""
        outputs, encoding = predict(self.network, points), self.dataset.encoding
        if encoding in ("binary", "probability"):
            return 2 * (outputs.sigmoid() if encoding == "binary" else outputs.clamp(0, 1)) - 1
        if encoding in ("sign", "value"):
            return outputs
        shares = self._shares(outputs)
        return shares[:, 1:] - shares[:, :1] if shares.shape[1] == 2 else shares

    def _shares(self, outputs: torch.Tensor) -> torch.Tensor:
        """Outputs (N, C) as a share for each class, whatever the loss takes them for."""
        if self._reads == "log-probabilities":
            return outputs.exp()
        if self.dataset.encoding == "index":
            return outputs.softmax(dim=1)
        return outputs.sigmoid() if self._reads == "logits" else outputs

    def made(self, count: int) -> torch.Tensor | None:
        """Samples like those of the data that the networks make; None where they make none."""
        del count
        return None

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The samples of the training and of the validation set that are measured at an epoch's end."""
        data = self.dataset
        seen = data.some if data.samples.mapped else self._seen
        return (
            ("train_", *seen(data.train_inputs, data.train_targets)),
            ("", *self._seen(data.validation_inputs, data.validation_targets)),
        )

    def _seen(self, inputs: torch.Tensor, targets: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """All samples of a set, their targets on the device of the run; of a wide objective only some."""
        return self.dataset.some(inputs, targets) if self.wide else (inputs, targets.to(self.dataset.device))

    def of_predictions(self, prefix: str, outputs: torch.Tensor, targets: torch.Tensor) -> Iterable[tuple[str, float]]:
        """The metrics of outputs beside their targets, by series."""
        for metric in self._metrics:
            if getattr(metric, "of", "predictions") == "predictions":
                yield (
                    prefix + series_of(metric),
                    locate(metric.target)(outputs, targets, self.dataset.encoding, **metric.args()),
                )

    def of_networks(self, side: str, inputs: torch.Tensor, targets: torch.Tensor) -> Iterable[tuple[str, float]]:
        """The metrics of the networks themselves, by series; with several networks it starts with the network's.

        Those of networks that are given samples are measured on these, and have the prefix of their side.
        """
        for name, network in self.networks.items():
            prefix = f"{name}_" if len(self.networks) > 1 else ""
            for metric in self._metrics:
                if of_network(metric):
                    yield prefix + series_of(metric), locate(metric.target)(network)
                elif getattr(metric, "of", "") == "inputs":
                    given, args = self.given(name, inputs), metric.args()
                    value = locate(metric.target)(network, given, targets, self.dataset.encoding, **args)
                    yield side + prefix + series_of(metric), float(value)


def of_network(metric: Entry) -> bool:
    """Whether a metric looks at a network and not at its outputs."""
    return getattr(metric, "of", "predictions") == "network"


def series_of(metric: Entry) -> str:
    """The name of a metric's curve."""
    return getattr(metric, "series", "") or metric.name.lower()
