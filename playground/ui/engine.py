"""Engine: the training process as the window sees it: questions with answers, and a stream of events."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from playground.engine.control import Request
from playground.engine.events import Reply
from playground.ui.channel import Channel, Gone
from playground.ui.engine_link import EngineLink
from playground.ui.worker import EngineWorker

TICK_MS = 15
"""Milliseconds between two refreshes: a little less than a screen of 60 Hz takes, so that it never waits for one."""

Answer = Callable[[Any, str], None]
"""Called with the value of a reply, or with None and one sentence."""


class Engine(QObject):
    """Owns the process, its reader thread and the one refresh timer of the window.

    Signals: `said(message)` for everything that is no reply; `changed()` when the process came or went;
    `ticked(bool)` at the end of each refresh, with whether anything arrived. A refresh goes on `ticking_since` a time,
    infinity between two.
    """

    said = Signal(object)
    changed = Signal()
    ticked = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lost = ""
        self._link: EngineLink | None = None
        self._worker: EngineWorker | None = None
        self._channel = Channel()
        self._answers: dict[int, Answer] = {}
        self._number = 0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._due, self.ticking_since = 0.0, math.inf

    @property
    def pid(self) -> int:
        """Process id, 0 while there is no process."""
        return self._link.pid if self._link else 0

    @property
    def asking(self) -> bool:
        """Whether an answer is owed."""
        return bool(self._answers)

    def open(self, link: EngineLink | None = None) -> None:
        """Start the process, or take over one that was started before the window was there."""
        self._channel = Channel()
        self._link = link or EngineLink()
        self._worker = EngineWorker(self._link, self._channel, self)
        self._worker.start()
        self.lost = ""
        self._due = time.monotonic()
        self._arm()
        self.changed.emit()

    def close(self) -> None:
        """End the process and its reader; safe to call twice."""
        self._timer.stop()
        if self._link is None or self._worker is None:
            return
        self._link.close()
        self._worker.wait()
        self._link.dispose()
        self._worker.deleteLater()
        self._link = self._worker = None

    def send(self, request: Request) -> None:
        """Tell the engine; lost when there is none."""
        if self._link is not None and not self.lost:
            self._link.send(request)

    def ask(self, make: Callable[[int], Request], answer: Answer) -> None:
        """Send the request that `make(id)` gives; `answer` is called on the window's thread."""
        if self._link is None or self.lost:
            answer(None, self.tr("The training process is not running."))
            return
        self._number += 1
        self._answers[self._number] = answer
        self.send(make(self._number))

    def _arm(self) -> None:
        """Tick again after the interval; at once where this refresh took longer, so that none is left out."""
        now = time.monotonic()
        self._due = max(self._due + TICK_MS / 1000, now)
        self._timer.start(int(1000 * (self._due - now)))  # a little early is more even than a little late

    def _tick(self) -> None:
        self.ticking_since = time.monotonic()
        self._arm()
        messages = self._channel.drain()
        for message in messages:
            match message:
                case Gone():
                    self._gone()
                case Reply():
                    if (answer := self._answers.pop(message.id, None)) and _wanted(answer):
                        answer(message.value, message.error)
                case _:
                    self.said.emit(message)
        self.ticked.emit(bool(messages))
        self.ticking_since = math.inf

    def _gone(self) -> None:
        assert self._link is not None
        words = self._link.last_words()
        code = self._link.close(0.5)
        self.lost = words or self.tr("exit code {0}").format(code)
        self._timer.stop()
        answers, self._answers = self._answers, {}
        for answer in filter(_wanted, answers.values()):
            answer(None, self.tr("The training process ended."))
        self.changed.emit()


def _wanted(answer: Answer) -> bool:
    """Whether the one who asked is still there: a window may be closed while the engine thinks."""
    owner = getattr(getattr(answer, "func", answer), "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
