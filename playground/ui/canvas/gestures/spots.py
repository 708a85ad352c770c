"""Where a card that is dragged would land in the network: on an edge, or past neighbours in its chain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from playground.spec import rewiring
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.scene import CanvasScene

POINTER, CENTRE, WIDE = 14.0, 18.0, 90.0
"""How near the pointer, the card's middle, and the pointer of one who wants to reorder be to an edge, in pixels."""
BAND = 26.0
"""How far aside of its chain a card may be dragged, beside half its breadth, and still be moved along it."""


@dataclass(frozen=True)
class Spot:
    """A place in the network: on `edge`, or `step` neighbours further; `at` and `along` say where the mark stands."""

    at: QPointF
    along: QPointF
    edge: Edge | None = None
    step: int = 0


class Spots:
    """Finds the spots of one card during one drag; the other cards stand still meanwhile."""

    def __init__(self, scene: CanvasScene, node_id: str) -> None:
        self._scene = scene
        self._node = node_id
        self._start = scene.nodes[node_id].card_rect().center()
        self._laid_out = scene.graph.node(node_id).position is None
        self._legal: dict[Edge | int, bool] = {}
        self._ways = {way: _chain(scene.graph, node_id, way) for way in (1, -1)}

    def at(self, pointer: QPointF, zoom: float, reorder: bool) -> Spot | None:
        """The spot for the card where it is now; one who wants to reorder need not aim well."""
        centre = self._scene.nodes[self._node].card_rect().center()
        found = self._on_edge(pointer, POINTER / zoom) or self._on_edge(centre, CENTRE / zoom)
        if found is None and (reorder or self._laid_out):
            found = self._in_chain(centre)
        if found is None and reorder:
            found = self._on_edge(pointer, WIDE / zoom)
        return found

    def _on_edge(self, point: QPointF, reach: float) -> Spot | None:
        edge = self._scene.finder.edge_at(point, reach, apart_from=self._node)
        if edge is None or not self._may(edge, lambda graph: rewiring.moved_onto(graph, self._node, edge)):
            return None
        item = self._scene.edges[edge]
        return Spot(item.middle(), item.target.in_port(edge.port) - item.source.out_port(), edge=edge)

    def _in_chain(self, centre: QPointF) -> Spot | None:
        for way, chain in self._ways.items():
            step = self._passed(chain, centre)
            if step and self._may(
                way * step,
                lambda graph, by=way * step: rewiring.moved_in_chain(graph, self._node, by),  # type: ignore[misc]  # mypy cannot infer a lambda's default
            ):
                return self._mark(way, step, chain)
        return None

    def _passed(self, chain: list[str], centre: QPointF) -> int:
        """How many neighbours in a row the card has been dragged past, measured from middle to middle."""
        passed, before = 0, self._start
        for node_id in chain:
            item = self._scene.nodes[node_id]
            there = item.card_rect().center()
            way = there - before
            length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1.0)
            off = centre - there
            aside = abs(off.x() * way.y() - off.y() * way.x()) / length
            breadth = item.face.height if abs(way.x()) >= abs(way.y()) else item.face.width
            if QPointF.dotProduct(off, way) <= 0 or aside > breadth / 2 + BAND:
                break
            passed, before = passed + 1, there
        return passed

    def _mark(self, way: int, step: int, chain: list[str]) -> Spot:
        last = self._scene.nodes[chain[step - 1]]
        after = self._scene.nodes[chain[step]] if step < len(chain) else None
        start, end = _gap(last, after) if way > 0 else _gap(after, last)
        return Spot((start + end) * 0.5, end - start, step=way * step)

    def _may(self, key: Edge | int, move: Callable[[Graph], Graph]) -> bool:
        if key not in self._legal:
            try:
                self._legal[key] = bool(move(self._scene.graph))
            except GraphError:
                self._legal[key] = False
        return self._legal[key]


def _gap(left: NodeItem | None, right: NodeItem | None) -> tuple[QPointF, QPointF]:
    """From the output of one card to the input of the next; as far beyond the end where there is none."""
    if left is not None and right is not None:
        return left.out_port(), right.in_port(0)
    if left is not None:
        return left.out_port(), left.out_port() + (left.out_port() - left.card_rect().center()) * 0.5
    assert right is not None
    return right.in_port(0) + (right.in_port(0) - right.card_rect().center()) * 0.5, right.in_port(0)


def _chain(graph: Graph, node_id: str, way: int) -> list[str]:
    """The nodes behind a node, or before it, along the first edge of each."""
    found: list[str] = []
    while True:
        edges = graph.out_of(node_id) if way > 0 else graph.into(node_id)
        if not edges:
            return found
        node_id = edges[0].target if way > 0 else edges[0].source
        found.append(node_id)
