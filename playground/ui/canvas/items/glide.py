"""Cards on their way to a new place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QStyle

MOVE_MS = 150


def motion_wanted() -> bool:
    """Whether the desktop lets things move: its style says how long animations last, 0 where a person wants none."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Glide(QObject):
    """Moves points from where they are to where they belong, fast at first.

    Signals: `moved(places)` with the points by key at each step, the last of them exactly at their goals; `rested()`
    after that, not when a glide is replaced by another.
    """

    moved = Signal(dict)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways: dict[str, tuple[QPointF, QPointF]] = {}
        self._run = QVariantAnimation(self)
        self._run.setDuration(MOVE_MS)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._step)
        self._run.finished.connect(self._rest)

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return bool(self._ways)

    def start(self, ways: Mapping[str, tuple[QPointF, QPointF]]) -> None:
        """Begin new ways from here to there; ways that were not over are forgotten."""
        self.stop()
        self._ways = dict(ways)
        if self._ways:
            self._run.start()

    def stop(self) -> None:
        """Leave everything where it is."""
        self._ways = {}
        self._run.stop()

    def drop(self, key: str) -> None:
        """Leave one where it is."""
        self._ways.pop(key, None)

    def finish(self) -> None:
        """Be there at once."""
        if self._ways:
            self._run.stop()
            self._step(1.0)
            self._rest()

    def _step(self, progress: float) -> None:
        if self._ways:
            self.moved.emit({key: a + (b - a) * progress for key, (a, b) in self._ways.items()})

    def _rest(self) -> None:
        if self._ways:
            self._ways = {}
            self.rested.emit()
