"""Ends of networks that answer for each place of a sample, or give several answers, and what makes them fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playground.catalog.kinds import Data, Head
from playground.engine.dryrun import written
from playground.engine.network import OUTPUT
from playground.spec.entry import Entry, Shape
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Graph, Node
from playground.spec.inner_ids import JOINT

IMAGE = 3
"""Axes of an image without the batch."""
PIXELS = "End with a 1 × 1 convolution that has a channel for each class."


def ended(graph: Graph, node: Node, fixes: Sequence[Fix]) -> list[Fix]:
    """The fixes of the end of a network; one that puts another layer in the place of its Output takes away all else.

    Without an Output the end is what nothing follows, and that must be one.
    """
    lost = _lost(graph, node)
    if node.layer.name != OUTPUT or not lost:
        return list(fixes)
    prune: JSON = {"op": "prune", "nodes": lost}
    replaced = [
        any(change["op"] == "layer" and change["layer"]["entry"] != OUTPUT for change in f.changes) for f in fixes
    ]
    return [Fix(f.label, [*f.changes, prune]) if gone else f for f, gone in zip(fixes, replaced, strict=True)]


def _lost(graph: Graph, end: Node) -> list[str]:
    """Nodes that do not lead to the end, but for those in blocks that do."""
    there = {node.id for node in graph.nodes if node.id == end.id or graph.reaches(node.id, end.id)}
    uses = {node_id.partition(JOINT)[0] for node_id in there}
    return [node.id for node in graph.nodes if node.id not in there and node.id.partition(JOINT)[0] not in uses]


def heads_of(data: Entry) -> tuple[Head, ...]:
    """What is to be said of a sample where that are several things."""
    return data.heads if isinstance(data, Data) else ()


def listed(heads: Sequence[Head]) -> str:
    """Heads and how many numbers each gives, in their order: "shape (3) + box (4)"; "" where there are none."""
    return " + ".join(f"{head.name} ({head.outputs})" for head in heads)


def by_pixel(graph: Graph, node: Node, shapes: Mapping[str, Sequence[int] | None], wanted: Shape) -> Iterator[Fix]:
    """What makes a network that gives an image end with `wanted` (K, H, W); `shapes` are those of all nodes."""
    into = graph.into(node.id)
    given = shapes[into[0].source] if len(into) == 1 else None
    shape = shapes[node.id]
    if node.layer.name == OUTPUT and given is not None and len(given) == IMAGE:
        resized = list(_resized(given, wanted))
        insert: list[JSON] = [{"op": "insert", "node": node.id, "port": 0, "layers": resized}] if resized else []
        yield Fix(_words(wanted), [*insert, {"op": "layer", "node": node.id, "layer": _scores(wanted)}])
    elif shape is not None and len(shape) == IMAGE and node.layer.name != OUTPUT:
        if tuple(shape[1:]) == wanted[1:] and node.layer.name == "Conv2d" and node.layer.values()["groups"] == 1:
            values: JSON = {"op": "values", "node": node.id, "values": {"out_channels": wanted[0]}}
            yield Fix(f"Give it {wanted[0]} channels", [values])
        layers = [*_resized(shape, wanted), _scores(wanted)]
        yield Fix(_words(wanted), [{"op": "append", "node": node.id, "layers": layers}])


def _words(wanted: Shape) -> str:
    return f"End with a 1 × 1 convolution of {wanted[0]} channels"


def _scores(wanted: Shape) -> JSON:
    return {"entry": "Conv2d", "out_channels": wanted[0], "kernel_size": 1, "padding": 0}


def _resized(shape: Sequence[int], wanted: Shape) -> Iterator[JSON]:
    """A layer that brings an image to the wanted height and width, where it has others."""
    (_, height, width), (_, tall, wide) = shape, wanted
    if (height, width) == (tall, wide):
        return
    if tall % height == 0 and tall // height * width == wide:
        yield {"entry": "Upsample", "scale_factor": tall // height}
    else:
        yield {"entry": "AdaptiveAvgPool2d", "output_size": [tall, wide]}


def by_step(node: Node, shape: Sequence[int], wanted: Shape) -> Iterator[Fix]:
    """What makes a network that answers at each step end with `wanted` (…, K)."""
    if list(shape[:-1]) != list(wanted[:-1]) or node.layer.name == OUTPUT:
        return
    if node.layer.name == "Linear":
        yield Fix("Make it the Output", [{"op": "layer", "node": node.id, "layer": {"entry": OUTPUT}}])
    yield Fix("Add an Output behind it", [{"op": "append", "node": node.id, "layers": [{"entry": OUTPUT}]}])


def by_head(graph: Graph, node: Node, heads: Sequence[Head]) -> Iterator[Fix]:
    """Linear branches that a Concat joins, one for each head, at the sizes of their heads."""
    branches = [graph.node(edge.source) for edge in sorted(graph.into(node.id), key=lambda edge: edge.port)]
    if node.layer.name != "Concat" or len(branches) != len(heads):
        return
    if all(branch.layer.name == "Linear" for branch in branches) and len({b.id for b in branches}) == len(branches):
        changes: list[JSON] = [
            {"op": "values", "node": branch.id, "values": {"out_features": head.outputs}}
            for branch, head in zip(branches, heads, strict=True)
        ]
        yield Fix(f"Give its branches {' and '.join(written((head.outputs,)) for head in heads)} units", changes)


def order(graph: Graph, node: Node, sizes: Mapping[str, Sequence[int] | None], heads: Sequence[Head]) -> str:
    """What is said of branches whose sizes are those of the heads, but in another order; "" where all is well."""
    if node.layer.name != "Concat":
        return ""
    edges = sorted(graph.into(node.id), key=lambda edge: edge.port)
    given = [(sizes[edge.source] or [0])[-1] for edge in edges]
    wanted = [head.outputs for head in heads]
    if given == wanted or sorted(given) != sorted(wanted):
        return ""
    return f"Its inputs give {' + '.join(map(str, given))} numbers, but the data ask in this order: {listed(heads)}."
