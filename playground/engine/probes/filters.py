"""The kernels of a convolution beside the maps that they make of a sample."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from playground.engine.probes.activations import quantised, shrunk
from playground.engine.probes.grid import watched
from playground.engine.probes.looked import given, looked_at
from playground.engine.run import Run

CONVOLUTIONS = (nn.Conv1d, nn.Conv2d, nn.ConvTranspose1d, nn.ConvTranspose2d)
TRANSPOSED = (nn.ConvTranspose1d, nn.ConvTranspose2d)
Arrays = dict[str, np.ndarray]


def filters(run: Run, node: str, sample: int, limit: int, inputs: int, resolution: int, network: str = "") -> Arrays:
    """Kernels and maps of a convolution; empty where the network has none of that name.

    "kernels": int8 (filters, input channels, h, w), which times "kernels.scale" are the weights; "maps": int8 (filters,
    h, w), which times "maps.scale" is what each gives for the sample, after its activation. "image": what the network
    is given, int8 (h, w), where that is an image. "count": filters of the layer; "inputs": channels of each; "sample",
    "of": which sample, and of how many.
    """
    whole = looked_at(run, network)
    named = {name: part for name, part in whole.named_children() if isinstance(part, CONVOLUTIONS)}
    name = node or next(iter(named), "")
    if name not in named:
        return {}
    kernels = _kernels(named[name])
    samples = run.dataset.validation_inputs
    place = min(sample, len(samples) - 1)
    with watched(whole):
        entered = given(run, network, samples[place : place + 1])
        maps = whole.every_output(entered)[name][0].float()
    arrays: Arrays = {"sample": np.array(place), "of": np.array(len(samples))}
    arrays |= {"count": np.array(len(kernels)), "inputs": np.array(kernels.shape[1])}
    arrays["kernels"], arrays["kernels.scale"] = quantised(kernels[:limit, :inputs])
    arrays["maps"], arrays["maps.scale"] = quantised(_flat(maps[:limit], resolution))
    if entered.ndim == 4:
        arrays["image"] = quantised(shrunk(entered[0, :1].float(), resolution)[0])[0]
    return arrays


def _kernels(layer: nn.Module) -> torch.Tensor:
    """Weights (filters, input channels, h, w); of a transposed convolution in groups one filter after another."""
    weight = layer.get_parameter("weight").detach().float()
    weight = weight[:, :, None] if weight.ndim == 3 else weight
    if not isinstance(layer, TRANSPOSED):
        return weight
    groups = int(layer.groups)
    return torch.cat([part.transpose(0, 1) for part in weight.chunk(groups)])


def _flat(maps: torch.Tensor, resolution: int) -> torch.Tensor:
    """Maps (n, h, w), those of a sequence one pixel high."""
    return shrunk(maps[:, None] if maps.ndim == 2 else maps, resolution)
