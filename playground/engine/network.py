"""Network: a graph of layers as one nn.Module with a schedule worked out beforehand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate

import torch
from torch import nn

from playground.catalog.modules import Part
from playground.engine.initial import node_seed, started
from playground.engine.resolve import locate
from playground.engine.sharing import tie
from playground.spec.entry import Entry, Shape
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node
from playground.spec.sharing import owners_first

INPUT = "Input"
OUTPUT = "Output"
SAMPLES = ""
"""Stands for what a network is given, where nodes are named."""
Parts = Mapping[str, tuple[int, Shape]]
"""Where each part of a sample begins in it, and its shape."""


class NodeError(RuntimeError):
    """A layer could not compute; `node` says which of `network`."""

    def __init__(self, network: nn.Module, node: str, message: str) -> None:
        super().__init__(message)
        self.network, self.node = network, node


class Network(nn.Module):
    """Runs a graph. Submodules bear the ids of their nodes; an activation is `<id>_activation`."""

    def __init__(
        self, parts: Mapping[str, nn.Module], schedule: list[tuple[str, str, tuple[str, ...]]], output: str
    ) -> None:
        """`schedule` lists (node, module's name or "" for an input, sources) in order of computation.

        A source `SAMPLES` is what the network is given.
        """
        super().__init__()
        self.shapes: dict[str, Shape] = {}
        for name, module in parts.items():
            self.add_module(name, module)
        slots = {SAMPLES: 0}
        self._steps: list[tuple[nn.Module, tuple[int, ...], int, str]] = []
        for node, part, sources in schedule:
            if part:
                ends = tuple(slots[source] for source in sources)
                slots[node] = slots.get(node, 0) or len(self._steps) + 1  # slot 0 is the input's; others share it
                self._steps.append((parts[part], ends, slots[node], node))
            else:
                slots[node] = 0
        self._slots = slots
        self._result = slots[output]
        self._chain = self._is_chain()

    def _is_chain(self) -> list[nn.Module]:
        """The modules one after another when each takes just what the one before gave."""
        here = 0
        for _, ends, slot, _ in self._steps:
            if ends != (here,):
                return []
            here = slot
        return [module for module, *_ in self._steps] if here == self._result else []

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Output (N, …) for inputs (N, …)."""
        if not self._chain:
            return self._run(x)[self._result]
        value = x
        try:
            for module in self._chain:
                value = module(value)
        except (RuntimeError, ValueError) as error:
            raise NodeError(self, self._steps[self._chain.index(module)][3], str(error)) from error
        return value

    def _run(self, x: torch.Tensor) -> list[torch.Tensor]:
        values = [x] * (max(self._slots.values()) + 1)
        node = ""
        try:
            for module, ends, slot, node in self._steps:  # noqa: B007  # the handler names the node
                values[slot] = module(*[values[end] for end in ends])
        except (RuntimeError, ValueError) as error:
            raise NodeError(self, node, str(error)) from error
        return values

    def every_output(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        """What each node gives, after its activation, in order of computation."""
        values = self._run(x)
        return {node: values[slot] for node, slot in self._slots.items() if node != SAMPLES}


def schedule_of(network: Network) -> tuple[list[tuple[nn.Module, tuple[int, ...], int, str]], int]:
    """A network's modules in order of computation, and the slot of its output; slot 0 is what it is given.

    With each module are the slots that it reads, the slot that it writes, and its node.
    """
    return network._steps, network._result


def output_node(graph: Graph) -> Node | None:
    """The node whose output is the network's: the only Output, else the only sink; None when that is not clear."""
    marked = [node for node in graph.nodes if node.layer.name == OUTPUT]
    candidates = marked or graph.sinks()
    return candidates[0] if len(candidates) == 1 else None


def sized(node: Node, outputs: int) -> Entry:
    """The layer of a node, the output layer at the size that the task needs."""
    fit = getattr(node.layer, "sized", None)
    return fit(outputs) if fit else node.layer


def has_activation(node: Node) -> bool:
    """Whether something follows the layer."""
    return node.activation is not None and node.activation.name != "Identity"


def construct(layer: Entry, shapes: tuple[Shape, ...]) -> nn.Module:
    """The nn.Module of a layer entry for inputs of these shapes (without the batch)."""
    module: nn.Module = locate(layer.target)(**layer.args(*shapes))
    return module


def parts_of(shapes: Mapping[str, Sequence[int]]) -> Parts:
    """Parts of these shapes that lie behind one another in a sample."""
    sizes = [math.prod(shape) for shape in shapes.values()]
    starts = accumulate(sizes, initial=0)
    return {name: (start, tuple(shape)) for (name, shape), start in zip(shapes.items(), starts, strict=False)}


def taken(node: Node, parts: Parts) -> tuple[int, Shape] | None:
    """Where the part of a sample that an Input takes begins, and its shape; None where it takes all of it."""
    return parts.get(node.layer.values()["part"]) if node.layer.name == INPUT else None


def build(
    experiment: Experiment,
    name: str,
    shapes: Mapping[str, Shape],
    outputs: int,
    device: torch.device,
    sample_parts: Parts | None = None,
) -> Network:
    """The network `name` with its initial weights; `shapes` are the output shapes of its plan's nodes."""
    graph = experiment.networks[name]
    parts: dict[str, nn.Module] = {}
    schedule: list[tuple[str, str, tuple[str, ...]]] = []
    for node in graph.order():
        sources = tuple(edge.source for edge in graph.into(node.id))
        if (place := taken(node, sample_parts or {})) is not None:
            parts[node.id] = Part(*place)
            schedule.append((node.id, node.id, (SAMPLES,)))
        elif node.layer.name == INPUT:
            schedule.append((node.id, "", ()))
        else:
            ends = tuple(shapes[source] for source in sources)
            parts[node.id] = _part(experiment, name, node, outputs, ends)
            schedule.append((node.id, node.id, sources))
        if has_activation(node) and node.activation is not None:
            parts[f"{node.id}_activation"] = construct(node.activation, (shapes[node.id],))
            schedule.append((node.id, f"{node.id}_activation", (node.id,)))
    output = output_node(graph)
    if output is None:
        raise ValueError(f"network {name} has no output; its plan says so")
    network = Network(_settle(graph, parts), schedule, output.id)
    network.shapes = dict(shapes)
    return network.to(device)


def _settle(graph: Graph, parts: Mapping[str, nn.Module]) -> dict[str, nn.Module]:
    """The modules with layers frozen and weights shared, owners of shared weights first: they name these."""
    for node in graph.nodes:
        for part in (node.id, f"{node.id}_activation"):
            if node.lr_factor == 0 and part in parts:
                parts[part].requires_grad_(False)
    order = owners_first(graph)
    for node in order:
        if node.shares and node.id in parts:
            tie(parts[node.id], parts[node.shares])
    names = [part for node in order for part in (node.id, f"{node.id}_activation")]
    return {name: parts[name] for name in names if name in parts}


def _part(experiment: Experiment, name: str, node: Node, outputs: int, ends: tuple[Shape, ...]) -> nn.Module:
    layer, initializer = sized(node, outputs), node.initializer or experiment.initializer
    return started(lambda: construct(layer, ends), initializer, node_seed(experiment.seed, name, node.id))
