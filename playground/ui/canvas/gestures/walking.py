"""Which card an arrow key leads to: along the edges first, then to siblings, then to whatever lies that way."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF

from playground.spec.graph import Graph
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.scene import CanvasScene

WAYS = {"Left": QPointF(-1, 0), "Right": QPointF(1, 0), "Up": QPointF(0, -1), "Down": QPointF(0, 1)}
SIDEWAYS = 2.5
"""How much worse a card to the side is than one straight ahead."""


def along(item: NodeItem, way: QPointF) -> int:
    """Whether a direction goes with the flow (1), against it (−1) or across it (0), as the card's output port lies."""
    out = item.out_port() - item.card_rect().center()
    flow = QPointF(0, 1) if abs(out.y()) > abs(out.x()) else QPointF(1, 0)
    return round(QPointF.dotProduct(flow, way))


def next_card(scene: CanvasScene, here: str, way: QPointF, without: Collection[str] = ()) -> str:
    """The card that an arrow key leads to from `here`, "" for none."""
    sense, graph = along(scene.nodes[here], way), scene.graph
    linked = _linked(graph, here, sense) if sense else _siblings(graph, here)
    linked = linked - set(without)
    if sense and linked:
        return _nearest(scene, here, way, linked, only_ahead=False)
    return _nearest(scene, here, way, linked) or _nearest(scene, here, way, set(scene.nodes) - {here, *without})


def _linked(graph: Graph, here: str, sense: int) -> set[str]:
    if sense > 0:
        return {edge.target for edge in graph.out_of(here)}
    return {edge.source for edge in graph.into(here)}


def _siblings(graph: Graph, here: str) -> set[str]:
    """Nodes that share an input or a target with this one."""
    beside = {edge.target for into in graph.into(here) for edge in graph.out_of(into.source)}
    beside |= {edge.source for out in graph.out_of(here) for edge in graph.into(out.target)}
    return beside - {here}


def _nearest(scene: CanvasScene, here: str, way: QPointF, among: Collection[str], only_ahead: bool = True) -> str:
    start = scene.nodes[here].card_rect().center()
    best, cost = "", float("inf")
    for node_id in sorted(among):
        gap = scene.nodes[node_id].card_rect().center() - start
        ahead = QPointF.dotProduct(gap, way)
        aside = abs(gap.x() * way.y()) + abs(gap.y() * way.x())
        price = (abs(ahead) if not only_ahead else ahead) + SIDEWAYS * aside
        if (ahead > 1 or not only_ahead) and price < cost:
            best, cost = node_id, price
    return best
