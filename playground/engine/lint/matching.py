"""Paths that meet with unlike shapes, and the projections that make them alike."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.dryrun import written
from playground.engine.lint.substitutes import Attempt, layer_of, moderate
from playground.spec.entry import Entry, Shape


def odd_one(shapes: tuple[Shape, ...], main: int) -> int:
    """The first input that differs from the main one; the main one where none does."""
    return next((port for port, shape in enumerate(shapes) if shape != shapes[main]), main)


def attempts(layer: Entry, shapes: tuple[Shape, ...], mains: list[int]) -> Iterator[Attempt]:
    """Ways to make the inputs of a layer alike; `mains` are its inputs, those of the main path first."""
    if len(shapes) < 2 or not moderate(shapes):
        return
    if layer.name == "MatMul":
        yield Attempt("Insert Transpose", inserts=((1, (layer_of("Transpose"),)),))
        yield Attempt("Insert Linear", inserts=((0, (layer_of("Linear", out_features=shapes[1][-2:][0]),)),))
    if layer.name == "Concat":
        yield from _joined(layer, shapes)
    for main in mains:
        words = "Add projection" if main == mains[0] else f"Add projection to {written(shapes[main])}"
        yield from _projected(shapes, main, words)
    if layer.name in ("Add", "Multiply", "Subtract"):
        yield Attempt("Use Concat", layer=layer_of("Concat"))


def _projected(shapes: tuple[Shape, ...], main: int, words: str) -> Iterator[Attempt]:
    """All inputs brought to the shape of one."""
    chains = [(port, _chain(shape, shapes[main])) for port, shape in enumerate(shapes) if shape != shapes[main]]
    inserts = tuple((port, layers) for port, layers in chains if layers)
    if inserts and len(inserts) == len(chains):
        yield Attempt(words, inserts=inserts)


def _chain(have: Shape, want: Shape) -> tuple[Entry, ...]:
    """Layers that bring one shape to another; () where none are known."""
    if len(have) == len(want) == 1:
        return (layer_of("Linear", out_features=want[0]),)
    if len(want) == 1:
        return layer_of("Flatten"), layer_of("Linear", out_features=want[0])
    if len(have) == len(want) == 3:
        return _image(have, want)
    if len(have) == len(want) == 2:
        if have[0] == want[0]:
            return (layer_of("Linear", out_features=want[1]),)
        stride = _stride(have[1], want[1])
        fine = (layer_of("Conv1d", out_channels=want[0], kernel_size=1, stride=stride or 1, padding=0),)
        return fine if stride else (*fine, layer_of("AdaptiveAvgPool1d", output_size=want[1]))
    return ()


def _image(have: Shape, want: Shape) -> tuple[Entry, ...]:
    """A 1 × 1 convolution with a stride, else one behind a pooling or before an enlargement."""
    strides = tuple(_stride(size, goal) for size, goal in zip(have[1:], want[1:], strict=True))
    if all(strides):
        stride = strides[0] if strides[0] == strides[1] else strides
        return (layer_of("Conv2d", out_channels=want[0], kernel_size=1, stride=stride, padding=0),)
    resize = _resized(have, want)
    if have[0] == want[0]:
        return resize
    return layer_of("Conv2d", out_channels=want[0], kernel_size=1, stride=1, padding=0), *resize


def _stride(size: int, goal: int) -> int:
    """The least stride with which a kernel of 1 makes `goal` places of `size`; 0 for none."""
    return next((step for step in range(1, size + 1) if (size - 1) // step + 1 == goal), 0)


def _resized(have: Shape, want: Shape) -> tuple[Entry, ...]:
    """Another height and width for the same channels."""
    factors = {goal / size for size, goal in zip(have[1:], want[1:], strict=True)}
    if len(factors) == 1 and (factor := factors.pop()) > 1 and factor == int(factor):
        return (layer_of("Upsample", scale_factor=factor),)
    return (layer_of("AdaptiveAvgPool2d", output_size=want[1:]),)


def _joined(layer: Entry, shapes: tuple[Shape, ...]) -> Iterator[Attempt]:
    """Inputs of Concat brought to the same rank, and to the same sizes beside the one that grows."""
    if len({len(shape) for shape in shapes}) > 1:
        flat = tuple((port, (layer_of("Flatten"),)) for port, shape in enumerate(shapes) if len(shape) > 1)
        yield Attempt("Insert Flatten", inserts=flat)
        return
    if len(shapes[0]) == 3 and layer.values()["dim"] == 1:
        smallest = min(shapes, key=lambda shape: shape[1:])
        chains = [(i, _resized(one, smallest)) for i, one in enumerate(shapes) if one[1:] != smallest[1:]]
        yield Attempt(f"Resize to {written(smallest[1:])}", inserts=tuple(chains))
    flat = tuple((port, (layer_of("Flatten"),)) for port, shape in enumerate(shapes) if len(shape) > 1)
    yield Attempt("Insert Flatten", inserts=flat)
