"""A network as the source of an nn.Module."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import nn

from playground.engine.network import INPUT, Parts, construct, has_activation, output_node, parts_of, sized, taken
from playground.engine.resolve import locate
from playground.engine.session import RunResult
from playground.engine.sharing import tied_names
from playground.export import starting, surgery
from playground.export.inline import Inlined
from playground.spec.entry import Entry, Shape
from playground.spec.experiment import Experiment
from playground.spec.graph import Graph, Node
from playground.spec.sharing import circular, owners_first

INITIAL = "playground.engine.initial"
PART = "playground.catalog.modules.Part"


def call(name: str, args: dict[str, Any]) -> str:
    """A call as source."""
    return f"{name}({arguments(args)})"


def arguments(args: dict[str, Any]) -> str:
    """Keyword arguments as source."""
    return ", ".join(f"{key}={literal(value)}" for key, value in args.items())


class Literal(str):
    """A text that is source already."""


def literal(value: object) -> str:
    """A plain value as source, texts in double quotes."""
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    return repr(value)


def class_source(run: RunResult, name: str, title: str, inlined: Inlined) -> str:
    """The class of a network: one attribute per node, made with the same seeds, and a forward in order of computation.

    `title` is the name of the class.
    """
    graph, shapes = run.experiment.networks[name], run.networks[name].shapes
    end = output_node(graph)
    outputs = shapes[end.id][-1] if end is not None else 1
    parts = parts_of(run.run.dataset.samples.info.parts) if run.run.objective.sampled(name) else {}
    source = ModelSource(run.experiment, name, shapes, outputs, inlined, parts=parts)
    return "\n".join(text for text, _ in source.lines(title))


@dataclass(frozen=True)
class ModelSource:
    """The class of one network; `shapes` are the output shapes of its nodes, `outputs` what the task needs.

    `seeded` also writes how the weights are drawn, so that they are the engine's number by number; `broken` are nodes
    that cannot be built, with the reason, which stand as comments.
    """

    experiment: Experiment
    name: str
    shapes: Mapping[str, Shape]
    outputs: int
    inlined: Inlined
    seeded: bool = True
    broken: Mapping[str, str] = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)

    @property
    def graph(self) -> Graph:
        return self.experiment.networks[self.name]

    def lines(self, title: str) -> Iterator[tuple[str, str]]:
        """Lines of the class, each with the id of the node that it is for, "" for none."""
        yield f"class {title}(nn.Module):", ""
        yield "    def __init__(self) -> None:", ""
        yield "        super().__init__()", ""
        for node in owners_first(self.graph):
            lines = [f"# {node.id}: {self.broken[node.id]}"] if node.id in self.broken else self.made(node)
            for line in lines:
                yield f"        {line}", node.id
        yield "", ""
        names = dict.fromkeys(input_names(self.graph, self.parts).values())
        inputs = ", ".join(f"{name}: torch.Tensor" for name in names)
        yield f"    def forward(self, {inputs}) -> torch.Tensor:", ""
        for line, node_id in _forward(self.graph, self.parts):
            yield f"        {line}", node_id

    def made(self, node: Node) -> Iterator[str]:
        """The lines that make a node's modules."""
        last = node.id
        if (part := taken(node, self.parts)) is not None:
            yield f"self.{node.id} = {self.inlined.add(PART)}({part[0]}, {part[1]})"
        elif node.layer.name != INPUT:
            yield from self._made(node)
        if has_activation(node) and node.activation is not None:
            last = f"{node.id}_activation"
            yield f"self.{last} = {self._module(node.activation, (self.shapes[node.id],))}"
            with torch.device("meta"):
                learns = bool(list(construct(node.activation, (self.shapes[node.id],)).parameters()))
            if learns and node.lr_factor == 0:
                yield f"self.{last}.requires_grad_(False)"
        if node.surgery and node.layer.name != INPUT:
            yield from surgery.switched_off(node, last, self._meta(node), self.inlined)

    def _made(self, node: Node) -> Iterator[str]:
        drawn = self.seeded and bool(list(self._meta(node).parameters()))
        if drawn:
            seed = self.inlined.add(f"{INITIAL}.node_seed")
            yield f'torch.manual_seed({seed}(SEED, "{self.name}", "{node.id}"))'
        yield from self._new(node, f"self.{node.id}")
        yield from self._tied(node)
        if drawn and node.surgery:
            yield from starting.before_surgery(self.experiment, self.name, node, self.inlined)
            made = partial(self._new, node)
            yield from surgery.operated(node, self.name, self._meta(node), made, self.inlined)
        if node.lr_factor == 0 and not node.shares:
            yield f"self.{node.id}.requires_grad_(False)"

    def _tied(self, node: Node) -> Iterator[str]:
        """The lines with which a layer takes weights from another; one that is frozen freezes only its own."""
        if node.shares and node.lr_factor == 0:
            yield f"self.{node.id}.requires_grad_(False)"
        if self._has_owner(node):
            for name in tied_names(self._meta(node), self._meta(self.graph.node(node.shares))):
                yield f"{_attribute(node.id, name)} = {_attribute(node.shares, name)}"

    def _has_owner(self, node: Node) -> bool:
        """Whether the layer is made that a node shares weights with."""
        if node.shares not in self.graph or node.shares in self.broken or circular(self.graph, node.id):
            return False
        return self.graph.node(node.shares).layer.name != INPUT

    def _new(self, node: Node, name: str) -> list[str]:
        """The lines that make a layer and draw its weights."""
        layer, ends = self._layer(node)
        lines = [f"{name} = {self._module(layer, ends)}"]
        initializer = node.initializer or self.experiment.initializer
        dimensions = [value.ndim for value in self._meta(node).parameters()] if self.seeded else []
        if initializer.target and max(dimensions, default=0) >= 2:
            lines.append(self._initialized(name, initializer))
        return lines

    def _layer(self, node: Node) -> tuple[Entry, tuple[Shape, ...]]:
        ends = tuple(self.shapes[edge.source] for edge in self.graph.into(node.id))
        return sized(node, self.outputs), ends

    def _meta(self, node: Node) -> nn.Module:
        """The module of a node, without data."""
        with torch.device("meta"):
            return construct(*self._layer(node))

    def _module(self, layer: Entry, shapes: tuple[Shape, ...]) -> str:
        name, args = self.inlined.add(layer.target), layer.args(*shapes)
        return call(name, args) if self.seeded else f"{name}({_told(layer, args)})"

    def _initialized(self, name: str, initializer: Entry) -> str:
        settings = {"bias": getattr(initializer, "bias", 0.0), **initializer.args()}
        fill = self.inlined.add(initializer.target)
        return f"{self.inlined.add(f'{INITIAL}.initialize')}({name}, {fill}, {arguments(settings)})"


def _attribute(node_id: str, name: str) -> str:
    """A parameter of a node's module as source: self.head.weight, self.tower.layers[0].bias."""
    steps = (f"[{step}]" if step.isdecimal() else f".{step}" for step in name.split("."))
    return f"self.{node_id}{''.join(steps)}"


def _told(layer: Entry, args: dict[str, Any]) -> str:
    """Arguments as people write them: needed ones by place, others by name where they differ from the default."""
    known = inspect.signature(locate(layer.target)).parameters
    needed = [key for key, meta in known.items() if meta.default is meta.empty and key in args]
    by_name = {key: value for key, value in args.items() if key not in known or known[key].default != value}
    listed = arguments({key: value for key, value in by_name.items() if key not in needed})
    return ", ".join(filter(None, [*(literal(args[key]) for key in needed), listed]))


def input_names(graph: Graph, parts: Parts) -> dict[str, str]:
    """What `forward` calls its arguments: x where there is one, of which parts may be taken, else the inputs' ids."""
    found = [node.id for node in graph.nodes if node.layer.name == INPUT]
    if parts:
        return dict.fromkeys(found, "x")
    return {found[0]: "x"} if len(found) == 1 else {node_id: _local(node_id) for node_id in found}


def _forward(graph: Graph, parts: Parts) -> Iterator[tuple[str, str]]:
    """Lines of `forward`, each with the node that it is for."""
    end = output_node(graph)
    chain = all(len(graph.into(node.id)) <= 1 and len(graph.out_of(node.id)) <= 1 for node in graph.nodes)
    inputs = input_names(graph, parts)
    chain = chain and len(inputs) == 1 and not parts
    names: dict[str, str] = {}
    for node in graph.order():
        value = plain = inputs.get(node.id, "")
        if taken(node, parts) is not None:
            value, plain = f"self.{node.id}(x)", ""
        elif not plain:
            value = f"self.{node.id}({', '.join(names[edge.source] for edge in graph.into(node.id))})"
        if has_activation(node):
            value = f"self.{node.id}_activation({value})"
        names[node.id] = "x" if chain else plain if value == plain else _local(node.id)
        if value != plain:
            yield f"{names[node.id]} = {value}", node.id
    yield (f"return {names[end.id]}", end.id) if end else ('raise ValueError("no single layer gives the result")', "")


def _local(node_id: str) -> str:
    """A name for what a node gives that no other name of `forward` hides."""
    return f"{node_id}_" if node_id in ("self", "x") else node_id
