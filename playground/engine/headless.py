"""A run without a window: to the end, at full speed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground.engine.data import DataStore
from playground.engine.events import Event, Failed, Finished
from playground.engine.session import RunResult, Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import Entry, UnknownEntry
from playground.spec.experiment import Experiment
from playground.spec.record import Record


@dataclass(frozen=True)
class Outcome:
    """What a run came to: its numbers, final numbers and trained networks by variant, and the lesson's checks.

    `failed` is set when the run ended on a fault; final numbers are there then only if it was the loss that diverged.
    """

    record: Record
    results: dict[str, dict[str, Any]]
    runs: dict[str, RunResult]
    checks: list[tuple[str, bool]]
    session: Session
    failed: Failed | None = None


def run_to_end(
    experiment: Experiment,
    on_event: Callable[[Event], None] | None = None,
    control: Control | None = None,
    path: Path | None = None,
    state: Mapping[str, Any] | None = None,
) -> Outcome:
    """Train all variants of an experiment to their end; `on_event` is told everything that happens.

    Checkpoints go to `path`; training goes on from the `state` that was there. `control` may stop it before.

    Raises:
        Refused: something stands in the way of training.
        FileError: the state is another experiment's.
    """
    session = open_session(experiment, DataStore())
    if path and state is not None:
        session.restore(state, path)
    last: Event | None = None
    for event in train(session, control or Control(), path):
        if event is not None:
            last = event
            if on_event:
                on_event(event)
    return outcome(session, last)


def outcome(session: Session, last: Event | None) -> Outcome:
    """The state of a session as an outcome; `last` is the event that ended its run."""
    results = last.results if isinstance(last, Finished) else {}
    if all(run.diverged is not None for run in session.runs):
        results = {run.name: run.results() for run in session.runs}
    record = session.record
    checks = [_checked(check, record) for check in session.experiment.lesson.checks]
    runs = {run.name: session.result(run.name) for run in session.runs}
    return Outcome(record, results, runs, checks, session, last if isinstance(last, Failed) else None)


def _checked(check: Entry, record: Record) -> tuple[str, bool]:
    """What one should see, and whether one does; nobody can tell with a check that this program does not know."""
    if isinstance(check, UnknownEntry):
        return f"{check.raw.get('text', '')} (there is no check called {check.name})".strip(), False
    return getattr(check, "text", ""), bool(check.outcome(record, True))  # type: ignore[attr-defined]  # a Check
