"""The generator that trains with several processes: the same turns in each, as rank 0 chooses them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import torch

from playground.engine import checkpoint
from playground.engine.device import len_cores
from playground.engine.distributed import fitness
from playground.engine.distributed.group import Group
from playground.engine.distributed.shares import SharedStepping, load_own_state, own_state
from playground.engine.events import Checkpointed, Event, Finished
from playground.engine.run import Run
from playground.engine.session import Session
from playground.engine.telling import Teller
from playground.engine.trainer import SAVE, SAVE_SHARE, driven
from playground.spec.errors import FileError

TURN = 0.05
"""Seconds between two times when the processes agree on how to go on, about."""


def share(session: Session, group: Group) -> None:
    """Let the runs of a session take their steps together with other processes.

    Raises:
        SpecError: they cannot; one sentence says why.
    """
    for run in session.runs:
        fitness.check(run, group.size)
        SharedStepping(run, group)
    torch.set_num_threads(max(1, min(torch.get_num_threads(), len_cores() // group.local_size)))


def resume(session: Session, group: Group, state: Mapping[str, Any], path: Path) -> None:
    """Go on from what a checkpoint says, after `share`; a process that it does not know keeps its random state.

    Raises:
        FileError: it is another experiment's.
    """
    begun = {run.name: run.random.states for run in session.runs}
    session.restore(state, path)
    saved = state.get("processes", ())
    for run in session.runs if group.rank else ():
        if group.rank < len(saved):
            load_own_state(run, saved[group.rank][run.name])
        else:
            run.random.states = begun[run.name]


def train(session: Session, group: Group, path: Path | None, stopped: Callable[[], bool]) -> Iterator[Event]:
    """Train until the end, telling everything; in rank 0 checkpoints go to `path`. `Finished` or `Failed` comes last.

    Any process may be `stopped`, and all end. What is computed does not depend on the clock.

    Raises:
        Lost: another process has ended.
    """
    yield from driven(_Together(session, group, path, stopped), session)


class _Together:
    def __init__(self, session: Session, group: Group, path: Path | None, stopped: Callable[[], bool]) -> None:
        self._session, self._group, self._stopped = session, group, stopped
        self._path = path if group.leads else None
        self._keeps = group.of_leader(self._path is not None)
        self._teller = Teller(session)
        self._next_save = 0.0
        self._ended = False
        self.here = session.runs[0]

    def events(self) -> Iterator[Event]:
        """From `Started` to `Finished`."""
        yield self._teller.started()
        if self._session.resumed:
            yield self._teller.retold()
        else:
            for run in self._session.runs:
                run.begin()
        yield from self._teller.news()
        yield self._teller.state(True)
        while not self._ended and (ready := [run for run in self._session.runs if not run.over]):
            self.here = min(ready, key=lambda run: run.progress)
            yield from self._turn(self.here)
        yield from self._end()

    def _turn(self, run: Run) -> Iterator[Event]:
        """Take as many steps as rank 0 says, unless a process wants to end or it is time to save."""
        steps, due, ended = self._group.largest([*self._proposed(run), self._stopped()])
        if due:
            yield from self._save()
        if ended:
            self._ended = True
            return
        run.chunk(steps)
        yield from self._teller.news()

    def _proposed(self, run: Run) -> tuple[int, int]:
        """How many steps to take, and whether to save before; only rank 0 has a say."""
        if not self._group.leads:
            return 0, 0
        quick = int(TURN / run.seconds_per_step) if run.seconds_per_step else 1
        return max(1, quick), int(self._keeps and time.monotonic() >= self._next_save)

    def _end(self) -> Iterator[Event]:
        if all(run.diverged is not None for run in self._session.runs):
            yield self._teller.diverged()
            return
        yield from self._save()
        results = {run.name: run.results() for run in self._session.runs}
        yield Finished("stopped" if self._ended else "done", results)

    def _save(self) -> Iterator[Event]:
        """Write a checkpoint with the random states of all processes."""
        if not self._keeps:
            return
        begun = time.monotonic()
        states = self._group.gathered({run.name: own_state(run) for run in self._session.runs})
        if self._path is None:
            return
        try:
            checkpoint.save(self._path, {**self._session.state(), "processes": states})
        except FileError as error:
            self._path, self._next_save = None, math.inf
            self._teller.flag(self._session.progress, f"no more checkpoints: {error.message}")
            return
        self._next_save = begun + max(SAVE, SAVE_SHARE * (time.monotonic() - begun))
        yield Checkpointed(str(self._path), self._session.progress)
