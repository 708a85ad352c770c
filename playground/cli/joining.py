"""One of the processes that train together, from the command line. That of rank 0 speaks, the others are silent."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from playground.cli import running
from playground.cli.files import load
from playground.cli.launching import LAUNCHED, MISTAKE, UNTOLD
from playground.cli.mistake import Mistake
from playground.cli.train import results, tell
from playground.engine import headless
from playground.engine.data import DataStore
from playground.engine.distributed import driver
from playground.engine.distributed.group import Group, Lost
from playground.engine.events import Event
from playground.engine.session import Refused, Session, open_session
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment

T = TypeVar("T")


def run(arguments: argparse.Namespace) -> int:
    """Join the others, train, and say how it went.

    Raises:
        Mistake: something stands in the way, or the training failed.
        KeyboardInterrupt: it was ended early.
    """
    wish = _wish_to_end()
    group: Group | None = None
    try:
        group = Group()
        try:
            return _Member(group, wish).run(arguments)
        except Mistake:  # all processes meet with the same
            group.close()
            raise
    except Lost as lost:
        return _lost(lost, group)


def _wish_to_end() -> threading.Event:
    """Set at Ctrl-C, when the system wants the process to end, and when the process that started it has ended."""
    wish = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: wish.set())
    if LAUNCHED in os.environ:
        threading.Thread(target=_at_end_of_stdin, args=(wish,), name="stdin", daemon=True).start()
    return wish


def _at_end_of_stdin(wish: threading.Event) -> None:
    while os.read(0, 1):
        pass
    wish.set()


def _lost(lost: Lost, group: Group | None) -> int:
    """Say that the others are gone, unless another process says why."""
    if group is None:
        raise Mistake(f"the other processes cannot be reached: {lost}")
    return _told("another process of this training has ended, so that it stopped", group)


def _told(sentence: str, group: Group) -> int:
    """Say what only this process may know, unless another was faster; the exit code."""
    if not group.first():
        return UNTOLD
    (sys.__stderr__ or sys.stderr).write(f"nnplayground: {sentence}\n")
    return MISTAKE


class _Member:
    """This process as a member of a group."""

    def __init__(self, group: Group, wish: threading.Event) -> None:
        self._group, self._wish = group, wish
        if not group.leads:
            sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # for the rest of its life

    def run(self, arguments: argparse.Namespace) -> int:
        """Train and tell; the exit code."""
        experiment = self._agreed(lambda: self._loaded(arguments))
        out = self._agreed(lambda: results(arguments.out, arguments.resume) if self._group.leads else None)
        path = out and out / running.CHECKPOINT
        session = self._agreed(lambda: self._opened(experiment))
        if arguments.resume:
            self._resume(session, path)
        outcome, shown = self._trained(session, path)
        if outcome.failed and not all(one.diverged is not None for one in session.runs):
            return _told(f"{outcome.failed.message} {outcome.failed.hint}".strip(), self._group)
        if not outcome.failed:
            self._group.close()
        running.ended(outcome, shown)
        if self._group.leads:
            tell(outcome, out, arguments.json)
        return 0

    def _agreed(self, work: Callable[[], T]) -> T:
        """What work gives, where it goes well in all processes.

        Raises:
            Mistake: it does not in one.
        """
        problem, value = "", None
        try:
            value = work()
        except (Mistake, SpecError) as error:
            problem = str(error)
        for said in self._group.gathered(problem):
            if said:
                raise Mistake(said)
        return value  # type: ignore[return-value]  # work has given it

    def _loaded(self, arguments: argparse.Namespace) -> Experiment:
        """The experiment, on the GPU of this process or on the CPU."""
        fields = {"epochs": arguments.epochs, "seed": arguments.seed, "device": arguments.device}
        experiment = load(arguments.file, arguments.changes, **fields)
        taken = self._group.take_device(experiment.device)
        if taken == experiment.device:
            return experiment
        return load(arguments.file, arguments.changes, **{**fields, "device": taken})

    def _opened(self, experiment: Experiment) -> Session:
        try:
            session = open_session(experiment, DataStore())
        except Refused as error:
            raise running.refused(error, experiment) from None
        driver.share(session, self._group)
        return session

    def _resume(self, session: Session, path: Path | None) -> None:
        """Go on from the checkpoint, which only rank 0 has."""
        own = self._agreed(lambda: running.state_of(session.experiment, path) if path else {})
        state = self._group.of_leader(own)
        self._agreed(lambda: driver.resume(session, self._group, state, path or Path()))
        running.tell_processes(state, self._group.size)

    def _trained(self, session: Session, path: Path | None) -> tuple[headless.Outcome, running.Shown]:
        shown = running.Shown(session.experiment.epochs)
        last: Event | None = None
        try:
            for event in driver.train(session, self._group, path, self._wish.is_set):
                shown(event)
                last = event
        finally:
            shown.close()
        return headless.outcome(session, last), shown
