"""Dragging cards: they move, are copied, or change their place in the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt

from playground.ui.canvas import edits
from playground.ui.canvas.arrange.arranging import Guides, Line
from playground.ui.canvas.gestures import marks
from playground.ui.canvas.gestures.interactions import START
from playground.ui.canvas.gestures.marks import Mark
from playground.ui.canvas.gestures.spots import Spot, Spots
from playground.ui.canvas.scene import Hit

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

ADD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SNAP_REACH = 5.0
"""How near, in pixels, a card must come to a guide to snap to it."""

translate = QCoreApplication.translate


class MoveCards:
    """Drags the selected cards; a press and release in one place selects.

    With Ctrl copies are left where the cards are dropped. A single card that is dropped on an edge, or was dragged with
    Shift, changes its place in the network; where cards are laid out automatically, dragging it past its neighbours is
    enough.
    """

    def __init__(self, view: CanvasView, node_id: str, point: QPoint, held: Qt.KeyboardModifier) -> None:
        self._view = view
        self._node = node_id
        self._press = point
        self._toggle = bool(held & ADD)
        self._dragging = False
        self._spots: Spots | None = None
        self._spot: Spot | None = None
        self._bar = Mark(view.canvas, 3.0, 6)
        self._lines = Mark(view.canvas, 1.0, 5)
        scene = view.canvas
        chosen = scene.selected()
        self._chosen = node_id in chosen
        if not self._chosen:
            scene.select([*chosen, node_id] if self._toggle else [node_id])
        self._ids = scene.selected()
        self._starts: dict[str, QPointF] = {}
        self._box = QRectF()
        self._guides = Guides.around((), ())

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        if not self._dragging:
            if (point - self._press).manhattanLength() < START:
                return
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self._begin(alone=shift or (self._toggle and not self._chosen))
        copy = bool(held & Qt.KeyboardModifier.ControlModifier)
        reorder = bool(held & Qt.KeyboardModifier.ShiftModifier)
        by, lines = self._snapped(self._view.mapToScene(point) - self._view.mapToScene(self._press))
        self._view.canvas.movement.shift(self._ids, self._starts, by)
        spot = None
        if self._spots is not None and not copy:
            spot = self._spots.at(self._view.mapToScene(point), self._view.zoom, reorder)
        self._show(spot)
        self._lines.draw(marks.lines([] if spot else lines))
        self._view.show_hint(point, translate("canvas", "Copy") if copy else "", error=False)

    def _begin(self, alone: bool) -> None:
        view, scene = self._view, self._view.canvas
        self._dragging = True
        if alone or self._node not in scene.selected():  # something else was selected since the press
            scene.select([self._node])
        self._ids = scene.selected()
        view.unfit()
        scene.movement.finish()
        scene.movement.held = frozenset(self._ids)
        self._starts = {i: scene.nodes[i].pos() for i in self._ids}
        for node_id in self._ids:
            self._box = self._box.united(scene.nodes[node_id].card_rect())
        self._guides = self._still()
        if len(self._ids) == 1:
            self._spots = Spots(scene, self._node)
        view.said.emit(
            translate("canvas", "Drop on a wire to insert there · Shift: reorder · Ctrl: copy · Esc: leave as it was")
        )

    def _still(self) -> Guides:
        """Guides of the cards that can be seen and are not dragged."""
        scene = self._view.canvas
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        boxes = [item.card_rect() for i, item in scene.nodes.items() if i not in scene.movement.held]
        boxes = [box for box in boxes if box.intersects(seen)]
        return Guides.around([(b.x(), b.y()) for b in boxes], [(b.width(), b.height()) for b in boxes])

    def _snapped(self, by: QPointF) -> tuple[QPointF, list[Line]]:
        """The way of the cards, put right by guides where there are some near and else by the grid."""
        place, size = self._box.topLeft() + by, self._box.size()
        corner = (place.x(), place.y())
        pull, lines = self._guides.snap(corner, (size.width(), size.height()), SNAP_REACH / self._view.zoom)
        start = self._starts[self._node]
        grid = edits.snapped((start.x() + by.x(), start.y() + by.y()))
        x = by.x() + pull[0] if pull[0] is not None else grid[0] - start.x()
        y = by.y() + pull[1] if pull[1] is not None else grid[1] - start.y()
        return QPointF(x, y), lines

    def _show(self, spot: Spot | None) -> None:
        if spot == self._spot:
            return
        self._spot = spot
        self._view.canvas.set_hover(Hit("edge", edge=spot.edge) if spot is not None and spot.edge else Hit())
        if spot is None:
            self._bar.remove()
        else:
            self._bar.draw(marks.bar(spot.at, spot.along))

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        if not self._dragging:
            self._clicked()
            return
        self.move(point, held)
        scene, commands, spot = self._view.canvas, self._view.commands, self._spot
        places = {i: (scene.nodes[i].pos().x(), scene.nodes[i].pos().y()) for i in self._ids}
        stayed = all(scene.nodes[i].pos() == start for i, start in self._starts.items())
        self._clear()
        if stayed:
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            scene.movement.put(self._starts)
            commands.duplicate_to(places)
        elif spot is not None:
            done = (
                commands.move_onto(self._node, spot.edge)
                if spot.edge
                else commands.move_in_chain(self._node, spot.step)
            )
            if not done:
                scene.movement.put(self._starts)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            scene.movement.put(self._starts)
        else:
            commands.move(places)

    def _clicked(self) -> None:
        scene = self._view.canvas
        if self._chosen:
            scene.select([i for i in scene.selected() if i != self._node] if self._toggle else [self._node])

    def _clear(self) -> None:
        self._show(None)
        self._lines.remove()
        self._view.canvas.movement.held = frozenset()
        self._view.show_hint(QPoint(), "")

    def cancel(self) -> None:
        self._clear()
        scene = self._view.canvas
        if self._dragging:
            scene.movement.put({i: start for i, start in self._starts.items() if i in scene.nodes})
