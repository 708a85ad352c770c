"""What keeps a network from learning its samples by heart, and its steps from growing too large."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from playground.catalog.kinds import Regularizer
from playground.spec.entry import entry
from playground.spec.params import param


class WeightRegularizer(Regularizer):
    """Works on each layer's weights for itself, so that a layer may have one of its own.

    `off` are the values with which it does nothing.
    """

    off: ClassVar[Mapping[str, Any]] = {"strength": 0.0}

    @property
    def idle(self) -> bool:
        """Whether it does nothing."""
        return all(getattr(self, name) == value for name, value in self.off.items())


@entry
class L1(WeightRegularizer):
    """Pulls every weight towards 0 with the same force, so that unneeded weights come close to 0.

    Adds strength · Σ|w| to the loss: g ← g + strength · sign(w). Biases are left alone. Tibshirani, 1996.
    """

    title = "L1"
    target = "playground.catalog.modules.l1"

    strength: float = param(
        0.001, min=0, max=100, scale="log", live=True, label="Strength", help="Weight of the penalty beside the loss."
    )


@entry
class L2(WeightRegularizer):
    """Pulls every weight towards 0, large ones harder, so that no weight grows very large.

    Adds strength · Σw² / 2 to the loss: g ← g + strength · w. Biases are left alone. Hoerl & Kennard, 1970.
    """

    title = "L2"
    target = "playground.catalog.modules.l2"

    strength: float = param(
        0.001, min=0, max=100, scale="log", live=True, label="Strength", help="Weight of the penalty beside the loss."
    )


@entry
class ElasticNet(WeightRegularizer):
    """Pulls every weight towards 0 as L1 and L2 do together.

    Adds strength · (l1_ratio · Σ|w| + (1 − l1_ratio) · Σw² / 2) to the loss. Biases are left alone. Zou & Hastie, 2005.
    """

    title = "Elastic net"
    target = "playground.engine.regularizing.elastic_net"

    strength: float = param(
        0.001, min=0, max=100, scale="log", live=True, label="Strength", help="Weight of the penalty beside the loss."
    )
    l1_ratio: float = param(0.5, min=0, max=1, live=True, label="Share of L1", help="1 is L1 alone, 0 is L2 alone.")


@entry
class MaxNorm(WeightRegularizer):
    """Shortens the weights of a unit after each step when they are longer than a limit.

    w ← w · min(1, limit / ‖w‖₂) for the incoming weights of each unit. Srebro & Shraibman, 2005; Srivastava et al.,
    "Dropout", 2014, use it beside dropout.
    """

    title = "Max-norm"
    target = "playground.engine.regularizing.max_norm"
    acts = "weights"
    off: ClassVar[Mapping[str, Any]] = {"limit": 1e6}

    limit: float = param(
        3.0,
        min=1e-3,
        max=1e6,
        scale="log",
        live=True,
        label="Longest",
        help="Length that the weights of a unit may have.",
    )


@entry
class InputNoise(Regularizer):
    """Adds fresh noise to every sample at each step, so that the network cannot hold on to its exact numbers.

    x ← x + std · ε, ε ~ N(0, 1), while it trains. Bishop, "Training with noise is equivalent to Tikhonov
    regularization", 1995.
    """

    title = "Input noise"
    target = "playground.engine.regularizing.input_noise"
    acts = "inputs"

    std: float = param(
        0.1, min=0, max=100, scale="log", live=True, label="Deviation", help="Standard deviation of the noise."
    )


@entry
class ClipGradNorm(Regularizer):
    """Shortens the gradient of all parameters together when it is longer than a limit; its direction stays.

    g ← g · min(1, max_norm / ‖g‖₂). Pascanu et al., "On the difficulty of training recurrent neural networks", 2013.
    """

    title = "Clip gradient norm"
    target = "torch.nn.utils.clip_grad_norm_"
    on = "parameters"
    order = 10

    max_norm: float = param(
        1.0,
        min=1e-6,
        max=1e6,
        scale="log",
        live=True,
        label="Longest",
        help="Length that the gradient may have at most.",
    )


@entry
class ClipGradValue(Regularizer):
    """Cuts every single number of the gradient to a limit; this may turn its direction.

    g ← min(max(g, −clip_value), clip_value).
    """

    title = "Clip gradient values"
    target = "torch.nn.utils.clip_grad_value_"
    on = "parameters"
    order = 11

    clip_value: float = param(
        1.0, min=1e-6, max=1e6, scale="log", live=True, label="Largest", help="Size that each number may have at most."
    )


@entry
class EarlyStopping(Regularizer):
    """Ends the training when the validation loss has not improved for a while.

    Prechelt, "Early stopping, but when?", 1998.
    """

    title = "Early stopping"

    patience: int = param(20, min=1, max=10_000_000, label="Patience", help="Epochs to wait for an improvement.")
    min_delta: float = param(
        0.0, min=0, max=1000, label="Least gain", help="By how much the loss must fall to count as an improvement."
    )
    restore_best: bool = param(
        True, label="Restore best", help="Go back to the weights of the best epoch when training ends."
    )
