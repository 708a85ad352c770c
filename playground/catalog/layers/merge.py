"""Layers that bring several paths of a network together."""

from __future__ import annotations

from playground.catalog.kinds import Layer
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
        return f"Add needs inputs of equal shape, but gets {shapes[0]} and {other}; use Concat, or make them equal."


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
            return f"Concat joins dimension {self.dim}, but gets an input of shape {min(shapes, key=len)}."
        if len(rest) == 1:
            return ""
        listed = " and ".join(map(str, dict.fromkeys(shapes)))
        return f"Concat needs inputs that differ in dimension {self.dim} only, but gets {listed}."

    def _rest(self, shape: Shape) -> tuple[int, Shape]:
        return len(shape), shape[: self.dim - 1] + shape[self.dim :]
