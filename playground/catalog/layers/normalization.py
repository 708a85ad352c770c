"""Layers that shift and scale what flows through them to a common size."""

from __future__ import annotations

import math
from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class BatchNorm1d(Layer):
    """Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers.

    y = (x − mean) / √(variance + eps) · weight + bias, over the batch while it trains and with running averages
    when it is measured. Ioffe & Szegedy, "Batch normalization", 2015.
    """

    title = "Batch norm 1d"
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
        return f"Batch norm 1d needs inputs of shape (C,) or (C, L), but gets {shaped(shapes[0])}; use Batch norm 2d."


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


def _eps() -> Any:
    return param(1e-5, min=1e-12, max=1, scale="log", help="Added to the variance, so that nothing divides by zero.")


def _affine(default: bool = True) -> Any:
    return param(default, label="Learnt scale", help="Whether it learns a scale and a shift for each channel.")


@entry
class BatchNorm2d(Layer):
    """Gives each channel of an image mean 0 and variance 1 over the batch, then scales and shifts it.

    y = (x − mean) / √(variance + eps) · weight + bias for (C, H, W), over the batch and all places while it trains and
    with running averages when it is measured. Ioffe & Szegedy, "Batch normalization", 2015.
    """

    title = "Batch norm 2d"
    group = "Normalisation"
    target = "torch.nn.BatchNorm2d"

    eps: float = _eps()
    momentum: float = param(0.1, min=0, max=1, help="Weight of the newest batch in the running averages.")
    affine: bool = _affine()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"num_features": shapes[0][0], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        if len(shapes[0]) == 3:
            return ""
        return f"Batch norm 2d needs an image of shape (C, H, W), but gets {shaped(shapes[0])}; use Batch norm 1d."


@entry
class GroupNorm(Layer):
    """Gives each group of channels of a sample mean 0 and variance 1, then scales and shifts each channel.

    y = (x − mean) / √(variance + eps) · weight + bias for (C, …); it does not depend on the batch, so it also serves
    small ones. Wu & He, "Group normalization", 2018.
    """

    title = "Group norm"
    group = "Normalisation"
    target = "torch.nn.GroupNorm"

    num_groups: int = param(4, min=1, max=10**6, label="Groups", help="Into how many groups the channels are put.")
    eps: float = _eps()
    affine: bool = _affine()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"num_channels": shapes[0][0], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        channels = shapes[0][0] if shapes[0] else 0
        if channels and channels % self.num_groups == 0:
            alone = math.prod(shapes[0]) == self.num_groups
            return (
                "Group norm needs more than one number per group, but gets one; choose fewer groups." if alone else ""
            )
        better = math.gcd(channels, self.num_groups)
        return (
            f"Group norm cannot put {channels} channels into {self.num_groups} equal groups; choose another number of "
            f"groups, such as {better}."
        )


@entry
class InstanceNorm2d(Layer):
    """Gives each channel of each image mean 0 and variance 1, which takes contrast and brightness away.

    y = (x − mean) / √(variance + eps) over the places of (C, H, W). Ulyanov et al., "Instance normalization", 2016.
    """

    title = "Instance norm 2d"
    group = "Normalisation"
    target = "torch.nn.InstanceNorm2d"

    eps: float = _eps()
    affine: bool = _affine(False)

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"num_features": shapes[0][0], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        if len(shapes[0]) != 3:
            return f"Instance norm 2d needs an image of shape (C, H, W), but gets {shaped(shapes[0])}; use Layer norm."
        if shapes[0][1:] == (1, 1):
            return "Instance norm 2d needs more than one place per channel, but gets one; put it before the pooling."
        return ""


@entry
class LocalResponseNorm(Layer):
    """Makes a number smaller where its neighbours in the channels beside it are large.

    y = x / (k + alpha / size · Σ x²)^beta, the sum over `size` neighbouring channels of (C, …). Krizhevsky et al.,
    "ImageNet classification with deep convolutional neural networks", 2012.
    """

    title = "Local response norm"
    group = "Normalisation"
    target = "torch.nn.LocalResponseNorm"

    size: int = param(5, min=1, max=10**6, label="Size", help="How many neighbouring channels count.")
    alpha: float = param(1e-4, min=0, max=1000, scale="log", label="Alpha", help="How much the neighbours count.")
    beta: float = param(0.75, min=0, max=100, label="Beta", help="Exponent of what it divides by.")
    k: float = param(1.0, min=1e-6, max=1000, label="k", help="Added to the sum, so that nothing divides by zero.")

    def fits(self, *shapes: Shape) -> str:
        if len(shapes[0]) >= 2:
            return ""
        given = shaped(shapes[0])
        return f"Local response norm needs channels with places, such as (C, H, W), but gets {given}; remove it."


@entry
class RMSNorm(Layer):
    """Divides the features of each sample by their root mean square, then scales them by learnt numbers.

    y = x / √(mean(x²) + eps) · weight over the last dimension; like layer norm, but the mean stays. Zhang & Sennrich,
    "Root mean square layer normalization", 2019.
    """

    title = "RMS norm"
    group = "Normalisation"
    target = "torch.nn.RMSNorm"

    eps: float = param(1e-5, min=1e-12, max=1, scale="log", help="Added to the mean, so that nothing divides by zero.")
    elementwise_affine: bool = param(True, label="Learnt scale", help="Whether it learns a scale for each feature.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"normalized_shape": shapes[0][-1], **self.values()}
