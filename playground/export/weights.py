"""The weights of a run, for other programs."""

from __future__ import annotations

import io
from pathlib import Path

import safetensors.torch
import torch

from playground.engine.session import RunResult
from playground.spec.files import write


def state_dict(run: RunResult) -> dict[str, torch.Tensor]:
    """All weights by name on the CPU; with several networks each name starts with its network's."""
    several = len(run.networks) > 1
    return {
        f"{name}.{key}" if several else key: value.detach().cpu().clone().contiguous()
        for name, network in run.networks.items()
        for key, value in network.state_dict().items()
    }


def export_safetensors(run: RunResult, path: Path) -> None:
    """Write the weights as safetensors.

    Raises:
        FileError: the file cannot be written.
    """
    about = {"format": "pt", "title": run.experiment.title, "variant": run.variant}
    write(path, safetensors.torch.save(state_dict(run), metadata=about))


def export_state_dict(run: RunResult, path: Path) -> None:
    """Write the weights as a PyTorch state dict that loads with `weights_only=True`.

    Raises:
        FileError: the file cannot be written.
    """
    buffer = io.BytesIO()
    torch.save(state_dict(run), buffer)
    write(path, buffer.getvalue())
