"""Small experiments for the engine's tests."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from playground import catalog
from playground.engine.data import DataStore
from playground.engine.events import Event
from playground.engine.headless import Outcome, run_to_end
from playground.engine.session import Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.experiment import Experiment
from playground.spec.parse import from_json

catalog.load()

JSON = dict[str, Any]


def node(name: str, entry: str, activation: str = "", **fields: Any) -> JSON:
    """A node; fields of the node itself are given with a leading underscore."""
    own = {key[1:]: value for key, value in fields.items() if key.startswith("_")}
    layer = {key: value for key, value in fields.items() if not key.startswith("_")}
    found: JSON = {"id": name, "layer": {"entry": entry, **layer}, **own}
    return {**found, "activation": {"entry": activation}} if activation else found


def graph(nodes: list[JSON], edges: list[list[Any]] | None = None) -> JSON:
    """A network; without edges its nodes come one after another."""
    chain = [[a["id"], b["id"]] for a, b in pairwise(nodes)]
    return {"nodes": nodes, "edges": chain if edges is None else edges}


def dense(*sizes: int, activation: str = "Tanh") -> JSON:
    """Input, hidden dense layers of these sizes, Output."""
    hidden = [node(f"hidden{i}", "Linear", activation, out_features=size) for i, size in enumerate(sizes, 1)]
    return graph([node("input", "Input"), *hidden, node("output", "Output")])


def raw(network: JSON | None = None, **changes: Any) -> JSON:
    """The JSON form of a small experiment: 40 points of the circle, three epochs."""
    return {
        "format": "nnplayground",
        "schema": 1,
        "data": {"entry": "Circle", "n": 40},
        "networks": {"model": network or dense(4, 3)},
        "objective": {"entry": "Classification"},
        "loss": {"entry": "BCEWithLogitsLoss"},
        "optimizer": {"entry": "SGD", "lr": 0.1},
        "metrics": [{"entry": "Accuracy"}],
        "batch_size": 6,
        "epochs": 3,
        "device": "cpu",
        **changes,
    }


def experiment(network: JSON | None = None, **changes: Any) -> Experiment:
    """A small experiment; see `raw`."""
    return from_json(raw(network, **changes))


def session(network: JSON | None = None, **changes: Any) -> Session:
    """Its runs, ready to train."""
    return open_session(experiment(network, **changes), DataStore())


def outcome(network: JSON | None = None, **changes: Any) -> Outcome:
    """What it comes to."""
    return run_to_end(experiment(network, **changes))


def drive(running: Session, control: Control) -> list[Event]:
    """All events until training has nothing to do."""
    events: list[Event] = []
    for event in train(running, control):
        if event is None:
            break
        events.append(event)
    return events


def curves(running: Session | Outcome) -> dict[str, dict[str, list[float]]]:
    """All numbers by variant and series."""
    return {v: {name: list(one.y) for name, one in named.items()} for v, named in running.record.series.items()}
