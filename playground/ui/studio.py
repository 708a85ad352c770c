"""Studio: what every panel, view and the canvas is given, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from playground.ui.document import Document
from playground.ui.run_controller import RunController
from playground.ui.run_store import RunStore
from playground.ui.theme import ThemeManager


@dataclass(frozen=True)
class Studio:
    """The document being edited, the run being watched, and the look."""

    document: Document
    runs: RunController
    themes: ThemeManager

    @property
    def store(self) -> RunStore:
        """Numbers and pictures of the current run."""
        return self.runs.store
