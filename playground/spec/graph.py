"""Graphs of layers: frozen values, edited by pure functions."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from playground.spec.entry import Entry
from playground.spec.errors import CycleError, DuplicateId, GraphError, MissingNode, PortTaken
from playground.spec.surgery import NONE, Surgery

MAX_NODES = 2_000
MAX_EDGES = 10_000


@dataclass(frozen=True)
class Node:
    """One layer of a network.

    `activation` follows the layer; `initializer` overrides the network-wide one; `lr_factor` multiplies the learning
    rate of this layer (0 freezes it); `position` is the place on the canvas in pixels, or None for automatic layout;
    `surgery` is what was done by hand to its units and weights. Each of the `regularizers` stands in place of the
    network-wide ones of its kind; one whose values make it do nothing switches these off for this layer.
    `shares` is the id of a node of the same network from which it takes its parameters, or "".
    """

    id: str
    layer: Entry
    activation: Entry | None = None
    initializer: Entry | None = None
    lr_factor: float = 1.0
    name: str = ""
    position: tuple[float, float] | None = None
    surgery: Surgery = NONE
    regularizers: tuple[Entry, ...] = ()
    shares: str = ""

    @property
    def label(self) -> str:
        """What the card shows: the person's own name, or the layer's title."""
        return self.name or getattr(self.layer, "title", self.layer.name)


@dataclass(frozen=True, order=True)
class Edge:
    """A tensor that flows from one node to an input port of another."""

    source: str
    target: str
    port: int = 0


def valid_id(text: str) -> bool:
    """Whether `text` may be a node's id: it becomes an attribute of a PyTorch module."""
    return text.isidentifier() and text.isascii() and not keyword.iskeyword(text) and len(text) <= 64


@dataclass(frozen=True)
class Graph:
    """A directed acyclic graph of nodes; the order of `nodes` is the order in which they were added."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _into(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {node.id: [] for node in self.nodes}
        for edge in sorted(self.edges, key=lambda e: (e.target, e.port)):
            found.setdefault(edge.target, []).append(edge)
        return found

    @cached_property
    def _out_of(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            found.setdefault(edge.source, []).append(edge)
        return found

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._by_id

    def node(self, node_id: str) -> Node:
        """The node of that id.

        Raises:
            MissingNode: there is none.
        """
        try:
            return self._by_id[node_id]
        except KeyError:
            raise MissingNode(node_id, "is no node of this network") from None

    def into(self, node_id: str) -> list[Edge]:
        """Edges that end at a node, by port."""
        return list(self._into.get(node_id, ()))

    def out_of(self, node_id: str) -> list[Edge]:
        """Edges that start at a node."""
        return list(self._out_of.get(node_id, ()))

    def sinks(self) -> list[Node]:
        """Nodes whose output nobody takes."""
        return [node for node in self.nodes if not self._out_of[node.id]]

    def order(self) -> list[Node]:
        """Nodes such that each comes after its inputs; ties in order of addition.

        Raises:
            CycleError: the graph has a circle.
        """
        waiting = {node.id: len(self._into[node.id]) for node in self.nodes}
        ready = [node.id for node in self.nodes if not waiting[node.id]]
        done: list[Node] = []
        for node_id in ready:
            done.append(self._by_id[node_id])
            for edge in self._out_of[node_id]:
                waiting[edge.target] -= 1
                if not waiting[edge.target]:
                    ready.append(edge.target)
        if len(done) < len(self.nodes):
            stuck = next(node.id for node in self.nodes if waiting[node.id] > 0)
            raise CycleError(stuck, "is part of a circle; a network must flow one way")
        return done

    def reaches(self, start: str, goal: str) -> bool:
        """Whether a path leads from `start` to `goal`."""
        seen: set[str] = set()
        stack = [start]
        while stack:
            here = stack.pop()
            if here == goal:
                return True
            if here not in seen:
                seen.add(here)
                stack.extend(edge.target for edge in self._out_of.get(here, ()))
        return False

    def refuses(self, _source: str, _target: str) -> GraphError | None:
        """Why an edge may not be, besides what holds of all graphs; see `playground.spec.opened`."""
        return None

    def fresh_id(self, stem: str) -> str:
        """An id that no node has yet: the stem in lower case and a number."""
        base = _stem(stem)
        number = 1
        while f"{base}{number}" in self._by_id:
            number += 1
        return f"{base}{number}"


def _stem(wish: str) -> str:
    base = "".join(ch if ch.isascii() and ch.isalnum() else "_" for ch in wish.lower()).strip("_") or "node"
    return base if base[0].isalpha() else f"n{base}"


def fresh(wish: str, taken: Collection[str]) -> str:
    """The wished id, or one like it, that no node has and that no expanded node begins with."""
    begun = {name.partition("__")[0] for name in taken}
    if valid_id(wish) and wish not in begun and "__" not in wish:
        return wish
    base, number = _stem(wish.rstrip("0123456789").replace("__", "_"))[:56], 1
    while f"{base}{number}" in begun or not valid_id(f"{base}{number}"):
        number += 1
    return f"{base}{number}"


def check(graph: Graph) -> None:
    """Raise the first thing that makes a graph invalid: limits, ids, edges, ports, circles."""
    if len(graph.nodes) > MAX_NODES:
        raise GraphError("", f"has {len(graph.nodes)} nodes; at most {MAX_NODES} are allowed")
    if len(graph.edges) > MAX_EDGES:
        raise GraphError("", f"has {len(graph.edges)} edges; at most {MAX_EDGES} are allowed")
    seen: set[str] = set()
    for node in graph.nodes:
        if not valid_id(node.id):
            raise GraphError(node.id, "is no valid id: use letters, digits and _, not starting with a digit")
        if node.id in seen:
            raise DuplicateId(node.id, "is the id of two nodes")
        seen.add(node.id)
    taken: set[tuple[str, int]] = set()
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            if end not in seen:
                raise MissingNode(end, f"is no node, but the edge {edge.source} → {edge.target} names it")
        if (edge.target, edge.port) in taken:
            raise PortTaken(edge.target, f"has two edges into port {edge.port}")
        taken.add((edge.target, edge.port))
    graph.order()


def ports(node: Node) -> int | None:
    """How many inputs a node takes; None for any number."""
    return getattr(node.layer, "inputs", None)


def check_connect(graph: Graph, source: str, target: str, port: int = 0) -> GraphError | None:
    """Why an edge may not be added, or None when it may; the canvas asks this while a wire is dragged."""
    if source not in graph or target not in graph:
        return MissingNode(source if source not in graph else target, "is no node of this network")
    if len(graph.edges) >= MAX_EDGES:
        return GraphError("", f"already has {MAX_EDGES} edges, the most that are allowed")
    if source == target or graph.reaches(target, source):
        return CycleError(target, "would feed itself; a network must flow one way")
    limit = ports(graph.node(target))
    if limit == 0:
        return PortTaken(target, "takes no input")
    if limit is not None and port >= limit:
        return PortTaken(target, f"has {limit} input{'s' if limit > 1 else ''}")
    if any(edge.port == port for edge in graph.into(target)):
        return PortTaken(target, "has an input already; delete that edge first, or use Add or Concat")
    if any(edge.source == source for edge in graph.into(target)) and limit != 1:
        return PortTaken(target, "has an edge from there already")
    return graph.refuses(source, target)


def connect(graph: Graph, source: str, target: str, port: int = 0) -> Graph:
    """Add an edge, or raise why it may not be."""
    error = check_connect(graph, source, target, port)
    if error:
        raise error
    return replace(graph, edges=(*graph.edges, Edge(source, target, port)))


def disconnect(graph: Graph, edge: Edge) -> Graph:
    """Remove an edge."""
    return replace(graph, edges=tuple(e for e in graph.edges if e != edge))


def add(graph: Graph, node: Node) -> Graph:
    """Add a node without edges."""
    if node.id in graph:
        raise DuplicateId(node.id, "is the id of a node already")
    if not valid_id(node.id):
        raise GraphError(node.id, "is no valid id: use letters, digits and _, not starting with a digit")
    if len(graph.nodes) >= MAX_NODES:
        raise GraphError("", f"already has {MAX_NODES} nodes, the most that are allowed")
    return replace(graph, nodes=(*graph.nodes, node))


def change(graph: Graph, node: Node) -> Graph:
    """Put `node` in the place of the node with its id."""
    graph.node(node.id)
    return replace(graph, nodes=tuple(node if n.id == node.id else n for n in graph.nodes))


def insert(graph: Graph, edge: Edge, node: Node) -> Graph:
    """Put a new node in the middle of an edge."""
    if edge not in graph.edges:
        raise MissingNode(f"{edge.source} → {edge.target}", "is no edge of this network")
    grown = add(disconnect(graph, edge), node)
    grown = replace(grown, edges=(*grown.edges, Edge(edge.source, node.id, 0)))
    return replace(grown, edges=(*grown.edges, Edge(node.id, edge.target, edge.port)))


def sharing(node: Node, names: Mapping[str, str]) -> Node:
    """The node with what it shares weights with under another name; names that are not listed stay."""
    owner = names.get(node.shares, node.shares)
    return node if owner == node.shares else replace(node, shares=owner)


def remove(graph: Graph, ids: Iterable[str], bypass: bool = True) -> Graph:
    """Remove nodes; with `bypass` the first input of each is wired on to its outputs where that is allowed.

    What shared weights with one of them has its own again.
    """
    for node_id in ids:
        graph = _remove_one(graph, node_id, bypass)
    return graph


def _remove_one(graph: Graph, node_id: str, bypass: bool) -> Graph:
    graph.node(node_id)
    before, after = graph.into(node_id), graph.out_of(node_id)
    kept = replace(
        graph,
        nodes=tuple(sharing(n, {node_id: ""}) for n in graph.nodes if n.id != node_id),
        edges=tuple(e for e in graph.edges if node_id not in (e.source, e.target)),
    )
    if bypass and before:
        for edge in after:
            if check_connect(kept, before[0].source, edge.target, edge.port) is None:
                kept = connect(kept, before[0].source, edge.target, edge.port)
    return kept


def duplicate(graph: Graph, ids: Iterable[str], offset: tuple[float, float] = (40.0, 40.0)) -> tuple[Graph, list[str]]:
    """Copy nodes and the edges among them; return the new graph and the ids of the copies.

    A copy shares weights with the copy of what its original shares them with, or with that itself where it stays alone.
    """
    chosen = list(ids)
    renamed: dict[str, str] = {}
    for old in chosen:
        node = graph.node(old)
        new = graph.fresh_id(old.rstrip("0123456789"))
        place = node.position and (node.position[0] + offset[0], node.position[1] + offset[1])
        graph = add(graph, replace(node, id=new, position=place))
        renamed[old] = new
    made = set(renamed.values())
    nodes = tuple(sharing(n, renamed) if n.id in made else n for n in graph.nodes)
    copies = tuple(
        Edge(renamed[e.source], renamed[e.target], e.port)
        for e in graph.edges
        if e.source in renamed and e.target in renamed
    )
    return replace(graph, nodes=nodes, edges=(*graph.edges, *copies)), [renamed[old] for old in chosen]


def free_port(graph: Graph, target: str) -> int:
    """The lowest input port of a node that has no edge yet."""
    taken = {edge.port for edge in graph.into(target)}
    port = 0
    while port in taken:
        port += 1
    return port


def chain(*nodes: Node) -> Graph:
    """A graph of nodes one after another."""
    return Graph(tuple(nodes), tuple(Edge(a.id, b.id) for a, b in pairwise(nodes)))
