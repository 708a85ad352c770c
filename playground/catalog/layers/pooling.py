"""Layers that put one number in place of many neighbours, or many in place of one."""

from __future__ import annotations

from typing import Any, ClassVar

from playground.catalog.kinds import Layer
from playground.catalog.layers.windows import looks, pair, too_large, unfit
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import Sides, param


def _kernel() -> Any:
    return param(2, min=1, max=1024, label="Kernel", help="Side of the window that becomes one number.")


def _stride() -> Any:
    return param(2, min=1, max=1024, label="Stride", help="How far the window moves from one output to the next.")


def _padding() -> Any:
    return param(0, min=0, max=512, label="Padding", help="Rows put around the input; at most half of the kernel.")


def _dilation() -> Any:
    return param(1, min=1, max=1024, label="Dilation", help="Distance between neighbours in the window; 1 has no gaps.")


def _ceil() -> Any:
    return param(False, label="Round up", help="Whether a window that only partly lies on the input counts too.")


def _size() -> Any:
    return param(1, min=1, max=10**6, label="Output size", help="Side of what comes out, whatever goes in.")


class Pooling(Layer):
    """What pooling over windows has in common."""

    group = "Pooling"
    bends = "never"
    axes: ClassVar[int] = 2

    kernel_size: Sides
    stride: Sides
    padding: Sides

    def fits(self, *shapes: Shape) -> str:
        shape = shapes[0]
        if wrong := unfit(self.title, shape, self.axes):
            return wrong
        if any(2 * more > side for more, side in zip(pair(self.padding), pair(self.kernel_size), strict=True)):
            return f"{self.title} needs a padding of at most half its kernel; make the padding smaller."
        return too_large(self.title, shape[1:], self.kernel_size, self.padding, getattr(self, "dilation", 1))

    def window(self) -> tuple[float, float] | None:
        return looks(self.kernel_size, self.stride, getattr(self, "dilation", 1))


@entry
class MaxPool2d(Pooling):
    """Keeps the largest number of each window of an image, so that it matters less where exactly a pattern is.

    (C, H, W) becomes (C, H′, W′) with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
    """

    title = "Max pool 2d"
    target = "torch.nn.MaxPool2d"

    kernel_size: Sides = _kernel()
    stride: Sides = _stride()
    padding: Sides = _padding()
    dilation: Sides = _dilation()
    ceil_mode: bool = _ceil()


@entry
class MaxPool1d(Pooling):
    """Keeps the largest number of each window of a sequence, so that it matters less where exactly a pattern is.

    (C, L) becomes (C, L′) with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
    """

    title = "Max pool 1d"
    target = "torch.nn.MaxPool1d"
    axes = 1

    kernel_size: int = _kernel()
    stride: int = _stride()
    padding: int = _padding()
    dilation: int = _dilation()
    ceil_mode: bool = _ceil()


@entry
class AvgPool2d(Pooling):
    """Replaces each window of an image by its mean.

    (C, H, W) becomes (C, H′, W′) with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1.
    """

    title = "Average pool 2d"
    target = "torch.nn.AvgPool2d"

    kernel_size: Sides = _kernel()
    stride: Sides = _stride()
    padding: Sides = _padding()
    ceil_mode: bool = _ceil()
    count_include_pad: bool = param(True, label="Count padding", help="Whether the zeros around count in the mean.")


@entry
class AvgPool1d(Pooling):
    """Replaces each window of a sequence by its mean.

    (C, L) becomes (C, L′) with L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1.
    """

    title = "Average pool 1d"
    target = "torch.nn.AvgPool1d"
    axes = 1

    kernel_size: int = _kernel()
    stride: int = _stride()
    padding: int = _padding()
    ceil_mode: bool = _ceil()
    count_include_pad: bool = param(True, label="Count padding", help="Whether the zeros around count in the mean.")


class AdaptivePooling(Layer):
    """What pooling to a given size has in common."""

    group = "Pooling"
    bends = "never"
    axes: ClassVar[int] = 2

    output_size: Sides

    def fits(self, *shapes: Shape) -> str:
        return unfit(self.title, shapes[0], self.axes)

    def window(self) -> tuple[float, float] | None:
        """None, for with the usual size of 1 the one output looks at everything."""
        return None


@entry
class AdaptiveAvgPool2d(AdaptivePooling):
    """Brings an image of any size to one size by means over as many even parts; with size 1, one mean per channel.

    (C, H, W) becomes (C, output_size, output_size). Lin et al., "Network in network", 2013.
    """

    title = "Adaptive average pool 2d"
    target = "torch.nn.AdaptiveAvgPool2d"

    output_size: Sides = _size()


@entry
class AdaptiveAvgPool1d(AdaptivePooling):
    """Brings a sequence of any length to one length by means over as many even parts.

    (C, L) becomes (C, output_size).
    """

    title = "Adaptive average pool 1d"
    target = "torch.nn.AdaptiveAvgPool1d"
    axes = 1

    output_size: int = _size()


@entry
class AdaptiveMaxPool2d(AdaptivePooling):
    """Brings an image of any size to one size by the largest numbers of as many even parts.

    (C, H, W) becomes (C, output_size, output_size).
    """

    title = "Adaptive max pool 2d"
    target = "torch.nn.AdaptiveMaxPool2d"

    output_size: Sides = _size()


@entry
class AdaptiveMaxPool1d(AdaptivePooling):
    """Brings a sequence of any length to one length by the largest numbers of as many even parts.

    (C, L) becomes (C, output_size).
    """

    title = "Adaptive max pool 1d"
    target = "torch.nn.AdaptiveMaxPool1d"
    axes = 1

    output_size: int = _size()


@entry
class Upsample(Layer):
    """Enlarges an image or a sequence by a factor, without any weights.

    (C, H, W) becomes (C, ⌊H · factor⌋, ⌊W · factor⌋): by copies of the nearest number, or by a weighted mean of the
    nearest ones. In a U-Net it leads from the bottleneck back to full size. Ronneberger et al., 2015.
    """

    group = "Pooling"
    bends = "never"
    target = "torch.nn.Upsample"

    scale_factor: float = param(2.0, min=1e-3, max=1024, label="Factor", help="How many times longer each side gets.")
    mode: str = param(
        "nearest",
        choices=("nearest", "linear", "bilinear", "bicubic"),
        label="Mode",
        help="Copies the nearest number, or mixes the nearest: linear for sequences, bilinear and bicubic for images.",
    )
    align_corners: bool = param(
        False, label="Align corners", help="Whether corners fall on corners; copies of the nearest never do."
    )

    def args(self, *shapes: Shape) -> dict[str, Any]:
        values = self.values()
        return values if self.mode != "nearest" else {**values, "align_corners": None}

    def fits(self, *shapes: Shape) -> str:
        shape = shapes[0]
        if len(shape) not in (2, 3):
            return (
                f"Upsample needs inputs of shape (C, L) or (C, H, W), but gets {shaped(shape)}; put Reshape before it."
            )
        if self.mode != "nearest" and (self.mode == "linear") != (len(shape) == 2):
            better = "linear" if len(shape) == 2 else "bilinear"
            return f"Upsample cannot work {self.mode} on an input of shape {shape}; choose {better}."
        if min(int(size * self.scale_factor) for size in shape[1:]) < 1:
            return f"Upsample by {self.scale_factor:g} leaves nothing of {shaped(shape)}; choose a larger factor."
        return ""

    def window(self) -> tuple[float, float] | None:
        return {"nearest": 1.0, "bicubic": 4.0}.get(self.mode, 2.0), 1 / self.scale_factor
