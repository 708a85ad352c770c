"""What a gesture on the canvas does to a network, as pure functions of the graph and the places of its cards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from playground.spec import graph as graphs
from playground.spec.entry import Entry, fields_of, make
from playground.spec.errors import GraphError, ParamError, PortTaken
from playground.spec.graph import Edge, Graph, Node

Point = tuple[float, float]
Size = tuple[float, float]

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
    """A node for `layer` with a fresh id; a layer with units takes the activation of its neighbours, else tanh."""
    activation = _neighbour_activation(graph, near) if size_field(layer) else None
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
    if graph.node(edge.source).position is not None and graph.node(edge.target).position is not None:
        graph, place = _make_room(graph, edge, places, sizes, size)
        node = replace(node, position=place)
    else:
        node = replace(node, position=None)
    return graphs.insert(graph, edge, node)


def _make_room(
    graph: Graph, edge: Edge, places: Mapping[str, Point], sizes: Mapping[str, Size], size: Size
) -> tuple[Graph, Point]:
    (left, top), (width, height) = places[edge.source], sizes[edge.source]
    right, low = places[edge.target]
    start = left + width + GAP
    shift = start + size[0] + GAP - right
    if right > left and shift > 0:
        ahead = {n.id: (places[n.id][0] + shift, places[n.id][1]) for n in graph.nodes if places[n.id][0] >= right}
        graph = moved(graph, {i: place for i, place in ahead.items() if graph.node(i).position is not None})
    elif shift <= 0:
        start = (left + width + right - size[0]) / 2
    middle = (top + height / 2 + low + sizes[edge.target][1] / 2) / 2
    return graph, snapped((start, middle - size[1] / 2))


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


def wired(graph: Graph, source: str, target: str, port: int) -> Graph:
    """Connect two nodes; an edge that already ends at that port makes way.

    Raises:
        GraphError: the edge may not be.
    """
    taken = next((edge for edge in graph.into(target) if edge.port == port), None)
    if taken is not None and taken.source == source:
        return graph
    return graphs.connect(graphs.disconnect(graph, taken) if taken else graph, source, target, port)


def refusal(graph: Graph, source: str, target: str, port: int) -> GraphError | None:
    """Why `wired` would refuse, or None when it would not."""
    taken = next((edge for edge in graph.into(target) if edge.port == port), None)
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


def without(graph: Graph, ids: Iterable[str], edges: Iterable[Edge]) -> Graph:
    """Remove edges, and nodes with their first input wired on to their outputs."""
    for edge in edges:
        graph = graphs.disconnect(graph, edge)
    return graphs.remove(graph, ids)


def duplicated(
    graph: Graph, ids: Iterable[str], places: Mapping[str, Point], sizes: Mapping[str, Size]
) -> tuple[Graph, list[str]]:
    """Copy nodes to free places below the originals; return the graph and the ids of the copies."""
    chosen = list(ids)
    grown, copies = graphs.duplicate(graph, chosen)
    down = _down_to_free([(places[old], sizes[old]) for old in chosen], places, sizes)
    below = {
        copy: snapped((places[old][0] + OFFSET[0], places[old][1] + down))
        for old, copy in zip(chosen, copies, strict=True)
    }
    return moved(grown, below), copies


def _down_to_free(cards: Sequence[tuple[Point, Size]], places: Mapping[str, Point], sizes: Mapping[str, Size]) -> float:
    """How far below themselves cards must be put to lie over no card."""
    down = OFFSET[1]
    while True:
        lowest = [
            places[other][1] + sizes[other][1] - y
            for (x, y), (width, height) in cards
            for other in places
            if overlap((x + OFFSET[0], y + down), (width, height), places[other], sizes[other])
        ]
        if not lowest:
            return down
        down = max(lowest) + OFFSET[1]


def overlap(place: Point, size: Size, other: Point, room: Size) -> bool:
    """Whether two cards, given by top-left corner and size, lie over each other."""
    return (
        place[0] < other[0] + room[0]
        and other[0] < place[0] + size[0]
        and place[1] < other[1] + room[1]
        and other[1] < place[1] + size[1]
    )


def part(graph: Graph, ids: Collection[str], places: Mapping[str, Point]) -> Graph:
    """Some nodes, at their places, and the edges among them."""
    nodes = tuple(replace(n, position=places.get(n.id, n.position)) for n in graph.nodes if n.id in ids)
    return Graph(nodes, tuple(e for e in graph.edges if e.source in ids and e.target in ids))


def pasted(graph: Graph, clip: Graph, offset: Point) -> tuple[Graph, list[str]]:
    """Add the nodes and edges of `clip` under fresh ids; return the graph and those ids.

    Raises:
        GraphError: the network would have too many nodes.
    """
    renamed: dict[str, str] = {}
    for node in clip.nodes:
        renamed[node.id] = graph.fresh_id(node.id.rstrip("0123456789"))
        place = node.position and snapped((node.position[0] + offset[0], node.position[1] + offset[1]))
        graph = graphs.add(graph, replace(node, id=renamed[node.id], position=place))
    edges = tuple(Edge(renamed[e.source], renamed[e.target], e.port) for e in clip.edges)
    return replace(graph, edges=(*graph.edges, *edges)), list(renamed.values())


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
