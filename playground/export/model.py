"""A network as the source of an nn.Module."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground.engine.compile import output_count
from playground.engine.network import INPUT, Network, has_activation, output_node, sized
from playground.engine.session import RunResult
from playground.export.inline import Inlined
from playground.spec.entry import Entry, Shape
from playground.spec.graph import Graph, Node

INITIAL = "playground.engine.initial"


def call(name: str, args: dict[str, Any]) -> str:
    """A call as source."""
    return f"{name}({arguments(args)})"


def arguments(args: dict[str, Any]) -> str:
    """Keyword arguments as source."""
    return ", ".join(f"{key}={literal(value)}" for key, value in args.items())


def literal(value: object) -> str:
    """A plain value as source, texts in double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    return repr(value)


def model_source(run: RunResult, inlined: Inlined) -> str:
    """`class Model`: one attribute per node, made with the same seeds, and a forward in order of computation."""
    writer = _Writer(run, run.run.objective.name, inlined)
    body = [f"        {line}" for node in writer.graph.order() for line in writer.made(node)]
    forward = [f"        {line}" for line in _forward(writer.graph)]
    return "\n".join(
        [
            "class Model(nn.Module):",
            "    def __init__(self) -> None:",
            "        super().__init__()",
            *body,
            "",
            "    def forward(self, x: torch.Tensor) -> torch.Tensor:",
            *forward,
        ]
    )


@dataclass(frozen=True)
class _Writer:
    run: RunResult
    name: str
    inlined: Inlined

    @property
    def graph(self) -> Graph:
        return self.run.experiment.networks[self.name]

    @property
    def network(self) -> Network:
        return self.run.networks[self.name]

    def made(self, node: Node) -> Iterator[str]:
        """The lines that make a node's modules."""
        experiment = self.run.experiment
        if node.layer.name != INPUT:
            dimensions = [value.ndim for value in getattr(self.network, node.id).parameters()]
            if dimensions:
                seed = self.inlined.add(f"{INITIAL}.node_seed")
                yield f'torch.manual_seed({seed}(SEED, "{self.name}", "{node.id}"))'
            outputs = output_count(experiment, self.run.run.dataset.samples.info)
            ends = tuple(self.network.shapes[edge.source] for edge in self.graph.into(node.id))
            yield f"self.{node.id} = {self._module(sized(node, outputs), ends)}"
            initializer = node.initializer or experiment.initializer
            if initializer.target and max(dimensions, default=0) >= 2:
                yield self._initialized(node, initializer)
            if node.lr_factor == 0:
                yield f"self.{node.id}.requires_grad_(False)"
        if has_activation(node) and node.activation is not None:
            yield f"self.{node.id}_activation = {self._module(node.activation, (self.network.shapes[node.id],))}"

    def _module(self, layer: Entry, shapes: tuple[Shape, ...]) -> str:
        return call(self.inlined.add(layer.target), layer.args(*shapes))

    def _initialized(self, node: Node, initializer: Entry) -> str:
        settings = {"bias": getattr(initializer, "bias", 0.0), **initializer.args()}
        fill = self.inlined.add(initializer.target)
        return f"{self.inlined.add(f'{INITIAL}.initialize')}(self.{node.id}, {fill}, {arguments(settings)})"


def _forward(graph: Graph) -> Iterator[str]:
    end = output_node(graph)
    assert end is not None  # a run has one
    chain = all(len(graph.into(node.id)) <= 1 and len(graph.out_of(node.id)) <= 1 for node in graph.nodes)
    names: dict[str, str] = {}
    for node in graph.order():
        value = "x"
        if node.layer.name != INPUT:
            value = f"self.{node.id}({', '.join(names[edge.source] for edge in graph.into(node.id))})"
        if has_activation(node):
            value = f"self.{node.id}_activation({value})"
        names[node.id] = "x" if chain or value == "x" else _local(node.id)
        if value != "x":
            yield f"{names[node.id]} = {value}"
    yield f"return {names[end.id]}"


def _local(node_id: str) -> str:
    """A name for what a node gives that no other name of `forward` hides."""
    return f"{node_id}_" if node_id in ("self", "x") else node_id
