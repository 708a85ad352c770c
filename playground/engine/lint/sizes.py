"""Networks of the wrong size: for their loss, for their batches, for the memory."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import torch

from playground.engine.device import SHARE, free_memory, size_words
from playground.engine.dryrun import written
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan, NodePlan
from playground.engine.lint.codes import halves
from playground.engine.lint.endings import PIXELS, by_head, by_pixel, by_step, ended, heads_of, listed, order
from playground.engine.measure import NUMBERS, SLICE
from playground.engine.network import INPUT, OUTPUT, output_node
from playground.spec.entry import Shape, fields_of
from playground.spec.experiment import Experiment
from playground.spec.fixes import JSON, Fix
from playground.spec.forms import entry_to_json
from playground.spec.graph import Node
from playground.spec.networks import needed

CODE = 2
"""Size of a code that is offered: it can be drawn on a plane."""
BYTES = 16
"""Bytes per parameter while training: weight, gradient and two numbers of optimizer state."""
Shapes = Mapping[str, Sequence[int] | None]
"""Output shapes of nodes."""
FIELDS = ("out_features", "out_channels", "hidden_size")
"""Fields that say how many units a layer has."""


def output(experiment: Experiment, name: str, plan: NetworkPlan, wanted: Shape | None) -> list[Diagnostic]:
    """Whether a network gives what its objective needs; None: anything will do."""
    node = output_node(experiment.networks[name])
    shape = next((n.output_shape for n in plan.nodes if node and n.id == node.id), None)
    if node is None or shape is None:
        return []
    if wanted is None:
        return [*_free(experiment, name, node), *halves(experiment, name, node, plan)]
    shapes = {n.id: n.output_shape for n in plan.nodes}
    if shape == list(wanted):
        return _ordered(experiment, name, node, shapes)
    heads = heads_of(experiment.data) if len(wanted) == 1 else ()
    given, needs = written(tuple(shape)), written(wanted)
    each = f": {listed(heads)}" if heads else ""
    return [
        Diagnostic(
            f"The network gives {given} per sample, but {_asker(experiment)} needs {needs} here{each}.",
            _end_hint(experiment, wanted),
            node=node.id,
            code="output-size",
            fixes=ended(experiment.networks[name], node, _fixes(experiment, name, node, shapes, wanted)),
        )
    ]


def _ordered(experiment: Experiment, name: str, node: Node, shapes: Shapes) -> list[Diagnostic]:
    """Heads that are joined in another order than the data ask for."""
    message = order(experiment.networks[name], node, shapes, heads_of(experiment.data))
    hint = "Wire the branches in the order of the answers."
    return [Diagnostic(message, hint, "warning", node=node.id, code="heads-order")] if message else []


def _end_hint(experiment: Experiment, wanted: Shape) -> str:
    if len(wanted) == 1:
        return "End with an Output layer, which takes its size from data and loss."
    return PIXELS if len(wanted) == 3 and _answers(experiment) == "places first" else ""


def _answers(experiment: Experiment) -> str:
    return getattr(experiment.objective, "answers", "")


def _fixes(experiment: Experiment, name: str, node: Node, shapes: Shapes, wanted: Shape) -> list[Fix]:
    """What makes the network give what is wanted, the likeliest first."""
    graph, shape = experiment.networks[name], list(shapes[node.id] or ())
    into = graph.into(node.id)
    given = list(shapes[into[0].source] or ()) if into else []
    if len(wanted) == 1:
        return [*by_head(graph, node, heads_of(experiment.data)), *_ends(node, shape, wanted[0])]
    if len(wanted) == 3 and _answers(experiment) == "places first":
        found = list(by_pixel(graph, node, shapes, wanted))
    else:
        found = list(by_step(node, shape, wanted)) if _answers(experiment) == "places last" else []
    if not found and node.layer.name == OUTPUT and _answers(experiment) == "places last":
        return [_laid_out(node, given, wanted)]
    return found or _shaped(node, given, shape, wanted)


def _asker(experiment: Experiment) -> str:
    """Who says how many outputs there must be: the loss, or an objective that asks for something else."""
    return experiment.loss.title if getattr(experiment.objective, "task", "any") else experiment.objective.title


def _free(experiment: Experiment, name: str, node: Node) -> list[Diagnostic]:
    """An Output where nothing says what size it should have, in a network that is used."""
    if node.layer.name != OUTPUT or name not in needed(experiment):
        return []
    raw: JSON = {"op": "layer", "node": node.id, "layer": {"entry": "Linear", "out_features": CODE}}
    return [
        Diagnostic(
            f"{experiment.objective.title} does not say how many numbers this Output gives, so it gives one.",
            "Use a Linear layer, which has a size of its own.",
            "warning",
            node=node.id,
            code="free-output",
            fixes=[Fix(f"Make it a Linear layer of {CODE} units", [raw])],
        )
    ]


def _laid_out(node: Node, given: list[int], wanted: Shape) -> Fix:
    """What gives an Output that answers at each place as many places as it needs."""
    numbers = math.prod(wanted)
    layers: list[JSON] = [{"entry": "Flatten"}] if len(given) > 1 else []
    layers += [{"entry": "Linear", "out_features": numbers}] if math.prod(given) != numbers else []
    layers.append({"entry": "Reshape", "shape": list(wanted)})
    change: JSON = {"op": "insert", "node": node.id, "port": 0, "layers": layers}
    return Fix(f"Let it give {written(wanted)}", [change])


def _shaped(node: Node, given: list[int], shape: list[int], wanted: Shape) -> list[Fix]:
    """Layers that give samples which are no row of numbers."""
    numbers = math.prod(wanted)
    last: JSON = {"entry": "Reshape", "shape": list(wanted)}
    tail: list[JSON] = [{"entry": "Flatten"}] if len(shape) > 1 and math.prod(shape) != numbers else []
    changes: list[JSON] = []
    if node.layer.name in ("Linear", OUTPUT):
        row: list[JSON] = [{"entry": "Flatten"}]
        changes += [{"op": "insert", "node": node.id, "port": 0, "layers": row}] if len(given) > 1 else []
        changes.append({"op": "layer", "node": node.id, "layer": {"entry": "Linear", "out_features": numbers}})
        tail = []
    elif math.prod(shape) != numbers:
        tail.append({"entry": "Linear", "out_features": numbers})
    changes.append({"op": "append", "node": node.id, "layers": [*tail, last]})
    return [Fix(f"Let it give {written(wanted)}", changes)]


def _ends(node: Node, shape: list[int], outputs: int) -> list[Fix]:
    fixes = []
    flat = [] if len(shape) == 1 else [{"entry": "Flatten"}]
    if node.layer.name == "Linear" and not flat:
        bias = node.layer.values()["bias"]
        raw: JSON = {"op": "layer", "node": node.id, "layer": {"entry": OUTPUT, "bias": bias}}
        fixes.append(Fix("Make it the Output", [raw]))
        values: JSON = {"op": "values", "node": node.id, "values": {"out_features": outputs}}
        fixes.append(Fix(f"Give it {outputs} unit{'s' * (outputs > 1)}", [values]))
    if node.layer.name != OUTPUT:
        append: JSON = {"op": "append", "node": node.id, "layers": [*flat, {"entry": OUTPUT}]}
        fixes.append(Fix("Add an Output behind it", [append]))
    elif flat:
        insert: JSON = {"op": "insert", "node": node.id, "port": 0, "layers": flat}
        fixes.append(Fix("Insert Flatten", [insert]))
    elif node.activation is not None:
        bare: JSON = {"op": "activation", "node": node.id, "activation": None}
        fixes.append(Fix(f"Remove {node.activation.title}", [bare]))
    return fixes


def batches(experiment: Experiment, plan: NetworkPlan, info: DataInfo | None) -> list[Diagnostic]:
    """Batch normalisation that would meet a batch of a single sample."""
    if info is None or not _has_single(info.train, experiment.batch_size):
        return []
    shapes = {node.id: node.output_shape for node in plan.nodes}
    single = [node for node in plan.nodes if node.entry.startswith("BatchNorm") and _single(shapes[node.id])]
    if info.train == 1:
        return [_never(node, info) for node in single]
    size = min(experiment.batch_size, info.train)
    where = "Each batch" if size == 1 else "The last batch of each epoch"
    better = next((b for b in range(size + 1, info.train + 1) if not _has_single(info.train, b)), info.train)
    return [
        Diagnostic(
            f"{where} has a single sample, and batch norm needs two or more.",
            f"Choose another batch size, such as {better}.",
            node=node.id,
            place="batch_size",
            code="single-sample",
            fixes=[Fix(f"Set the batch size to {better}", [{"op": "set", "path": "batch_size", "value": better}])],
        )
        for node in single
    ]


def _never(node: NodePlan, info: DataInfo) -> Diagnostic:
    """Batch normalisation that no batch size lets train."""
    half: JSON = {"op": "set", "path": "data.train_share", "value": 0.5}
    fixes = [Fix("Train on half of the samples", [half])] if info.validation > 2 else []
    return Diagnostic(
        "There is a single sample to train on, and batch norm needs two or more.",
        "Use layer norm, or more samples.",
        node=node.id,
        code="single-sample",
        fixes=[*fixes, Fix(f"Remove {node.title}", [{"op": "remove", "node": node.id}])],
    )


def _single(shape: list[int] | None) -> bool:
    """Whether each channel has a single number per sample."""
    return shape is not None and math.prod(shape[1:]) == 1


def _has_single(samples: int, batch: int) -> bool:
    batch = min(batch, samples)
    return batch == 1 or samples % batch == 1


# --- memory --------------------------------------------------------------------------------------------------------


def memory(
    experiment: Experiment, networks: Mapping[str, NetworkPlan], device: torch.device, info: DataInfo | None
) -> list[Diagnostic]:
    """Networks too large for the free memory, refused with the numbers."""
    samples = max(info.train, info.validation) if info else SLICE
    needed = _needed(networks, experiment.batch_size, samples)
    if needed < 1 << 28:  # never worth asking the system
        return []
    free = free_memory(device)
    if needed <= SHARE * free:
        return []
    every = [(name, node) for name, plan in networks.items() for node in plan.nodes]
    if BYTES * sum(node.parameters for _, node in every) > SHARE * free:
        name, largest = max(every, key=lambda item: item[1].parameters)
        layer = f"this layer has {largest.parameters:,} parameters"
    else:
        name, largest = max(every, key=lambda item: item[1].memory)
        layer = f"this layer writes {largest.memory // 4:,} numbers per sample"
    message = f"Training would need {size_words(needed)} of memory, but {size_words(free)} are free; {layer}."
    fixes = _smaller(experiment, name, largest.id, networks, SHARE * free, samples)
    hint = "Use fewer units or a smaller batch."
    return [Diagnostic(message, hint, network=name, node=largest.id, code="memory", fixes=fixes)]


def _needed(networks: Mapping[str, NetworkPlan], batch_size: int, samples: int) -> int:
    """Weights with what training keeps of them, and the larger of what a step and a measurement need.

    A step keeps all signals of a batch with their gradients, a measurement those of two nodes for a slice of samples.
    """
    weights = sum(plan.parameters for plan in networks.values())
    signals = sum(plan.memory for plan in networks.values())
    widest = max((node.memory for plan in networks.values() for node in plan.nodes), default=0)
    given = max((_given(plan) for plan in networks.values()), default=1)
    measured = min(samples, SLICE, max(1, NUMBERS // given))
    return BYTES * weights + 2 * max(signals * min(batch_size, samples), widest * measured)


def _given(plan: NetworkPlan) -> int:
    """Numbers that a network is given for a sample."""
    shapes = [node.output_shape or [] for node in plan.nodes if node.entry == INPUT]
    return max(1, sum(math.prod(shape) for shape in shapes))


def _smaller(
    experiment: Experiment, name: str, node_id: str, networks: Mapping[str, NetworkPlan], room: float, samples: int
) -> list[Fix]:
    """A smaller batch where that is enough, and fewer units."""
    fixes = []
    batch = min(experiment.batch_size, samples)
    while batch > 1 and _needed(networks, batch, samples) > room:
        batch //= 2
    if batch < experiment.batch_size and _needed(networks, batch, samples) <= room:
        fixes.append(Fix(f"Set the batch size to {batch}", [{"op": "set", "path": "batch_size", "value": batch}]))
    graph = experiment.networks[name]
    raw = entry_to_json(graph.node(node_id).layer)
    field = next((one for one in FIELDS if one in fields_of(type(graph.node(node_id).layer))), "")
    if field:
        share = room / _needed(networks, experiment.batch_size, samples)
        units = max(1, 1 << (int(raw[field] * share / 2).bit_length() - 1)) if raw[field] * share > 2 else 1
        fixes.append(Fix(f"Give it {units:,} units", [{"op": "values", "node": node_id, "values": {field: units}}]))
    return fixes
