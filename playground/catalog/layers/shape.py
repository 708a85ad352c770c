"""Layers that only rearrange numbers."""

from __future__ import annotations

import math
from typing import Any

from playground.catalog.kinds import Layer
from playground.catalog.layers.windows import unfit
from playground.catalog.wording import shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


class Rearranging(Layer):
    """What layers that rearrange numbers have in common."""

    group = "Merge and shape"
    bends = "never"

    def window(self) -> tuple[float, float] | None:
        """None: places of the output are not places of the input any more."""
        return None


@entry
class Flatten(Rearranging):
    """Lays all numbers of a sample in one row, so that an image can enter a dense layer.

    (C, H, W) becomes (C · H · W,); with other axes, only those from the first to the last of them are laid in one.
    """

    target = "torch.nn.Flatten"

    start_dim: int = param(
        1, min=1, max=8, label="From", help="The first axis that joins; 1 is the first behind the batch."
    )
    end_dim: int = param(-1, min=-8, max=8, label="To", help="The last axis that joins; −1 is the last there is.")

    def fits(self, *shapes: Shape) -> str:
        most = len(shapes[0])
        last = self.end_dim + (most + 1 if self.end_dim < 0 else 0)
        if most == 0 or self.start_dim <= last <= most:
            return ""
        return f"Flatten cannot join axes {self.start_dim} to {self.end_dim} of {shaped(shapes[0])}; choose 1 to −1."


@entry
class Reshape(Rearranging):
    """Gives the numbers of a sample another shape, as when a row becomes an image.

    (C · H · W,) becomes (C, H, W); one size may be −1, and then follows from the others.
    """

    target = "playground.catalog.modules.Reshape"

    shape: tuple[int, ...] = param(
        (1, -1), min=-1, max=10**9, label="Shape", help="The sizes of a sample; −1 fits itself."
    )

    def fits(self, *shapes: Shape) -> str:
        have, fixed = math.prod(shapes[0]), math.prod(size for size in self.shape if size > 0)
        free = sum(size < 1 for size in self.shape)
        if free <= 1 and 0 not in self.shape and self.shape and have % fixed == 0 and (free or have == fixed):
            return ""
        numbers = "one number" if have == 1 else f"{have:,} numbers"
        return f"Reshape cannot lay {numbers} out as {shaped(self.shape)}; choose sizes whose product is {have:,}."


@entry
class Permute(Rearranging):
    """Puts the axes of a sample in another order.

    With dims (2, 1) a sequence (C, L) becomes (L, C), and with (3, 1, 2) an image (H, W, C) becomes (C, H, W).
    """

    target = "playground.catalog.modules.Permute"

    dims: tuple[int, ...] = param(
        (2, 1), min=1, max=8, label="Order", help="Each axis once; 1 is the first behind the batch."
    )

    def fits(self, *shapes: Shape) -> str:
        if sorted(self.dims) == list(range(1, len(shapes[0]) + 1)):
            return ""
        order = ", ".join(map(str, range(len(shapes[0]), 0, -1)))
        given, wrong = shaped(shapes[0]), ", ".join(map(str, self.dims)) or "none"
        return f"Permute needs each axis of {given} once, but has {wrong}; choose an order such as {order}."


@entry
class Transpose(Rearranging):
    """Exchanges two axes, as between convolutions, which want channels first, and attention, which wants them last.

    (C, L) becomes (L, C).
    """

    target = "playground.catalog.modules.Transpose"

    dim0: int = param(1, min=1, max=8, label="One axis", help="An axis; 1 is the first behind the batch.")
    dim1: int = param(2, min=1, max=8, label="Other axis", help="The axis it changes places with.")

    def fits(self, *shapes: Shape) -> str:
        if max(self.dim0, self.dim1) <= len(shapes[0]):
            return ""
        given = shaped(shapes[0])
        return f"Transpose exchanges axes {self.dim0} and {self.dim1}, but gets {given}; put Reshape before it."


@entry
class ZeroPad2d(Layer):
    """Puts zeros around an image; where a side is negative, that much is cut off.

    (C, H, W) becomes (C, H + top + bottom, W + left + right).
    """

    title = "Zero pad 2d"
    group = "Merge and shape"
    bends = "never"
    target = "torch.nn.ZeroPad2d"

    left: int = param(1, min=-4096, max=4096, label="Left", help="Columns of zeros on the left.")
    right: int = param(1, min=-4096, max=4096, label="Right", help="Columns of zeros on the right.")
    top: int = param(1, min=-4096, max=4096, label="Top", help="Rows of zeros above.")
    bottom: int = param(1, min=-4096, max=4096, label="Bottom", help="Rows of zeros below.")

    def args(self, *shapes: Shape) -> dict[str, Any]:
        del shapes
        return {"padding": (self.left, self.right, self.top, self.bottom)}

    def fits(self, *shapes: Shape) -> str:
        shape = shapes[0]
        if wrong := unfit(self.title, shape, 2):
            return wrong
        if shape[1] + self.top + self.bottom > 0 and shape[2] + self.left + self.right > 0:
            return ""
        return f"Zero pad 2d cuts off all of {shaped(shape)}; cut less."
