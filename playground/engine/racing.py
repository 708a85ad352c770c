"""Whether a run is quicker on the CPU or on the GPU: by rule where that is clear, else by trying out a few steps."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import torch

from playground.engine.device import choose, threads, wait_for
from playground.engine.events import Plan
from playground.engine.lint.sizes import memory
from playground.engine.precision import lowered
from playground.engine.run import Run
from playground.engine.steppers.fused.program import NotCovered, program
from playground.engine.steppers.graphs.stepper import CAPTURE_AT
from playground.spec.experiment import Experiment

CPU = torch.device("cpu")
TRIAL = 0.05
"""Seconds that each side gets."""
PLAINLY = 200_000_000
"""Multiply-accumulates per batch from which on no CPU is as quick as a GPU: a step takes it tens of milliseconds."""
WARM = 3
"""Steps before the clock runs: libraries are loaded and memory is taken in the first ones."""


def settle(experiment: Experiment, plan: Plan, make: Callable[[torch.device], Run]) -> tuple[torch.device, str]:
    """The device of an experiment, and in a sentence why, where the choice was left to this program.

    `make` builds a run on a device; what it builds is tried out and thrown away.

    Raises:
        SpecError: the device asked for is not there.
    """
    found = choose(experiment.device)
    if experiment.device != "auto" or found.type != "cuda":
        return found, ""
    if memory(experiment, plan.networks, CPU, plan.data):
        return found, "The memory of the CPU is too small."
    if lowered(experiment.precision, found) and not lowered(experiment.precision, CPU):
        return found, f"Only the GPU computes in {experiment.precision}."
    work = max((net.macs for net in plan.networks.values()), default=0) * experiment.batch_size
    if work > PLAINLY:
        return found, "There is too much to compute for the CPU."
    if _fused(make):
        return CPU, "Machine code for this network is quicker there than a GPU."
    torch.set_num_threads(threads(work))
    return _raced(found, make)


def _fused(make: Callable[[torch.device], Run]) -> bool:
    """Whether machine code will take the steps on the CPU."""
    run = make(CPU)
    if run.experiment.exact:
        return False
    try:
        program(run)
    except NotCovered:
        return False
    return True


def _raced(gpu: torch.device, make: Callable[[torch.device], Run]) -> tuple[torch.device, str]:
    there, here = (_tried(make, device) for device in (gpu, CPU))
    if math.isinf(there):
        return (gpu, "") if math.isinf(here) else (CPU, "The GPU could not take a step.")
    told = f"A step takes {_words(here)} on the CPU and {_words(there)} on the GPU."
    return (CPU if here < there else gpu), told if math.isfinite(here) else ""


def _words(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.2g} ms"


def _tried(make: Callable[[torch.device], Run], device: torch.device) -> float:
    """Seconds for a step on a device, infinite where none could be taken: the training itself says why."""
    run = make(device)
    try:
        return seconds_per_step(run)
    except (RuntimeError, ValueError):
        return math.inf
    finally:
        run.close()


def seconds_per_step(run: Run) -> float:
    """How long a step of a run takes by the stepper that will take most of them; the run is spent by this."""
    with run.random.in_force():
        warm(run)
        taken, more, begun = 0, 1, time.perf_counter()
        while (spent := time.perf_counter() - begun) < TRIAL:
            take_steps(run, more)
            taken, more = taken + more, 2 * more
    return spent / taken


def warm(run: Run) -> None:
    """Bring a new run to where its GPU replays recorded steps, if that can be."""
    take_steps(run, WARM)
    run.steps = CAPTURE_AT
    take_steps(run, 1)


def take_steps(run: Run, steps: int) -> None:
    """Take steps without measuring anything at the end of an epoch, and wait until the device has done them."""
    while steps:
        some = min(steps, run.steps_left)
        run.stepping.take(run, some)
        run.position %= len(run.dataset)
        steps -= some
    wait_for(run.device)
