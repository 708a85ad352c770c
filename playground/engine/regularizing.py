"""What regularisers do to gradients, weights and inputs. torch only: an exported script may carry the functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import torch
from torch import nn

from playground.catalog.regularizers import WeightRegularizer
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment
from playground.spec.graph import Node

Layer = tuple[str, str]
"""A network and one of its nodes."""


@dataclass(frozen=True)
class Acting:
    """A regulariser and where it works: on these layers, or on all `apart` from them."""

    item: Entry
    layers: frozenset[Layer] = frozenset()
    apart: bool = True

    def within(self, network: str) -> list[str]:
        """Those of the layers that a network has."""
        return sorted(node for name, node in self.layers if name == network)


def regularizers_by_act(experiment: Experiment) -> dict[str, list[Acting]]:
    """The regularisers that act on "gradients", on "weights" after a step and on "inputs", each in their order.

    Those of single layers stand in place of the network-wide ones of their kind. What does nothing is left out.
    """
    own: dict[Entry, set[Layer]] = {}
    for name, graph in experiment.networks.items():
        for node in graph.nodes:
            for item in of_layer(node):
                own.setdefault(item, set()).add((name, node.id))
    every = [Acting(item, _with_own(item, own)) for item in experiment.regularizers]
    every += [Acting(item, frozenset(layers), apart=False) for item, layers in own.items()]
    found: dict[str, list[Acting]] = {"gradients": [], "weights": [], "inputs": []}
    for one in sorted(every, key=lambda one: getattr(one.item, "order", 0)):
        if one.item.target and not getattr(one.item, "idle", False):
            found[getattr(one.item, "acts", "gradients")].append(one)
    return found


def of_layer(node: Node) -> list[WeightRegularizer]:
    """The regularisers that a layer has for itself; others work on the run as a whole."""
    return [item for item in node.regularizers if isinstance(item, WeightRegularizer)]


def _with_own(item: Entry, own: Mapping[Entry, set[Layer]]) -> frozenset[Layer]:
    """The layers that have a regulariser of the same kind for themselves."""
    return frozenset(layer for other, layers in own.items() if other.name == item.name for layer in layers)


def layer_weights(network: nn.Module, layers: Collection[str], apart: bool = False) -> list[nn.Parameter]:
    """The weights of some layers that learn, or of all layers `apart` from them; biases, of one axis, are none."""
    found = []
    for name, value in network.named_parameters():
        inside = name.partition(".")[0].removesuffix("_activation") in layers
        if value.requires_grad and value.ndim >= 2 and inside != apart:
            found.append(value)
    return found


def elastic_net(parameters: Iterable[torch.Tensor], strength: float, l1_ratio: float) -> None:
    """Add the gradient of strength · (l1_ratio · Σ|w| + (1 − l1_ratio) · Σw² / 2) to those of the parameters."""
    with torch.no_grad():
        for weight in parameters:
            if weight.grad is not None:
                weight.grad.add_(weight.sign(), alpha=strength * l1_ratio)
                weight.grad.add_(weight, alpha=strength * (1 - l1_ratio))


def max_norm(parameters: Iterable[torch.Tensor], limit: float) -> None:
    """Shorten the weights of each unit, which lie along the first axis, to a length of at most `limit`."""
    with torch.no_grad():
        for weight in parameters:
            if weight.requires_grad:
                weight.copy_(weight.renorm(p=2, dim=0, maxnorm=limit))


def input_noise(inputs: torch.Tensor, std: float) -> torch.Tensor:
    """Inputs (N, …) with noise of a standard deviation."""
    return inputs + std * torch.randn_like(inputs)
