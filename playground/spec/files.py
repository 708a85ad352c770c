"""Experiments as files: JSON in canonical form, written so that a crash loses nothing."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from playground.spec.entry import fields_of
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.forms import to_json
from playground.spec.parse import MAX_DEPTH, from_json

MAX_BYTES = 20_000_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Some editors put it in front of UTF-8."""


def dumps(experiment: Experiment) -> bytes:
    """Canonical JSON: sorted keys, two spaces, shortest floats, a newline at the end."""
    packed = msgspec.json.encode(msgspec.to_builtins(to_json(experiment)), order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def loads(data: bytes) -> Experiment:
    """Read an experiment.

    Raises:
        FileError: too large, too deep, no JSON, or not one of our files.
        NewerFile: written by a newer version.
        SpecError: a part is not valid; the error names the place.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    if not data.strip(b" \t\r\n\0"):
        raise FileError("", "the file is empty")
    try:
        raw = msgspec.json.decode(data.removeprefix(BYTE_ORDER_MARK))
    except RecursionError:
        raise FileError("", f"the file is nested deeper than {MAX_DEPTH} levels") from None
    except UnicodeDecodeError:
        raise FileError("", "the file is not readable as JSON: it is no text in UTF-8") from None
    except msgspec.DecodeError as error:
        raise FileError("", f"the file is not readable as JSON: {_reason(str(error), data)}") from None
    return from_json(raw)


def _reason(said: str, data: bytes) -> str:
    """What the decoder found, in a person's words; it counts bytes, a person counts lines."""
    if "truncated" in said:
        return "it ends too early, as if a part were missing"
    if "out of range" in said:
        return "it has a number that is too large"
    found = re.fullmatch(r"(?:JSON is malformed: )?(.*) \(byte (\d+)\)", said)
    if not found:
        return said
    line = data.count(b"\n", 0, int(found[2])) + 1
    return f"{found[1]} in line {line}"


def _too_large(size: int) -> FileError:
    return FileError("", f"the file has {size / 1e6:.0f} MB; at most {MAX_BYTES / 1e6:.0f} MB are allowed")


def read(path: Path) -> Experiment:
    """Read an experiment file, whose data files may lie relative to it; see `loads` for the errors."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise FileError("", f"cannot read {path}: it is no plain file")
        with path.open("rb") as file:
            if (size := os.fstat(file.fileno()).st_size) > MAX_BYTES:
                raise _too_large(size)
            experiment = loads(file.read(MAX_BYTES + 1))  # what has no size may have no end
        return _with_files(experiment, lambda name: str(path.parent.absolute() / name))
    except OSError as error:
        raise FileError("", f"cannot read {path}: {error.strerror}") from None


class Told(msgspec.Struct):
    """What a list of lessons shows of one."""

    topic: str = ""
    text: str = ""
    parameters: int = 0


class Head(msgspec.Struct):
    """The part of a file that a list of experiments shows."""

    title: str = "Untitled"
    lesson: Told = msgspec.field(default_factory=Told)


def read_head(path: Path) -> Head:
    """Read a file's title and lesson; all else may be wrong with it.

    Raises:
        FileError: it is no experiment, or cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes().removeprefix(BYTE_ORDER_MARK), type=Head)
    except OSError as error:
        raise FileError("", f"cannot read {path}: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise FileError("", f"{path} is no experiment") from None


def write(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves either the old or the new one.

    Raises:
        FileError: the folder cannot be written or the disk is full; the old file is untouched.
    """
    temporary = ""
    try:
        if path.exists() and not path.is_file():
            raise FileError("", f"cannot write {path}: it is no plain file")
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise FileError("", f"cannot write {path}: {error.strerror}") from None


def save(path: Path, experiment: Experiment) -> None:
    """Write an experiment file atomically; it names data files below its own folder relative to it."""
    folder = path.parent.absolute()

    def shorten(name: str) -> str:
        return Path(name).relative_to(folder).as_posix() if Path(name).is_relative_to(folder) else name

    write(path, dumps(_with_files(experiment, shorten)))


def _with_files(experiment: Experiment, rename: Callable[[str], str]) -> Experiment:
    """The experiment with each path to a file of data or weights renamed."""
    if experiment.weights:
        experiment = replace(experiment, weights=rename(experiment.weights))
    data = experiment.data
    files = {name: getattr(data, name) for name, (meta, _) in fields_of(type(data)).items() if meta.widget == "file"}
    renamed = {name: rename(value) for name, value in files.items() if value}
    return replace(experiment, data=data.with_values(**renamed)) if renamed != files else experiment
