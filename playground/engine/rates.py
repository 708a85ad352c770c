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


def quickest(optimizer: type[torch.optim.Optimizer], device: torch.device) -> dict[str, bool]:
    """The fastest of an optimizer's implementations on small networks: on a CPU the fused one, where there is one."""
    if device.type != "cpu":
        return {}
    known = inspect.signature(optimizer).parameters
    return {"fused": True} if "fused" in known else {"foreach": False} if "foreach" in known else {}
