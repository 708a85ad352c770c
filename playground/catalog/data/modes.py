"""Points of the plane in many separate places, a class each: for models that make points, and for many classes.

The functions stand alone: an exported script carries their source. Draws come in the order places, labels, coordinates,
whatever the noise, so that points slide along one line while noise grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from playground.catalog.data.points2d import PlaneData, flipped
from playground.spec.entry import entry
from playground.spec.params import param

HERE = "playground.catalog.data.modes"


def modes_ring(n: int, label_noise: float, coord_noise: float, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Normal clouds of deviation 0.05 + coord_noise, their centres evenly on a circle of radius 2, a class each."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % count
    angle = 2 * np.pi * labels / count
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, count, label_noise, rng)
    middle = 2 * np.stack([np.sin(angle), np.cos(angle)], axis=1)
    return (middle + cloud * (0.05 + coord_noise)).astype(np.float32), labelled


def modes_ring_names(
    n: int, label_noise: float, coord_noise: float, count: int, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the inputs and of the classes of `modes_ring`."""
    del n, label_noise, coord_noise, seed
    return ("x1", "x2"), tuple(str(index) for index in range(count))


def modes_grid(n: int, label_noise: float, coord_noise: float, side: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Normal clouds of deviation 0.05 + coord_noise around the points of a grid from −4 to 4 per axis, a class each."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % side**2
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, side**2, label_noise, rng)
    middle = np.linspace(-4, 4, side)[np.stack([labels % side, labels // side], axis=1)]
    return (middle + cloud * (0.05 + coord_noise)).astype(np.float32), labelled


def modes_grid_names(
    n: int, label_noise: float, coord_noise: float, side: int, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the inputs and of the classes of `modes_grid`."""
    del n, label_noise, coord_noise, seed
    return ("x1", "x2"), tuple(f"{index % side + 1},{index // side + 1}" for index in range(side**2))


def swiss_roll(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """One arm of a spiral, t · (cos t, sin t) / 3 for t in [1.5π, 4.5π), cut in three parts of equal angle."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % 3
    along = np.pi * (1.5 + labels + rng.random(n))
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, 3, label_noise, rng)
    points = along[:, None] * np.stack([np.cos(along), np.sin(along)], axis=1) / 3
    return (points + cloud * (0.05 + coord_noise)).astype(np.float32), labelled


def pinwheel(n: int, label_noise: float, coord_noise: float, arms: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Long clouds that bend as they reach out: angle 2π · arm / arms + exp(radius) / 4, stretched by 2.5."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n, dtype=np.int64) % arms
    radius = 1 + 0.3 * np.clip(rng.standard_normal(n), -2, 2)
    across = 0.1 * np.clip(rng.standard_normal(n), -2, 2)
    cloud = rng.standard_normal((n, 2))
    labelled = flipped(labels, arms, label_noise, rng)
    turn = 2 * np.pi * labels / arms + 0.25 * np.exp(radius)
    x, y = radius * np.cos(turn) - across * np.sin(turn), radius * np.sin(turn) + across * np.cos(turn)
    return (2.5 * np.stack([x, y], axis=1) + cloud * coord_noise).astype(np.float32), labelled


def pinwheel_names(
    n: int, label_noise: float, coord_noise: float, arms: int, seed: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the inputs and of the classes of `pinwheel`."""
    del n, label_noise, coord_noise, seed
    return ("x1", "x2"), tuple(str(index) for index in range(arms))


@dataclass(frozen=True)
class Modes(PlaneData):
    """What sets of points in many places have in common."""

    group = "Modes"
    class_names: ClassVar[tuple[str, ...]] = ()

    n: int = param(1000, min=10, max=100_000, label="Points", help="How many points are drawn.")


@entry
class RingOfGaussians(Modes):
    """Small round clouds on a ring: a model that makes points should find every one of them.

    Normal with deviation 0.05 + coordinate noise around points of a circle of radius 2; the class is the cloud. Label
    noise turns a label into another one with probability noise / 2. Metz et al., "Unrolled generative adversarial
    networks", 2016.
    """

    title = "Ring of Gaussians"
    target = f"{HERE}.modes_ring"
    names_target = f"{HERE}.modes_ring_names"

    count: int = param(8, min=2, max=24, label="Clouds", help="How many clouds, and so classes, there are.")

    @property
    def classes(self) -> int:
        """One for each cloud."""
        return self.count


@entry
class GridOfGaussians(Modes):
    """Small round clouds on a grid, many more than a model easily keeps in mind.

    Normal with deviation 0.05 + coordinate noise around the points of a grid from −4 to 4 per axis; the class is the
    cloud, named by column and row. Label noise turns a label into another one with probability noise / 2. Dumoulin et
    al., "Adversarially learned inference", 2016.
    """

    title = "Grid of Gaussians"
    target = f"{HERE}.modes_grid"
    names_target = f"{HERE}.modes_grid_names"

    side: int = param(5, min=2, max=8, label="Clouds per side", help="The grid has this number times itself of clouds.")

    @property
    def classes(self) -> int:
        """One for each cloud."""
        return self.side**2


@entry
class SwissRoll(Modes):
    """One arm wound around itself; the class tells its inner, its middle and its outer turn apart.

    t · (cos t, sin t) / 3 for t ~ U(1.5π, 4.5π), with normal noise of deviation 0.05 + coordinate noise. Label noise
    turns a label into another one with probability noise / 2. After Marsland, "Machine learning", 2009.
    """

    title = "Swiss roll"
    target = f"{HERE}.swiss_roll"
    class_names = ("inner", "middle", "outer")


@entry
class Pinwheel(Modes):
    """Bent clouds around the middle, as the vanes of a pinwheel.

    Radius r ~ N(1, 0.3), width N(0, 0.1), turned by 2π · arm / arms + exp(r) / 4 and stretched by 2.5; both are cut off
    at two deviations. Coordinate noise adds normal noise; label noise turns a label into another one with probability
    noise / 2. Johnson et al., "Composing graphical models with neural networks", 2016.
    """

    target = f"{HERE}.pinwheel"
    names_target = f"{HERE}.pinwheel_names"

    arms: int = param(5, min=2, max=8, label="Arms", help="How many vanes, and so classes, there are.")

    @property
    def classes(self) -> int:
        """One for each arm."""
        return self.arms
