"""Takes steps by replaying recorded ones, and records them anew where the experiment or the memory has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import torch

from playground.engine.augmenting import augmented
from playground.engine.randomness import RandomState
from playground.engine.steppers import eager
from playground.engine.steppers.graphs.check import agree, left_as_it_was, outcome
from playground.engine.steppers.graphs.recorder import Recorder
from playground.engine.steppers.graphs.step import Step
from playground.spec.experiment import Experiment

if TYPE_CHECKING:
    from playground.engine.run import Run

NAME = "CUDA graph"
CAPTURE_AT = 100
"""Steps that are taken without a record, after which everything that is set up once is there."""


class Disagreed(RuntimeError):
    """A replay has not done what PyTorch does."""


class Graphs:
    """Recorded steps of a run, one for each size of batch; `why` says in a sentence why there are none."""

    def __init__(self, recorder: Callable[[torch.device], Recorder]) -> None:
        self._recorder = recorder
        self._steps: dict[int, Step] = {}
        self._rates: list[torch.Tensor] = []
        self._told: list[float] = []
        self._seen: Experiment | None = None
        self._fitting: object = None
        self._held: list[torch.Tensor] = []
        self._places: list[int] = []
        self.why = ""

    def run(self, training: Run, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor | None:
        """Take a step with each batch and return the losses (steps,) on the device; None where there is no record.

        Augmentations and noise are not part of the record: they are drawn for each batch beforehand.
        """
        if not self._fits(training):
            self._record(training)
        if not self._steps:
            return None
        self._tell_rates(training)
        losses = torch.empty(len(batches), device=training.device)
        for place, (inputs, targets) in zip(losses.unbind(), batches, strict=True):
            step = self._steps.get(len(inputs))
            if step is None:  # the rest of an epoch in which the batch size was changed
                place.copy_(eager.run(training, [(inputs, targets)])[0])
            else:
                place.copy_(step.replay(*augmented(training.blurs, inputs, targets)))
        if step is not None:
            step.show_gradients()
        return losses

    def _fits(self, run: Run) -> bool:
        """Whether what was recorded, or could not be, is of the experiment as it is and of the memory in use."""
        if run.experiment is not self._seen:
            fitting, before = _apart_from_lr(run.experiment), self._fitting
            self._seen, self._fitting = run.experiment, fitting
            if fitting != before:
                return False
        return self._places == self._addresses(run)

    def _addresses(self, run: Run) -> list[int]:
        """Where everything lies that a step works on."""
        states = [value for state in run.optimizer.state.values() for value in state.values()]
        held = [*self._held, *(value for value in states if isinstance(value, torch.Tensor))]
        return [tensor.data_ptr() for tensor in held]

    def _record(self, run: Run) -> None:
        """Record a step for each size of batch in an epoch; without them where one of them cannot be recorded."""
        self._steps, self.why = {}, ""
        groups = run.optimizer.param_groups
        self._rates = [torch.tensor(float(group["lr"]), device=run.device) for group in groups]
        self._told = [group["lr"] for group in groups]
        sizes = {run.batch_size, len(run.dataset) % run.batch_size} - {0}
        try:
            self._steps = {size: self._recorded(run, size) for size in sorted(sizes)}
        except Disagreed as error:
            self.why = str(error)
        except (RuntimeError, ValueError, AssertionError) as error:
            self.why = f"It could not be captured: {error}".partition("\n")[0]
        self._held = [
            tensor for network in run.networks.values() for tensor in (*network.parameters(), *network.buffers())
        ]
        self._places = self._addresses(run)

    def _recorded(self, run: Run, size: int) -> Step:
        """A step that is known to do what PyTorch does; the run is left as it was, without a draw.

        Raises:
            RuntimeError, ValueError, AssertionError: there is none.
        """
        recorder, batch = self._recorder(run.device), run.batches.first(size)
        begun = outcome(run, torch.zeros(()))
        with left_as_it_was(run), RandomState(run.device, 0).in_force():
            loss = recorder.warm(lambda: eager.run(run, [batch]))
            theirs = outcome(run, loss)
        with left_as_it_was(run), RandomState(run.device, 0).in_force():
            given = augmented(run.blurs, *batch)
            step = Step(run, recorder, given, self._rates)
            loss = step.replay(*given)
            step.show_gradients()
            ours = outcome(run, loss)
        if not agree(begun, ours, theirs):
            raise Disagreed("It disagreed with autograd.")
        return step

    def _tell_rates(self, run: Run) -> None:
        """Bring the learning rates in force to where the record reads them."""
        for place, group in enumerate(run.optimizer.param_groups):
            if group["lr"] != self._told[place]:
                self._told[place] = group["lr"]
                self._rates[place].fill_(group["lr"])


def _apart_from_lr(experiment: Experiment) -> Experiment:
    """The experiment as a recorded step knows it: learning rates reach that by themselves."""
    optimizer: Any = experiment.optimizer
    return replace(experiment, optimizer=replace(optimizer, lr=1.0))
