"""Whether the kernel and autograd take the same steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch

from playground.engine.steppers import eager
from playground.engine.steppers.fused.kernel import Kernel

if TYPE_CHECKING:
    from playground.engine.run import Run

STEPS = 3
"""Steps that both take from where the run is."""
OF_MOVE, OF_SIZE = 1e-3, 1e-6
"""How far apart they may end, as a share of how far the weights moved and of how large they are."""


def agrees(kernel: Kernel, run: Run) -> bool:
    """Whether both end with the same weights and losses; the run is left as it was, without a draw of dropout."""
    kernel.bind(run)
    begun = _state(run)
    order = torch.randperm(len(run.dataset), generator=torch.Generator().manual_seed(0))
    steps = min(STEPS, run.steps_per_epoch)
    chances = [module.p for _, module in kernel.program.drops]
    for _, module in kernel.program.drops:
        module.p = 0.0
    try:
        ours, moved = _after(run, begun, lambda: kernel.steps(run, order, 0, steps))
        theirs, right = _after(run, begun, lambda: eager.run(run, _batches(run, order, steps)))
    finally:
        for (_, module), chance in zip(kernel.program.drops, chances, strict=True):
            module.p = chance
    pairs = zip(begun, moved, right, strict=False)  # of all that was, the weights come first
    return close(torch.zeros_like(theirs), ours, theirs) and all(close(*three) for three in pairs)


def _batches(run: Run, order: torch.Tensor, steps: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    chosen = torch.split(order, run.batch_size)[:steps]
    return [(run.dataset.train_inputs[rows], run.dataset.train_targets[rows]) for rows in chosen]


def _after(
    run: Run, begun: list[torch.Tensor], act: Callable[[], torch.Tensor]
) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """The losses of some steps and what they made of the weights; then all is put back."""
    losses = act()
    ended = [value.clone() for value in _state(run, copied=False)]
    with torch.no_grad():
        for value, was in zip(_state(run, copied=False), begun, strict=True):
            value.copy_(was)
    return losses, ended[: len(run.parameters)]


def _state(run: Run, copied: bool = True) -> list[torch.Tensor]:
    """The weights, then all else that a step changes."""
    found: list[torch.Tensor] = list(run.parameters)
    found += [parameter.grad for parameter in run.parameters if parameter.grad is not None]
    for state in run.optimizer.state.values():
        found += [value for value in state.values() if isinstance(value, torch.Tensor)]
    return [value.detach().clone() for value in found] if copied else [value.detach() for value in found]


def close(begun: torch.Tensor, ours: torch.Tensor, theirs: torch.Tensor) -> bool:
    """Whether two ends that began at one place are nearly the same."""
    if not torch.isfinite(theirs).all():
        return not bool(torch.isfinite(ours).all())
    move = float((theirs - begun).abs().max())
    size = float(theirs.abs().max())
    return bool(((ours - theirs).abs().max() <= OF_MOVE * move + OF_SIZE * size).item())
