"""Choices that fit the data and the networks as a whole, or do not: the optimizer, class weights, noise."""

from __future__ import annotations

from collections.abc import Iterator

from playground.catalog.adapt import natural
from playground.catalog.kinds import Data, Objective
from playground.engine.events import DataInfo, Diagnostic
from playground.engine.lint.augmentations import augmentations
from playground.engine.lint.precision import precision
from playground.engine.regularizing import regularizers_by_act
from playground.spec.entry import entries
from playground.spec.experiment import Experiment
from playground.spec.fixes import Fix
from playground.spec.forms import entry_to_json
from playground.spec.networks import needed

ADAM = Fix("Use Adam", [{"op": "set", "path": "optimizer", "value": {"entry": "Adam"}}])


def choices(experiment: Experiment, info: DataInfo | None) -> Iterator[Diagnostic]:
    """What does not fit among the choices of the panels; `experiment` has its blocks expanded."""
    if getattr(experiment.optimizer, "whole", False):
        yield from _whole(experiment, info)
    yield from answers(experiment, info)
    yield from _made_symbols(experiment)
    yield from _weights(experiment, info)
    yield from _noise(experiment)
    yield from augmentations(experiment, info)
    yield from precision(experiment)


SAID = {"one": "one answer", "places": "an answer for each place", "heads": "several answers"}


def answers(experiment: Experiment, info: DataInfo | None) -> Iterator[Diagnostic]:
    """Data that ask for other answers than the objective gives, or whose samples lack a part that it needs."""
    objective, data = experiment.objective, experiment.data
    if info is None or not isinstance(objective, Objective):
        return
    wanted = objective.answers.partition(" ")[0]
    given = "heads" if info.heads else "places" if info.places else "one"
    if set(objective.parts) - set(info.parts):
        message = (
            f"{objective.title} needs samples with the parts {', '.join(objective.parts)}; "
            f"those of {data.title} have {', '.join(info.parts) or 'none'}."
        )
    elif wanted and wanted != given:
        message = f"{objective.title} gives {SAID[wanted]} per sample, but {data.title} asks for {SAID[given]}."
    elif lacks := [name for name, size in objective.needed_heads.items() if info.heads.get(name) != size]:
        asked = ", ".join(info.heads)
        message = f"{objective.title} needs data that ask for a {lacks[0]}; those of {data.title} ask for {asked}."
    elif not wanted and info.parts:
        message = f"{objective.title} makes whole samples, but those of {data.title} have parts."
    else:
        return
    own = natural(data) if isinstance(data, Data) else None
    change = {"op": "set", "path": "objective", "value": {"entry": own.__name__}} if own else None
    fixes = [Fix(f"Use {own.title}", [change])] if own and change else []
    suited = [cls.title for cls in entries("data").values() if getattr(cls, "objective", "") == objective.name]
    hint = f"Choose other data, such as {suited[0]}." if suited else "Choose another objective, or other data."
    yield Diagnostic(message, hint, place="objective", code="answers", fixes=fixes)


def _made_symbols(experiment: Experiment) -> Iterator[Diagnostic]:
    """Text that is to be made as numbers between those of its symbols."""
    objective, data = experiment.objective, experiment.data
    if not isinstance(objective, Objective) or not isinstance(data, Data) or not (objective.makes and data.symbols):
        return
    own = natural(data)
    fixes = (
        [Fix(f"Use {own.title}", [{"op": "set", "path": "objective", "value": {"entry": own.__name__}}])] if own else []
    )
    yield Diagnostic(
        f"{objective.title} cannot make text: it makes numbers of any size, and symbols are whole ones.",
        "Choose data of quantities, such as images or points.",
        "warning",
        place="objective",
        code="made-symbols",
        fixes=fixes,
    )


def _noise(experiment: Experiment) -> Iterator[Diagnostic]:
    """Noise on whole numbers that name the rows of a table."""
    noise = next((item for item in experiment.regularizers if getattr(item, "acts", "") == "inputs"), None)
    graphs = [experiment.networks[name] for name in needed(experiment) if name in experiment.networks]
    tables = [
        graph.node(edge.target)
        for graph in graphs
        for node in graph.nodes
        if node.layer.name == "Input"
        for edge in graph.out_of(node.id)
    ]
    if noise is not None and any(node.layer.name == "Embedding" for node in tables):
        kept = [entry_to_json(item) for item in experiment.regularizers if item is not noise]
        yield Diagnostic(
            f"{noise.title} makes fractions of the whole numbers with which an Embedding looks up its rows.",
            "Use dropout behind the Embedding.",
            place=f"regularizers.{noise.name}",
            code="noisy-symbols",
            fixes=[Fix(f"Switch off {noise.title}", [{"op": "set", "path": "regularizers", "value": kept}])],
        )


def _weights(experiment: Experiment, info: DataInfo | None) -> Iterator[Diagnostic]:
    """As many class weights as there are classes."""
    given, classes = len(experiment.loss.values().get("weight", ())), len(info.class_names) if info else 0
    if not given or not classes or given == classes or getattr(experiment.objective, "own_loss", False):
        return
    alike = Fix("Let all classes count alike", [{"op": "set", "path": "loss.weight", "value": []}])
    kept = [*experiment.loss.values()["weight"], *[1.0] * classes][:classes]
    fitted = Fix(f"Give {classes} weights", [{"op": "set", "path": "loss.weight", "value": kept}])
    yield Diagnostic(
        f"There are {classes} classes, but {given} class weights.",
        "Give one weight for each class.",
        place="loss.weight",
        code="class-weights",
        fixes=[fitted, alike],
    )


def _whole(experiment: Experiment, info: DataInfo | None) -> Iterator[Diagnostic]:
    """An optimizer that moves everything together, and compares losses while it does."""
    title, names = experiment.optimizer.title, list(needed(experiment))
    rates = {
        node.lr_factor for name in names if name in experiment.networks for node in experiment.networks[name].nodes
    }
    if len(names) > 1:
        message = f"{title} moves one network as a whole, but {experiment.objective.title} trains {len(names)} in turn."
        yield Diagnostic(message, "Choose another optimizer.", place="optimizer", code="whole", fixes=[ADAM])
    elif rates - {0.0, 1.0}:
        message = f"{title} moves all layers together, so that no layer can have a learning rate of its own."
        yield Diagnostic(message, "Choose another optimizer.", place="optimizer", code="whole", fixes=[ADAM])
    if info is not None and experiment.batch_size < info.train:
        yield Diagnostic(
            f"{title} guesses the curvature from one batch to the next; batches that differ mislead it.",
            "Use the full batch.",
            "warning",
            place="batch_size",
            code="whole-batches",
            fixes=[Fix("Use the full batch", [{"op": "set", "path": "batch_size", "value": info.train}])],
        )
    searches = experiment.optimizer.values().get("line_search_fn", "none") != "none"
    blind = [one.item for one in regularizers_by_act(experiment)["gradients"]]
    if searches and blind:
        off = Fix("Switch it off", [{"op": "set", "path": "optimizer.line_search_fn", "value": "none"}])
        yield Diagnostic(
            f"The line search compares losses without {blind[0].title}, which works on gradients alone.",
            "Switch the line search off.",
            "warning",
            place="optimizer.line_search_fn",
            code="blind-search",
            fixes=[off, ADAM],
        )
