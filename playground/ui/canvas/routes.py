"""The ways of the edges on the scene: through the lanes of the layout, or around the cards in their way."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF

from playground.spec.graph import Edge
from playground.ui.canvas.arrange.placement import Placement
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.hits import Finder
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.routing import around, enters


class Routes:
    """Draws edges anew when their cards stand elsewhere, and tells the finder of it."""

    def __init__(
        self,
        nodes: Mapping[str, NodeItem],
        edges: Mapping[Edge, EdgeItem],
        placement: Placement,
        finder: Finder,
    ) -> None:
        self._nodes = nodes
        self._edges = edges
        self._placement = placement
        self._finder = finder
        self._at: dict[str, dict[Edge, None]] = {}

    # --- which edges there are -------------------------------------------------------------------------------------

    def add(self, edge: Edge) -> None:
        """A new edge is there."""
        for end in (edge.source, edge.target):
            self._at.setdefault(end, {})[edge] = None

    def drop(self, edge: Edge) -> None:
        """An edge is gone."""
        for end in (edge.source, edge.target):
            self._at[end].pop(edge, None)
        self._finder.routed([edge])

    def drop_node(self, node_id: str) -> None:
        """A card is gone, and its edges went before it."""
        self._at.pop(node_id, None)

    def at(self, ids: Iterable[str]) -> set[Edge]:
        """The edges that begin or end at these cards."""
        return {edge for node_id in ids for edge in self._at.get(node_id, ())}

    # --- where they run --------------------------------------------------------------------------------------------

    def draw(self, edges: Iterable[Edge], held: Container[str]) -> None:
        """Draw edges anew; `held` are the cards that are being dragged."""
        chosen = set(edges)
        for edge in chosen:
            self._edges[edge].route(self._bends(edge, held))
        self._finder.routed(chosen)

    def _bends(self, edge: Edge, held: Container[str]) -> Sequence[QPointF]:
        """The bends of an edge: those of the layout, shifted with cards that are on their way or dragged."""
        bends = self._placement.bends.get(edge)
        if bends is None or edge.source in held or edge.target in held:
            return self._around(edge)
        places = self._placement.places
        first, last = (self._nodes[i].pos() - QPointF(*places[i]) for i in (edge.source, edge.target))
        if not (first.isNull() and last.isNull()):
            return _shifted(bends, first, last)
        if self._placement.by_hand and len(self._nodes) > len(self._placement.by_hand):
            item = self._edges[edge]
            item.route(bends)
            if any(enters(item.points, box) for box in self._cards(edge, item.boundingRect())):
                return self._around(edge)
        return bends

    def _around(self, edge: Edge) -> Sequence[QPointF]:
        item = self._edges[edge]
        start, end = item.source.out_port(), item.target.in_port(edge.port)
        return around(start, end, lambda box: self._cards(edge, box), self._placement.down) or ()

    def _cards(self, edge: Edge, box: QRectF) -> list[QRectF]:
        """Cards that touch a box, but for the ends of an edge."""
        return self._finder.cards(box, apart_from=(edge.source, edge.target))


def _shifted(bends: Sequence[QPointF], first: QPointF, last: QPointF) -> list[QPointF]:
    """Bends that follow the cards at both ends, each as much as it is near."""
    count = max(len(bends) - 1, 1)
    return [p + first * (1 - n / count) + last * (n / count) for n, p in enumerate(bends)]
