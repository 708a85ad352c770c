"""How speed changes with the size of what is trained: layers, width, points and variants."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import torch

from playground.benchmarks.figures import Figure, in_turns, of
from playground.benchmarks.networks import dense
from playground.engine.data import DataStore
from playground.engine.pacing import CHUNK
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.engine.steppers.choice import SWAP_AT
from playground.spec.entry import make
from playground.spec.experiment import Experiment, Variant

LAYERS, WIDTHS, POINTS, VARIANTS = (1, 2, 4, 8, 16), (8, 32, 128, 512), (500, 5_000, 50_000), (1, 4, 16, 64)


def scaling(rounds: int, seconds: float) -> Iterator[Figure]:
    """Steps per second over all variants, in whole epochs, as a person gets them without a window."""
    yield from _along("{} layers of 8", [(count, dense((8,) * count)) for count in LAYERS], rounds, seconds)
    yield from _along("two layers of {}", [(width, dense((width, width))) for width in WIDTHS], rounds, seconds)
    base = dense((8, 8))
    drawn = [(count, replace(base, data=make("data", {"entry": "Spiral", "n": count}))) for count in POINTS]
    yield from _along("2-8-8-1 on {} points", drawn, rounds, seconds)
    several = [
        (count, replace(base, variants=tuple(Variant(f"{i}", {"seed": i}) for i in range(count)))) for count in VARIANTS
    ]
    yield from _along("{} variants of 2-8-8-1", several, rounds, seconds)


def _seeds(count: int) -> tuple[Variant, ...]:
    return tuple(Variant(f"{seed}", {"seed": seed}) for seed in range(count))


def _along(words: str, sizes: list[tuple[int, Experiment]], rounds: int, seconds: float) -> Iterator[Figure]:
    """One figure for each size; all take turns."""
    sides = [partial(_rate, _ready(experiment), seconds) for _, experiment in sizes]
    for (size, _), rates in zip(sizes, in_turns(rounds, *sides), strict=True):
        yield of(f"steps of {words.format(f'{size:,}')}", rates, "steps/s")


def _ready(experiment: Experiment) -> list[Run]:
    """Its runs, past the step from which the stepper that stays takes over."""
    runs = open_session(experiment, DataStore()).runs
    torch.set_num_threads(1)
    for run in runs:
        while run.steps <= SWAP_AT:
            run.chunk(SWAP_AT + 1 - run.steps)
        run.chunk(run.steps_left)
    return runs


def _rate(runs: list[Run], seconds: float) -> float:
    """Steps per second of all runs while they take turns, each as long as a turn of the engine."""
    begun, before = time.perf_counter(), sum(run.steps for run in runs)
    while time.perf_counter() - begun < seconds:
        for run in runs:
            _turn(run)
    rate = (sum(run.steps for run in runs) - before) / (time.perf_counter() - begun)
    for run in runs:
        run.take()
    return rate


def _turn(run: Run) -> None:
    until = time.perf_counter() + CHUNK
    while time.perf_counter() < until:
        run.chunk(max(1, int(CHUNK / run.seconds_per_step)))
