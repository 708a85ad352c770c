"""What else must change in an experiment when its data or its objective change."""

from __future__ import annotations

from dataclasses import replace

from playground.catalog.entrance import entered
from playground.catalog.kinds import Asked, Data, Objective, Task
from playground.catalog.starter import beginning
from playground.spec.entry import Entry, Shape, entries, make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph
from playground.spec.variants import edited, resolve

STEADY = {"Adversarial": {"entry": "Adam", "lr": 0.002, "beta1": 0.5}}
"""Optimizers for objectives that plain SGD does not come far with."""


def with_data(experiment: Experiment, data: Data) -> Experiment:
    """The experiment learning from other data: what still fits is kept, only what does not is replaced.

    Objective, loss and metrics follow the task of the data; samples are brought into a form that the first layer takes,
    as by a Flatten between images and a dense layer. Every variant is adapted, so that none of their patches brings
    back what does not fit.
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


def with_objective(experiment: Experiment, objective: Objective, sample: Shape | None = None) -> Experiment:
    """The experiment trained for something else: networks that are missing begin small, all others stay.

    `sample` is the shape of a sample, where it is known. Loss and metrics stay while they fit.
    """
    networks = dict(experiment.networks)
    for name in objective.networks:
        if name not in networks:
            networks[name] = beginning(experiment, objective, name, sample)
    task = objective.task
    metrics = tuple(item for item in experiment.metrics if _measures(item, objective))
    own = tuple(make("metric", {"entry": name}) for name in objective.default_metrics)
    looked = any(getattr(item, "of", "predictions") == "predictions" for item in metrics)
    crowded = task and getattr(experiment.data, "classes", 0) > 2 and getattr(experiment.loss, "binary", False)
    fits = objective.takes(experiment.loss) and not crowded
    steady = STEADY.get(objective.name) if experiment.optimizer.name == "SGD" else None
    return replace(
        experiment,
        networks=networks,
        objective=objective,
        loss=experiment.loss if fits else make("loss", {"entry": objective.default_loss}),
        metrics=metrics if looked or not task else (*own, *metrics),
        optimizer=make("optimizer", steady) if steady else experiment.optimizer,
    )


def _measures(metric: Entry, objective: Objective) -> bool:
    """Whether a metric is of use for an objective."""
    if getattr(metric, "of", "") == "samples":
        return objective.makes
    if not objective.task:
        return getattr(metric, "of", "network") == "network"
    return _serves(metric, objective.task)


def _adapted(experiment: Experiment, data: Data) -> Experiment:
    task = data.task
    objective = _objective(experiment.objective, data)
    return replace(
        experiment,
        data=data,
        networks=_networks(experiment, objective, data),
        objective=objective,
        loss=_loss(experiment.loss, objective, data, new_task=objective != experiment.objective),
        metrics=_metrics(experiment.metrics, objective, task),
    )


def _serves(item: Entry | type[Entry], task: Task) -> bool:
    """Whether an entry is of use for a task; one that this program does not know is taken to be."""
    tasks = getattr(item, "tasks", ())
    return not tasks or task in tasks


def _networks(experiment: Experiment, objective: Entry, data: Data) -> dict[str, Graph]:
    """The networks brought to the data; new ones begin where an objective comes that has its own way to begin."""
    found = dict(experiment.networks)
    if isinstance(objective, Objective) and objective.name != experiment.objective.name:
        begun = {name: objective.starting(name, data) for name in objective.networks}
        found |= {name: graph for name, graph in begun.items() if graph is not None}
    return {name: entered(graph, data) if _fed(objective, name, data) else graph for name, graph in found.items()}


def _objective(now: Entry, data: Data) -> Entry:
    """The objective while it fits the data, else the one that they are made for, or the first that fits their task."""
    own = data.objective
    if own:
        return now if now.name == own else entries("objective")[own]()
    if getattr(now, "task", data.task) in (data.task, "") and getattr(now, "answers", "one") in ("one", ""):
        return now
    return next((cls() for cls in entries("objective").values() if getattr(cls, "task", None) == data.task), now)


def _loss(now: Entry, objective: Entry, data: Data, new_task: bool) -> Entry:
    """The loss while it is a natural one: a yes or no stays with two classes, a loss of numbers with numbers."""
    crowded = data.classes > 2 and getattr(now, "binary", False)
    if not getattr(objective, "task", data.task):
        return now  # the targets of the data are not looked at
    fits = _serves(now, data.task) and not crowded and not (new_task and data.task == "classification")
    name = getattr(objective, "default_loss", "")
    return make("loss", {"entry": name}) if name and not fits else now


def _metrics(now: tuple[Entry, ...], objective: Entry, task: Task) -> tuple[Entry, ...]:
    """Metrics that still fit; when none of predictions is left of some, the objective's own come first."""
    kept = tuple(item for item in now if _serves(item, task))
    if len(kept) == len(now) or any(getattr(item, "of", "predictions") == "predictions" for item in kept):
        return kept
    own: tuple[str, ...] = getattr(objective, "default_metrics", ())
    return (*(make("metric", {"entry": name}) for name in own), *kept)


def _fed(objective: Entry, name: str, data: Data) -> bool:
    """Whether a network is given samples of the data."""
    if not isinstance(objective, Objective) or name not in objective.networks:
        return True
    return objective.face(name, Asked(data.sample_shape or (1,)), {}).samples
