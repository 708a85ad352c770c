"""The parameters of several networks of equal shape in one memory, on which modules and optimizers go on working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import nn

from playground.engine.steppers.fused.memory import places

Pair = tuple[torch.Tensor, torch.Tensor]


class Rows:
    """Weights, gradients and buffers of networks, each network's in a row; by name they are stacked (K, …)."""

    def __init__(self, networks: Sequence[nn.Module]) -> None:
        first = dict(networks[0].named_parameters())
        starts, learning, size = places(list(first.values()))
        self.starts = {name: starts[parameter] for name, parameter in first.items()}
        self.weights_of = torch.zeros(len(networks), size)
        self.gradients_of = torch.zeros(len(networks), learning)
        self.weights = {name: self._stack(self.weights_of, name, one) for name, one in first.items()}
        taught = {name: one for name, one in first.items() if one.requires_grad}
        self.gradients = {name: self._stack(self.gradients_of, name, one) for name, one in taught.items()}
        self.buffers = {name: torch.stack([one] * len(networks)) for name, one in networks[0].named_buffers()}
        self._cells = [[*self._pairs(network, place)] for place, network in enumerate(networks)]
        self._slopes = [[*self._taught(network, place)] for place, network in enumerate(networks)]

    def _stack(self, memory: torch.Tensor, name: str, like: torch.Tensor) -> torch.Tensor:
        start = self.starts[name]
        return memory[:, start : start + like.numel()].view(len(memory), *like.shape)

    def _pairs(self, network: nn.Module, place: int) -> Iterator[Pair]:
        """The parameters and buffers of a network, and where they belong."""
        for name, parameter in network.named_parameters():
            yield parameter, self.weights[name][place]
        for name, buffer in network.named_buffers():
            yield buffer, self.buffers[name][place]

    def _taught(self, network: nn.Module, place: int) -> Iterator[Pair]:
        """The parameters of a network that learn, and where their gradients belong."""
        learning = dict(network.named_parameters())
        for name, stack in self.gradients.items():
            yield learning[name], stack[place]

    @torch.no_grad()
    def bind(self, place: int) -> None:
        """Let a network's tensors lie in its row; the numbers of those that lay elsewhere are taken along."""
        for tensor, here in self._cells[place]:
            if _elsewhere(tensor, here):
                here.copy_(tensor)
                tensor.data = here
        for parameter, here in self._slopes[place]:
            if _elsewhere(parameter.grad, here):
                parameter.grad = here


def _elsewhere(tensor: torch.Tensor | None, place: torch.Tensor) -> bool:
    return tensor is None or tensor.data_ptr() != place.data_ptr()
