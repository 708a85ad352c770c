"""Labels that follow no rule, for networks that learn by heart.

The function stands alone: an exported script carries its source.
"""

from __future__ import annotations

import numpy as np

from playground.catalog.kinds import Data
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def random_labels(n: int, dimensions: int, share: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Normal points (n, dimensions), and whether their sum is above 0 (n,); a coin draws a share of these labels."""
    rng = np.random.default_rng(seed)
    points = rng.standard_normal((n, dimensions))
    coin, drawn = rng.random(n) < share, rng.integers(0, 2, n)
    labels = np.where(coin, drawn, points.sum(axis=1) > 0)
    return points.astype(np.float32), labels.astype(np.int64)


@entry
class RandomLabels(Data):
    """Points with labels that a coin has drawn: there is nothing to learn, but they can be learnt by heart.

    x ~ N(0, 1) in each of some dimensions. The label says whether the sum of x is above 0; for a share of the points it
    is drawn evenly instead. Zhang et al., "Understanding deep learning requires rethinking generalization", 2017.
    """

    title = "Random labels"
    group = "Points"
    target = "playground.catalog.data.random_labels.random_labels"
    class_names = ("tails", "heads")

    n: int = param(200, min=10, max=100_000, label="Points", help="How many points are drawn.")
    dimensions: int = param(
        20, min=1, max=10_000, scale="log", label="Dimensions", help="How many numbers a point has."
    )
    share: float = param(1.0, min=0, max=1, label="Random share", help="Share of the labels that a coin draws.")

    @property
    def sample_shape(self) -> Shape:
        return (self.dimensions,)
