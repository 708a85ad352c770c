"""The network a person starts from when nothing is open: TensorFlow Playground's 2-4-2-1 on the circle."""

from __future__ import annotations

from itertools import pairwise

from playground.spec.experiment import Experiment
from playground.spec.parse import from_json


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
