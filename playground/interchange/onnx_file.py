"""ONNX files: the graph and its constants, read without following anything that a file may not name."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from google.protobuf.message import DecodeError
from onnx import AttributeProto, ModelProto, TensorProto

from playground.interchange.draft import ModelError, Unfit

MAX_FILE = 2_000_000_000
MAX_OPERATORS = 50_000
OLDEST, NEWEST = 7, 25
TYPES = {
    TensorProto.FLOAT: (torch.float32, "float_data"),
    TensorProto.UINT8: (torch.uint8, "int32_data"),
    TensorProto.INT8: (torch.int8, "int32_data"),
    TensorProto.INT32: (torch.int32, "int32_data"),
    TensorProto.INT64: (torch.int64, "int64_data"),
    TensorProto.BOOL: (torch.bool, "int32_data"),
    TensorProto.FLOAT16: (torch.float16, ""),
    TensorProto.DOUBLE: (torch.float64, "double_data"),
    TensorProto.BFLOAT16: (torch.bfloat16, ""),
}
"""PyTorch's type of each type of the format, and where numbers lie that are not given as bytes."""


def load(path: Path) -> ModelProto:
    """Parse a file.

    Raises:
        ModelError: it cannot be read, is no ONNX, or is too large or too new.
    """
    model = ModelProto()
    try:
        if path.stat().st_size > MAX_FILE:
            raise ModelError(f"{path} has more than {MAX_FILE / 1e9:.0f} GB")
        model.ParseFromString(path.read_bytes())
    except ModelError:
        raise
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}") from None
    except (DecodeError, RecursionError, ValueError):
        raise ModelError(f"{path} is damaged, or no ONNX model") from None
    if not model.graph.node or len(model.graph.node) > MAX_OPERATORS:
        raise ModelError(f"{path} is no ONNX model with at least one and at most {MAX_OPERATORS:,} operators")
    if opset(model) > NEWEST:
        raise ModelError(f"{path} uses ONNX operators of version {opset(model)}; up to {NEWEST} are known")
    return model


def opset(model: ModelProto) -> int:
    """The version of the operators."""
    return max((one.version for one in model.opset_import if one.domain in ("", "ai.onnx")), default=OLDEST)


def type_of(number: int) -> tuple[torch.dtype, str] | None:
    """PyTorch's type of a type's number, None for one that is not known."""
    return next((known for kind, known in TYPES.items() if int(kind) == number), None)


def tensor(proto: TensorProto, folder: Path) -> torch.Tensor:
    """A constant of a file; its numbers may lie in a file beside it.

    Raises:
        Unfit: its type is not known, or it does not have the numbers that its shape says.
    """
    if (known := type_of(proto.data_type)) is None or any(side < 0 for side in proto.dims) or len(proto.dims) > 8:
        raise Unfit("a constant has a type of its own")
    kind, field = known
    count = math.prod(proto.dims)
    if proto.data_location == TensorProto.EXTERNAL:
        data = _beside(proto, folder, count * kind.itemsize)
    elif proto.raw_data or not field:
        data = bytes(proto.raw_data)
    else:
        numbers = getattr(proto, field)
        if len(numbers) != count:
            raise Unfit("a constant is not as long as its shape says")
        return torch.tensor(list(numbers), dtype=kind).reshape(tuple(proto.dims))
    if len(data) != count * kind.itemsize:
        raise Unfit("a constant is not as long as its shape says")
    flat = torch.frombuffer(bytearray(data), dtype=kind) if count else torch.empty(0, dtype=kind)
    return flat.reshape(tuple(proto.dims))


def _beside(proto: TensorProto, folder: Path, size: int) -> bytes:
    """Numbers in a file of the model's own folder; nothing outside of it is opened."""
    told = {one.key: one.value for one in proto.external_data}
    path = folder / told.get("location", "")
    offset = told.get("offset", "0")
    inside = path.resolve().is_relative_to(folder.resolve()) and path.is_file() and not path.is_symlink()
    if not inside or not offset.isdigit() or int(offset) + size > path.stat().st_size:
        raise ModelError(f"The weights that lie beside the model, in {path.name}, are missing or too short")
    with path.open("rb") as file:
        file.seek(int(offset))
        return bytes(file.read(size))


def attribute(proto: AttributeProto, folder: Path) -> object:
    """A setting of an operator as a plain value; graphs inside of operators are left out."""
    match proto.type:
        case AttributeProto.INT:
            return proto.i
        case AttributeProto.FLOAT:
            return proto.f
        case AttributeProto.STRING:
            return proto.s.decode(errors="replace")
        case AttributeProto.INTS:
            return list(proto.ints)
        case AttributeProto.FLOATS:
            return list(proto.floats)
        case AttributeProto.TENSOR:
            return tensor(proto.t, folder)
        case _:
            return None
