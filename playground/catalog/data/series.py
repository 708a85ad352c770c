"""Time series cut into windows: what comes next after the last few values?

Windows come in the order of time, and the earlier ones train. The functions stand alone: an exported script carries
their source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.catalog.kinds import Data, Task
from playground.spec.entry import Shape, entry
from playground.spec.params import param

HERE = "playground.catalog.data.series"

SUNSPOTS = """
5 11 16 23 36 58 29 20 10 8 3 0 0 2 11 27 47 63 60 39
28 26 22 11 21 40 78 122 103 73 47 35 11 5 16 34 70 81 111 101
73 40 20 16 5 11 22 40 60 80.9 83.4 47.7 47.8 30.7 12.2 9.6 10.2 32.4 47.6 54
62.9 85.9 61.2 45.1 36.4 20.9 11.4 37.8 69.8 106.1 100.8 81.6 66.5 34.8 30.6 7 19.8 92.5 154.4 125.9
84.8 68.1 38.5 22.8 10.2 24.1 82.9 132 130.9 118.1 89.9 66.6 60 46.9 41 21.3 16 6.4 4.1 6.8
14.5 34 45 43.1 47.5 42.2 28.1 10.1 8.1 2.5 0 1.4 5 12.2 13.9 35.4 45.8 41.1 30.1 23.9
15.6 6.6 4 1.8 8.5 16.6 36.3 49.6 64.2 67 70.9 47.8 27.5 8.5 13.2 56.9 121.5 138.3 103.2 85.7
64.6 36.7 24.2 10.7 15 40.1 61.5 98.5 124.7 96.3 66.6 64.5 54.1 39 20.6 6.7 4.3 22.7 54.8 93.8
95.8 77.2 59.1 44 47 30.5 16.3 7.3 37.6 74 139 111.2 101.6 66.2 44.7 17 11.3 12.4 3.4 6
32.3 54.3 59.7 63.7 63.5 52.2 25.4 13.1 6.8 6.3 7.1 35.6 73 85.1 78 64 41.8 26.2 26.7 12.1
9.5 2.7 5 24.4 42 63.5 53.8 62 48.5 43.9 18.6 5.7 3.6 1.4 9.6 47.4 57.1 103.9 80.6 63.6
37.6 26.1 14.2 5.8 16.7 44.3 63.9 69 77.8 64.9 35.7 21.2 11.1 5.7 8.7 36.1 79.7 114.4 109.6 88.8
67.8 47.5 30.6 16.3 9.6 33.2 92.6 151.6 136.3 134.7 83.9 69.4 31.5 13.9 4.4 38 141.7 190.2 184.8 159
112.3 53.9 37.6 27.9 10.2 15.1 47 93.8 105.9 105.5 104.5 66.6 68.9 38 34.5 15.5 12.6 27.5 92.5 155.4
154.6 140.4 115.9 66.6 45.9 17.9 13.4 29.4 100.2 157.6 142.6 145.7 94.3 54.6 29.9 17.5 8.6 21.5 64.3 93.3
119.6 111 104 63.7 40.4 29.8 15.2 7.5 2.9
"""
"""Mean number of sunspots of the years 1700 to 2008, twenty years a line: the Zurich numbers.

Data of the National Geophysical Data Center of the NOAA (ngdc.noaa.gov/stp/solar), in the public domain, as statsmodels
0.15 has them.
"""


def windows(series: np.ndarray, window: int) -> tuple[np.ndarray, np.ndarray]:
    """All windows (N, window, 1) of a series (T,), and the value after each (N,), in float32."""
    every = np.lib.stride_tricks.sliding_window_view(series.astype(np.float32), window + 1)
    return np.ascontiguousarray(every[:, :-1, None]), np.ascontiguousarray(every[:, -1])


def sine_mix(n: int, window: int, noise: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Windows of two waves with periods of 25 and 7 steps and amplitudes of 1.2 and 0.7, and normal noise."""
    rng = np.random.default_rng(seed)
    phases, time = rng.uniform(0, 2 * np.pi, 2), np.arange(n + window)
    slow, fast = (np.sin(2 * np.pi * time / period + phase) for period, phase in zip((25, 7), phases, strict=True))
    return windows(1.2 * slow + 0.7 * fast + noise * rng.standard_normal(n + window), window)


def damped_oscillator(n: int, window: int, noise: float, damping: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Windows of an oscillator that is pushed anew every 60 steps, and normal noise.

    After a push x(t) = A e^(−damping · t) cos(2π t / 15 + φ), with A ~ U(1, 3) and φ ~ U(0, 2π). No window reaches
    over a push.
    """
    rng = np.random.default_rng(seed)
    length = max(60, window + 10)
    pushes = -(-n // (length - window))
    height, phase = rng.uniform(1, 3, (pushes, 1)), rng.uniform(0, 2 * np.pi, (pushes, 1))
    time = np.arange(length)
    swings = height * np.exp(-damping * time) * np.cos(2 * np.pi * time / 15 + phase)
    cut = [windows(swing, window) for swing in swings + noise * rng.standard_normal(swings.shape)]
    inputs, targets = (np.concatenate(parts)[:n] for parts in zip(*cut, strict=True))
    return inputs, targets


def sunspots(window: int) -> tuple[np.ndarray, np.ndarray]:
    """Windows of the yearly number of sunspots from 1700 to 2008, as (y − 50) / 40."""
    return windows((np.array(SUNSPOTS.split(), dtype=float) - 50) / 40, window)


def _window(default: int) -> Any:
    return param(default, min=2, max=200, label="Window", help="How many values the network sees before the next one.")


def _noise(default: float) -> Any:
    return param(default, min=0, max=2, label="Noise", help="Deviation of what is added to each value.")


@dataclass(frozen=True)
class SeriesData(Data):
    """What the time series have in common."""

    group = "Time series"
    in_order = True
    input_names = ("value",)

    window: int = _window(20)
    train_share: float = param(
        0.7,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest, which come later.",
    )

    @property
    def task(self) -> Task:
        return "regression"

    @property
    def sample_shape(self) -> Shape:
        return self.window, 1


@entry
class SineMix(SeriesData):
    """Two waves on one another: the next value follows from the last few.

    1.2 sin(2πt / 25 + φ) + 0.7 sin(2πt / 7 + ψ) with normal noise; the phases come from the seed. Noise sets how well
    it can be told at best.
    """

    title = "Sine mix"
    target = f"{HERE}.sine_mix"

    n: int = param(600, min=10, max=100_000, label="Windows", help="How many windows are cut.")
    noise: float = _noise(0.1)


@entry
class DampedOscillator(SeriesData):
    """A spring that is pushed again and again, and each time comes to rest.

    x(t) = A exp(−damping · t) cos(2πt / 15 + φ) for 60 steps, A ~ U(1, 3), φ ~ U(0, 2π), with normal noise. Without
    noise two values are enough: x(t + 1) = 2 exp(−damping) cos(2π / 15) x(t) − exp(−2 · damping) x(t − 1).
    """

    title = "Damped oscillator"
    target = f"{HERE}.damped_oscillator"

    n: int = param(600, min=10, max=100_000, label="Windows", help="How many windows are cut.")
    noise: float = _noise(0.05)
    damping: float = param(0.03, min=0, max=1, label="Damping", help="Share of the swing that is lost in each step.")


@entry
class Sunspots(SeriesData):
    """Foretell next year's number of sunspots, which comes and goes in about eleven years.

    Yearly means from 1700 to 2008, as (y − 50) / 40. National Geophysical Data Center of the NOAA, public domain.
    """

    target = f"{HERE}.sunspots"

    window: int = _window(22)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """The window alone; the seed decides nothing here."""
        return {name: value for name, value in super().args(*shapes).items() if name != "seed"}
