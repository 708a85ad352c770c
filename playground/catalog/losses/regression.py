"""Losses of a distance between output and target."""

from __future__ import annotations

import numpy as np

from playground.catalog.kinds import Encoding, Loss, Task
from playground.spec.entry import entry
from playground.spec.params import param


def _by_distance(task: Task, classes: int) -> Encoding:
    """Targets for losses of a distance: the number itself; for classes −1/+1, or 0/1 for each of three and more."""
    if task == "regression":
        return "value"
    return "sign" if classes == 2 else "onehot"


@entry
class MSELoss(Loss):
    """The mean square of what is missing to the target; large misses count far more than small ones.

    (x − y)². Classes become −1 and +1, or 0 and 1 for each of three and more.
    """

    title = "MSE"
    target = "torch.nn.MSELoss"
    tasks = ("regression", "classification")

    def encoding(self, task: Task, classes: int) -> Encoding:
        return _by_distance(task, classes)

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.square(x))


@entry
class L1Loss(Loss):
    """The mean distance to the target; a few wild targets hardly move it.

    |x − y|.
    """

    title = "MAE (L1)"
    target = "torch.nn.L1Loss"
    tasks = ("regression", "classification")

    def encoding(self, task: Task, classes: int) -> Encoding:
        return _by_distance(task, classes)

    def curve(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.abs(x))


@entry
class SmoothL1Loss(Loss):
    """Square for small misses and straight for large ones, so that outliers do not rule.

    r² / (2 beta) for a residual |r| < beta, else |r| − beta / 2. With beta = 1 it is the Huber loss (1964).
    """

    title = "Smooth L1"
    target = "torch.nn.SmoothL1Loss"
    tasks = ("regression", "classification")

    beta: float = param(1.0, min=1e-4, max=1000, scale="log", label="Beta", help="Where the square turns into a line.")

    def encoding(self, task: Task, classes: int) -> Encoding:
        return _by_distance(task, classes)

    def curve(self, x: np.ndarray) -> np.ndarray:
        size = np.asarray(np.abs(x))
        return np.where(size < self.beta, 0.5 * size**2 / self.beta, size - 0.5 * self.beta)


@entry
class HuberLoss(Loss):
    """Square for small misses and straight for large ones, as steep as the square is where it ends.

    r² / 2 for a residual |r| < delta, else delta · (|r| − delta / 2). Huber, "Robust estimation of a location
    parameter", 1964.
    """

    title = "Huber"
    target = "torch.nn.HuberLoss"
    tasks = ("regression", "classification")

    delta: float = param(
        1.0, min=1e-4, max=1000, scale="log", label="Delta", help="Where the square turns into a line."
    )

    def encoding(self, task: Task, classes: int) -> Encoding:
        return _by_distance(task, classes)

    def curve(self, x: np.ndarray) -> np.ndarray:
        size = np.asarray(np.abs(x))
        return np.where(size < self.delta, 0.5 * size**2, self.delta * (size - 0.5 * self.delta))
