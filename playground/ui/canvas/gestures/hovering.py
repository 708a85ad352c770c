"""What the pointer rests on: its ports and buttons, its cursor, its tip, and the map that is shown large."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QToolTip

from playground.ui.canvas.gestures import tips
from playground.ui.canvas.scene import Hit, Part

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

HOVER_MS, SWITCH_MS = 350, 160
CURSORS: dict[Part, Qt.CursorShape] = {
    "out": Qt.CursorShape.CrossCursor,
    "in": Qt.CursorShape.CrossCursor,
    "plus": Qt.CursorShape.PointingHandCursor,
    "fewer": Qt.CursorShape.PointingHandCursor,
    "more": Qt.CursorShape.PointingHandCursor,
}


class Hovering(QObject):
    """Follows the pointer while no gesture goes on; `facts` tells what is known of the thing under it."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._hit = Hit()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._enlarge)
        self.facts: Callable[[Hit], str] = lambda _hit: ""

    def move(self, point: QPoint) -> None:
        """The pointer is at a point of the viewport."""
        view, hit = self._view, self._view.hit(point)
        if hit != self._hit or hit != view.canvas.hovered:
            self._enter(hit)
        view.live.hover(point, hit.part in ("", "edge"))

    def _enter(self, hit: Hit) -> None:
        view, self._hit = self._view, hit
        view.canvas.set_hover(hit)
        if hit.part in CURSORS:
            view.viewport().setCursor(CURSORS[hit.part])
        else:
            view.viewport().unsetCursor()
        self._timer.stop()
        if hit.unit < 0:
            view.hover_map.leave_soon()
        else:  # on the way to the card the pointer crosses other maps
            self._timer.start(SWITCH_MS if view.hover_map.isVisible() else HOVER_MS)

    def _enlarge(self) -> None:
        item = self._view.canvas.nodes.get(self._hit.node)
        if item is None or self._hit.unit < 0 or not item.sheet.units:
            return
        if not self._view.hover_map.held:
            self._view.live.look_at(self._hit.node, self._hit.unit)

    def stop(self) -> None:
        """Show nothing large, and take over the weight that was being edited."""
        self._timer.stop()
        self._view.live.editor.close_editor(keep=True)
        self._view.hover_map.dismiss()

    def refresh(self) -> None:
        """Forget what the pointer is on, unless somebody works on it: cards came or went under it."""
        self._hit = Hit()
        self._timer.stop()
        if self._view.viewport().underMouse():
            QToolTip.hideText()  # it may tell of a card that is gone
        self._view.live.refresh()

    def tip(self, point: QPoint) -> str:
        """What is known of the thing at a point, and how it is dragged."""
        hit = self._view.hit(point)
        known, how = self.facts(hit), tips.of(hit)
        return f"{known}<p>{how}</p>" if known and how else known or how
