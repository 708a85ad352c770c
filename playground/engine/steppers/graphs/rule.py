"""Which runs take steps that can be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.engine.objectives.goal import always
from playground.engine.steppers.fused.program import NotCovered

if TYPE_CHECKING:
    from playground.engine.run import Run


def check(run: Run) -> None:
    """Find what stands in the way of recording a step, as far as that can be known beforehand.

    Raises:
        NotCovered: it says what.
    """
    optimizer = run.experiment.optimizer
    if len(run.phases) > 1 or any(phase.due is not always or phase.after for phase in run.phases):
        raise NotCovered("Its steps have several parts.")
    if getattr(optimizer, "whole", False):
        raise NotCovered(f"{optimizer.title} asks for the loss several times in a step.")
    if not all(group.get("fused") or group.get("capturable") for group in run.optimizer.param_groups):
        raise NotCovered(f"It has no code for {optimizer.title}.")
    if not run.parameters:
        raise NotCovered("No weights learn.")
    if run.precision.scaler:
        raise NotCovered("In float16 a step may be left out.")
    if run.surgeon.holds:
        raise NotCovered("Units are on hold.")
    if run.objective.mixup:
        raise NotCovered("Inputs are mixed by other shares at each step.")
    modules = [module for network in run.networks.values() for module in network.modules()]
    if any(module._forward_hooks or module._forward_pre_hooks for module in modules):
        raise NotCovered("Units are switched off.")
