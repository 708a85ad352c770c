"""Initial weights from a file, for the exported script: it starts from what the engine starts from."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from safetensors import safe_open
from torch import nn

from playground.export.inline import Inlined
from playground.spec.experiment import Experiment
from playground.spec.graph import Node

HERE = "playground.export.starting"


@torch.no_grad()
def take_weights(model: nn.Module, prefix: str, path: str, without: tuple[str, ...] = ()) -> None:
    """Copy the weights under a prefix of a safetensors file wherever name and shape agree, but for some layers.

    Weights that layers share are taken once, as those of the first of them.
    """
    held = model.state_dict()
    done = {value.data_ptr() for name, value in held.items() if name.partition(".")[0] in without}
    with safe_open(path, framework="pt") as file:
        stored = set(file.keys())
        for name, value in held.items():
            key = f"{prefix}.{name}"
            if name.partition(".")[0] in without or value.data_ptr() in done or key not in stored:
                continue
            if tuple(file.get_slice(key).get_shape()) == tuple(value.shape):
                value.copy_(file.get_tensor(key))
                done.add(value.data_ptr())


def line(experiment: Experiment, network: str, called: str, inlined: Inlined) -> Iterator[str]:
    """The line that takes them over for a network; none where the experiment starts from its initialisers alone."""
    if experiment.weights:
        operated = tuple(node.id for node in experiment.networks[network].nodes if node.surgery)
        left = f", {operated!r}" if operated else ""
        yield f'{inlined.add(f"{HERE}.take_weights")}({called}, "{network}", WEIGHTS{left})'


def before_surgery(experiment: Experiment, network: str, node: Node, inlined: Inlined) -> Iterator[str]:
    """The line with which a layer takes them over before anything is done to it by hand."""
    if experiment.weights:
        yield f'{inlined.add(f"{HERE}.take_weights")}(self.{node.id}, "{network}.{node.id}", WEIGHTS)'
