"""Checkpoints: everything a training needs to go on bit for bit, in one file without code."""

from __future__ import annotations

import io
import pickle
import zipfile
from array import array
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from playground.spec.errors import FileError
from playground.spec.experiment import Experiment
from playground.spec.files import loads, write
from playground.spec.forms import to_json
from playground.spec.live import essence
from playground.spec.record import Record, Series
from playground.spec.variants import differences

FORMAT = "nnplayground checkpoint 1"
UNSEEN = ("title", "lesson")
"""What no training depends on."""
MOST_NAMED = 3


def save(path: Path, state: dict[str, Any]) -> None:
    """Write a state of tensors and plain values atomically.

    Raises:
        FileError: the file cannot be written; the old one is untouched.
    """
    buffer = io.BytesIO()
    torch.save({"format": FORMAT, **state}, buffer)
    write(path, buffer.getvalue())


def load(path: Path) -> dict[str, Any]:
    """Read a state back; only tensors and plain values are accepted.

    Raises:
        FileError: the file is not there, damaged, or no checkpoint.
    """
    try:
        state = torch.load(path, weights_only=True, map_location="cpu")
    except OSError as error:
        raise FileError("", f"cannot read the checkpoint {path}: {error.strerror}") from None
    except (RuntimeError, ValueError, EOFError, KeyError, pickle.UnpicklingError, zipfile.BadZipFile):
        raise FileError("", f"the checkpoint {path} is damaged") from None
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise FileError("", f"{path} is no checkpoint")
    return state


def check(state: Mapping[str, Any], experiment: Experiment, path: Path) -> None:
    """Make sure that a state is of this experiment, which may now train longer, or elsewhere.

    Raises:
        FileError: it is another experiment's; the message names what differs.
    """
    if "experiment" not in state:
        return  # an older one, of which only the shapes of its weights can tell
    saved = replace(loads(state["experiment"].encode()), epochs=experiment.epochs, device=experiment.device)
    if essence(saved) == essence(experiment):
        return
    paths = [path for path, _ in differences(to_json(saved), to_json(experiment)) if not path.startswith(UNSEEN)]
    many = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
    said = f"; what differs: {', '.join(paths[:MOST_NAMED])}{many}" if paths else ""
    raise FileError("", f"the checkpoint {path} is of another experiment{said}")


def record_state(record: Record) -> dict[str, dict[str, list[torch.Tensor]]]:
    """The curves of a record as tensors."""
    return {
        variant: {name: [_tensor(one.x), _tensor(one.y), _tensor(_counts(one))] for name, one in named.items()}
        for variant, named in record.series.items()
    }


def _counts(one: Series) -> array[float]:
    return array("d", [one.stride, one.said, *(one.lowest or ())])


def _tensor(values: array[float]) -> torch.Tensor:
    return (
        torch.frombuffer(bytearray(values.tobytes()), dtype=torch.float64)
        if values
        else torch.empty(0, dtype=torch.float64)
    )


def load_record(state: dict[str, dict[str, list[torch.Tensor]]]) -> Record:
    """The record those tensors were."""
    found = Record()
    for variant, named in state.items():
        for name, (x, y, counts) in named.items():
            stride, said, *lowest = counts.tolist()
            best = (lowest[0], lowest[1]) if lowest else None
            one = Series(stride=int(stride), lowest=best, said=int(said))
            one.x.frombytes(x.numpy().tobytes())
            one.y.frombytes(y.numpy().tobytes())
            found.series.setdefault(variant, {})[name] = one
    return found
