"""The view on the scene: mouse, keys and what is dropped."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from playground.spec.graph import Edge
from playground.ui import words
from playground.ui.canvas import keys, menus
from playground.ui.canvas.commands import CanvasCommands
from playground.ui.canvas.hover_map import HoverMap
from playground.ui.canvas.interactions import Band, Interaction, MoveCards, Pan, Wire
from playground.ui.canvas.look import Look
from playground.ui.canvas.mime import ENTRY_MIME, entry_from_mime
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.picker import LayerPicker
from playground.ui.canvas.rename import TitleEditor
from playground.ui.canvas.scene import CanvasScene, Hit

HOVER_MS = 350
_ADD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CanvasView(PaperView):
    """Shows the scene and turns what a person does into interactions and commands."""

    inspect_requested = Signal(str)
    enlarged = Signal(bool)

    def __init__(self, scene: CanvasScene, commands: CanvasCommands, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.commands = commands
        self.picker = LayerPicker(self)
        self.title_editor = TitleEditor(self)
        self.hover_map = HoverMap(scene.look, self.viewport())
        self._hint = QLabel(self.viewport())
        self._interaction: Interaction | None = None
        self._space = False
        self._hover = Hit()
        self._hover_timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._hover_timer.timeout.connect(self._enlarge)
        self._set_up()
        scene.moved.connect(self.hover_map.dismiss)
        self.zoomed.connect(self.hover_map.dismiss)
        commands.refused.connect(self._refused)

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self._hint.setMargin(6)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self.set_look(self.canvas.look)

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.hover_map.look = look
        theme = look.theme
        self._hint.setStyleSheet(
            f"background: {theme.panel}; color: {theme.error}; border: 1px solid {theme.error}; border-radius: 6px;"
        )
        self.repaper()

    # --- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._stop_hovering()
        if self._interaction is not None:
            return
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._interaction = Pan(self, point)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press(self.hit(point), point, bool(event.modifiers() & _ADD))

    def _press(self, hit: Hit, point: QPoint, add: bool) -> None:
        match hit.part:
            case "fewer" | "more":
                self.commands.resize(hit.node, 1 if hit.part == "more" else -1)
            case "plus":
                self.pick_layer(point, edge=hit.edge)
            case "out":
                self._interaction = Wire(self, hit.node)
            case "node":
                self._interaction = MoveCards(self, hit.node, point, add)
            case "edge":
                chosen = self.canvas.selected_edges() if add else []
                self.canvas.select(self.canvas.selected() if add else [], [*chosen, *([hit.edge] if hit.edge else [])])
            case _:
                self._interaction = Band(self, point, add)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._interaction is not None:
            self._interaction.move(point)
        else:
            self._hover_at(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        interaction, self._interaction = self._interaction, None
        if interaction is not None:
            interaction.finish(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        hit = self.hit(point)
        if hit.part == "node" and event.button() == Qt.MouseButton.LeftButton:
            if self.canvas.nodes[hit.node].title_rect().contains(self.mapToScene(point)):
                self.rename(hit.node)
            else:
                self.inspect_requested.emit(hit.node)
        elif hit.part != "node":
            self.mousePressEvent(event)

    def hit(self, point: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        return self.canvas.hit(self.mapToScene(point), self.zoom)

    def cancel(self) -> None:
        """Give up the gesture that is going on."""
        interaction, self._interaction = self._interaction, None
        if interaction is not None:
            interaction.cancel()

    def _hover_at(self, point: QPoint) -> None:
        hit = self.hit(point)
        if hit == self._hover:
            return
        self._hover = hit
        self.canvas.set_hover(hit)
        cursors = {"out": Qt.CursorShape.CrossCursor, "plus": Qt.CursorShape.PointingHandCursor}
        cursors |= dict.fromkeys(("fewer", "more"), Qt.CursorShape.PointingHandCursor)
        if hit.part in cursors:
            self.viewport().setCursor(cursors[hit.part])
        else:
            self.viewport().unsetCursor()
        self._hover_timer.stop()
        if hit.unit < 0:
            self._dismiss()
        elif self.hover_map.isVisible():
            self._enlarge()
        else:
            self._hover_timer.start()

    def _enlarge(self) -> None:
        item = self.canvas.nodes.get(self._hover.node)
        if item is None or not 0 <= self._hover.unit < item.sheet.units:
            return
        near = self.mapFromScene(item.card_rect()).boundingRect()
        self.hover_map.present(item, self._hover.unit, near)
        self.enlarged.emit(True)

    def _dismiss(self) -> None:
        if self.hover_map.isVisible():
            self.hover_map.dismiss()
            self.enlarged.emit(False)

    def _stop_hovering(self) -> None:
        self._hover_timer.stop()
        self._dismiss()

    def refresh_hover(self) -> None:
        """Forget what the pointer is on: cards came or went under it."""
        self._hover = Hit()
        self._stop_hovering()

    def viewportEvent(self, event: QEvent) -> bool:
        """A pointer that leaves takes ports and buttons with it."""
        if event.type() == QEvent.Type.Leave and self._interaction is None:
            self.refresh_hover()
            self.canvas.set_hover(Hit())
        return super().viewportEvent(event)

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not keys.press(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        """Tab goes from card to card, and on to the next panel after the last."""
        return keys.tab(self, forward) or super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._stop_hovering()
        point = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = self.canvas.selected()
            hit = Hit("node", chosen[0]) if chosen else Hit()
            point = self.mapFromScene(self.canvas.nodes[chosen[0]].card_rect().center()) if chosen else QPoint(40, 80)
        else:
            hit = self.hit(point)
        menu = menus.menu_for(self, hit, point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    # --- adding and naming -----------------------------------------------------------------------------------------

    def pick_layer(self, point: QPoint, *, edge: Edge | None = None, after: str = "") -> None:
        """Let a person choose a layer for an edge, for behind a node, or for the place itself."""
        here = self.mapToScene(point)
        free = edge is None and not after
        position = (here.x(), here.y()) if free and self.canvas.nodes else None
        self._stop_hovering()
        self.picker.open(
            self.viewport().mapToGlobal(point),
            lambda layer: self.commands.add_layer(layer, edge=edge, after=after, position=position),
            needs_input=not free,
        )

    def pick_after(self, node_id: str) -> None:
        """Let a person choose a layer for behind a node, or an unconnected one when there is none."""
        if node_id in self.canvas.nodes:
            port = self.canvas.nodes[node_id].out_port()
            self.pick_layer(self.mapFromScene(port), after=node_id)
        else:
            self.pick_layer(self.viewport().rect().center())

    def rename(self, node_id: str) -> None:
        """Let a person type a name in the place of the title."""
        item = self.canvas.nodes[node_id]
        self.reveal(node_id)
        area = self.mapFromScene(item.title_rect()).boundingRect().adjusted(4, 3, -4, 0)
        self.title_editor.open(area, words.node_label(item.node), lambda name: self.commands.rename(node_id, name))

    def delete_selected(self) -> None:
        """Remove the selected nodes and edges."""
        self.commands.delete(self.canvas.selected(), self.canvas.selected_edges())

    def select(self, ids: Iterable[str]) -> None:
        """Select nodes that are there."""
        self.canvas.select([i for i in ids if i in self.canvas.nodes])

    # --- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(ENTRY_MIME):
            event.ignore()
            return
        hit = self.hit(event.position().toPoint())
        self.canvas.set_hover(hit if hit.edge is not None else Hit())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.canvas.set_hover(Hit())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        layer = entry_from_mime(event.mimeData())
        if layer is None:
            event.ignore()
            return
        point = event.position().toPoint()
        hit, here = self.hit(point), self.mapToScene(point)
        self.canvas.set_hover(Hit())
        event.acceptProposedAction()
        if not hit.part and self.canvas.nodes:
            self.unfit()  # the card stays under the pointer
        self.commands.add_layer(layer, edge=hit.edge, after=hit.node, position=(here.x() - 24, here.y() - 16))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- words -----------------------------------------------------------------------------------------------------

    def show_hint(self, point: QPoint, text: str) -> None:
        """Say something beside the pointer; "" says nothing."""
        self._hint.setVisible(bool(text))
        if text:
            self._hint.setText(text)
            self._hint.adjustSize()
            room = self.viewport().rect()
            x = max(4, min(point.x() + 16, room.right() - self._hint.width() - 4))
            self._hint.move(x, max(4, min(point.y() + 18, room.bottom() - self._hint.height() - 4)))
            self._hint.raise_()

    def _refused(self, sentence: str) -> None:
        self.show_hint(self.viewport().mapFromGlobal(self.cursor().pos()), sentence)
        self._hint.setAccessibleName(sentence)
        QTimer.singleShot(4000, self._hint, self._hint.hide)
