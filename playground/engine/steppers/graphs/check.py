"""Whether a recorded step does what PyTorch does without a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from playground.engine.run import Run

OF_GRADIENT, OF_MOVE, OF_SIZE = 1e-2, 0.1, 1e-6
"""How far apart both may be: as a share of the gradients' length, of how far the weights moved and of their length.

A few kernels add in another order each time. Where a gradient is 0 but for rounding, as that of a bias before a batch
normalisation, an adaptive optimizer makes whole steps of the rounding.
"""


@dataclass(frozen=True)
class Outcome:
    """The loss, the gradients, the weights, and the buffers of the networks after a step, each as one vector."""

    loss: torch.Tensor
    gradients: torch.Tensor
    weights: torch.Tensor
    buffers: torch.Tensor


def outcome(run: Run, loss: torch.Tensor) -> Outcome:
    """What a step has led to."""
    buffers = [buffer for network in run.networks.values() for buffer in network.buffers()]
    gradients = [parameter.grad for parameter in run.parameters if parameter.grad is not None]
    return Outcome(_vector([loss]), _vector(gradients), _vector(run.parameters), _vector(buffers))


def _vector(values: Sequence[torch.Tensor]) -> torch.Tensor:
    parts = [value.detach().flatten().float() for value in values]
    return torch.cat(parts) if parts else torch.zeros(0)


def agree(begun: Outcome, ours: Outcome, theirs: Outcome) -> bool:
    """Whether two steps from the same start have come to the same."""
    moved = _near(ours.weights, theirs.weights, OF_MOVE * _length(theirs.weights - begun.weights))
    sloped = _near(ours.gradients, theirs.gradients, OF_GRADIENT * _length(theirs.gradients))
    counted = _near(ours.buffers, theirs.buffers, OF_GRADIENT * _length(theirs.buffers - begun.buffers))
    return moved and sloped and counted and _near(ours.loss, theirs.loss, OF_GRADIENT * _length(theirs.loss))


def _near(ours: torch.Tensor, theirs: torch.Tensor, room: float) -> bool:
    if ours.shape != theirs.shape:
        return False
    if not torch.isfinite(theirs).all():
        return not bool(torch.isfinite(ours).all())
    return _length(ours - theirs) <= room + OF_SIZE * _length(theirs)


def _length(vector: torch.Tensor) -> float:
    return float(vector.norm())


@contextmanager
def left_as_it_was(run: Run) -> Iterator[None]:
    """Let weights, buffers, gradients and the optimizer's memory afterwards be what they were."""
    held = memory(run)
    kept = [tensor.detach().clone() for tensor in held]
    gradients = [parameter.grad for parameter in run.parameters]
    try:
        yield
    finally:
        with torch.no_grad():
            for tensor, was in zip(held, kept, strict=True):
                tensor.copy_(was)
        for parameter, gradient in zip(run.parameters, gradients, strict=True):
            parameter.grad = gradient


def memory(run: Run) -> list[torch.Tensor]:
    """All tensors that a step changes, but for gradients."""
    found: list[torch.Tensor] = []
    for network in run.networks.values():
        found += [*network.parameters(), *network.buffers()]
    for state in run.optimizer.state.values():
        found += [value for value in state.values() if isinstance(value, torch.Tensor)]
    return found
