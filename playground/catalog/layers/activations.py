"""Functions that bend what a layer gives; without one between them, dense layers are no more than one dense layer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from playground.catalog.kinds import Activation
from playground.spec.entry import Shape, entry
from playground.spec.errors import ParamError
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


@entry
class LogSoftmax(Activation):
    """Turns the numbers of a sample into the logarithms of shares that add up to 1, as NLL loss wants them.

    f(x)ᵢ = xᵢ − log Σⱼ e^xⱼ over the last dimension. Cross-entropy does this by itself.
    """

    title = "Log softmax"
    target = "torch.nn.LogSoftmax"
    bounds = "(−∞, 0)"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {"dim": -1}

    def f(self, x: np.ndarray) -> np.ndarray:
        """The logarithm of the share of a number x beside one other number that is 0."""
        return np.asarray(-np.logaddexp(0, -x))


@entry
class PReLU(Activation):
    """Lets positive numbers pass and scales negative ones by a slope that is learnt.

    f(x) = x for x > 0, else slope · x, with one slope for all or one for each channel. He et al., "Delving deep into
    rectifiers", 2015.
    """

    title = "PReLU"
    target = "torch.nn.PReLU"
    bounds = "(−∞, ∞)"

    init: float = param(0.25, min=-10, max=10, label="Start", help="The slope left of 0 before training.")
    per_channel: bool = param(False, label="Per channel", help="Whether each channel learns a slope of its own.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"num_parameters": shapes[0][0] if self.per_channel else 1, "init": self.init}

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.where(x > 0, x, self.init * x)


@entry
class SELU(Activation):
    """An ELU with two constants, under which mean 0 and variance 1 stay so from layer to layer.

    f(x) = 1.0507 · x for x > 0, else 1.7581 · (eˣ − 1). It wants weights from a normal distribution with deviation
    1 / √fan_in. Klambauer et al., "Self-normalizing neural networks", 2017.
    """

    title = "SELU"
    target = "torch.nn.SELU"
    bounds = "(−1.76, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        scale, alpha = 1.0507009873554804934193349852946, 1.6732632423543772848170429916717
        return np.where(x > 0, scale * x, scale * alpha * np.expm1(np.minimum(x, 0)))


@entry
class Softplus(Activation):
    """A smooth ReLU whose result is always positive, as a variance must be.

    f(x) = log(1 + e^(beta · x)) / beta. Dugas et al., "Incorporating second-order functional knowledge", 2001.
    """

    target = "torch.nn.Softplus"
    bounds = "(0, ∞)"

    beta: float = param(1.0, min=0.01, max=100, scale="log", label="Beta", help="How sharp the bend at 0 is.")

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.logaddexp(0, self.beta * x) / self.beta)


@entry
class Mish(Activation):
    """A smooth relative of ReLU that dips a little below 0, like SiLU.

    f(x) = x · tanh(log(1 + eˣ)). Misra, "Mish: a self regularized non-monotonic activation function", 2019.
    """

    target = "torch.nn.Mish"
    bounds = "[−0.31, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x * np.tanh(np.logaddexp(0, x)))


@entry
class ReLU6(Activation):
    """Lets numbers between 0 and 6 pass and cuts off the others, which keeps numbers small on weak machines.

    f(x) = min(max(0, x), 6). Howard et al., "MobileNets", 2017.
    """

    title = "ReLU6"
    target = "torch.nn.ReLU6"
    bounds = "[0, 6]"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.clip(x, 0, 6))


@entry
class Hardtanh(Activation):
    """Lets numbers between two ends pass and cuts off the others; beyond the ends no gradient passes.

    f(x) = min(max(x, min_val), max_val).
    """

    title = "Hard tanh"
    target = "torch.nn.Hardtanh"
    bounds = "[min, max]"

    min_val: float = param(-1.0, min=-1000, max=1000, label="min", help="The least it gives.")
    max_val: float = param(1.0, min=-1000, max=1000, label="max", help="The most it gives.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.max_val <= self.min_val:
            raise ParamError("max_val", f"is {self.max_val:g}; it needs to be above the least, {self.min_val:g}")

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.clip(x, self.min_val, self.max_val))


@entry
class Hardsigmoid(Activation):
    """A sigmoid of three straight lines, quick to compute; beyond ±3 no gradient passes.

    f(x) = min(max(0, x / 6 + 1 / 2), 1). Courbariaux et al., "BinaryConnect", 2015.
    """

    title = "Hard sigmoid"
    target = "torch.nn.Hardsigmoid"
    bounds = "[0, 1]"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(np.clip(x / 6 + 0.5, 0, 1))


@entry
class Hardswish(Activation):
    """A SiLU of straight lines and one parabola, quick to compute.

    f(x) = x · min(max(0, x / 6 + 1 / 2), 1). Howard et al., "Searching for MobileNetV3", 2019.
    """

    title = "Hard swish"
    target = "torch.nn.Hardswish"
    bounds = "[−0.375, ∞)"

    def f(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x * np.clip(x / 6 + 0.5, 0, 1))
