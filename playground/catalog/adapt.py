"""What else must change in an experiment when its data change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from playground.catalog.kinds import Data, Task
from playground.spec.entry import Entry, entries, make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node, insert, remove
from playground.spec.variants import edited, resolve

IMAGES = "Images"
"""Group of the data sets whose inputs are (C, H, W); all others are flat."""

T = TypeVar("T", bound=Entry)


def with_data(experiment: Experiment, data: Data) -> Experiment:
    """The experiment learning from other data: what still fits is kept, only what does not is replaced.

    Objective, loss and metrics follow the task of the data; images get a Flatten before a Linear behind the input, flat
    data lose it. Every variant is adapted, so that none of their patches brings back what does not fit.
    """
    base = _adapted(replace(experiment, variants=()), data)
    found = replace(base, variants=experiment.variants)
    for variant in experiment.variants:
        if variant.patch:
            try:
                wanted = _adapted(resolve(experiment, variant.name), data)
            except SpecError:
                continue  # a patch that did not fit before is the person's to mend
            found = edited(found, variant.name, replace(wanted, lesson=experiment.lesson))
    return found


def _adapted(experiment: Experiment, data: Data) -> Experiment:
    task = data.task
    return replace(
        experiment,
        data=data,
        networks={name: _flattened(graph, data.group == IMAGES) for name, graph in experiment.networks.items()},
        objective=_fitting(experiment.objective, "objective", lambda item: getattr(item, "task", task) == task),
        loss=_fitting(experiment.loss, "loss", lambda item: _serves(item, task)),
        metrics=_metrics(experiment.metrics, task),
    )


def _serves(item: Entry | type[Entry], task: Task) -> bool:
    return task in getattr(item, "tasks", (task,))


def _fitting(now: Entry, kind: str, fits: Callable[[Entry | type[Entry]], bool]) -> Entry:
    """The entry itself while it fits (an unknown one always does), else the first of its kind that does."""
    if fits(now):
        return now
    return next((cls() for cls in entries(kind).values() if fits(cls)), now)


def _metrics(now: tuple[Entry, ...], task: Task) -> tuple[Entry, ...]:
    kept = tuple(item for item in now if _serves(item, task))
    if not now or any(getattr(item, "of", "predictions") == "predictions" for item in kept):
        return kept
    first = next((cls() for cls in entries("metric").values() if _main(cls, task)), None)
    return (first, *kept) if first else kept


def _main(cls: type[Entry], task: Task) -> bool:
    return _serves(cls, task) and getattr(cls, "of", "predictions") == "predictions"


def _flattened(graph: Graph, images: bool) -> Graph:
    """Put a Flatten between Input and Linear for images, or take it out for flat data, where it does nothing."""
    for start in [node for node in graph.nodes if node.layer.name == "Input"]:
        for edge in graph.out_of(start.id):
            after = graph.node(edge.target)
            if images and after.layer.name == "Linear":
                graph = insert(graph, edge, Node(graph.fresh_id("flatten"), make("layer", {"entry": "Flatten"})))
            elif not images and after.layer.name == "Flatten" and after.activation is None:
                graph = remove(graph, [after.id])
    return graph
