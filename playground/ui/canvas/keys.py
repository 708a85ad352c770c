"""What the keyboard does on the canvas; everything the mouse can do has a key or a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
SIDEWAYS = 2.5
"""How much worse a card to the side is than one straight ahead, when an arrow key looks for the next."""


def press(view: CanvasView, event: QKeyEvent) -> bool:
    """Do what a key asks for; False when it asks for nothing here."""
    key, selected = event.key(), view.canvas.selected()
    if key in _WAYS:
        go(view, _WAYS[Qt.Key(key)], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selected:
        view.inspect_requested.emit(selected[0])
    elif key == Qt.Key.Key_Insert or (key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.NoModifier):
        view.pick_after(selected[-1] if selected else "")
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        view.delete_selected()
    elif key == Qt.Key.Key_F2 and selected:
        view.rename(selected[0])
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and selected and event.modifiers() in _PLAIN:
        view.commands.resize(selected[0], 1 if key == Qt.Key.Key_Plus else -1)
    elif key == Qt.Key.Key_Escape:
        view.cancel()
        view.canvas.select([])
    else:
        return False
    return True


_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def go(view: CanvasView, way: QPointF, extend: bool) -> None:
    """Select the nearest card in a direction."""
    scene = view.canvas
    selected = scene.selected()
    if not selected:
        first = next(iter(ordered(view)), None)
        if first is not None:
            scene.select([first])
        return
    here = scene.nodes[selected[-1]].card_rect().center()
    best, cost = "", float("inf")
    for node_id, item in scene.nodes.items():
        gap = item.card_rect().center() - here
        ahead = QPointF.dotProduct(gap, way)
        aside = abs(gap.x() * way.y()) + abs(gap.y() * way.x())
        if node_id not in selected and ahead > 1 and ahead + SIDEWAYS * aside < cost:
            best, cost = node_id, ahead + SIDEWAYS * aside
    if best:
        scene.select([*selected, best] if extend else [best])
        view.reveal(best)


def tab(view: CanvasView, forward: bool) -> bool:
    """Select the next card in order of computation; False past the last, so that the focus leaves the canvas."""
    order = ordered(view)
    selected = view.canvas.selected()
    if not order:
        return False
    last = order.index(selected[-1]) if selected else (-1 if forward else len(order))
    index = last + (1 if forward else -1)
    if not 0 <= index < len(order):
        view.canvas.select([])
        return False
    view.canvas.select([order[index]])
    view.reveal(order[index])
    return True


def ordered(view: CanvasView) -> list[str]:
    """Ids in order of computation."""
    return [node.id for node in view.canvas.graph.order()]
