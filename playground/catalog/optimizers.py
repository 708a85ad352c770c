"""How gradients become steps."""

from __future__ import annotations

from typing import Any

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


@entry
class SGD(Optimizer):
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
class Adam(Optimizer):
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
class AdamW(Optimizer):
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
class RMSprop(Optimizer):
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
class Adagrad(Optimizer):
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
