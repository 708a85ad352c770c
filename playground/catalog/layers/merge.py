"""Layers that bring several paths of a network together."""

from __future__ import annotations

from playground.catalog.kinds import Layer
from playground.catalog.wording import listed, shaped
from playground.spec.entry import Shape, entry
from playground.spec.params import param


@entry
class Add(Layer):
    """Adds its inputs number by number; with one of them wired past other layers it makes a residual connection.

    All inputs need the same shape. He et al., "Deep residual learning for image recognition", 2015.
    """

    group = "Merge and shape"
    inputs = None
    target = "playground.catalog.modules.Add"

    def fits(self, *shapes: Shape) -> str:
        other = next((shape for shape in shapes if shape != shapes[0]), None)
        if other is None:
            return ""
        given = listed((shapes[0], other))
        return f"Add needs inputs of equal shape, but gets {given}; use Concat, or make them equal."


@entry
class Concat(Layer):
    """Puts its inputs behind one another along one dimension, by default the features.

    (A,) and (B,) become (A + B,); all other dimensions must agree.
    """

    group = "Merge and shape"
    inputs = None
    target = "playground.catalog.modules.Concat"

    dim: int = param(
        1, min=1, max=8, label="Dimension", help="The dimension that grows; 1 is the first after the batch."
    )

    def fits(self, *shapes: Shape) -> str:
        rest = {self._rest(shape) for shape in shapes}
        if any(len(shape) < self.dim for shape in shapes):
            return f"Concat joins dimension {self.dim}, but gets {shaped(min(shapes, key=len))}."
        if len(rest) == 1:
            return ""
        return f"Concat needs inputs that differ in dimension {self.dim} only, but gets {listed(shapes)}."

    def _rest(self, shape: Shape) -> tuple[int, Shape]:
        return len(shape), shape[: self.dim - 1] + shape[self.dim :]


@entry
class Multiply(Layer):
    """Multiplies its inputs number by number, as when one path decides how much of another passes.

    Sizes must be equal or 1, and a shorter shape is taken to lack the last ones: (C,) and (C, 1, 1) both scale each
    channel of (C, H, W). Hu et al., "Squeeze-and-excitation networks", 2018.
    """

    group = "Merge and shape"
    inputs = None
    target = "playground.catalog.modules.Multiply"

    def fits(self, *shapes: Shape) -> str:
        return _spread(self.title, shapes)


@entry
class Subtract(Layer):
    """Takes its second input away from its first, number by number.

    y = a − b; sizes must be equal or 1, and a shorter shape is taken to lack the last ones.
    """

    group = "Merge and shape"
    inputs = 2
    port_names = ("a", "b")
    target = "playground.catalog.modules.Subtract"

    def fits(self, *shapes: Shape) -> str:
        return _spread(self.title, shapes)


@entry
class MatMul(Layer):
    """Multiplies two matrices, as attention does with queries and keys.

    (…, L, D) and (…, D, S) become (…, L, S).
    """

    title = "Matrix product"
    group = "Merge and shape"
    inputs = 2
    port_names = ("left", "right")
    target = "playground.catalog.modules.MatMul"

    def fits(self, *shapes: Shape) -> str:
        left, right = shapes
        if len(left) == len(right) >= 2 and left[:-2] == right[:-2] and left[-1] == right[-2]:
            return ""
        return (
            f"Matrix product needs shapes such as (L, D) and (D, S), but gets {shaped(left)} and {shaped(right)}; "
            "put Transpose before one of them."
        )

    def window(self) -> tuple[float, float] | None:
        return None


def _spread(title: str, shapes: tuple[Shape, ...]) -> str:
    """Why shapes do not stretch to one; "" when they do."""
    most = max(map(len, shapes))
    for sizes in zip(*(shape + (1,) * (most - len(shape)) for shape in shapes), strict=True):
        if len(set(sizes) - {1}) > 1:
            return f"{title} needs sizes that are equal or 1, but gets {listed(shapes)}; make them equal."
    return ""
