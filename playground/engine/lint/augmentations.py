"""Augmentations that do not go with the data, or with what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator

from playground.catalog.kinds import Augmentation, Data, Objective
from playground.engine.augmenting import is_box, moves_masks
from playground.engine.events import DataInfo, Diagnostic
from playground.engine.resolve import locate
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix
from playground.spec.forms import entry_to_json


def augmentations(experiment: Experiment, info: DataInfo | None) -> Iterator[Diagnostic]:
    """What cannot be done to samples of these data, or would leave their answers behind."""
    data = experiment.data
    if info is None or not isinstance(data, Data):
        return
    mixing: Augmentation | None = None
    for item in experiment.augmentations:
        if not isinstance(item, Augmentation):
            continue
        if item.drawn and mixing is not None and moves_masks(experiment):
            yield _after_mixing(item, mixing, experiment)
        said = item.misfit(data, tuple(info.input_shape)) or _stays_behind(item, experiment, info)
        if item.mixes and not said:
            said = _unmixed(item, experiment.objective, mixing)
            mixing = item
        if said:
            yield _diagnostic(said, item, experiment)


def _stays_behind(item: Augmentation, experiment: Experiment, info: DataInfo) -> str:
    """Whether answers tell where something is, and it is moved without them: all but masks and boxes of images."""
    heads = experiment.data.heads if isinstance(experiment.data, Data) else ()
    masked = bool(item.drawn) and info.places == info.input_shape[1:] and info.task == "classification"
    placed = bool(info.places) and not masked
    boxed = any(not head.classes and not (item.drawn and is_box(head)) for head in heads)
    blind = isinstance(experiment.objective, Objective) and not experiment.objective.task
    if blind or not (item.moves and (placed or boxed)):
        return ""
    where = f"the answers that {experiment.data.title} wants for its places would stay behind"
    return f"{item.title} moves what a sample shows, and {where}."


def _unmixed(item: Augmentation, objective: Entry, before: Augmentation | None) -> str:
    """Whether the loss is one of mixed answers."""
    if before is not None:
        return f"{item.title} is there twice, but a sample is mixed with one other."
    if isinstance(objective, Objective) and not getattr(locate(objective.target), "mixes", False):
        return f"{item.title} mixes the answers of two samples, and {objective.title} has no loss for them."
    return ""


def _after_mixing(item: Augmentation, mixing: Augmentation, experiment: Experiment) -> Diagnostic:
    """One that moves images that lie over one another, whose masks are apart."""
    rest = [other for other in experiment.augmentations if other is not mixing]
    ordered = [entry_to_json(other) for other in (*rest, mixing)]
    fix = Fix(f"Put {mixing.title} last", [{"op": "set", "path": "augmentations", "value": ordered}])
    message = (
        f"{item.title} comes after {mixing.title}, which has laid two images with masks of their own over one another."
    )
    hint, place = f"Put {mixing.title} last.", f"augmentations.{mixing.name}"
    return Diagnostic(message, hint, place=place, code="augmentation", fixes=[fix])


def _diagnostic(said: str, item: Augmentation, experiment: Experiment) -> Diagnostic:
    kept = [entry_to_json(other) for other in experiment.augmentations if other is not item]
    fix = Fix(f"Switch off {item.title}", [{"op": "set", "path": "augmentations", "value": kept}])
    return Diagnostic(said, "Switch it off.", place=f"augmentations.{item.name}", code="augmentation", fixes=[fix])
