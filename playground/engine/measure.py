"""What a network gives for whole sets of samples. torch only: an exported script carries this very function."""

from __future__ import annotations

import torch
from torch import nn

SLICE = 4096
NUMBERS = 1 << 24
"""Samples in a slice, and numbers in its inputs, at most."""


@torch.no_grad()
def predict(network: nn.Module, inputs: torch.Tensor) -> torch.Tensor:
    """Outputs for all samples in evaluation mode, a slice at a time; the network is left in the mode it was in.

    Inputs may lie elsewhere than the network: each slice is moved to it, and the outputs are where the network is.
    """
    training = network.training
    place = next((value.device for value in network.parameters()), inputs.device)
    size = max(1, min(SLICE, NUMBERS // max(1, inputs.shape[1:].numel())))
    network.eval()
    try:
        return torch.cat([network(part.to(place)) for part in torch.split(inputs, size)])
    finally:
        network.train(training)
