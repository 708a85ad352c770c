"""What a layer owes to the engine, the window and the export."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from playground.spec.entry import Entry, Shape

if TYPE_CHECKING:
    import numpy as np


class Layer(Entry):
    """A node of a network. `target` is an nn.Module class; `inputs` is how many edges it takes (None: two or more).

    `port_names` name those inputs where they differ in meaning ("query", "key", "value"). `bends` says whether an
    activation usually follows ("always": a new one gets one at once), may follow, or makes no sense there.
    """

    kind = "layer"
    inputs: ClassVar[int | None] = 1
    port_names: ClassVar[tuple[str, ...]] = ()
    bends: ClassVar[Literal["always", "maybe", "never"]] = "maybe"

    def fits(self, *shapes: Shape) -> str:
        """Why inputs of these shapes, without the batch, do not fit, as one sentence; "" when they do."""
        del shapes
        return ""

    def window(self) -> tuple[float, float] | None:
        """How far along the spatial axes one output looks and how far apart two outputs look: kernel, stride.

        (1, 1) where each place stands for itself; below 1 where places are added (upsampling); None where every output
        looks at the whole input.
        """
        return 1.0, 1.0

    def sized(self, outputs: int) -> Layer:
        """The layer when the task needs `outputs` numbers; only Output depends on it."""
        del outputs
        return self


class Activation(Layer):
    """A function applied to each number, as a node of its own or behind a layer."""

    group = "Activations"
    bends = "never"

    def f(self, x: np.ndarray) -> np.ndarray:
        """The function itself in NumPy, for its plot; x has any shape."""
        raise NotImplementedError

    bounds: ClassVar[str] = ""
    """Its range, as text: "(0, 1)"."""
