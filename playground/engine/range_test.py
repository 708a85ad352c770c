"""Learning-rate range test: a short training apart, in which the rate grows from step to step.

Smith, "Cyclical learning rates for training neural networks", 2015 (WACV 2017), section 3.3; the exponential growth and
the smoothing are those of Howard & Gugger, "fastai: A layered API for deep learning", 2020.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from playground.catalog.schedules import Constant
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.device import choose
from playground.engine.events import RangeTest
from playground.engine.network import NodeError
from playground.engine.randomness import RandomState
from playground.engine.run import Run
from playground.engine.session import Refused, untrained
from playground.engine.steppers import eager
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.networks import trained
from playground.spec.variants import resolve

Ending = Literal["high", "grown", "not finite", "time"]
LOW, HIGH, STEPS = 1e-5, 10.0, 100
BUDGET = 2.0
"""Seconds of computing that a test may take."""
MEMORY = 0.9
"""How much of the smoothed loss stays from step to step."""
GROWN = 4.0
"""How many times its minimum the smoothed loss may become."""
FEWEST = 10
"""Steps from which on something can be told."""
REACH = 10
"""Steps over which the slope of the smoothed loss is taken."""
APART = 10.0
"""How far below the rate of the lowest loss the suggested one lies."""
FALLEN = 0.98
"""What the smoothed loss must have fallen to, as a share of its start, for a rate to be suggested."""


def range_test(
    experiment: Experiment,
    variant: str,
    store: DataStore,
    low: float = LOW,
    high: float = HIGH,
    steps: int = STEPS,
    budget: float = BUDGET,
) -> Iterator[RangeTest | None]:
    """Train a copy of a variant from its initial weights while the rate grows from `low` to `high`; say how it went.

    None after each step, so that others can do theirs in between, and at last the result. The schedule and early
    stopping have no part in it. Nothing else is touched: the copy has its own weights, batches and random state.

    Raises:
        SpecError: the experiment cannot train, has no single loss, or the rates are none.
    """
    if not (0 < low < high < math.inf and steps >= FEWEST):
        raise SpecError("", "The test needs a low rate above 0, a higher one, and at least 10 steps")
    run = _copy(resolve(experiment, variant), variant, store)
    if len(run.phases) != 1:
        title = run.experiment.objective.title
        raise SpecError("", f"{title} has several losses that pull against each other, so no single one tells a rate")
    rates, random = np.geomspace(low, high, steps), RandomState(run.device, run.experiment.seed)
    losses: list[float] = []
    spent, ended = 0.0, None
    try:
        for rate in rates.tolist():
            begun = time.perf_counter()
            losses.append(_step(run, rate, random))
            spent += time.perf_counter() - begun
            if (ended := _stopped(losses)) or spent > budget:
                break
            yield None
    finally:
        run.close()
    if ended is None:
        ended = "high" if len(losses) == steps else "time"
    yield _told(rates[: len(losses)], losses, ended)


def finished(test: Iterator[RangeTest | None]) -> RangeTest:
    """The result of a test that nobody interrupts."""
    return next(one for one in test if one is not None)


def smoothed(losses: Sequence[float]) -> np.ndarray:
    """Running mean that forgets: m ← β m + (1 − β) loss, over 1 − βⁿ so that it starts without bias."""
    mean, found = 0.0, []
    for number, loss in enumerate(losses, 1):
        mean = MEMORY * mean + (1 - MEMORY) * loss
        found.append(mean / (1 - MEMORY**number))
    return np.array(found)


def suggested(rates: np.ndarray, smooth: np.ndarray) -> tuple[float | None, float | None]:
    """The rate at which the smoothed loss falls steepest over log rate, and the one to start with; None for neither.

    The first losses, too few for a mean, are left out. To start with is a tenth of the rate at which the loss is
    lowest, rounded to 1, 2, 3 or 5 times a power of ten: there it still falls, with room to where it rises.
    """
    if len(smooth) < FEWEST + 2:
        return None, None
    rates, smooth = rates[FEWEST - 1 :], smooth[FEWEST - 1 :]
    lowest = int(smooth.argmin())
    if lowest < 2 or not smooth[lowest] < FALLEN * smooth[0]:
        return None, None
    falls = smooth[REACH : lowest + 1] - smooth[: lowest + 1 - REACH]
    steepest = float(rates[int(falls.argmin()) + REACH // 2]) if len(falls) else None
    return steepest, round_rate(float(rates[lowest]) / APART)


def round_rate(rate: float) -> float:
    """The nearest of 1, 2, 3 and 5 times a power of ten, by ratio."""
    decade = math.floor(math.log10(rate))
    near = [float(f"{digit}e{decade}") for digit in (1, 2, 3, 5, 10)]
    return min(near, key=lambda one: abs(math.log(one / rate)))


def _copy(chosen: Experiment, variant: str, store: DataStore) -> Run:
    worked = plan(chosen, store)
    for problem in worked.problems:
        if problem.bars:
            raise Refused(problem)
    flat = replace(trained(expanded(chosen)), schedule=Constant())
    return untrained(flat, variant, worked, store, choose(flat.device))


def _step(run: Run, rate: float, random: RandomState) -> float:
    """The loss of one step at a rate; not a number where the step cannot be computed any more."""
    for group in run.optimizer.param_groups:
        group["lr"] = rate * group["factor"]
    try:
        with random.in_force():
            loss = float(eager.run(run, run.next_batches(1))[0])
    except NodeError as error:
        raise SpecError(error.node, str(error)) from None
    except ArithmeticError:
        return math.nan
    run.steps += 1
    if run.position == len(run.dataset):
        run.epoch, run.position = run.epoch + 1, 0
    return loss


def _stopped(losses: list[float]) -> Ending | None:
    """Why to stop after these losses, None to go on."""
    if not math.isfinite(losses[-1]):
        return "not finite"
    smooth = smoothed(losses)
    return "grown" if len(losses) >= FEWEST and smooth[-1] > GROWN * smooth.min() > 0 else None


def _told(rates: np.ndarray, losses: list[float], ended: Ending) -> RangeTest:
    """The result, without the loss that is not finite."""
    finite = len(losses) - (ended == "not finite")
    smooth = smoothed(losses[:finite])
    steepest, start = suggested(rates[:finite], smooth)
    return RangeTest(rates[:finite].tolist(), losses[:finite], smooth.tolist(), ended, steepest, start)
