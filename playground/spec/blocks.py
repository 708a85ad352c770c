"""Blocks: graphs with a name and parameters that stand as one node wherever they are used.

A use of a block is a node whose layer is a `BlockUse`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from playground.spec.entry import Entry, Shape, fields_of
from playground.spec.errors import GraphError, MissingNode, ParamError
from playground.spec.graph import Graph, Node
from playground.spec.params import param

Scalar = bool | int | float | str

MAX_REPEAT = 200
INPUT = "Input"


@dataclass(frozen=True)
class BlockParameter:
    """A value that each use of a block chooses for itself.

    `targets` are the fields it sets, as "node.field" with a factor: {"conv1.out_channels": 1, "conv3.out_channels": 4}.
    """

    name: str
    value: Scalar
    targets: Mapping[str, float] = field(default_factory=dict)
    help: str = ""


@dataclass(frozen=True)
class Block:
    """A graph to be used as one node. Its Input nodes are its ports, in their order; its result is its only sink."""

    graph: Graph
    parameters: tuple[BlockParameter, ...] = ()
    about: str = ""
    title: str = ""

    @property
    def inputs(self) -> list[Node]:
        """Its ports."""
        return [node for node in self.graph.nodes if node.layer.name == INPUT]

    def result(self) -> Node:
        """The node whose output is the block's.

        Raises:
            GraphError: several nodes, or none, have an output that nobody takes.
        """
        sinks = self.graph.sinks()
        if len(sinks) != 1:
            raise GraphError("", f"has {len(sinks)} layers whose output nobody takes; a block gives one result")
        return sinks[0]


@dataclass(frozen=True)
class BlockUse(Entry):
    """Stands for the layers of a block, one after another as often as `repeat` says.

    `settings` are the values of the block's parameters that differ from its own. Its first input feeds the first
    repetition, each repetition the next; all of them share the other inputs.
    """

    kind: ClassVar[str] = "layer"
    title: ClassVar[str] = "Block"
    listed: ClassVar[bool] = False

    block: str = param("", help="The block of this experiment that it stands for.")
    repeat: int = param(1, min=1, max=MAX_REPEAT, label="Repeat", help="How often the block stands one after another.")
    settings: Any = param((), help="The parameters of the block.")  # noqa: RUF009  # param() stands for a plain default
    inputs: int = field(default=1, compare=False)
    port_names: tuple[str, ...] = field(default=(), compare=False)
    label: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        known = fields_of(BlockUse)
        for name, kind in (("block", str), ("repeat", int)):
            object.__setattr__(self, name, known[name][0].check(name, getattr(self, name), kind))
        object.__setattr__(self, "settings", _settings(self.settings))

    @property
    def name(self) -> str:
        return "Block"

    def values(self) -> dict[str, Any]:
        return {"block": self.block, "repeat": self.repeat, "settings": dict(self.settings)}

    def window(self) -> tuple[float, float] | None:
        """Nothing is known of it before it is expanded."""
        return None

    def fits(self, *_shapes: Shape) -> str:
        """The layers inside speak for themselves."""
        return ""


Entry.registry.setdefault("layer", {})["Block"] = BlockUse


def _settings(raw: object) -> tuple[tuple[str, Scalar], ...]:
    pairs = list(raw.items()) if isinstance(raw, Mapping) else raw
    if not isinstance(pairs, list | tuple) or len(pairs) > 100:
        raise ParamError("settings", "needs an object of parameters and values")
    if not all(isinstance(item, list | tuple) and len(item) == 2 for item in pairs):
        raise ParamError("settings", "needs pairs of a parameter and its value")
    for name, value in pairs:
        if not isinstance(name, str) or not isinstance(value, bool | int | float | str):
            raise ParamError("settings", f"has a value that is no number and no text at {str(name)[:40]}")
        if isinstance(value, float) and not math.isfinite(value):
            raise ParamError("settings", f"needs a finite number for {name[:40]}")
    return tuple(sorted(dict(pairs).items()))


def settings_of(block: Block, use: BlockUse) -> dict[str, Scalar]:
    """The value of every parameter of a block in one use."""
    chosen = dict(use.settings)
    return {item.name: chosen.get(item.name, item.value) for item in block.parameters}


def configured(block: Block, use: BlockUse) -> Graph:
    """The block's graph with the parameters of one use put in.

    Raises:
        SpecError: a parameter leads to no field, or the field may not have that value.
    """
    chosen = settings_of(block, use)
    if strange := [name for name, _ in use.settings if name not in chosen]:
        raise ParamError(strange[0], f"is no parameter of {use.block}; it has {', '.join(chosen) or 'none'}")
    changes: dict[str, dict[str, Any]] = {}
    for item in block.parameters:
        for target, factor in item.targets.items():
            node, _, name = target.partition(".")
            changes.setdefault(node, {})[name] = scaled(chosen[item.name], factor)
    if missing := [node for node in changes if node not in block.graph]:
        raise MissingNode(missing[0], f"is no layer of {use.block}, but a parameter leads to it")
    nodes = tuple(
        replace(n, layer=n.layer.with_values(**changes[n.id])) if n.id in changes else n for n in block.graph.nodes
    )
    return replace(block.graph, nodes=nodes)


def scaled(value: Scalar, factor: float) -> Scalar:
    """The value that a parameter gives a field."""
    if isinstance(value, bool | str) or factor == 1:
        return value
    return max(1, round(value * factor)) if isinstance(value, int) else value * factor


def used_blocks(graph: Graph) -> Iterator[tuple[Node, BlockUse]]:
    """The nodes of a graph that stand for blocks."""
    for node in graph.nodes:
        if isinstance(node.layer, BlockUse):
            yield node, node.layer


def block_title(name: str, block: Block | None) -> str:
    """What a block is called by people: its title, or its name in words."""
    words = name.replace("_", " ").strip()
    return block.title if block is not None and block.title else words[:1].upper() + words[1:]


def with_ports(graph: Graph, blocks: Mapping[str, Block]) -> Graph:
    """The graph whose uses know how many inputs their blocks have, and the names of these and of the blocks."""
    changes: dict[str, Node] = {}
    for node, use in used_blocks(graph):
        block = blocks.get(use.block)
        names = tuple(n.name or n.id for n in block.inputs) if block else ("",)
        label = block_title(use.block, block)
        if (use.inputs, use.port_names, use.label) != (len(names), names, label):
            layer = replace(use, inputs=len(names), port_names=names, label=label)
            changes[node.id] = replace(node, layer=layer)
    return replace(graph, nodes=tuple(changes.get(n.id, n) for n in graph.nodes)) if changes else graph
