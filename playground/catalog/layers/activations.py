"""Functions that bend what a layer gives; without one between them, dense layers are no more than one dense layer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from playground.catalog.kinds import Activation
from playground.spec.entry import Shape, entry
from playground.spec.params import param


def _logistic(x: np.ndarray) -> np.ndarray:
    return np.asarray(np.exp(-np.logaddexp(0, -x)))


@entry
class Identity(Activation):
    """Passes everything on unchanged.

    f(x) = x.
    """

    target = "torch.nn.Identity"
    bounds = "(−∞, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return x


@entry
class Sigmoid(Activation):
    """Squeezes every number between 0 and 1; far from 0 it is flat, and little gradient passes.

    f(x) = 1 / (1 + e⁻ˣ).
    """

    target = "torch.nn.Sigmoid"
    bounds = "(0, 1)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return _logistic(x)


@entry
class Tanh(Activation):
    """Squeezes every number between −1 and 1, with 0 in the middle.

    f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).
    """

    title = "tanh"
    target = "torch.nn.Tanh"
    bounds = "(−1, 1)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.tanh(x))


@entry
class ReLU(Activation):
    """Lets positive numbers pass and turns negative ones into 0.

    f(x) = max(0, x). Nair & Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010.
    """

    title = "ReLU"
    target = "torch.nn.ReLU"
    bounds = "[0, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.maximum(x, 0))


@entry
class LeakyReLU(Activation):
    """Lets positive numbers pass and makes negative ones small, so that no unit is ever wholly dead.

    f(x) = x for x > 0, else negative_slope · x. Maas et al., "Rectifier nonlinearities improve acoustic models", 2013.
    """

    title = "Leaky ReLU"
    target = "torch.nn.LeakyReLU"
    bounds = "(−∞, ∞)"

    negative_slope: float = param(0.01, min=0, max=1, label="Negative slope", help="Slope of the function left of 0.")

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.where(x > 0, x, self.negative_slope * x)


@entry
class ELU(Activation):
    """Lets positive numbers pass and bends negative ones smoothly towards −alpha.

    f(x) = x for x > 0, else alpha · (eˣ − 1). Clevert et al., "Fast and accurate deep network learning by ELUs", 2015.
    """

    title = "ELU"
    target = "torch.nn.ELU"
    bounds = "(−α, ∞)"

    alpha: float = param(1.0, min=0, max=10, label="Alpha", help="How far below 0 the function goes.")

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.where(x > 0, x, self.alpha * np.expm1(np.minimum(x, 0)))


@entry
class SiLU(Activation):
    """A smooth relative of ReLU that dips a little below 0; also called swish.

    f(x) = x · sigmoid(x). Elfwing et al., "Sigmoid-weighted linear units", 2017.
    """

    title = "SiLU"
    target = "torch.nn.SiLU"
    bounds = "[−0.28, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x * _logistic(x))


@entry
class GELU(Activation):
    """A smooth relative of ReLU, used in most transformers.

    f(x) = x · Φ(x), with Φ the distribution function of the standard normal. Hendrycks & Gimpel, 2016.
    """

    title = "GELU"
    target = "torch.nn.GELU"
    bounds = "[−0.17, ∞)"

    approximate: str = param(
        "none",
        choices=("none", "tanh"),
        label="Approximation",
        help="Whether Φ is exact or replaced by a formula with tanh.",
    )

    def f(self, x: np.ndarray) -> np.ndarray:
        if self.approximate == "tanh":
            return np.asarray(0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))))
        return np.asarray(0.5 * x * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))))


@entry
class Softmax(Activation):
    """Turns the numbers of a sample into positive shares that add up to 1.

    f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ over the last dimension. Cross-entropy does this by itself: do not put it before that loss.
    """

    target = "torch.nn.Softmax"
    bounds = "(0, 1)"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {"dim": -1}

    def f(self, x: np.ndarray) -> np.ndarray:
        """The share of a number x beside one other number that is 0."""
        return _logistic(x)
