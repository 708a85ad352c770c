"""What else must change in an experiment when its data or its objective change."""

from __future__ import annotations

from dataclasses import replace

from playground.catalog.entrance import entered
from playground.catalog.kinds import Asked, Augmentation, Data, Objective, Task
from playground.catalog.starter import beginning
from playground.spec.entry import Entry, Shape, entries, make
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph
from playground.spec.variants import edited, resolve


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
        if _discriminates(objective, name) and isinstance(experiment.data, Data) and experiment.data.symbols:
            networks[name] = entered(networks[name], experiment.data, soft=True)
        networks[name] = objective.adopted(name, networks[name])
    task = objective.task
    metrics = tuple(item for item in experiment.metrics if _measures(item, objective))
    own = tuple(make("metric", {"entry": name}) for name in objective.default_metrics)
    looked = any(getattr(item, "of", "predictions") == "predictions" for item in metrics)
    crowded = task and getattr(experiment.data, "classes", 0) > 2 and getattr(experiment.loss, "binary", False)
    fits = objective.takes(experiment.loss) and not crowded and not _beyond_shares(experiment, objective)
    return replace(
        experiment,
        networks=networks,
        objective=objective,
        loss=experiment.loss if fits else make("loss", {"entry": objective.default_loss}),
        metrics=metrics if looked or not task else (*own, *metrics),
        optimizer=_optimizer(experiment.optimizer, objective),
    )


def _beyond_shares(experiment: Experiment, objective: Objective) -> bool:
    """Whether samples are to be restored by a loss for yes and no, though they do not lie between 0 and 1."""
    images = experiment.data.group == "Images" and getattr(experiment.data, "scaling", "none") == "none"
    restores = not objective.task and not objective.own_loss
    return restores and not images and getattr(experiment.loss, "binary", False)


def _measures(metric: Entry, objective: Objective) -> bool:
    """Whether a metric is of use for an objective."""
    if getattr(metric, "of", "") == "samples":
        return objective.makes
    if not objective.task:
        return getattr(metric, "of", "network") == "network"
    return _serves(metric, objective.task) and objective.judged_by(metric)


def _adapted(experiment: Experiment, data: Data) -> Experiment:
    task = data.task
    objective = _objective(experiment.objective, data)
    return replace(
        experiment,
        data=data,
        networks=_networks(experiment, objective, data),
        objective=objective,
        loss=_loss(experiment.loss, objective, data, new_task=objective != experiment.objective),
        metrics=_metrics(experiment.metrics, objective, task, new_task=objective.name != experiment.objective.name),
        optimizer=_optimizer(experiment.optimizer, objective),
        augmentations=tuple(item for item in experiment.augmentations if _changes(item, data)),
    )


def _changes(item: Entry, data: Data) -> bool:
    """Whether an augmentation can do something with the samples; where their shape is not known it is taken to."""
    shape = data.sample_shape
    return not isinstance(item, Augmentation) or shape is None or not item.misfit(data, shape)


def _serves(item: Entry | type[Entry], task: Task) -> bool:
    """Whether an entry is of use for a task; one that this program does not know is taken to be."""
    tasks = getattr(item, "tasks", ())
    return not tasks or task in tasks


def _judges(metric: Entry, objective: Entry) -> bool:
    """Whether a metric has something to say of such answers; of an unknown objective that is not known."""
    return not isinstance(objective, Objective) or objective.judged_by(metric)


def _networks(experiment: Experiment, objective: Entry, data: Data) -> dict[str, Graph]:
    """The networks brought to the data; new ones begin where an objective comes that has its own way to begin."""
    found, before = dict(experiment.networks), experiment.objective
    if isinstance(objective, Objective) and objective.name != before.name:
        if isinstance(before, Objective) and not _plain(before):
            found = {name: graph for name, graph in found.items() if name not in before.networks}
        bare = replace(experiment, networks=found)
        for name in objective.networks:
            begun = objective.starting(name, data)
            if begun is not None or name not in found:
                found[name] = begun or beginning(bare, objective, name, data.sample_shape)
    return {
        name: entered(graph, data, soft=_discriminates(objective, name)) if _fed(objective, name, data) else graph
        for name, graph in found.items()
    }


def _discriminates(objective: Entry, name: str) -> bool:
    """Whether a network is given what another one has made beside samples."""
    return isinstance(objective, Objective) and objective.makes and name in objective.networks[1:]


def _objective(now: Entry, data: Data) -> Entry:
    """The objective while it fits the data, else the one that they are made for, or the first that fits their task."""
    own = natural(data)
    plain = not data.objective and _plain(now) and getattr(now, "task", data.task) in (data.task, "")
    return now if plain or own is None or now.name == own.__name__ else own()


def natural(data: Data) -> type[Entry] | None:
    """The objective that data are made for, or the first that fits their task."""
    every = entries("objective")
    fitting = [cls for cls in every.values() if getattr(cls, "task", None) == data.task and _plain(cls)]
    return every.get(data.objective) or next(iter(fitting), None)


def suits(objective: type[Entry], data: Data) -> bool:
    """Whether an objective makes something of such data; where it looks at no targets, samples must be whole."""
    own, answers = natural(data), getattr(objective, "answers", "one")
    if answers == "":
        return not data.parts
    parts, heads = set(getattr(objective, "parts", ())), set(getattr(objective, "needed_heads", ()))
    if answers != "one" and bool(parts) != bool(data.parts):
        return False
    there = parts <= {part.name for part in data.parts} and heads <= {head.name for head in data.heads}
    return there and getattr(objective, "task", "") == data.task and answers == getattr(own, "answers", "one")


def _plain(objective: Entry | type[Entry]) -> bool:
    """Whether it says one thing of whole samples, or looks at them alone."""
    return getattr(objective, "answers", "one") in ("one", "") and not getattr(objective, "parts", ())


def _loss(now: Entry, objective: Entry, data: Data, new_task: bool) -> Entry:
    """The loss while it is a natural one: a yes or no stays with two classes, a loss of numbers with numbers."""
    crowded = data.classes > 2 and getattr(now, "binary", False)
    if not getattr(objective, "task", data.task):
        return now  # the targets of the data are not looked at
    fits = _serves(now, data.task) and not crowded and not (new_task and data.task == "classification")
    name = getattr(objective, "default_loss", "")
    return make("loss", {"entry": name}) if name and not fits else now


def _metrics(now: tuple[Entry, ...], objective: Entry, task: Task, new_task: bool) -> tuple[Entry, ...]:
    """Metrics that still fit; when none of predictions is left of some, the objective's own come first."""
    kept = tuple(item for item in now if _serves(item, task) and _judges(item, objective))
    looked = [item for item in now if getattr(item, "of", "predictions") == "predictions"]
    if new_task and looked:
        kept = tuple(item for item in kept if item not in looked)
    elif len(kept) == len(now) or any(item in kept for item in looked):
        return kept
    own: tuple[str, ...] = getattr(objective, "default_metrics", ())
    return (*(make("metric", {"entry": name}) for name in own), *kept)


def _optimizer(now: Entry, objective: Entry) -> Entry:
    """The optimizer, unless it is plain SGD and the objective needs another."""
    steady = getattr(objective, "steady", {})
    return make("optimizer", dict(steady)) if steady and now.name == "SGD" else now


def _fed(objective: Entry, name: str, data: Data) -> bool:
    """Whether a network is given samples of the data."""
    if not isinstance(objective, Objective) or name not in objective.networks:
        return True
    return objective.face(name, Asked(data.sample_shape or (1,)), {}).samples
