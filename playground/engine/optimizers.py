"""Optimizers of our own. torch only: an exported script may carry them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import torch


class LBFGS(torch.optim.LBFGS):
    """PyTorch's, which also rests at a learning rate of 0; its line search would divide by that."""

    def step(self, closure: Callable[[], torch.Tensor]) -> torch.Tensor:  # type: ignore[override]  # it always takes one
        if self.param_groups[0]["lr"] > 0:
            return super().step(closure)  # type: ignore[no-any-return,no-untyped-call]  # torch leaves it untyped
        return closure()


def without_compiler() -> None:
    """Let optimizers be made without loading PyTorch's compiler, which takes a second; nothing here is compiled.

    PyTorch marks what must not be compiled, and loads the compiler to make that mark; this makes it beforehand.
    """
    for name in ("add_param_group", "state_dict", "load_state_dict", "zero_grad"):
        marked = getattr(getattr(torch.optim.Optimizer, name), "__wrapped__", None)
        if marked is not None:
            marked.__dynamo_disable = marked


COMPUTING = ("fused", "foreach", "capturable")
"""Settings of how an optimizer computes, not of what."""


def recordable(kind: type[torch.optim.Optimizer], device: torch.device) -> dict[str, bool]:
    """What lets a CUDA graph record the steps of an optimizer without a fused kernel: counts kept on the device."""
    known = inspect.signature(kind).parameters
    return {"capturable": True} if device.type == "cuda" and "capturable" in known and "fused" not in known else {}


def without_warning(optimizer: torch.optim.Optimizer) -> None:
    """Let an optimizer that can be recorded also take steps that are not, which PyTorch would warn of."""
    optimizer._warned_capturable_if_run_uncaptured = True  # as PyTorch does once it has warned


def take_over(optimizer: torch.optim.Optimizer, state: dict[str, Any]) -> None:
    """Load a state dict, also of another device: how the optimizer computes stays as it is set up here.

    What it remembers of a parameter then lies in memory as that does: the fused kernels go through both side by side.

    Raises:
        KeyError, ValueError: the state is of another optimizer.
    """
    pairs = zip(optimizer.param_groups, state["param_groups"], strict=True)
    groups = [{**saved, **{name: mine[name] for name in COMPUTING if name in mine}} for mine, saved in pairs]
    optimizer.load_state_dict({**state, "param_groups": groups})
    for parameter, remembered in optimizer.state.items():
        for name, value in remembered.items():
            laid_alike = not isinstance(value, torch.Tensor) or value.stride() == parameter.stride()
            if not laid_alike and value.shape == parameter.shape:
                remembered[name] = torch.empty_like(parameter).copy_(value)
