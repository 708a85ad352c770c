"""The parts of a `.pt2` archive: the graph as JSON and the weights as bytes.

`torch.export.load` is not used: it unpickles what an archive marks as pickled, and evaluates its symbolic sizes as
Python. Here the graph is data, weights are copied from bytes, and old archives are unpickled as tensors only.
"""

from __future__ import annotations

import io
import math
import pickle
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import torch

from playground.interchange.draft import ModelError

MAX_GRAPH = 256_000_000
MAX_WEIGHTS = 16_000_000_000
TYPES = {
    1: torch.uint8,
    2: torch.int8,
    3: torch.int16,
    4: torch.int32,
    5: torch.int64,
    6: torch.float16,
    7: torch.float32,
    8: torch.float64,
    12: torch.bool,
    13: torch.bfloat16,
}
"""Numbers of types in the format."""

JSON = dict[str, Any]


class TensorMeta(msgspec.Struct):
    """What is known of a tensor."""

    dtype: int
    sizes: list[JSON]
    strides: list[JSON] = []
    storage_offset: JSON = {}


class Input(msgspec.Struct):
    """An argument of an operator."""

    name: str
    arg: JSON


class Operator(msgspec.Struct):
    """An operator of the graph, in order of computation."""

    target: str
    inputs: list[Input]
    outputs: list[JSON]
    metadata: dict[str, Any] = {}


class Graph(msgspec.Struct):
    """Operators between inputs and outputs, and what is known of the tensors between them."""

    inputs: list[JSON]
    outputs: list[JSON]
    nodes: list[Operator]
    tensor_values: dict[str, TensorMeta]


class Signature(msgspec.Struct):
    """What the graph's inputs and outputs stand for."""

    input_specs: list[JSON]
    output_specs: list[JSON]


class Module(msgspec.Struct):
    """The graph and its signature."""

    graph: Graph
    signature: Signature


class Program(msgspec.Struct):
    """An exported program."""

    graph_module: Module


class Payload(msgspec.Struct):
    """Where a tensor lies in the archive."""

    path_name: str
    use_pickle: bool = False
    tensor_meta: TensorMeta | None = None


class Payloads(msgspec.Struct):
    """Tensors by name."""

    config: dict[str, Payload]


@dataclass(frozen=True)
class Archive:
    """A program, and its parameters, buffers and constants by name."""

    program: Program
    tensors: Mapping[str, torch.Tensor]


def read_archive(path: Path) -> Archive:
    """Read a `.pt2` file.

    Raises:
        ModelError: it cannot be read, or is no sound archive of torch.export.
    """
    try:
        with zipfile.ZipFile(path) as file:
            return _Reader(file, path).archive()
    except ModelError:
        raise
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}") from None
    except (zipfile.BadZipFile, NotImplementedError, EOFError, UnicodeDecodeError, ValueError, RuntimeError, KeyError):
        raise damaged(path) from None


def damaged(path: Path) -> ModelError:
    """A file that is not what it says."""
    return ModelError(f"{path} is damaged, or no model that torch.export wrote")


class _Reader:
    def __init__(self, file: zipfile.ZipFile, path: Path) -> None:
        self._file, self._path = file, path
        self._names = {name.partition("/")[2] or name: name for name in file.namelist()}
        self._names |= {name: name for name in file.namelist()}

    def archive(self) -> Archive:
        graph = next((name for name in self._names if name.startswith("models/") and name.endswith(".json")), "")
        try:
            if graph:
                program = self._json(graph, Program)
                model = graph.removeprefix("models/").removesuffix(".json")
                return Archive(program, self._tensors("weights", model) | self._tensors("constants", model))
            program = self._json("serialized_exported_program.json", Program)
            return Archive(program, self._pickled("serialized_state_dict") | self._pickled("serialized_constants"))
        except (msgspec.MsgspecError, RecursionError):
            raise damaged(self._path) from None

    def _json(self, name: str, kind: Any) -> Any:
        return msgspec.json.decode(self._bytes(name, MAX_GRAPH), type=kind)

    def _bytes(self, name: str, most: int) -> bytes:
        if name not in self._names:
            raise damaged(self._path)
        info = self._file.getinfo(self._names[name])
        if info.file_size > most:
            raise ModelError(f"{self._path} has a part of {info.file_size / 1e6:,.0f} MB, which is too much")
        if info.file_size > self._path.stat().st_size and info.compress_type != zipfile.ZIP_STORED:
            raise damaged(self._path)  # torch.export stores its parts as they are; small parts that swell are a trap
        return self._file.read(info)

    def _tensors(self, kind: str, model: str) -> dict[str, torch.Tensor]:
        folder = f"data/{kind}"
        if f"{folder}/{model}.pt" in self._names:
            return self._unpickled(f"{folder}/{model}.pt")
        config = f"{folder}/{model}_{kind}_config.json"
        if config not in self._names:
            return {}
        found: dict[str, torch.Tensor] = {}
        for name, payload in self._json(config, Payloads).config.items():
            part = f"{folder}/{payload.path_name}"
            if payload.use_pickle:
                found[name] = next(iter(self._unpickled(part).values()), torch.empty(0))
            elif payload.tensor_meta is not None:
                found[name] = self._tensor(part, payload.tensor_meta)
        return found

    def _tensor(self, part: str, meta: TensorMeta) -> torch.Tensor:
        sizes, strides = _whole(meta.sizes), _whole(meta.strides)
        offset = meta.storage_offset.get("as_int", 0)
        data = bytearray(self._bytes(part, MAX_WEIGHTS))
        kind = TYPES.get(meta.dtype)
        if kind is None or len(sizes) != len(strides) or math.prod(sizes) * kind.itemsize > len(data):
            raise damaged(self._path)
        flat = torch.frombuffer(data, dtype=kind) if data else torch.empty(0, dtype=kind)
        return torch.as_strided(flat, sizes, strides, offset).contiguous()

    def _pickled(self, stem: str) -> dict[str, torch.Tensor]:
        for name in (f"{stem}.pt", f"{stem}.json"):
            if name in self._names:
                return self._unpickled(name)
        return {}

    def _unpickled(self, part: str) -> dict[str, torch.Tensor]:
        """Tensors of a pickled part; "" names a part that is one tensor."""
        data = self._bytes(part, MAX_WEIGHTS)
        if not data:
            return {}
        try:
            found = torch.load(io.BytesIO(data), weights_only=True, map_location="cpu")
        except (RuntimeError, ValueError, EOFError, KeyError, pickle.UnpicklingError, zipfile.BadZipFile) as error:
            raise ModelError(f"{self._path} has weights that cannot be read without running code of it") from error
        tensors = found.items() if isinstance(found, dict) else [("", found)]
        return {str(name): value.detach() for name, value in tensors if isinstance(value, torch.Tensor)}


def _whole(sizes: list[JSON]) -> list[int]:
    found = [size.get("as_int") for size in sizes]
    whole = [size for size in found if isinstance(size, int) and size >= 0]
    if len(whole) != len(found):
        raise ValueError("a size is no number")
    return whole
