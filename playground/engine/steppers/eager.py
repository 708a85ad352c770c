"""The eager stepper: any graph, one optimizer step at a time, with no loss read on the way."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import torch

from playground.engine.augmenting import augmented
from playground.engine.objectives.goal import Phase

if TYPE_CHECKING:
    from playground.engine.run import Run

NAME = "eager"
Batches = Iterable[tuple[torch.Tensor, torch.Tensor]]
"""Inputs and targets of one step after another."""


def run(training: Run, batches: Batches) -> torch.Tensor:
    """Take a step with each batch and return the losses (steps,), still on the device.

    Of a step with several phases that is the loss of the first.
    """
    if len(training.phases) > 1:
        return _by_phases(training, batches)
    if getattr(training.experiment.optimizer, "whole", False):
        return _by_closures(training, batches)
    losses: list[torch.Tensor] = []
    (phase,), step = training.phases, training.precision.step
    backward = training.precision.quick_backward
    batch_loss, penalties, limits = phase.loss, phase.penalties, phase.limits
    parameters, holds, blurs = training.parameters, training.surgeon.holds, training.blurs
    for inputs, targets in batches:
        inputs, targets = augmented(blurs, inputs, targets)
        loss = batch_loss(inputs, targets)
        for parameter in parameters:
            parameter.grad = None
        backward(loss)
        for hold in holds:
            hold.rest()
        for penalty in penalties:
            penalty()
        if not losses:  # now there are gradients
            step = training.precision.quick_step()
        step()
        for limit in limits:
            limit()
        for hold in holds:
            hold.keep()
        losses.append(loss.detach())
    return torch.stack(losses)


def _by_closures(training: Run, batches: Batches) -> torch.Tensor:
    """Steps of an optimizer that asks for the loss several times; told is the loss that a step began with."""
    losses: list[torch.Tensor] = []
    (phase,) = training.phases
    for inputs, targets in batches:
        inputs, targets = augmented(training.blurs, inputs, targets)
        closure = partial(_closure, training, phase, inputs, targets)
        began: torch.Tensor = training.optimizer.step(closure)  # type: ignore[arg-type,assignment]  # torch types it as float
        for limit in phase.limits:
            limit()
        for hold in training.surgeon.holds:
            hold.keep()
        losses.append(began.detach())
    return torch.stack(losses)


def _closure(training: Run, phase: Phase, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    loss = phase.loss(inputs, targets)
    for parameter in training.parameters:
        parameter.grad = None
    training.precision.backward(loss)
    for hold in training.surgeon.holds:
        hold.rest()
    for penalty in phase.penalties:
        penalty()
    return loss


def _by_phases(training: Run, batches: Batches) -> torch.Tensor:
    losses = []
    gradients: dict[torch.nn.Parameter, torch.Tensor | None] = {}
    for number, (inputs, targets) in enumerate(batches, training.steps):
        inputs, targets = augmented(training.blurs, inputs, targets)
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
        training.precision.backward(loss, inputs=phase.parameters)
        for hold in training.surgeon.holds:
            hold.rest()
        for penalty in phase.penalties:
            penalty()
        training.precision.step()
        for limit in phase.limits:
            limit()
        for hold in training.surgeon.holds:
            hold.keep()
        if phase.after:
            phase.after()
    return loss.detach()
