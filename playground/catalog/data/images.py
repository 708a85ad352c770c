"""Small images that come with scikit-learn; nothing is downloaded."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from playground.catalog.kinds import Data
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def digits() -> tuple[np.ndarray, np.ndarray]:
    """1,797 grey images (1797, 1, 8, 8) of numbers from 0 to 1, and the digits they show (1797,)."""
    from sklearn.datasets import load_digits

    images, targets = load_digits(return_X_y=True)
    return (images.reshape(-1, 1, 8, 8) / 16).astype(np.float32), targets.astype(np.int64)


def first_digits() -> tuple[np.ndarray, np.ndarray]:
    """The first sixteen of `digits`, read without importing scikit-learn, which takes a second."""
    found = find_spec("sklearn")
    folder = Path(found.origin).parent if found and found.origin else Path()
    with gzip.open(folder / "datasets" / "data" / "digits.csv.gz", "rt") as lines:
        rows = np.loadtxt(lines, delimiter=",", max_rows=16)
    return (rows[:, :-1].reshape(-1, 1, 8, 8) / 16).astype(np.float32), rows[:, -1].astype(np.int64)


@entry
class Digits(Data):
    """Read handwritten digits in images of eight by eight pixels.

    1,797 images from 43 people, pixels divided by 16. Alpaydin & Kaynak, 1998. A dense layer needs Flatten before it.
    """

    group = "Images"
    target = "playground.catalog.data.images.digits"
    few_target = "playground.catalog.data.images.first_digits"
    class_names = tuple("0123456789")

    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def sample_shape(self) -> Shape:
        return 1, 8, 8

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Every field but those the engine reads; the seed only decides the split."""
        return {name: value for name, value in super().args(*shapes).items() if name != "seed"}
