"""Numbers per epoch that people can read better than a loss."""

from __future__ import annotations

from playground.catalog.kinds import Metric
from playground.spec.entry import entry

TARGETS = "playground.catalog.modules"


@entry
class Accuracy(Metric):
    """Share of the samples whose class the network gets right.

    The class of the largest output; with a single output, the sign decides.
    """

    target = f"{TARGETS}.accuracy"
    tasks = ("classification",)
    series = "accuracy"
    better = "higher"


@entry
class R2(Metric):
    """Share of the targets' variance that the network explains: 1 is perfect, 0 no better than their mean.

    1 − Σ(y − ŷ)² / Σ(y − ȳ)².
    """

    title = "R²"
    target = f"{TARGETS}.r2"
    tasks = ("regression",)
    series = "r2"
    better = "higher"


@entry
class MeanAbsoluteError(Metric):
    """How far the network is from the target on average, in the target's own unit.

    Mean of |ŷ − y|.
    """

    title = "Mean absolute error"
    target = f"{TARGETS}.mean_absolute_error"
    tasks = ("regression",)
    series = "mae"
    better = "lower"


@entry
class RowSpread(Metric):
    """How much the units of a hidden layer differ in their weights; 0 when all units of each layer are the same.

    The largest difference between two rows of a hidden weight matrix, over hidden dense layers of two or more units.
    """

    title = "Row spread"
    target = f"{TARGETS}.row_spread"
    of = "network"
    series = "row_spread"


@entry
class MaxWeight(Metric):
    """The size of the largest weight of the network; biases do not count."""

    title = "Largest weight"
    target = f"{TARGETS}.max_weight"
    of = "network"
    series = "max_weight"
