"""Numbers that judge samples of many places as a whole. torch only: an exported script may carry the functions."""

from __future__ import annotations

import torch
from torch import nn

from playground.engine.measure import predict
from playground.engine.scores import judged


def share_whole(outputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of samples that are right at every place that counts; not a number where none does."""
    right, known = judged(outputs, targets, encoding)
    return (right | ~known).all(dim=1)[known.any(dim=1)].float().mean()


def exact_match(network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of samples that are right at every place that counts, with the inputs as they are."""
    return share_whole(predict(network, inputs), targets, encoding)


def free_exact_match(
    network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str, limit: int
) -> torch.Tensor:
    """Share of the first `limit` samples that the network gets right when it is told only what it has written."""
    return share_whole(written_freely(network, inputs[:limit], targets.shape[1:2]), targets[:limit], encoding)


def written_freely(network: nn.Module, inputs: torch.Tensor, steps: torch.Size) -> torch.Tensor:
    """Outputs (N, T, K) for inputs (N, T1 + T) whose last T numbers are what was written before each step.

    All but the first of those are replaced, step by step, by the likeliest class of the step before. A network that
    does not take them, or gives no row for each step, answers as it is.
    """
    begin = inputs.shape[1] - steps[0] if steps and inputs.ndim == 2 else 0
    taken = [(getattr(one, "start", -1), getattr(one, "shape", ())) for one in network.modules()]
    outputs = predict(network, inputs)
    if (begin, tuple(steps)) not in taken or outputs.shape[1:2] != steps:
        return outputs
    told = inputs.clone()
    told[:, begin + 1 :] = told[:, begin : begin + 1]  # nothing of the truth is left to be seen
    for step in range(1, steps[0]):
        told[:, begin + step] = predict(network, told)[:, step - 1].argmax(dim=-1).to(told.dtype)
    return predict(network, told)


def root_accuracy(network: nn.Module, inputs: torch.Tensor, targets: torch.Tensor, encoding: str) -> torch.Tensor:
    """Share of samples that are right at their last place; not a number where that never counts."""
    right, known = judged(predict(network, inputs), targets, encoding)
    return right[:, -1][known[:, -1]].float().mean()
