"""Data entries to tensors: draw or load, split, preprocess, encode."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import torch

from playground.catalog.kinds import IGNORED, Data, Encoding, Loss
from playground.engine.device import SHARE, free_memory
from playground.engine.events import DataInfo
from playground.engine.preprocess import encode, held_out, held_out_places, shift_and_scale, split, split_in_order
from playground.engine.resolve import locate
from playground.spec.entry import Entry
from playground.spec.errors import DataError, SpecError

FEATURES = "playground.catalog.data.points2d.features"
MOST_SHARE = 0.95
"""What may train and test together; the rest validates."""
KEPT = 12
"""How many data sets stay in memory."""


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

    @property
    def classes(self) -> int:
        """Number of classes, 0 in regression."""
        return len(self.info.class_names)

    def from_plane(self, points: np.ndarray) -> np.ndarray:
        """Network inputs (N, F) of points (N, 2) of the plane."""
        return np.asarray((expanded(self.entry, points) - self.shift) / self.scale, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples as tensors on the device of a run, with targets as its loss wants them."""

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

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return len(self.train_inputs)

    @property
    def most(self) -> int:
        """How many samples the largest of the sets has."""
        return max(map(len, (self.train_inputs, self.validation_inputs, *(self.test or ())[:1])))


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


def _trim(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)


def _stamp(entry: Entry) -> tuple[int, int] | None:
    """Time and size of the file behind an entry, so that a changed file is read again."""
    try:
        found = os.stat(getattr(entry, "path", ""))
    except (OSError, ValueError):  # a path with a NUL in it is a ValueError
        return None
    return found.st_mtime_ns, found.st_size


def expanded(entry: Data, inputs: np.ndarray) -> np.ndarray:
    """The chosen features of plane points (N, 2); other inputs as they are."""
    names = getattr(entry, "features", ())
    return np.asarray(locate(FEATURES)(inputs, names), dtype=np.float32) if entry.plane and names else inputs


def stratified(entry: Data, targets: np.ndarray) -> bool:
    """Whether the split keeps the share of each class: where a sample has one class, but not for drawn points."""
    return entry.task == "classification" and not entry.plane and targets.ndim == 1


def _load(entry: Data) -> Samples:
    try:
        raw, targets = locate(entry.target)(**entry.args())
        inputs = expanded(entry, raw)
        if 3 * inputs.nbytes > SHARE * free_memory(torch.device("cpu")):
            raise MemoryError
        inputs_named, classes_named = _names(entry, targets)
    except SpecError as error:
        raise error if error.place.startswith("data") else error.within("data") from None
    except MemoryError:
        raise SpecError("data", "is too large for the free memory; use fewer samples") from None
    except OSError as error:
        raise SpecError("data", f"cannot be read: {error.strerror or error}") from None
    if not entry.masked and len(targets) < 2:
        raise SpecError("data", f"has {len(targets)} samples; at least 2 are needed, to train on and to validate with")
    if entry.masked and entry.test_share:
        targets = _with_test_places(entry, targets)
    return _samples(entry, raw, inputs, targets, _split(entry, targets), inputs_named, classes_named)


def _split(entry: Data, targets: np.ndarray) -> tuple[np.ndarray, ...]:
    """Indices of the samples to train and to validate with, and of those to test with where there are some."""
    if entry.masked:
        return (np.arange(targets.shape[1]),) * len(targets)
    if entry.in_order:
        train, rest = split_in_order(targets, entry.train_share)
    else:
        train, rest = split(targets, entry.train_share, entry.seed, stratified(entry, targets))
    if not entry.test_share:
        return train, rest
    if round(entry.train_share + entry.test_share, 6) > MOST_SHARE:
        said = f"train share and test share make {entry.train_share + entry.test_share:.0%} of the samples together"
        raise _untestable(said, f"Leave at least {1 - MOST_SHARE:.0%} to validate with.")
    if len(rest) < 2:
        raise _untestable("there are too few samples to validate and to test with", "Train on fewer samples.")
    return train, *held_out(targets, rest, entry.test_share, stratified(entry, targets))


def _with_test_places(entry: Data, targets: np.ndarray) -> np.ndarray:
    found = held_out_places(targets, entry.test_share, entry.seed)
    validation, test = (found[1:] != IGNORED).reshape(2, -1).any(axis=1)
    if not validation:
        raise _untestable("the test share leaves nothing to validate with", "Choose a smaller one.")
    if not test:
        raise _untestable("the test share is too small to test with anything", "Choose a larger one.")
    return found


def _untestable(message: str, hint: str) -> SpecError:
    return DataError(message, hint).within("data.test_share")


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
) -> Samples:
    train, rest = parts[:2]
    shift, scale = np.zeros((), np.float32), np.ones((), np.float32)
    if entry.scaled:
        shift, scale = shift_and_scale(inputs[train], entry.scaling)
        inputs = ((inputs - shift) / scale).astype(np.float32)
    sides = list(targets) if entry.masked else [targets[part] for part in parts]
    info = DataInfo(
        entry.task,
        list(inputs.shape[1:]),
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
    test = (inputs[parts[2]], sides[2]) if len(parts) > 2 else None
    return Samples(entry, info, (inputs[train], inputs[rest]), (sides[0], sides[1]), points, shift, scale, test)


def _counts(targets: np.ndarray, classes: int) -> list[int]:
    """How many targets there are of each class; those that do not count are left out."""
    found: list[int] = np.bincount(targets[targets >= 0].astype(np.int64), minlength=classes).tolist()
    return found


def _to_device(samples: Samples, encoding: Encoding, device: torch.device) -> Dataset:
    sides = [*zip(samples.inputs, samples.targets, strict=True), *([samples.test] if samples.test else [])]
    inputs = [torch.from_numpy(np.ascontiguousarray(part, np.float32)).to(device) for part, _ in sides]
    plain = bool(samples.info.heads)
    coded = [part if plain else encode(part, encoding, samples.classes) for _, part in sides]
    targets = [torch.from_numpy(part).to(device) for part in coded]
    ignores = any(bool((part == IGNORED).any()) for _, part in sides)
    test = (inputs[2], targets[2]) if samples.test else None
    return Dataset(samples, encoding, ignores, inputs[0], targets[0], inputs[1], targets[1], test)
