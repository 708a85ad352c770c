"""Steps that several processes take together: each computes a part of the batch, and the gradients are added up.

The sum is weighted by how many samples each part has, so that the step is that of the whole batch, up to rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch.nn.modules.batchnorm import _BatchNorm

from playground.engine.distributed.group import Group
from playground.engine.objectives.goal import BatchLoss
from playground.engine.randomness import RandomState
from playground.engine.run import Run
from playground.engine.steppers import eager
from playground.engine.steppers.choice import Stepping


def rows_of(count: int, rank: int, size: int, least: int) -> tuple[slice, bool]:
    """The rows of a batch for one of `size` processes, at least so many; and whether they count.

    In a small batch some processes would get too few. These compute the first rows once more, which do not count.
    """
    takers = max(1, min(size, count // least))
    if rank >= takers:
        return slice(0, least), False
    return slice(rank * count // takers, (rank + 1) * count // takers), True


def least_rows(run: Run) -> int:
    """How many samples a part of a batch must have: batch norm needs two for a deviation."""
    modules = (module for network in run.networks.values() for module in network.modules())
    return 2 if any(isinstance(module, _BatchNorm) for module in modules) else 1


class SharedStepping(Stepping):
    """Takes eager steps together with other processes, and measures in the one that leads.

    Batch norm takes the mean and the deviation of each part; its running ones are those of rank 0.
    """

    def __init__(self, run: Run, group: Group) -> None:
        super().__init__()
        self.name = f"{eager.NAME} on {group.size} processes"
        self.why = "Several processes train together."
        self._group, self._run = group, run
        self._least = least_rows(run)
        self._counts = True
        self._weight = 0.0
        run.stepping, run.precision.meet = self, self._meet
        for phase in run.phases:
            phase.loss = self._weighed(phase.loss)
        if group.rank:  # that of rank 0 is the stream of a training by one process
            run.random = RandomState(run.device, own_seed(run.experiment.seed, group.rank))

    def limit(self, run: Run, steps: int) -> int:
        del run
        return steps

    def take(self, run: Run, steps: int) -> torch.Tensor:
        return eager.run(run, self._parts(run.next_batches(steps)))

    def evaluate(self, run: Run) -> dict[str, float]:
        """What rank 0 measures, told to all, so that all decide alike; its weights become those of all.

        They are the same but for what differs between kinds of machines; statistics of batch norm do differ.
        """
        self._group.copy_from_leader(
            tensor for network in run.networks.values() for tensor in network.state_dict().values()
        )
        return self._group.of_leader(run.objective.evaluate() if self._group.leads else {})

    def _parts(self, batches: eager.Batches) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        for inputs, targets in batches:
            rows, self._counts = rows_of(len(inputs), self._group.rank, self._group.size, self._least)
            yield inputs[rows], targets[rows]

    def _weighed(self, loss: BatchLoss) -> BatchLoss:
        """The same loss, of which it is known how much its samples count."""
        weight = self._run.objective.weight

        def weighed(inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
            self._weight = weight(inputs, targets) if self._counts else 0.0
            return loss(inputs, targets)

        return weighed

    def _meet(self, loss: torch.Tensor, parameters: Sequence[torch.Tensor] | None) -> None:
        """Put the mean over all processes in the place of gradients and loss."""
        own = {one: one.grad for one in parameters or self._run.parameters if one.grad is not None}
        told = loss.detach()
        parts = [*(gradient.flatten() for gradient in own.values()), told[None], torch.ones_like(told)[None]]
        flat = torch.cat(parts)
        if self._weight:
            flat.mul_(self._weight)
        else:
            flat.zero_()  # whatever it was, and be it no number
        self._group.add_up(flat)
        *gradients, mean, _ = torch.split(flat.div_(flat[-1:].clone()), [part.numel() for part in parts])
        for one, gradient in zip(own, gradients, strict=True):
            one.grad = gradient.view_as(one)
        told.copy_(mean[0])  # the memory of the loss itself


State = dict[str, list[torch.Tensor]]
"""Random states and buffers of a process, which no other has, by name."""


def own_state(run: Run) -> State:
    """What only this process knows of a run."""
    buffers = {f"{name} buffers": [one.cpu() for one in network.buffers()] for name, network in run.networks.items()}
    return {"random": list(run.random.states), **buffers}


def load_own_state(run: Run, state: State) -> None:
    """Go back to what this process alone knew."""
    run.random.states = list(state["random"])
    for name, network in run.networks.items():
        for one, saved in zip(network.buffers(), state[f"{name} buffers"], strict=True):
            one.copy_(saved)


def own_seed(seed: int, rank: int) -> int:
    """A seed that no two processes share."""
    return int(np.random.SeedSequence([seed, rank]).generate_state(1)[0])
