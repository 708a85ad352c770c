"""Grey pictures of circles, squares and triangles, drawn by formula with smooth edges."""

from __future__ import annotations

import numpy as np

from playground.catalog.kinds import Data, Head
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def distances(kind: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """How far places lie outside a shape of radius 1, below 0 inside; kind 0 circle, 1 square, 2 triangle.

    The triangle points up, and its corners lie on the circle as those of the square do.
    """
    circle = np.hypot(x, y) - 1
    square = np.maximum(np.abs(x), np.abs(y)) - np.sqrt(0.5)
    triangle = np.maximum(np.abs(x) * np.sqrt(0.75) - y / 2, y) - 0.5
    return np.choose(kind, [circle, square, triangle])


def drawn_shapes(
    n: int, side: int, noise: float, jitter: float, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Images (n, 1, side, side) from 0 to 1, kinds (n,), masks (n, side, side) of 0 and 1, boxes (n, 4).

    A box is (left, top, right, bottom) in shares of the side. `jitter` is how much size and position vary, from 0 (one
    size, in the middle) to 1 (radius 0.2 to 0.45 of the side, anywhere inside). Paper and ink differ by 0.4 to 0.9 and
    are exchanged in half of the images; noise adds N(0, noise) to each pixel, and values are cut off at 0 and 1.
    """
    rng = np.random.default_rng(seed)
    kind = np.arange(n, dtype=np.int64) % 3
    radius = side * (0.325 + 0.125 * jitter * rng.uniform(-1, 1, n))
    middle = side / 2 + jitter * (side / 2 - radius)[:, None] * rng.uniform(-1, 1, (n, 2))
    paper, contrast = rng.uniform(0, 0.1, n), rng.uniform(0.4, 0.9, n)
    turned = rng.random(n) < 0.5
    grain = rng.standard_normal((n, side, side))
    at = np.arange(side) + 0.5
    x = (at[None, None, :] - middle[:, 0, None, None]) / radius[:, None, None]
    y = (at[None, :, None] - middle[:, 1, None, None]) / radius[:, None, None]
    away = distances(kind[:, None, None], *np.broadcast_arrays(x, y))
    ink = np.clip(0.5 - away * radius[:, None, None], 0, 1)
    grey = paper[:, None, None] + contrast[:, None, None] * ink
    images = np.clip(np.where(turned[:, None, None], 1 - grey, grey) + noise * grain, 0, 1)
    reach = np.array([[1, 1, 1, 1], [np.sqrt(0.5)] * 4, [np.sqrt(0.75), 1, np.sqrt(0.75), 0.5]])[kind]
    boxes = (np.tile(middle, 2) + np.array([-1, -1, 1, 1]) * reach * radius[:, None]) / side
    return images[:, None].astype(np.float32), kind, (away < 0).astype(np.int64), boxes.astype(np.float32)


def shapes(n: int, side: int, noise: float, jitter: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 1, side, side) and which shape each shows (n,)."""
    images, kind, _, _ = drawn_shapes(n, side, noise, jitter, seed)
    return images, kind


@entry
class Shapes(Data):
    """Tell circles, squares and triangles apart, wherever they are and however large.

    Grey images; radius 0.2 to 0.45 of the side and any place inside at full jitter, dark on light in half of them.
    Noise adds N(0, noise) to each pixel. All three touch a circle of the same radius.
    """

    group = "Images"
    target = "playground.catalog.data.shapes.shapes"
    class_names = ("circle", "square", "triangle")

    n: int = param(1200, min=10, max=100_000, label="Images", help="How many images are drawn.")
    side: int = param(16, min=8, max=64, label="Pixels per side", help="Height and width of an image.")
    noise: float = param(0.05, min=0, max=1, label="Pixel noise", help="How grainy the images are.")
    jitter: float = param(
        1.0, min=0, max=1, label="Jitter", help="How much size and position vary; at 0 all are alike, in the middle."
    )
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def sample_shape(self) -> Shape:
        return 1, self.side, self.side


# --- what each pixel shows, and where the shape is -----------------------------------------------------------------


def masked_shapes(n: int, side: int, shapes: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 1, side, side) from 0 to 1 of one to `shapes` shapes, and what each pixel shows (n, side, side).

    0 is the background; 1, 2 and 3 are circle, square and triangle. Radii are 0.2 to 0.35 of the side, each shape has a
    grey of its own, and one drawn later covers those before it. Noise adds N(0, noise) to each pixel.
    """
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, 3, (n, shapes))
    radii = side * rng.uniform(0.2, 0.35, (n, shapes))
    middles = side / 2 + (side / 2 - radii)[:, :, None] * rng.uniform(-1, 1, (n, shapes, 2))
    there = np.arange(shapes) < rng.integers(1, shapes + 1, n)[:, None]
    inks = rng.uniform(0.4, 1, (n, shapes))
    grey = np.repeat(rng.uniform(0, 0.1, n), side * side).reshape(n, side, side)
    masks = np.zeros((n, side, side), dtype=np.int64)
    at = np.arange(side) + 0.5
    for each in range(shapes):
        kind, radius, middle = kinds[:, each, None, None], radii[:, each, None, None], middles[:, each, :, None, None]
        x, y = (at[None, None, :] - middle[:, 0]) / radius, (at[None, :, None] - middle[:, 1]) / radius
        away = distances(kind, *np.broadcast_arrays(x, y)) * radius
        ink = np.clip(0.5 - away, 0, 1) * there[:, each, None, None]
        grey += ink * (inks[:, each, None, None] - grey)
        masks = np.where((away < 0) & there[:, each, None, None], kind + 1, masks)
    turned = rng.random(n)[:, None, None] < 0.5
    images = np.where(turned, 1 - grey, grey) + noise * rng.standard_normal((n, side, side))
    return np.clip(images, 0, 1)[:, None].astype(np.float32), masks


@entry
class ShapeMasks(Data):
    """Say of each pixel what it shows: the background, a circle, a square or a triangle.

    Grey images of one to three shapes of any size and grey, which may cover one another; half of the images are light
    shapes on a dark ground. A pixel inside a shape looks the same in all three: the network must look at the outline.
    """

    title = "Shape masks"
    group = "Images"
    target = "playground.catalog.data.shapes.masked_shapes"
    class_names = ("background", "circle", "square", "triangle")
    objective = "Segmentation"

    n: int = param(400, min=10, max=100_000, label="Images", help="How many images are drawn.")
    side: int = param(24, min=8, max=64, label="Pixels per side", help="Height and width of an image.")
    shapes: int = param(3, min=1, max=10, label="Shapes", help="How many shapes an image has at most.")
    noise: float = param(0.05, min=0, max=1, label="Pixel noise", help="How grainy the images are.")
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def sample_shape(self) -> Shape:
        return 1, self.side, self.side


def boxed_shapes(n: int, side: int, noise: float, jitter: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 1, side, side), and in one row (n, 5) which shape each shows and its box: left, top, right, bottom."""
    images, kind, _, boxes = drawn_shapes(n, side, noise, jitter, seed)
    return images, np.concatenate([kind[:, None], boxes], axis=1).astype(np.float32)


@entry
class ShapeBoxes(Data):
    """Say which shape an image shows and draw the box that just encloses it.

    The images of Shapes. Two answers: the class of the shape, and left, top, right and bottom of its box in shares of
    the side, counted from the upper left corner.
    """

    title = "Shape boxes"
    group = "Images"
    target = "playground.catalog.data.shapes.boxed_shapes"
    class_names = ("circle", "square", "triangle")
    objective = "BoxDetection"

    n: int = param(1200, min=10, max=100_000, label="Images", help="How many images are drawn.")
    side: int = param(16, min=8, max=64, label="Pixels per side", help="Height and width of an image.")
    noise: float = param(0.05, min=0, max=1, label="Pixel noise", help="How grainy the images are.")
    jitter: float = param(
        1.0, min=0, max=1, label="Jitter", help="How much size and position vary; at 0 all are alike, in the middle."
    )
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def sample_shape(self) -> Shape:
        return 1, self.side, self.side

    @property
    def heads(self) -> tuple[Head, ...]:
        return Head("shape", self.class_names), Head("box", size=4)
