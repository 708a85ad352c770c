"""How optimizers are set up. torch only: an exported script may carry `learning_rates`."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import torch
from torch import nn


def learning_rates(model: nn.Module, lr: float, factors: Mapping[str, float]) -> list[dict[str, Any]]:
    """Parameter groups for an optimizer: layers whose factor is not 1 get `lr` times their factor."""
    groups: dict[float, list[torch.Tensor]] = {}
    for name, parameter in model.named_parameters():
        layer = name.partition(".")[0].removesuffix("_activation")
        if parameter.requires_grad:
            groups.setdefault(factors.get(layer, 1.0), []).append(parameter)
    return [{"params": members, "lr": lr * factor, "factor": factor} for factor, members in groups.items()]


RATES = ("base_lrs", "max_lrs", "_last_lr")
"""What a scheduler knows of the learning rates it started from."""


def rescheduled(
    scheduler: torch.optim.lr_scheduler.LRScheduler,
    rates: list[float],
    settings: Mapping[str, Any],
    done: int | None = None,
) -> torch.optim.lr_scheduler.LRScheduler:
    """A scheduler for other base rates of the groups, as far along as the one it replaces.

    `done` are the steps it has behind it where their number in all may be another one now.
    """
    optimizer, progress = scheduler.optimizer, scheduler.state_dict()
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate
        group.pop("initial_lr", None)
    fresh = type(scheduler)(optimizer, **settings)
    started = {key: value for key, value in fresh.state_dict().items() if key in RATES}
    if done is not None:
        progress, started = fresh.state_dict(), {"last_epoch": done, "_step_count": done + 1}
    fresh.load_state_dict({**progress, **started})
    return fresh


def quickest(optimizer: type[torch.optim.Optimizer], device: torch.device) -> dict[str, bool]:
    """The fastest of an optimizer's implementations on small networks: the fused one, where there is one."""
    if device.type not in ("cpu", "cuda"):
        return {}
    known = inspect.signature(optimizer).parameters
    if "fused" in known:
        return {"fused": True}
    return {"foreach": False} if "foreach" in known and device.type == "cpu" else {}
