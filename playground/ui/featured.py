"""Featured: the live views of an objective come to the front when it is opened or chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from playground.catalog.kinds import Data, Objective
from playground.spec.entry import entries
from playground.spec.experiment import Experiment
from playground.ui.document import Document
from playground.ui.layouts import Layouts

ON_A_PLANE = "boundary"
"""The view that has nothing to show where data lie on no plane."""
BY_STEP = {"Attention": "attention", "Sequences": "hidden"}
"""The views of networks that read sequences, by the group of the layers that they show."""


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
    front: tuple[str, ...] = (*getattr(experiment.objective, "views", ()), *_by_step(experiment))
    every = [name for cls in entries("objective").values() if issubclass(cls, Objective) for name in cls.views]
    every += BY_STEP.values()
    idle = [name for name in dict.fromkeys(every) if name not in front]
    if front and ON_A_PLANE not in front and not getattr(experiment.data, "plane", False):
        idle.append(ON_A_PLANE)
    return front, tuple(idle)


def _by_step(experiment: Experiment) -> tuple[str, ...]:
    """The views of layers that read the samples of the data step by step, where these are sequences."""
    data = experiment.data
    steps = isinstance(data, Data) and (data.symbols or len(data.sample_shape or ()) == 2)
    groups = {getattr(node.layer, "group", "") for network in experiment.networks.values() for node in network.nodes}
    return tuple(view for group, view in BY_STEP.items() if steps and group in groups)
