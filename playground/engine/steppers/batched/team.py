"""Runs that take their steps together."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import torch
from torch.func import functional_call, vmap
from torch.nn.attention import SDPBackend, sdpa_kernel

from playground.engine.objectives.supervised import Supervised
from playground.engine.steppers.batched.moves import Moves
from playground.engine.steppers.batched.rows import Rows
from playground.engine.steppers.batched.tape import Act, recorded

if TYPE_CHECKING:
    from playground.engine.run import Run

BATCHED = "batched"
Batch = tuple[torch.Tensor, torch.Tensor]
Named = dict[str, torch.Tensor]


class Team:
    """Runs of one kind, each with a row of the memory; only those in `moving` take steps.

    A run that leaves goes on in its row, and the others still compute as if it were there: their numbers depend on how
    many rows there are, but not on what is in them.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = list(runs)
        self.moving = list(runs)
        self._rows = Rows([next(iter(run.networks.values())) for run in runs])
        self._tapes: dict[tuple[torch.Size, torch.Size], Act] = {}
        self._alike = len({(run.dataset, run.experiment.seed) for run in runs}) == 1
        self._moved: list[Run] = []
        self._moves = Moves([], [], self._rows)

    @property
    def _places(self) -> list[int]:
        return [place for place, run in enumerate(self.runs) if run in self.moving]

    def chunk(self, steps: int) -> int:
        """Take at most so many steps with each run, never past the end of an epoch; return how many were taken."""
        begun = time.perf_counter()
        lead, places = self.moving[0], self._places
        steps = min(steps, lead.steps_left)
        x = lead.ahead(steps)
        losses = self._steps(self._batches(steps)).T.contiguous()
        for place in places:
            self.runs[place].stepping.name = BATCHED
            self.runs[place].took(x, losses[place])
        spent = time.perf_counter() - begun
        for place in places:
            self.runs[place].spend(spent / len(places), spent / steps)
        return steps

    def _batches(self, steps: int) -> list[Batch]:
        """The next batches of all."""
        lead, *others = self.moving
        batches = list(lead.next_batches(steps))
        if self._alike:
            for run in others:
                run.next_places(steps)
            return batches
        own = {run: list(run.next_batches(steps)) for run in others}
        return [self.batch(row) for row in zip(*(own.get(run, batches) for run in self.runs), strict=True)]

    def batch(self, each: Sequence[Batch]) -> Batch:
        """The batches of all runs as one: (N, …) where they are the same, else (K, N, …)."""
        return each[0] if self._alike else (torch.stack([x for x, _ in each]), torch.stack([y for _, y in each]))

    @torch.no_grad()
    def _steps(self, batches: Sequence[Batch]) -> torch.Tensor:
        """Take a step with each batch; the losses (steps, K)."""
        self.bind()
        paced = any(run.paced for run in self.moving)
        acts: list[Callable[[], object]] = []
        losses: list[torch.Tensor] = []
        for inputs, targets in batches:
            if paced or not losses:
                acts = self.acts()
            losses.append(self.differentiate(inputs, targets))
            for act in acts:
                act()
            for run in self.moving:
                run.stepped()
        self._moves.finish()
        return torch.stack(losses)

    def bind(self) -> None:
        """Let all tensors of the runs that move, and all that their optimizers remember, lie where the team works."""
        places = self._places
        for place in places:
            self._rows.bind(place)
        if self._moved != self.moving:
            self._moved = list(self.moving)
            self._moves = Moves(self.moving, places, self._rows)
        self._moves.begin()

    def acts(self) -> list[Callable[[], object]]:
        """All that a step does once there are gradients, with the settings that hold now."""
        phases = [run.phases[0] for run in self.moving]
        penalties = [act for phase in phases for act in phase.penalties]
        limits = [act for phase in phases for act in phase.limits]
        return [*penalties, *self._moves.ready(), *limits]

    def differentiate(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Put the gradients of all runs into their rows; the losses (K,)."""
        shapes = inputs.shape, targets.shape
        if shapes not in self._tapes:
            self._tapes[shapes] = self._recorded(inputs, targets)
        losses, *gradients = self._tapes[shapes](inputs, targets)
        torch._foreach_copy_(list(self._rows.gradients.values()), gradients)
        return losses

    def _recorded(self, inputs: torch.Tensor, targets: torch.Tensor) -> Act:
        lead = self.moving[0]
        network, goal, rows = next(iter(lead.networks.values())), lead.objective, self._rows
        assert isinstance(goal, Supervised)  # the rule lets no other pass
        missed = goal.missed

        def loss(weights: Named, buffers: Named, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
            return missed(functional_call(network, (weights, buffers), (inputs,)), targets)

        of_all = vmap(loss, in_dims=(0, 0, *([None if self._alike else 0] * 2)))

        def act(*batch: torch.Tensor) -> Sequence[torch.Tensor]:
            with torch.enable_grad():
                weights = {name: stack.detach() for name, stack in rows.weights.items()}
                taught = [weights[name].requires_grad_() for name in rows.gradients]
                losses = of_all(weights, rows.buffers, *batch)
                return losses.detach(), *torch.autograd.grad(losses.sum(), taught)  # each loss has weights of its own

        before = {name: stack.clone() for name, stack in rows.buffers.items()}
        with sdpa_kernel(SDPBackend.MATH):  # the one that PyTorch has for several at once
            found = recorded(act, (inputs, targets))
        for name, stack in rows.buffers.items():
            stack.copy_(before[name])
        return found
