"""Numbers over a plane, as TensorFlow Playground (Smilkov & Carter, 2016) defines them.

The functions stand alone: an exported script carries their source. Draws come in the order points, labels, coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.catalog.data.points2d import PlaneData
from playground.catalog.kinds import Task
from playground.spec.entry import entry
from playground.spec.params import param


def bumps(points: np.ndarray) -> np.ndarray:
    """Height (N,) at points (N, 2): of six cones of radius 2, the one that reaches furthest from 0."""
    middles = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]])
    signs = np.array([1, -1, 1, -1, 1, -1])
    distance = np.linalg.norm(points[:, None, :] - middles, axis=2)
    heights = signs * np.clip(1 - distance / 2, 0, 1)
    return np.take_along_axis(heights, np.abs(heights).argmax(axis=1)[:, None], axis=1)[:, 0]


def reg_plane(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of U(−6, 6)² and the slanted plane (x1 + x2) / 10 over them."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-6, 6, (n, 2))
    shifted = points + rng.uniform(-6, 6, (n, 2)) * label_noise
    moved = points + rng.uniform(-6, 6, (n, 2)) * coord_noise
    return moved.astype(np.float32), (shifted.sum(axis=1) / 10).astype(np.float32)


def reg_gauss(n: int, label_noise: float, coord_noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of U(−6, 6)² and the height of `bumps` over them."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-6, 6, (n, 2))
    shifted = points + rng.uniform(-6, 6, (n, 2)) * label_noise
    moved = points + rng.uniform(-6, 6, (n, 2)) * coord_noise
    return moved.astype(np.float32), bumps(shifted).astype(np.float32)


def reg_outliers(
    n: int, label_noise: float, coord_noise: float, outliers: float, drop: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Points of U(−1, 1)² and 2 · x1, less `drop` for the share `outliers` of the points furthest to the right."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-1, 1, (n, 2))
    shifted = points + rng.uniform(-1, 1, (n, 2)) * label_noise
    moved = points + rng.uniform(-1, 1, (n, 2)) * coord_noise
    targets = 2 * shifted[:, 0]
    targets[np.argsort(points[:, 0])[n - round(outliers * n) :]] -= drop
    return moved.astype(np.float32), targets.astype(np.float32)


@dataclass(frozen=True)
class PlaneRegression(PlaneData):
    """What the sets of numbers over the plane have in common."""

    group = "Regression"
    class_names = ()

    n: int = param(1200, min=10, max=100_000, label="Points", help="How many points are drawn.")

    @property
    def task(self) -> Task:
        return "regression"


@entry
class RegPlane(PlaneRegression):
    """A slanted plane: the target rises evenly from one corner to the other.

    (x1 + x2) / 10 for x1, x2 ~ U(−6, 6). Label noise: the target is that of the point shifted by U(−6, 6) · noise.
    Coordinate noise moves points by as much.
    """

    title = "Slanted plane"
    target = "playground.catalog.data.regression.reg_plane"


@entry
class RegGauss(PlaneRegression):
    """Six bumps, up and down in turn.

    Cones of radius 2 and height ±1 at (−4, ±2.5), (0, ±2.5) and (4, ±2.5). Label noise: the target is that of the point
    shifted by U(−6, 6) · noise. Coordinate noise moves points by as much.
    """

    title = "Six bumps"
    target = "playground.catalog.data.regression.reg_gauss"


@entry
class RegOutliers(PlaneRegression):
    """A slope with outliers: the target is twice the first coordinate, but some points at the right lie far below.

    2 · x1 for x1, x2 ~ U(−1, 1), less `drop` for the share `outliers` of the points with the largest x1. Label noise:
    the target is that of the point shifted by U(−1, 1) · noise. Coordinate noise moves points by as much. Rousseeuw &
    Leroy, "Robust regression and outlier detection", 1987, call such points bad leverage points.
    """

    title = "Slope with outliers"
    target = "playground.catalog.data.regression.reg_outliers"
    extent = 1.2

    outliers: float = param(0.12, min=0, max=0.5, label="Outliers", help="Share of the points that are lowered.")
    drop: float = param(8.0, min=-100, max=100, label="Drop", help="How far they are lowered.")
