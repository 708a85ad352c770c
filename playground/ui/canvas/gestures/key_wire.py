"""Wiring without a mouse: Tab goes from one legal input to the next, arrows to any card, Enter connects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from playground.spec.graph import Edge
from playground.ui.announce import announce
from playground.ui.canvas import edits
from playground.ui.canvas.commands import sentence
from playground.ui.canvas.gestures import spoken
from playground.ui.canvas.gestures.wiring import Wire

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

Spot = tuple[str, int]
NONE_HELD = Qt.KeyboardModifier.NoModifier
translate = QCoreApplication.translate


class KeyWire:
    """A gesture of the canvas that draws the same wire as the mouse; `target` is the card that it is aimed at."""

    def __init__(self, view: CanvasView, source: str) -> None:
        self._view = view
        self._source = source
        view.cancel()  # a card that the mouse holds goes back before the wire lights its targets
        self._wire = Wire(view, source)
        self._spots = self._legal()
        self._spot: Spot | None = None
        if self._spots:
            self.step(1)
        else:
            self._say(translate("keys", "There is no layer that this one may feed."))

    @property
    def target(self) -> str:
        """The card at the end of the wire; the source while there is none."""
        return self._spot[0] if self._spot else self._source

    def _legal(self) -> list[Spot]:
        """Inputs that the wire may end at: free ones first, those that would lose their edge after them."""
        graph = self._view.canvas.graph
        found = [
            (node.id, port)
            for node in graph.order()
            if node.id != self._source
            for port in range(max(edits.port_count(graph, node), 1))
            if edits.refusal(graph, self._source, node.id, port) is None
            and Edge(self._source, node.id, port) not in graph.edges
        ]
        return sorted(found, key=lambda spot: edits.edge_into(graph, *spot) is not None)

    def step(self, by: int) -> None:
        """Aim at the next legal input, or at the one before."""
        if not self._spots:
            return
        here = self._spots.index(self._spot) if self._spot in self._spots else -1 if by > 0 else 0
        self.aim(*self._spots[(here + by) % len(self._spots)])

    def aim(self, node_id: str, port: int = 0) -> None:
        """Aim at an input, legal or not, and say what would happen there."""
        view, graph = self._view, self._view.canvas.graph
        self._spot = (node_id, port)
        view.reveal(node_id)
        end = view.canvas.nodes[node_id].in_port(port)
        self._wire.move(view.mapFromScene(end), NONE_HELD)
        error = edits.refusal(graph, self._source, node_id, port)
        name = spoken.port(graph.node(node_id), port, spoken.called(graph.node(node_id)))
        self._say(sentence(graph, error) if error else self._offer(name))

    def _offer(self, name: str) -> str:
        return translate("keys", "Enter connects to {0}, Tab goes on, Escape gives up.").format(name)

    def _say(self, text: str) -> None:
        self._view.said.emit(text)
        announce(self._view, text)

    def take(self) -> None:
        """Connect; an input that may not be connected says why."""
        spot, view = self._spot, self._view
        view.cancel()
        if spot is not None:
            view.commands.wire(self._source, *spot)

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """The mouse has no part in it."""

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """A click ends it."""
        self.cancel()

    def cancel(self) -> None:
        self._wire.cancel()
        self._view.said.emit("")
