"""What layers that slide a window along the axes behind the channels have in common."""

from __future__ import annotations

from playground.catalog.wording import shaped
from playground.spec.entry import Shape
from playground.spec.params import Sides

WANTED = {1: "a sequence of shape (C, L)", 2: "an image of shape (C, H, W)"}


def pair(value: Sides) -> tuple[int, int]:
    """Height and width."""
    return value if isinstance(value, tuple) else (value, value)


def extents(kernel: Sides, dilation: Sides = 1) -> tuple[int, int]:
    """How far a window reaches from its first to its last place."""
    return tuple(step * (side - 1) + 1 for side, step in zip(pair(kernel), pair(dilation), strict=True))  # type: ignore[return-value]  # two go in, two come out


def looks(kernel: Sides, stride: Sides, dilation: Sides = 1) -> tuple[float, float]:
    """`Layer.window` of a layer with a window, along its longer side."""
    return float(max(extents(kernel, dilation))), float(max(pair(stride)))


def unfit(title: str, shape: Shape, axes: int) -> str:
    """Why a shape is not one of channels and `axes` axes; "" when it is."""
    if len(shape) == axes + 1:
        return ""
    forms = {2: "choose the 1d layer", 3: "choose the 2d layer"}
    return f"{title} needs {WANTED[axes]}, but gets {shaped(shape)}; {forms.get(len(shape), 'put Reshape before it')}."


def too_large(title: str, sizes: Shape, kernel: Sides, padding: Sides, dilation: Sides = 1) -> str:
    """Why a window does not fit in what it slides over; "" when it does."""
    reach = extents(kernel, dilation)[: len(sizes)]
    room = tuple(size + 2 * more for size, more in zip(sizes, pair(padding), strict=False))
    if all(far <= size for far, size in zip(reach, room, strict=True)):
        return ""
    said = f"{title} looks at {written(reach)} places, but gets {written(room)}"
    return f"{said}; use a smaller kernel or more padding."


def written(sizes: Shape) -> str:
    """Sizes for people: "3 × 3"."""
    return " × ".join(map(str, sizes))
