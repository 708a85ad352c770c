"""The eager stepper: any graph, one optimizer step at a time, with no loss read on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.autograd import backward

from playground.engine.objectives.goal import Phase

if TYPE_CHECKING:
    from playground.engine.run import Run

NAME = "eager"


def run(training: Run, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    """Take a step with each batch and return the losses (steps,), still on the device.

    Of a step with several phases that is the loss of the first.
    """
    if len(training.phases) > 1:
        return _by_phases(training, batches)
    losses = []
    (phase,), step = training.phases, training.optimizer.step
    batch_loss, penalties = phase.loss, phase.penalties
    parameters, holds = training.parameters, training.surgeon.holds
    for inputs, targets in batches:
        loss = batch_loss(inputs, targets)
        for parameter in parameters:
            parameter.grad = None
        backward(loss)
        for hold in holds:
            hold.rest()
        for penalty in penalties:
            penalty()
        step()
        for hold in holds:
            hold.keep()
        losses.append(loss.detach())
    return torch.stack(losses)


def _by_phases(training: Run, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    losses = []
    gradients: dict[torch.nn.Parameter, torch.Tensor | None] = {}
    for number, (inputs, targets) in enumerate(batches, training.steps):
        told = []
        for phase in training.phases:
            if phase.due(training.epoch, number):
                told.append(_phase(training, phase, inputs, targets))
                gradients |= {parameter: parameter.grad for parameter in phase.parameters}
        losses.append(told[0])
    for parameter, gradient in gradients.items():
        parameter.grad = gradient  # of its last step, for those who look at it
    return torch.stack(losses)


def _phase(training: Run, phase: Phase, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Move the parameters of one phase; all others have no gradient, so that the optimizer passes them over."""
    loss = phase.loss(inputs, targets)
    for parameter in training.parameters:
        parameter.grad = None
    if phase.parameters:  # there are none where all of its layers are frozen
        backward(loss, inputs=phase.parameters)
        for hold in training.surgeon.holds:
            hold.rest()
        for penalty in phase.penalties:
            penalty()
        training.optimizer.step()
        for hold in training.surgeon.holds:
            hold.keep()
        if phase.after:
            phase.after()
    return loss.detach()
