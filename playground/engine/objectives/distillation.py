"""Distillation: a small network learns to answer as a large one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, kl_div, log_softmax

from playground.engine.data import Dataset
from playground.engine.losses import criterion
from playground.engine.measure import predict
from playground.engine.objectives.goal import Goal, Phase, Side
from playground.spec.experiment import Experiment


class Distillation(Goal):
    """Owns the steps of teacher and student, and the numbers of both."""

    averages = True

    def __init__(self, experiment: Experiment, networks: Mapping[str, nn.Module], dataset: Dataset) -> None:
        super().__init__(experiment, networks, dataset, "student")
        self.teacher, self.student = networks["teacher"], networks["student"]
        self.criterion: nn.Module = criterion(experiment.loss, dataset.device)
        self._chosen: Mapping[str, Any] = experiment.objective.values()
        self._far = soft_bernoulli if "BCE" in experiment.loss.name else soft_classes

    def phases(self) -> Sequence[Phase]:
        alone = self._chosen["teacher_epochs"]
        return [
            Phase(("student",), self.student_loss, lambda epoch, _: epoch >= alone),
            Phase(("teacher",), self.teacher_loss, lambda epoch, _: epoch < alone or not alone),
        ]

    def teacher_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of the teacher on the targets of the data; a tensor ()."""
        loss: torch.Tensor = self.criterion(self.teacher(inputs), targets)
        return loss

    def student_loss(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Loss of the student on targets and on the teacher's answers, which come from evaluation mode; a tensor ()."""
        return self._loss(self.student(inputs), predict(self.teacher, inputs), targets)

    def _loss(self, student: torch.Tensor, teacher: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        alpha, heat = self._chosen["alpha"], self._chosen["temperature"]
        hard: torch.Tensor = self.criterion(student, targets)
        soft: torch.Tensor = self._far(teacher / heat, student / heat)
        loss: torch.Tensor = (1 - alpha) * hard + alpha * heat**2 * soft
        return loss

    def measured(self, sides: Sequence[Side]) -> dict[str, torch.Tensor | float]:
        """The student's loss and metrics as a network's own, the teacher's with "teacher_" before them."""
        found: dict[str, torch.Tensor | float] = {}
        for prefix, inputs, targets in sides:
            teacher, student = predict(self.teacher, inputs), predict(self.student, inputs)
            found[f"{prefix or 'validation_'}loss"] = self._loss(student, teacher, targets)
            found |= self.of_predictions(prefix, student, targets)
            found[f"{prefix}teacher_loss"] = self.criterion(teacher, targets)
            found |= self.of_predictions(f"{prefix}teacher_", teacher, targets)
        return found


def soft_classes(teacher: torch.Tensor, student: torch.Tensor) -> torch.Tensor:
    """KL(softmax(teacher) ‖ softmax(student)) of logits (N, C), mean over the samples."""
    return kl_div(log_softmax(student, 1), log_softmax(teacher, 1), reduction="batchmean", log_target=True)


def soft_bernoulli(teacher: torch.Tensor, student: torch.Tensor) -> torch.Tensor:
    """KL between the yes or no that logits (N, C) stand for, mean over samples and classes."""
    share = teacher.sigmoid()
    return binary_cross_entropy_with_logits(student, share) - binary_cross_entropy_with_logits(teacher, share)
