"""The networks a person starts from: TensorFlow Playground's 2-4-2-1 on the circle, and one for each objective."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from playground.catalog.kinds import Asked, Objective
from playground.spec.entry import Shape, make
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node
from playground.spec.parse import from_json

Unit = tuple[str, dict[str, object], str]
"""Id, layer and activation ("" for none) of a node."""


def starter(title: str = "Untitled") -> Experiment:
    """A small classifier with tanh units, trained by plain SGD."""
    units = [
        ("input", {"entry": "Input"}),
        ("hidden1", _linear(4)),
        ("hidden2", _linear(2)),
        ("output", {"entry": "Output"}),
    ]
    tanh = {"activation": {"entry": "Tanh"}}
    return from_json(
        {
            "format": "nnplayground",
            "schema": 1,
            "title": title,
            "data": {"entry": "Circle"},
            "networks": {
                "model": {
                    "nodes": [
                        {"id": name, "layer": layer, **(tanh if name.startswith("hidden") else {})}
                        for name, layer in units
                    ],
                    "edges": [[a[0], b[0]] for a, b in pairwise(units)],
                }
            },
            "objective": {"entry": "Classification"},
            "loss": {"entry": "BCEWithLogitsLoss"},
            "metrics": [{"entry": "Accuracy"}],
            "optimizer": {"entry": "SGD", "lr": 0.1},
            "schedule": {"entry": "Constant"},
            "initializer": {"entry": "XavierUniform"},
        }
    )


def _linear(units: int) -> dict[str, object]:
    return {"entry": "Linear", "out_features": units}


# --- the networks of an objective ----------------------------------------------------------------------------------


def beginning(experiment: Experiment, objective: Objective, name: str, sample: Shape | None) -> Graph:
    """A small network for one of the names that an objective needs; `sample` is the shape of a sample.

    A network that gives the answer begins as the one that the experiment has for it, if any.
    """
    sample = sample or (2,)
    face = objective.face(name, Asked(sample), {})
    answers = face.samples and face.wanted == (1,) and objective.task
    if answers and name != "teacher" and (own := next(_answering(experiment), None)) is not None:
        return own
    wide = _width(sample) * (4 if name == "teacher" else 1)
    activation = "ReLU" if objective.task else "Tanh" if objective.networks[0] == "encoder" else "LeakyReLU"
    flat: list[Unit] = [("flatten", {"entry": "Flatten"}, "")] if face.samples and len(sample) > 1 else []
    hidden: list[Unit] = [(f"hidden{i}", _linear(wide), activation) for i in (1, 2)]
    return _chain([("input", {"entry": "Input"}, ""), *flat, *hidden, *_last(face.wanted)])


def _answering(experiment: Experiment) -> Iterator[Graph]:
    """The networks of an experiment that give the answer of each sample."""
    if getattr(experiment.objective, "task", ""):
        for name in ("model", "student"):
            if name in experiment.networks:
                yield experiment.networks[name]


def _width(sample: Shape) -> int:
    """Units of a hidden layer for samples of this shape."""
    numbers = math.prod(sample)
    return 32 if numbers <= 8 else 64 if numbers <= 256 else 256


def _last(wanted: Shape | None) -> list[Unit]:
    """The end of a network that gives this shape; where any will do, a code of two numbers, which can be drawn."""
    if wanted is None:
        return [("code", _linear(2), "")]
    if len(wanted) == 1:
        return [("output", {"entry": "Output"}, "")]
    return [("last", _linear(math.prod(wanted)), ""), ("reshape", {"entry": "Reshape", "shape": list(wanted)}, "")]


def _chain(units: list[Unit]) -> Graph:
    nodes = tuple(
        Node(name, make("layer", layer), make("layer", {"entry": activation}) if activation else None)
        for name, layer, activation in units
    )
    return Graph(nodes, tuple(Edge(a.id, b.id) for a, b in pairwise(nodes)))
