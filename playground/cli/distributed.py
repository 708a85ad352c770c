"""`nnplayground train --distributed`: as one of several processes, or starting them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping

from playground.cli import launching
from playground.cli.files import load
from playground.cli.mistake import Mistake

GPU_LESS = 2
"""Processes on a machine without a GPU."""
PLACE = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
"""What torchrun tells each process that it starts."""


def run(arguments: argparse.Namespace) -> int:
    """Train in the processes that are there; where there is only this one, start them.

    Raises:
        Mistake: something stands in the way.
    """
    if not started(os.environ):
        return launching.launch(words(arguments), arguments.processes or _count(arguments))
    if arguments.processes is not None:
        raise Mistake("--processes is for torchrun to say here: --nproc-per-node")
    from playground.cli import joining  # torch, which who only starts others does not need

    return joining.run(arguments)


def started(environment: Mapping[str, str]) -> bool:
    """Whether this process was started as one of several."""
    return all(name in environment for name in PLACE)


def words(arguments: argparse.Namespace) -> list[str]:
    """The command line of the processes to start."""
    found = ["train", arguments.file, "--distributed"]
    for name in ("epochs", "seed", "device", "out"):
        value = getattr(arguments, name)
        found += [] if value is None else [f"--{name}={value}"]
    found += [f"--set={path}={value}" for path, value in arguments.changes]
    return found + [f"--{name}" for name in ("resume", "json") if getattr(arguments, name)]


def _count(arguments: argparse.Namespace) -> int:
    """One process for each GPU that is to be used."""
    device = load(arguments.file, arguments.changes, device=arguments.device).device
    if device not in ("auto", "cuda"):
        return GPU_LESS
    import torch

    return torch.cuda.device_count() or GPU_LESS
