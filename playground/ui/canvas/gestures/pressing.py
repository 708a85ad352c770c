"""Which gesture a press of the left button begins, by what lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from playground.spec.graph import Edge
from playground.ui.canvas.gestures.interactions import Band, Interaction, Press
from playground.ui.canvas.gestures.moving import ADD, MoveCards
from playground.ui.canvas.gestures.wiring import Wire, pull_edge, pull_port
from playground.ui.canvas.scene import Hit

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView


def gesture(view: CanvasView, hit: Hit, point: QPoint, held: Qt.KeyboardModifier) -> Interaction | None:
    """The gesture that begins; None for a button, whose work is done at once."""
    fork, add = bool(held & Qt.KeyboardModifier.AltModifier), bool(held & ADD)
    match hit.part:
        case "fewer" | "more":
            view.commands.resize(hit.node, 1 if hit.part == "more" else -1)
            return None
        case "out" | "in" | "node" if fork or hit.part == "out":
            return Press(view, point, lambda: view.select([hit.node]), lambda: Wire(view, hit.node))
        case "in":
            return Press(view, point, lambda: view.select([hit.node]), lambda: pull_port(view, hit.node, hit.port))
        case "node":
            return MoveCards(view, hit.node, point, held)
        case "edge" | "plus" if hit.edge is not None:
            return _on_edge(view, hit, hit.edge, point, fork, add)
        case "" if (strand := view.live.strand_at(point)) and not add:
            return Press(view, point, lambda: view.live.edit_strand(strand, point), lambda: Band(view, point, add))
        case _:
            return Band(view, point, add)


def _on_edge(view: CanvasView, hit: Hit, edge: Edge, point: QPoint, fork: bool, add: bool) -> Interaction:
    here = view.mapToScene(point)
    before, chosen = (view.canvas.selected(), view.canvas.selected_edges()) if add else ([], [])

    def click() -> None:
        if hit.part == "plus":
            view.ask.layer(point, edge=edge)
        else:
            view.canvas.select(before, [*chosen, edge])
            if not add and (strand := view.live.strand_at(point)):
                view.live.edit_strand(strand, point)

    return Press(view, point, click, lambda: pull_edge(view, edge, here, fork))
