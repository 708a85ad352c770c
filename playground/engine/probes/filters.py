"""The kernels of a convolution beside the maps that they make of a sample, or the templates of a dense layer."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import nn

from playground.engine.network import output_node
from playground.engine.probes.activations import quantised, shrunk
from playground.engine.probes.grid import watched
from playground.engine.probes.looked import given, looked_at
from playground.engine.run import Run

CONVOLUTIONS = (nn.Conv1d, nn.Conv2d, nn.ConvTranspose1d, nn.ConvTranspose2d)
TRANSPOSED = (nn.ConvTranspose1d, nn.ConvTranspose2d)
Arrays = dict[str, np.ndarray]


def filters(run: Run, node: str, sample: int, limit: int, inputs: int, resolution: int, network: str = "") -> Arrays:
    """Kernels and maps of a convolution, or templates of a dense layer; empty where there is none of that name.

    "kernels": int8 (filters, input channels, h, w), which times "kernels.scale" are the weights; "maps": int8 (filters,
    h, w), which times "maps.scale" is what each gives for the sample, after its activation. "image": what the network
    is given, int8 (h, w), where that is an image. "count": filters of the layer; "inputs": channels of each; "sample",
    "of": which sample, and of how many.

    Templates are the rows of the weights of a layer that is given all numbers of an image, each as an image; a map is
    then one number. Where those are the scores of classes there are "scores" (K,), before softmax, and "shares" (K,),
    after it, and "target", the true class.
    """
    whole, samples = looked_at(run, network), run.dataset.validation_inputs
    shape = tuple(given(run, network, samples[:1]).shape[1:])
    parts = dict(whole.named_children())
    convolutions = [name for name, part in parts.items() if isinstance(part, CONVOLUTIONS)]
    dense = [name for name, part in parts.items() if _reads_image(part, shape) and len(whole.shapes[name]) == 1]
    name = node or next(iter([*convolutions, *dense]), "")
    if name not in (*convolutions, *dense):
        return {}
    kernels = _kernels(parts[name]) if name in convolutions else parts[name].get_parameter("weight").detach().float()
    kernels = kernels if name in convolutions else kernels.reshape(-1, *shape)
    place = min(sample, len(samples) - 1)
    with watched(whole):
        entered = given(run, network, samples[place : place + 1])
        maps = whole.every_output(entered)[name][0].float()
    arrays: Arrays = {"sample": np.array(place), "of": np.array(len(samples))}
    arrays |= {"count": np.array(len(kernels)), "inputs": np.array(kernels.shape[1])}
    arrays["kernels"], arrays["kernels.scale"] = quantised(kernels[:limit, :inputs])
    shown = maps[:limit, None, None] if name in dense else maps[:limit]
    arrays["maps"], arrays["maps.scale"] = quantised(_flat(shown, resolution))
    if name in dense and _scores(run, network, name, maps):
        target = run.dataset.samples.targets[1][place]
        arrays |= {"scores": maps.cpu().numpy(), "shares": maps.softmax(0).cpu().numpy(), "target": np.asarray(target)}
    if entered.ndim == 4:
        arrays["image"] = quantised(shrunk(entered[0, :1].float(), resolution)[0])[0]
    return arrays


def _reads_image(layer: nn.Module, shape: tuple[int, ...]) -> bool:
    """Whether a layer gives a number for each row of its weights, which has a weight for each number of an image."""
    return isinstance(layer, nn.Linear) and len(shape) == 3 and layer.in_features == math.prod(shape)


def _scores(run: Run, network: str, name: str, outputs: torch.Tensor) -> bool:
    """Whether a layer gives the score of each class."""
    graph = run.experiment.networks[network or run.objective.name]
    last = output_node(graph)
    classes = run.dataset.samples.classes
    return last is not None and last.id == name and run.dataset.encoding == "index" and outputs.shape == (classes,)


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
