"""The view on the scene: mouse, keys and what is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.spec import rewiring
from playground.spec.entry import Entry
from playground.spec.graph import Edge
from playground.ui import words
from playground.ui.canvas import menus
from playground.ui.canvas.arrange.arranging import Align, Axis
from playground.ui.canvas.commands import CanvasCommands
from playground.ui.canvas.gestures import tips
from playground.ui.canvas.gestures.dropping import Dropping
from playground.ui.canvas.gestures.interactions import Band, Interaction, Pan, Press
from playground.ui.canvas.gestures.keys import Keyboard
from playground.ui.canvas.gestures.moving import ADD, MoveCards
from playground.ui.canvas.gestures.picker import LayerPicker
from playground.ui.canvas.gestures.pointer_hint import PointerHint
from playground.ui.canvas.gestures.rename import TitleEditor
from playground.ui.canvas.gestures.wiring import Wire, pull_edge, pull_port
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.live.hover_map import HoverMap
from playground.ui.canvas.live.live import Live
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.scene import CanvasScene, Hit, Part

HOVER_MS, SWITCH_MS, REFUSED_MS = 350, 160, 4000
NEW_WIDTH = 100.0
"""About the width of a new card."""
CURSORS: dict[Part, Qt.CursorShape] = {
    "out": Qt.CursorShape.CrossCursor,
    "in": Qt.CursorShape.CrossCursor,
    "plus": Qt.CursorShape.PointingHandCursor,
    "fewer": Qt.CursorShape.PointingHandCursor,
    "more": Qt.CursorShape.PointingHandCursor,
}


class CanvasView(PaperView):
    """Shows the scene and turns what a person does into interactions and commands.

    Signals: `inspect_requested(id)`, a node's values are to be seen and changed; `said(sentence)`, what a gesture that
    has begun can do.
    """

    inspect_requested = Signal(str)
    said = Signal(str)

    def __init__(self, scene: CanvasScene, commands: CanvasCommands, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.commands = commands
        self.picker = LayerPicker(self)
        self.title_editor = TitleEditor(self)
        self.hover_map = HoverMap(scene.look, self.viewport())
        self._dropping = Dropping(self)
        self._hint = PointerHint(scene.look.theme, self.viewport())
        self._interaction: Interaction | None = None
        self._space = False
        self._hover = Hit()
        self._hover_timer = QTimer(self, singleShot=True)
        self._hover_timer.timeout.connect(self._enlarge)
        self.live = Live(self)
        self._set_up()
        scene.moved.connect(self.live.refresh)
        self.zoomed.connect(self.hover_map.dismiss)
        commands.refused.connect(self._refused)
        self.keyboard = Keyboard(self)
        self.facts: Callable[[Hit], str] = lambda _hit: ""
        self.fixes: Callable[[str], Sequence[tuple[str, Callable[[], object]]]] = lambda _node: ()

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.set_look(self.canvas.look)

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.hover_map.look = self.live.editor.look = look
        self._hint.theme = look.theme
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
            self._press(self.hit(point), point, event.modifiers())

    def _press(self, hit: Hit, point: QPoint, held: Qt.KeyboardModifier) -> None:
        fork, add = bool(held & Qt.KeyboardModifier.AltModifier), bool(held & ADD)
        match hit.part:
            case "fewer" | "more":
                self.commands.resize(hit.node, 1 if hit.part == "more" else -1)
            case "out" | "in" | "node" if fork or hit.part == "out":
                self._interaction = Press(self, point, lambda: self.select([hit.node]), lambda: Wire(self, hit.node))
            case "in":
                self._interaction = Press(
                    self, point, lambda: self.select([hit.node]), lambda: pull_port(self, hit.node, hit.port)
                )
            case "node":
                self._interaction = MoveCards(self, hit.node, point, held)
            case "edge" | "plus":
                self._press_edge(hit, point, fork, add)
            case "" if (strand := self.live.strand_at(point)) and not add:
                self._interaction = Press(
                    self, point, lambda: self.live.edit_strand(strand, point), lambda: Band(self, point, add)
                )
            case _:
                self._interaction = Band(self, point, add)

    def _press_edge(self, hit: Hit, point: QPoint, fork: bool, add: bool) -> None:
        edge, here = hit.edge, self.mapToScene(point)
        if edge is None:
            return
        before, chosen = (self.canvas.selected(), self.canvas.selected_edges()) if add else ([], [])

        def click() -> None:
            if hit.part == "plus":
                self.pick_layer(point, edge=edge)
            else:
                self.canvas.select(before, [*chosen, edge])
                if not add and (strand := self.live.strand_at(point)):
                    self.live.edit_strand(strand, point)

        self._interaction = Press(self, point, click, lambda: pull_edge(self, edge, here, fork))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._interaction is not None:
            self._interaction.move(point, event.modifiers())
        else:
            self._hover_at(point)
            self.live.hover(point, self._hover.part in ("", "edge"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        interaction, self._interaction = self._interaction, None
        if interaction is not None:
            interaction.finish(event.position().toPoint(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        hit = self.hit(point)
        if event.button() != Qt.MouseButton.LeftButton or hit.part in ("fewer", "more"):
            self.mousePressEvent(event)
        elif not hit.node:
            self.pick_layer(point, edge=hit.edge)
        elif hit.part == "node" and self.canvas.nodes[hit.node].title_rect().contains(self.mapToScene(point)):
            self.rename(hit.node)
        else:
            self.inspect_requested.emit(hit.node)

    def hit(self, point: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        return self.canvas.finder.hit(self.mapToScene(point), self.zoom)

    @property
    def interaction(self) -> Interaction | None:
        """The gesture that is going on."""
        return self._interaction

    def begin(self, interaction: Interaction) -> None:
        """Let a gesture go on that no button of the mouse has begun."""
        self._stop_hovering()
        self._interaction = interaction

    def cancel(self) -> None:
        """Give up the gesture that is going on."""
        interaction, self._interaction = self._interaction, None
        if interaction is not None:
            interaction.cancel()

    def _hover_at(self, point: QPoint) -> None:
        hit = self.hit(point)
        if hit == self._hover == self.canvas.hovered:
            return
        self._hover = hit
        self.canvas.set_hover(hit)
        if hit.part in CURSORS:
            self.viewport().setCursor(CURSORS[hit.part])
        else:
            self.viewport().unsetCursor()
        self._hover_timer.stop()
        if hit.unit < 0:
            self.hover_map.leave_soon()
        else:  # on the way to the card the pointer crosses other maps
            self._hover_timer.start(SWITCH_MS if self.hover_map.isVisible() else HOVER_MS)

    def _enlarge(self) -> None:
        item = self.canvas.nodes.get(self._hover.node)
        if item is None or self._hover.unit < 0 or not item.sheet.units:
            return
        if not self.hover_map.held:
            self.live.look_at(self._hover.node, self._hover.unit)

    def _stop_hovering(self) -> None:
        self._hover_timer.stop()
        self.live.editor.close_editor(keep=True)
        self.hover_map.dismiss()

    def refresh_hover(self) -> None:
        """Forget what the pointer is on, unless somebody works on it: cards came or went under it."""
        self._hover = Hit()
        self._hover_timer.stop()
        if self.viewport().underMouse():
            QToolTip.hideText()  # it may tell of a card that is gone
        self.live.refresh()

    def viewportEvent(self, event: QEvent) -> bool:
        """A pointer that leaves takes ports and buttons with it."""
        if event.type() == QEvent.Type.Leave and self._interaction is None:
            self.refresh_hover()
            self.canvas.set_hover(Hit())
        elif isinstance(event, QHelpEvent) and (text := self._tip(self.hit(event.pos()))):
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, hit: Hit) -> str:
        """What is known of the thing under the pointer, and how it is dragged."""
        known, how = self.facts(hit), tips.of(hit)
        return f"{known}<p>{how}</p>" if known and how else known or how

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self._interaction is not None:
            self.cancel()  # nothing else: what was selected stays so
        elif not self.keyboard.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self.keyboard.leave()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        """Tab goes from card to card, and on to the next panel after the last."""
        return self.keyboard.tab(forward) or super().focusNextPrevChild(forward)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._stop_hovering()
        point = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            hit, point = self.keyboard.menu_place()
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

    def pick_at_wire(self, point: QPoint, node: str, port: int) -> None:
        """Let a person choose a layer for the loose end of a wire from an output, or from input `port` if not −1."""
        here = self.mapToScene(point)
        place = (here.x(), here.y() - 30.0)

        def taken(layer: Entry) -> None:
            if port < 0:
                self.commands.branch(node, layer, place)
            else:
                self.commands.feed(node, port, layer, (place[0] - NEW_WIDTH, place[1]))

        self._stop_hovering()
        self.picker.open(self.viewport().mapToGlobal(point), taken, needs_input=port < 0)

    def pick_replacement(self, node_id: str) -> None:
        """Let a person choose another layer for the place of a node."""
        box = self.mapFromScene(self.canvas.nodes[node_id].card_rect()).boundingRect()
        self._stop_hovering()
        self.picker.open(
            self.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 4)),
            lambda layer: self.commands.replace(node_id, layer),
        )

    def replace_selected(self) -> None:
        """Let a person choose another layer for the place of the selected one."""
        chosen = self.canvas.selected()
        if len(chosen) == 1:
            self.pick_replacement(chosen[0])
        else:
            self.commands.refused.emit(self.tr("Select one layer to replace it."))

    def move_selected(self, step: int) -> None:
        """Move the selected layer past its neighbour: towards the output (1) or the input (−1)."""
        chosen = self.canvas.selected()
        if len(chosen) == 1:
            self.commands.move_in_chain(chosen[0], step)
        else:
            self.commands.refused.emit(self.tr("Select one layer to move it along its chain."))

    def align(self, how: Align) -> None:
        """Bring a side, or the middles, of the selected cards to one line."""
        if len(self.canvas.selected()) > 1:
            self.commands.align(self.canvas.selected(), how)
        else:
            self.commands.refused.emit(self.tr("Select two layers or more to align them."))

    def distribute(self, way: Axis) -> None:
        """Make the gaps between the selected cards equal."""
        if len(self.canvas.selected()) > 2:
            self.commands.distribute(self.canvas.selected(), way)
        else:
            self.commands.refused.emit(self.tr("Select three layers or more to space them out."))

    def delete_selected(self, bypass: bool = True) -> None:
        """Remove the selected nodes and edges; with `bypass` the nodes' neighbours are wired together."""
        self.commands.delete(self.canvas.selected(), self.canvas.selected_edges(), bypass)

    def paste(self, point: QPoint | None = None) -> None:
        """Paste around a point of the viewport; without one at the pointer, or in the middle when it is elsewhere."""
        if point is None:
            pointer = self.viewport().mapFromGlobal(QCursor.pos())
            inside = self.viewport().underMouse() and self.viewport().rect().contains(pointer)
            point = pointer if inside else self.viewport().rect().center()
        here = self.mapToScene(point)
        self.commands.paste((here.x(), here.y()))

    def select_along(self, way: int) -> None:
        """Add all that flows into the selected nodes to the selection (−1), or all that they flow into (1)."""
        follow = rewiring.downstream if way > 0 else rewiring.upstream
        self.select(follow(self.canvas.graph, self.canvas.selected()))

    def select(self, ids: Iterable[str]) -> None:
        """Select nodes that are there."""
        self.canvas.select([i for i in ids if i in self.canvas.nodes])

    # --- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.clear()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    # --- words -----------------------------------------------------------------------------------------------------

    def show_hint(self, point: QPoint, text: str, error: bool = True) -> None:
        """Say something beside the pointer; "" says nothing."""
        self._hint.say(point, text, error)

    def _refused(self, sentence: str) -> None:
        self.show_hint(self.viewport().mapFromGlobal(self.cursor().pos()), sentence)
        QTimer.singleShot(REFUSED_MS, self._hint, self._hint.hide)
