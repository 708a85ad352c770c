"""One recorded step: from a batch in memory of its own to moved weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch

from playground.engine.steppers import quick
from playground.engine.steppers.graphs.recorder import Recorder

if TYPE_CHECKING:
    from playground.engine.run import Run

READ = ("lr", "capturable")
"""What is set otherwise in an optimizer while its step is recorded."""


class Step:
    """A step with batches of one size; `rates` are the learning rates of the groups, tensors () that it reads."""

    def __init__(
        self, run: Run, recorder: Recorder, batch: tuple[torch.Tensor, torch.Tensor], rates: Sequence[torch.Tensor]
    ) -> None:
        """Record it.

        Raises:
            RuntimeError, ValueError: it cannot be recorded.
        """
        self._inputs, self._targets = (tensor.clone() for tensor in batch)
        self._recorder, self._rates = recorder, rates
        self.loss, *gradients = recorder.record(lambda: self._take(run))
        learning = [parameter for parameter in run.parameters if parameter.grad is not None]
        self._gradients = dict(zip(learning, gradients, strict=True))
        self._parameters = run.parameters

    def _take(self, run: Run) -> list[torch.Tensor]:
        """The loss (), then the gradients that there are; these lie where the step leaves them each time."""
        (phase,) = run.phases
        loss = phase.loss(self._inputs, self._targets)
        for parameter in run.parameters:
            parameter.grad = None
        quick.backward(loss)
        for penalty in phase.penalties:
            penalty()
        with _reading(run.optimizer, self._rates):
            quick.quick_step(run.optimizer)()
        for limit in phase.limits:
            limit()
        return [loss.detach(), *(p.grad for p in run.parameters if p.grad is not None)]

    def replay(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Take the step with a batch; its loss (), which the next one overwrites."""
        self._inputs.copy_(inputs)
        self._targets.copy_(targets)
        self._recorder.replay()
        return self.loss

    def show_gradients(self) -> None:
        """Let the parameters have the gradients of the last replay."""
        for parameter in self._parameters:
            parameter.grad = self._gradients.get(parameter)


@contextmanager
def _reading(optimizer: torch.optim.Optimizer, rates: Sequence[torch.Tensor]) -> Iterator[None]:
    """Let an optimizer take its learning rates from tensors; elsewhere they are numbers, as schedules want them."""
    groups = optimizer.param_groups
    before: list[dict[str, Any]] = [{name: group[name] for name in READ if name in group} for group in groups]
    for group, rate in zip(groups, rates, strict=True):
        group["lr"] = rate
        if group.get("fused") and "capturable" in group:
            group["capturable"] = True  # the fused kernels always are; the optimizer wants to be told
    try:
        yield
    finally:
        for group, kept in zip(groups, before, strict=True):
            group.update(kept)
