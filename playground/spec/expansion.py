"""Expansion: before anything is computed the nodes of each block are put in the place of its uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from playground.spec.blocks import INPUT, Block, BlockUse, configured, used_blocks
from playground.spec.entry import Entry
from playground.spec.errors import DuplicateId, GraphError, MissingNode, SpecError
from playground.spec.graph import MAX_EDGES, MAX_NODES, Edge, Graph, Node
from playground.spec.inner_ids import inner_id

MAX_DEPTH = 12


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
                shares=inner_id(use.id, n.shares, number) if n.shares else "",
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
