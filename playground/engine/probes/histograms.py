"""How the weights of each layer are distributed."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from playground.engine.probes.looked import looked_at
from playground.engine.run import Run


def histograms(run: Run, bins: int, network: str = "") -> dict[str, np.ndarray]:
    """For each node with weights "<id>.counts" (bins,) and "<id>.edges" (bins + 1,); only finite weights count.

    Biases are told as "<id>.bias.counts" and "<id>.bias.edges". A layer with several matrices, such as an LSTM, shows
    all of them together.
    """
    arrays: dict[str, np.ndarray] = {}
    for node, module in looked_at(run, network).named_children():
        for key, values in ((node, weights(module)), (f"{node}.bias", biases(module))):
            if values:
                numbers = np.concatenate([value.detach().double().cpu().numpy().ravel() for value in values])
                arrays[f"{key}.counts"], arrays[f"{key}.edges"] = _histogram(numbers[np.isfinite(numbers)], bins)
    return arrays


def weights(module: nn.Module) -> list[torch.Tensor]:
    """The matrices of a module; its factors, as of a normalisation, where it has no matrix."""
    found: list[torch.Tensor] = [v for name, v in module.named_parameters() if "bias" not in name.rpartition(".")[2]]
    return [value for value in found if value.ndim > 1] or found


def biases(module: nn.Module) -> list[torch.Tensor]:
    """What a module adds."""
    return [value for name, value in module.named_parameters() if "bias" in name.rpartition(".")[2]]


def _histogram(numbers: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray]:
    low, high = (float(numbers.min()), float(numbers.max())) if numbers.size else (0.0, 1.0)
    # Weights that diverged can be so large that their spread holds fewer numbers than there are bins.
    least = 4 * bins * float(np.spacing(max(abs(low), abs(high))))
    if high - low < least:
        half = max(0.5, least)
        low, high = low - half, high + half
    return np.histogram(numbers, bins, (low, high))
