"""The eager stepper: any graph, one optimizer step at a time, with no loss read on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from playground.engine.run import Run

NAME = "eager"


def run(training: Run, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    """Take a step with each batch and return the losses (steps,), still on the device."""
    losses = []
    batch_loss, step, penalties = training.objective.batch_loss, training.optimizer.step, training.penalties
    parameters, holds = training.parameters, training.surgeon.holds
    for inputs, targets in batches:
        loss = batch_loss(inputs, targets)
        for parameter in parameters:
            parameter.grad = None
        loss.backward()
        for hold in holds:
            hold.rest()
        for penalty in penalties:
            penalty()
        step()
        for hold in holds:
            hold.keep()
        losses.append(loss.detach())
    return torch.stack(losses)
