"""Cards on their way: to the places the layout gives them, at once or gliding, or with the hand that drags them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from playground.spec.graph import Edge, Graph
from playground.ui.canvas import edits
from playground.ui.canvas.arrange.placement import Placement
from playground.ui.canvas.arrange.ways import Way
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.frame_item import Frame
from playground.ui.canvas.items.glide import Glide, motion_wanted
from playground.ui.canvas.items.hits import Finder
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.routes import Routes

LEVEL = 2.0
"""Cards whose lines are no further apart than this stand on one level."""
GLIDING = 400
"""More cards than these jump to their places: on their way they would only stutter."""


class Movement(QObject):
    """Brings cards to their places, and their edges with them.

    `held` are cards that are being dragged, `animate` says whether cards glide, `way` and `page` how data flow.
    Signals: `arranged(box)`, the room of all cards once they rest has changed; `moved()`, cards stand elsewhere (also
    while they glide there); `dragged(places, edges)`, some were put where a hand wants them; `rested()`, a glide is
    over.
    """

    arranged = Signal(QRectF)
    moved = Signal()
    dragged = Signal(object, object)
    rested = Signal()

    def __init__(
        self, nodes: Mapping[str, NodeItem], edges: Mapping[Edge, EdgeItem], finder: Finder, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.placement = Placement()
        self.routes = Routes(nodes, edges, self.placement, finder)
        self.animate = motion_wanted()
        self.held: frozenset[str] = frozenset()
        self.way: Way = "right"
        self.page: edits.Size | None = None
        self._nodes, self._edges, self._finder = nodes, edges, finder
        self._new: set[str] = set()
        self._shown = False
        self._glide = Glide(self)
        self._glide.moved.connect(self._glided)
        self._glide.rested.connect(self.rested)

    # --- cards that come and go ------------------------------------------------------------------------------------

    def take(self, node_id: str) -> None:
        """A new card is there: it does not glide to its first place."""
        self._new.add(node_id)
        self._nodes[node_id].set_down(self.placement.down)

    def drop(self, node_id: str) -> None:
        """A card is gone."""
        self.routes.drop_node(node_id)
        self._glide.drop(node_id)
        self._finder.moved([node_id])

    # --- to the places of the layout -------------------------------------------------------------------------------

    def arrange(self, graph: Graph, frames: Sequence[Frame], labels: Mapping[str, float], stale: set[str]) -> None:
        """Give every card its place and let it glide there; `stale` cards have edges to be drawn anew."""
        faces = {node_id: item.face for node_id, item in self._nodes.items()}
        before = self.placement.bends
        if self.placement.update(graph, faces, self.way, frames, labels, self.page):
            for item in self._nodes.values():
                item.set_down(self.placement.down)
            self.arranged.emit(self.placement.box)
            after = self.placement.bends
            self._go(graph, stale, {e for e in self._edges if before.get(e) != after.get(e)})
        elif stale:
            self._redraw(stale | self._centre_ports(graph))

    def _go(self, graph: Graph, stale: set[str], changed: set[Edge]) -> None:
        self._glide.stop()
        ways = {}
        for node_id, place in self.placement.places.items():
            item, goal = self._nodes[node_id], QPointF(*place)
            if node_id in self.held or item.pos() == goal:
                continue
            stale.add(node_id)
            if self.animate and self._shown and node_id not in self._new:
                ways[node_id] = (item.pos(), goal)
            else:
                item.setPos(goal)
        if len(ways) > GLIDING:
            for node_id, (_, goal) in ways.items():
                self._nodes[node_id].setPos(goal)
            ways = {}
        self._shown, self._new = bool(self._nodes), set()
        self._redraw(stale | self._centre_ports(graph), changed)
        self._glide.start(ways)
        self.moved.emit()

    def _redraw(self, ids: Set[str], edges: Set[Edge] = frozenset()) -> None:
        """Draw the edges of these cards anew, and these edges."""
        self._finder.moved(ids)
        self.routes.draw(self.routes.at(ids) | edges, self.held)

    def _centre_ports(self, graph: Graph) -> set[str]:
        """Let edges that come straight from ahead stay straight; return the ids of cards whose ports have moved."""
        moved = set()
        for node_id, item in self._nodes.items():
            if item.port_count > 1:
                here = self._level(node_id)
                level = {e.port: abs(here - self._level(e.source)) for e in graph.into(node_id)}
                port = next((port for port, off in level.items() if off < LEVEL), -1)
                if item.set_main_port(port):
                    moved.add(node_id)
        return moved

    def _level(self, node_id: str) -> float:
        """Where across the way of the data a card holds its line."""
        face, (x, y) = self._nodes[node_id].face, self.placement.places[node_id]
        return x + face.width / 2 if self.placement.down else y + face.port_height

    def _glided(self, points: dict[str, QPointF]) -> None:
        there = {i: point for i, point in points.items() if i in self._nodes and i not in self.held}
        for node_id, point in there.items():
            self._nodes[node_id].setPos(point)
        self._redraw(set(there))
        self.moved.emit()

    @property
    def gliding(self) -> bool:
        """Whether cards are on their way."""
        return self._glide.running

    def finish(self) -> None:
        """End a glide at once."""
        self._glide.finish()

    # --- by hand ---------------------------------------------------------------------------------------------------

    def shift(self, ids: Iterable[str], starts: Mapping[str, QPointF], by: QPointF) -> None:
        """Move cards by so much from where a drag began."""
        self.put({node_id: starts[node_id] + by for node_id in ids})

    def put(self, places: Mapping[str, QPointF]) -> None:
        """Put cards where a drag wants them."""
        for node_id, place in places.items():
            self._nodes[node_id].setPos(place)
        edges = self.routes.at(places)
        self._finder.moved(places)
        self.routes.draw(edges, self.held)
        self.dragged.emit(places, edges)
