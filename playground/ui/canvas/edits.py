"""What a gesture on the canvas does to a network, as pure functions of the graph and the places of its cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from playground.spec import graph as graphs
from playground.spec import rewiring
from playground.spec.entry import Entry, fields_of, make
from playground.spec.errors import GraphError, ParamError, PortTaken
from playground.spec.graph import Edge, Graph, Node
from playground.spec.surgery import Surgery
from playground.ui.canvas.arrange.arranging import Point as Point
from playground.ui.canvas.arrange.arranging import Size as Size
from playground.ui.canvas.arrange.arranging import exchanged

SIZE_FIELDS = ("out_features", "out_channels", "hidden_size")
GAP = 64.0
"""Free space between the cards of two layers."""
OFFSET = (40.0, 40.0)
SNAP = 4.0


def snapped(point: Point) -> Point:
    """The nearest place on the grid that cards keep to."""
    return round(point[0] / SNAP) * SNAP, round(point[1] / SNAP) * SNAP


def size_field(layer: Entry) -> str:
    """The field that says how many units a layer has, or "" when it has none."""
    known = fields_of(type(layer))
    return next((name for name in SIZE_FIELDS if name in known), "")


def output_id(graph: Graph) -> str:
    """The node whose output is the network's: the only Output, else the only sink; "" when that is not clear."""
    found = [node for node in graph.nodes if node.layer.name == "Output"] or graph.sinks()
    return found[0].id if len(found) == 1 else ""


def new_node(graph: Graph, layer: Entry, near: str = "", position: Point | None = None) -> Node:
    """A node for `layer` with a fresh id; a layer that always bends takes the activation of neighbours, else tanh."""
    activation = _neighbour_activation(graph, near) if getattr(layer, "bends", "") == "always" else None
    return Node(graph.fresh_id(layer.name), layer, activation, position=position and snapped(position))


def _neighbour_activation(graph: Graph, near: str) -> Entry:
    nodes = [graph.node(near), *graph.nodes] if near in graph else list(graph.nodes)
    for node in nodes:
        if node.activation is not None and node.activation.name != "Identity":
            return node.activation
    return make("layer", {"entry": "Tanh"})


def insert_on(
    graph: Graph, edge: Edge, node: Node, places: Mapping[str, Point], sizes: Mapping[str, Size], size: Size
) -> Graph:
    """Put `node` in the middle of an edge; where cards stand by hand, it gets room between its neighbours.

    Raises:
        GraphError: the layer takes no input, or there is no such edge.
    """
    if graphs.ports(node) == 0:
        raise PortTaken(node.id, "takes no input, so it cannot stand in the middle of an edge")
    graph, place = _placed_between(graph, edge, places, sizes, size)
    return graphs.insert(graph, edge, replace(node, position=place))


def moved_onto(graph: Graph, node_id: str, edge: Edge, places: Mapping[str, Point], sizes: Mapping[str, Size]) -> Graph:
    """Take a card out of its chain and put it in the middle of an edge; see `insert_on` for the room.

    Raises:
        GraphError: it cannot stand there.
    """
    graph = rewiring.moved_onto(graph, node_id, edge)
    graph, place = _placed_between(graph, edge, places, sizes, sizes[node_id])
    return graphs.change(graph, replace(graph.node(node_id), position=place))


def _placed_between(
    graph: Graph, edge: Edge, places: Mapping[str, Point], sizes: Mapping[str, Size], size: Size
) -> tuple[Graph, Point | None]:
    if graph.node(edge.source).position is None or graph.node(edge.target).position is None:
        return graph, None
    return _make_room(graph, edge, places, sizes, size)


def moved_in_chain(
    graph: Graph, node_id: str, step: int, places: Mapping[str, Point], sizes: Mapping[str, Size]
) -> Graph:
    """Move a node past its neighbours; cards placed by hand exchange places with it.

    Raises:
        GraphError: there is no neighbour, or the place is not free for it.
    """
    here, way = dict(places), 1 if step > 0 else -1
    for _ in range(abs(step)):
        grown = rewiring.moved_in_chain(graph, node_id, way)
        passed = graph.out_of(node_id)[0].target if step > 0 else graph.into(node_id)[0].source
        if grown.node(node_id).position is not None and grown.node(passed).position is not None:
            swapped = exchanged(node_id, passed, here, sizes)
            here |= swapped
            grown = moved(grown, swapped)
        graph = grown
    return graph


def _make_room(
    graph: Graph, edge: Edge, places: Mapping[str, Point], sizes: Mapping[str, Size], size: Size
) -> tuple[Graph, Point]:
    """A place between two cards; those ahead of it move on as far as it needs, along the way that the edge goes."""
    here, room = places[edge.source], sizes[edge.source]
    there, end = places[edge.target], sizes[edge.target]
    gaps = [there[axis] - here[axis] - room[axis] for axis in (0, 1)]
    axis = 0 if gaps[0] >= gaps[1] else 1
    start = here[axis] + room[axis] + GAP
    shift = start + size[axis] + GAP - there[axis]
    if there[axis] > here[axis] and shift > 0:
        ahead = [n for n in graph.nodes if n.position is not None and places[n.id][axis] >= there[axis]]
        graph = moved(graph, {n.id: _along(places[n.id], axis, places[n.id][axis] + shift) for n in ahead})
    elif shift <= 0:
        start = (here[axis] + room[axis] + there[axis] - size[axis]) / 2
    across = 1 - axis
    middle = (here[across] + room[across] / 2 + there[across] + end[across] / 2) / 2
    place = (start, middle - size[1] / 2) if axis == 0 else (middle - size[0] / 2, start)
    return graph, snapped(place)


def _along(place: Point, axis: int, value: float) -> Point:
    return (value, place[1]) if axis == 0 else (place[0], value)


def append(graph: Graph, source: str, node: Node) -> Graph:
    """Put `node` behind `source` and wire it; it takes over whatever took the source's output.

    Raises:
        GraphError: the layer takes no input.
    """
    after = graph.out_of(source)
    for edge in after:
        graph = graphs.disconnect(graph, edge)
    graph = graphs.connect(graphs.add(graph, node), source, node.id)
    for edge in after:
        graph = graphs.connect(graph, node.id, edge.target, edge.port)
    return graph


def branched(graph: Graph, source: str, node: Node) -> Graph:
    """Put `node` behind `source` as the start of a branch: what took the source's output still does.

    Raises:
        GraphError: the layer takes no input.
    """
    return graphs.connect(graphs.add(graph, node), source, node.id)


def fed(graph: Graph, target: str, port: int, node: Node) -> Graph:
    """Put `node` before an input port.

    Raises:
        GraphError: the edge may not be.
    """
    return wired(graphs.add(graph, node), node.id, target, port)


def edge_into(graph: Graph, target: str, port: int) -> Edge | None:
    """The edge that ends at a port."""
    return next((edge for edge in graph.into(target) if edge.port == port), None)


def wired(graph: Graph, source: str, target: str, port: int, instead: Edge | None = None) -> Graph:
    """Connect two nodes; an edge that already ends at that port makes way, and so does `instead`.

    Raises:
        GraphError: the edge may not be.
    """
    taken = edge_into(graph, target, port)
    if taken is not None and taken.source == source and instead in (taken, None):
        return graph
    for edge in filter(None, {taken, instead}):
        graph = graphs.disconnect(graph, edge)
    return graphs.connect(graph, source, target, port)


def port_for(graph: Graph, source: str, target: str, near: int) -> int:
    """The port that a wire let go on a card takes: the first free one that fits, else the one nearest to it."""
    ports = range(port_count(graph, graph.node(target)))
    free = (port for port in ports if edge_into(graph, target, port) is None)
    return next((port for port in free if graphs.check_connect(graph, source, target, port) is None), near)


def refusal(graph: Graph, source: str, target: str, port: int) -> GraphError | None:
    """Why `wired` would refuse, or None when it would not."""
    taken = edge_into(graph, target, port)
    return graphs.check_connect(graphs.disconnect(graph, taken) if taken else graph, source, target, port)


def port_count(graph: Graph, node: Node) -> int:
    """How many input ports a card shows; a layer with any number of inputs always offers one more."""
    limit = graphs.ports(node)
    if limit is not None:
        return limit
    return max([2, *(edge.port + 2 for edge in graph.into(node.id))])


def moved(graph: Graph, places: Mapping[str, Point]) -> Graph:
    """Put nodes at places."""
    return replace(graph, nodes=tuple(replace(n, position=places[n.id]) if n.id in places else n for n in graph.nodes))


def tidied(graph: Graph) -> Graph:
    """Leave the place of every node to the automatic layout."""
    if all(node.position is None for node in graph.nodes):
        return graph
    return replace(graph, nodes=tuple(replace(node, position=None) for node in graph.nodes))


def without(graph: Graph, ids: Iterable[str], edges: Iterable[Edge], bypass: bool = True) -> Graph:
    """Remove edges, and nodes; with `bypass` their first input is wired on to their outputs."""
    for edge in edges:
        graph = graphs.disconnect(graph, edge)
    return graphs.remove(graph, ids, bypass)


def replaced(graph: Graph, node_id: str, layer: Entry) -> Graph:
    """Put another layer in the place of a node; id, name, position and all edges that it has ports for stay.

    A parameter of the same name keeps its value, and so does the number of units whatever it is called.
    """
    old = graph.node(node_id)
    activation = old.activation if size_field(layer) else None
    node = replace(old, layer=_with_values_of(old.layer, layer), activation=activation, surgery=Surgery())
    limit = graphs.ports(node)
    kept = [e for e in graph.edges if e.target != node_id or limit is None or e.port < limit]
    return graphs.change(replace(graph, edges=tuple(kept)), node)


def _with_values_of(old: Entry, new: Entry) -> Entry:
    values = dict(old.values())
    if size_field(old) and size_field(new):
        values[size_field(new)] = values[size_field(old)]
    for name in fields_of(type(new)):
        if name in values:
            try:
                new = new.with_values(**{name: values[name]})
            except ParamError:
                continue  # the same word with another meaning
    return new


def overlap(place: Point, size: Size, other: Point, room: Size) -> bool:
    """Whether two cards, given by top-left corner and size, lie over each other."""
    return (
        place[0] < other[0] + room[0]
        and other[0] < place[0] + size[0]
        and place[1] < other[1] + room[1]
        and other[1] < place[1] + size[1]
    )


def resized(graph: Graph, node_id: str, change: int) -> Graph:
    """Give a layer more or fewer units; the graph comes back as it was when the layer cannot have that many."""
    node = graph.node(node_id)
    field = size_field(node.layer)
    if not field:
        return graph
    try:
        layer = node.layer.with_values(**{field: getattr(node.layer, field) + change})
    except ParamError:
        return graph
    return graphs.change(graph, replace(node, layer=layer))
