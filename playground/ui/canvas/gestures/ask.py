"""Asking a person, in place: which layer is to come there, or what a layer is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from playground.spec.entry import Entry
from playground.spec.graph import Edge
from playground.ui import words

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

NEW_WIDTH = 100.0
"""About the width of a new card."""


class Ask:
    """Opens the list of layers, or the field for a name, and does with the answer what the place suggests."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def layer(self, point: QPoint, *, edge: Edge | None = None, after: str = "") -> None:
        """Let a person choose a layer for an edge, for behind a node, or for the place itself."""
        view, here = self._view, self._view.mapToScene(point)
        free = edge is None and not after
        position = (here.x(), here.y()) if free and view.canvas.nodes else None
        view.hovering.stop()
        view.picker.open(
            view.viewport().mapToGlobal(point),
            lambda layer: view.commands.add_layer(layer, edge=edge, after=after, position=position),
            needs_input=not free,
        )

    def after(self, node_id: str) -> None:
        """Let a person choose a layer for behind a node, or an unconnected one when there is none."""
        nodes = self._view.canvas.nodes
        if node_id in nodes:
            self.layer(self._view.mapFromScene(nodes[node_id].out_port()), after=node_id)
        else:
            self.layer(self._view.viewport().rect().center())

    def at_wire(self, point: QPoint, node: str, port: int) -> None:
        """Let a person choose a layer for the loose end of a wire from an output, or from input `port` if not −1."""
        view, here = self._view, self._view.mapToScene(point)
        place = (here.x(), here.y() - 30.0)

        def taken(layer: Entry) -> None:
            if port < 0:
                view.commands.branch(node, layer, place)
            else:
                view.commands.feed(node, port, layer, (place[0] - NEW_WIDTH, place[1]))

        view.hovering.stop()
        view.picker.open(view.viewport().mapToGlobal(point), taken, needs_input=port < 0)

    def replacement(self, node_id: str) -> None:
        """Let a person choose another layer for the place of a node."""
        view = self._view
        box = view.mapFromScene(view.canvas.nodes[node_id].card_rect()).boundingRect()
        view.hovering.stop()
        view.picker.open(
            view.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 4)),
            lambda layer: view.commands.replace(node_id, layer),
        )

    def name(self, node_id: str) -> None:
        """Let a person type a name in the place of the title."""
        view = self._view
        item = view.canvas.nodes[node_id]
        view.reveal(node_id)
        area = view.mapFromScene(item.title_rect()).boundingRect().adjusted(4, 3, -4, 0)
        view.title_editor.open(area, words.node_label(item.node), lambda name: view.commands.rename(node_id, name))
