"""How the weights of each layer are distributed."""

from __future__ import annotations

import numpy as np

from playground.engine.run import Run


def histograms(run: Run, bins: int) -> dict[str, np.ndarray]:
    """For each node with weights "<id>.counts" (bins,) and "<id>.edges" (bins + 1,); only finite weights count.

    Biases are told as "<id>.bias.counts" and "<id>.bias.edges".
    """
    arrays: dict[str, np.ndarray] = {}
    for name, value in run.networks[run.objective.name].named_parameters():
        node, _, kind = name.partition(".")
        if kind not in ("weight", "bias"):
            continue
        key = node if kind == "weight" else f"{node}.bias"
        numbers = value.detach().double().cpu().numpy().ravel()
        arrays[f"{key}.counts"], arrays[f"{key}.edges"] = np.histogram(numbers[np.isfinite(numbers)], bins)
    return arrays
