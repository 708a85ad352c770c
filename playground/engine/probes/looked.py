"""The network that a probe looks at, what it is given, and the plane on which it is shown."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.faces import EXTENT
from playground.engine.network import INPUT, Network
from playground.engine.probes.grid import grid
from playground.engine.run import Run


def looked_at(run: Run, network: str) -> Network:
    """The network of that name; "" for the one that is looked at where none is named."""
    return run.networks[network or run.objective.name]


def on_plane(run: Run, network: str) -> float:
    """How far the plane reaches on which the network is shown; 0 where it is on none.

    That is the plane of the data, or that of the two numbers that the network is given instead of samples.
    """
    name = network or run.objective.name
    if run.objective.sampled(name):
        return float(run.dataset.samples.entry.extent) if run.dataset.samples.info.plane else 0.0
    graph = run.experiment.networks[name]
    given = [run.networks[name].shapes[node.id] for node in graph.nodes if node.layer.name == INPUT]
    return EXTENT if given[:1] == [(2,)] else 0.0


def plane(run: Run, network: str, resolution: int) -> torch.Tensor:
    """What the network is given (resolution², F) at the points of its plane, row by row from the top left."""
    if run.objective.sampled(network or run.objective.name):
        return grid(run, resolution)
    axis = np.linspace(-EXTENT, EXTENT, resolution, dtype=np.float32)
    x, y = np.meshgrid(axis, axis[::-1])
    return torch.from_numpy(np.stack([x.ravel(), y.ravel()], axis=1)).to(run.device)


def given(run: Run, network: str, samples: torch.Tensor) -> torch.Tensor:
    """What the network is given where the data give these samples."""
    return run.objective.given(network or run.objective.name, samples.to(run.device))


def given_from(run: Run, network: str, first: int, count: int) -> torch.Tensor:
    """What the network is given where the data give some validation samples, from the place `first` on."""
    inputs = run.dataset.validation_inputs
    if run.dataset.streamed:
        return given(run, network, inputs[first : first + count])
    return given(run, network, inputs)[first : first + count]
