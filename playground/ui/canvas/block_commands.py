"""Blocks on the canvas: opened and closed in place, made of cards and taken apart again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent

from playground.spec import folding
from playground.spec.blocks import BlockUse
from playground.spec.errors import SpecError
from playground.spec.opened import Frame as OpenFrame
from playground.ui.block_edits import BlockEdits
from playground.ui.block_list import library_blocks, own_blocks
from playground.ui.canvas.items.frame_item import Frame
from playground.ui.document import Document

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView


class BlockCommands(QObject):
    """What a person does with blocks on the canvas, and the frames of those that are opened."""

    def __init__(self, document: Document, view: CanvasView) -> None:
        super().__init__(view)
        self._document = document
        self._view = view
        self._edits = BlockEdits(document)
        document.frame_at = self.frame_at
        view.picker.blocks = lambda: [*own_blocks(document.shown), *library_blocks(document.shown)]
        view.viewport().installEventFilter(self)

    # --- frames ----------------------------------------------------------------------------------------------------

    def show_frames(self) -> None:
        """Draw the frames of the opened blocks."""
        frames = self._document.cards.frames
        self._view.canvas.set_frames([Frame(path, _title(frame), frame.members) for path, frame in frames.items()])

    def frame_at(self, point: tuple[float, float]) -> str:
        """The innermost frame around a point of the scene, or ""."""
        here = QPointF(*point)
        found = [
            (item.box.width() * item.box.height(), key)
            for key, item in self._view.canvas.frames.items()
            if item.box.contains(here)
        ]
        return min(found)[1] if found else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """The button of a frame closes its block, whatever else a press would begin."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
            and event.button() == Qt.MouseButton.LeftButton
            and (hit := self._view.hit(event.position().toPoint())).part == "fold"
        ):
            self.close(hit.frame)
            return True
        return super().eventFilter(watched, event)

    # --- what is selected ------------------------------------------------------------------------------------------

    def is_use(self, card: str) -> bool:
        """Whether a card stands for a block."""
        graph = self._document.graph
        return card in graph and isinstance(graph.node(card).layer, BlockUse)

    def around(self, card: str) -> str:
        """The innermost frame around a card, or ""."""
        return self._document.cards.homes.get(card, "")

    @property
    def here(self) -> str:
        """The use that is selected, else the frame around what is selected, else ""."""
        chosen = self._view.canvas.selected()
        if not chosen:
            return ""
        return chosen[0] if self.is_use(chosen[0]) else self.around(chosen[0])

    # --- opening ---------------------------------------------------------------------------------------------------

    def open(self, card: str) -> None:
        """Show the layers of a use in its place."""
        self._document.open_use(card)
        frame = self._document.cards.frames.get(card)
        if frame is None:
            self._document.close_use(card)
            self._tell(self.tr("This block cannot be opened: it is missing, or its values do not fit."))
            return
        self._view.select([node.id for node in self._document.graph.nodes if node.id in frame.members][:1])

    def close(self, path: str) -> None:
        """Show a use as one card again, and select it."""
        self._document.close_use(path)
        self._view.select([path])

    def toggle(self) -> None:
        """Open the selected use, or close the block around the selected card."""
        if path := self._needed():
            (self.close if path in self._document.cards.frames else self.open)(path)

    # --- making and unmaking ---------------------------------------------------------------------------------------

    def fold(self) -> None:
        """Make a block of the selected cards; its name is typed above them."""
        chosen, document = self._view.canvas.selected(), self._document
        try:
            folding.fold(document.shown, document.network, chosen, "block", document.opened_uses)
        except SpecError as error:
            document.refused.emit(error)
            return
        self._view.title_editor.open(self._place_of(chosen), self.tr("Block"), lambda name: self._fold(chosen, name))

    def _fold(self, chosen: list[str], name: str) -> None:
        if card := self._edits.fold(chosen, name.strip() or self.tr("Block")):
            self._view.select([card])

    def _place_of(self, chosen: list[str]) -> QRect:
        box = self._view.canvas.nodes[chosen[0]].card_rect()
        for card in chosen:
            box = box.united(self._view.canvas.nodes[card].card_rect())
        area, room = self._view.mapFromScene(box).boundingRect(), self._view.viewport().rect()
        left = min(max(area.left(), room.left() + 8), max(room.right() - 190, 8))
        return QRect(left, min(max(area.top() - 36, room.top() + 8), max(room.bottom() - 40, 8)), 180, 30)

    def unfold(self, path: str = "") -> None:
        """Put the layers of a use in its place for good."""
        if path := path or self._needed():
            self._edits.unfold(path)

    def make_own(self, path: str = "") -> None:
        """Give a use a copy of its block that no other use shares."""
        if path := path or self._needed():
            self._edits.make_own(path)

    def remove_unused(self) -> None:
        """Take the blocks away that nothing uses."""
        if not self._edits.remove_unused():
            self._tell(self.tr("Every block is in use."))

    def _needed(self) -> str:
        """The block that is meant; what to do where none is."""
        if not (path := self.here):
            self._tell(self.tr("Select a block, or a layer inside an opened one."))
        return path

    def menu(self, card: str) -> list[tuple[str, Callable[[], object]]]:
        """What a person can do with a card and blocks."""
        entries: list[tuple[str, Callable[[], object]]] = []
        if self.is_use(card):
            entries += [
                (self.tr("Open in place"), lambda: self.open(card)),
                (self.tr("Unfold"), lambda: self.unfold(card)),
                (self.tr("Make its own copy"), lambda: self.make_own(card)),
            ]
        if frame := self.around(card):
            entries.append((self.tr("Close the block"), lambda: self.close(frame)))
        entries.append((self.tr("Fold into a block…"), self.fold))
        return entries

    def _tell(self, text: str) -> None:
        self._view.commands.refused.emit(text)


def _title(frame: OpenFrame) -> str:
    """The name of an opened block and how often it stands there."""
    return f"{frame.title} ×{frame.use.repeat}" if frame.use.repeat > 1 else frame.title
