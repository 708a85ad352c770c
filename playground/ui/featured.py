"""Featured: the live views of an objective come to the front when it is opened or chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from playground.catalog.kinds import Objective
from playground.spec.entry import entries
from playground.spec.experiment import Experiment
from playground.ui.document import Document
from playground.ui.layouts import Layouts

ON_A_PLANE = "boundary"
"""The view that has nothing to show where data lie on no plane."""


class Featured(QObject):
    """Tells the layouts which views belong to the objective of the document, and which to others alone."""

    def __init__(self, document: Document, layouts: Layouts, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._layouts = document, layouts
        document.opened.connect(self._tell)
        document.changed.connect(self._tell)
        self._tell()

    def _tell(self, *_: object) -> None:
        self._layouts.feature(*chosen_views(self._document.experiment))


def chosen_views(experiment: Experiment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The views that the objective brings to the front, and those that it has no use for."""
    front: tuple[str, ...] = getattr(experiment.objective, "views", ())
    every = [name for cls in entries("objective").values() if issubclass(cls, Objective) for name in cls.views]
    idle = [name for name in dict.fromkeys(every) if name not in front]
    if front and ON_A_PLANE not in front and not getattr(experiment.data, "plane", False):
        idle.append(ON_A_PLANE)
    return front, tuple(idle)
