"""Everything about an experiment that does not fit, as one sentence each, where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import torch

from playground.catalog.kinds import Activation
from playground.engine.device import SHARE, free_memory
from playground.engine.dryrun import count, written
from playground.engine.events import DataInfo, Diagnostic, NetworkPlan
from playground.engine.network import INPUT, OUTPUT, Network, output_node
from playground.spec.entry import Entry, Shape, UnknownEntry
from playground.spec.errors import DataError, SpecError
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node, ports

RESERVED = frozenset(dir(Network({}, [(INPUT, "", ())], INPUT)))
"""Names that a node may not have, for the nn.Module has attributes of these names."""
BYTES = 16
"""Bytes per parameter while training: weight, gradient and two numbers of optimizer state."""
NOUNS = {"data": "data set"}
"""Kinds of entries that people call by another word."""
SQUASHED_TWICE = {("Softmax", "CrossEntropyLoss"): "softmax", ("Sigmoid", "BCEWithLogitsLoss"): "sigmoid"}


def sentence(error: SpecError) -> str:
    """What an error says, as a sentence; its place is the subject, but where the data speak for themselves."""
    text = error.message[:1].upper() + error.message[1:] if isinstance(error, DataError) else str(error)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def unknown(entry: UnknownEntry, place: str = "", node: str = "") -> Diagnostic:
    """An entry that this program does not know."""
    return Diagnostic(
        f"There is no {NOUNS.get(entry.wanted_kind, entry.wanted_kind)} called {entry.name}.",
        "Replace it, or install the extension it comes from.",
        place=place,
        node=node,
    )


def unknown_entries(experiment: Experiment) -> list[Diagnostic]:
    """Unknown entries among the choices that are not nodes."""
    return [unknown(item, place) for place, item in _choices(experiment) if isinstance(item, UnknownEntry)]


def _choices(experiment: Experiment) -> Iterator[tuple[str, Entry]]:
    for place in ("data", "objective", "loss", "optimizer", "schedule", "initializer"):
        yield place, getattr(experiment, place)
    for place in ("metrics", "regularizers"):
        for item in getattr(experiment, place):
            yield f"{place}.{item.name}", item


def unfit_choices(experiment: Experiment) -> list[Diagnostic]:
    """Losses, metrics and objectives that do not go with the task of the data."""
    task = getattr(experiment.data, "task", None)
    found = []
    aim = getattr(experiment.objective, "task", task)
    if task and aim != task:
        message = f"The data are for {task}, but the objective is {aim}."
        found.append(Diagnostic(message, f"Choose {task} as the objective.", place="objective"))
    for place, item in _choices(experiment):
        tasks = getattr(item, "tasks", None)
        if task and tasks and task not in tasks:
            hint = "Choose another loss." if place == "loss" else "Remove it."
            found.append(Diagnostic(f"{item.title} is for {tasks[0]}, but the data are for {task}.", hint, place=place))
    missing = [name for name in getattr(experiment.objective, "networks", ()) if name not in experiment.networks]
    title = experiment.objective.title
    found += [
        Diagnostic(
            f"There is no check called {item.name}, so it never ticks.",
            "Remove it, or install the extension it comes from.",
            "warning",
            place="lesson.checks",
        )
        for item in experiment.lesson.checks
        if isinstance(item, UnknownEntry)
    ]
    return found + [Diagnostic(f"{title} needs a network called {name}.", place="networks") for name in missing]


# --- one network ---------------------------------------------------------------------------------------------------


def structure(graph: Graph) -> list[Diagnostic]:
    """What is wrong with a graph before any shape is known."""
    found = []
    if not any(node.layer.name == INPUT for node in graph.nodes):
        found.append(Diagnostic("The network has no Input.", "Add an Input and wire it to the first layer."))
    if len(graph.nodes) < 2:
        found.append(Diagnostic("The network has no layers.", "Add an Output behind the Input."))
        return found
    found += _outputs(graph)
    ids = {node.id for node in graph.nodes}
    for node in graph.nodes:
        if node.id in RESERVED:
            found.append(Diagnostic(f"{node.id} is a name that every network uses.", "Rename it.", node=node.id))
        elif node.activation and f"{node.id}_activation" in ids:
            found.append(
                Diagnostic("Another layer has the name of this layer's activation.", "Rename it.", node=node.id)
            )
    if all(node.lr_factor == 0 for node in graph.nodes if node.layer.name != INPUT):
        found.append(Diagnostic("Every layer is frozen, so there is nothing to train.", "Thaw a layer."))
    return found


def _outputs(graph: Graph) -> list[Diagnostic]:
    marked = [node for node in graph.nodes if node.layer.name == OUTPUT]
    end = output_node(graph)
    if end is None and marked:
        hint = "Keep one and delete the others."
        return [
            Diagnostic(f"The network has {len(marked)} Outputs; it needs one.", hint, node=node.id)
            for node in marked[1:]
        ]
    if end is None:
        return [Diagnostic("The network has no Output.", "Add an Output behind the last layer.")]
    loose = [node for node in graph.sinks() if node is not end]
    return [
        Diagnostic("Nothing takes what this layer gives.", "Wire it on, or delete it.", "warning", node=node.id)
        for node in loose
    ]


def activation(node: Node) -> Diagnostic | None:
    """Something behind a layer that is no activation."""
    if node.activation is None or isinstance(node.activation, Activation):
        return None
    if isinstance(node.activation, UnknownEntry):
        return unknown(replace(node.activation, wanted_kind="activation"), node=node.id)
    message = f"{node.activation.title} is no activation, but stands as that of {node.label}."
    return Diagnostic(message, "Choose an activation, or put it behind as a layer of its own.", node=node.id)


def input_shape(node: Node, given: Shape | None) -> Diagnostic | None:
    """An Input with a shape of its own that the samples of the data do not have."""
    own: Shape = node.layer.values()["shape"]
    if not own or given is None or own == given:
        return None
    message = f"{node.label} takes samples of shape {written(own)}, but those of the data are {written(given)}."
    return Diagnostic(message, "It can train once the data have that shape.", node=node.id)


def wiring(node: Node, edges: list[Edge]) -> Diagnostic | None:
    """An input of a node that nothing is wired to, or an edge to an input that it does not have."""
    hint = "Delete that edge, or join the two with Add or Concat."
    wanted = ports(node)
    least = 2 if wanted is None else wanted
    if wanted is not None and any(edge.port >= wanted for edge in edges):
        takes = f"takes {wanted} input{'s' * (wanted > 1)}" if wanted else "takes no input"
        return Diagnostic(f"{node.label} {takes}, but an edge leads to input {edges[-1].port + 1}.", hint, node=node.id)
    if len(edges) >= least:
        return None
    if not edges:
        return Diagnostic(f"{node.label} has no input.", "Wire a layer to it, or delete it.", node=node.id)
    return Diagnostic(
        f"{node.label} has {len(edges)} input and needs {least}.", "Wire another layer to it.", node=node.id
    )


def output(experiment: Experiment, name: str, plan: NetworkPlan, outputs: int) -> list[Diagnostic]:
    """Whether a network gives what its loss needs."""
    node = output_node(experiment.networks[name])
    shape = next((n.output_shape for n in plan.nodes if node and n.id == node.id), None)
    if node is None or shape is None:
        return []
    title = experiment.loss.title
    if shape != [outputs]:
        return [
            Diagnostic(
                f"The network gives {written(tuple(shape))} per sample, but {title} needs {outputs} here.",
                "End with an Output layer, which takes its size from data and loss.",
                node=node.id,
            )
        ]
    last = node.activation.name if node.activation else node.layer.name
    twice = SQUASHED_TWICE.get((last, experiment.loss.name))
    if not twice:
        return []
    message = f"{title} brings its own {twice}; a second one before it slows learning."
    return [Diagnostic(message, f"Remove the {last} from the last layer.", "warning", node=node.id)]


def batches(experiment: Experiment, name: str, plan: NetworkPlan, info: DataInfo | None) -> list[Diagnostic]:
    """Batch normalisation that would meet a batch of a single sample."""
    if info is None or not _has_single(info.train, experiment.batch_size):
        return []
    shapes = {node.id: node.output_shape for node in plan.nodes}
    size = min(experiment.batch_size, info.train)
    where = "Each batch" if size == 1 else "The last batch of each epoch"
    better = next((b for b in range(size + 1, info.train + 1) if not _has_single(info.train, b)), info.train)
    return [
        Diagnostic(
            f"{where} has a single sample, and batch norm needs two or more.",
            f"Choose another batch size, such as {better}.",
            network=name,
            node=node.id,
            place="batch_size",
        )
        for node in plan.nodes
        if node.entry.startswith("BatchNorm") and len(shapes[node.id] or ()) == 1
    ]


def _has_single(samples: int, batch: int) -> bool:
    batch = min(batch, samples)
    return batch == 1 or samples % batch == 1


def memory(experiment: Experiment, networks: Mapping[str, NetworkPlan], device: torch.device) -> list[Diagnostic]:
    """Networks too large for the free memory, refused with the numbers."""
    weights = sum(plan.parameters for plan in networks.values())
    signals = sum(count(tuple(node.output_shape or (0,))) for plan in networks.values() for node in plan.nodes)
    needed = BYTES * weights + 8 * signals * experiment.batch_size
    if needed < 1 << 28:  # never worth asking the system
        return []
    free = free_memory(device)
    if needed <= SHARE * free:
        return []
    name, largest = max(
        ((name, node) for name, plan in networks.items() for node in plan.nodes), key=lambda item: item[1].parameters
    )
    layer = f"this layer has {largest.parameters:,} parameters"
    message = f"Training would need {_size(needed)} of memory, but {_size(free)} are free; {layer}."
    return [Diagnostic(message, "Use fewer units or a smaller batch.", network=name, node=largest.id)]


def _size(size: float) -> str:
    """Bytes for people."""
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:,.0f} PB"
