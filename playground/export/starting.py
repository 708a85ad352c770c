"""Initial weights from a file, for the exported script: it starts from what the engine starts from."""

from __future__ import annotations

import torch
from safetensors import safe_open
from torch import nn

from playground.export.inline import Inlined
from playground.spec.experiment import Experiment


@torch.no_grad()
def take_weights(model: nn.Module, network: str, path: str) -> None:
    """Copy the weights of a network from a safetensors file wherever name and shape agree."""
    with safe_open(path, framework="pt") as file:
        for name, value in model.state_dict().items():
            key = f"{network}.{name}"
            if key in file.keys() and tuple(file.get_slice(key).get_shape()) == tuple(value.shape):  # noqa: SIM118  # it is no dict
                value.copy_(file.get_tensor(key))


def line(experiment: Experiment, network: str, inlined: Inlined) -> str:
    """The line of the script that takes them over, "" where the experiment starts from its initialisers alone."""
    if not experiment.weights:
        return ""
    return f"    {inlined.add('playground.export.starting.take_weights')}(model, {network!r}, WEIGHTS)"
