"""One unit in full."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from playground.engine.operations import unit_axes, unit_place
from playground.engine.probes.activations import shrunk
from playground.engine.probes.grid import watched
from playground.engine.probes.looked import given, given_from, looked_at, on_plane, plane
from playground.engine.run import Run

BATCH = 256
"""Training samples over which the mean and the share of zeros are taken."""
STRIP = 32
"""Validation samples in the strip of a unit that gives one number for each."""

Arrays = dict[str, np.ndarray]


def unit_detail(run: Run, node: str, unit: int, sample: int, resolution: int, limit: int, network: str = "") -> Arrays:
    """What there is to know of a unit; empty where the network has no such unit.

    "map": float32 (h, w), on the input plane as far as "extent", of one image, or of some samples in a row; "units" of
    the layer; "mean", "zero": mean activation and share of exact zeros over a batch. Where the layer has weights
    "weights": the first of them, flat, of "shape", "axis": where the unit's number goes in the index of a weight;
    "bias"; "grad": √(mean g²) of the unit.
    """
    whole = looked_at(run, network)
    module = dict(whole.named_children()).get(node)
    with watched(whole):
        batch = whole.every_output(given(run, network, run.dataset.train_inputs[:BATCH])).get(node)
        if batch is None:
            return {}
        place = unit_place(module) % batch.ndim if module is not None else 1
        if unit >= batch.shape[place]:
            return {}
        seen = batch.select(place, unit).float()
        shown = _map(run, network, node, unit, place, sample, resolution)
    arrays: Arrays = {"mean": _number(seen.mean()), "zero": _number((seen == 0).float().mean()), "map": shown}
    arrays["units"] = np.array(batch.shape[place])
    if extent := on_plane(run, network):
        arrays["extent"] = np.array(extent, dtype=np.float32)
    if module is not None:
        arrays |= _weights(module, unit, limit)
    return arrays


def _map(run: Run, network: str, node: str, unit: int, place: int, sample: int, resolution: int) -> np.ndarray:
    whole = looked_at(run, network)
    if on_plane(run, network):
        values = whole.every_output(plane(run, network, resolution))[node].select(place, unit)
        flat = values.reshape(resolution, resolution, -1)[:, :, 0]
        return _numpy(flat)
    inputs = run.dataset.validation_inputs
    first = min(sample, len(inputs) - 1)
    values = whole.every_output(given_from(run, network, first, STRIP))[node].select(place, unit).float()
    if values.ndim == 3:
        return _numpy(shrunk(values[:1], resolution)[0])
    return _numpy(values[:1] if values.ndim == 2 else values.reshape(1, -1))


def _weights(module: nn.Module, unit: int, limit: int) -> Arrays:
    axes, own = unit_axes(module), dict(module.named_parameters(recurse=False))
    found: Arrays = {}
    grads = [own[name].grad.select(axes[name], unit) for name in axes if name in own and own[name].grad is not None]  # type: ignore[union-attr]  # those without were left out
    if grads:
        found["grad"] = _number(torch.cat([grad.flatten() for grad in grads]).square().mean().sqrt())
    if "weight" in axes and unit < own["weight"].shape[axes["weight"]]:
        row = own["weight"].detach().select(axes["weight"], unit)
        found["weights"], found["axis"] = _numpy(row.flatten()[:limit]), np.array(axes["weight"])
        found["shape"] = np.array(row.shape, dtype=np.int64)
    if "bias" in axes and "bias" in own:
        found["bias"] = _number(own["bias"].detach()[unit])
    return found


def _number(value: torch.Tensor) -> np.ndarray:
    return np.array(value.item(), dtype=np.float32)


def _numpy(values: torch.Tensor) -> np.ndarray:
    found: np.ndarray = values.detach().float().cpu().numpy().copy()
    return found
