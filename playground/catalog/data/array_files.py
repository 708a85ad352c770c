"""NumPy files of a person's own: what they hold, without reading more of them than is asked for."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from playground.catalog.data.csv_table import shorter
from playground.spec.entry import Shape
from playground.spec.errors import DataError, SpecError

INPUT_NAMES = ("x", "x_train", "train_x", "inputs", "images", "data", "features")
TARGET_NAMES = ("y", "y_train", "train_y", "targets", "labels", "target", "label", "masks")
"""Names of the two arrays in an archive."""


@dataclass(frozen=True, eq=False)
class Stored:
    """An array in a file: its shape and type, and how to come by it; `on_disk` if only what is used of it is read."""

    name: str
    shape: Shape
    dtype: np.dtype[Any]
    read: Callable[[], np.ndarray]
    on_disk: bool


def pair(path: str, targets: str) -> tuple[Stored, Stored]:
    """The two arrays as they are stored; see `array_samples` for errors."""
    if is_archive(path) and not targets:
        with of_field("path"):
            names = members(path)
            inputs, answers = (_likely(names, known, path) for known in (INPUT_NAMES, TARGET_NAMES))
            return _checked(_member(path, inputs)), _checked(_member(path, answers))
    with of_field("path"):
        samples = _checked(_array(path))
    with of_field("targets"):
        return samples, _checked(_array(targets))


@contextmanager
def of_field(field: str) -> Iterator[None]:
    """What goes wrong here does so with the file that a field names."""
    try:
        yield
    except SpecError as error:
        raise (error if error.place else error.within(field)) from None
    except OSError as error:
        raise DataError(f"the file cannot be read: {error.strerror or error}").within(field) from None


def is_archive(path: str) -> bool:
    """Whether a file holds several arrays."""
    try:
        return bool(path) and zipfile.is_zipfile(path)
    except (OSError, ValueError):  # a path with a NUL in it is a ValueError
        return False


def _array(path: str) -> Stored:
    """The array of a file, mapped into memory; of an archive its only one."""
    _check_file(path)
    name = Path(path).name
    if is_archive(path):
        names = members(path)
        if len(names) != 1:
            raise DataError(f"{name} holds {len(names)} arrays; one is needed here", "Save it as .npy.")
        return _member(path, names[0])
    with open(path, "rb") as file:
        shape, dtype = _header(file, name)
    try:
        mapped = np.load(path, mmap_mode="r")
    except ValueError:
        said = f"{name} is shorter than its own beginning says"
        raise DataError(said, "It was not saved to its end; save it again.") from None
    return Stored(name, shape, dtype, lambda: mapped, on_disk=True)


def _check_file(path: str) -> None:
    if not path:
        raise DataError("no file is chosen yet", "Choose a .npy file.")
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        raise DataError(f"there is no file {path}", "Choose the file again; it may have been moved.") from None
    except ValueError as error:  # a path with a NUL in it
        raise DataError(f"the file {shorter(path)} cannot be read: {error}") from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no plain file"
        raise DataError(f"{shorter(path)} cannot be read: it is {what}", "Choose a .npy file.")


def _header(file: IO[bytes], name: str) -> tuple[Shape, np.dtype[Any]]:
    """Shape and type that an array has by the beginning of its file.

    Raises:
        DataError: it is no array of numbers.
    """
    try:
        version = np.lib.format.read_magic(file)
        read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, _, dtype = read(file)
    except (ValueError, EOFError, SyntaxError):
        raise DataError(f"{name} is no NumPy file", "Save the array with numpy.save.") from None
    if dtype.hasobject:
        raise DataError(f"{name} holds pickled Python objects, which are never read", "Save numbers.")
    if dtype.kind not in "biuf":
        raise DataError(f"{name} holds {_kind(dtype)}; numbers are needed", "Save it as whole numbers or floats.")
    return shape, dtype


def _kind(dtype: np.dtype[Any]) -> str:
    known = {"c": "complex numbers", "U": "texts", "S": "texts", "M": "dates", "m": "spans of time"}
    return known.get(dtype.kind, "records")


def members(path: str) -> list[str]:
    """Names of the arrays in an archive."""
    with zipfile.ZipFile(path) as archive:
        return [name.removesuffix(".npy") for name in archive.namelist() if name.endswith(".npy")]


def _likely(names: list[str], known: tuple[str, ...], path: str) -> str:
    """The array of an archive that has one of the known names."""
    for one in known:
        if found := next((name for name in names if name.lower() == one), ""):
            return found
    held = ", ".join(names[:8]) or "no array"
    said = f"{Path(path).name} needs arrays named x and y, but holds {held}"
    raise DataError(said, "Save it with numpy.savez(file, x=…, y=…).")


def _member(path: str, name: str) -> Stored:
    """An array of an archive, which can only be read as a whole."""
    title = f"{name} in {Path(path).name}"
    try:
        with zipfile.ZipFile(path) as archive, archive.open(f"{name}.npy") as file:
            shape, dtype = _header(file, title)
    except zipfile.BadZipFile as error:
        raise DataError(f"{title} cannot be read: {error}") from None

    def read() -> np.ndarray:
        try:
            with np.load(path) as archive:
                return np.asarray(archive[name])
        except (ValueError, EOFError, zipfile.BadZipFile) as error:
            raise DataError(f"{title} cannot be read: {error}") from None

    return Stored(title, shape, dtype, read, on_disk=False)


def _checked(stored: Stored) -> Stored:
    if not stored.shape:
        raise DataError(f"{stored.name} holds a single number; rows of samples are needed")
    if not stored.shape[0]:
        raise DataError(f"{stored.name} has no samples")
    if 0 in stored.shape:
        raise DataError(f"the samples of {stored.name} hold no numbers")
    return stored
