"""The weights between each pair of layers."""

from __future__ import annotations

import numpy as np

from playground.engine.probes.looked import looked_at
from playground.engine.run import Run


def weights(run: Run, limit: int, network: str = "") -> dict[str, np.ndarray]:
    """For each dense node "<id>", its first rows and columns (out, in), and "<id>.mean", their mean size."""
    arrays: dict[str, np.ndarray] = {}
    for name, value in looked_at(run, network).named_parameters():
        node, _, kind = name.partition(".")
        if kind == "weight" and value.ndim == 2:
            matrix = value.detach().float()
            arrays[node] = matrix[:limit, :limit].cpu().numpy().copy()
            arrays[f"{node}.mean"] = np.array(matrix.abs().mean().item(), dtype=np.float32)
    return arrays
