"""Classes of points on a plane.

Circle, Xor, Gauss and Spiral follow TensorFlow Playground (Smilkov & Carter, 2016) number by number. Every draw comes
in the order points, labels, coordinates, whatever the noise, so that points stay in place while noise changes. The
functions stand alone: an exported script carries their source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from playground.catalog.kinds import Data
from playground.spec.entry import entry
from playground.spec.errors import ParamError
from playground.spec.params import param

FEATURES = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin x1", "sin x2")


def features(x: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Columns made of points (N, 2) by name, float32 (N, len(names)); nothing is scaled."""
    first, second = x[:, 0], x[:, 1]
    known = {
        "x1": first,
        "x2": second,
        "x1^2": first * first,
        "x2^2": second * second,
        "x1*x2": first * second,
        "sin x1": np.sin(first),
        "sin x2": np.sin(second),
    }
    return np.stack([known[name] for name in names], axis=1).astype(np.float32)


@dataclass(frozen=True)
class PlaneData(Data):
    """What all sets of points on the plane have in common."""

    group = "Points"
    plane = True
    input_names = ("x1", "x2")
    class_names: ClassVar[tuple[str, ...]] = ("−1", "+1")

    n: int = param(500, min=10, max=100_000, label="Points", help="How many points are drawn.")
    label_noise: float = param(
        0.0, min=0, max=0.8, label="Label noise", help="Makes labels wrong, while the points stay where they are."
    )
    coord_noise: float = param(
        0.0, min=0, max=0.8, label="Coordinate noise", help="Moves the points, while their labels stay true."
    )
    features: tuple[str, ...] = param(
        ("x1", "x2"), choices=FEATURES, label="Features", help="What the network is given of each point."
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.features:
            raise ParamError("features", "needs at least one feature")
        if len(set(self.features)) < len(self.features):
            raise ParamError("features", "has a feature twice")


def flipped(labels: np.ndarray, classes: int, noise: float, rng: np.random.Generator) -> np.ndarray:
    """Labels (N,), each turned into another class with probability noise / 2."""
    chance = rng.random(len(labels))
    other = rng.integers(1, classes, len(labels))
    return np.where(chance < noise / 2, (labels + other) % classes, labels)


def circle(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A disc of radius 2.5 (class 1) in a ring from 3.5 to 5 (class 0)."""
    rng = np.random.default_rng(seed)
    radius = np.concatenate([rng.uniform(0, 2.5, n // 2), rng.uniform(3.5, 5, n - n // 2)])
    angle = rng.uniform(0, 2 * np.pi, n)
    points = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    shifted = points + rng.uniform(-5, 5, (n, 2)) * label_noise
    labels = np.hypot(shifted[:, 0], shifted[:, 1]) < 2.5
    moved = points + rng.uniform(-5, 5, (n, 2)) * coord_noise
    return moved.astype(np.float32), labels.astype(np.int64)


def xor(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A square of four fields, 0.3 away from the axes; class 1 where both coordinates have the same sign."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-5, 5, (n, 2))
    points = points + np.where(points > 0, 0.3, -0.3)
    shifted = points + rng.uniform(-5, 5, (n, 2)) * label_noise
    labels = shifted[:, 0] * shifted[:, 1] >= 0
    moved = points + rng.uniform(-5, 5, (n, 2)) * coord_noise
    return moved.astype(np.float32), labels.astype(np.int64)


def gauss(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two normal clouds at (2, 2) (class 1) and (−2, −2) (class 0) of variance 0.5 + 7 · coord_noise."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(n) < n // 2).astype(np.int64)
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, 2, label_noise, rng)
    points = np.where(labels == 1, 2.0, -2.0)[:, None] + cloud * np.sqrt(0.5 + 7 * coord_noise)
    return points.astype(np.float32), labelled


def spiral(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two arms of 1.75 turns; class 1 starts at angle 0, class 0 at π; coordinates jitter by U(−1, 1) · coord_noise."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(n) < n // 2).astype(np.int64)
    along = np.concatenate([np.arange(half) / half for half in (n // 2, n - n // 2)])
    angle = 1.75 * 2 * np.pi * along + np.where(labels == 1, 0.0, np.pi)
    labelled = flipped(labels, 2, label_noise, rng)
    jitter = rng.uniform(-1, 1, (n, 2)) * coord_noise
    points = 5 * along[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1) + jitter
    return points.astype(np.float32), labelled


def moons(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles of radius 2.5 that reach into each other: the upper one class 0, the lower one class 1."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(n) < n // 2).astype(np.int64)
    angle = rng.uniform(0, np.pi, n)
    x = np.where(labels == 1, 1 - np.cos(angle), np.cos(angle))
    y = np.where(labels == 1, 0.5 - np.sin(angle), np.sin(angle))
    labelled = flipped(labels, 2, label_noise, rng)
    points = 2.5 * np.stack([x - 0.5, y - 0.25], axis=1) + rng.uniform(-5, 5, (n, 2)) * coord_noise
    return points.astype(np.float32), labelled


def blobs(n: int, label_noise: float, coord_noise: float, centers: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Normal clouds of variance 0.5 + 7 · coord_noise, their centres evenly on a circle of radius 3.5, a class each."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % centers
    angle = 2 * np.pi * labels / centers
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, centers, label_noise, rng)
    middle = 3.5 * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    return (middle + cloud * np.sqrt(0.5 + 7 * coord_noise)).astype(np.float32), labelled


def blobs_names(
    n: int, label_noise: float, coord_noise: float, centers: int, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the inputs and of the classes of `blobs`."""
    del n, label_noise, coord_noise, seed
    return ("x1", "x2"), tuple(str(index) for index in range(centers))


def rings(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A disc of radius 1 and two rings from 2 to 3 and from 4 to 5 around it, a class each."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % 3
    radius = 2 * labels + rng.uniform(0, 1, n)
    angle = rng.uniform(0, 2 * np.pi, n)
    labelled = flipped(labels, 3, label_noise, rng)
    points = radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    return (points + rng.uniform(-5, 5, (n, 2)) * coord_noise).astype(np.float32), labelled


HERE = "playground.catalog.data.points2d"


@entry
class Circle(PlaneData):
    """A disc of one class inside a ring of the other.

    Half the points at radius U(0, 2.5), half at U(3.5, 5). Label noise: the label is that of the point shifted by
    U(−5, 5) · noise. Coordinate noise moves points by as much.
    """

    target = f"{HERE}.circle"


@entry
class Xor(PlaneData):
    """Four fields like a chess board: the class says whether both coordinates have the same sign.

    Coordinates U(−5, 5), pushed 0.3 away from zero. Label noise: the label is that of the point shifted by
    U(−5, 5) · noise. Coordinate noise moves points by as much.
    """

    title = "Exclusive or"
    target = f"{HERE}.xor"


@entry
class Gauss(PlaneData):
    """Two round clouds, one for each class, that overlap more and more with coordinate noise.

    Normal around (2, 2) and (−2, −2), variance 0.5 + 7 · coordinate noise. Label noise flips a label with probability
    noise / 2.
    """

    title = "Two clouds"
    target = f"{HERE}.gauss"


@entry
class Spiral(PlaneData):
    """Two arms wound around each other, the hardest of the classic four.

    Radius 5t and angle 1.75 · 2π · t for t in [0, 1). Coordinate noise moves points by U(−1, 1) · noise; label noise
    flips a label with probability noise / 2.
    """

    target = f"{HERE}.spiral"


@entry
class Moons(PlaneData):
    """Two half moons that reach into each other.

    Half circles of radius 2.5. Coordinate noise moves points by U(−5, 5) · noise; label noise flips a label with
    probability noise / 2.
    """

    title = "Two moons"
    target = f"{HERE}.moons"


@entry
class Blobs(PlaneData):
    """Several round clouds, each a class of its own.

    Normal around points of a circle of radius 3.5, variance 0.5 + 7 · coordinate noise. Label noise turns a label into
    another one with probability noise / 2.
    """

    title = "Clouds"
    target = f"{HERE}.blobs"
    names_target = f"{HERE}.blobs_names"
    class_names = ()

    centers: int = param(3, min=2, max=8, label="Clouds", help="How many clouds, and so classes, there are.")

    @property
    def classes(self) -> int:
        """One for each cloud."""
        return self.centers


@entry
class Rings(PlaneData):
    """A disc and two rings around it, three classes in all.

    Radii U(0, 1), U(2, 3) and U(4, 5). Coordinate noise moves points by U(−5, 5) · noise; label noise turns a label
    into another one with probability noise / 2.
    """

    title = "Three rings"
    target = f"{HERE}.rings"
    class_names = ("inner", "middle", "outer")
