"""One layer on the meta device: its output shape, parameters and multiply-accumulates, without computing anything."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from playground.engine.network import construct
from playground.engine.operations import unit_axes
from playground.spec.entry import Entry, Shape

BATCH = 2
"""Samples in the dry run: one would be refused by batch normalisation."""

aten = torch.ops.aten
_NAMES = sorted(
    set(torch.nn.modules.activation.__all__) - {"GLU", "MultiheadAttention", "PReLU", "Softmax2d", "Threshold"}
)
_BENDING = tuple(kind for name in _NAMES if "dim" not in inspect.signature(kind := getattr(torch.nn, name)).parameters)
KEEPING = (torch.nn.Dropout, *_BENDING)
"""Modules that give as many numbers as they take, each from its own, whatever the shape."""


@dataclass(frozen=True)
class Facts:
    """What a dry run found; `error` is a sentence, "" when the layer works.

    `numbers` are those that the layer and the activation behind it write per sample: a mere view of the input, such as
    that of Flatten, writes none. `units` is how many units the layer has, `row` how many parameters belong to each.
    `tensors` are the layer's own parameters by name and shape.
    """

    shape: Shape | None
    parameters: int = 0
    macs: int = 0
    error: str = ""
    numbers: int = 0
    units: int = 0
    row: int = 0
    tensors: tuple[tuple[str, Shape], ...] = ()


class MacCounter(TorchDispatchMode):  # type: ignore[no-untyped-call]  # torch leaves it untyped
    """Counts the multiply-accumulates of matrix products and convolutions."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as above
        self.macs = 0

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        out = func(*args, **(kwargs or {}))
        packet = func.overloadpacket
        if packet in (aten.mm, aten.bmm):
            self.macs += out.numel() * args[0].shape[-1]
        elif packet in (aten.addmm, aten.baddbmm):
            self.macs += out.numel() * args[1].shape[-1]
        elif packet is aten.convolution:
            weight = args[1]
            moved = args[0] if args[6] else out  # a transposed convolution applies the kernel at each input
            self.macs += moved.numel() // moved.shape[1] * weight.numel()
        return out


@lru_cache(maxsize=4096)
def dry_run(layer: Entry, activation: Entry | None, shapes: tuple[Shape, ...]) -> Facts:
    """Try a layer, and the activation behind it, on inputs of these shapes (without the batch)."""
    reason: str = getattr(layer, "fits", lambda *_: "")(*shapes)
    if reason:
        return Facts(None, error=reason)
    counter = MacCounter()
    inputs = [torch.empty(BATCH, *shape, device="meta") for shape in shapes]
    found = _attempt(layer, shapes, inputs, counter)
    if isinstance(found, str):
        return Facts(None, error=found)
    out, parameters, numbers = found.out, found.parameters, _written(found.out, inputs)
    if activation is not None:
        after = _attempt(activation, (tuple(out.shape[1:]),), [out], counter)
        if isinstance(after, str):
            return Facts(None, parameters, error=after)
        numbers += _written(after.out, [out])
        out, parameters = after.out, parameters + after.parameters
    shape = tuple(out.shape[1:])
    return Facts(shape, parameters, counter.macs // BATCH, "", numbers // BATCH, found.units, found.row, found.tensors)


@dataclass(frozen=True)
class _Tried:
    """What a module gave, how many parameters it has and belong to one of its units, and their names and shapes."""

    out: torch.Tensor
    parameters: int
    units: int
    row: int
    tensors: tuple[tuple[str, Shape], ...]


def _written(out: torch.Tensor, inputs: list[torch.Tensor]) -> int:
    """Numbers that were written; none when the output lies in the storage of an input."""
    storage = out.untyped_storage()._cdata
    return 0 if any(storage == one.untyped_storage()._cdata for one in inputs) else out.numel()


def _attempt(layer: Entry, shapes: tuple[Shape, ...], inputs: list[torch.Tensor], counter: MacCounter) -> _Tried | str:
    try:
        with torch.device("meta"):
            module = construct(layer, shapes)
            with torch.no_grad():
                out = _given(module, inputs, counter)
    except (RuntimeError, ValueError, TypeError, IndexError, OverflowError) as error:
        return _plain(layer, shapes, str(error), lambda: layer.args(*shapes))
    units, row = _units(module)
    tensors = tuple((name, tuple(value.shape)) for name, value in module.named_parameters())
    return _Tried(out, sum(count(shape) for _, shape in tensors), units, row, tensors)


def _given(module: torch.nn.Module, inputs: list[torch.Tensor], counter: MacCounter) -> torch.Tensor:
    """What a module gives, its multiply-accumulates counted.

    Dense layers and activation functions are worked out here: on the meta device PyTorch loads its compiler for them,
    which takes a second, and many experiments can be planned without.
    """
    first = inputs[0]
    if type(module) is torch.nn.Linear and len(inputs) == 1 and first.shape[-1] == module.in_features:
        out = torch.empty(*first.shape[:-1], module.out_features, device="meta")
        counter.macs += out.numel() * module.in_features
        return out
    if isinstance(module, KEEPING):
        return torch.empty(*first.shape, device="meta")
    with counter:
        found: torch.Tensor = _stepwise(module, inputs, counter) if recurrent(module) else module(*inputs)
    return found


def recurrent(module: torch.nn.Module) -> bool:
    """Whether a module goes through sequences (N, L, E) step by step."""
    return isinstance(module, torch.nn.RNNBase)


def _stepwise(module: torch.nn.Module, inputs: list[torch.Tensor], counter: MacCounter) -> torch.Tensor:
    """What a recurrent module gives: one step stands for all, for a thousand of them would take seconds."""
    steps, before = inputs[0].shape[1], counter.macs
    out: torch.Tensor = module(inputs[0][:, :1], *inputs[1:])
    counter.macs = before + (counter.macs - before) * steps
    return out.expand(-1, steps, -1) if out.ndim == 3 else out


def _units(module: torch.nn.Module) -> tuple[int, int]:
    """How many units a module has, and how many parameters belong to each of them."""
    axes = unit_axes(module)
    if not axes:
        return 0, 0
    own = dict(module.named_parameters(recurse=False))
    units = own["weight"].shape[axes["weight"]]
    return units, sum(own[name].numel() // units for name in axes if name in own)


def _plain(layer: Entry, shapes: tuple[Shape, ...], raw: str, args: Callable[[], dict[str, Any]]) -> str:
    """One sentence for a person in place of PyTorch's own words."""
    if "overflow" in raw.lower() or "too large" in raw.lower() or "integer" in raw.lower():
        sizes = [value for value in args().values() if type(value) is int]
        return f"{layer.title} of {' × '.join(f'{size:,}' for size in sizes)} has more numbers than any memory holds."
    listed = " and ".join(written(shape) for shape in shapes)
    return f"{layer.title} cannot take {'inputs' if len(shapes) > 1 else 'an input'} of shape {listed}."


def written(shape: Shape) -> str:
    """A shape for people: "8" or "1 × 8 × 8"."""
    return " × ".join(map(str, shape)) or "1"


def count(shape: Shape) -> int:
    """Numbers in a tensor of that shape."""
    return math.prod(shape)
