"""Layers folded into blocks, and blocks unfolded into layers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from playground.spec.blocks import INPUT, Block, BlockParameter, BlockUse, block_title
from playground.spec.entry import make
from playground.spec.errors import GraphError, MissingNode
from playground.spec.expansion import one_level
from playground.spec.experiment import Experiment
from playground.spec.graph import Edge, Graph, Node, check, fresh
from playground.spec.inner_ids import inner_id
from playground.spec.opened import Frame, Opened, local, opened
from playground.spec.redefining import with_block_graph

SIZES = ("out_channels", "out_features", "hidden_size")
OUTSIDE = ("Input", "Output")
"""Layers that belong to a network and not to a part of it."""


# --- folding ---------------------------------------------------------------------------------------------------------


def fold(
    experiment: Experiment, network: str, ids: Iterable[str], name: str, paths: Collection[str] = ()
) -> tuple[Experiment, str]:
    """Put a new block in the place of some cards; return the experiment and the card of its use.

    `paths` are the uses that are opened; the cards of a whole frame stand for its use.

    Raises:
        GraphError: the cards are no part that can stand for itself; the place is a card.
    """
    view = opened(experiment, network, paths)
    level, chosen = _one_level(view, set(ids))
    graph = _kept(experiment, network, view, level)
    key = fresh(_key(name), experiment.blocks)
    use, block, around = folded(graph, chosen, key, name)
    experiment = replace(experiment, blocks={**experiment.blocks, key: block})
    return _with_level(experiment, network, view, level, around), inner_id(level, use) if level else use


def _one_level(view: Opened, ids: set[str]) -> tuple[str, list[str]]:
    """The level in which all of some cards lie, and their nodes there."""
    whole = [frame for frame in view.frames.values() if frame.members <= ids]
    inside = {card for frame in whole for card in frame.members}
    outermost = [f for f in whole if not any(f.path in _paths_inside(view, g) for g in whole)]
    found = {(f.parent, f.node.id) for f in outermost}
    found |= {(view.homes[i], local(view.homes[i], i)) for i in ids - inside}
    levels = {level for level, _ in found}
    if len(levels) != 1:
        raise GraphError("", "Choose layers that all lie in the same block")
    level = levels.pop()
    names = {name for _, name in found}
    return level, [node.id for node in view.levels[level].nodes if node.id in names]


def _paths_inside(view: Opened, frame: Frame) -> set[str]:
    return {path for path, other in view.frames.items() if path != frame.path and other.members < frame.members}


def _kept(experiment: Experiment, network: str, view: Opened, level: str) -> Graph:
    return experiment.blocks[view.frames[level].use.block].graph if level else experiment.networks[network]


def _with_level(experiment: Experiment, network: str, view: Opened, level: str, graph: Graph) -> Experiment:
    if level:
        return with_block_graph(experiment, view.frames[level].use.block, graph)
    return replace(experiment, networks={**experiment.networks, network: graph})


def folded(graph: Graph, ids: Collection[str], key: str, title: str = "") -> tuple[str, Block, Graph]:
    """A block made of some nodes, the graph with a use of it in their place, and the use's id.

    Raises:
        GraphError: several of the nodes give results, or layers between them are left out.
    """
    chosen = set(ids)
    for node_id in ids:
        if graph.node(node_id).layer.name in OUTSIDE:
            raise GraphError(node_id, "belongs to the network itself; leave it out of the block")
    if not chosen:
        raise GraphError("", "Choose the layers to fold first")
    _check_sharing(graph, chosen)
    result = _result(graph, chosen)
    doors = list(dict.fromkeys(e.source for e in graph.edges if e.target in chosen and e.source not in chosen))
    if not doors:
        raise GraphError("", "Nothing leads into these layers, so that a block of them would have no input")
    use = fresh(f"{key}1", [node.id for node in graph.nodes])
    around = _around(
        graph, chosen, doors, result, Node(use, BlockUse(key, inputs=len(doors)), position=_corner(graph, chosen))
    )
    check(around)
    inner = _inner(graph, chosen, doors)
    return use, Block(inner, _parameters(inner), title=titled(key, title)), around


def _check_sharing(graph: Graph, chosen: set[str]) -> None:
    for node in graph.nodes:
        if node.shares and (node.id in chosen) != (node.shares in chosen):
            raise GraphError(node.id, f"shares weights with {node.shares}; fold both of them, or do not let it share")


def _result(graph: Graph, chosen: set[str]) -> str:
    outward = list(dict.fromkeys(e.source for e in graph.edges if e.source in chosen and e.target not in chosen))
    ends = [n.id for n in graph.nodes if n.id in chosen and not any(e.target in chosen for e in graph.out_of(n.id))]
    if len(outward) > 1:
        raise GraphError(
            outward[1], "leads outside as well, but a block gives one result; choose the layers behind it too"
        )
    if len(ends) != 1:
        raise GraphError(ends[-1], "is not the only last layer among these, but a block gives one result")
    if outward and outward != ends:
        raise GraphError(outward[0], "is needed outside the block too; only the last layer may be")
    return ends[0]


def _around(graph: Graph, chosen: set[str], doors: list[str], result: str, use: Node) -> Graph:
    nodes = [use if n.id == result else n for n in graph.nodes if n.id not in chosen or n.id == result]
    edges = [Edge(source, use.id, port) for port, source in enumerate(doors)]
    after = [edge for edge in graph.edges if edge.target not in chosen]
    edges += [replace(edge, source=use.id) if edge.source in chosen else edge for edge in after]
    made = Graph(tuple(nodes), tuple(edges))
    if any(made.reaches(use.id, source) for source in doors):
        raise GraphError("", "Layers between the chosen ones are missing; choose these too")
    return made


def _corner(graph: Graph, chosen: set[str]) -> tuple[float, float] | None:
    places = [graph.node(i).position for i in chosen]
    known = [place for place in places if place is not None]
    return (min(x for x, _ in known), min(y for _, y in known)) if len(known) == len(places) else None


def _inner(graph: Graph, chosen: set[str], doors: list[str]) -> Graph:
    taken = set(chosen)
    ports: dict[str, Node] = {}
    for source in doors:
        ports[source] = Node(fresh("x" if not ports else f"x{len(ports) + 1}", taken), make("layer", {"entry": INPUT}))
        taken.add(ports[source].id)
    nodes = (*ports.values(), *(replace(n, position=None) for n in graph.nodes if n.id in chosen))
    edges = tuple(
        replace(e, source=ports[e.source].id) if e.source in ports else e for e in graph.edges if e.target in chosen
    )
    return Graph(nodes, edges)


def _parameters(graph: Graph) -> tuple[BlockParameter, ...]:
    """The number of units as a parameter, where all layers of the block have the same."""
    for name in SIZES:
        sized = {n.id: n.layer.values()[name] for n in graph.nodes if name in n.layer.values()}
        if sized and len(set(sized.values())) == 1:
            targets = {f"{node}.{name}": 1 for node in sized}
            return (BlockParameter(name, next(iter(sized.values())), targets),)
    return ()


def _key(name: str) -> str:
    """The key of a block that people call so."""
    words = "".join(ch if ch.isascii() and ch.isalnum() else "_" for ch in name.strip().lower()).strip("_")
    while "__" in words:
        words = words.replace("__", "_")
    return words[:40] if words and words[0].isalpha() else "block"


def titled(key: str, name: str) -> str:
    """The title to keep for a block that people call `name`: none where its key says it."""
    title = " ".join(name.split())[:80]
    return "" if title == block_title(key, None) else title


# --- unfolding -------------------------------------------------------------------------------------------------------


def unfold(experiment: Experiment, network: str, path: str, paths: Collection[str] = ()) -> Experiment:
    """Put the layers of a use, all repetitions, in its place; expanded they keep their names, and so their weights.

    Raises:
        SpecError: there is no such use, or its block cannot be expanded.
    """
    view = opened(experiment, network, paths)
    level, node, use = find_use(view, path)
    graph = _kept(experiment, network, view, level)
    block = experiment.blocks.get(use.block)
    if block is None:
        raise MissingNode(path, f"uses the block {use.block}, which this experiment does not have")
    inner, doors, result = one_level(node, use, block)
    edges = list(inner.edges)
    for edge in graph.edges:
        edge = replace(edge, source=result) if edge.source == node.id else edge
        behind = doors[edge.port] if edge.target == node.id else [(edge.target, edge.port)]
        edges += [Edge(edge.source, target, port) for target, port in behind]
    at = [n.id for n in graph.nodes].index(node.id)
    nodes = (*graph.nodes[:at], *inner.nodes, *graph.nodes[at + 1 :])
    whole = Graph(tuple(replace(n, position=None) for n in nodes) if node.position else nodes, tuple(edges))
    check(whole)
    return _with_level(experiment, network, view, level, whole)


def find_use(view: Opened, path: str) -> tuple[str, Node, BlockUse]:
    """The level of a use, and the use as it stands there, by the card or the frame that shows it.

    Raises:
        MissingNode: no use is shown there.
    """
    if path in view.frames:
        frame = view.frames[path]
        return frame.parent, frame.node, frame.use
    if path in view.graph:
        level = view.homes[path]
        node = view.levels[level].node(local(level, path))
        if isinstance(node.layer, BlockUse):
            return level, node, node.layer
    raise MissingNode(path, "is no block")


def with_use(experiment: Experiment, network: str, path: str, node: Node, paths: Collection[str] = ()) -> Experiment:
    """Put `node` in the place of the use that a card or frame shows."""
    view = opened(experiment, network, paths)
    level, old, _ = find_use(view, path)
    graph = _kept(experiment, network, view, level)
    nodes = tuple(replace(node, id=old.id) if n.id == old.id else n for n in graph.nodes)
    return _with_level(experiment, network, view, level, replace(graph, nodes=nodes))


def make_single_use_own(experiment: Experiment, network: str, path: str, paths: Collection[str] = ()) -> Experiment:
    """Give one use a copy of its block, so that edits of it leave all others as they are."""
    _, node, use = find_use(opened(experiment, network, paths), path)
    if use.block not in experiment.blocks:
        raise MissingNode(path, f"uses the block {use.block}, which this experiment does not have")
    key = fresh(use.block, experiment.blocks)
    block = experiment.blocks[use.block]
    title = f"{block.title} {key[len(key.rstrip('0123456789')) :]}" if block.title else ""
    experiment = replace(experiment, blocks={**experiment.blocks, key: replace(block, title=title)})
    return with_use(experiment, network, path, replace(node, layer=replace(use, block=key)), paths)
