"""Experiments as plain values: what files, patches and the engine's pipe are made of."""

from __future__ import annotations

from typing import Any

from playground.spec.blocks import Block
from playground.spec.entry import Entry, UnknownEntry
from playground.spec.experiment import PRECISIONS, Experiment
from playground.spec.graph import Graph, Node
from playground.spec.migrations import SCHEMA
from playground.spec.surgery import surgery_to_json

FORMAT = "nnplayground"

JSON = dict[str, Any]


def entry_to_json(item: Entry) -> JSON:
    """`{"entry": name, field: value, …}`; unknown entries come back as they were."""
    if isinstance(item, UnknownEntry):
        return dict(item.raw)
    return {"entry": item.name, **item.values()}


def graph_to_json(graph: Graph) -> JSON:
    """Nodes and edges of a network."""
    return {
        "nodes": [_node_to_json(node) for node in graph.nodes],
        "edges": [[e.source, e.target, e.port] if e.port else [e.source, e.target] for e in graph.edges],
    }


def _node_to_json(node: Node) -> JSON:
    raw: JSON = {"id": node.id, "layer": entry_to_json(node.layer)}
    if node.activation is not None:
        raw["activation"] = entry_to_json(node.activation)
    if node.initializer is not None:
        raw["initializer"] = entry_to_json(node.initializer)
    if node.lr_factor != 1.0:
        raw["lr_factor"] = node.lr_factor
    if node.name:
        raw["name"] = node.name
    if node.position is not None:
        raw["position"] = list(node.position)
    if node.surgery:
        raw["surgery"] = surgery_to_json(node.surgery)
    if node.regularizers:
        raw["regularizers"] = [entry_to_json(item) for item in node.regularizers]
    if node.shares:
        raw["shares"] = node.shares
    return raw


def block_to_json(block: Block) -> JSON:
    """A block: its text, its parameters and its graph."""
    parameters = [
        {"name": item.name, "value": item.value, "targets": dict(item.targets), "help": item.help}
        for item in block.parameters
    ]
    title = {"title": block.title} if block.title else {}
    return {**title, "about": block.about, "parameters": parameters, **graph_to_json(block.graph)}


def to_json(experiment: Experiment) -> JSON:
    """The experiment as plain values, ready for JSON and for patches by path."""
    lesson = experiment.lesson
    blocks = {name: block_to_json(block) for name, block in experiment.blocks.items()}
    augmentations = [entry_to_json(item) for item in experiment.augmentations]
    return {
        **experiment.extra,
        **({"blocks": blocks} if blocks else {}),
        **({"augmentations": augmentations} if augmentations else {}),
        **({"weights": experiment.weights} if experiment.weights else {}),
        **({"precision": experiment.precision} if experiment.precision != PRECISIONS[0] else {}),
        **({"exact": True} if experiment.exact else {}),
        "format": FORMAT,
        "schema": SCHEMA,
        "title": experiment.title,
        "data": entry_to_json(experiment.data),
        "networks": {name: graph_to_json(graph) for name, graph in experiment.networks.items()},
        "objective": entry_to_json(experiment.objective),
        "loss": entry_to_json(experiment.loss),
        "optimizer": entry_to_json(experiment.optimizer),
        "schedule": entry_to_json(experiment.schedule),
        "initializer": entry_to_json(experiment.initializer),
        "metrics": [entry_to_json(item) for item in experiment.metrics],
        "regularizers": [entry_to_json(item) for item in experiment.regularizers],
        "batch_size": experiment.batch_size,
        "epochs": experiment.epochs,
        "seed": experiment.seed,
        "device": experiment.device,
        "variants": [{"name": v.name, "patch": dict(v.patch)} for v in experiment.variants],
        "lesson": {
            "topic": lesson.topic,
            "text": lesson.text,
            "checks": [entry_to_json(item) for item in lesson.checks],
            **({"parameters": lesson.parameters} if lesson.parameters else {}),
        },
    }
