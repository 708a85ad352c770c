"""Recurrent layers step by step: the same numbers as the layer gives, with every state and gate in sight.

The layers of PyTorch give the states of their uppermost layer alone, and no gradient of one state through the next.
Here each step is computed from the layer's own weights, with the formulas of its documentation.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import nn

Recurrent = nn.RNN | nn.GRU | nn.LSTM
Steps = list[torch.Tensor]


@dataclass
class Pass:
    """One direction of one layer: each name of a state or gate with its values (N, H) at each step, in order of time.

    "h" is the hidden state; an LSTM has "c", its cell.
    """

    named: dict[str, Steps] = field(default_factory=dict)

    def add(self, values: dict[str, torch.Tensor]) -> None:
        """Note the next step that was computed."""
        for name, value in values.items():
            self.named.setdefault(name, []).append(value)

    def turned(self) -> Pass:
        """The steps the other way round."""
        return Pass({name: steps[::-1] for name, steps in self.named.items()})


def unrolled(module: Recurrent, inputs: torch.Tensor) -> list[Pass]:
    """The uppermost layer's passes, forward and then backward where there are both, for inputs (N, L, E).

    The module must be one that takes the batch first, begins with zeros and drops nothing out, as in evaluation mode.
    """
    passes: list[Pass] = []
    for layer in range(module.num_layers):
        passes = [_pass(module, layer, inputs, back) for back in range(1 + module.bidirectional)]
        inputs = together(passes, "h")
    return passes


def together(passes: list[Pass], name: str) -> torch.Tensor:
    """A state or gate (N, L, directions · H), both directions side by side."""
    return torch.cat([torch.stack(one.named[name], dim=1) for one in passes], dim=2)


def last(passes: list[Pass], name: str = "h") -> torch.Tensor:
    """A state as it is at the end of each direction (N, directions · H)."""
    return torch.cat([one.named[name][-1 if way == 0 else 0] for way, one in enumerate(passes)], dim=1)


def _pass(module: Recurrent, layer: int, inputs: torch.Tensor, back: int) -> Pass:
    ending = f"_l{layer}{'_reverse' * back}"
    weights = [getattr(module, f"weight_{kind}{ending}") for kind in ("ih", "hh")]
    biases = [getattr(module, f"bias_{kind}{ending}") if module.bias else None for kind in ("ih", "hh")]
    state = {name: inputs.new_zeros(len(inputs), module.hidden_size).requires_grad_() for name in _states(module)}
    found = Pass()
    for step in inputs.flip(1).unbind(1) if back else inputs.unbind(1):
        given = nn.functional.linear(step, weights[0], biases[0])
        remembered = nn.functional.linear(state["h"], weights[1], biases[1])
        values = _step(module, given, remembered, state)
        found.add(values)
        state = {name: values[name] for name in state}
    return found.turned() if back else found


def _states(module: Recurrent) -> tuple[str, ...]:
    return ("h", "c") if isinstance(module, nn.LSTM) else ("h",)


def _step(
    module: Recurrent, given: torch.Tensor, remembered: torch.Tensor, before: dict[str, torch.Tensor]
) -> dict[str, torch.Tensor]:
    """States and gates of a step from W x + b and U h + b, in PyTorch's order of the gates."""
    if isinstance(module, nn.LSTM):
        i, f, g, o = (given + remembered).chunk(4, dim=1)
        i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
        cell = f * before["c"] + i * g
        return {"h": o * cell.tanh(), "c": cell, "i": i, "f": f, "o": o, "g": g}
    if isinstance(module, nn.GRU):
        (r, z, n), (ur, uz, un) = given.chunk(3, dim=1), remembered.chunk(3, dim=1)
        r, z = (r + ur).sigmoid(), (z + uz).sigmoid()
        n = (n + r * un).tanh()
        return {"h": (1 - z) * n + z * before["h"], "r": r, "z": z, "n": n}
    bent = torch.relu if module.nonlinearity == "relu" else torch.tanh
    return {"h": bent(given + remembered)}
