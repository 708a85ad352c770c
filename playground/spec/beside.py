"""Weights that lie in the cache go beside the experiment when it is saved."""

from __future__ import annotations

import filecmp
from dataclasses import replace
from pathlib import Path

from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.files import write


def with_weights_beside(experiment: Experiment, path: Path, cache: Path) -> Experiment:
    """The experiment as it is to be written to `path`: weights from below `cache` are copied into its folder.

    A file that is there already is left alone unless it is the same; the copy then gets a number.

    Raises:
        FileError: they cannot be read or written.
    """
    source = Path(experiment.weights)
    if not experiment.weights or not source.is_relative_to(cache):
        return experiment
    try:
        copy = _place(source, path)
        if not copy.exists():
            write(copy, source.read_bytes())
    except OSError as error:
        raise FileError("", f"cannot keep the weights {source.name}: {error.strerror}") from None
    return replace(experiment, weights=str(copy.absolute()))


def _place(source: Path, path: Path) -> Path:
    """The first name beside `path` that is free, or has the same weights."""
    place, number = path.with_suffix(".safetensors"), 2
    while place.exists() and not (place.is_file() and filecmp.cmp(source, place, shallow=False)):
        place, number = path.with_name(f"{path.stem}-{number}.safetensors"), number + 1
    return place
