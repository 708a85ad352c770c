"""Whether anything in a network learns."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.lint.wiring import output_behind
from playground.engine.network import INPUT, output_node
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Graph, Node


def learning(graph: Graph, worked: NetworkPlan) -> Iterator[Diagnostic]:
    """A network in which every layer is frozen, or none has weights; nothing is said of one without layers."""
    shapes = {node.id: node.output_shape for node in worked.nodes}
    sizes = {node.id: node.parameters for node in worked.nodes}
    layers = [node for node in graph.nodes if node.layer.name != INPUT]
    if layers and all(node.lr_factor == 0 for node in layers):
        yield _nothing("Every layer is frozen, so there is nothing to train.", layers)
    elif None in shapes.values() or any(_learns(node, graph) for node in graph.nodes if sizes.get(node.id)):
        return
    elif heavy := [node for node in graph.nodes if sizes.get(node.id) and not node.lr_factor]:
        yield _nothing("Every layer with weights is frozen, so there is nothing to train.", heavy)
    elif layers:
        fixes = [output_behind(node, tuple(shapes.get(node.id) or ())) for node in graph.sinks()[:1]]
        message, hint = "No layer has weights, so there is nothing to train.", "Add a layer that learns."
        yield Diagnostic(message, hint, code="frozen", fixes=fixes)


def _learns(node: Node, graph: Graph) -> bool:
    """Whether a layer may change and what the network gives depends on it."""
    end = output_node(graph)
    return node.lr_factor > 0 and (end is None or graph.reaches(node.id, end.id))


def _nothing(message: str, frozen: list[Node]) -> Diagnostic:
    thaw: list[JSON] = [{"op": "rate", "node": node.id, "lr_factor": 1.0} for node in frozen]
    return Diagnostic(message, "Thaw a layer.", code="frozen", fixes=[Fix("Thaw all layers", thaw)])
