"""A frame around cards that belong together, with a title and a button that folds them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.items.buttons import BUTTON, button_box, paint_button
from playground.ui.canvas.items.look import Look

SIDE, TITLE = 20.0, 30.0
"""Room between the frame and its cards; the title stands above them."""
RADIUS = 16.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class Frame:
    """A group of nodes by id, for a block that is opened in place; `key` is what its owner knows it by."""

    key: str
    title: str
    members: frozenset[str]


class FrameItem(QGraphicsItem):
    """Draws one frame behind its cards, in scene coordinates."""

    def __init__(self, frame: Frame, look: Look) -> None:
        super().__init__()
        self.frame = frame
        self.look = look
        self.box = QRectF()
        self._hovered = False
        self.setToolTip(QCoreApplication.translate("canvas", "{title}: opened in place").format(title=frame.title))

    def show_frame(self, frame: Frame) -> None:
        """Show another value of the frame."""
        if frame != self.frame:
            self.frame = frame
            self.setToolTip(QCoreApplication.translate("canvas", "{title}: opened in place").format(title=frame.title))
            self.update()

    def surround(self, boxes: Iterable[QRectF], head: float = 0.0) -> None:
        """Stand around these boxes, with room for the title above them and `head` more for edges from there."""
        inner = QRectF()
        for box in boxes:
            inner = inner.united(box)
        around = QRectF() if inner.isNull() else inner.adjusted(-SIDE, -SIDE - TITLE - head, SIDE, SIDE)
        if around != self.box:
            self.prepareGeometryChange()
            self.box = around

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        self.update()

    def set_hovered(self, on: bool) -> None:
        """Show that the button is under the pointer."""
        if on != self._hovered:
            self._hovered = on
            self.update()

    def fold_rect(self) -> QRectF:
        """The button that folds the block up."""
        return button_box(QPointF(self.box.right() - SIDE - BUTTON + 4, self.box.top() + TITLE / 2 + 4))

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the rounded rectangle, the title and the button."""
        if self.box.isEmpty():
            return
        scale = max(painter.worldTransform().m11(), 0.02)
        fill = QColor(self.look.theme.color("accent_fill"))
        fill.setAlphaF(0.38)
        painter.setBrush(fill)
        painter.setPen(QPen(self.look.halo, max(1.25, 1.0 / scale)))
        painter.drawRoundedRect(self.box, RADIUS, RADIUS)
        self._paint_title(painter, scale)
        self._paint_button(painter)

    def _paint_title(self, painter: QPainter, scale: float) -> None:
        head = QRectF(self.box.left() + SIDE, self.box.top() + 4, self.box.width() - 2 * SIDE - 28, TITLE)
        size = int(min(max(12.0, 10.0 / scale), 26.0))
        font, metrics = self.look.far_font(size)
        painter.setFont(font)
        painter.setPen(self.look.secondary)
        title = metrics.elidedText(self.frame.title, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, _LEFT, title)

    def _paint_button(self, painter: QPainter) -> None:
        look = self.look
        line = QPen(look.accent, 1.5) if self._hovered else look.line
        ink = look.accent if self._hovered else look.secondary
        paint_button(painter, self.fold_rect(), False, line, ink, look)


def show_frames(scene: QGraphicsScene, items: dict[str, FrameItem], frames: Sequence[Frame], look: Look) -> bool:
    """Let a scene have an item for each of these frames and no others; False when all are as before."""
    wanted = {frame.key: frame for frame in frames}
    if {key: item.frame for key, item in items.items()} == wanted:
        return False
    for key in [k for k in items if k not in wanted]:
        scene.removeItem(items.pop(key))
    for key, frame in wanted.items():
        if key in items:
            items[key].show_frame(frame)
        else:
            items[key] = FrameItem(frame, look)
            scene.addItem(items[key])
    return True


def inner_first(frames: Iterable[Frame]) -> list[Frame]:
    """Frames such that each comes after the frames inside it."""
    return sorted(frames, key=lambda frame: (len(frame.members), frame.key))


def surround_all(items: Mapping[str, FrameItem], cards: Mapping[str, QRectF], head: float = 0.0) -> None:
    """Fit each frame around its cards and around the frames inside it."""
    done: list[FrameItem] = []
    for rank, frame in enumerate(inner_first(item.frame for item in items.values())):
        item = items[frame.key]
        within = [other.box for other in done if other.frame.members < frame.members]
        item.surround([*(cards[i] for i in frame.members if i in cards), *within], head)
        item.setZValue(-1.0 - rank / 1000)
        done.append(item)
