"""The maths of the point sets, number by number."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from playground.catalog.data import points2d, regression
from playground.catalog.data.points2d import (
    FEATURES,
    Blobs,
    Circle,
    Gauss,
    Moons,
    PlaneData,
    Rings,
    Spiral,
    Xor,
    features,
)
from playground.catalog.data.regression import RegGauss, RegOutliers, RegPlane
from playground.spec.errors import ParamError

SETS: list[type[PlaneData]] = [Circle, Xor, Gauss, Spiral, Moons, Blobs, Rings, RegPlane, RegGauss, RegOutliers]
CLASSES = [cls for cls in SETS if cls().task == "classification"]
LABELS_OF_SHIFTED = [Circle, Xor, RegPlane, RegGauss, RegOutliers]


def draw(item: PlaneData) -> tuple[np.ndarray, np.ndarray]:
    module: Any = regression if item.target.startswith(regression.__name__) else points2d
    made: tuple[np.ndarray, np.ndarray] = getattr(module, item.target.rpartition(".")[2])(**item.args())
    return made


@pytest.mark.parametrize("cls", SETS)
def test_shapes_types_and_counts(cls: type[PlaneData]) -> None:
    points, targets = draw(cls())
    assert points.shape == (1200 if cls().task == "regression" else 500, 2)
    assert points.dtype == np.float32
    assert targets.shape == (len(points),)
    assert targets.dtype == (np.float32 if cls().task == "regression" else np.int64)
    assert np.abs(points).max() <= cls.extent


@pytest.mark.parametrize("cls", SETS)
def test_a_seed_decides_everything(cls: type[PlaneData]) -> None:
    noisy = cls(label_noise=0.3, coord_noise=0.1, seed=7)
    for first, second in zip(draw(noisy), draw(noisy), strict=True):
        np.testing.assert_array_equal(first, second)
    if cls is not Spiral:
        assert not np.array_equal(draw(cls(seed=1))[0], draw(cls(seed=2))[0])


@pytest.mark.parametrize("cls", SETS)
def test_label_noise_leaves_points_in_place(cls: type[PlaneData]) -> None:
    clean, noisy = draw(cls(seed=3)), draw(cls(seed=3, label_noise=0.5))
    np.testing.assert_array_equal(clean[0], noisy[0])
    assert not np.array_equal(clean[1], noisy[1])


@pytest.mark.parametrize("cls", SETS)
def test_coordinate_noise_leaves_labels_true(cls: type[PlaneData]) -> None:
    clean, noisy = draw(cls(seed=3)), draw(cls(seed=3, coord_noise=0.2))
    np.testing.assert_array_equal(clean[1], noisy[1])
    assert not np.array_equal(clean[0], noisy[0])


@pytest.mark.parametrize("cls", SETS)
def test_coordinate_noise_moves_along_one_line(cls: type[PlaneData]) -> None:
    """Points slide as the noise grows, they are not drawn anew: twice the shift for twice the noise."""
    at = [draw(cls(seed=3, coord_noise=noise))[0].astype(float) for noise in (0.0, 0.1, 0.2)]
    if cls in (Gauss, Blobs):  # there it is the variance that grows evenly
        assert np.corrcoef((at[1] - at[0]).ravel(), (at[2] - at[1]).ravel())[0, 1] > 0.999
    else:
        np.testing.assert_allclose(at[2] - at[0], 2 * (at[1] - at[0]), atol=1e-5)


@pytest.mark.parametrize("n", [10, 11, 501])
@pytest.mark.parametrize("cls", SETS)
def test_odd_counts(cls: type[PlaneData], n: int) -> None:
    points, targets = draw(cls(n=n))
    assert len(points) == len(targets) == n


def test_circle() -> None:
    points, labels = draw(Circle(n=4000))
    radius = np.hypot(*points.T)
    inner = labels == 1
    assert inner.sum() == 2000
    assert radius[inner].max() <= 2.5 < 3.5 <= radius[~inner].min() + 1e-6
    assert radius.max() <= 5 + 1e-6
    assert radius[inner].mean() == pytest.approx(1.25, abs=0.05)
    assert radius[~inner].mean() == pytest.approx(4.25, abs=0.05)
    angle = np.arctan2(points[:, 0], points[:, 1])
    assert np.histogram(angle, bins=8, range=(-np.pi, np.pi))[0] == pytest.approx(500, abs=90)


def test_circle_labels_are_those_of_shifted_points() -> None:
    """With noise n a point at radius r can only change sides if a shift of up to 5n per axis carries it over 2.5."""
    points, labels = draw(Circle(n=4000, label_noise=0.2))
    radius = np.hypot(*points.T)
    wrong = (radius < 2.5) != (labels == 1)
    assert wrong.mean() > 0.02
    assert np.abs(radius[wrong] - 2.5).max() <= 0.2 * 5 * np.sqrt(2)


def test_xor() -> None:
    points, labels = draw(Xor(n=4000))
    assert np.abs(points).min() >= 0.3
    assert np.abs(points).max() <= 5.3
    np.testing.assert_array_equal(labels == 1, points[:, 0] * points[:, 1] >= 0)
    assert np.abs(points).mean() == pytest.approx(0.3 + 2.5, abs=0.05)


def test_xor_labels_are_those_of_shifted_points() -> None:
    points, labels = draw(Xor(n=4000, label_noise=0.2))
    wrong = (points[:, 0] * points[:, 1] >= 0) != (labels == 1)
    assert wrong.mean() > 0.02
    assert np.abs(points[wrong]).min(axis=1).max() <= 0.2 * 5


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gauss_variance_grows_with_noise(noise: float, variance: float) -> None:
    points, labels = draw(Gauss(n=8000, coord_noise=noise))
    for label, middle in ((1, 2.0), (0, -2.0)):
        cloud = points[labels == label]
        assert len(cloud) == 4000
        np.testing.assert_allclose(cloud.mean(axis=0), middle, atol=0.15)
        np.testing.assert_allclose(cloud.var(axis=0), variance, rtol=0.08)


def test_spiral() -> None:
    points, labels = draw(Spiral(n=500))
    for label, start in ((1, 0.0), (0, np.pi)):
        i = np.arange(250)
        radius, angle = 5 * i / 250, 1.75 * 2 * np.pi * i / 250 + start
        wanted = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
        np.testing.assert_allclose(points[labels == label], wanted, atol=1e-5)


def test_spiral_jitter() -> None:
    moved = draw(Spiral(n=2000, coord_noise=0.4))[0] - draw(Spiral(n=2000))[0]
    assert np.abs(moved).max() <= 0.4 + 1e-5
    assert moved.std() == pytest.approx(0.4 / np.sqrt(3), rel=0.05)


@pytest.mark.parametrize("cls", [Gauss, Spiral, Moons, Blobs, Rings])
def test_labels_flip_with_half_the_noise(cls: type[PlaneData]) -> None:
    clean, noisy = (draw(cls(n=6000, label_noise=noise))[1] for noise in (0.0, 0.4))
    assert (clean != noisy).mean() == pytest.approx(0.2, abs=0.02)
    assert set(noisy) == set(clean)


def test_moons_lie_on_half_circles() -> None:
    points, labels = draw(Moons())
    for label, middle, up in ((0, (-1.25, -0.625), 1), (1, (1.25, 0.625), -1)):
        away = points[labels == label] - np.array(middle)
        np.testing.assert_allclose(np.hypot(*away.T), 2.5, atol=1e-5)
        assert (up * away[:, 1] >= -1e-5).all()


@pytest.mark.parametrize("centers", [2, 5, 8])
def test_blobs_have_a_class_each(centers: int) -> None:
    item = Blobs(n=8000, centers=centers)
    points, labels = draw(item)
    assert points2d.blobs_names(**item.args()) == (("x1", "x2"), tuple(str(i) for i in range(centers)))
    assert sorted(set(labels)) == list(range(centers))
    middles = np.array([points[labels == label].mean(axis=0) for label in range(centers)])
    np.testing.assert_allclose(np.hypot(*middles.T), 3.5, atol=0.1)
    np.testing.assert_allclose(points[labels == 1].var(axis=0), 0.5, rtol=0.15)


def test_rings() -> None:
    points, labels = draw(Rings())
    radius = np.hypot(*points.T)
    for label in range(3):
        assert 2 * label - 1e-6 <= radius[labels == label].min()
        assert radius[labels == label].max() <= 2 * label + 1 + 1e-6
    assert len(Rings.class_names) == 3


def test_plane_target() -> None:
    points, targets = draw(RegPlane())
    np.testing.assert_allclose(targets, points.sum(axis=1) / 10, atol=1e-6)
    noisy = draw(RegPlane(label_noise=0.3))[1]
    assert np.abs(noisy - targets).max() <= 2 * 6 * 0.3 / 10 + 1e-6
    assert draw(RegPlane(n=5000, label_noise=0.8))[1].max() > 1.2  # not clamped


def test_bump_heights() -> None:
    at = np.array(
        [[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5], [0, 1.5], [0, 0], [-2, 2.5], [-1.5, 2.5]]
    )
    wanted = [1, -1, 1, -1, 1, -1, -0.5, 0, 0, -0.25]
    np.testing.assert_allclose(regression.bumps(at.astype(float)), wanted, atol=1e-12)


def test_bumps_over_the_plane() -> None:
    points, targets = draw(RegGauss())
    np.testing.assert_allclose(targets, regression.bumps(points.astype(float)), atol=1e-5)
    assert np.abs(targets).max() <= 1
    noisy = draw(RegGauss(label_noise=0.1))[1]
    assert np.abs(noisy - targets).max() <= 0.6 * np.sqrt(2) / 2 + 1e-5


def test_outliers_are_the_points_furthest_to_the_right() -> None:
    points, targets = draw(RegOutliers(n=200, outliers=0.1))
    low = targets < 2 * points[:, 0] - 4
    assert low.sum() == 20
    assert points[low, 0].min() > points[~low, 0].max()
    np.testing.assert_allclose(targets, 2 * points[:, 0] - 8 * low, atol=1e-5)
    assert not draw(RegOutliers(outliers=0))[1].min() < -2


def test_features_by_name() -> None:
    x = np.array([[2.0, -3.0], [0.5, 1.0]], dtype=np.float32)
    made = features(x, FEATURES)
    assert made.dtype == np.float32
    np.testing.assert_allclose(made[0], [2, -3, 4, 9, -6, np.sin(2), np.sin(-3)], rtol=1e-6)
    np.testing.assert_array_equal(features(x, ("x2", "x1")), x[:, ::-1])


def test_features_are_chosen_once_and_at_least_one() -> None:
    assert Circle().features == ("x1", "x2")
    for wrong in ((), ("x1", "x1"), ("x3",)):
        with pytest.raises(ParamError) as caught:
            Circle(features=wrong)
        assert caught.value.place == "features"
