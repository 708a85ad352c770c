"""A model file to an experiment file with its weights beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import safetensors.torch

from playground.interchange.assemble import Imported, assemble
from playground.interchange.draft import ModelError
from playground.interchange.onnx_reader import read_onnx
from playground.interchange.pt2 import read_pt2
from playground.spec.files import save, write

SUFFIXES = (".onnx", ".pt2")


def read_model(path: Path) -> Imported:
    """Read a model of another program.

    Raises:
        ModelError: it cannot be read, or is of a kind that nobody here knows.
    """
    if path.exists() and not path.is_file():
        raise ModelError(f"{path} is no plain file")
    if path.suffix.lower() == ".pt2":
        return assemble(read_pt2(path), path.stem)
    if path.suffix.lower() == ".onnx":
        return assemble(read_onnx(path), path.stem)
    raise ModelError(f"{path.name} is no model that can be read; it needs to end in {' or '.join(SUFFIXES)}")


def weights_path(path: Path) -> Path:
    """Where the weights of an experiment file lie."""
    return path.with_suffix(".safetensors")


def write_model(found: Imported, path: Path) -> None:
    """Write the experiment, and its weights beside it.

    Raises:
        FileError: a file cannot be written.
    """
    experiment = found.experiment
    if found.weights:
        beside = weights_path(path)
        tensors = {name: value.detach().clone().contiguous() for name, value in found.weights.items()}
        write(beside, safetensors.torch.save(tensors, metadata={"format": "pt"}))
        experiment = replace(experiment, weights=str(beside.absolute()))
    save(path, experiment)
