"""Initial weights: decided by seed, network, node and shape alone, so that variants share them where shapes agree."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from playground.engine.resolve import locate
from playground.spec.entry import Entry


def node_seed(seed: int, network: str, node: str) -> int:
    """The seed of one node's weights; edits elsewhere in the network do not touch it."""
    return zlib.crc32(f"{seed}.{network}.{node}".encode())


def seeded(seed: int, build: Callable[[], nn.Module]) -> nn.Module:
    """Build a module on the CPU with the global generator seeded, and leave that generator as it was."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        return build()


@torch.no_grad()
def initialize(module: nn.Module, fill: Callable[..., object], bias: float, **settings: Any) -> None:
    """Fill every weight of two or more axes with `fill(weight, **settings)`, and the biases beside them with `bias`.

    Normalisation layers keep their ones and zeros.
    """
    for part in module.modules():
        own = dict(part.named_parameters(recurse=False))
        weights = [value for value in own.values() if value.ndim >= 2]
        for weight in weights:
            fill(weight, **settings)
        for name, value in own.items():
            if weights and value.ndim == 1 and "bias" in name:
                value.fill_(bias)


def started(build: Callable[[], nn.Module], initializer: Entry, seed: int) -> nn.Module:
    """A module with its initial weights; without a target in the initializer PyTorch's own default stands."""

    def whole() -> nn.Module:
        module = build()
        if initializer.target:
            initialize(module, locate(initializer.target), getattr(initializer, "bias", 0.0), **initializer.args())
        return module

    return seeded(seed, whole)
