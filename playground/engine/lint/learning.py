"""Whether anything in a network learns."""

from __future__ import annotations

from collections.abc import Iterator

from playground.engine.events import Diagnostic, NetworkPlan
from playground.engine.lint.wiring import output_behind
from playground.engine.network import INPUT
from playground.spec.fixes import JSON, Fix
from playground.spec.graph import Graph, Node


def learning(graph: Graph, worked: NetworkPlan) -> Iterator[Diagnostic]:
    """A network in which every layer is frozen, or none has weights; nothing is said of one without layers."""
    shapes = {node.id: node.output_shape for node in worked.nodes}
    sizes = {node.id: node.parameters for node in worked.nodes}
    layers = [node for node in graph.nodes if node.layer.name != INPUT]
    if layers and all(node.lr_factor == 0 for node in layers):
        yield _nothing("Every layer is frozen, so there is nothing to train.", layers)
    elif None in shapes.values() or any(node.lr_factor and sizes.get(node.id) for node in graph.nodes):
        return
    elif heavy := [node for node in graph.nodes if sizes.get(node.id)]:
        yield _nothing("Every layer with weights is frozen, so there is nothing to train.", heavy)
    elif layers:
        fixes = [output_behind(node, tuple(shapes.get(node.id) or ())) for node in graph.sinks()[:1]]
        message, hint = "No layer has weights, so there is nothing to train.", "Add a layer that learns."
        yield Diagnostic(message, hint, code="frozen", fixes=fixes)


def _nothing(message: str, frozen: list[Node]) -> Diagnostic:
    thaw: list[JSON] = [{"op": "rate", "node": node.id, "lr_factor": 1.0} for node in frozen]
    return Diagnostic(message, "Thaw a layer.", code="frozen", fixes=[Fix("Thaw all layers", thaw)])
