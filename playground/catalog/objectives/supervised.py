"""Learning from samples whose answer is known."""

from __future__ import annotations

from typing import ClassVar

from playground.catalog.kinds import Objective
from playground.spec.entry import entry

SUPERVISED = "playground.engine.objectives.supervised.Supervised"


@entry
class Classification(Objective):
    """Learn the class of each sample from samples whose class is known."""

    target = SUPERVISED
    task = "classification"
    default_loss: ClassVar[str] = "CrossEntropyLoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("Accuracy",)


@entry
class Regression(Objective):
    """Learn a number for each sample from samples whose number is known."""

    target = SUPERVISED
    task = "regression"
    default_loss: ClassVar[str] = "MSELoss"
    default_metrics: ClassVar[tuple[str, ...]] = ("R2", "MeanAbsoluteError")
