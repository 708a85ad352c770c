"""The generator that trains: variants in lockstep, in chunks of a few milliseconds, telling what happens as events."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from playground.engine import checkpoint, knobs
from playground.engine.events import Checkpointed, Event, Failed, Finished, Scalars, Started, State
from playground.engine.network import NodeError
from playground.engine.run import Run
from playground.engine.session import Session
from playground.engine.steering import Control
from playground.engine.steppers import eager
from playground.spec.errors import FileError, SpecError
from playground.spec.record import Flag
from playground.spec.variants import resolve

CHUNK = 0.003
FLUSH = 1 / 60
SAVE = 5.0
SAVE_SHARE = 20
"""A checkpoint that took t seconds is followed by at least this many times t of training."""


def train(session: Session, control: Control, path: Path | None = None) -> Iterator[Event | None]:
    """Train until the end, telling everything; checkpoints go to `path`.

    Yields None when there is nothing to do before the control changes or `control.wait` seconds are over. `Finished` or
    `Failed` comes last. What is computed depends neither on the clock nor on the requests in between.
    """
    trainer = _Trainer(session, control, path)
    try:
        yield from trainer.events()
    except (RuntimeError, ValueError, MemoryError) as error:
        yield trainer.failed(error)


class _Trainer:
    def __init__(self, session: Session, control: Control, path: Path | None) -> None:
        self.session, self.control, self.path = session, control, path
        self.here: Run = session.runs[0]
        self.told_running = False
        self.step_limit: dict[str, float] = {}
        self.epoch_limit: dict[str, float] = {}
        self.flags: list[Flag] = []
        self.next_flush = self.next_save = 0.0
        self.rate, self.rate_from = 0.0, (time.monotonic(), 0)
        self.goal, self.paced_at = 0.0, 0.0

    def events(self) -> Iterator[Event | None]:
        yield self._started()
        if self.session.resumed:
            yield self._retold()
        else:
            for run in self.session.runs:
                run.begin()
        yield from self._flush()
        yield State(self.control.running, self.session.progress, self._steps())
        self.told_running = self.control.running
        yield from self._save()
        while not self.control.stopped and (active := [run for run in self.session.runs if not run.over]):
            self._obey()
            ready = [run for run in active if self._allowance(run) > 0]
            self.control.running = self.control.running and bool(ready)
            if self.control.running != self.told_running:
                yield from self._turn()
            chosen = self._choose(ready) if self.control.running and ready else None
            if chosen:
                self._chunk(*chosen)
            if not chosen or time.monotonic() >= self.next_flush:
                yield from self._flush()
            if self.control.running and time.monotonic() >= self.next_save:
                yield from self._save()
            if not chosen:
                yield None
        yield from self._end()

    def _end(self) -> Iterator[Event]:
        yield from self._flush()
        if all(run.diverged is not None for run in self.session.runs):
            yield self._diverged()
            return
        yield from self._save()
        results = {run.name: run.results() for run in self.session.runs}
        yield Finished("stopped" if self.control.stopped else "done", results)

    # --- steps ----------------------------------------------------------------------------------------------------

    def _obey(self) -> None:
        if order := self.control.new_order():
            for run in self.session.runs:
                self.step_limit[run.name] = run.steps + order.steps if order.steps else math.inf
                self.epoch_limit[run.name] = run.epoch + order.epochs if order.epochs else math.inf
            self.goal, self.paced_at = self.session.progress, time.monotonic()
        wanted = self.control.new_knobs()
        if wanted is not None:
            self._adopt(wanted)

    def _adopt(self, wanted: Any) -> None:
        told: dict[str, list[str]] = {}
        for run in self.session.runs:
            try:
                changes = knobs.adopt(run, resolve(wanted, run.name))
            except SpecError:
                continue  # the plan tells the person; the run goes on as it was
            for text in changes:
                told.setdefault(text, []).append(run.name)
        for text, names in told.items():
            prefix = "" if len(names) == len(self.session.runs) else f"{', '.join(names)}: "
            self.flags.append(Flag(self.session.progress, prefix + text))

    def _allowance(self, run: Run) -> float:
        if run.epoch >= self.epoch_limit.get(run.name, math.inf):
            return 0
        return self.step_limit.get(run.name, math.inf) - run.steps

    def _choose(self, ready: list[Run]) -> tuple[Run, int] | None:
        """The run that is furthest behind and how many steps it takes; None when slow motion says to wait."""
        run = min(ready, key=lambda run: run.progress)
        most: float = min(self._allowance(run), max(1, int(CHUNK / run.pace)) if run.pace else 1)
        if self.control.speed:
            due = self._due(ready)
            run = max(ready, key=lambda run: due[run.name])
            most = min(self._allowance(run), most, due[run.name])
        return (run, int(most)) if most >= 1 else None

    def _due(self, ready: list[Run]) -> dict[str, int]:
        """Steps each run is behind the pace of slow motion; `control.wait` becomes the time to the next one."""
        fastest = max(run.steps_per_epoch for run in ready)
        now, interval = time.monotonic(), 1 / self.control.speed
        self.paced_at = max(self.paced_at, now - max(0.1, interval))  # time that could not be kept up with is let go
        ticks = int((now - self.paced_at) / interval + 1e-6)
        self.paced_at += ticks * interval
        self.goal = max(self.goal, self.session.progress - 1 / fastest) + ticks / fastest
        self.control.wait = max(0.0, self.paced_at + interval - now)
        return {run.name: round((self.goal - run.progress) * run.steps_per_epoch) for run in ready}

    def _chunk(self, run: Run, steps: int) -> None:
        self.here = run
        begun = time.perf_counter()
        taken = run.chunk(steps)
        spent = (time.perf_counter() - begun) / taken
        run.pace = 0.7 * run.pace + 0.3 * spent if run.pace else spent

    # --- telling --------------------------------------------------------------------------------------------------

    def _steps(self) -> int:
        return max(run.steps for run in self.session.runs)

    def _started(self) -> Started:
        runs = self.session.runs
        return Started(
            variants=[run.name for run in runs],
            parameters={r.name: sum(p.numel() for n in r.networks.values() for p in n.parameters()) for r in runs},
            steps_per_epoch={run.name: run.steps_per_epoch for run in runs},
            device=str(self.session.device),
            stepper=eager.NAME,
            epoch=self.session.progress,
            data=self.session.info,
        )

    def _retold(self) -> Scalars:
        """What variants had said beyond the epoch from which a resumed run goes on."""
        after = self.session.progress + 1e-9
        points: dict[str, dict[str, Any]] = {}
        for variant, named in self.session.record.series.items():
            for name, one in named.items():
                first = next((i for i, x in enumerate(one.x) if x > after), len(one.x))
                if first < len(one.x):
                    points.setdefault(variant, {})[name] = (list(one.x[first:]), list(one.y[first:]))
        return self._scalars(points, [flag for flag in self.session.flags if flag.epoch > after])

    def _scalars(self, points: dict[str, dict[str, Any]], flags: list[Flag]) -> Scalars:
        rates = {run.name: run.lr for run in self.session.runs}
        told = [(flag.epoch, flag.text) for flag in flags]
        return Scalars(points, told, self.session.progress, self._steps(), self.rate, rates)

    def _flush(self) -> Iterator[Event]:
        now = time.monotonic()
        self.next_flush = now + FLUSH
        self._measure_rate(now)
        points = {}
        for run in self.session.runs:
            fresh = run.diverged is None
            points[run.name] = run.take()
            if fresh and run.diverged is not None and len(self.session.runs) > 1:
                text = f"{run.name}: loss is not finite, stopped at epoch {run.diverged:.4g}"
                self.flags.append(Flag(run.diverged, text))
        points = {name: named for name, named in points.items() if named}
        if points or self.flags:
            flags, self.flags = self.flags, []
            self.session.flags += flags
            yield self._scalars(points, flags)
        for ask in self.control.new_asks():
            yield self.session.snapshot(ask)

    def _measure_rate(self, now: float) -> None:
        steps = sum(run.steps for run in self.session.runs)
        since, before = self.rate_from
        if now - since >= 0.5:
            self.rate, self.rate_from = (steps - before) / (now - since), (now, steps)

    def _turn(self) -> Iterator[Event]:
        """Say that training begins or rests; at rest everything is told and saved."""
        self.told_running = self.control.running
        self.rate_from = (time.monotonic(), sum(run.steps for run in self.session.runs))
        self.control.wait = None
        yield from self._flush()
        yield State(self.control.running, self.session.progress, self._steps())
        if not self.control.running:
            yield from self._save()

    def _save(self) -> Iterator[Event]:
        if self.path is None:
            self.next_save = math.inf
            return
        begun = time.monotonic()
        try:
            checkpoint.save(self.path, self.session.state())
        except FileError as error:
            self.path = None
            self.flags.append(Flag(self.session.progress, f"no more checkpoints: {error.message}"))
            return
        took = time.monotonic() - begun
        self.next_save = begun + max(SAVE, SAVE_SHARE * took)
        yield Checkpointed(str(self.path), self.session.progress)

    def _diverged(self) -> Failed:
        run = self.session.runs[0]
        network, node = run.first_bad_layer()
        first = f" The first layer with weights that are not finite is {node}." if node else ""
        message = f"Training diverged: the loss is not finite from epoch {run.diverged:.4g} on.{first}"
        return Failed(message, "Lower the learning rate or clip gradients.", run.name, network, node)

    def failed(self, error: Exception) -> Failed:
        """A fault in a step as the last event."""
        node = error.node if isinstance(error, NodeError) else ""
        network = self.here.objective.name if node else ""
        full = isinstance(error, MemoryError | torch.OutOfMemoryError) or "allocate memory" in str(error)
        full = full or isinstance(error.__cause__, torch.OutOfMemoryError)
        if full:
            hint = "Halve the batch size, or use fewer units."
            return Failed("The memory is full; training stopped.", hint, self.here.name, network, node)
        where = f" in {node}" if node else ""
        sentence = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Failed(f"Training stopped{where}: {sentence}", "", self.here.name, network, node)
