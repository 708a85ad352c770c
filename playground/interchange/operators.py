"""Operators as layers of the catalog; what both formats have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from playground.interchange.draft import Draft, Tensors, Unfit, layer
from playground.spec.entry import Shape


@dataclass(frozen=True)
class Operation:
    """One operator of a model: the draft it joins, the value it gives, and what it is to be called."""

    draft: Draft
    value: str
    stem: str

    def add(self, name: str, sources: Sequence[str], weights: Tensors | None = None, **fields: Any) -> None:
        """Add a layer of the catalog; see `Draft.add`."""
        self.draft.add(self.value, layer(name, **fields), sources, weights, self.stem)

    def before(self, name: str, source: str, **fields: Any) -> str:
        """Add a layer in front of the operator, and return what it gives."""
        value = f"{self.value}/{name}"
        self.draft.add(value, layer(name, **fields), [source], None, f"{self.stem}.{name.lower()}")
        return value

    def passes(self, source: str) -> None:
        """The operator changes nothing."""
        self.draft.same(self.value, source)

    def shape(self, source: str) -> Shape:
        """The shape of a value without the batch."""
        return self.draft.shape(source)


def sides(values: Sequence[int], axes: int) -> Any:
    """One number where all sides agree, as the catalog has it."""
    whole = list(values) * axes if len(values) == 1 else list(values)
    if len(whole) != axes:
        raise Unfit(f"it has {len(whole)} sides and needs {axes}")
    return whole[0] if len(set(whole)) == 1 else whole


def named(**tensors: torch.Tensor | None) -> dict[str, torch.Tensor]:
    """Weights by name, without those that are not there."""
    return {name: value for name, value in tensors.items() if value is not None}


@dataclass(frozen=True)
class Window:
    """How a window slides; `before` and `after` are what is put around each axis."""

    stride: Sequence[int] = (1,)
    before: Sequence[int] = (0,)
    after: Sequence[int] = (0,)
    dilation: Sequence[int] = (1,)

    def fields(self, axes: int) -> dict[str, Any]:
        """As fields of a layer."""
        return {
            "stride": sides(self.stride, axes),
            "padding": sides(self.before, axes),
            "dilation": sides(self.dilation, axes),
        }


def padded(op: Operation, source: str, window: Window, axes: int) -> tuple[str, Window]:
    """Where an axis has more zeros at one end, they become a layer of their own."""
    before, after = list(window.before), list(window.after)
    if before == after:
        return source, window
    if axes != 2:
        raise Unfit("it pads one end more than the other")
    (top, left), (bottom, right) = ((two * 2)[:2] for two in (before, after))
    value = op.before("ZeroPad2d", source, left=left, right=right, top=top, bottom=bottom)
    return value, Window(window.stride, (0,), (0,), window.dilation)


def convolution(
    op: Operation, source: str, weight: torch.Tensor, bias: torch.Tensor | None, window: Window, groups: int
) -> None:
    """A convolution over one or two axes; `weight` is (out, in / groups, …)."""
    axes = weight.ndim - 2
    if axes not in (1, 2):
        raise Unfit(f"it is a convolution over {axes} axes")
    source, window = padded(op, source, window, axes)
    op.add(
        f"Conv{axes}d",
        [source],
        named(weight=weight, bias=bias),
        out_channels=len(weight),
        kernel_size=sides(weight.shape[2:], axes),
        groups=groups,
        bias=bias is not None,
        **window.fields(axes),
    )


def transposed(
    op: Operation,
    source: str,
    weight: torch.Tensor,
    bias: torch.Tensor | None,
    window: Window,
    groups: int,
    more: Sequence[int],
) -> None:
    """A transposed convolution; `weight` is (in, out / groups, …), `more` the output padding."""
    axes = weight.ndim - 2
    if axes not in (1, 2) or list(window.before) != list(window.after):
        raise Unfit("it is no transposed convolution of the catalog")
    op.add(
        f"ConvTranspose{axes}d",
        [source],
        named(weight=weight, bias=bias),
        out_channels=weight.shape[1] * groups,
        kernel_size=sides(weight.shape[2:], axes),
        output_padding=sides(more, axes),
        groups=groups,
        bias=bias is not None,
        **window.fields(axes),
    )


def linear(op: Operation, source: str, weight: torch.Tensor, bias: torch.Tensor | None) -> None:
    """A dense layer; `weight` is (out, in)."""
    if weight.ndim != 2 or (bias is not None and bias.shape != weight.shape[:1]):
        raise Unfit("its weights are no matrix")
    op.add(
        "Linear",
        [source],
        named(weight=weight.contiguous(), bias=bias),
        out_features=len(weight),
        bias=bias is not None,
    )


def batch_norm(op: Operation, source: str, weights: dict[str, torch.Tensor], momentum: float, eps: float) -> None:
    """Batch normalisation with running averages; `weights` by PyTorch's names."""
    name = "BatchNorm2d" if len(op.shape(source)) == 3 else "BatchNorm1d"
    counted = {"num_batches_tracked": torch.zeros((), dtype=torch.int64)}
    op.add(name, [source], {**counted, **weights}, momentum=momentum, eps=eps, affine="weight" in weights)


def pool(op: Operation, name: str, source: str, kernel: Sequence[int], window: Window, **fields: Any) -> None:
    """Pooling by windows; `name` is "MaxPool" or "AvgPool"."""
    axes = len(op.shape(source)) - 1
    if axes not in (1, 2) or list(window.before) != list(window.after):
        raise Unfit("it pads one end more than the other")
    found = window.fields(axes)
    if name == "AvgPool" and found.pop("dilation") != 1:
        raise Unfit("its window has gaps")
    op.add(f"{name}{axes}d", [source], kernel_size=sides(kernel, axes), **found, **fields)


def adaptive_pool(op: Operation, name: str, source: str, size: Sequence[int]) -> None:
    """Pooling to a size; `name` is "AdaptiveAvgPool" or "AdaptiveMaxPool"."""
    axes = len(op.shape(source)) - 1
    op.add(f"{name}{axes}d", [source], output_size=sides(size, axes))


def reduce(op: Operation, source: str, axes: Sequence[int], keep: bool, kind: str) -> None:
    """The mean or the largest number ("Avg", "Max") over axes; axis 0 is the batch."""
    shape = op.shape(source)
    over = sorted(axis % (len(shape) + 1) for axis in axes)
    if over == [1] and len(shape) == 2 and not keep:
        op.add("PoolOverTime", [source], mode="mean" if kind == "Avg" else "max")
        return
    if over != list(range(2, len(shape) + 1)) or len(shape) not in (2, 3):
        raise Unfit("it works on other axes than all places")
    name = f"Adaptive{kind}Pool{len(shape) - 1}d"
    if keep:
        op.add(name, [source], output_size=1)
    else:
        op.add("Flatten", [op.before(name, source, output_size=1)])


def cast(op: Operation, source: str, fractions: bool) -> None:
    """Another type of numbers; what the input gives may be taken to be whole already."""
    part = op.draft.parts.get(op.draft.value(source))
    if not fractions and (part is None or part.layer.name != "Input"):
        raise Unfit("it cuts numbers to whole ones")
    op.passes(source)


def reshape(op: Operation, source: str, wanted: Sequence[int]) -> None:
    """Another shape for each sample, −1 for at most one side; what it was already is no layer."""
    shape = op.shape(source)
    free = [place for place, size in enumerate(wanted) if size < 0]
    fixed = math.prod(size for size in wanted if size >= 0)
    if len(free) > 1 or fixed == 0 or math.prod(shape) % fixed:
        raise Unfit("it mixes samples")
    sizes = tuple(math.prod(shape) // fixed if size < 0 else int(size) for size in wanted)
    if math.prod(sizes) != math.prod(shape):
        raise Unfit("it mixes samples")
    if sizes == shape:
        op.passes(source)
    elif len(sizes) == 1:
        op.add("Flatten", [source])
    else:
        op.add("Reshape", [source], shape=sizes)


def whole_shape(op: Operation, source: str, sizes: Sequence[int | None], batch: int | None) -> list[int]:
    """The sizes of a sample from the sizes of a batch; None stands for the size of the batch itself."""
    first, rest = sizes[0], list(sizes[1:])
    if any(size is None for size in rest) or not rest:
        raise Unfit("it mixes samples")
    inner = [size for size in rest if size is not None]
    same = first is None or first == batch
    if same or (first == -1 and -1 not in inner and math.prod(inner) == math.prod(op.shape(source))):
        return inner
    raise Unfit("it mixes samples")


def permute(op: Operation, source: str, order: Sequence[int]) -> None:
    """Axes in another order; the batch must stay first."""
    most = len(op.shape(source)) + 1
    places = [axis % most for axis in order]
    if places[0] != 0 or len(places) != most:
        raise Unfit("it moves the batch")
    moved = [axis for axis, here in enumerate(places) if axis != here]
    if not moved:
        op.passes(source)
    elif len(moved) == 2:
        op.add("Transpose", [source], dim0=moved[0], dim1=moved[1])
    else:
        op.add("Permute", [source], dims=places[1:])


def merge(op: Operation, name: str, sources: Sequence[str]) -> None:
    """Add, Multiply, Subtract: as many axes in each, for the catalog and PyTorch fill up at other ends."""
    if len({len(op.shape(source)) for source in sources}) > 1:
        raise Unfit("its inputs have different numbers of axes")
    op.add(name, sources)


def concat(op: Operation, sources: Sequence[str], axis: int) -> None:
    """Inputs behind one another along an axis; axis 0 is the batch."""
    if len(sources) == 1:
        op.passes(sources[0])
        return
    axis %= len(op.shape(sources[0])) + 1
    if axis == 0:
        raise Unfit("it joins batches")
    op.add("Concat", sources, dim=axis)


def along_last(op: Operation, name: str, source: str, axis: int) -> None:
    """Softmax and its like, which the catalog has along the last axis."""
    if axis % (len(op.shape(source)) + 1) != len(op.shape(source)):
        raise Unfit("it works along another axis than the last")
    op.add(name, [source])


def add_bias(op: Operation, source: str, constant: torch.Tensor) -> bool:
    """Put a constant that is added to a dense layer without bias into that layer; False where it cannot be."""
    part = op.draft.parts.get(op.draft.value(source))
    if part is None or part.layer.name != "Linear" or part.layer.values()["bias"] or part.activation is not None:
        return False
    flat = constant.reshape(-1)
    if flat.shape != part.weights["weight"].shape[:1] or constant.shape[-1:] != flat.shape:
        return False
    part.layer = part.layer.with_values(bias=True)
    part.weights = {**part.weights, "bias": flat}
    op.passes(source)
    return True


def positional(op: Operation, source: str, constant: torch.Tensor) -> None:
    """A constant row for each place of a sequence, added to it."""
    op.add("PositionalEmbedding", [source], {"weight": constant.reshape(op.shape(source))})


def upsample(op: Operation, source: str, factors: Sequence[float], mode: str, align: bool) -> None:
    """Enlarging by one factor along all axes."""
    if len(set(factors)) != 1:
        raise Unfit("it enlarges axes by different factors")
    op.add("Upsample", [source], scale_factor=float(factors[0]), mode=mode, align_corners=align)
