"""Wiring by name: the targets that a layer may feed, with the reason for those that it may not, and its edges."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas import edits
from playground.ui.canvas.commands import CanvasCommands, sentence
from playground.ui.canvas.gestures import spoken
from playground.ui.widgets.choice_model import Choice

translate = QCoreApplication.translate


def targets(commands: CanvasCommands, source: str) -> list[Choice]:
    """A choice for every input port that an edge from `source` may end at: free, taken, impossible ones."""
    graph = commands.graph
    found = [one for node in graph.order() if node.id != source for one in _ports(commands, graph, source, node)]
    return [choice for _, choice in sorted(found, key=lambda one: (not one[1].enabled, one[0]))]


def _ports(commands: CanvasCommands, graph: Graph, source: str, node: Node) -> Iterator[tuple[bool, Choice]]:
    """Choices for the inputs of a node, and whether an edge would have to make way."""
    name, count = spoken.called(node), max(edits.port_count(graph, node), 1)
    reasons = [edits.refusal(graph, source, node.id, port) for port in range(count)]
    if reasons[0] is not None and all(reasons):
        yield False, Choice(f"connect:{node.id}", name, _nothing, note=sentence(graph, reasons[0]), enabled=False)
        return
    for port, reason in enumerate(reasons):
        if reason is None:
            text = spoken.port(node, port, name)
            connect = partial(commands.wire, source, node.id, port)
            done = Edge(source, node.id, port) in graph.edges
            note = translate("links", "Connected already") if done else _instead(graph, node, port)
            taken = edits.edge_into(graph, node.id, port) is not None
            yield taken, Choice(f"connect:{node.id}:{port}", text, connect, note=note, enabled=not done)


def _instead(graph: Graph, node: Node, port: int) -> str:
    taken = next((edge for edge in graph.into(node.id) if edge.port == port), None)
    if taken is None:
        return spoken.kind(node)
    return translate("links", "Takes the place of the edge from {0}").format(spoken.called(graph.node(taken.source)))


def edges(commands: CanvasCommands, node_id: str) -> list[Choice]:
    """A choice for every edge of a layer; taking it removes the edge."""
    graph = commands.graph
    return [
        Choice(f"disconnect:{edge}", spoken.edge(graph, edge), partial(commands.delete, [], [edge]))
        for edge in (*graph.into(node_id), *graph.out_of(node_id))
    ]


def _nothing() -> None:
    """What a choice does that cannot be taken."""
