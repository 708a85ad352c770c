"""What each layer makes of samples that lie on no plane: maps of images, strips of everything else."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn.functional import adaptive_avg_pool2d

from playground.engine.probes.grid import watched
from playground.engine.probes.looked import given_from, looked_at, on_plane
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]


def activations(
    run: Run, sample: int, samples: int, limit: int, units: int, resolution: int, network: str = ""
) -> Arrays:
    """Maps and strips of every node, after its activation; empty for a network that is shown over a plane.

    "<id>": int8 (maps, h, w), which times "<id>.scale" is the value; for a layer that gives (C, H, W) a map for each
    channel of one sample, for (C, L) one strip of channels × places of it, for (F,) one strip of samples × units.
    "<id>.count": channels or units of the layer; "sample": the sample's place; "of": how many there are;
    "target": its target, a class index or a number, where it has just one.
    """
    if on_plane(run, network):
        return {}
    inputs = run.dataset.validation_inputs
    first = min(sample, len(inputs) - 1)
    module = looked_at(run, network)
    with watched(module):
        outputs = module.every_output(given_from(run, network, first, samples))
    arrays: Arrays = {"sample": np.array(first), "of": np.array(len(inputs))}
    if not run.dataset.samples.targets[1].shape[1:]:
        arrays["target"] = np.asarray(run.dataset.samples.targets[1][first])
    for node, values in outputs.items():
        shown = _pictures(values.detach().float(), limit, units, resolution)
        if shown is not None:
            arrays[node], arrays[f"{node}.scale"] = quantised(shown)
            arrays[f"{node}.count"] = np.array(values.shape[1])
    return arrays


def _pictures(values: torch.Tensor, limit: int, units: int, resolution: int) -> torch.Tensor | None:
    if values.ndim == 4:
        return shrunk(values[0, :limit], resolution)
    if values.ndim == 3:
        return values[:1, :units, :units]
    return values[None, :, :units] if values.ndim == 2 else None


def shrunk(maps: torch.Tensor, resolution: int) -> torch.Tensor:
    """Maps (n, h, w) averaged to at most so many points along each side."""
    height, width = maps.shape[1:]
    most = max(height, width)
    if most <= resolution:
        return maps
    size = (max(1, round(height * resolution / most)), max(1, round(width * resolution / most)))
    return adaptive_avg_pool2d(maps, size)


def quantised(values: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Values as int8 −127 … 127, and the value of one step."""
    values = values.nan_to_num(0, 0, 0)
    scale = max(float(values.abs().max()), 1e-9) / 127
    return (values / scale).round().to(torch.int8).cpu().numpy(), np.array(scale, dtype=np.float32)
