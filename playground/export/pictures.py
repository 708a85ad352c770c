"""Curves and decision boundaries as PNG without a window, in the colours of the window's light theme."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.export.raster import Pixels, Raster, Rgb, face
from playground.spec.record import Record, Series

WHITE, TEXT, SECONDARY, GRID = (255, 255, 255), (27, 36, 48), (104, 115, 133), (227, 230, 235)
VARIANTS: tuple[Rgb, ...] = ((0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167), (230, 159, 0), (86, 180, 233))
LOW, MIDDLE, HIGH = (245, 133, 24), (250, 250, 250), (31, 119, 206)
LEFT, TOP, RIGHT, BOTTOM = 96, 110, 40, 76
SIDE, GAP = 480, 32
LOG_SPAN = 30
"""Losses that span more than this factor are drawn on a log scale."""


@dataclass(frozen=True)
class Plane:
    """What one variant answers over the input plane, (h, w) from -1 to 1 or (h, w, C) shares to 255, and its samples.

    `points` are (N, 2) in the coordinates of the plane, which reaches from -extent to extent; `targets` are (N,).
    """

    name: str
    values: NDArray[Any]
    extent: float
    points: NDArray[Any]
    targets: NDArray[Any]


# --- curves --------------------------------------------------------------------------------------------------------


def curves(record: Record, title: str, size: tuple[int, int] = (1280, 800)) -> bytes:
    """Losses of every variant over epochs as PNG: train dashed, validation solid."""
    picture = Raster(*size, WHITE)
    picture.text(LEFT, 24, face("title").shortened(title, size[0] - LEFT - RIGHT), TEXT, "title")
    lines = [
        (VARIANTS[place % len(VARIANTS)], series, record.get(variant, series))
        for place, variant in enumerate(record.series)
        for series in ("train_loss", "validation_loss")
    ]
    scale = _Scale.of(picture, [series for _, _, series in lines])
    _axes(picture, scale)
    for color, name, series in lines:
        dash = 6.0 if name == "train_loss" else 0.0
        x, y = thinned(np.array(series.x), np.array(series.y))
        picture.line(scale.x(x), scale.y(y), color, 3.0 - bool(dash), dash)
    _legend(picture, list(record.series))
    return picture.png()


def thinned(x: Pixels, y: Pixels, most: int = 4096) -> tuple[Pixels, Pixels]:
    """At most so many points of a curve: the lowest and the highest of each stretch, so that no peak is lost."""
    if len(x) <= most:
        return x, y
    stretches = np.array_split(np.arange(len(x)), most // 2)
    safe = np.where(np.isfinite(y), y, 0)
    kept = np.unique([at[pick(safe[at])] for at in stretches for pick in (np.argmin, np.argmax)])
    return x[kept], y[kept]


@dataclass(frozen=True)
class _Scale:
    """Where epochs and losses lie in the picture, in pixels."""

    picture: Raster
    epochs: float
    low: float
    high: float
    log: bool

    @classmethod
    def of(cls, picture: Raster, shown: list[Series]) -> _Scale:
        """A scale that all finite points fit into."""
        y = [value for series in shown for value in series.y if math.isfinite(value)] or [0.0, 1.0]
        epochs = max([1.0, *(x for series in shown for x in series.x)])
        log = min(y) > 0 and max(y) > LOG_SPAN * min(y)
        if log:
            return cls(picture, epochs, min(y) / 1.2, max(y) * 1.2, True)
        return cls(picture, epochs, min(0.0, *y), max(*y, min(y) + 1e-9) * 1.05 or 1.0, False)

    def x(self, epoch: Any) -> Pixels:
        """Pixels from the left."""
        return np.asarray(LEFT + epoch / self.epochs * (self.picture.width - LEFT - RIGHT), dtype=float)

    def y(self, loss: Any) -> Pixels:
        """Pixels from the top."""
        low, high, value = self.low, self.high, np.asarray(loss, dtype=float)
        if self.log:
            low, high, value = math.log(low), math.log(high), np.log(value)
        share = (value - low) / (high - low)
        return np.asarray(self.picture.height - BOTTOM - share * (self.picture.height - TOP - BOTTOM))

    def ticks(self) -> Iterator[float]:
        """Round losses to label."""
        if not self.log:
            yield from _round_steps(self.low, self.high)
            return
        decades = math.log10(self.high / self.low)
        for power in range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1):
            for factor in (1, 2, 5) if decades < 4 else (1,):
                if self.low <= factor * 10.0**power <= self.high:
                    yield factor * 10.0**power


def _round_steps(low: float, high: float, wanted: int = 6) -> Iterator[float]:
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    for place in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield place * step


def _axes(picture: Raster, scale: _Scale) -> None:
    left, right, bottom = float(LEFT), float(picture.width - RIGHT), picture.height - BOTTOM
    half = face("label").height / 2
    for tick in scale.ticks():
        y = float(scale.y(tick))
        picture.line(np.array([left, right]), np.array([y, y]), GRID, 1.5)
        picture.text(left - 12, y - half, f"{tick:.6g}".replace("-", "−"), SECONDARY, align=1)
    for tick in _round_steps(0, scale.epochs, 8):
        if tick == round(tick):
            picture.text(float(scale.x(tick)), bottom + 10, f"{tick:,.0f}", SECONDARY, align=0.5)
    picture.text((left + right) / 2, bottom + 38, "epoch", SECONDARY, align=0.5)
    picture.text(left, TOP - 34, f"loss{' (log scale)' if scale.log else ''}", SECONDARY)


def _legend(picture: Raster, variants: list[str]) -> None:
    """Names at the top right, from the last to the first, and what the two kinds of line mean."""
    face_, y = face("label"), TOP - 34
    x = float(picture.width - RIGHT)
    for text, dash in (("validation", 0.0), ("train", 6.0)):
        picture.text(x, y, text, SECONDARY, align=1)
        x -= face_.width(text) + 12
        picture.line(np.array([x - 36, x]), np.full(2, y + face_.height / 2), SECONDARY, 2.5, dash)
        x -= 36 + 24
    for place, name in reversed(list(enumerate(variants))):
        short = face_.shortened(name, 220)
        if x - face_.width(short) < LEFT + 180:
            return
        picture.text(x, y, short, TEXT, align=1)
        x -= face_.width(short) + 14
        picture.disc(x, y + face_.height / 2, 6, VARIANTS[place % len(VARIANTS)])
        x -= 26


# --- boundaries ----------------------------------------------------------------------------------------------------


def boundaries(planes: list[Plane], title: str) -> bytes:
    """The decision boundary of each variant beside each other as PNG, with the training samples."""
    columns = min(3, len(planes))
    rows = math.ceil(len(planes) / columns)
    head, caption = 80, face("label").height + 12
    width, height = GAP + columns * (SIDE + GAP), head + rows * (SIDE + caption + GAP)
    picture = Raster(width, height, WHITE)
    picture.text(GAP, 24, face("title").shortened(title, width - 2 * GAP), TEXT, "title")
    for place, plane in enumerate(planes):
        left = GAP + place % columns * (SIDE + GAP)
        top = head + place // columns * (SIDE + caption + GAP)
        picture.text(left, top, face("label").shortened(plane.name, SIDE), SECONDARY)
        _plane(picture, left, top + caption, plane)
    return picture.png()


def _plane(picture: Raster, left: int, top: int, plane: Plane) -> None:
    at = (np.arange(SIDE) * plane.values.shape[0]) // SIDE
    picture.paste(left, top, _colors(plane.values)[at][:, at])
    radius = 5.0 if len(plane.points) <= 400 else 3.5
    inside = np.abs(plane.points).max(axis=1, initial=0) <= plane.extent
    for (x, y), color in zip(plane.points[inside], _point_colors(plane)[inside], strict=True):
        at_x = left + (x / plane.extent + 1) / 2 * SIDE
        at_y = top + (1 - y / plane.extent) / 2 * SIDE
        picture.disc(at_x, at_y, radius + 1.2, WHITE)
        picture.disc(at_x, at_y, radius, tuple(color))


def _colors(values: NDArray[Any]) -> Pixels:
    """Softened colours (h, w, 3) of answers, so that samples stand out on them."""
    if values.ndim == 3:
        shares = values / np.maximum(values.sum(axis=2, keepdims=True), 1)
        found = shares @ _palette(values.shape[2])
    else:
        found = _signed(values)
    return np.asarray(255 - 0.62 * (255 - found))


def _palette(classes: int) -> Pixels:
    return np.array([VARIANTS[place % len(VARIANTS)] for place in range(classes)], dtype=float)


def _signed(values: NDArray[Any]) -> Pixels:
    """The value map: orange at -1, nearly white at 0, blue at 1."""
    stops = np.array([LOW, MIDDLE, HIGH], dtype=float)
    at = np.clip(np.asarray(values, dtype=float), -1, 1)
    return np.stack([np.interp(at, (-1.0, 0.0, 1.0), stops[:, channel]) for channel in range(3)], axis=-1)


def _point_colors(plane: Plane) -> Pixels:
    """Colours (N, 3) of samples: by class, or by the value map for numbers."""
    targets = plane.targets
    if plane.values.ndim == 3:
        return np.asarray(_palette(plane.values.shape[2])[targets.astype(int)])
    if np.issubdtype(targets.dtype, np.integer):
        return _signed(2.0 * targets - 1)
    return _signed(targets)
