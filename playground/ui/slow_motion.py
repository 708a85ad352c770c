"""SlowMotion: at the low end of the speed slider the phases of a step light up in order on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from playground.ui.run_controller import RunController

SLOW = 2.0
"""Steps per second up to which the phases can be followed."""
SHARES = (("forward", 0.4), ("loss", 0.14), ("backward", 0.3), ("update", 0.12))
"""Phase and its share of the time between two steps; the rest is dark."""


class SlowMotion(QObject):
    """Shows the phases of each step through `show(phase, milliseconds)` while training is slow."""

    def __init__(self, runs: RunController, show: Callable[[str, int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._runs = runs
        self._show = show
        self._step = 0
        self._ahead: list[tuple[str, int]] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)
        runs.store.scalars.connect(self._scalars)
        runs.store.restarted.connect(self._end)

    def _scalars(self) -> None:
        step, self._step = self._step, self._runs.store.step
        if self._step > step and 0 < self._runs.speed <= SLOW:
            period = 1000 / self._runs.speed
            self._ahead = [(phase, int(share * period)) for phase, share in SHARES]
            self._next()

    def _next(self) -> None:
        phase, duration = self._ahead.pop(0) if self._ahead else ("", 0)
        self._show(phase, duration)
        if phase:
            self._timer.start(duration)

    def _end(self) -> None:
        self._step = 0
        self._ahead = []
        self._timer.stop()
        self._show("", 0)
