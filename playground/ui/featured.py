"""Featured: the live views that suit an experiment come to the front when it, or a variant of it, is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject

from playground.catalog.kinds import Data, Objective
from playground.catalog.layers.sequences import Recurrent
from playground.spec.entry import Entry, Shape, entries
from playground.spec.experiment import Experiment
from playground.ui.document import Document
from playground.ui.judged import judged
from playground.ui.layouts import Layouts
from playground.ui.views.templates import reading_images

ON_A_PLANE = "boundary"
"""The view that has nothing to show where data lie on no plane."""
ATTENTION, MEMORY = "attention", "hidden"
"""The views of networks that read sequences: where attention looks, and what recurrent layers hold."""
CURVES, PLACES = "metrics", 2
"""The view of what a lesson judges, and how many places there are beside that of the loss."""
OF_IMAGES, OF_FILTERS = "predictions", "filters"
"""The views of images: what is said of each, and what convolutions or dense layers look for in one."""


class Featured(QObject):
    """Tells the layouts which views belong to the variant that is shown, and which to others alone."""

    def __init__(self, document: Document, layouts: Layouts, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._layouts = document, layouts
        document.opened.connect(self._tell)
        document.changed.connect(self._tell)
        document.variant_changed.connect(self._tell)
        self._tell()

    def _tell(self, *_: object) -> None:
        self._layouts.feature(*chosen_views(self._document.shown))


def chosen_views(experiment: Experiment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The views that the objective brings to the front, and those that it has no use for."""
    plane = bool(getattr(experiment.data, "plane", False))
    own: tuple[str, ...] = getattr(experiment.objective, "views", ())
    front = (*own, *_by_step(experiment), *_of_images(experiment, asked=not own))
    others = [view for view in front if view != OF_FILTERS]
    if judged(experiment) and len(others) + plane < PLACES:
        front = (*others, CURVES, *front)
    front = tuple(dict.fromkeys(front))
    every = [name for cls in entries("objective").values() if issubclass(cls, Objective) for name in cls.views]
    every += (ATTENTION, MEMORY, OF_IMAGES, OF_FILTERS)
    idle = [name for name in dict.fromkeys(every) if name not in front]
    if ON_A_PLANE not in front and not plane:
        idle.append(ON_A_PLANE)
    return front, tuple(idle)


def _by_step(experiment: Experiment) -> tuple[str, ...]:
    """The views of layers that read the samples of the data step by step, where these are sequences."""
    data = experiment.data
    if not isinstance(data, Data) or not (data.symbols or len(data.sample_shape or ()) == 2):
        return ()
    layers = _layers(experiment)
    attends = any(getattr(layer, "group", "") == "Attention" for layer in layers)
    remembers = any(isinstance(layer, Recurrent) for layer in layers)
    return (ATTENTION,) * attends + (MEMORY,) * remembers


def _of_images(experiment: Experiment, asked: bool) -> tuple[str, ...]:
    """The views of networks that read images; what is said of each where it is `asked`, as no view is for it."""
    data = experiment.data
    if not isinstance(data, Data) or len(data.sample_shape or ()) != 3:
        return ()
    said = (OF_IMAGES,) * (asked and data.task == "classification")
    convolves = any(getattr(layer, "group", "") == "Convolution" for layer in _layers(experiment))
    return said + (OF_FILTERS,) * (convolves or _has_templates(experiment, data.sample_shape))


def _has_templates(experiment: Experiment, sample: Shape | None) -> bool:
    """Whether a dense layer looks at whole images, so that its weights are images too."""
    shapes = {node.id: sample for graph in experiment.networks.values() for node in graph.nodes}
    return any(reading_images(graph, shapes) for graph in experiment.networks.values())


def _layers(experiment: Experiment) -> list[Entry]:
    """The layers of all networks."""
    return [node.layer for network in experiment.networks.values() for node in network.nodes]
