"""The generator that trains: variants in lockstep, in chunks of a few milliseconds, telling what happens as events."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from playground.engine import checkpoint
from playground.engine.events import Checkpointed, Event, Failed, Finished
from playground.engine.pacing import Pacing
from playground.engine.run import Run
from playground.engine.session import Session
from playground.engine.steering import Control
from playground.engine.telling import Teller, fault
from playground.spec.errors import FileError
from playground.spec.experiment import Experiment

E = TypeVar("E", covariant=True)

TELL = 1 / 30
"""Seconds between two batches of numbers."""
LOOK_SHARE = 0.02
"""Share of the time that views' snapshots may take, each on its own; they come at once where there is time to spare."""
SAVE = 2.0
"""Seconds between two checkpoints."""
SAVE_SHARE = 20
"""A checkpoint that took t seconds is followed by at least this many times t of training."""


def train(session: Session, control: Control, path: Path | None = None) -> Iterator[Event | None]:
    """Train until the end, telling everything; checkpoints go to `path`.

    Yields None when there is nothing to do before the control changes or `control.wait` seconds are over. `Finished` or
    `Failed` comes last. What is computed depends neither on the clock nor on the requests in between.
    """
    yield from driven(_Trainer(session, control, path), session)


class Driver(Protocol[E]):
    """Trains a session; `here` is the run whose turn it is."""

    here: Run

    def events(self) -> Iterator[E]:
        """From `Started` to `Finished`."""


def driven(driver: Driver[E], session: Session) -> Iterator[E | Failed]:
    """What a driver tells; a fault in a step is the last event, and no thread is left behind."""
    try:
        yield from driver.events()
    except (RuntimeError, ValueError, ArithmeticError, MemoryError) as error:  # L-BFGS may divide by 0
        yield fault(error, driver.here)
    finally:
        for run in session.runs:
            run.close()


class _Trainer:
    def __init__(self, session: Session, control: Control, path: Path | None) -> None:
        self._session, self._control, self._path = session, control, path
        self._teller, self._pacing = Teller(session), Pacing(session, control)
        self._running = control.running  # as it was told
        self._next_tell = self._next_look = self._next_save = 0.0
        self.here = session.runs[0]

    def events(self) -> Iterator[Event | None]:
        """From `Started` to `Finished`."""
        yield from self._begin()
        while not self._control.stopped and not all(run.over for run in self._session.runs):
            self._obey()
            ready = self._pacing.ready()
            self._control.running = self._control.running and bool(ready)
            if self._control.running != self._running:
                yield from self._turn()
            chosen = self._pacing.choose(ready) if self._running and ready else None
            if chosen:
                self.here, steps = chosen
                self._session.teams.of(self.here).chunk(steps)
            if not chosen or time.monotonic() >= self._next_tell:
                yield from self._tell(pressed=bool(chosen))
            if self._control.running and time.monotonic() >= self._next_save:
                yield from self._save()
            if not chosen:
                yield None
        yield from self._end()

    def _begin(self) -> Iterator[Event]:
        yield self._teller.started()
        if self._session.resumed:
            yield self._teller.retold()
        else:
            for run in self._session.runs:
                run.begin()
        yield from self._tell()
        yield self._teller.state(self._running)
        yield from self._save()

    def _end(self) -> Iterator[Event]:
        yield from self._tell()
        if all(run.diverged is not None for run in self._session.runs):
            yield self._teller.diverged()
            return
        yield from self._save()
        results = {run.name: run.results() for run in self._session.runs}
        yield Finished("stopped" if self._control.stopped else "done", results)

    def _obey(self) -> None:
        self._control.unseen = False
        if order := self._control.new_order():
            self._pacing.begin(order)
        if wanted := self._control.new_knobs():
            self._adopt(wanted)

    def _adopt(self, wanted: Experiment) -> None:
        for text in self._session.adopt(wanted):
            self._teller.flag(self._session.progress, text)

    def _tell(self, pressed: bool = False) -> Iterator[Event]:
        """Tell the news and answer views: all of them, or one at most while every moment is needed for training."""
        self._next_tell = time.monotonic() + TELL
        yield from self._teller.news()
        begun = time.monotonic()
        for ask in self._control.new_asks((begun >= self._next_look) if pressed else None):
            yield self._session.snapshot(ask)
            self._next_look = begun + (time.monotonic() - begun) / LOOK_SHARE

    def _turn(self) -> Iterator[Event]:
        """Say that training begins or rests; at rest everything is told and saved."""
        self._running, self._control.wait = self._control.running, None
        self._teller.restart_clock()
        running = self._running
        yield from self._tell()
        yield self._teller.state(running)
        if not running:
            for run in self._session.runs:
                run.batches.rest()
            yield from self._save()

    def _save(self) -> Iterator[Event]:
        if self._path is None:
            self._next_save = math.inf
            return
        begun = time.monotonic()
        try:
            checkpoint.save(self._path, self._session.state())
        except FileError as error:
            self._path = None
            self._teller.flag(self._session.progress, f"no more checkpoints: {error.message}")
            return
        self._next_save = begun + max(SAVE, SAVE_SHARE * (time.monotonic() - begun))
        yield Checkpointed(str(self._path), self._session.progress)
