"""A network with some uses of blocks opened in place: one flat graph that is edited like any other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from playground.spec.blocks import INPUT, Block, BlockUse, block_title, configured
from playground.spec.entry import Entry, Shape
from playground.spec.errors import GraphError, SpecError
from playground.spec.expansion import MAX_DEPTH
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node
from playground.spec.inner_ids import inner_id, inside
from playground.spec.placing import Placing


@dataclass(frozen=True)
class Door(Entry):
    """The input of an opened block, where what flows into the use arrives; in the block it is an Input."""

    kind: ClassVar[str] = "layer"
    title: ClassVar[str] = "Input"
    listed: ClassVar[bool] = False
    inputs: ClassVar[int] = 1

    layer: Entry

    def __post_init__(self) -> None:
        """Nothing is checked: the Input was."""

    @property
    def name(self) -> str:
        return INPUT

    def values(self) -> dict[str, Any]:
        return self.layer.values()

    def window(self) -> tuple[float, float] | None:
        """It looks at nothing but what comes in."""
        return 1.0, 1.0

    def fits(self, *_shapes: Shape) -> str:
        """Whatever comes in passes on."""
        return ""


@dataclass(frozen=True)
class Frame:
    """A use that is opened. `path` is its expanded id, `parent` that of the opened use around it, or "".

    `node` is the use as network or block keep it; `members` are the cards inside, also of frames in it; `tail` is the
    card of the activation behind the use, if it has one.
    """

    path: str
    parent: str
    node: Node
    use: BlockUse
    title: str
    members: frozenset[str]
    doors: tuple[str, ...]
    tail: str = ""


@dataclass(frozen=True)
class OpenGraph(Graph):
    """A graph of cards with frames. `homes` are, by card, the path of the innermost frame around it, or ""."""

    homes: Mapping[str, str] = field(default_factory=dict, compare=False)
    frames: Mapping[str, Frame] = field(default_factory=dict, compare=False)

    def refuses(self, source: str, target: str) -> GraphError | None:
        """Why an edge may not cross a frame; cards that are not wired yet may still find their home."""
        out = self.out_of(source)
        if target not in self.homes or source not in self.homes or not (out or self.into(source)):
            return None
        home = self.homes[target]
        door = home and target in self.frames[home].doors
        if not (door or self.into(target) or self.out_of(target)):
            return None
        out = [*out, Edge(source, target)]
        try:
            for edge in out:
                lifted(edge, out, self.homes, self.frames)
        except GraphError as error:
            return error
        return None


def within(path: str, outer: str) -> bool:
    """Whether a frame is another one or lies in it; "" is the network around all."""
    return path == outer or not outer or inside(outer, path)


def local(path: str, card: str) -> str:
    """The id of a card in its network or block."""
    return card[len(inner_id(path, "")) :] if path else card


def lifted(
    edge: Edge, out: Collection[Edge], homes: Mapping[str, str], frames: Mapping[str, Frame]
) -> tuple[str, Edge]:
    """The level, and the edge there, that an edge between cards stands for; `out` are all edges from its source.

    Raises:
        GraphError: it crosses a frame where it may not.
    """
    level, target, port = homes[edge.target], local(homes[edge.target], edge.target), edge.port
    here, source = homes[edge.source], local(homes[edge.source], edge.source)
    door = level and edge.target in frames[level].doors
    if door:
        frame = frames[level]
        if within(here, level):
            raise GraphError(edge.target, f"is an input of {frame.title}: it takes what comes from outside")
        level, target, port = frame.parent, frame.node.id, frame.doors.index(edge.target)
    while here != level and within(here, level):
        frame = frames[here]
        if frame.tail != edge.source and any(stays(other, here, homes, frames) for other in out):
            raise GraphError(edge.source, f"is not the last layer of {frame.title}; only its result leads outside")
        here, source = frame.parent, frame.node.id
    if here != level:
        raise GraphError(edge.target, f"lies inside {frames[level].title}; wire to an input of that block instead")
    return level, Edge(source, target, port)


def stays(edge: Edge, path: str, homes: Mapping[str, str], frames: Mapping[str, Frame]) -> bool:
    """Whether an edge from inside a frame ends inside it."""
    end = homes.get(edge.target)
    return end is not None and within(end, path) and edge.target != frames[path].tail


@dataclass(frozen=True)
class Opened:
    """What the canvas shows of a network: its cards and the frames among them.

    `levels` are, by path, the graphs inside the frames with the settings of their uses, and the network as "".
    """

    graph: Graph
    frames: Mapping[str, Frame] = field(default_factory=dict)
    levels: Mapping[str, Graph] = field(default_factory=dict)
    placing: Placing | None = None

    @property
    def homes(self) -> Mapping[str, str]:
        """The innermost frame around each card, or ""."""
        graph = self.graph
        return graph.homes if isinstance(graph, OpenGraph) else dict.fromkeys((n.id for n in graph.nodes), "")

    @property
    def opens(self) -> dict[str, dict[str, str]]:
        """The opened uses of each level: by node the path of the frame."""
        return opens(self.frames)


def opens(frames: Mapping[str, Frame]) -> dict[str, dict[str, str]]:
    """The opened uses of each level: by node the path of the frame."""
    found: dict[str, dict[str, str]] = {}
    for frame in frames.values():
        found.setdefault(frame.parent, {})[frame.node.id] = frame.path
    return found


def opened(experiment: Experiment, network: str, paths: Collection[str]) -> Opened:
    """The cards of a network in which the uses at some paths (expanded ids) are opened.

    What cannot be opened stays closed: a use that is not there, whose block is missing, empty, in itself or refuses its
    settings.
    """
    graph = experiment.networks[network]
    builder = _Builder(experiment.blocks, paths)
    builder.lay(graph, graph, "", ())
    if not builder.frames:
        return Opened(graph, levels={"": graph})
    placing = Placing(builder.levels, opens(builder.frames))
    nodes = tuple(_at(node, placing.flat.get(node.id)) for node in builder.nodes)
    flat = OpenGraph(nodes, tuple(builder.edges), builder.homes, builder.frames)
    return Opened(flat, builder.frames, builder.levels, placing)


def _at(node: Node, place: tuple[float, float] | None) -> Node:
    return node if node.position == place else replace(node, position=place)


class _Builder:
    """Collects cards, edges and frames, level by level."""

    def __init__(self, blocks: Mapping[str, Block], paths: Collection[str]) -> None:
        self._blocks = blocks
        self._paths = paths
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.homes: dict[str, str] = {}
        self.frames: dict[str, Frame] = {}
        self.levels: dict[str, Graph] = {}

    def lay(self, graph: Graph, kept: Graph, path: str, outer: tuple[str, ...]) -> str:
        """Lay out one level, which network or block keep as `kept`; return the card of its result."""
        self.levels[path] = graph
        exits: dict[str, str] = {}
        doors: dict[str, tuple[str, ...]] = {}
        for node in graph.nodes:
            card = inner_id(path, node.id) if path else node.id
            inner = self._openable(graph, node, outer) if card in self._paths else None
            if inner is None:
                self._card(node, card, path)
                exits[node.id] = card
            else:
                exits[node.id], doors[node.id] = self._open(kept.node(node.id), inner, card, path, outer)
        for edge in graph.edges:
            if edge.target in doors:
                self.edges.append(Edge(exits[edge.source], doors[edge.target][edge.port]))
            else:
                end = inner_id(path, edge.target) if path else edge.target
                self.edges.append(Edge(exits[edge.source], end, edge.port))
        return exits[_result(graph)] if graph.nodes else ""

    def _card(self, node: Node, card: str, path: str) -> None:
        layer = Door(node.layer) if path and node.layer.name == INPUT else node.layer
        owner = inner_id(path, node.shares) if path and node.shares else node.shares
        self.nodes.append(replace(node, id=card, layer=layer, shares=owner) if path else node)
        self.homes[card] = path

    def _openable(self, graph: Graph, node: Node, outer: tuple[str, ...]) -> Graph | None:
        use = node.layer
        block = self._blocks.get(use.block) if isinstance(use, BlockUse) else None
        if block is None or not isinstance(use, BlockUse) or use.block in outer or len(outer) >= MAX_DEPTH:
            return None
        if not block.graph.nodes or any(edge.port >= len(block.inputs) for edge in graph.into(node.id)):
            return None
        try:
            return configured(block, use)
        except SpecError:
            return None

    def _open(
        self, node: Node, inner: Graph, path: str, parent: str, outer: tuple[str, ...]
    ) -> tuple[str, tuple[str, ...]]:
        use = node.layer
        assert isinstance(use, BlockUse)  # for mypy; _openable said so
        block = self._blocks[use.block]
        before = len(self.nodes)
        end = self.lay(inner, block.graph, path, (*outer, use.block))
        doors = tuple(inner_id(path, one.id) for one in block.inputs)
        tail = ""
        if node.activation is not None:
            tail = inner_id(path, "activation")
            self._card(Node("activation", node.activation), tail, path)
            self.edges.append(Edge(end, tail))
            end = tail
        members = frozenset(one.id for one in self.nodes[before:])
        title = node.name or block_title(use.block, block)
        self.frames[path] = Frame(path, parent, node, use, title, members, doors, tail)
        return end, doors


def _result(graph: Graph) -> str:
    """The node that stands for the result: while a person is at work and there are several sinks, the last of them."""
    return graph.sinks()[-1].id
