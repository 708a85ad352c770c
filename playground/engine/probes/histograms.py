"""How the weights of each layer are distributed."""

from __future__ import annotations

import numpy as np

from playground.engine.run import Run


def histograms(run: Run, bins: int) -> dict[str, np.ndarray]:
    """For each node with weights "<id>.counts" (bins,) and "<id>.edges" (bins + 1,); only finite weights count."""
    arrays: dict[str, np.ndarray] = {}
    for name, value in run.networks[run.objective.name].named_parameters():
        node, _, kind = name.partition(".")
        if kind != "weight":
            continue
        weights = value.detach().double().cpu().numpy().ravel()
        counts, edges = np.histogram(weights[np.isfinite(weights)], bins)
        arrays[f"{node}.counts"], arrays[f"{node}.edges"] = counts, edges
    return arrays
