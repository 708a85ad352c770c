"""Data entries to tensors: draw or load, split, preprocess, encode."""

from __future__ import annotations

import math
import os
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch

from playground.catalog.kinds import IGNORED, Data, Encoding, Loss
from playground.engine import mapped
from playground.engine.events import DataInfo
from playground.engine.preprocess import encode, shift_and_scale
from playground.engine.resolve import locate
from playground.engine.splitting import parted, with_test_places
from playground.spec.entry import Entry, fields_of
from playground.spec.errors import SpecError

FEATURES = "playground.catalog.data.points2d.features"
KEPT, KEPT_MAPPED = 12, 2
"""How many data sets stay in memory, and how many of those that lie on the disk stay there."""
MEASURED, MEASURED_BYTES = 10_000, 1 << 29
"""So many samples of a set that does not fit are measured at an epoch's end, and so many bytes of them, at most."""
CPU = torch.device("cpu")


@dataclass(frozen=True, eq=False)
class Samples:
    """Split and preprocessed samples in NumPy, before targets are encoded; `points` are raw coordinates (N, 2)."""

    entry: Data
    info: DataInfo
    inputs: tuple[np.ndarray, np.ndarray]
    targets: tuple[np.ndarray, np.ndarray]
    points: tuple[np.ndarray, np.ndarray] | None
    shift: np.ndarray
    scale: np.ndarray
    """Inputs are (raw − shift) / scale."""
    test: tuple[np.ndarray, np.ndarray] | None = None
    """Inputs and targets that are held out until the training is over."""
    mapped: bool = False
    """Whether inputs are mapped from the disk, as they do not fit into memory."""

    @property
    def some(self) -> tuple[np.ndarray, ...]:
        """Inputs to train and to validate with that are looked at for what they are like: all that are in memory."""
        return tuple(side[:MEASURED] for side in self.inputs) if self.mapped else self.inputs

    @property
    def classes(self) -> int:
        """Number of classes, 0 in regression."""
        return len(self.info.class_names)

    def from_plane(self, points: np.ndarray) -> np.ndarray:
        """Network inputs (N, F) of points (N, 2) of the plane."""
        return np.asarray((expanded(self.entry, points) - self.shift) / self.scale, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples as tensors, with targets as the loss of a run wants them.

    They are on the device of the run, unless they are `streamed`: then inputs, and the targets to train with, are in
    the memory of the CPU or mapped into it, and go to the device batch by batch.
    """

    samples: Samples
    encoding: Encoding
    ignores: bool
    """Whether some targets are `IGNORED`."""
    train_inputs: torch.Tensor
    train_targets: torch.Tensor
    validation_inputs: torch.Tensor
    validation_targets: torch.Tensor
    test: tuple[torch.Tensor, torch.Tensor] | None = None
    """Inputs and targets that are held out until the training is over."""
    device: torch.device = CPU
    streamed: bool = False

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return len(self.train_inputs)

    @property
    def most(self) -> int:
        """How many samples the largest of the sets has."""
        return max(map(len, (self.train_inputs, self.validation_inputs, *(self.test or ())[:1])))

    def measured(self, count: int) -> int:
        """How many of so many samples are measured where only some are."""
        each = max(1, self.train_inputs[0].nbytes)
        return max(1, min(count, MEASURED, MEASURED_BYTES // each)) if self.streamed else count

    def some(self, inputs: torch.Tensor, targets: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Samples of a set on the device of the run: all where it is kept there, else some, always the same.

        They are the first, for a set is shuffled; of one that is in order they are taken from all over it.
        """
        count = self.measured(len(inputs))
        step = len(inputs) // count if self.samples.entry.in_order else 1
        return tuple(values[::step][:count].to(self.device) for values in (inputs, targets))  # type: ignore[return-value]  # two of two


class DataStore:
    """Keeps the data sets used last, so that variants and plans share them."""

    def __init__(self) -> None:
        self._samples: OrderedDict[Any, Samples] = OrderedDict()
        self._datasets: OrderedDict[Any, Dataset] = OrderedDict()

    def samples(self, entry: Data) -> Samples:
        """Draw or load a data entry.

        Raises:
            SpecError: the data cannot be had; the error's place starts with "data".
        """
        key = (type(entry), entry, _stamp(entry))
        if key not in self._samples:
            self._make_room()
            self._samples[key] = _load(entry)
            _trim(self._samples)
        self._samples.move_to_end(key)
        return self._samples[key]

    def prepare(self, entry: Data, loss: Loss, device: torch.device) -> Dataset:
        """The data as tensors on a device, targets encoded for a loss; see `samples` for errors."""
        samples = self.samples(entry)
        encoding = loss.encoding(samples.info.task, samples.classes)  # type: ignore[arg-type]  # a Task travels as str
        key = (id(samples), encoding, str(device))
        if key not in self._datasets or self._datasets[key].samples is not samples:
            self._datasets[key] = _to_device(samples, encoding, device)
            _trim(self._datasets)
        self._datasets.move_to_end(key)
        return self._datasets[key]

    def _make_room(self) -> None:
        """Let go of all but the last data on the disk, whose room is free once no run uses them any more."""
        old = [key for key, one in self._samples.items() if one.mapped]
        gone = [self._samples.pop(key) for key in old[: max(0, len(old) + 1 - KEPT_MAPPED)]]
        for key in [key for key, one in self._datasets.items() if one.samples in gone]:
            del self._datasets[key]


def _trim(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)


def _stamp(entry: Entry) -> tuple[tuple[int, int] | None, ...]:
    """Time and size of the files behind an entry, so that a changed file is read again."""
    files = [name for name, (meta, _) in fields_of(type(entry)).items() if meta.widget == "file"]
    return tuple(_seen_at(getattr(entry, name)) for name in files)


def _seen_at(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # a path with a NUL in it is a ValueError
        return None
    return found.st_mtime_ns, found.st_size


def expanded(entry: Data, inputs: np.ndarray) -> np.ndarray:
    """The chosen features of plane points (N, 2); other inputs as they are."""
    names = getattr(entry, "features", ())
    return np.asarray(locate(FEATURES)(inputs, names), dtype=np.float32) if entry.plane and names else inputs


def _load(entry: Data) -> Samples:
    try:
        return _read(entry)
    except SpecError as error:
        raise error if error.place.startswith("data") else error.within("data") from None
    except MemoryError as error:
        shape, kind = getattr(error, "shape", (0,)), getattr(error, "dtype", np.dtype(np.float32))
        raise mapped.too_large(math.prod(shape) * kind.itemsize).within("data") from None
    except OSError as error:
        raise SpecError("data", f"cannot be read: {error.strerror or error}") from None


def _read(entry: Data) -> Samples:
    raw, targets = locate(entry.rows_target or entry.target)(**entry.args())
    if not mapped.fits(targets.nbytes):
        raise mapped.too_large(mapped.COPIES * targets.nbytes)
    inputs, targets = expanded(entry, raw), targets[:]
    size = mapped.size_of(inputs.shape)
    large = not mapped.fits(size)
    if large and not getattr(inputs, "on_disk", True):
        hint = "Save them as .npy files, of which no more is read than is needed."
        raise mapped.too_large(mapped.COPIES * size, hint=hint)
    if not entry.masked and len(targets) < 2:
        raise SpecError("data", f"has {len(targets)} samples; at least 2 are needed, to train on and to validate with")
    named = _names(entry, targets)
    if entry.masked and entry.test_share:
        targets = with_test_places(entry, targets)
    return _samples(entry, raw, inputs if large else inputs[:], targets, parted(entry, targets), *named, large)


def _names(entry: Data, targets: np.ndarray) -> tuple[list[str], list[str]]:
    if entry.names_target:
        inputs, classes = locate(entry.names_target)(**entry.args())
    else:
        inputs, classes = entry.input_names, entry.class_names
    inputs = getattr(entry, "features", ()) or inputs
    if entry.task == "classification" and not classes:
        classes = [str(label) for label in range(int(targets.max()) + 1)]
    return [str(name) for name in inputs], [str(name) for name in classes] if entry.task == "classification" else []


def _samples(
    entry: Data,
    raw: np.ndarray,
    inputs: np.ndarray,
    targets: np.ndarray,
    parts: tuple[np.ndarray, ...],
    inputs_named: list[str],
    classes_named: list[str],
    large: bool,
) -> Samples:
    train, rest = parts[:2]
    given, shift, scale = (_mapped if large else _preprocessed)(entry, inputs, parts)
    sides = list(targets) if entry.masked else [targets[part] for part in parts]
    info = DataInfo(
        entry.task,
        list(given[0].shape[1:]),
        inputs_named,
        classes_named,
        len(train),
        len(rest),
        entry.plane,
        [] if entry.heads else list(sides[0].shape[1:]),
        {part.name: list(part.shape) for part in entry.parts},
        {head.name: head.outputs for head in entry.heads},
        _counts(sides[0], len(classes_named)) if classes_named and not entry.heads else [],
        [int((side != IGNORED).sum()) for side in sides] if entry.masked else [len(part) for part in parts],
    )
    points = (raw[train], raw[rest]) if entry.plane else None
    test = (given[2], sides[2]) if len(parts) > 2 else None
    return Samples(entry, info, (given[0], given[1]), (sides[0], sides[1]), points, shift, scale, test, large)


Preprocessed = tuple[list[np.ndarray], np.ndarray, np.ndarray]
"""Inputs of each part, and what they were shifted and scaled by."""


def _preprocessed(entry: Data, inputs: np.ndarray, parts: tuple[np.ndarray, ...]) -> Preprocessed:
    shift, scale = np.zeros((), np.float32), np.ones((), np.float32)
    if entry.scaled:
        shift, scale = shift_and_scale(inputs[parts[0]], entry.scaling)
        inputs = ((inputs - shift) / scale).astype(np.float32)
    return [inputs[part] for part in parts], shift, scale


def _mapped(entry: Data, inputs: mapped.Source, parts: tuple[np.ndarray, ...]) -> Preprocessed:
    if not entry.scaled:
        return mapped.laid_out(inputs, parts, None), np.zeros((), np.float32), np.ones((), np.float32)
    scaling = mapped.shift_and_scale(inputs, parts[0], entry.scaling)
    return mapped.laid_out(inputs, parts, scaling), *scaling


def _counts(targets: np.ndarray, classes: int) -> list[int]:
    """How many targets there are of each class; those that do not count are left out."""
    found: list[int] = np.bincount(targets[targets >= 0].astype(np.int64), minlength=classes).tolist()
    return found


def _to_device(samples: Samples, encoding: Encoding, device: torch.device) -> Dataset:
    sides = [*zip(samples.inputs, samples.targets, strict=True), *([samples.test] if samples.test else [])]
    plain = bool(samples.info.heads)
    coded = [part if plain else encode(part, encoding, samples.classes) for _, part in sides]
    size = sum(part.nbytes for part in (*coded, *(part for part, _ in sides)))
    streamed = samples.mapped or not mapped.resident(size, device)
    home = CPU if streamed else device
    inputs = [torch.from_numpy(np.ascontiguousarray(part, np.float32)).to(home) for part, _ in sides]
    targets = [torch.from_numpy(part).to(place) for part, place in zip(coded, (home, device, device), strict=False)]
    ignores = any(bool((part == IGNORED).any()) for _, part in sides)
    test = (inputs[2], targets[2]) if samples.test else None
    return Dataset(samples, encoding, ignores, inputs[0], targets[0], inputs[1], targets[1], test, device, streamed)
