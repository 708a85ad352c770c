"""Several heads: make the weighted sum of the losses of all answers small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import torch
from torch import nn

from playground.catalog.kinds import Data
from playground.engine.data import Dataset
from playground.engine.heads import Answer, HeadsLoss, of_box, of_each
from playground.engine.losses import criterion
from playground.engine.measure import predict
from playground.engine.objectives.goal import Goal, Phase, Side
from playground.engine.resolve import locate
from playground.spec.experiment import Experiment


def layout(experiment: Experiment) -> tuple[list[tuple[str, int, bool]], list[float]]:
    """Name, outputs and kind (classes or not) of each head, and its weight; heads without a weight count once."""
    heads = experiment.data.heads if isinstance(experiment.data, Data) else ()
    given = [float(one) for one in experiment.objective.values()["weights"]]
    weights = [*given, *[1.0] * len(heads)][: len(heads)]
    return [(head.name, head.outputs, bool(head.classes)) for head in heads], weights


class SeveralHeads(Goal):
    """Owns the loss of a batch and the numbers of an epoch for one network that gives several answers in a row."""

    averages = True

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset, next(iter(networks)))
        heads, weights = layout(experiment)
        numbers: nn.Module = locate(f"torch.nn.{experiment.objective.values()['number_loss']}")()
        classes = criterion(experiment.loss, dataset.device)
        self.criterion = HeadsLoss(heads, classes, numbers, weights)

    def phases(self) -> Sequence[Phase]:
        return [Phase((self.name,), self.batch_loss)]

    def batch_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of one batch, a tensor () to differentiate; without penalties."""
        loss: torch.Tensor = self.criterion(self.network(inputs), targets)
        return loss

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, targets in sides:
            outputs = predict(self.network, inputs)
            found[f"{prefix or 'validation_'}loss"] = self.criterion(outputs, targets)
            numbers = {**of_each(self.criterion, outputs, targets), **self.more(outputs, targets)}
            found |= {prefix + name: value for name, value in numbers.items()}
            found |= self._of_classes(prefix, outputs, targets)
        return found

    def more(self, outputs: torch.Tensor, targets: torch.Tensor) -> dict[str, torch.Tensor]:
        """Numbers of an epoch beside those of each head."""
        del outputs, targets
        return {}

    def _of_classes(self, prefix: str, outputs: torch.Tensor, targets: torch.Tensor) -> Iterator[tuple[str, float]]:
        """The metrics of the head that gives classes; of several each under its name too, besides their mean."""
        parts = [part for part in self.criterion.apart(outputs, targets) if part.classes]
        each = [dict(self.of_predictions("", part.outputs, part.targets)) for part in parts]
        for series in each[0] if each else ():
            yield prefix + series, sum(float(one[series]) for one in each) / len(each)
            if len(each) > 1:
                for part, one in zip(parts, each, strict=True):
                    yield f"{prefix}{part.name}_{series}", one[series]

    def answers(self, points: torch.Tensor) -> torch.Tensor:
        """What is said of points (N, F) by the first head that gives classes, else by the first."""
        outputs = predict(self.network, points)
        parts = list(self.criterion.apart(outputs, outputs))
        part: Answer = next((one for one in parts if one.classes), parts[0])
        return part.outputs.softmax(dim=1) if part.classes else part.outputs[:, :1]


class BoxDetection(SeveralHeads):
    """Several heads, one of which gives a box."""

    def more(self, outputs: torch.Tensor, targets: torch.Tensor) -> dict[str, torch.Tensor]:
        return of_box(self.criterion, outputs, targets)
