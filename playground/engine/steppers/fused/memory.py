"""The parameters of a network in one piece of memory, in which both the modules and the kernel work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from playground.engine.steppers.fused.code import LANES

STATES = {
    "sgd": (),
    "momentum": ("momentum_buffer",),
    "adam": ("exp_avg", "exp_avg_sq"),
    "adamw": ("exp_avg", "exp_avg_sq"),
}
"""What each optimizer remembers of a parameter, under PyTorch's names."""


def places(parameters: Sequence[torch.nn.Parameter]) -> tuple[dict[torch.nn.Parameter, int], int, int]:
    """Where each parameter begins, those that learn first; how many numbers of those there are, and of all.

    Each begins at a multiple of 16.
    """
    found: dict[torch.nn.Parameter, int] = {}
    end = learning = 0
    for parameter in sorted(parameters, key=lambda one: not one.requires_grad):
        found[parameter] = end
        end += -(-parameter.numel() // LANES) * LANES
        learning = end if parameter.requires_grad else learning
    return found, learning, end


class Memory:
    """Flat buffers for weights, gradients and the optimizer's state; `bind` makes the tensors views of them."""

    def __init__(self, starts: Mapping[torch.nn.Parameter, int], learning: int, size: int) -> None:
        self._starts = dict(starts)
        self.learning = learning
        self.weights = _aligned(size)
        self.gradients = _aligned(size)
        self._bound: list[tuple[torch.nn.Parameter, int, torch.Tensor | None]] = []
        self._states: dict[str, torch.Tensor] = {}
        self.states = {"state1": _aligned(learning), "state2": _aligned(learning)}

    def bind(self, optimizer: torch.optim.Optimizer, kind: str) -> None:
        """Move every tensor that lies elsewhere into the buffers; its numbers stay."""
        if self._is_bound(optimizer):
            return
        with torch.no_grad():
            for parameter, start in self._starts.items():
                if parameter.data_ptr() != self.weights[start:].data_ptr():
                    parameter.data = _moved(parameter, self.weights, start)
                if not parameter.requires_grad:
                    continue
                gradient = parameter.grad
                if gradient is None or gradient.data_ptr() != self.gradients[start:].data_ptr():
                    gradient = torch.zeros_like(parameter) if gradient is None else gradient
                    parameter.grad = _moved(gradient, self.gradients, start)
                self._bind_state(optimizer.state[parameter], parameter, start, kind)
        learning = [parameter for parameter in self._starts if parameter.requires_grad]
        self._bound = [(parameter, parameter.data_ptr(), parameter.grad) for parameter in learning]
        self._states = {name: optimizer.state[learning[0]][name] for name in STATES[kind]}

    def _is_bound(self, optimizer: torch.optim.Optimizer) -> bool:
        """Whether all is where it was; whoever replaces state of the optimizer replaces all of it."""
        for parameter, pointer, gradient in self._bound:
            if parameter.data_ptr() != pointer or parameter.grad is not gradient:
                return False
        state = optimizer.state[self._bound[0][0]] if self._bound else {}
        return bool(self._bound) and all(state.get(name) is held for name, held in self._states.items())

    def _bind_state(self, state: dict[str, torch.Tensor], parameter: torch.nn.Parameter, start: int, kind: str) -> None:
        names = STATES[kind]
        if kind.startswith("adam") and "step" not in state:
            state["step"] = torch.tensor(0.0)
        for name, buffer in zip(names, self.states.values(), strict=False):
            known = state.get(name)
            if known is None or known.data_ptr() != buffer[start:].data_ptr():
                state[name] = _moved(torch.zeros_like(parameter) if known is None else known, buffer, start)


def _moved(tensor: torch.Tensor, buffer: torch.Tensor, start: int) -> torch.Tensor:
    """A view of the buffer with the tensor's numbers."""
    view = buffer[start : start + tensor.numel()].view(tensor.shape)
    view.copy_(tensor)
    return view


def _aligned(size: int) -> torch.Tensor:
    """Zeros that begin at a multiple of 64 bytes; there is room for at least one vector."""
    wide = torch.zeros(max(size, LANES) + LANES)
    shift = -wide.data_ptr() % 64 // 4
    return wide[shift : shift + max(size, LANES)]
