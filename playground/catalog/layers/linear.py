"""Layers in which every output looks at every input."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class Linear(Layer):
    """A dense layer: each unit adds up all inputs, each times a weight of its own, and a bias.

    y = x Wᵀ + b, with W of shape (out_features, in_features). It works on the last dimension of its input.
    """

    group = "Basic"
    bends = "always"
    target = "torch.nn.Linear"

    out_features: int = param(8, min=1, max=10**12, scale="log", label="Units", help="How many units the layer has.")
    bias: bool = param(True, label="Bias", help="Whether each unit adds a number of its own.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"in_features": shapes[0][-1], "out_features": self.out_features, "bias": self.bias}

    def window(self) -> tuple[float, float] | None:
        return None


@entry
class Output(Layer):
    """The last dense layer; its number of units follows from the data and the loss.

    It gives logits or plain numbers, for losses such as cross-entropy bring their own sigmoid or softmax.
    """

    group = "Basic"
    bends = "never"
    target = "torch.nn.Linear"

    bias: bool = param(True, label="Bias", help="Whether each unit adds a number of its own.")

    def sized(self, outputs: int) -> Linear:
        return Linear(out_features=outputs, bias=self.bias)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Arguments for one unit; the engine builds `sized(outputs)` instead."""
        return self.sized(1).args(*shapes)

    def fits(self, *shapes: Shape) -> str:
        if len(shapes[0]) == 1:
            return ""
        return f"Output needs one row of numbers per sample, but gets {shaped(shapes[0])}; put Flatten before it."

    def window(self) -> tuple[float, float] | None:
        return None
