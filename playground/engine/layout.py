"""How the weights of convolutions lie in memory. torch only: an exported script may carry `channels_last`."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import nn

from playground.catalog.modules import Add, Concat

CONVOLUTIONS = (nn.Conv2d, nn.ConvTranspose2d)
GAINING = (
    *CONVOLUTIONS,
    nn.MaxPool2d,
    nn.AvgPool2d,
    nn.AdaptiveAvgPool2d,
    nn.BatchNorm2d,
    nn.Upsample,
    nn.Dropout,
    nn.Dropout2d,
    nn.Identity,
    nn.ReLU,
    nn.LeakyReLU,
    nn.ELU,
    nn.SiLU,
    nn.GELU,
    nn.Tanh,
    nn.Sigmoid,
    nn.Flatten,
    nn.Linear,
    Add,
    Concat,
)
"""Layers that are quicker on a CPU with channels last, or no slower.

Measured in steps of training on one thread: 1.18 for two small convolutions, 1.0 to 1.1 for LeNet, 1.0 to 1.3 for
residual blocks, 1.1 for a U-Net; but 0.9 with group norm or with attention over patches.
"""
TENSOR_CORES, TENSOR_CORES_16_BIT = (8, 0), (7, 0)
"""CUDA devices that compute convolutions faster with channels last, in float32 and in 16 bits."""


def gains(network: nn.Module, device: torch.device, lowered: bool) -> bool:
    """Whether a network is quicker with channels last; `lowered` is one that computes in 16 bits."""
    layers = [module for module in network.modules() if not list(module.children())]
    convolutions = sum(isinstance(layer, CONVOLUTIONS) for layer in layers)
    if device.type == "cuda":
        able = torch.cuda.get_device_capability(device) >= (TENSOR_CORES_16_BIT if lowered else TENSOR_CORES)
        return convolutions > 0 and able
    return device.type == "cpu" and convolutions > 1 and all(isinstance(layer, GAINING) for layer in layers)


def channels_last(network: nn.Module) -> None:
    """Lay out the weights of convolutions with channels last; what is computed with them then lies so, too.

    With a single channel both orders are the same; only what is made in one of them says which is meant.
    """
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
            weight = module.weight.data
            module.weight.data = torch.empty_like(weight, memory_format=torch.channels_last).copy_(weight)


def lay_out(networks: Mapping[str, nn.Module], device: torch.device, lowered: bool) -> set[str]:
    """Lay out those networks that are quicker with channels last; return their names."""
    chosen = {name for name, network in networks.items() if gains(network, device, lowered)}
    for name in chosen:
        channels_last(networks[name])
    return chosen
