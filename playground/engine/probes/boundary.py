"""The network's answer over the input plane."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.probes.grid import grid
from playground.engine.run import Run

Arrays = dict[str, np.ndarray]


def boundary(run: Run, resolution: int) -> Arrays:
    """Answers at (resolution, resolution) points, first row at the top; empty for data that lie on no plane.

    "values": one number in [-1, 1] per point, for two classes and for regression; "classes": a share 0-255 for each of
    more classes, (h, w, C); "extent": how far the plane reaches. An objective without targets gives "values" of its
    own: how real a point looks to a discriminator, how well an autoencoder restores it.
    """
    samples = run.dataset.samples
    if not samples.info.plane:
        return {}
    answers = run.objective.answers(grid(run, resolution)).float()
    shaped = answers.reshape(resolution, resolution, -1).nan_to_num()
    extent = np.array(samples.entry.extent, dtype=np.float32)
    if shaped.shape[2] > 1:
        classes = (255 * shaped.clamp(0, 1)).round().to(torch.uint8)
        return {"classes": classes.cpu().numpy(), "extent": extent}
    return {"values": shaped[:, :, 0].clamp(-1, 1).cpu().numpy(), "extent": extent}
