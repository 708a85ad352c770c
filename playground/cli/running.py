"""Training to the end without a window, for every command that needs a trained network."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from playground.cli.mistake import Mistake
from playground.cli.progress import Progress
from playground.engine import headless
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic, Event, Scalars
from playground.engine.resolve import locate
from playground.engine.session import Refused, Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import entries
from playground.spec.experiment import Experiment


def run_to_end(experiment: Experiment) -> headless.Outcome:
    """Train every variant with a progress bar on stderr.

    Raises:
        Mistake: something stands in the way of training, or training failed.
    """
    progress = Progress(sys.stderr, experiment.epochs)

    def show(event: Event) -> None:
        if isinstance(event, Scalars):
            progress.update(event)

    try:
        outcome = headless.run_to_end(experiment, show)
    except Refused as error:
        raise _refused(error, experiment) from None
    finally:
        progress.close()
    if outcome.failed:
        raise Mistake(f"{outcome.failed.message} {outcome.failed.hint}")
    return outcome


def untrained(experiment: Experiment) -> Session:
    """Every variant with its initial weights, measured but not trained.

    Raises:
        Mistake: something stands in the way of training; the message says what, where and how to mend it.
    """
    try:
        session = open_session(experiment, DataStore())
    except Refused as error:
        raise _refused(error, experiment) from None
    control = Control()
    control.stopped = True
    for _ in train(session, control):
        pass
    return session


def _refused(error: Refused, experiment: Experiment) -> Mistake:
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
