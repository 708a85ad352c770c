"""Data larger than memory: split, converted and scaled piece by piece into a file that is mapped into memory."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol

import numpy as np
import torch

from playground import paths
from playground.engine.device import SHARE, free_memory, size_words
from playground.spec.entry import Shape
from playground.spec.errors import DataError

CPU = torch.device("cpu")
COPIES = 3
"""Times that an array lies in memory while it is prepared."""
LEAST_PIECE = 1 << 26
PIECES = 64
"""A piece has that many bytes, or this share of the free memory: the larger it is, the fewer passes over the source."""
MEASURED = 1 << 24
"""Bytes after which sums are carried over, always as many, so that they are the same on every machine."""


class Source(Protocol):
    """Samples (N, …), in memory or in a file, of which some rows can be had as float32."""

    @property
    def shape(self) -> Shape:
        """Of all samples."""

    def __len__(self) -> int: ...

    def __getitem__(self, rows: np.ndarray) -> np.ndarray: ...


def fits(size: int) -> bool:
    """Whether an array of so many bytes fits into the free memory, with the copies that preparing it takes."""
    return COPIES * size <= SHARE * free_memory(CPU)


def resident(size: int, device: torch.device) -> bool:
    """Whether data of so many bytes that are in memory can be kept on the device of a run."""
    return device.type == "cpu" or size <= SHARE * free_memory(device)


def size_of(shape: Shape) -> int:
    """Bytes of an array of that shape as float32."""
    return 4 * int(np.prod(shape, dtype=object))


def too_large(size: int, hint: str = "Use fewer samples.") -> DataError:
    """Data of so many bytes cannot be had, with the numbers."""
    return DataError(f"they need {size_words(size)} of memory, but {size_words(free_memory(CPU))} are free", hint)


def shift_and_scale(inputs: Source, rows: np.ndarray, scaling: str) -> tuple[np.ndarray, np.ndarray]:
    """What `preprocess.shift_and_scale` gives for these rows, a piece at a time.

    Means and squared deviations are carried from piece to piece in float64 (Chan, Golub & LeVeque, 1979).
    """
    count, mean, squares = 0, np.zeros(inputs.shape[1:]), np.zeros(inputs.shape[1:])
    least, most = np.full(inputs.shape[1:], np.inf, np.float32), np.full(inputs.shape[1:], -np.inf, np.float32)
    for part in _pieces(np.sort(rows), inputs.shape, MEASURED):
        found = inputs[part]
        least, most = np.minimum(least, found.min(axis=0)), np.maximum(most, found.max(axis=0))
        middle = found.mean(axis=0, dtype=np.float64)
        away, total = middle - mean, count + len(part)
        squares += np.square(found - middle).sum(axis=0) + away**2 * count * len(part) / total
        mean += away * len(part) / total
        count = total
    shift, scale = (least, most - least) if scaling == "min-max" else (mean, np.sqrt(squares / count))
    scale = np.where((most > least) & (scale > 0), scale, 1)
    return shift.astype(np.float32), scale.astype(np.float32)


def laid_out(
    inputs: Source, parts: Sequence[np.ndarray], scaling: tuple[np.ndarray, np.ndarray] | None
) -> list[np.ndarray]:
    """The samples of each part in its order, float32, one part behind the other in a file that is mapped into memory.

    They are shifted and scaled where there is something to scale with. The file has no name and is gone with the last
    array that looks at it, however the process ends.

    Raises:
        DataError: the disk has too little room for it.
    """
    shape = (sum(map(len, parts)), *inputs.shape[1:])
    with _file(size_of(shape)) as file:
        try:
            for part in parts:
                for rows in _pieces(part, shape, max(LEAST_PIECE, free_memory(CPU) // PIECES)):
                    file.write(np.ascontiguousarray(_scaled(_in_order(inputs, rows), scaling)).data)
            file.flush()
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise _no_room(size_of(shape)) from None
        # shared, for a private mapping that may be written is refused where it is larger than memory
        whole = np.memmap(file, np.float32, "r+", shape=shape).view(np.ndarray)
    ends = np.cumsum([len(part) for part in parts])
    return [whole[end - len(part) : end] for part, end in zip(parts, ends, strict=True)]


def _pieces(rows: np.ndarray, shape: Shape, size: int) -> Iterator[np.ndarray]:
    each = max(1, size // max(1, size_of(shape[1:])))
    return (rows[start : start + each] for start in range(0, len(rows), each))


def _in_order(inputs: Source, rows: np.ndarray) -> np.ndarray:
    """Samples in this order, read in that of the file."""
    forward = np.argsort(rows)
    found = np.asarray(inputs[rows[forward]], np.float32)
    ordered = np.empty_like(found)
    ordered[forward] = found
    return ordered


def _scaled(inputs: np.ndarray, scaling: tuple[np.ndarray, np.ndarray] | None) -> np.ndarray:
    if scaling is None:
        return inputs
    shift, scale = scaling
    found: np.ndarray = ((inputs - shift) / scale).astype(np.float32)
    return found


def _folder() -> Path:
    """Where the cache is: a folder for temporary files is often kept in memory."""
    return paths.cache_dir() / "data"


def _file(size: int) -> IO[bytes]:
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    if size > shutil.disk_usage(folder).free:
        raise _no_room(size)
    return tempfile.TemporaryFile(dir=folder)


def _no_room(size: int) -> DataError:
    folder = _folder()
    free = size_words(shutil.disk_usage(folder).free)
    said = f"the data do not fit into memory and need {size_words(size)} of disk in {folder}, but {free} are free"
    return DataError(said, "Make room, or use fewer samples.")
