"""What an ONNX graph computes from constants alone, such as sizes and turned weights."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch

from playground.interchange.draft import Unfit
from playground.interchange.onnx_file import type_of
from playground.interchange.onnx_node import OnnxNode

MAX_COUNT = 64_000_000
SMALL = 4096
TURNED = "/turned"
"""Behind a value: it with the batch as second axis, (L, N, E)."""
SIDES = "/sides"
"""Behind a recurrent layer: its states with directions behind the batch, (L, N, directions, H)."""
BATCH = 0
"""Stands for the size of the batch in a shape that is computed, as it does in a Reshape."""

Compute = Callable[[OnnxNode, list[torch.Tensor]], torch.Tensor]


def computed(node: OnnxNode) -> bool:
    """Compute an operator of constants; False where it depends on the model's input, or is none of those here."""
    if node.kind == "Constant":
        _store(node, _constant(node))
    elif node.kind == "Shape" and (sizes := _sizes(node)):
        _store(node, _span(node, torch.tensor(sizes)))
    elif node.kind in COMPUTE and node.signals() and all(map(node.draft.is_constant, node.signals())):
        _store(node, COMPUTE[node.kind](node, [node.draft.constant(name) for name in node.signals()]))
    else:
        return False
    return True


def _sizes(node: OnnxNode) -> list[int]:
    """The shape of a value that depends on the model's input, with the batch at its place; [] for others."""
    value = node.draft.value(node.input(0))
    if node.draft.is_signal(value):
        return [BATCH, *node.draft.shape(value)]
    if value.endswith(TURNED):
        length, *rest = node.draft.shape(value.removesuffix(TURNED))
        return [length, BATCH, *rest]
    if value.endswith(SIDES):
        layer = node.draft.parts[value.removesuffix(SIDES)].layer.values()
        length, _ = node.draft.shape(value.removesuffix(SIDES))
        return [length, BATCH, 1 + layer["bidirectional"], layer["hidden_size"]]
    return []


def _store(node: OnnxNode, value: torch.Tensor) -> None:
    if value.numel() > MAX_COUNT:
        raise Unfit("a constant is too large")
    node.draft.constants[node.outputs[0]] = value


def _constant(node: OnnxNode) -> torch.Tensor:
    for name, value in node.attributes.items():
        if isinstance(value, torch.Tensor):
            return value
        if name.startswith("value_") and isinstance(value, int | float | list):
            return torch.tensor(value)
    raise Unfit("it is no tensor")


def _span(node: OnnxNode, shape: torch.Tensor) -> torch.Tensor:
    """From version 15 on a Shape may leave sizes out."""
    end = node.attributes.get("end")
    return shape[int(node.number("start", 0)) : end if isinstance(end, int) else None]


def _cast(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    kind = type_of(int(node.number("to", 1)))
    if kind is None:
        raise Unfit("it casts to a type of its own")
    return given[0].to(kind[0])


def _transpose(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    return given[0].permute(node.ints("perm", range(given[0].ndim - 1, -1, -1)))


def _reshape(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    sizes = [given[0].shape[i] if size == 0 else int(size) for i, size in enumerate(given[1].tolist())]
    return given[0].reshape(sizes)


def _unsqueeze(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    value = given[0]
    most = value.ndim + len(axes := node.ints("axes", index=1))
    for axis in sorted(axis % most for axis in axes):
        value = value.unsqueeze(axis)
    return value


def _squeeze(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    axes = node.ints("axes", index=1)
    return given[0].squeeze(tuple(axes)) if axes else given[0].squeeze()


def _concat(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    return torch.cat(given, dim=int(node.number("axis", 0)))


def _gather(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    axis, index = int(node.number("axis", 0)), given[1].long()
    if given[0].numel() > SMALL and index.numel() > SMALL:
        raise Unfit("a constant is too large")
    found = given[0].index_select(axis, index.reshape(-1) % given[0].shape[axis])
    return found.reshape([*given[0].shape[:axis], *index.shape, *given[0].shape[axis + 1 :]])


def _slice(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    value, starts, ends = given[0], node.ints("starts", index=1), node.ints("ends", index=2)
    axes, steps = node.ints("axes", range(len(starts)), index=3), node.ints("steps", [1] * len(starts), index=4)
    for axis, start, end, step in zip(axes, starts, ends, steps, strict=True):
        value = value[(slice(None),) * (axis % value.ndim) + (slice(start, end, step),)]
    return value


def _filled(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    sizes = [int(size) for size in given[0].tolist()]
    if math.prod(sizes) > SMALL**2:
        raise Unfit("a constant is too large")
    value = node.attributes.get("value")
    fill = value.reshape(-1)[0] if isinstance(value, torch.Tensor) else torch.zeros(())
    return fill.expand(sizes) if sizes else fill


def _expand(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
    """Only zeros are ever expanded over the batch, as first states of recurrent layers; they need no size."""
    if given[0].any():
        raise Unfit("it repeats a constant")
    return torch.zeros(1)


def _arithmetic(compute: Callable[..., torch.Tensor]) -> Compute:
    def run(node: OnnxNode, given: list[torch.Tensor]) -> torch.Tensor:
        if (
            math.prod(max(given, key=torch.Tensor.numel).shape) > MAX_COUNT
            or len({len(x.shape) for x in given} - {0}) > 1
        ):
            raise Unfit("constants do not fit")
        return compute(*given)

    return run


COMPUTE: dict[str, Compute] = {
    "Add": _arithmetic(torch.add),
    "Cast": _cast,
    "Concat": _concat,
    "ConstantOfShape": _filled,
    "Div": _arithmetic(lambda a, b: torch.div(a, b, rounding_mode=None if a.is_floating_point() else "floor")),
    "Expand": _expand,
    "Gather": _gather,
    "Identity": lambda _, given: given[0],
    "Mul": _arithmetic(torch.mul),
    "Neg": lambda _, given: -given[0],
    "ReduceProd": lambda _, given: given[0].prod().reshape(1),
    "Reshape": _reshape,
    "Slice": _slice,
    "Sqrt": lambda _, given: given[0].sqrt(),
    "Squeeze": _squeeze,
    "Sub": _arithmetic(torch.sub),
    "Transpose": _transpose,
    "Unsqueeze": _unsqueeze,
}
