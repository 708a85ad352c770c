"""Initial weights from a safetensors file: what it holds, what a network finds in it, and how they are taken over.

The file is read here, not mapped into memory: a file that shrinks while it is mapped would end the process.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import msgspec
import torch

from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.network import INPUT, Network, construct, has_activation, sized
from playground.spec.entry import Entry, Shape
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.sharing import common

MAX_HEADER = 16_000_000
NAMED = 3
"""How many layers without weights are named."""
COUNTED = "num_batches_tracked"
"""What a file may lack: batches seen so far do not change what a network gives."""
TYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
UNREAD = ("F8_E4M3", "F8_E5M2", "F8_E8M0", "F6_E2M3", "F6_E3M2", "F4", "U16", "U32", "U64", "C64")
"""Types of numbers that a sound file may hold, but no layer here takes."""


class Stored(msgspec.Struct, frozen=True):
    """One tensor of a file: its type, its shape, and from where to where it lies behind the header."""

    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


Header = Mapping[str, Stored]


def header(path: Path) -> Header:
    """What a safetensors file holds, by name.

    Raises:
        FileError: it is not there, cannot be read, or is no sound safetensors file; the place is "weights".
    """
    with _opened(path) as file:
        return _header(file, path)[0]


def _opened(path: Path) -> BinaryIO:
    try:
        if path.is_file() or not path.exists():
            return path.open("rb")
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        reason = said[:1].lower() + said[1:]
        raise FileError("weights", f"The weights cannot be read from {path}: {reason}") from None
    raise FileError("weights", f"The weights {path} are no plain file")


def _header(file: BinaryIO, path: Path) -> tuple[Header, int]:
    """What it holds, and where the numbers begin."""
    size = os.fstat(file.fileno()).st_size
    length = int.from_bytes(file.read(8), "little")
    if size < 8 or length > min(size - 8, MAX_HEADER):
        raise _damaged(path)
    try:
        raw = msgspec.json.decode(file.read(length), type=dict[str, msgspec.Raw])
        held = {name: msgspec.json.decode(one, type=Stored) for name, one in raw.items() if name != "__metadata__"}
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _damaged(path) from None
    begin = 8 + length
    if not all(_sound(one, size - begin) for one in held.values()):
        raise _damaged(path)
    return held, begin


def _sound(one: Stored, room: int) -> bool:
    """Whether a tensor lies within the file and is as long as its shape and type say.

    How long one of a type that is not read here should be, nobody asks: no layer finds it.
    """
    start, end = one.data_offsets
    if one.dtype not in TYPES and one.dtype not in UNREAD:
        return False
    if any(side < 0 for side in one.shape) or not 0 <= start <= end <= room:
        return False
    return one.dtype not in TYPES or end - start == math.prod(one.shape) * TYPES[one.dtype].itemsize


def _damaged(path: Path) -> FileError:
    return FileError("weights", f"The file {path} is damaged or no safetensors file")


@torch.no_grad()
def load(networks: Mapping[str, Network], path: Path) -> None:
    """Take over weights and running averages wherever network, node and shape agree; shared ones as their owner's.

    Raises:
        FileError: as `header`.
    """
    with _opened(path) as file:
        held, begin = _header(file, path)
        for name, network in networks.items():
            done: set[int] = set()
            for key, value in network.state_dict().items():
                one = held.get(f"{name}.{key}")
                if one is not None and _fits(one, tuple(value.shape)) and value.data_ptr() not in done:
                    value.copy_(_read(file, begin, one, path))
                    done.add(value.data_ptr())


def _fits(one: Stored, shape: Shape) -> bool:
    return one.dtype in TYPES and one.shape == shape


def _read(file: BinaryIO, begin: int, one: Stored, path: Path) -> torch.Tensor:
    start, end = one.data_offsets
    file.seek(begin + start)
    data = bytearray(file.read(end - start))
    if len(data) != end - start:  # it shrank meanwhile
        raise _damaged(path)
    flat = torch.frombuffer(data, dtype=TYPES[one.dtype]) if data else torch.empty(0)
    return flat.reshape(one.shape)


# --- what a network finds ------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def tensors_of(layer: Entry, shapes: tuple[Shape, ...]) -> tuple[tuple[str, Shape], ...]:
    """Names and shapes of the parameters and buffers of a layer for inputs of these shapes (without the batch)."""
    with torch.device("meta"):
        module = construct(layer, shapes)
    return tuple((name, tuple(value.shape)) for name, value in module.state_dict().items())


def problems(experiment: Experiment, networks: Mapping[str, NetworkPlan]) -> list[Diagnostic]:
    """What is wrong with the file of initial weights, or which layers it has no weights for."""
    if not experiment.weights:
        return []
    path = Path(experiment.weights)
    try:
        held = header(path)
    except FileError as error:
        return [Diagnostic(f"{error.message}.", "Put the file back, or forget these weights.", place="weights")]
    wanted = [(name, node, names) for name, plan in networks.items() for node, names in _wanted(experiment, name, plan)]
    without = [node for name, node, names in wanted if not _finds(held, name, names)]
    return [_without(without, len(wanted), path)] if without else []


def _wanted(
    experiment: Experiment, network: str, plan: NetworkPlan
) -> Iterator[tuple[str, Sequence[tuple[str, Shape]]]]:
    """Each node with weights of its own, and their names and shapes."""
    shapes = {node.id: tuple(node.output_shape) for node in plan.nodes if node.output_shape is not None}
    graph = experiment.networks[network]
    tensors = {node.id: node.tensors for node in plan.nodes}
    shared = {n.id: common(tensors.get(n.id, {}), tensors.get(n.shares, {})) for n in graph.nodes if n.shares}
    for node in graph.nodes:
        ends = tuple(shapes[edge.source] for edge in graph.into(node.id) if edge.source in shapes)
        if node.layer.name == INPUT or node.id not in shapes or len(ends) < len(graph.into(node.id)):
            continue
        own = tensors_of(sized(node, plan.outputs), ends)
        names = [(f"{node.id}.{name}", shape) for name, shape in own if name not in shared.get(node.id, ())]
        if has_activation(node) and node.activation is not None:
            after = tensors_of(node.activation, (shapes[node.id],))
            names += [(f"{node.id}_activation.{name}", shape) for name, shape in after]
        if names:
            yield node.id, names


def _finds(held: Header, network: str, names: Sequence[tuple[str, Shape]]) -> bool:
    for name, shape in names:
        one = held.get(f"{network}.{name}")
        if not name.endswith(COUNTED) and (one is None or not _fits(one, shape)):
            return False
    return True


def _without(nodes: list[str], total: int, path: Path) -> Diagnostic:
    listed = ", ".join(nodes[:NAMED])
    if len(nodes) > NAMED:
        listed = f"{listed} and {len(nodes) - NAMED} more"
    return Diagnostic(
        f"{len(nodes)} of {total} layers found no weights of their shape in {path.name}: {listed}.",
        "They start from the initialiser.",
        "warning",
        place="weights",
    )
