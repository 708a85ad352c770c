"""How strongly each unit fires over the input plane."""

from __future__ import annotations

import numpy as np
import torch

from playground.engine.probes.grid import watched
from playground.engine.probes.looked import looked_at, on_plane, plane
from playground.engine.run import Run

FULL = 0.5
"""A layer whose strongest answer is smaller than this is not drawn at full colour: what is next to nothing looks so."""


def unit_maps(run: Run, resolution: int, limit: int, network: str = "") -> dict[str, np.ndarray]:
    """Maps of the first `limit` units of every node, after its activation; empty for a network on no plane.

    "<id>": int8 (units, resolution, resolution), first row at the top; times "<id>.scale" it is the value itself.
    "<id>.count": units of the layer.
    """
    if not on_plane(run, network):
        return {}
    module = looked_at(run, network)
    with watched(module):
        outputs = module.every_output(plane(run, network, resolution))
    arrays: dict[str, np.ndarray] = {}
    for node, values in outputs.items():
        flat = values.flatten(1).nan_to_num(0, 0, 0)
        shown = flat[:, :limit].T.reshape(-1, resolution, resolution)
        scale = max(float(shown.abs().max()), FULL) / 127
        arrays[node] = (shown / scale).round().to(torch.int8).cpu().numpy()
        arrays[f"{node}.scale"] = np.array(scale, dtype=np.float32)
        arrays[f"{node}.count"] = np.array(flat.shape[1])
    return arrays
