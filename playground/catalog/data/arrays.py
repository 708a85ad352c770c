"""NumPy files of a person's own, which may be larger than memory: no more of them is read than is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from playground.catalog.data.array_files import Stored, of_field, pair
from playground.catalog.kinds import Data, Task
from playground.spec.entry import Shape, entry
from playground.spec.errors import DataError
from playground.spec.params import param

MAX_CLASSES = 100_000
AS_STORED = "as stored"
GREY = "grey"
LAST = "channels last"


@dataclass(frozen=True, eq=False)
class Rows:
    """An array (N, …) as numbers to compute with: `rows[index]` reads and converts the rows of an index or a slice."""

    stored: Stored
    convert: Callable[[np.ndarray], np.ndarray]
    field: str

    def __len__(self) -> int:
        return self.stored.shape[0]

    @cached_property
    def _none(self) -> np.ndarray:
        return self.convert(np.empty((0, *self.stored.shape[1:]), self.stored.dtype))

    @property
    def shape(self) -> Shape:
        """Shape of the whole once it is converted."""
        return (len(self), *self._none.shape[1:])

    @property
    def on_disk(self) -> bool:
        """Whether no more is read than the rows that are asked for."""
        return self.stored.on_disk

    @property
    def nbytes(self) -> int:
        """Bytes of the whole once it is converted."""
        return len(self) * int(np.prod(self.shape[1:], dtype=object)) * self._none.dtype.itemsize

    def __getitem__(self, rows: np.ndarray | slice) -> np.ndarray:
        """Converted rows.

        Raises:
            DataError: one of them holds a number that nobody can compute with.
        """
        with of_field(self.field):
            return self._finite(rows, self.convert(self.stored.read()[rows]))

    def _finite(self, rows: np.ndarray | slice, found: np.ndarray) -> np.ndarray:
        if self.stored.dtype.kind == "f" and not np.isfinite(found).all():
            first = int(np.flatnonzero(~np.isfinite(found.reshape(len(found), -1)).all(axis=1))[0])
            number = rows.indices(len(self))[0] + first if isinstance(rows, slice) else int(rows[first])
            said = f"row {number:,} of {self.stored.name} holds NaN or an infinite number; rows count from 0"
            raise DataError(said, "Save the arrays without it.")
        return found


def array_samples(path: str, targets: str, images: str, target_type: str) -> tuple[np.ndarray, np.ndarray]:
    """Inputs (N, …) float32 and targets (N,) or (N, …) of two files, as a whole.

    Raises:
        SpecError: they cannot be read or learnt from; the error's place is the field that says where they are.
    """
    inputs, answers = array_rows(path, targets, images, target_type)
    return inputs[:], answers[:]


def array_rows(path: str, targets: str, images: str, target_type: str) -> tuple[Rows, Rows]:
    """The same without reading them: inputs and targets, of which any rows may be asked for."""
    inputs, answers = pair(path, targets)
    if answers.shape[0] != inputs.shape[0]:
        said = f"{inputs.name} has {inputs.shape[0]:,} samples, but {answers.name} has {answers.shape[0]:,} targets"
        raise DataError(said, "Choose the targets that belong to these samples.").within("targets")
    _check_images(inputs, images)
    return Rows(inputs, _to_inputs(images), "path"), Rows(answers, _to_targets(target_type, answers.name), "targets")


def _check_images(inputs: Stored, images: str) -> None:
    needed = {GREY: 3, LAST: 4}.get(images)
    if needed and len(inputs.shape) != needed:
        wanted = "(N, height, width)" if images == GREY else "(N, height, width, channels)"
        shape = " × ".join(f"{size:,}" for size in inputs.shape)
        raise DataError(f"{inputs.name} is {shape}; images that are {images} are {wanted}").within("images")


def _to_inputs(images: str) -> Callable[[np.ndarray], np.ndarray]:
    def convert(part: np.ndarray) -> np.ndarray:
        if part.ndim == 1 or images == GREY:
            part = part[:, None]
        elif images == LAST:
            part = np.moveaxis(part, -1, 1)
        with np.errstate(over="ignore"):  # what becomes infinite is told
            found = np.array(part, dtype=np.float32, order="C")
        return np.divide(found, 255, out=found) if part.dtype == np.uint8 else found

    return convert


def _to_targets(target_type: str, name: str) -> Callable[[np.ndarray], np.ndarray]:
    def convert(part: np.ndarray) -> np.ndarray:
        part = part[:, 0] if part.ndim == 2 and part.shape[1] == 1 else part
        if target_type == "number":
            with np.errstate(over="ignore"):  # as above
                return np.array(part, dtype=np.float32, order="C")
        return _classes(part, name) if len(part) else np.empty(part.shape, np.int64)

    return convert


def _classes(part: np.ndarray, name: str) -> np.ndarray:
    if part.dtype.kind == "f" and not (np.isfinite(part) & (part == np.floor(part))).all():
        said = f"{name} holds numbers that are no classes"
        raise DataError(said, "Treat the target as a number, or save classes as whole numbers from 0 on.")
    low, high = int(part.min()), int(part.max())
    if low < 0 or high >= MAX_CLASSES:
        said = f"the classes of {name} reach from {low:,} to {high:,}; they may reach from 0 to {MAX_CLASSES - 1:,}"
        raise DataError(said, "Number the classes from 0 on, or treat the target as a number.")
    if low == high:
        raise DataError(f"{name} has only 1 of the 2 classes that are needed at least")
    return np.array(part, dtype=np.int64, order="C")


@entry
class ArrayFile(Data):
    """Learn from arrays of your own, saved by NumPy: one file of samples, one of their targets.

    They may be larger than memory: of .npy files no more is read than is needed. Inputs of any numeric type become
    float32; those of type uint8, as images have it, are divided by 255, so that they lie between 0 and 1. An .npz file
    with arrays x and y holds both; it is read as a whole. Targets always are. Of samples that do not fit into memory
    the first 10,000 of those to train with, in the order of the split, tell the training loss of an epoch.
    """

    title = "NumPy file"
    group = "Your files"
    target = "playground.catalog.data.arrays.array_samples"
    rows_target = "playground.catalog.data.arrays.array_rows"

    path: str = param(
        "",
        widget="file",
        label="Inputs",
        help="The samples (N, …): a .npy file of any numeric type, or an .npz file with arrays x and y. Values of type "
        "uint8 are divided by 255.",
    )
    targets: str = param(
        "",
        widget="file",
        label="Targets",
        help="The targets (N,), or (N, …) with one for each place: a .npy file; empty where an .npz file holds both.",
    )
    target_type: str = param(
        "class",
        choices=("class", "number"),
        label="Target is a",
        help="Whether targets are classes, numbered from 0 on, or numbers.",
    )
    images: str = param(
        AS_STORED,
        choices=(AS_STORED, GREY, LAST),
        label="Images",
        help="Where samples are images, how they lie in the file. Layers take (channels, height, width): grey adds the "
        "one channel to (height, width), channels last moves that of (height, width, channels) to the front.",
    )
    train_share: float = param(
        0.8,
        min=0.05,
        max=0.95,
        label="Train share",
        help="Share of the samples that the network trains on; it never sees the rest.",
    )

    @property
    def task(self) -> Task:
        return "classification" if self.target_type == "class" else "regression"

    def args(self, *shapes: Shape) -> dict[str, Any]:
        """Every field but those the engine reads; the seed only decides the split."""
        return {name: value for name, value in super().args(*shapes).items() if name != "seed"}
