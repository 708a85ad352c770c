"""Layers whose units look at one small window after another with the same weights."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from playground.catalog.kinds import Layer
from playground.catalog.layers.windows import looks, pair, too_large, unfit
from playground.spec.entry import Shape, entry
from playground.spec.params import Sides, param


def _channels() -> Any:
    return param(16, min=1, max=10**6, scale="log", label="Channels", help="How many kernels, and so outputs, it has.")


def _kernel(default: int = 3) -> Any:
    return param(default, min=1, max=1024, label="Kernel", help="Side of the window that each output looks at.")


def _stride(default: int = 1) -> Any:
    return param(default, min=1, max=1024, label="Stride", help="How far the window moves from one output to the next.")


def _padding() -> Any:
    return param(1, min=0, max=1024, label="Padding", help="Rows of zeros put around the input on each side.")


def _cut() -> Any:
    return param(0, min=0, max=1024, label="Padding", help="Rows cut off on each side of the output.")


def _end() -> Any:
    return param(
        0, min=0, max=1024, label="Output padding", help="Rows added at one end, to choose among the sizes possible."
    )


def _dilation() -> Any:
    return param(1, min=1, max=1024, label="Dilation", help="Distance between neighbours in the window; 1 has no gaps.")


def _groups() -> Any:
    return param(
        1, min=1, max=10**6, label="Groups", help="Into how many parts the channels are split, each with its kernels."
    )


def _bias() -> Any:
    return param(True, label="Bias", help="Whether each channel adds a number of its own.")


class Convolution(Layer):
    """A convolution over one or two axes: what is common to all of them."""

    group = "Convolution"
    bends = "always"
    axes: ClassVar[int] = 2

    out_channels: int
    kernel_size: Sides
    stride: Sides
    padding: Sides
    dilation: Sides
    groups: int

    def args(self, *shapes: Shape) -> dict[str, Any]:
        return {"in_channels": shapes[0][0], **self.values()}

    def fits(self, *shapes: Shape) -> str:
        shape = shapes[0]
        return unfit(self.title, shape, self.axes) or self._split(shape[0]) or self._reach(shape[1:])

    def _split(self, channels: int) -> str:
        if channels % self.groups == 0 and self.out_channels % self.groups == 0:
            return ""
        return (
            f"{self.title} splits {channels} channels into {self.out_channels} by {self.groups} groups; "
            f"choose a number of groups that divides both, such as {math.gcd(channels, self.out_channels)}."
        )

    def _reach(self, sizes: Shape) -> str:
        return too_large(self.title, sizes, self.kernel_size, self.padding, self.dilation)

    def window(self) -> tuple[float, float] | None:
        return looks(self.kernel_size, self.stride, self.dilation)


@entry
class Conv2d(Convolution):
    """Slides small kernels over an image; each makes a map of where in the image it finds its pattern.

    (C, H, W) becomes (out_channels, H′, W′) with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
    Each output is the sum over a window of all input channels times the kernel, plus a bias. LeCun et al.,
    "Gradient-based learning applied to document recognition", 1998.
    """

    title = "Conv 2d"
    target = "torch.nn.Conv2d"

    out_channels: int = _channels()
    kernel_size: Sides = _kernel()
    stride: Sides = _stride()
    padding: Sides = _padding()
    dilation: Sides = _dilation()
    groups: int = _groups()
    bias: bool = _bias()


@entry
class Conv1d(Convolution):
    """Slides small kernels along a sequence; each makes a row of where in the sequence it finds its pattern.

    (C, L) becomes (out_channels, L′) with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. The channels
    come first: put Transpose before it where they come last.
    """

    title = "Conv 1d"
    target = "torch.nn.Conv1d"
    axes = 1

    out_channels: int = _channels()
    kernel_size: int = _kernel()
    stride: int = _stride()
    padding: int = _padding()
    dilation: int = _dilation()
    groups: int = _groups()
    bias: bool = _bias()


@entry
class DepthwiseConv2d(Layer):
    """Gives each channel of an image kernels of its own, which never look at the other channels.

    (C, H, W) becomes (C · multiplier, H′, W′): a convolution with groups = C. With a Conv 2d of kernel 1 behind it, it
    does the work of a full convolution with far fewer weights. Howard et al., "MobileNets", 2017.
    """

    title = "Depthwise conv 2d"
    group = "Convolution"
    bends = "always"
    target = "torch.nn.Conv2d"

    multiplier: int = param(1, min=1, max=10**6, label="Multiplier", help="How many kernels each channel gets.")
    kernel_size: Sides = _kernel()
    stride: Sides = _stride()
    padding: Sides = _padding()
    dilation: Sides = _dilation()
    bias: bool = _bias()

    def args(self, *shapes: Shape) -> dict[str, Any]:
        channels = shapes[0][0]
        values = {name: value for name, value in self.values().items() if name != "multiplier"}
        sizes = {"in_channels": channels, "out_channels": channels * self.multiplier, "groups": channels}
        return {**sizes, **values}

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0], 2) or too_large(
            self.title, shapes[0][1:], self.kernel_size, self.padding, self.dilation
        )

    def window(self) -> tuple[float, float] | None:
        return looks(self.kernel_size, self.stride, self.dilation)


class TransposedConvolution(Convolution):
    """A convolution run backwards, from outputs to inputs: what is common to one and two axes."""

    output_padding: Sides

    def _reach(self, sizes: Shape) -> str:
        steps = [max(both) for both in zip(pair(self.stride), pair(self.dilation), strict=True)]
        if any(more >= step for more, step in zip(pair(self.output_padding), steps, strict=True)):
            return f"{self.title} needs an output padding below its stride or dilation; make it smaller."
        args = zip(sizes, *map(pair, (self.stride, self.padding, self.dilation, self.kernel_size)), strict=False)
        ends = [(size - 1) * step - 2 * cut + gap * (side - 1) + 1 for size, step, cut, gap, side in args]
        if all(end + more > 0 for end, more in zip(ends, pair(self.output_padding), strict=False)):
            return ""
        return f"{self.title} cuts off all that it makes; use less padding."

    def window(self) -> tuple[float, float] | None:
        """Each input is spread over a kernel, so that one output looks at kernel / stride of them."""
        reach, step = looks(self.kernel_size, self.stride, self.dilation)
        return float(math.ceil(reach / step)), 1 / step


@entry
class ConvTranspose2d(TransposedConvolution):
    """Spreads each number of an image over a window, times a kernel, and so makes a larger image.

    (C, H, W) becomes (out_channels, H′, W′) with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) +
    output_padding + 1. Zeiler et al., "Deconvolutional networks", 2010.
    """

    title = "Transposed conv 2d"
    target = "torch.nn.ConvTranspose2d"

    out_channels: int = _channels()
    kernel_size: Sides = _kernel(2)
    stride: Sides = _stride(2)
    padding: Sides = _cut()
    output_padding: Sides = _end()
    dilation: Sides = _dilation()
    groups: int = _groups()
    bias: bool = _bias()


@entry
class ConvTranspose1d(TransposedConvolution):
    """Spreads each number of a sequence over a window, times a kernel, and so makes a longer sequence.

    (C, L) becomes (out_channels, L′) with L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.
    """

    title = "Transposed conv 1d"
    target = "torch.nn.ConvTranspose1d"
    axes = 1

    out_channels: int = _channels()
    kernel_size: int = _kernel(2)
    stride: int = _stride(2)
    padding: int = _cut()
    output_padding: int = _end()
    dilation: int = _dilation()
    groups: int = _groups()
    bias: bool = _bias()
