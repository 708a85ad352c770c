"""What a NumPy file that a person opens looks like: which file beside it has the targets, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from playground.catalog.data.array_files import Stored, is_archive, pair
from playground.catalog.data.arrays import AS_STORED, GREY, LAST, ArrayFile, array_rows
from playground.spec.errors import DataError
from playground.spec.forms import entry_to_json

ARRAYS = (".npy", ".npz")
PAIRS = (
    *(("x", "y"), ("images", "labels"), ("images", "masks"), ("images", "targets"), ("image", "label")),
    *(("inputs", "targets"), ("inputs", "labels"), ("inputs", "outputs"), ("input", "target"), ("input", "output")),
    *(("data", "labels"), ("data", "targets"), ("data", "target"), ("features", "labels"), ("features", "targets")),
)
"""Words in the names of a file of samples and of that of its targets."""
CHANNELS = (1, 3, 4)
FEW_CLASSES = 20
"""Floats of so many different whole numbers, or fewer, are taken for classes at first."""
LOOKED_AT = 100_000
"""Targets that are looked at."""


def inspect_arrays(path: str) -> dict[str, Any]:
    """A data entry with every guess written out, how many rows there are, and what to know, as `files.inspect` says.

    Raises:
        SpecError: the files cannot be read or learnt from, or no targets lie beside the samples.
    """
    inputs, targets = _files(path)
    samples, answers = pair(inputs, targets)
    some = answers.read()[:LOOKED_AT]
    guess = ArrayFile(
        path=inputs,
        targets=targets,
        target_type="class" if _are_classes(some) else "number",
        images=_layout(samples),
    )
    rows, _ = array_rows(guess.path, guess.targets, guess.images, guess.target_type)
    rows[:1]
    return {
        "entry": entry_to_json(guess),
        "columns": [],
        "rows": len(rows),
        "preview": [],
        "notes": [f"The targets are those of {answers.name}."],
    }


def _files(path: str) -> tuple[str, str]:
    """The file of the samples and that of the targets, "" where the same has both."""
    chosen = Path(path)
    if is_archive(path):
        return path, ""
    known = {one.stem.lower(): one for one in sorted(chosen.parent.glob("*.npy"))}
    for forth in (True, False):
        for name in _partners(chosen.stem, forth):
            if other := known.get(name):
                return (path, str(other)) if forth else (str(other), path)
    raise DataError(
        f"beside {chosen.name} there is no file with its targets",
        "Put both into one folder, named as x.npy and y.npy or images.npy and labels.npy are.",
    )


def _partners(stem: str, forth: bool) -> Iterator[str]:
    """What the other file may be called: that of the targets, or else that of the samples."""
    words = re.split(r"([^a-z0-9]+)", stem.lower())
    for samples, targets in PAIRS:
        here, there = (samples, targets) if forth else (targets, samples)
        if here in words:
            yield "".join(there if word == here else word for word in words)


def _are_classes(some: np.ndarray) -> bool:
    if some.dtype.kind != "f":
        return bool(some.min() >= 0)
    whole = bool(np.isfinite(some).all() and (some == np.floor(some)).all() and some.min() >= 0)
    return whole and len(np.unique(some)) <= FEW_CLASSES


def _layout(samples: Stored) -> str:
    shape = samples.shape
    if len(shape) == 4 and shape[3] in CHANNELS and shape[1] not in CHANNELS:
        return LAST
    return GREY if len(shape) == 3 and samples.dtype == np.uint8 else AS_STORED
