"""Training to the end without a window, for every command that needs a trained network."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from playground.cli.mistake import Mistake
from playground.cli.progress import Progress
from playground.engine import checkpoint, headless
from playground.engine.data import DataStore
from playground.engine.events import Checkpointed, Diagnostic, Event, Scalars
from playground.engine.resolve import locate
from playground.engine.session import Refused, Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import entries
from playground.spec.experiment import Experiment

CHECKPOINT = "checkpoint.pt"


class Shown:
    """Shows what a training tells: a progress bar on stderr, and where it can be taken up again."""

    def __init__(self, epochs: int) -> None:
        self._progress = Progress(sys.stderr, epochs)
        self._kept: Checkpointed | None = None

    def __call__(self, event: Event) -> None:
        """Take in an event."""
        if isinstance(event, Scalars):
            self._progress.update(event)
        elif isinstance(event, Checkpointed):
            self._kept = event

    def close(self) -> None:
        """End the bar's line."""
        self._progress.close()

    def interrupted(self) -> str:
        """What to say when the training has been ended early."""
        if self._kept is None:
            return "interrupted; nothing could be saved"
        where = f"{self._kept.epoch:.6g} in {self._kept.path}"
        return f"interrupted; saved at epoch {where}, from where the same command with --resume goes on"


def run_to_end(experiment: Experiment, path: Path | None = None, resume: bool = False) -> headless.Outcome:
    """Train every variant with a progress bar on stderr.

    Checkpoints go to `path`, `resume` goes on from there; then Ctrl-C saves once more.

    Raises:
        Mistake: something stands in the way of training, or training failed.
        FileError: there is no checkpoint to go on from, or it is another experiment's.
        KeyboardInterrupt: it was ended early.
    """
    shown, control = Shown(experiment.epochs), Control()

    def stop() -> None:
        control.stopped = True

    state = state_of(experiment, path) if path and resume else None
    tell_processes(state, 1)
    try:
        with patient(stop if path else None):
            outcome = headless.run_to_end(experiment, shown, control, path, state)
    except Refused as error:
        raise refused(error, experiment) from None
    finally:
        shown.close()
    ended(outcome, shown)
    return outcome


def state_of(experiment: Experiment, path: Path) -> dict[str, Any]:
    """What a checkpoint says.

    Raises:
        FileError: it is not there, damaged, or another experiment's.
    """
    state = checkpoint.load(path)
    checkpoint.check(state, experiment, path)
    return state


def tell_processes(state: Mapping[str, Any] | None, count: int) -> None:
    """Say that a training goes on with another number of processes, where it does."""
    before = len(state.get("processes", ())) or 1 if state else count
    if before != count:
        then = "1 process" if before == 1 else f"{before} processes"
        sys.stderr.write(
            f"nnplayground: the checkpoint is of {then}; with {count}, random numbers such as those of dropout are "
            "others from here on\n"
        )


@contextmanager
def patient(stop: Callable[[], None] | None) -> Iterator[None]:
    """Let Ctrl-C call `stop`; a second one does again what it did before, for those who will not wait.

    Without `stop`, and outside the main thread, where Python takes no signals, all stays as it is.
    """
    if stop is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(_number: int, _frame: object) -> None:
        signal.signal(signal.SIGINT, before)
        stop()

    before = signal.signal(signal.SIGINT, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def ended(outcome: headless.Outcome, shown: Shown) -> None:
    """Say what kept a training from its end.

    Raises:
        Mistake: it failed.
        KeyboardInterrupt: it was ended early.
    """
    if outcome.failed:
        raise Mistake(f"{outcome.failed.message} {outcome.failed.hint}")
    if not all(run.over for run in outcome.session.runs):
        sys.stderr.write(f"nnplayground: {shown.interrupted()}\n")
        raise KeyboardInterrupt


def untrained(experiment: Experiment) -> Session:
    """Every variant with its initial weights, measured but not trained.

    Raises:
        Mistake: something stands in the way of training; the message says what, where and how to mend it.
    """
    try:
        session = open_session(experiment, DataStore())
    except Refused as error:
        raise refused(error, experiment) from None
    control = Control()
    control.stopped = True
    for _ in train(session, control):
        pass
    return session


def refused(error: Refused, experiment: Experiment) -> Mistake:
    """Why an experiment cannot train, as a person's mistake."""
    variant = error.diagnostic.variant if experiment.variants else ""  # the only run needs no name
    return Mistake(f"cannot train: {told(msgspec.structs.replace(error.diagnostic, variant=variant))}")


def told(problem: Diagnostic) -> str:
    """A problem as one line: where, what, and how to mend it."""
    where = ", ".join(part for part in (problem.variant, problem.network, problem.node) if part)
    return " ".join(part for part in (f"{where}:" if where else "", problem.message, problem.hint) if part)


def export(session: Session, variant: str, exporter: str, path: Path) -> None:
    """Write a run with an exporter of the catalog.

    Raises:
        SpecError: it cannot be exported so, or the file cannot be written.
    """
    locate(entries("exporter")[exporter].target)(session.result(variant), path)


def export_experiment(experiment: Experiment, variant: str, exporter: str, path: Path) -> None:
    """Write what needs no run, and so no data that fit.

    Raises:
        SpecError: as above.
    """
    locate(entries("exporter")[exporter].target)(experiment, variant, DataStore(), path)
