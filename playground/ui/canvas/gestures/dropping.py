"""A layer on its way from the palette: where it would land lights up, and there it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from playground.spec.entry import Entry
from playground.ui.canvas.gestures import marks
from playground.ui.canvas.gestures.marks import Mark
from playground.ui.canvas.gestures.spots import POINTER
from playground.ui.canvas.mime import ENTRY_MIME, entry_from_mime
from playground.ui.canvas.scene import Hit

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

CORNER = QPointF(24, 16)
"""Where on the new card the pointer is."""


class Dropping:
    """Follows what is dragged over the canvas from outside."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._bar = Mark(view.canvas, 3.0, 6)
        self._layer: Entry | None = None
        self._lit = ""

    def enter(self, event: QDropEvent) -> None:
        """Take layers, and nothing else."""
        self._layer = entry_from_mime(event.mimeData()) if event.mimeData().hasFormat(ENTRY_MIME) else None
        if self._layer is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def move(self, event: QDropEvent) -> None:
        """Show where it would land."""
        if not event.mimeData().hasFormat(ENTRY_MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        node, edge_hit = self._where(event.position().toPoint(), self._layer)
        self._light(node)
        self._view.canvas.set_hover(edge_hit)
        if edge_hit.edge is None:
            self._bar.remove()
            return
        item = self._view.canvas.edges[edge_hit.edge]
        way = item.target.in_port(edge_hit.edge.port) - item.source.out_port()
        self._bar.draw(marks.bar(item.middle(), way))

    def _where(self, point: QPoint, layer: Entry | None) -> tuple[str, Hit]:
        """The card behind which a layer would stand, or the edge on which; neither for empty paper."""
        view, here = self._view, self._view.mapToScene(point)
        if layer is None or getattr(layer, "inputs", 1) == 0:
            return "", Hit()
        item = view.canvas.finder.node_at(here)
        if item is not None:
            return item.node.id, Hit()
        edge = view.canvas.finder.edge_at(here, POINTER / view.zoom)
        return "", Hit("edge", edge=edge) if edge is not None else Hit()

    def _light(self, node_id: str) -> None:
        nodes = self._view.canvas.nodes
        if self._lit in nodes and self._lit != node_id:
            nodes[self._lit].set_light("")
        if node_id:
            nodes[node_id].set_light("target")
        self._lit = node_id

    def clear(self) -> None:
        """It has left, or was dropped."""
        self._light("")
        self._bar.remove()
        self._view.canvas.set_hover(Hit())

    def drop(self, event: QDropEvent) -> None:
        """Put the layer on the edge, behind the card, or unconnected at the place."""
        self.clear()
        layer = entry_from_mime(event.mimeData())
        if layer is None:
            event.ignore()
            return
        view, point = self._view, event.position().toPoint()
        node, edge_hit = self._where(point, layer)
        event.acceptProposedAction()
        if not node and edge_hit.edge is None and view.canvas.nodes:
            view.unfit()  # the card stays under the pointer
        corner = view.mapToScene(point) - CORNER
        view.commands.add_layer(layer, edge=edge_hit.edge, after=node, position=(corner.x(), corner.y()))
        view.setFocus(Qt.FocusReason.OtherFocusReason)
