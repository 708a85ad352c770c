"""What the changes of a fix do to the graph in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from playground.spec import graph as graphs
from playground.spec.entry import Entry, make
from playground.spec.errors import MissingNode
from playground.spec.graph import Edge, Graph, Node
from playground.spec.surgery import NONE

JSON = dict[str, Any]


# --- changes where the node is defined -----------------------------------------------------------------------------


def _layer(graph: Graph, change: JSON) -> Graph:
    """Another layer in the place of a node; wires to ports that it does not have go."""
    node = replace(graph.node(change["node"]), layer=make("layer", change["layer"]), surgery=NONE)
    limit = graphs.ports(node)
    edges = tuple(e for e in graph.edges if e.target != node.id or limit is None or e.port < limit)
    return graphs.change(replace(graph, edges=edges), node)


def _activation(graph: Graph, change: JSON) -> Graph:
    raw = change["activation"]
    return graphs.change(graph, replace(graph.node(change["node"]), activation=raw and make("layer", raw)))


def _initializer(graph: Graph, change: JSON) -> Graph:
    raw = change["initializer"]
    return graphs.change(graph, replace(graph.node(change["node"]), initializer=raw and make("initializer", raw)))


def _regularizers(graph: Graph, change: JSON) -> Graph:
    items = tuple(make("regularizer", raw) for raw in change["regularizers"])
    return graphs.change(graph, replace(graph.node(change["node"]), regularizers=items))


def _rate(graph: Graph, change: JSON) -> Graph:
    return graphs.change(graph, replace(graph.node(change["node"]), lr_factor=change["lr_factor"]))


def _shares(graph: Graph, change: JSON) -> Graph:
    return graphs.change(graph, replace(graph.node(change["node"]), shares=change["shares"]))


def _edge(graph: Graph, target: str, port: int) -> Edge:
    found = next((edge for edge in graph.into(target) if edge.port == port), None)
    if found is None:
        raise MissingNode(target, f"has no wire into input {port + 1}")
    return found


def _fresh(graph: Graph, layer: Entry) -> Node:
    return Node(graph.fresh_id(layer.name), layer)


def _insert(graph: Graph, change: JSON) -> Graph:
    """Layers one after another on the wire into a port."""
    for raw in change["layers"]:
        node = _fresh(graph, make("layer", raw))
        graph = graphs.insert(graph, _edge(graph, change["node"], change["port"]), node)
    return graph


def _wire(graph: Graph, change: JSON) -> Graph:
    return graphs.connect(graph, change["source"], change["node"], change["port"])


def _cut(graph: Graph, change: JSON) -> Graph:
    return graphs.disconnect(graph, _edge(graph, change["node"], change["port"]))


def _remove(graph: Graph, change: JSON) -> Graph:
    return graphs.remove(graph, [change["node"]])


def _move(graph: Graph, change: JSON) -> Graph:
    """Take a node out of its chain and put it behind another."""
    node = graph.node(change["node"])
    takers = {one.id for one in graph.nodes if one.shares == node.id}
    graph = graphs.remove(graph, [node.id])
    graph = replace(graph, nodes=tuple(replace(n, shares=node.id) if n.id in takers else n for n in graph.nodes))
    for edge in graph.out_of(change["behind"]):
        graph = graphs.disconnect(graph, edge)
        graph = replace(graph, edges=(*graph.edges, Edge(node.id, edge.target, edge.port)))
    return graphs.connect(graphs.add(graph, replace(node, position=None)), change["behind"], node.id)


def _rename(graph: Graph, change: JSON) -> Graph:
    """Another id for a node."""
    old = graph.node(change["node"])
    new = graph.fresh_id(old.layer.name)
    swap = {old.id: new}
    nodes = tuple(graphs.sharing(replace(n, id=swap.get(n.id, n.id)), swap) for n in graph.nodes)
    edges = tuple(Edge(swap.get(e.source, e.source), swap.get(e.target, e.target), e.port) for e in graph.edges)
    return Graph(nodes, edges)


# --- changes of the network itself ---------------------------------------------------------------------------------


def _new(graph: Graph, change: JSON) -> Graph:
    """Layers one after another, wired to nothing else."""
    before = ""
    for raw in change["layers"]:
        node = _fresh(graph, make("layer", raw))
        graph = graphs.add(graph, node)
        graph = graphs.connect(graph, before, node.id) if before else graph
        before = node.id
    return graph


def _append(graph: Graph, change: JSON) -> Graph:
    """Layers behind a node; what took its output still does."""
    before = change["node"]
    for raw in change["layers"]:
        node = _fresh(graph, make("layer", raw))
        graph = graphs.connect(graphs.add(graph, node), before, node.id)
        before = node.id
    return graph


def _feed(graph: Graph, change: JSON) -> Graph:
    """A layer before a free port."""
    node = _fresh(graph, make("layer", change["layer"]))
    return graphs.connect(graphs.add(graph, node), node.id, change["node"], change["port"])


def _join(graph: Graph, change: JSON) -> Graph:
    """A layer of several inputs on the wire into a port, which takes another node's output too."""
    node = _fresh(graph, make("layer", change["layer"]))
    graph = graphs.insert(graph, _edge(graph, change["node"], change["port"]), node)
    return graphs.connect(graph, change["source"], node.id, 1)


def _lead(graph: Graph, change: JSON) -> Graph:
    """Layers one after another on the wires that lead from a source to a node."""
    found = [edge for edge in graph.into(change["node"]) if edge.source == change["source"]]
    if not found:
        raise MissingNode(change["node"], f"has no wire from {change['source']}")
    edge = found[0]
    for raw in change["layers"]:
        node = _fresh(graph, make("layer", raw))
        graph = graphs.insert(graph, edge, node)
        edge = Edge(node.id, edge.target, edge.port)
    return graph


def _follow(graph: Graph, change: JSON) -> Graph:
    """Layers one after another behind a node, before all that took its output."""
    before = change["node"]
    for raw in change["layers"]:
        node = _fresh(graph, make("layer", raw))
        edges = tuple(replace(e, source=node.id) if e.source == before else e for e in graph.edges)
        graph = graphs.connect(graphs.add(replace(graph, edges=edges), node), before, node.id)
        before = node.id
    return graph


def _bypass(graph: Graph, change: JSON) -> Graph:
    """Without a node; what took its output takes what it was given."""
    return graphs.remove(graph, [change["node"]])


def _prune(graph: Graph, change: JSON) -> Graph:
    return graphs.remove(graph, change["nodes"], bypass=False)


INSIDE: Mapping[str, Callable[[Graph, JSON], Graph]] = {
    "layer": _layer,
    "activation": _activation,
    "initializer": _initializer,
    "regularizers": _regularizers,
    "rate": _rate,
    "shares": _shares,
    "insert": _insert,
    "wire": _wire,
    "cut": _cut,
    "remove": _remove,
    "move": _move,
    "rename": _rename,
}
"""Changes made in the graph in which the node is defined: the network's or a block's."""

OUTSIDE: Mapping[str, Callable[[Graph, JSON], Graph]] = {
    "new": _new,
    "append": _append,
    "feed": _feed,
    "join": _join,
    "lead": _lead,
    "follow": _follow,
    "bypass": _bypass,
    "prune": _prune,
}
"""Changes made in the network itself; a node inside a block stands for the block's use."""
