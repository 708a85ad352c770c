"""The networks that are measured. No torch here: the window is measured with them, too."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from playground.spec.experiment import Experiment
from playground.spec.parse import from_json

Raw = dict[str, Any]


def _experiment(nodes: list[Raw], edges: list[list[Any]], **changes: Any) -> Experiment:
    """A network that never ends training: on 250 points of the spiral in batches of 10, where nothing is changed."""
    return from_json(
        {
            "format": "nnplayground",
            "schema": 2,
            "data": {"entry": "Spiral", "n": 500},
            "networks": {"model": {"nodes": nodes, "edges": edges}},
            "objective": {"entry": "Classification"},
            "loss": {"entry": "MSELoss"},
            "optimizer": {"entry": "SGD", "lr": 0.03},
            "batch_size": 10,
            "epochs": 10_000_000,
            "device": "cpu",
            **changes,
        }
    )


def _node(name: str, entry: str, activation: str = "", **values: Any) -> Raw:
    made: Raw = {"id": name, "layer": {"entry": entry, **values}}
    return {**made, "activation": {"entry": activation}} if activation else made


def _chain(nodes: list[Raw]) -> list[list[Any]]:
    return [[one["id"], other["id"]] for one, other in pairwise(nodes)]


def dense(hidden: tuple[int, ...], optimizer: Raw | None = None) -> Experiment:
    """A dense network with tanh, trained by SGD where no optimizer is given."""
    layers = [_node(f"hidden{n}", "Linear", "Tanh", out_features=size) for n, size in enumerate(hidden, 1)]
    nodes = [_node("input", "Input"), *layers, _node("output", "Output")]
    return _experiment(nodes, _chain(nodes), **({"optimizer": optimizer} if optimizer else {}))


def convolutional() -> Experiment:
    """Two small convolutions on the digits."""
    sizes = enumerate((8, 16), 1)
    nodes = [
        _node("input", "Input"),
        *(_node(f"conv{n}", "Conv2d", "ReLU", out_channels=size, kernel_size=3, padding=1) for n, size in sizes),
        _node("pool", "MaxPool2d", kernel_size=2),
        _node("flat", "Flatten"),
        _node("output", "Output"),
    ]
    return _experiment(
        nodes,
        _chain(nodes),
        data={"entry": "Digits"},
        loss={"entry": "CrossEntropyLoss"},
        optimizer={"entry": "Adam", "lr": 0.001},
        batch_size=32,
    )


def large(count: int) -> Experiment:
    """So many layers of four units with a shortcut around each second one."""
    nodes: list[Raw] = [_node("input", "Input"), _node("linear1", "Linear", "Tanh", out_features=4)]
    edges: list[list[Any]] = [["input", "linear1"]]
    while len(nodes) < count - 2:
        last, linear, add = nodes[-1]["id"], f"linear{len(nodes)}", f"add{len(nodes) + 1}"
        nodes += [_node(linear, "Linear", "Tanh", out_features=4), _node(add, "Add")]
        edges += [[last, linear], [linear, add], [last, add, 1]]
    edges.append([nodes[-1]["id"], "output"])
    nodes.append(_node("output", "Output"))
    return _experiment(nodes, edges, loss={"entry": "BCEWithLogitsLoss"}, optimizer={"entry": "Adam", "lr": 0.001})
