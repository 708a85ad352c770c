"""The eager stepper: any graph, one optimizer step at a time, with no loss read on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from playground.engine.run import Run

NAME = "eager"


def run(training: Run, steps: int) -> torch.Tensor:
    """Take steps and return their losses (steps,), still on the device."""
    losses = []
    objective, optimizer, penalties = training.objective, training.optimizer, training.penalties
    parameters = training.parameters
    for _ in range(steps):
        inputs, targets = training.next_batch()
        loss = objective.batch_loss(inputs, targets)
        for parameter in parameters:
            parameter.grad = None
        loss.backward()
        for penalty in penalties:
            penalty()
        optimizer.step()
        losses.append(loss.detach())
    return torch.stack(losses)
