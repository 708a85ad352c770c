"""RunController: the window's one way to the engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtWidgets import QWidget

from playground.engine.control import (
    HeldOutRequest,
    Knobs,
    Pause,
    PlanRequest,
    Play,
    Request,
    Speed,
    Start,
    Stop,
)
from playground.engine.events import (
    Diagnostic,
    Event,
    Failed,
    Finished,
    HeldOut,
    Plan,
    Snapshot,
    Started,
    State,
)
from playground.spec.entry import Entry
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.forms import to_json
from playground.spec.live import essence, skeleton
from playground.ui.document import Document
from playground.ui.engine import Engine
from playground.ui.engine_link import EngineLink
from playground.ui.questions import Questions
from playground.ui.run_store import RunStore
from playground.ui.watches import Watches

PLAN_DELAY_MS = 40
READABLE = 0.05
"""Seconds between two changes of a number that a person is to read."""
TICK_SHARE = 0.004
"""Seconds of a tick after which views wait for the next one; what was refreshed has to be painted, too."""
AUTOSTART_LIMIT = 5_000_000
"""Networks of at most so many parameters are built at once, so that their maps show before Play."""


class RunController(QObject):
    """Starts, steers and watches the engine process, and keeps `plans` and `store` true; takes `questions` to it.

    Signals: `planned()` when `plans` changed; `engine_changed()` when the engine came or went;
    `started_over()` when an edit made a run that had begun start anew; `began_again()` when a person went on after the
    end, which starts from the same initial weights;
    `ticked()` at the end of each refresh in which something arrived, `counted()` at those that come late enough after
    the last for a person to read the numbers.
    """

    planned = Signal()
    engine_changed = Signal()
    started_over = Signal()
    began_again = Signal()
    ticked = Signal()
    counted = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.store = RunStore(self)
        self.plans: dict[str, Plan] = {}
        self.keep_weights = False
        self._scratch = QTemporaryDir()
        self._speed = self._counted_at = 0.0
        self._watches = Watches(self.store, self._send)
        self._engine = Engine(self)
        self.questions = Questions(self._engine)
        self._engine.said.connect(self._take)
        self._engine.changed.connect(self._engine_changed)
        self._engine.ticked.connect(self._tick)
        self._owed = False
        self._starting = 0
        self._planning = False
        self._asked = 0
        self._wanted: Experiment | None = None
        self._play_when_ready = False
        self._plan_timer = QTimer(self, singleShot=True, interval=PLAN_DELAY_MS)
        self._plan_timer.timeout.connect(self._plan)
        document.opened.connect(self._document_opened)
        document.changed.connect(self._document_changed)

    # --- the engine process ---

    @property
    def engine_pid(self) -> int:
        """Process id of the engine, 0 while there is none."""
        return self._engine.pid

    @property
    def engine_lost(self) -> str:
        """What the engine said last when it ended by itself, "" while it lives."""
        return self._engine.lost

    def open_engine(self, link: EngineLink | None = None) -> None:
        """Start the engine process, or take over one that was started already, and work out the document."""
        self._starting = 0
        self._engine.open(link)
        self._planning = True
        self._plan_timer.start()
        if self._speed:
            self._send(Speed(self._speed))

    def close_engine(self) -> None:
        """End the engine; safe to call twice."""
        self._plan_timer.stop()
        self._engine.close()

    def end(self) -> None:
        """End the engine for good; its checkpoint goes with it."""
        self.close_engine()
        self._scratch.remove()

    def restart_engine(self) -> None:
        """Start a new engine after the old one was lost, and go on from the last checkpoint if there is one."""
        checkpoint = self.store.checkpoint
        self.close_engine()
        self.open_engine()
        if checkpoint is not None and self._wanted is not None:
            self._plan_timer.stop()
            self._plan(start=False)
            self._start(self._wanted, play=True, resume=checkpoint.path)

    def _engine_changed(self) -> None:
        if self.engine_lost:
            self._watches.forget()
            self._planning = self._owed = False
            self.store.running = False
            self.store.state_changed.emit()
        self.engine_changed.emit()

    def _send(self, request: Request) -> None:
        self._owed = self._owed or isinstance(request, Start | Play)
        self._engine.send(request)

    # --- transport ---

    def play(self) -> None:
        """Train on; after the end, train again from the same initial weights."""
        if self.engine_lost:
            self.restart_engine()
        elif self._ended:
            self.began_again.emit()
            self.reset(play=True)
        elif self._planning or self.store.started is None:
            self._play_when_ready = True
            if not self._planning:
                self._plan_timer.start()
        else:
            self._send(Play())

    def pause(self) -> None:
        """Rest; optimizer state and everything else is kept."""
        self._play_when_ready = False
        self._send(Pause())

    def toggle(self) -> None:
        """Play or pause."""
        if self.store.running:
            self.pause()
        else:
            self.play()

    def step(self, *, steps: int = 0, epochs: int = 0) -> None:
        """Train some batches or to some epoch ends, then rest."""
        if self._ended:
            self.began_again.emit()
            self.reset()
        self._send(Play(steps=steps, epochs=epochs))

    @property
    def _ended(self) -> bool:
        return self.store.finished is not None or self.store.failed is not None

    def reset(self, play: bool = False) -> None:
        """Go back to the same initial weights."""
        if self._wanted is not None:
            self._start(self._wanted, play=play, fresh=True)
        elif play:
            self.play()  # as soon as what was opened is worked out

    def set_speed(self, steps_per_second: float) -> None:
        """Limit the steps per second of each variant; 0 is full speed."""
        self._speed = steps_per_second
        self._send(Speed(steps_per_second))

    @property
    def speed(self) -> float:
        """The limit in force, 0 for none."""
        return self._speed

    def problems(self) -> list[Diagnostic]:
        """Everything that does not fit, over all variants."""
        return [
            msgspec.structs.replace(problem, variant=name)
            for name, plan in self.plans.items()
            for problem in plan.problems
        ]

    @property
    def settled(self) -> bool:
        """Whether nothing is under way: training rests and every visible view shows the last state."""
        busy = self._engine.asking or self._planning or self._owed or self.store.running
        return (
            not busy and self.store.started is not None and self._watches.settled((self.store.step, self.store.epoch))
        )

    # --- wishes and questions ---

    def watch(self, widget: QWidget, key: str, variant: str, probe: Entry, interval: float = 0.05) -> None:
        """Keep a snapshot fresh while `widget` can be seen: it arrives in `store.snapshots[key, variant]`.

        The same widget, key and variant replace an older wish. `interval` is the least time between two, in seconds.
        """
        self._watches.add(widget, key, variant, probe, interval)

    def unwatch(self, widget: QWidget, key: str = "", variant: str = "") -> None:
        """End wishes of a widget: one, or all of them."""
        self._watches.remove(widget, key, variant)

    def measure_held_out(self, answer: Callable[[str], None]) -> None:
        """Let the engine measure the run on the test set, for the store; `answer(error)` is called when it is there."""

        def take(value: Any, error: str) -> None:
            if not error:
                self.store.take_held_out(msgspec.convert(value, HeldOut))
            answer(error)

        self._engine.ask(HeldOutRequest, take)

    # --- edits ---

    def _document_opened(self) -> None:
        self._wanted = None
        self._send(Stop())
        self.plans = {}
        self.store.clear()
        self._planning = True
        self._plan_timer.start()

    def _document_changed(self, old: Experiment, new: Experiment) -> None:
        try:
            if essence(new) == essence(old) and new.lesson.checks == old.lesson.checks:
                return
            live = self._wanted is not None and skeleton(new) == skeleton(self._wanted)
            same = live and essence(new) == essence(self._wanted or old)
        except SpecError:
            live = same = False
        if same:
            pass  # back at what is trained, so that only the plans of the broken one in between are stale
        elif live:
            self._wanted = new
            self._send(Knobs(to_json(new)))
            self._watches.outdate()
        elif self.store.running:
            self._send(Pause())
        self._planning = True
        self._plan_timer.start()

    def _plan(self, start: bool = True) -> None:
        experiment = self.document.experiment
        raw = to_json(experiment)
        self._planning = True
        self._asked += 1
        asked = self._asked

        def answer(value: Any, error: str) -> None:
            if asked == self._asked:  # an older document must not take Play away from the newer one
                self._planned(experiment, value, error, start)

        self._engine.ask(lambda n: PlanRequest(n, raw), answer)

    def _planned(self, experiment: Experiment, value: Any, error: str, start: bool) -> None:
        self._planning = self._plan_timer.isActive()
        if error:
            self.plans = {name: Plan({}, [Diagnostic(error)]) for name in experiment.variant_names()}
        else:
            self.plans = msgspec.convert(value, dict[str, Plan])
        self.planned.emit()
        if start:
            self._start_if_new(experiment)

    def _start_if_new(self, experiment: Experiment) -> None:
        if self._planning:
            return  # a newer edit is being worked out
        if not all(plan.trainable for plan in self.plans.values()):
            self._play_when_ready = False
            return
        started = self._wanted is not None and self.store.started is not None
        unchanged = started and skeleton(experiment) == skeleton(self._wanted or experiment)
        size = sum(net.parameters for plan in self.plans.values() for net in plan.networks.values())
        if unchanged and self._play_when_ready:
            self._send(Play())
        elif not unchanged and (size <= AUTOSTART_LIMIT or self._play_when_ready):
            if self.store.epoch > 0 and self.document.undo_stack.count():
                self.started_over.emit()
            self._start(experiment, play=self._play_when_ready)
        self._play_when_ready = False

    def _start(self, experiment: Experiment, *, play: bool, fresh: bool = False, resume: str = "") -> None:
        self._wanted = experiment
        self._starting += 1
        self._send(
            Start(
                to_json(experiment),
                play=play,
                keep_weights=self.keep_weights and not fresh and not resume,
                resume=resume,
                checkpoint=self._scratch.filePath("run.pt"),
            )
        )

    # --- refresh ---

    @property
    def late(self) -> bool:
        """Whether so much has been done in this tick that what can wait should wait for the next one."""
        return time.monotonic() - self._engine.ticking_since > TICK_SHARE

    def _tick(self, arrived: bool) -> None:
        if not self.engine_lost:
            self._watches.ask()
        if arrived:
            self.ticked.emit()
            if time.monotonic() - self._counted_at >= READABLE:
                self._counted_at = time.monotonic()
                self.counted.emit()

    def _take(self, event: Event) -> None:
        if isinstance(event, Started):
            self._starting -= 1
        elif isinstance(event, Failed):
            self._starting = 0
        if self._starting > 0 or self._wanted is None:
            return  # of a run that a newer one replaces, or of an experiment that is no longer open
        match event:
            case Snapshot():
                self._watches.answered(event)
            case Started():
                self._watches.forget()
            case State() | Finished() | Failed():
                self._owed = False
        self.store.take(event)
