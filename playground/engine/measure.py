"""What a network gives for whole sets of samples. torch only: an exported script carries this very function."""

from __future__ import annotations

import torch
from torch import nn

SLICE = 4096


@torch.no_grad()
def predict(network: nn.Module, inputs: torch.Tensor) -> torch.Tensor:
    """Outputs for all samples in evaluation mode, a slice at a time; the network is left in the mode it was in."""
    training = network.training
    network.eval()
    try:
        return torch.cat([network(part) for part in torch.split(inputs, SLICE)])
    finally:
        network.train(training)
