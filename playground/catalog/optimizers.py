"""How gradients become steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from playground.catalog.kinds import Optimizer
from playground.spec.entry import Shape, entry
from playground.spec.errors import ParamError
from playground.spec.params import param


def _lr(default: float) -> Any:
    return param(
        default,
        min=0,
        max=1000,
        scale="log",
        live=True,
        label="Learning rate",
        help="Size of each step along the gradient.",
    )


def _eps(default: float) -> Any:
    return param(
        default, min=1e-30, max=1, scale="log", label="Epsilon", help="Keeps the division from dividing by zero."
    )


@dataclass(frozen=True)
class Decaying(Optimizer):
    """An optimizer with weight decay."""

    weight_decay: float = param(
        0.0,
        min=0,
        max=100,
        scale="log",
        live=True,
        label="Weight decay",
        help="Pulls every parameter towards zero at each step.",
    )


@entry
class SGD(Decaying):
    """Steps straight down the gradient of one batch; with momentum it keeps part of its last steps.

    v ← momentum · v + g, w ← w − lr · v. Robbins & Monro, 1951; Nesterov's variant after Sutskever et al., 2013.
    """

    title = "SGD"
    target = "torch.optim.SGD"

    momentum: float = param(0.0, min=0, max=0.9999, label="Momentum", help="Share of the last step that is kept.")
    nesterov: bool = param(False, label="Nesterov", help="Look ahead along the momentum before taking the gradient.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.nesterov and self.momentum == 0:
            raise ParamError("nesterov", "needs a momentum above 0")


BETA1 = "Share of the running mean of the gradient that is kept at each step."
BETA2 = "Share of the running mean of the squared gradient that is kept at each step."


def _adam_args(values: dict[str, Any]) -> dict[str, Any]:
    """The fields beta1 and beta2 as PyTorch's pair `betas`."""
    rest = {name: value for name, value in values.items() if name not in ("beta1", "beta2")}
    return {**rest, "betas": (values["beta1"], values["beta2"])}


@entry
class Adam(Decaying):
    """Gives each parameter a step size of its own, from running means of its gradient and its square.

    w ← w − lr · m̂ / (√v̂ + eps). Weight decay is added to the gradient. Kingma & Ba, "Adam", 2014.
    """

    target = "torch.optim.Adam"

    lr: float = _lr(0.001)
    beta1: float = param(0.9, min=0, max=0.999999, label="Beta 1", help=BETA1)
    beta2: float = param(0.999, min=0, max=0.999999, label="Beta 2", help=BETA2)
    eps: float = _eps(1e-8)
    amsgrad: bool = param(
        False, label="AMSGrad", help="Divide by the largest running mean so far, never by a smaller one."
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _adam_args(super().args(*shapes))


@entry
class AdamW(Decaying):
    """Adam whose weight decay shrinks the weights themselves, apart from the gradient.

    w ← (1 − lr · weight_decay) · w, then Adam's step. Loshchilov & Hutter, "Decoupled weight decay", 2017.
    """

    title = "AdamW"
    target = "torch.optim.AdamW"

    lr: float = _lr(0.001)
    weight_decay: float = param(
        0.01,
        min=0,
        max=100,
        scale="log",
        live=True,
        label="Weight decay",
        help="Pulls every parameter towards zero at each step.",
    )
    beta1: float = param(0.9, min=0, max=0.999999, label="Beta 1", help=BETA1)
    beta2: float = param(0.999, min=0, max=0.999999, label="Beta 2", help=BETA2)
    eps: float = _eps(1e-8)
    amsgrad: bool = param(
        False, label="AMSGrad", help="Divide by the largest running mean so far, never by a smaller one."
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _adam_args(super().args(*shapes))


@entry
class RMSprop(Decaying):
    """Divides each gradient by the root of its running mean square, so that steep and flat directions step alike.

    v ← alpha · v + (1 − alpha) · g², w ← w − lr · g / (√v + eps). Tieleman & Hinton, lecture 6.5, 2012.
    """

    title = "RMSprop"
    target = "torch.optim.RMSprop"

    lr: float = _lr(0.01)
    alpha: float = param(0.99, min=0, max=0.999999, label="Alpha", help=BETA2)
    eps: float = _eps(1e-8)
    momentum: float = param(0.0, min=0, max=0.9999, label="Momentum", help="Share of the last step that is kept.")
    centered: bool = param(False, label="Centred", help="Divide by the running deviation instead of the mean square.")


@entry
class Adagrad(Decaying):
    """Makes steps smaller for parameters that have already had large gradients; the steps never grow again.

    s ← s + g², w ← w − lr · g / (√s + eps). Duchi, Hazan & Singer, 2011.
    """

    target = "torch.optim.Adagrad"

    lr: float = _lr(0.01)
    lr_decay: float = param(
        0.0, min=0, max=10, label="Rate decay", help="Makes the learning rate smaller with each step."
    )
    initial_accumulator_value: float = param(
        0.0, min=0, max=1000, label="Initial sum", help="What the sum of squared gradients starts at."
    )
    eps: float = _eps(1e-10)


@entry
class Adadelta(Decaying):
    """Measures each step against the steps before it, so that it hardly needs a learning rate.

    v ← rho · v + (1 − rho) · g², Δ = g · √(u + eps) / √(v + eps), u ← rho · u + (1 − rho) · Δ², w ← w − lr · Δ. Zeiler,
    "ADADELTA", 2012.
    """

    target = "torch.optim.Adadelta"

    lr: float = _lr(1.0)
    rho: float = param(0.9, min=0, max=0.999999, label="Rho", help=BETA2)
    eps: float = _eps(1e-6)


@entry
class Adamax(Decaying):
    """Adam that divides by the largest gradient of late instead of the root of a mean square.

    u ← max(beta2 · u, |g| + eps), w ← w − lr · m̂ / u. Kingma & Ba, "Adam", section 7, 2014.
    """

    target = "torch.optim.Adamax"

    lr: float = _lr(0.002)
    beta1: float = param(0.9, min=0, max=0.999999, label="Beta 1", help=BETA1)
    beta2: float = param(
        0.999, min=0, max=0.999999, label="Beta 2", help="Share of the largest gradient so far kept at each step."
    )
    eps: float = _eps(1e-8)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _adam_args(super().args(*shapes))


DECOUPLED = "Shrink the weights themselves, as AdamW does, instead of adding weight decay to the gradient."


@entry
class NAdam(Decaying):
    """Adam that looks ahead along its momentum, as Nesterov's method does.

    w ← w − lr · (μₜ₊₁ · m̂ + (1 − μₜ) · ĝ) / (√v̂ + eps), where μ grows slowly. Dozat, "Incorporating Nesterov momentum
    into Adam", 2016.
    """

    title = "NAdam"
    target = "torch.optim.NAdam"

    lr: float = _lr(0.002)
    beta1: float = param(0.9, min=0, max=0.999999, label="Beta 1", help=BETA1)
    beta2: float = param(0.999, min=0, max=0.999999, label="Beta 2", help=BETA2)
    eps: float = _eps(1e-8)
    momentum_decay: float = param(0.004, min=0, max=1, label="Momentum decay", help="How fast the momentum grows.")
    decoupled_weight_decay: bool = param(False, label="Decoupled", help=DECOUPLED)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _adam_args(super().args(*shapes))


@entry
class RAdam(Decaying):
    """Adam that takes plain momentum steps until its mean of squares can be trusted, so that it needs no warm-up.

    Adam's step times a factor r that grows to 1 as gradients are gathered. Liu et al., "On the variance of the adaptive
    learning rate and beyond", 2019.
    """

    title = "RAdam"
    target = "torch.optim.RAdam"

    lr: float = _lr(0.001)
    beta1: float = param(0.9, min=0, max=0.999999, label="Beta 1", help=BETA1)
    beta2: float = param(0.999, min=0, max=0.999999, label="Beta 2", help=BETA2)
    eps: float = _eps(1e-8)
    decoupled_weight_decay: bool = param(False, label="Decoupled", help=DECOUPLED)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return _adam_args(super().args(*shapes))


LINE_SEARCH = "How far to go along each direction: just the learning rate (none), or as far as the loss falls well."


@entry
class LBFGS(Optimizer):
    """Guesses the curvature of the loss from its last gradients and steps as Newton would; made for full batches.

    w ← w − lr · H · g, where H is built from the last steps and gradients; each step asks for the loss several times.
    Liu & Nocedal, "On the limited memory BFGS method for large scale optimization", 1989.
    """

    title = "L-BFGS"
    target = "playground.engine.optimizers.LBFGS"
    whole: ClassVar[bool] = True

    lr: float = _lr(1.0)
    max_iter: int = param(20, min=1, max=1000, label="Iterations", help="Most directions that are tried in one step.")
    history_size: int = param(
        100, min=1, max=1000, label="History", help="How many of the last gradients the curvature is guessed from."
    )
    line_search_fn: str = param("strong_wolfe", choices=("none", "strong_wolfe"), label="Line search", help=LINE_SEARCH)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        values = super().args(*shapes)
        return {**values, "line_search_fn": None if self.line_search_fn == "none" else self.line_search_fn}
