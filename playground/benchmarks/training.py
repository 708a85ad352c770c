"""How fast steps are taken: by the fused and the eager stepper, beside a browser's way and the usual PyTorch loop."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from playground import paths
from playground.benchmarks.figures import Figure, in_turns, of, ratios
from playground.benchmarks.networks import convolutional, dense
from playground.engine.data import DataStore
from playground.engine.run import Run
from playground.engine.session import Session, open_session
from playground.engine.steppers.choice import SWAP_AT
from playground.spec.entry import make
from playground.spec.experiment import Experiment, Variant

STAND_IN = 2.5
"""The stand-in is so many times as fast as TensorFlow Playground's own engine on these networks (2.2 to 2.8)."""
HIDDEN = {"2-4-2-1": (4, 2), "2-8-8-1": (8, 8), "2-8x6-1": (8,) * 6}
GOALS = {"2-4-2-1": 10.0, "2-8-8-1": 12.0, "2-8x6-1": 12.0}
ADAM_GOAL = 6.0
EAGER_GOAL = 2.0
EPOCHS_AT_ONCE = 40
VARIANTS, VARIANTS_GOAL = 32, 6.0
NO_KERNEL = {"entry": "RMSprop", "lr": 0.001}
"""An optimizer for which there is no machine code."""


def started(experiment: Experiment, steps: int = 1) -> Run:
    """Its run, so many steps on."""
    run = open_session(experiment, DataStore()).runs[0]
    torch.set_num_threads(1)
    while run.steps < steps:
        run.chunk(steps - run.steps)
    return run


def training(rounds: int, seconds: float) -> Iterator[Figure]:
    """The figures of steppers; `seconds` is the length of one side of a round."""
    with _browser() as browser:
        for name, hidden in HIDDEN.items():
            yield from _fused(name, hidden, rounds, seconds, browser)
    yield from _adam(rounds, seconds)
    yield from _variants(rounds, seconds)
    for name, experiment in (("2-8-8-1", dense((8, 8))), ("small CNN", convolutional())):
        eager, naive = in_turns(rounds, *_eager_and_naive(experiment, seconds))
        yield of(f"eager steps of {name}", eager, "steps/s")
        yield of(f"eager stepper over the usual loop, {name}", ratios(eager, naive), "×", EAGER_GOAL)


def _variants(rounds: int, seconds: float) -> Iterator[Figure]:
    """Variants side by side in one experiment, as a person trains them, over the same one after another by PyTorch."""
    for told, base in (("2-8-8-1", dense((8, 8))), ("2-8-8-1 with RMSprop", dense((8, 8), NO_KERNEL))):
        together = _several(base)
        first = together.runs[0]
        while first.stepping.covers(first) and first.steps <= SWAP_AT:
            _turn(together)
        alone = open_session(replace(base, exact=True), DataStore())
        sides = in_turns(rounds, partial(_epochs, together, seconds), partial(_epochs, alone, seconds))
        name = f"{VARIANTS} variants of {told} together"
        yield of(f"{name}, with both sets measured each epoch", sides[0], "steps/s")
        yield of(f"{name} over one after another in PyTorch", ratios(*sides), "×", VARIANTS_GOAL)


def _several(base: Experiment) -> Session:
    """A session of variants of different learning rates."""
    lr = base.optimizer.args()["lr"]
    several = tuple(Variant(f"{place}", {"optimizer.lr": lr / (1 + place)}) for place in range(VARIANTS))
    found = open_session(replace(base, variants=several), DataStore())
    torch.set_num_threads(1)
    return found


def _turn(session: Session) -> None:
    """Let every run take an epoch, those that go together together."""
    ends = {run: run.epoch + 1 for run in session.runs}
    for run, end in ends.items():
        while run.epoch < end:
            session.teams.of(run).chunk(run.steps_left)


def _epochs(session: Session, seconds: float) -> float:
    """Steps per second of all runs while whole epochs take turns."""
    rate = per_second(partial(_turn, session), seconds)
    for run in session.runs:
        run.take()
    return rate * sum(run.steps_per_epoch for run in session.runs)


def _fused(
    name: str, hidden: tuple[int, ...], rounds: int, seconds: float, browser: Callable[[Any, float], float] | None
) -> Iterator[Figure]:
    run = started(dense(hidden), SWAP_AT + 1)
    sides = [_only_steps(run, seconds), _whole_epochs(run, seconds)]
    if browser is not None:
        sides.append(lambda: browser((2, *hidden, 1), seconds))
    steps, epochs, *reference = in_turns(rounds, *sides)
    yield of(f"fused steps of {name}", steps, "steps/s")
    yield of(f"fused steps of {name} with shuffling and both sets measured each epoch", epochs, "steps/s")
    if reference:
        yield of(f"stand-in for a browser, {name}", reference[0], "steps/s")
        against = [STAND_IN * ratio for ratio in ratios(steps, reference[0])]
        yield of(f"fused stepper over TensorFlow Playground, {name}", against, "×", GOALS[name])


def _adam(rounds: int, seconds: float) -> Iterator[Figure]:
    """Adam has no counterpart in a browser: it is held against SGD's stand-in, which does less."""
    with _browser() as browser:
        if browser is None:
            return
        run = started(dense((8, 8), {"entry": "Adam", "lr": 0.01}), SWAP_AT + 1)
        steps, reference = in_turns(rounds, _only_steps(run, seconds), lambda: browser((2, 8, 8, 1), seconds))
        yield of("fused steps of 2-8-8-1 with Adam", steps, "steps/s")
        against = [STAND_IN * ratio for ratio in ratios(steps, reference)]
        yield of("fused stepper with Adam over TensorFlow Playground, 2-8-8-1", against, "×", ADAM_GOAL)


def _only_steps(run: Run, seconds: float) -> Callable[[], float]:
    """Steps per second of the kernel alone, many epochs a call."""
    kernel = run.stepping.kernel
    assert kernel is not None  # these networks are covered
    order = torch.cat([torch.randperm(len(run.dataset)) for _ in range(EPOCHS_AT_ONCE)])
    steps = len(order) // run.batch_size

    def rate() -> float:
        return steps * per_second(lambda: kernel.steps(run, order, 0, steps), seconds)

    return rate


def _whole_epochs(run: Run, seconds: float) -> Callable[[], float]:
    """Steps per second as a person gets them without a window."""

    def epoch() -> None:
        run.chunk(run.steps_left)
        if run.epoch % 1000 == 0:
            run.take()

    return lambda: run.steps_per_epoch * per_second(epoch, seconds)


def _eager_and_naive(experiment: Experiment, seconds: float) -> tuple[Callable[[], float], Callable[[], float]]:
    """An epoch's steps by the eager stepper, and by a loop with a DataLoader that reads the loss at each step."""
    run = started(replace(experiment, exact=True))
    steps = run.steps_per_epoch

    def eager() -> None:
        run.stepping.take(run, steps)
        run.position = 0

    other = started(replace(experiment, exact=True))
    network, optimizer, loss = other.networks["model"], _plain_optimizer(experiment, other), nn.CrossEntropyLoss()
    for parameter in network.parameters():
        parameter.data = parameter.data.contiguous()  # as PyTorch makes them
    criterion = loss if experiment.loss.name == "CrossEntropyLoss" else nn.MSELoss()
    samples = TensorDataset(other.dataset.train_inputs, other.dataset.train_targets)
    loader = DataLoader(samples, batch_size=other.batch_size, shuffle=True)

    def naive() -> None:
        for inputs, targets in loader:
            optimizer.zero_grad()
            error = criterion(network(inputs), targets)
            error.backward()
            optimizer.step()
            error.item()

    return lambda: steps * per_second(eager, seconds), lambda: steps * per_second(naive, seconds)


def _plain_optimizer(experiment: Experiment, run: Run) -> torch.optim.Optimizer:
    """PyTorch's optimizer as one finds it in a tutorial."""
    if experiment.optimizer == make("optimizer", {"entry": "Adam", "lr": 0.001}):
        return torch.optim.Adam(run.networks["model"].parameters(), lr=0.001)
    return torch.optim.SGD(run.networks["model"].parameters(), lr=0.03)


def per_second(act: Callable[[], object], seconds: float) -> float:
    """How often something is done in a second."""
    act()
    times, begun = 0, time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        act()
        times += 1
    return times / spent


@contextmanager
def _browser() -> Iterator[Callable[[Any, float], float] | None]:
    """Steps per second of the stand-in under Node; None where Node is not installed."""
    node = shutil.which("node")
    if node is None:
        yield None
        return
    script = str(paths.assets_dir() / "benchmarks" / "dense.js")
    process = subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def rate(sizes: Any, seconds: float) -> float:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"sizes": list(sizes), "seconds": seconds}) + "\n")
        process.stdin.flush()
        return float(json.loads(process.stdout.readline())["rate"])

    with process:
        yield rate
        process.terminate()
