"""What stands between the samples and the first layer that learns, so that it gets a form that it can take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from playground.catalog.kinds import Data
from playground.spec.entry import Entry, Shape, make
from playground.spec.graph import Edge, Graph, Node, change, insert, remove

PASSAGE = ("Embedding", "Flatten", "Reshape", "Transpose", "Permute")
"""Layers that only bring samples into another form."""
FLAT = ("Linear", "Output", "BatchNorm1d")
"""Layers that rather have one row of numbers for each sample, though they may take more."""
FORMS: tuple[Shape, ...] = ((64,), (64, 64), (64, 64, 64))
"""A row, a sequence and an image that are tried."""
ANY = frozenset({1, 2, 3})
FEATURES = 16
"""How long the rows of an Embedding are that is put in."""


@dataclass(frozen=True)
class Wish:
    """How many axes a network takes, and whether a sequence comes with its channels first."""

    axes: frozenset[int] = ANY
    channels_first: bool = False


def entered(graph: Graph, data: Data, soft: bool = False) -> Graph:
    """The network with samples of these data brought into a form that it takes; what fits stays.

    With `soft`, it is given what another network has made as well, so that symbols are quantities to it.

    Images and sequences are laid in a row for dense layers, symbols get an Embedding with a row for each, rows become
    sequences of single numbers for layers that read step by step. Where no way is known all is left as it is.
    """
    if data.parts:
        return graph
    symbols = () if soft else data.symbols
    for start in [node for node in graph.nodes if node.layer.name == "Input"]:
        for edge in graph.out_of(start.id):
            graph = _entered(graph, edge, data, len(symbols))
    return graph


def _entered(graph: Graph, edge: Edge, data: Data, symbols: int) -> Graph:
    passage, head = _passage(graph, edge)
    wish = _wish(graph, head)
    shape = _through(data, [node.layer for node in passage], symbols)
    turned = wish.channels_first and not passage and len(data.sample_shape or ()) == 2
    if shape is not None and len(shape) in wish.axes and not turned:
        return _roomy(graph, passage, symbols)
    bridge = _bridge(data, wish, symbols, _width(passage))
    if bridge is None:
        return graph
    for layer in bridge:
        node = Node(graph.fresh_id(layer.name), layer)
        graph, edge = insert(graph, edge, node), Edge(node.id, edge.target, edge.port)
    return remove(graph, [node.id for node in passage])


def _passage(graph: Graph, edge: Edge) -> tuple[list[Node], Node]:
    """The layers behind an edge that only change the form, and the first node that does more, or ends the network."""
    passage: list[Node] = []
    node = graph.node(edge.target)
    while node.layer.name in PASSAGE and node.activation is None and (out := graph.out_of(node.id)):
        passage.append(node)
        node = graph.node(out[0].target)
        if len(out) > 1:
            break
    return passage, node


def _wish(graph: Graph, head: Node) -> Wish:
    """What the first layer wants that does not take everything; dense layers hand on the form that comes."""
    dense, node = False, head
    while True:
        axes = _axes(node.layer)
        if axes != ANY:
            first = getattr(node.layer, "axes", 0) == 1
            return Wish(frozenset({1}) if 1 in axes else axes, first)
        dense |= node.layer.name in FLAT
        out = graph.out_of(node.id)
        if len(out) != 1 or node.layer.name in PASSAGE:
            return Wish(frozenset({1})) if dense else Wish()
        node = graph.node(out[0].target)


def _axes(layer: Entry) -> frozenset[int]:
    """With how many axes a layer takes samples."""
    fits = getattr(layer, "fits", None)
    if fits is None:
        return ANY
    count = getattr(layer, "inputs", 1) or 1
    return frozenset(len(form) for form in FORMS if not fits(*[form] * count)) or ANY


def _through(data: Data, layers: Sequence[Entry], symbols: int) -> Shape | None:
    """The shape of a sample behind these layers, None where they make no sense of it."""
    shape: Shape | None = data.sample_shape or (1,)
    raw = symbols > 0
    for layer in layers:
        if shape is None or raw != (layer.name == "Embedding"):
            return None
        raw, shape = False, _behind(layer, shape, known=data.sample_shape is not None)
    return None if raw else shape


def _behind(layer: Entry, shape: Shape, known: bool) -> Shape | None:
    values = layer.values()
    if layer.name == "Embedding":
        return (*shape, values["embedding_dim"])
    if layer.name == "Flatten":
        return (math.prod(shape),) if len(shape) > 1 else None  # nothing to lay in a row
    if known and layer.fits(*(shape,)):  # type: ignore[attr-defined]  # a layer
        return None
    if layer.name == "Reshape":
        free = math.prod(shape) // abs(math.prod(values["shape"]))
        return tuple(free if size == -1 else size for size in values["shape"])
    order = list(range(1, len(shape) + 1))
    if layer.name == "Permute":
        order = list(values["dims"])
    else:
        one, other = values["dim0"] - 1, values["dim1"] - 1
        order[one], order[other] = order[other], order[one]
    return tuple(shape[axis - 1] for axis in order)


def _bridge(data: Data, wish: Wish, symbols: int, width: int) -> list[Entry] | None:
    """Layers that bring samples into a form that is wanted; None where no way is known."""
    shape, layers = data.sample_shape or (1,), []
    if symbols:
        layers.append(_layer("Embedding", num_embeddings=symbols, embedding_dim=width))
        shape = (*shape, width)
    if len(shape) in wish.axes:
        turn = wish.channels_first and len(shape) == 2
        return [*layers, *[_layer("Transpose")] * turn]
    if 1 in wish.axes:
        return [*layers, _layer("Flatten")]
    if 2 in wish.axes:
        row = (1, -1) if wish.channels_first else (-1, 1)
        return [*layers, _layer("Reshape", shape=row if len(shape) == 1 else (-1, shape[-1]))]
    if 3 in wish.axes and len(shape) == 2:
        return [*layers, _layer("Reshape", shape=(1, *shape))]
    return None


def _layer(name: str, **values: object) -> Entry:
    return make("layer", {"entry": name, **values})


def _width(passage: Sequence[Node]) -> int:
    """How long the rows of the Embedding are that there was."""
    found = [node.layer.values()["embedding_dim"] for node in passage if node.layer.name == "Embedding"]
    return found[0] if found else FEATURES


def _roomy(graph: Graph, passage: Sequence[Node], symbols: int) -> Graph:
    """The network whose Embedding has a row for each symbol."""
    for node in passage:
        if node.layer.name == "Embedding" and node.layer.values()["num_embeddings"] < symbols:
            wider = node.layer.with_values(num_embeddings=symbols)
            graph = change(graph, replace(node, layer=wider))
    return graph
