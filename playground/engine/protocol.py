"""Frames between window and engine: four bytes of length, then msgpack. No torch here: the window imports this file."""

from __future__ import annotations

import struct
from array import array
from typing import Any, BinaryIO

import msgspec
import numpy as np

from playground.engine.control import Request
from playground.engine.events import Message

_LENGTH = struct.Struct("<I")
_ARRAY = 1
MAX_FRAME = 1 << 30


def _pack(value: object) -> object:
    if isinstance(value, array):
        value = np.frombuffer(value) if value else np.empty(0)
    if isinstance(value, np.ndarray):
        head = msgspec.msgpack.encode((value.dtype.str, value.shape))
        return msgspec.msgpack.Ext(_ARRAY, _LENGTH.pack(len(head)) + head + np.ascontiguousarray(value).tobytes())
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot travel")


def _unpack(code: int, data: memoryview) -> object:
    if code != _ARRAY:
        raise ValueError(f"unknown extension {code}")
    size = _LENGTH.unpack_from(data)[0]
    dtype, shape = msgspec.msgpack.decode(data[4 : 4 + size], type=tuple[str, tuple[int, ...]])
    return np.frombuffer(data, dtype=np.dtype(dtype), offset=4 + size).reshape(shape)


_encoder = msgspec.msgpack.Encoder(enc_hook=_pack)
_messages: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(Message, ext_hook=_unpack)
_requests: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(Request, ext_hook=_unpack)


def write_frame(stream: BinaryIO, message: Message | Request) -> None:
    """Send one message and flush."""
    body = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def _read_frame(stream: BinaryIO) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(head)[0]
    if size > MAX_FRAME:
        raise ValueError(f"a frame of {size} bytes is too long")
    body = stream.read(size)
    return body if len(body) == size else None


def read_message(stream: BinaryIO) -> Message | None:
    """The next thing the engine says; None when its pipe has closed."""
    body = _read_frame(stream)
    return None if body is None else _messages.decode(body)


def read_request(stream: BinaryIO) -> Request | None:
    """The next thing the engine is told; None when the pipe has closed."""
    body = _read_frame(stream)
    return None if body is None else _requests.decode(body)
