"""Surgery on modules, one operation each. torch only: an exported script carries these very functions."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import torch
from torch import nn
from torch.utils.hooks import RemovableHandle

WHOLE = -1
"""Stands for all units of a module where one unit is named."""


def unit_axes(module: nn.Module) -> dict[str, int]:
    """The axis of each tensor of a module along which its units lie.

    A unit is an output feature, a filter or a row of an embedding. Empty for modules that can be operated on only as a
    whole: recurrent ones, attention, transposed convolutions in groups, heads that are averaged.
    """
    own = {**dict(module.named_parameters(recurse=False)), **dict(module.named_buffers(recurse=False))}
    weight = own.pop("weight", None)
    transposed = bool(getattr(module, "transposed", False))
    averaged = not getattr(module, "concat", True)
    if weight is None or weight.ndim == 0 or averaged or (transposed and getattr(module, "groups", 1) != 1):
        return {}
    axis = 1 if transposed else 0
    beside = {name: 0 for name, value in own.items() if value.ndim and value.shape[0] == weight.shape[axis]}
    return {"weight": axis, **beside}


def unit_count(module: nn.Module) -> int:
    """How many units a module has; 0 where it can be operated on only as a whole."""
    axes = unit_axes(module)
    return int(module.get_parameter("weight").shape[axes["weight"]]) if axes else 0


def unit_tensors(module: nn.Module, unit: int) -> dict[str, torch.Tensor]:
    """Views of the numbers of one unit, or of all tensors of the module for WHOLE."""
    every = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    if unit == WHOLE:
        return {name: value.detach() for name, value in every.items()}
    return {name: every[name].detach().select(axis, unit) for name, axis in unit_axes(module).items()}


def redraw_seed(seed: int, unit: int, times: int) -> int:
    """The seed with which a unit of a node with this seed is drawn the so-manieth time."""
    return zlib.crc32(f"{seed}.{unit}.{times}".encode())


@torch.no_grad()
def redraw(module: nn.Module, fresh: nn.Module, unit: int) -> None:
    """Give a unit of a module, or WHOLE, the numbers it has in a fresh one."""
    drawn = unit_tensors(fresh, unit)
    for name, value in unit_tensors(module, unit).items():
        value.copy_(drawn[name])


@torch.no_grad()
def put(module: nn.Module, name: str, index: tuple[int, ...], value: float) -> None:
    """Set one number of a parameter."""
    module.get_parameter(name)[index] = value


def ablate(layer: nn.Module, last: nn.Module, units: Iterable[int]) -> RemovableHandle:
    """Let units of a layer give 0 behind `last`, its activation or the layer itself; no gradient flows through them.

    An embedding gives zeros for the rows that are switched off.
    """
    chosen = torch.tensor(sorted(units))
    if isinstance(layer, nn.Embedding):

        def without_rows(_: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> torch.Tensor:
            off = torch.isin(inputs[0].long(), chosen.to(output.device))
            return output.masked_fill(off.unsqueeze(-1), 0)

        return layer.register_forward_hook(without_rows)
    axis = unit_place(layer)

    def without(_: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> torch.Tensor:
        return output.index_fill(axis, chosen.to(output.device), 0)

    return last.register_forward_hook(without)


def unit_place(layer: nn.Module) -> int:
    """The axis of a layer's output along which its units lie."""
    if isinstance(layer, nn.Linear | nn.Embedding):
        return -1
    if isinstance(layer, nn.LayerNorm | nn.RMSNorm):
        return -len(layer.normalized_shape)
    return 1


class Hold:
    """Keeps units of a module as they are: `rest` before the step of the optimizer, `keep` after it."""

    def __init__(self, module: nn.Module, units: Iterable[int]) -> None:
        learned = dict(module.named_parameters(recurse=False))
        self._held = []
        for name, axis in unit_axes(module).items():
            if name in learned and learned[name].requires_grad:
                chosen = torch.tensor(sorted(units), device=learned[name].device)
                self._held.append((learned[name], axis, chosen, learned[name].detach().index_select(axis, chosen)))

    def rest(self) -> None:
        """Take the gradients away, so that they count neither for clipping nor for momentum."""
        for parameter, axis, chosen, _ in self._held:
            if parameter.grad is not None:
                parameter.grad.index_fill_(axis, chosen, 0)

    @torch.no_grad()
    def keep(self) -> None:
        """Put the numbers back that weight decay or momentum has moved."""
        for parameter, axis, chosen, kept in self._held:
            parameter.index_copy_(axis, chosen, kept)
