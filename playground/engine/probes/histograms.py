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
        arrays[f"{key}.counts"], arrays[f"{key}.edges"] = _histogram(numbers[np.isfinite(numbers)], bins)
    return arrays


def _histogram(numbers: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray]:
    low, high = (float(numbers.min()), float(numbers.max())) if numbers.size else (0.0, 1.0)
    # Weights that diverged can be so large that their spread holds fewer numbers than there are bins.
    least = 4 * bins * float(np.spacing(max(abs(low), abs(high))))
    if high - low < least:
        half = max(0.5, least)
        low, high = low - half, high + half
    return np.histogram(numbers, bins, (low, high))
