"""What the trainer says: numbers since the last time, the steppers in force, the end of a run."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from typing import Any

import torch

from playground.engine.events import Event, Failed, Scalars, Started, State, Stepped
from playground.engine.network import NodeError
from playground.engine.run import Run
from playground.engine.session import Session
from playground.spec.record import Flag, Piece

RATE_OVER = 0.5
"""Seconds over which steps per second are counted."""


class Teller:
    """Makes events of what the runs of a session have done."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._flags: list[Flag] = []
        self._rate = 0.0
        self._steppers = self._stepped()
        self.restart_clock()

    def restart_clock(self) -> None:
        """Count steps per second from now on."""
        self._clock = time.monotonic(), self._total_steps()

    def flag(self, epoch: float, text: str) -> None:
        """A mark for the curves, told with the next numbers."""
        self._flags.append(Flag(epoch, text))

    def started(self) -> Started:
        """That the runs are ready."""
        runs = self._session.runs
        return Started(
            variants=[run.name for run in runs],
            parameters={r.name: sum(p.numel() for n in r.networks.values() for p in n.parameters()) for r in runs},
            steps_per_epoch={run.name: run.steps_per_epoch for run in runs},
            device=str(self._session.device),
            stepper=self._steppers.stepper,
            epoch=self._session.progress,
            data=self._session.info,
            device_why=self._session.device_why,
        )

    def _stepped(self) -> Stepped:
        runs = self._session.runs
        names = [name for run in runs for name in (run.stepping.name, run.precision.name) if name]
        reasons = (f"{run.stepping.why} {run.stepping.alone}".strip() for run in runs)
        return Stepped(" · ".join(dict.fromkeys(names)), next(filter(None, reasons), ""))

    def state(self, running: bool) -> State:
        """Whether training runs, and where it is."""
        return State(running, self._session.progress, self._steps())

    def retold(self) -> Scalars:
        """What variants had said beyond the epoch from which a resumed run goes on; all of it from the start."""
        after = self._session.progress + 1e-9 if self._session.progress > 0 else -1.0  # a start voids what was told
        points: dict[str, dict[str, Any]] = {}
        for variant, named in self._session.record.series.items():
            for name, one in named.items():
                first = next((i for i, x in enumerate(one.x) if x > after), len(one.x))
                if first < len(one.x):
                    points.setdefault(variant, {})[name] = Piece(one.x[first:], one.y[first:], one.stride, one.lowest)
        return self._scalars(points, [flag for flag in self._session.flags if flag.epoch > after])

    def news(self) -> Iterator[Event]:
        """All numbers since the last time."""
        self._count()
        if (stepped := self._stepped()) != self._steppers:
            self._steppers = stepped
            yield stepped
        points = {}
        for run in self._session.runs:
            before = run.diverged
            if taken := run.take():
                points[run.name] = taken
            if before is None and run.diverged is not None and len(self._session.runs) > 1:
                self.flag(run.diverged, f"{run.name}: loss is not finite, stopped at epoch {run.diverged:.4g}")
        if points or self._flags:
            flags, self._flags = self._flags, []
            self._session.flags += flags
            yield self._scalars(points, flags)

    def diverged(self) -> Failed:
        """That no variant has a finite loss any more."""
        run = self._session.runs[0]
        network, node, finite = worst_layer(run)
        what = "The largest weights are in" if finite else "The first layer with weights that are not finite is"
        message = f"Training diverged: the loss is not finite from epoch {run.diverged:.4g} on. {what} {node}."
        return Failed(message, "Lower the learning rate or clip gradients.", run.name, network, node)

    def _scalars(self, points: dict[str, Any], flags: list[Flag]) -> Scalars:
        rates = {run.name: run.lr for run in self._session.runs}
        told = [(flag.epoch, flag.text) for flag in flags]
        return Scalars(points, told, self._session.progress, self._steps(), self._rate, rates)

    def _steps(self) -> int:
        return max(run.steps for run in self._session.runs)

    def _total_steps(self) -> int:
        return sum(run.steps for run in self._session.runs)

    def _count(self) -> None:
        since, before = self._clock
        spent = time.monotonic() - since
        if spent >= RATE_OVER:
            self._rate = (self._total_steps() - before) / spent
            self.restart_clock()


def worst_layer(run: Run) -> tuple[str, str, bool]:
    """Network and node of the first weights that are not finite, else of the largest; and whether all are finite.

    A loss overflows before the weights do, so that right after it they may be finite still.
    """
    largest, place = -1.0, ("", "")
    for name, network in run.networks.items():
        for key, value in network.named_parameters():
            node = key.partition(".")[0].removesuffix("_activation")
            peak = float(value.detach().abs().max())
            if not math.isfinite(peak):
                return name, node, False
            if peak > largest:
                largest, place = peak, (name, node)
    return *place, True


def fault(error: Exception, run: Run) -> Failed:
    """A fault in a step of a run as the last event."""
    node = error.node if isinstance(error, NodeError) else ""
    guilty = error.network if isinstance(error, NodeError) else None
    network = next((name for name, one in run.networks.items() if one is guilty), "")
    causes = (error, error.__cause__)
    full = any(isinstance(one, MemoryError | torch.OutOfMemoryError) for one in causes)
    if full or "allocate memory" in str(error):
        hint = "Halve the batch size, use fewer units, or train on the CPU."
        return Failed("The memory is full; training stopped.", hint, run.name, network, node)
    if isinstance(error, ArithmeticError):
        hint = "Lower the learning rate, or choose another optimizer."
        return Failed("Training stopped: the optimizer divided by zero.", hint, run.name, network, node)
    where = f" in {node}" if node else ""
    said = str(error).partition("\n")[0] or type(error).__name__
    return Failed(f"Training stopped{where}: {said}", "", run.name, network, node)
