"""RunStore: all that the window knows about the run; views draw it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from playground.engine.events import (
    Checkpointed,
    Event,
    Failed,
    Finished,
    HeldOut,
    Scalars,
    Snapshot,
    Started,
    State,
    Stepped,
)
from playground.spec.record import Flag, Record


class RunStore(QObject):
    """Numbers, latest snapshots and state of the current run.

    Signals: `restarted()` when a run begins (everything before is void), `scalars()` when numbers arrived,
    `snapshot(key, variant)` when a picture did, `state_changed()` when running, failed or results changed,
    `sample_changed(place)` when a person looks at another validation sample.
    """

    restarted = Signal()
    scalars = Signal()
    snapshot = Signal(str, str)
    state_changed = Signal()
    sample_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record = Record()
        self.snapshots: dict[tuple[str, str], Snapshot] = {}
        self.started: Started | None = None
        self.stepper = Stepped("", "")
        self.running = False
        self.finished: Finished | None = None
        self.failed: Failed | None = None
        self.checkpoint: Checkpointed | None = None
        self.held_out: HeldOut | None = None
        self.epoch = 0.0
        self.step = 0
        self.rate = 0.0
        self.lr: dict[str, float] = {}
        self.sample = 0

    @property
    def variants(self) -> list[str]:
        """Names of the variants of the current run."""
        return list(self.started.variants) if self.started else []

    def result(self, variant: str) -> dict[str, Any]:
        """Final numbers of a variant, once there are any."""
        return self.finished.results.get(variant, {}) if self.finished else {}

    def take(self, event: Event) -> None:
        """Apply one event."""
        match event:
            case Started():
                self._begin(event)
            case Stepped():
                self.stepper = event
                self.state_changed.emit()
            case Scalars():
                self._add(event)
            case Snapshot():
                self.snapshots[event.key, event.variant] = event
                self.snapshot.emit(event.key, event.variant)
            case State():
                self.running, self.epoch, self.step = event.running, event.epoch, event.step
                self.state_changed.emit()
            case Checkpointed():
                self.checkpoint = event
            case Finished():
                self.running, self.finished = False, event
                self._keep_held_out(event)
                self.state_changed.emit()
            case Failed():
                self.running, self.failed = False, event
                self.state_changed.emit()

    def take_held_out(self, found: HeldOut) -> None:
        """Keep what was measured on the test set, instead of what was measured before."""
        self.held_out = found
        self.state_changed.emit()

    def _keep_held_out(self, event: Finished) -> None:
        numbers = {
            variant: {name: value for name, value in results.items() if name.startswith("test_") and value is not None}
            for variant, results in event.results.items()
        }
        if any(numbers.values()):
            self.held_out = HeldOut(self.epoch, {variant: named for variant, named in numbers.items() if named})

    def look_at(self, sample: int) -> None:
        """Show another validation sample wherever one is shown."""
        if sample != self.sample:
            self.sample = sample
            self.sample_changed.emit(sample)

    def clear(self) -> None:
        """Forget the run: another experiment was opened."""
        self.checkpoint = None
        self._begin(None)

    def _begin(self, event: Started | None) -> None:
        if event is not None and event.epoch > 0:
            self.record.cut(event.epoch)
        else:
            self.record = Record()
        self.started = event
        self.stepper = Stepped(event.stepper if event else "", "")
        self.snapshots.clear()
        self.finished = self.failed = self.held_out = None
        self.running = False
        self.epoch, self.step, self.rate = event.epoch if event else 0.0, 0, 0.0
        self.restarted.emit()
        self.state_changed.emit()

    def _add(self, event: Scalars) -> None:
        for variant, named in event.points.items():
            for name, piece in named.items():
                self.record.add(variant, name, *piece)
        self.record.flags.extend(Flag(epoch, text) for epoch, text in event.flags)
        self.epoch, self.step, self.rate, self.lr = event.epoch, event.step, event.rate, event.lr
        self.scalars.emit()
