"""The weights between each pair of layers."""

from __future__ import annotations

import numpy as np

from playground.engine.run import Run


def weights(run: Run, limit: int) -> dict[str, np.ndarray]:
    """For each dense node: "<id>" its first rows and columns (out, in), and "<id>.mean" the mean size of all its weights."""
    arrays: dict[str, np.ndarray] = {}
    for name, value in run.networks[run.objective.name].named_parameters():
        node, _, kind = name.partition(".")
        if kind == "weight" and value.ndim == 2:
            matrix = value.detach().float()
            arrays[node] = matrix[:limit, :limit].cpu().numpy().copy()
            arrays[f"{node}.mean"] = np.float32(matrix.abs().mean().item())
    return arrays
