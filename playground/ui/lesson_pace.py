"""LessonPace: lessons begin at a speed at which one can watch them, however fast the machine is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from playground.ui.file_actions import FileActions
from playground.ui.studio import Studio
from playground.ui.transport import SPEEDS, TransportBar

WATCHED = 15.0
"""Seconds that a lesson takes at least, until a person chooses a speed."""


class LessonPace(QObject):
    """Suggests a speed whenever a lesson, or a file of one's own, begins for the first time."""

    def __init__(self, studio: Studio, files: FileActions, transport: TransportBar, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._files, self._transport = studio, files, transport
        self._lesson: Path | None = None
        studio.store.restarted.connect(self._begun)

    def _begun(self) -> None:
        if self._studio.store.started is not None and self._files.preset != self._lesson:
            self._lesson = self._files.preset
            self._transport.suggest_speed(self._pace() if self._lesson else SPEEDS[-1])

    def _pace(self) -> float:
        """The lowest speed at which the variant with the most steps is over in time; full speed where none is."""
        started = self._studio.store.started
        steps = max(started.steps_per_epoch.values(), default=0) if started else 0
        wanted = steps * self._studio.document.experiment.epochs / WATCHED
        return next((speed for speed in SPEEDS if speed >= wanted), SPEEDS[-1])
