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

from playground.ui.canvas import menus
from playground.ui.canvas.commands import CanvasCommands
from playground.ui.canvas.gestures import pressing
from playground.ui.canvas.gestures.ask import Ask
from playground.ui.canvas.gestures.dropping import Dropping
from playground.ui.canvas.gestures.hovering import Hovering
from playground.ui.canvas.gestures.interactions import Interaction, Pan
from playground.ui.canvas.gestures.keys import Keyboard
from playground.ui.canvas.gestures.picker import LayerPicker
from playground.ui.canvas.gestures.pointer_hint import PointerHint
from playground.ui.canvas.gestures.rename import TitleEditor
from playground.ui.canvas.gestures.selection import Selection
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.live.hover_map import HoverMap
from playground.ui.canvas.live.live import Live
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.scene import CanvasScene, Hit

REFUSED_MS = 4000


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
        self.hovering = Hovering(self)
        self.ask = Ask(self)
        self.selection = Selection(self)
        self._dropping = Dropping(self)
        self._hint = PointerHint(scene.look.theme, self.viewport())
        self._interaction: Interaction | None = None
        self._space = False
        self.live = Live(self)
        self._set_up()
        scene.moved.connect(self.live.refresh)
        self.zoomed.connect(self.hover_map.dismiss)
        commands.refused.connect(self._refused)
        self.keyboard = Keyboard(self)
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
        self.hovering.stop()
        if self._interaction is not None:
            return
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._interaction = Pan(self, point)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._interaction = pressing.gesture(self, self.hit(point), point, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._interaction is not None:
            self._interaction.move(point, event.modifiers())
        else:
            self.hovering.move(point)

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
            self.ask.layer(point, edge=hit.edge)
        elif hit.part == "node" and self.canvas.nodes[hit.node].title_rect().contains(self.mapToScene(point)):
            self.ask.name(hit.node)
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
        self.hovering.stop()
        self._interaction = interaction

    def cancel(self) -> None:
        """Give up the gesture that is going on."""
        interaction, self._interaction = self._interaction, None
        if interaction is not None:
            interaction.cancel()

    def viewportEvent(self, event: QEvent) -> bool:
        """A pointer that leaves takes ports and buttons with it."""
        if event.type() == QEvent.Type.Leave and self._interaction is None:
            self.hovering.refresh()
            self.canvas.set_hover(Hit())
        elif isinstance(event, QHelpEvent) and (text := self.hovering.tip(event.pos())):
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

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
        self.hovering.stop()
        point = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            hit, point = self.keyboard.menu_place()
        else:
            hit = self.hit(point)
        menu = menus.menu_for(self, hit, point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    # --- choosing and pasting --------------------------------------------------------------------------------------

    def paste(self, point: QPoint | None = None) -> None:
        """Paste around a point of the viewport; without one at the pointer, or in the middle when it is elsewhere."""
        if point is None:
            pointer = self.viewport().mapFromGlobal(QCursor.pos())
            inside = self.viewport().underMouse() and self.viewport().rect().contains(pointer)
            point = pointer if inside else self.viewport().rect().center()
        here = self.mapToScene(point)
        self.commands.paste((here.x(), here.y()))

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
