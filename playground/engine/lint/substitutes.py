"""What may make a layer fit: other values, another layer in its place, or a layer before it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.engine.dryrun import written
from playground.spec.entry import Entry, Shape, fields_of, make
from playground.spec.errors import ParamError
from playground.spec.fixes import JSON

HUGE = 10**6
MODEST = 1024
WORDS = {("start_dim", "end_dim"): "Join all axes", ("left", "right", "top", "bottom"): "Cut nothing off"}
"""What is said of several values at once."""


@dataclass(frozen=True)
class Attempt:
    """Something to try: another `layer`, layers to insert before ports, or other `changes` that give `shape`."""

    label: str
    layer: Entry | None = None
    inserts: tuple[tuple[int, tuple[Entry, ...]], ...] = ()
    shape: Shape | None = None
    changes: tuple[JSON, ...] = ()


def layer_of(name: str, **values: Any) -> Entry:
    """A layer of the catalog."""
    return make("layer", {"entry": name, **values})


def moderate(shapes: tuple[Shape, ...]) -> bool:
    """Whether no size is beyond what the fields of layers take."""
    return all(size <= HUGE for shape in shapes for size in shape)


def attempts(layer: Entry, shapes: tuple[Shape, ...]) -> Iterator[Attempt]:
    """What to try for a layer with inputs of these shapes, the likeliest first."""
    for values in filter(None, _values(layer, shapes)):
        try:
            changed = layer.with_values(**values)
        except ParamError:
            continue  # a field or a value that this layer may not have
        yield Attempt(_words(layer, values), layer=changed)
    if len(shapes) == 1 and moderate(shapes):
        yield from _other_layer(layer, shapes[0])
        yield from before(shapes[0])


def _words(layer: Entry, values: Mapping[str, Any]) -> str:
    if said := WORDS.get(tuple(values)):
        return said
    known = fields_of(type(layer))
    parts = []
    for name, value in values.items():
        label = known[name][0].label or name.replace("_", " ")
        size = written(value) if isinstance(value, tuple) else f"{value:g}" if isinstance(value, float) else f"{value}"
        parts.append((label.lower(), size))
    (label, size), *others = parts
    if not others:
        return f"Set {label} to {size}"
    if len(others) == 1:
        return f"Set {label} to {size} and {others[0][0]} to {others[0][1]}"
    return f"Set {', '.join(name for name, _ in parts)} to {size}"  # several are only ever set to the same


# --- another layer -------------------------------------------------------------------------------------------------


def _other_layer(layer: Entry, shape: Shape) -> Iterator[Attempt]:
    """The same for another number of axes, else what does alike for a row."""
    name, values = layer.name, layer.values()
    for one, other in (("1d", "2d"), ("2d", "1d")):
        sibling = name.replace(one, other)
        if sibling != name and sibling in Entry.registry["layer"]:
            known = fields_of(Entry.registry["layer"][sibling])
            kept = {key: _along(value, other) for key, value in values.items() if key in known}
            try:
                swapped = layer_of(sibling, **kept)
            except ParamError:
                continue  # its values do not go together there
            yield Attempt(f"Use {swapped.title}", layer=swapped)
    if name == "InstanceNorm2d":
        yield Attempt("Use Layer norm", layer=layer_of("LayerNorm"))
    if "out_channels" in values and len(shape) == 1:
        yield Attempt("Use Linear", layer=layer_of("Linear", out_features=values["out_channels"]))


def _along(value: Any, axes: str) -> Any:
    """A value for so many axes: where there is but one, what it was for the first."""
    return value[0] if axes == "1d" and isinstance(value, tuple) else value


def _narrow(value: Any) -> Any:
    return value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value


# --- a layer before ------------------------------------------------------------------------------------------------


def before(shape: Shape) -> Iterator[Attempt]:
    """Layers that give what comes in another form."""
    flatten = layer_of("Flatten")
    if len(shape) > 1:
        yield _insert("Insert Flatten", flatten)
    if len(shape) == 3:
        pool = layer_of("AdaptiveAvgPool2d", output_size=1)
        yield _insert("Insert average pooling and Flatten", pool, flatten)
        steps = (layer_of("Flatten", start_dim=2), layer_of("Transpose", dim0=1, dim1=2))
        yield _insert("Make a sequence of its places", *steps)
    if len(shape) == 2:
        yield _insert(f"Insert Reshape to {written((1, *shape))}", layer_of("Reshape", shape=(1, *shape)))
    if len(shape) == 1:
        for form in _forms(shape[0]):
            yield _insert(f"Insert Reshape to {written(form)}", layer_of("Reshape", shape=form))


def _forms(count: int) -> Iterator[Shape]:
    """Images and sequences of so many numbers."""
    for channels in (1, 3):
        side = math.isqrt(count // channels)
        if side > 1 and channels * side * side == count:
            yield channels, side, side
    yield 1, count
    yield count, 1
    yield count, 1, 1


def _insert(label: str, *layers: Entry) -> Attempt:
    return Attempt(label, inserts=((0, layers),))


# --- other values --------------------------------------------------------------------------------------------------


def _values(layer: Entry, shapes: tuple[Shape, ...]) -> Iterator[dict[str, Any]]:
    """Values of fields that may fit, by what the field means."""
    have, shape = layer.values(), shapes[0]
    channels = shape[0] if shape else 1
    if "groups" in have:
        yield {"groups": math.gcd(channels, int(have.get("out_channels", channels)), int(have["groups"]))}
        yield {"groups": 1}
    for heads in ("num_heads", "nhead"):
        if heads in have and shape:
            yield {heads: _divisor(shape[-1], int(have[heads]))}
    if "num_groups" in have:
        yield {"num_groups": math.gcd(channels, int(have["num_groups"]))}
    if "kernel_size" in have:
        yield from _windows(have, shape)
    yield from _forms_of(have, shape)
    yield {name: MODEST for name, value in have.items() if type(value) is int and value > HUGE}


def _divisor(number: int, most: int) -> int:
    return next(count for count in range(most, 0, -1) if number % count == 0)


def _windows(have: Mapping[str, Any], shape: Shape) -> Iterator[dict[str, Any]]:
    """Less kernel, or more padding, or none where it cuts off too much."""
    sizes = shape[1:]
    kernel, padding, dilation = (_pair(have.get(name, default)) for name, default in _WINDOW)
    if sizes and len(sizes) <= 2:
        room = [size + 2 * more for size, more in zip(sizes, padding, strict=False)]
        fitting = [min(side, (space - 1) // gap + 1) for side, space, gap in zip(kernel, room, dilation, strict=False)]
        if min(fitting) > 0:
            yield {"kernel_size": _narrow(tuple(fitting))}
        reach = [gap * (side - 1) + 1 for side, gap in zip(kernel, dilation, strict=True)]
        lacks = [max(0, math.ceil((far - size) / 2)) for far, size in zip(reach, sizes, strict=False)]
        yield {"padding": _narrow(tuple(lacks))}
        yield {"dilation": 1}
    most = tuple(side // 2 for side in kernel)
    yield {"padding": _narrow(tuple(map(min, padding, most)))}
    yield {"padding": 0}
    if "output_padding" in have:
        yield {"output_padding": 0}
        yield {"output_padding": 0, "padding": 0}


_WINDOW = (("kernel_size", 1), ("padding", 0), ("dilation", 1))


def _pair(value: Any) -> tuple[int, int]:
    return value if isinstance(value, tuple) else (value, value)


def _forms_of(have: Mapping[str, Any], shape: Shape) -> Iterator[dict[str, Any]]:
    """Values of layers that rearrange, join or resize."""
    axes = len(shape)
    if "shape" in have and shape and math.prod(shape) <= HUGE:
        yield from ({"shape": form} for form in (*_forms(math.prod(shape)), (math.prod(shape),)))
    if "start_dim" in have:
        yield {"start_dim": 1, "end_dim": -1}
    if "dims" in have:
        yield {"dims": tuple(range(axes, 0, -1))}
    if "dim0" in have and axes > 1:
        yield {"dim0": axes - 1, "dim1": axes}
    if "dim" in have:
        yield {"dim": 1}
    if "left" in have:
        yield dict.fromkeys(("left", "right", "top", "bottom"), 0)
    if "scale_factor" in have:
        yield {"mode": "nearest"}
        yield {"mode": "linear" if axes == 2 else "bilinear"}
        yield {"scale_factor": 1.0}
        yield {"scale_factor": 1.0, "mode": "nearest"}
