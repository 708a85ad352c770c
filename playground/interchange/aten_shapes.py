"""ATen operators that rearrange and join, as layers of the catalog, one function each."""

from __future__ import annotations

from collections.abc import Callable

import torch

from playground.interchange import operators, recurrent
from playground.interchange.calls import Call, Ref
from playground.interchange.draft import Unfit

FLOATS = (6, 7, 8, 13)
"""Numbers of the types with fractions."""
END = 2**62
"""A slice to the end, as ATen writes it."""


def flatten(call: Call) -> None:
    source = call.source("self")
    most = len(call.op.shape(source)) + 1
    start, end = int(call.number("start_dim", 0)) % most, int(call.number("end_dim", -1)) % most
    if start == 0:
        raise Unfit("it mixes samples")
    if start == end:
        call.op.passes(source)
    else:
        call.op.add("Flatten", [source], start_dim=start, end_dim=-1 if end == most - 1 else end)


def view(call: Call) -> None:
    source = call.source("self")
    sizes = operators.whole_shape(call.op, source, call.sizes("shape" if "shape" in call.args else "size"), call.batch)
    operators.reshape(call.op, source, sizes)


def unflatten(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axis = int(call.number("dim", 1)) % (len(shape) + 1)
    if axis == 0:
        raise Unfit("it mixes samples")
    shape[axis - 1 : axis] = call.ints("sizes")
    operators.reshape(call.op, call.source("self"), shape)


def squeeze(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axes = {axis % (len(shape) + 1) for axis in call.ints("dim", range(1, len(shape) + 1))}
    if 0 in axes:
        raise Unfit("it mixes samples")
    kept = [size for axis, size in enumerate(shape, 1) if axis not in axes or size != 1]
    operators.reshape(call.op, call.source("self"), kept)


def unsqueeze(call: Call) -> None:
    shape = list(call.op.shape(call.source("self")))
    axis = int(call.number("dim", 1)) % (len(shape) + 2)
    if axis == 0:
        raise Unfit("it moves the batch")
    shape.insert(axis - 1, 1)
    operators.reshape(call.op, call.source("self"), shape)


def permute(call: Call) -> None:
    operators.permute(call.op, call.source("self"), call.ints("dims"))


def transpose(call: Call) -> None:
    source = call.source("self")
    order = list(range(len(call.op.shape(source)) + 1))
    a, b = int(call.number("dim0", 0)) % len(order), int(call.number("dim1", 1)) % len(order)
    order[a], order[b] = order[b], order[a]
    operators.permute(call.op, source, order)


def passes(call: Call) -> None:
    call.op.passes(call.source("self", "input"))


def to(call: Call) -> None:
    """Another type or device: nothing, but where numbers would be cut to whole ones."""
    operators.cast(call.op, call.source("self"), call.args.get("dtype") in (None, *FLOATS))


def add(call: Call) -> None:
    if call.number("alpha", 1) != 1:
        raise Unfit("it scales")
    other = call.args.get("other")
    if isinstance(other, int | float):
        if other:
            raise Unfit("it adds a number")
        call.op.passes(call.source("self"))
        return
    signals = sorted((call.source("self"), call.source("other")), key=call.draft.is_signal, reverse=True)
    if call.draft.is_signal(signals[1]):
        operators.merge(call.op, "Add", (call.source("self"), call.source("other")))
    elif not operators.add_bias(call.op, signals[0], constant := call.draft.constant(signals[1])):
        operators.positional(call.op, signals[0], constant)


def two(call: Call, name: str) -> None:
    if not isinstance(call.args.get("other"), Ref):
        raise Unfit("it works with a number")
    if call.number("alpha", 1) != 1:
        raise Unfit("it scales")
    operators.merge(call.op, name, (call.source("self"), call.source("other")))


def cat(call: Call) -> None:
    if not recurrent.both_ends(call):
        operators.concat(call.op, call.sources("tensors"), int(call.number("dim", 0)))


def select(call: Call) -> None:
    if recurrent.hidden(call):
        return
    source, index = call.source("self"), int(call.number("index", 0))
    shape = call.op.shape(source)
    if int(call.number("dim", 0)) % (len(shape) + 1) != 1 or index not in (-1, shape[0] - 1):
        raise Unfit("it takes another step than the last")
    call.op.add("TakeLast", [source])


def cut(call: Call) -> None:
    source, axis = call.source("self"), int(call.number("dim", 0))
    size = ((call.batch or 0), *call.op.shape(source))[axis]
    start, end = call.args.get("start") or 0, call.args.get("end")
    if start != 0 or call.args.get("step", 1) != 1 or (isinstance(end, int) and end < (size or END)):
        raise Unfit("it takes a part")
    call.op.passes(source)


def pad(call: Call) -> None:
    pad = call.ints("pad")
    value = call.args.get("value") or 0
    if call.args.get("mode", "constant") != "constant" or value != 0 or len(pad) not in (2, 4):
        raise Unfit("it pads with something else than zeros")
    left, right, top, bottom = (*pad, 0, 0)[:4]
    call.op.add("ZeroPad2d", [call.source("self")], left=left, right=right, top=top, bottom=bottom)


def _constant(call: Call, compute: Callable[[torch.Tensor], torch.Tensor]) -> None:
    call.draft.constants[call.outputs[0]] = compute(call.draft.constant(call.source("self")))


def of_constants(call: Call) -> bool:
    """Compute what depends on constants alone and only rearranges them; False for everything else."""
    known: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
        "t": lambda x: x.t(),
        "detach": lambda x: x,
        "alias": lambda x: x,
        "to": lambda x: x,
        "lift_fresh_copy": lambda x: x,
        "clone": lambda x: x,
        "contiguous": lambda x: x,
        "permute": lambda x: x.permute(call.ints("dims")),
        "transpose": lambda x: x.transpose(int(call.number("dim0", 0)), int(call.number("dim1", 1))),
        "unsqueeze": lambda x: x.unsqueeze(int(call.number("dim", 0))),
        "slice": lambda x: x[_span(call, x)],
    }
    signals = call.signals()
    if call.target not in known or len(signals) != 1 or call.draft.value(signals[0]) not in call.draft.constants:
        return False
    _constant(call, known[call.target])
    return True


def _span(call: Call, x: torch.Tensor) -> tuple[slice, ...]:
    axis = int(call.number("dim", 0)) % x.ndim
    start, end = (call.args.get(name) for name in ("start", "end"))
    return (slice(None),) * axis + (slice(start, end, int(call.number("step", 1))),)
