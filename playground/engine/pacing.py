"""Whose turn it is: variants in lockstep by samples seen, within the steps asked for and the pace of slow motion."""

from __future__ import annotations

import math
import time

from playground.engine.control import Play
from playground.engine.run import Run
from playground.engine.session import Session
from playground.engine.steering import Control

CHUNK = 0.003
"""Seconds that one turn may take, about."""
CATCH_UP = 0.1
"""Seconds of slow motion that are made up for when the machine could not keep up; what is more is let go."""


class Pacing:
    """Picks the run that goes next and how many steps it takes."""

    def __init__(self, session: Session, control: Control) -> None:
        self._session, self._control = session, control
        self._step_limit: dict[str, float] = {}
        self._epoch_limit = math.inf
        self._goal = self._ticked_at = 0.0

    def begin(self, order: Play) -> None:
        """Take over how far a person wants to go from here."""
        for run in self._session.runs:
            self._step_limit[run.name] = run.steps + order.steps if order.steps else math.inf
        here = self._session.progress
        self._epoch_limit = math.floor(here + 1e-9) + order.epochs if order.epochs else math.inf
        self._goal, self._ticked_at = min(map(_epochs, self._session.runs)), time.monotonic()

    def ready(self) -> list[Run]:
        """Runs that are not over and have not gone as far as asked."""
        return [run for run in self._session.runs if not run.over and self._left(run) > 0]

    def _left(self, run: Run) -> float:
        if run.epoch >= self._epoch_limit:
            return 0
        return self._step_limit.get(run.name, math.inf) - run.steps

    def choose(self, ready: list[Run]) -> tuple[Run, int] | None:
        """The run that is furthest behind and its number of steps; None when slow motion says to wait."""
        due = self._due(ready) if self._control.speed else {}
        run = max(ready, key=lambda run: due[run.name]) if due else min(ready, key=lambda run: run.progress)
        quick = int(CHUNK / run.seconds_per_step) if run.seconds_per_step else 1
        steps = min(self._left(run), max(1, quick), due.get(run.name, math.inf))
        return (run, int(steps)) if steps >= 1 else None

    def _due(self, ready: list[Run]) -> dict[str, int]:
        """Steps each run is behind the pace of slow motion; `control.wait` becomes the time to the next one."""
        fastest = max(run.steps_per_epoch for run in ready)
        now, interval = time.monotonic(), 1 / self._control.speed
        self._ticked_at = max(self._ticked_at, now - max(CATCH_UP, interval))
        ticks = int((now - self._ticked_at) / interval + 1e-6)
        self._ticked_at += ticks * interval
        self._goal = max(self._goal, min(map(_epochs, ready)) - 1 / fastest) + ticks / fastest
        self._control.wait = max(0.0, self._ticked_at + interval - now)
        return {run.name: round((self._goal - _epochs(run)) * run.steps_per_epoch) for run in ready}


def _epochs(run: Run) -> float:
    """Epochs so far, each step of an epoch counted alike, be its batch full or not."""
    return run.epoch + 1 - run.steps_left / run.steps_per_epoch
