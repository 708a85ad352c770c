"""Layers that shift and scale what flows through them to a common size."""

from __future__ import annotations

from typing import Any

from playground.catalog.kinds import Layer
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class BatchNorm1d(Layer):
    """Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers.

    y = (x − mean) / √(variance + eps) · weight + bias, over the batch while it trains and with running averages
    when it is measured. Ioffe & Szegedy, "Batch normalization", 2015.
    """

    title = "Batch norm"
    group = "Normalisation"
    target = "torch.nn.BatchNorm1d"

    eps: float = param(
        1e-5, min=1e-12, max=1, scale="log", help="Added to the variance, so that nothing divides by zero."
    )
    momentum: float = param(0.1, min=0, max=1, help="Weight of the newest batch in the running averages.")
    affine: bool = param(True, label="Learnt scale", help="Whether it learns a scale and a shift for each feature.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"num_features": shapes[0][0], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        if len(shapes[0]) in (1, 2):
            return ""
        return f"Batch norm needs inputs of shape (C,) or (C, L), but gets {shapes[0]}; put Flatten before it."


@entry
class LayerNorm(Layer):
    """Gives the features of each sample mean 0 and variance 1, then scales and shifts them by learnt numbers.

    y = (x − mean) / √(variance + eps) · weight + bias over the last dimension; it does not depend on the batch.
    Ba, Kiros & Hinton, "Layer normalization", 2016.
    """

    title = "Layer norm"
    group = "Normalisation"
    target = "torch.nn.LayerNorm"

    eps: float = param(
        1e-5, min=1e-12, max=1, scale="log", help="Added to the variance, so that nothing divides by zero."
    )
    elementwise_affine: bool = param(
        True, label="Learnt scale", help="Whether it learns a scale and a shift for each feature."
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"normalized_shape": shapes[0][-1], **self.values()}
