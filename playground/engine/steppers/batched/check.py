"""Whether a team takes the steps that its runs would take by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from playground.engine.steppers.batched.team import Team
from playground.engine.steppers.fused.check import STEPS, close

if TYPE_CHECKING:
    from playground.engine.run import Run

OF_GRADIENT, OF_LARGEST = 1e-3, 1e-5
"""How far apart gradients may be, as a share of the largest of their tensor and of all; some are 0 but for rounding."""


class _Kept:
    """All that a step changes of a run."""

    def __init__(self, run: Run) -> None:
        (self.network,), self._run = run.networks.values(), run
        self._numbers = [(one, one.detach().clone()) for one in (*self.network.parameters(), *self.network.buffers())]
        self._gradients = [(one, one.grad) for one in run.parameters]
        self._state = {parameter: _copied(state) for parameter, state in run.optimizer.state.items()}

    @torch.no_grad()
    def restore(self) -> None:
        """Go back to it."""
        for tensor, number in self._numbers:
            tensor.copy_(number)
        for parameter, gradient in self._gradients:
            parameter.grad = gradient
        self._run.optimizer.state.clear()
        self._run.optimizer.state.update({parameter: _copied(state) for parameter, state in self._state.items()})


def _copied(state: dict[str, Any]) -> dict[str, Any]:
    return {name: value.clone() if isinstance(value, torch.Tensor) else value for name, value in state.items()}


def agrees(team: Team) -> bool:
    """Whether losses, gradients, buffers and what the optimizers make of the gradients are those of eager steps.

    All runs are left as they were.
    """
    lead, kept = team.runs[0], [_Kept(run) for run in team.runs]
    order = torch.randperm(len(lead.dataset), generator=torch.Generator().manual_seed(0))
    batches = torch.split(order, lead.batch_size)
    try:
        return all(_step_agrees(team, batch) for batch in (*batches[:STEPS], batches[-1]))  # the last may be smaller
    finally:
        for one in kept:
            one.restore()


def _step_agrees(team: Team, chosen: torch.Tensor) -> bool:
    """Whether one step does; the runs have then taken it by themselves."""
    team.bind()
    before = [_Kept(run) for run in team.runs]
    batches = [(run.dataset.train_inputs[chosen], run.dataset.train_targets[chosen]) for run in team.runs]
    with torch.no_grad():
        acts = team.acts()
        losses = team.differentiate(*team.batch(batches))
        gradients = [[one.grad.clone() for one in run.parameters if one.grad is not None] for run in team.runs]
        for act in acts:
            act()
    each = zip(team.runs, before, batches, losses, gradients, strict=True)
    return all(_alone_agrees(*one) for one in each)


def _alone_agrees(
    run: Run, before: _Kept, batch: tuple[torch.Tensor, torch.Tensor], loss: torch.Tensor, gradients: list[torch.Tensor]
) -> bool:
    """Whether a run by itself comes from where it was to the same loss and gradients, and with these to where it is."""
    (phase,), network = run.phases, before.network
    moved = [one.detach().clone() for one in run.parameters]
    buffers = [one.clone() for one in network.buffers()]
    before.restore()
    begun = [one.detach().clone() for one in run.parameters]
    alone = phase.loss(*batch)
    found = torch.autograd.grad(alone, run.parameters)
    largest = max(float(one.abs().max()) for one in found)
    right = close(torch.zeros_like(loss), loss, alone.detach())
    right &= all(_same(ours, theirs, largest) for ours, theirs in zip(gradients, found, strict=True))
    pairs = zip(buffers, network.buffers(), strict=True)
    right &= all(close(torch.zeros_like(theirs), ours, theirs) for ours, theirs in pairs)
    for parameter, gradient in zip(run.parameters, gradients, strict=True):
        parameter.grad = gradient
    for act in (*phase.penalties, run.precision.quick_step(), *phase.limits):
        act()
    ended = [one.detach() for one in run.parameters]
    return right and all(close(*three) for three in zip(begun, moved, ended, strict=True))


def _same(ours: torch.Tensor, theirs: torch.Tensor, largest: float) -> bool:
    apart, size = float((ours - theirs).abs().max()), float(theirs.abs().max())
    return not apart > OF_GRADIENT * size + OF_LARGEST * largest  # not a number in both is the same
