"""The input plane as a grid of samples, and a network asked about them without being disturbed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from torch import nn

from playground.engine.run import Run


def grid(run: Run, resolution: int) -> torch.Tensor:
    """Inputs (resolution², F) at the points of the plane, row by row from the top left."""
    extent = run.dataset.samples.entry.extent
    axis = np.linspace(-extent, extent, resolution, dtype=np.float32)
    x, y = np.meshgrid(axis, axis[::-1])
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    return torch.from_numpy(run.dataset.samples.from_plane(points)).to(run.device)


@contextmanager
def watched(network: nn.Module) -> Iterator[None]:
    """Evaluation mode without gradients; the network is left in the mode it was in."""
    training = network.training
    network.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        network.train(training)
