"""Blocks: graphs with a name and parameters that stand as one node wherever they are used, and their expansion.

A use of a block is a node whose layer is a `BlockUse`. Before anything is computed `expanded` puts the block's nodes in
its place: node `conv1` in the use `stage1` becomes `stage1__conv1`, in its second repetition `stage1__2__conv1`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from playground.spec.entry import Entry, Shape, fields_of
from playground.spec.errors import DuplicateId, GraphError, MissingNode, ParamError, SpecError
from playground.spec.graph import MAX_EDGES, MAX_NODES, Edge, Graph, Node
from playground.spec.params import param

Scalar = bool | int | float | str

MAX_REPEAT = 200
MAX_DEPTH = 12
INPUT = "Input"
JOINT = "__"
"""Between the id of a use and the id of a node in its block."""


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


# --- one use -------------------------------------------------------------------------------------------------------


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


# --- expansion -----------------------------------------------------------------------------------------------------


def expand(graph: Graph, blocks: Mapping[str, Block]) -> Graph:
    """The graph with the layers of every block in place of its uses; the graph itself where there are none.

    Raises:
        SpecError: a block is missing, contains itself or cannot take its parameters; the place names the use.
    """
    return _expand(graph, blocks, ()) if any(isinstance(n.layer, BlockUse) for n in graph.nodes) else graph


def _expand(graph: Graph, blocks: Mapping[str, Block], outer: tuple[str, ...]) -> Graph:
    nodes: list[Node] = []
    edges: list[Edge] = []
    ends: dict[str, str] = {}  # use → node that gives its result
    doors: dict[tuple[str, int], list[tuple[str, int]]] = {}  # port of a use → ports of nodes inside
    for node in graph.nodes:
        if not isinstance(node.layer, BlockUse):
            nodes.append(node)
            continue
        try:
            inner = _repeated(node, node.layer, blocks, outer)
        except SpecError as error:
            raise error.within(node.id) from None
        nodes += inner.graph.nodes
        edges += inner.graph.edges
        ends[node.id] = inner.result
        doors |= {(node.id, port): found for port, found in enumerate(inner.doors)}
        _check_size(len(nodes), len(edges), node.id)
    for edge in graph.edges:
        if edge.target in ends and (edge.target, edge.port) not in doors:
            raise GraphError(edge.target, f"has no input {edge.port + 1}, but a wire from {edge.source} leads there")
        source = ends.get(edge.source, edge.source)
        for target, port in doors.get((edge.target, edge.port), [(edge.target, edge.port)]):
            edges.append(Edge(source, target, port))
    _check_size(len(nodes), len(edges), next(reversed(ends), ""))
    _check_unique(nodes)
    return Graph(tuple(nodes), tuple(edges))


def _check_size(nodes: int, edges: int, place: str = "") -> None:
    """Raise if a network of so many layers and wires is too large."""
    if nodes > MAX_NODES:
        raise GraphError(place, f"makes the network larger than {MAX_NODES} layers")
    if edges > MAX_EDGES:
        raise GraphError(place, f"makes the network larger than {MAX_EDGES} wires")


def _check_unique(nodes: Iterable[Node]) -> None:
    seen: set[str] = set()
    for node in nodes:
        if node.id in seen:
            raise DuplicateId(node.id, "is the id of two layers once the blocks are expanded")
        seen.add(node.id)


@dataclass(frozen=True)
class _Inner:
    """The layers of one use; `doors` are, for each port, the ports of layers behind it."""

    graph: Graph
    doors: list[list[tuple[str, int]]]
    result: str


def _repeated(node: Node, use: BlockUse, blocks: Mapping[str, Block], outer: tuple[str, ...]) -> _Inner:
    block = blocks.get(use.block)
    if block is None:
        raise MissingNode("", f"uses the block {use.block or '?'}, which this experiment does not have")
    if use.block in outer:
        raise GraphError("", f"uses the block {use.block} inside itself")
    if len(outer) >= MAX_DEPTH:
        raise GraphError("", f"lies in more than {MAX_DEPTH} blocks, one inside the other")
    return _chained(node, use, _expand(configured(block, use), blocks, (*outer, use.block)))


def one_level(node: Node, use: BlockUse, block: Block) -> tuple[Graph, list[list[tuple[str, int]]], str]:
    """The layers that a use stands for, the ports behind each of its inputs, and the node that gives its result.

    Uses of other blocks inside it stay what they are.

    Raises:
        SpecError: the block has no layers, several results or cannot take the use's settings.
    """
    inner = _chained(node, use, configured(block, use))
    return inner.graph, inner.doors, inner.result


def _chained(node: Node, use: BlockUse, flat: Graph) -> _Inner:
    """The repetitions of a block one after another."""
    result = Block(flat).result()
    if result.layer.name == INPUT:
        raise GraphError("", f"uses the block {use.block}, which has no layers")
    inputs = sum(n.layer.name == INPUT for n in flat.nodes)
    _check_size(use.repeat * (len(flat.nodes) - inputs), use.repeat * len(flat.edges))  # before they are made
    copies = [_copy(node, flat, number) for number in range(1, use.repeat + 1)]
    ports = [n.id for n in flat.nodes if n.layer.name == INPUT]
    nodes = [inner for copy in copies for inner in copy.nodes]
    edges = [edge for copy in copies for edge in copy.edges]
    doors: list[list[tuple[str, int]]] = [[] for _ in ports]
    for number in range(1, use.repeat + 1):
        for port, name in enumerate(ports):
            behind = [(inner_id(node.id, e.target, number), e.port) for e in flat.out_of(name)]
            if port == 0 and number > 1:
                before = inner_id(node.id, result.id, number - 1)
                edges += [Edge(before, target, at) for target, at in behind]
            else:
                doors[port] += behind
    last = inner_id(node.id, result.id, use.repeat)
    if node.activation is not None:
        nodes.append(Node(inner_id(node.id, "activation"), node.activation))
        edges.append(Edge(last, nodes[-1].id))
        last = nodes[-1].id
    return _Inner(Graph(tuple(nodes), tuple(edges)), doors, last)


def _copy(use: Node, flat: Graph, number: int) -> Graph:
    """One repetition without its Input nodes."""
    kept = {n.id for n in flat.nodes if n.layer.name != INPUT}
    return Graph(
        tuple(
            replace(
                n,
                id=inner_id(use.id, n.id, number),
                lr_factor=n.lr_factor * use.lr_factor,
                initializer=n.initializer or use.initializer,
                regularizers=_both(n.regularizers, use.regularizers),
                position=None,
            )
            for n in flat.nodes
            if n.id in kept
        ),
        tuple(
            Edge(inner_id(use.id, e.source, number), inner_id(use.id, e.target, number), e.port)
            for e in flat.edges
            if e.source in kept
        ),
    )


def _both(own: tuple[Entry, ...], outer: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The regularisers of a layer of a block, and those of the block's use of which it has none of the kind."""
    kinds = {item.name for item in own}
    return (*own, *(item for item in outer if item.name not in kinds)) if outer else own


def inner_id(use: str, node: str, number: int = 1) -> str:
    """The id, after expansion, of a block's node in one repetition (from 1) of a use."""
    return JOINT.join([use, node] if number == 1 else [use, str(number), node])


def inside(use: str, node_id: str) -> bool:
    """Whether an expanded node lies in a use."""
    return node_id.startswith(use + JOINT)


def shown_as(node_id: str, known: Iterable[str]) -> str:
    """The node among `known` that stands for an expanded node: itself, its place in the first repetition or its use."""
    ids = known if isinstance(known, set | frozenset | dict) else set(known)
    if node_id in ids:
        return node_id
    parts = [part for part in node_id.split(JOINT) if not part.isdecimal()]
    while parts:
        if (name := JOINT.join(parts)) in ids:
            return name
        parts.pop()
    return ""


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


def uses(graph: Graph, blocks: Mapping[str, Block], outer: str = "") -> Iterator[tuple[str, Node, BlockUse]]:
    """Every use of a block in a graph and, in their first repetition, within other blocks, by its expanded id."""
    for node, use in used_blocks(graph):
        path = inner_id(outer, node.id) if outer else node.id
        yield path, node, use
        if use.block in blocks:
            yield from uses(blocks[use.block].graph, blocks, path)


def outcome(path: str, node: Node, use: BlockUse, blocks: Mapping[str, Block]) -> str:
    """The id, after expansion, of the node that gives the result of a use."""
    if node.activation is not None:
        return inner_id(path, "activation")
    end = blocks[use.block].result()
    last = inner_id(path, end.id, use.repeat)
    return outcome(last, end, end.layer, blocks) if isinstance(end.layer, BlockUse) else last
