"""Choices of an experiment that do not fit, as one sentence each, where they are and how to mend them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from playground.catalog.adapt import natural
from playground.catalog.kinds import Data, Metric, Objective
from playground.catalog.starter import beginning
from playground.engine.events import Diagnostic
from playground.spec.entry import Entry, Shape, UnknownEntry, entries
from playground.spec.errors import DataError, SpecError, one_line
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix
from playground.spec.forms import entry_to_json, graph_to_json

NOUNS = {"data": "data set"}
"""Kinds of entries that people call by another word."""
PLAIN = {"optimizer": "SGD", "schedule": "Constant", "initializer": "XavierUniform"}
"""What stands in for a choice that cannot be."""


def sentence(error: SpecError) -> str:
    """What an error says, as a sentence; its place is the subject, but where the data speak for themselves."""
    text = error.message[:1].upper() + error.message[1:] if isinstance(error, DataError) else str(error)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def unknown(entry: UnknownEntry, place: str = "", node: str = "", fixes: list[Fix] | None = None) -> Diagnostic:
    """An entry that this program does not know."""
    return Diagnostic(
        f"There is no {NOUNS.get(entry.wanted_kind, entry.wanted_kind)} called {one_line(entry.name)}.",
        "Replace it, or install the extension it comes from.",
        place=place,
        node=node,
        code="unknown",
        fixes=fixes or [],
    )


def unknown_entries(experiment: Experiment) -> list[Diagnostic]:
    """Unknown entries among the choices that are not nodes."""
    return [
        unknown(item, place, fixes=_instead(experiment, place))
        for place, item in _choices(experiment)
        if isinstance(item, UnknownEntry)
    ]


def _choices(experiment: Experiment) -> Iterator[tuple[str, Entry]]:
    for place in ("data", "objective", "loss", "optimizer", "schedule", "initializer"):
        yield place, getattr(experiment, place)
    for place in ("metrics", "regularizers", "augmentations"):
        for item in getattr(experiment, place):
            yield f"{place}.{item.name}", item


def _instead(experiment: Experiment, place: str) -> list[Fix]:
    """What a choice that cannot be may be put aside for; one of several is taken out."""
    kind, _, name = place.partition(".")
    if name:
        kept = [entry_to_json(item) for item in getattr(experiment, kind) if item.name != name]
        return [Fix("Remove it", [{"op": "set", "path": kind, "value": kept}])]
    task = getattr(experiment.data, "task", "")
    fitting = natural(experiment.data) if isinstance(experiment.data, Data) else None
    plain = dict(PLAIN)
    if fitting:
        plain |= {"objective": fitting.__name__}
    loss = getattr(experiment.objective, "default_loss", "")
    if getattr(experiment.objective, "task", "") not in ("", task):
        loss = getattr(fitting, "default_loss", "")
    plain["loss"] = loss
    cls = entries(kind).get(plain.get(kind, ""))
    change = {"op": "set", "path": kind, "value": {"entry": cls.__name__}} if cls else None
    return [Fix(f"Use {cls.title}", [change])] if cls and change else []


def unfit_choices(experiment: Experiment) -> list[Diagnostic]:
    """Losses, metrics and objectives that do not go with the data or each other, and checks that nobody knows."""
    task = getattr(experiment.data, "task", None)
    found = []
    aim = getattr(experiment.objective, "task", task)
    if task and aim and aim != task:
        message, hint = f"The data are for {task}, but the objective is {aim}.", f"Choose {task} as the objective."
        found.append(_choice(message, hint, "objective", experiment))
    blind = isinstance(experiment.objective, Objective) and not aim
    for place, item in _choices(experiment):
        tasks = getattr(item, "tasks", None)
        hint = "Choose another loss." if place == "loss" else "Remove it."
        if blind or place == "objective":
            found += _unfit(experiment, place, item)
        elif task and tasks and task not in tasks:
            found.append(
                _choice(f"{item.title} is for {tasks[0]}, but the data are for {task}.", hint, place, experiment)
            )
        elif aim == task and (place == "loss" or isinstance(item, Metric)):
            found += _unfit(experiment, place, item)
    return [*found, *_unknown_checks(experiment)]


def _unfit(experiment: Experiment, place: str, item: Entry) -> Iterator[Diagnostic]:
    """A loss or metric that the objective has no use for."""
    objective = experiment.objective
    if not isinstance(objective, Objective):
        return
    if place == "loss" and not objective.takes(item):
        yield _choice(f"{objective.title} cannot use the loss {item.title}.", "Choose another loss.", place, experiment)
    elif isinstance(item, Metric) and not objective.task and (item.of == "predictions" or item.answers):
        message = f"{item.title} compares answers with targets, and {objective.title} looks at no targets."
        yield _choice(message, "Remove it.", place, experiment)
    elif isinstance(item, Metric) and item.of == "samples" and not objective.makes:
        message = f"{item.title} looks at made samples, and {objective.title} makes none."
        yield _choice(message, "Remove it.", place, experiment)
    elif isinstance(item, Metric) and not objective.judged_by(item):
        message = f"{item.title} is no measure of what {objective.title} says of a sample."
        yield msgspec.structs.replace(_choice(message, "Remove it.", place, experiment), severity="warning")


def missing_networks(experiment: Experiment, sample: Shape | None) -> Iterator[Diagnostic]:
    """Networks that the objective needs; one that it has no use for may be the one that is meant.

    `sample` is the shape of a sample, for the network that is offered.
    """
    objective = experiment.objective
    if not isinstance(objective, Objective):
        return
    wanted = objective.networks
    spare = [name for name in experiment.networks if name not in wanted]
    for name in wanted:
        if name not in experiment.networks:
            fixes = [
                Fix(f"Rename {one} to {name}", [{"op": "rename_network", "network": one, "name": name}])
                for one in spare[:2]
            ]
            raw = graph_to_json(beginning(experiment, objective, name, sample))
            fixes.append(Fix(f"Add a network {name}", [{"op": "set", "path": f"networks.{name}", "value": raw}]))
            message = f"{objective.title} needs a network called {name}."
            yield Diagnostic(message, "Add it.", place="networks", code="missing-network", fixes=fixes)


def _choice(message: str, hint: str, place: str, experiment: Experiment) -> Diagnostic:
    return Diagnostic(message, hint, place=place, code="task", fixes=_instead(experiment, place))


def _unknown_checks(experiment: Experiment) -> list[Diagnostic]:
    return [
        Diagnostic(
            f"There is no check called {item.name}, so it never ticks.",
            "Remove it, or install the extension it comes from.",
            "warning",
            place="lesson.checks",
            code="unknown",
        )
        for item in experiment.lesson.checks
        if isinstance(item, UnknownEntry)
    ]
