"""Dragging wires: from an output to inputs, from an input back to outputs, and edges by their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt

from playground.spec import graph as graphs
from playground.spec import rewiring
from playground.spec.errors import GraphError
from playground.spec.graph import Edge, Graph
from playground.ui.canvas import edits
from playground.ui.canvas.commands import sentence
from playground.ui.canvas.gestures.interactions import Interaction
from playground.ui.canvas.gestures.marks import Mark
from playground.ui.canvas.items.node_item import Light, NodeItem
from playground.ui.canvas.items.ports import REACH
from playground.ui.canvas.items.routing import curve

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

AROUND = 14.0
"""How far beside a card a wire may be let go and still end there."""
LEAST = 40
"""Pixels that a wire must be long to ask for a new layer at its end."""
MIDDLE = 0.28
"""An edge pulled nearer to an end than this share of its length is taken by that end, else it gives a branch."""

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Aim:
    """An edge that would be made, or why it may not be."""

    item: NodeItem
    edge: Edge
    error: GraphError | None


class Wire:
    """Drags a wire; every card shows whether it may end there.

    It is fixed at the output of `node`, or at its input `port` when that is not −1. The edge `instead` is taken off
    while it is dragged: it is made anew where the wire ends, and deleted when that is nowhere.
    """

    def __init__(self, view: CanvasView, node: str, port: int = -1, instead: Edge | None = None) -> None:
        self._view = view
        self._node, self._port = node, port
        self._instead = instead
        graph = view.canvas.graph
        self._graph: Graph = graphs.disconnect(graph, instead) if instead else graph
        self._line = Mark(view.canvas, 2.0, 5)
        self._aimed: NodeItem | None = None
        self._faded: Edge | None = None
        self._legal = self._may_end()
        self._light_all()
        self._fade(None)
        view.said.emit(self._hint())

    def _may_end(self) -> set[str]:
        if self._port >= 0:
            return rewiring.open_sources(self._graph, self._node, self._port)
        return rewiring.open_targets(self._graph, self._node)

    def _light_all(self) -> None:
        for node_id, item in self._view.canvas.nodes.items():
            self._light(node_id, item)

    def _light(self, node_id: str, item: NodeItem) -> None:
        open_end: Light = "source" if self._port >= 0 else "legal"
        item.set_light(open_end if node_id in self._legal else "" if node_id == self._node else "dim")

    def _hint(self) -> str:
        if self._instead is not None:
            return translate("canvas", "Drop on another port to rewire, on empty canvas to delete the wire.")
        return translate("canvas", "Drop on a lit layer to wire it, on empty canvas to add a layer there.")

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        del held
        here = self._view.mapToScene(point)
        aim = self._aim(here)
        self._show(aim)
        reason, end = "", here
        if aim is not None and aim.error is not None:
            reason = sentence(self._view.canvas.graph, aim.error)
        elif aim is not None:
            end = aim.item.out_port() if self._port >= 0 else aim.item.in_port(aim.edge.port)
        start, stop = (end, self._fixed()) if self._port >= 0 else (self._fixed(), end)
        self._line.draw(curve(start, stop, self._view.canvas.way == "down"))
        self._view.show_hint(point, reason)

    def _fixed(self) -> QPointF:
        item = self._view.canvas.nodes[self._node]
        return item.in_port(self._port) if self._port >= 0 else item.out_port()

    def _aim(self, here: QPointF) -> Aim | None:
        item = self._view.canvas.finder.node_at(here, AROUND)
        if item is None or item.node.id == self._node:
            return None
        there = item.node.id
        edge = (
            Edge(there, self._node, self._port)
            if self._port >= 0
            else Edge(self._node, there, self._port_of(item, here))
        )
        return Aim(item, edge, edits.refusal(self._graph, edge.source, edge.target, edge.port))

    def _port_of(self, item: NodeItem, here: QPointF) -> int:
        """The port under the pointer, or on the card itself the first that is free and fits."""
        near = item.in_port_at(here)
        if item.port_count and (here - item.in_port(near)).manhattanLength() <= REACH:
            return near
        return edits.port_for(self._graph, self._node, item.node.id, near)

    def _show(self, aim: Aim | None) -> None:
        """Light up what the wire is on, and give the card that it has left its light back."""
        item = aim.item if aim is not None else None
        if self._aimed is not None and self._aimed is not item:
            self._light(self._aimed.node.id, self._aimed)
        self._aimed = item
        if aim is not None and item is not None:
            item.set_light("illegal" if aim.error else "target")
        replaced = None
        if aim is not None and aim.error is None:
            replaced = edits.edge_into(self._graph, aim.edge.target, aim.edge.port)
        self._fade(replaced)

    def _fade(self, edge: Edge | None) -> None:
        """Show which edges would make way: `instead` and the one that ends where the wire would."""
        items = self._view.canvas.edges
        if self._faded in items and self._faded != edge:
            items[self._faded].faded = False
            items[self._faded].update()
        self._faded = edge
        for one in (edge, self._instead):
            if one is not None and one in items and not items[one].faded:
                items[one].faded = True
                items[one].update()

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        del held
        view, here = self._view, self._view.mapToScene(point)
        aim, travelled = self._aim(here), (here - self._fixed()).manhattanLength() * view.zoom
        self.cancel()
        if aim is not None:
            view.commands.wire(aim.edge.source, aim.edge.target, aim.edge.port, self._instead)
        elif view.canvas.finder.node_at(here, AROUND) is not None:
            return  # let go on the card it came from: nothing was meant
        elif self._instead is not None:
            view.commands.delete((), [self._instead])
        elif travelled > LEAST:
            view.ask.at_wire(point, self._node, self._port)

    def cancel(self) -> None:
        self._line.remove()
        for item in self._view.canvas.nodes.values():
            item.set_light("")
        for edge in (self._faded, self._instead):
            if edge in self._view.canvas.edges:
                self._view.canvas.edges[edge].faded = False
                self._view.canvas.edges[edge].update()
        self._view.show_hint(QPoint(), "")


def pull_port(view: CanvasView, node: str, port: int) -> Interaction:
    """A wire from an input port: backwards where it is free, else the edge that ends there is taken off."""
    taken = edits.edge_into(view.canvas.graph, node, port)
    return Wire(view, node, port) if taken is None else Wire(view, taken.source, instead=taken)


def pull_edge(view: CanvasView, edge: Edge, press: QPointF, fork: bool) -> Interaction:
    """A wire from an edge: near its ends it comes off there, from its middle a branch starts at its source."""
    item = view.canvas.edges[edge]
    start = (press - item.source.out_port()).manhattanLength()
    end = (press - item.target.in_port(edge.port)).manhattanLength()
    share = start / max(start + end, 1e-6)
    if fork or MIDDLE <= share <= 1 - MIDDLE:
        return Wire(view, edge.source)
    if share > 0.5:
        return Wire(view, edge.source, instead=edge)
    return Wire(view, edge.target, edge.port, instead=edge)
