"""Which edits a running training can take over, and which need a new start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.spec.entry import Entry, UnknownEntry, fields_of
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment, expanded
from playground.spec.graph import Graph, Node
from playground.spec.networks import trained
from playground.spec.variants import resolve

JSON = dict[str, Any]


def essence(experiment: Experiment) -> JSON:
    """All that a run depends on: no titles, lesson, node names or positions."""
    return _reduced(experiment, live=True)


def skeleton(experiment: Experiment) -> JSON:
    """What a run cannot change while it goes on: the essence without live values and batch size.

    Two experiments of equal skeleton differ only in what a run takes over at its next step.
    """
    return _reduced(experiment, live=False)


def _reduced(experiment: Experiment, live: bool) -> JSON:
    return {name: _one(resolve(experiment, name), live) for name in experiment.variant_names()}


def _one(experiment: Experiment, live: bool) -> JSON:
    entries = {
        "data": experiment.data,
        "objective": experiment.objective,
        "loss": experiment.loss,
        "optimizer": experiment.optimizer,
        "schedule": experiment.schedule,
        "initializer": experiment.initializer,
    }
    return {
        **{key: _entry(item, live) for key, item in entries.items()},
        "networks": {name: _graph(graph, live) for name, graph in _networks(experiment).items()},
        "weights": experiment.weights,
        "metrics": [_entry(item, live) for item in experiment.metrics],
        "regularizers": [_entry(item, live) for item in experiment.regularizers],
        "augmentations": [_entry(item, live) for item in experiment.augmentations],
        "batch_size": experiment.batch_size if live else None,
        "run": [experiment.epochs, experiment.seed, experiment.device, experiment.precision, experiment.exact],
    }


def _networks(experiment: Experiment) -> Mapping[str, Graph]:
    """The networks that are trained, as they are computed; as they stand while a block cannot be expanded."""
    experiment = trained(experiment)
    try:
        return expanded(experiment).networks
    except SpecError:
        return experiment.networks


def _entry(item: Entry | None, live: bool) -> object:
    if item is None or isinstance(item, UnknownEntry):
        return item and dict(item.raw)
    known = fields_of(type(item))
    return [item.name, {name: value for name, value in item.values().items() if live or not known[name][0].live}]


def _graph(graph: Graph, live: bool) -> JSON:
    def node(one: Node) -> list[object]:
        return [
            one.id,
            _entry(one.layer, live),
            _entry(one.activation, live),
            _entry(one.initializer, live),
            one.lr_factor,
            live and one.surgery,
            [_entry(item, live) for item in one.regularizers],
            one.shares,
        ]

    return {"nodes": [node(n) for n in graph.nodes], "edges": [(e.source, e.target, e.port) for e in graph.edges]}
