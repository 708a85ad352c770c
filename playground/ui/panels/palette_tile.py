"""A layer or a block in the palette: one line, to be dragged or chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.canvas.items.look import Look, mixed
from playground.ui.canvas.mime import entry_to_mime
from playground.ui.offers import Offer
from playground.ui.widgets import help_tip

HEIGHT, RADIUS = 26, 6.0
MARK, BEFORE, AFTER, APART = 3.0, 14.0, 7.0, 10.0
"""Widths of the mark of the kind of layer, of the room before and after the words, and between title and group."""
BESIDE = QPoint(-14, -10)
"""A dragged tile is beside the pointer, so that it does not cover the mark of where it would land."""
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class LayerTile(QWidget):
    """Shows an offer; `grouped` also names its group.

    Signals: `chosen(entry)` on a double click or Enter; `stepped(tile, key)` on an arrow key; `typed(text)` for what
    belongs into the search field.
    """

    chosen = Signal(object)
    stepped = Signal(object, int)
    typed = Signal(str)

    def __init__(self, offer: Offer, look: Look, grouped: bool = False) -> None:
        super().__init__()
        self.look = look
        self._grouped = grouped
        self._marked = False
        self._pressed: QPoint | None = None
        self._ringed = False
        self.setFont(fonts.font(fonts.LABEL))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_offer(offer)

    def show_offer(self, offer: Offer) -> None:
        """Stand for that one from now on."""
        self.offer = offer
        first, rest = offer.about
        self.setToolTip(help_tip(f"{offer.title}. {first} {rest}"))
        self.setAccessibleName(f"{offer.title}. {first}")
        self.updateGeometry()
        self.update()

    def set_marked(self, on: bool) -> None:
        """Whether Enter in the search field would add it."""
        if on != self._marked:
            self._marked = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.fontMetrics().horizontalAdvance(self.offer.title) + BEFORE + AFTER) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT)

    # --- choosing and dragging -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None
        self.chosen.emit(self.offer.make())

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(entry_to_mime(self.offer.make()))
        drag.setPixmap(self.grab())
        drag.setHotSpot(BESIDE)
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.offer.make())
        elif event.key() in ARROWS or event.key() == Qt.Key.Key_Escape:
            self.stepped.emit(self, event.key())
        elif plain and event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = self._marked or (self.hasFocus() and self._ringed)
        painter.setPen(QPen(theme.color("accent" if ringed else "line"), 1.5 if ringed else 1.0))
        painter.setBrush(theme.color("accent_fill" if self._marked else "hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(self.look.category(self.offer.kind.group), theme.color("text"), 0.75))
        painter.drawRoundedRect(QRectF(QPointF(6, HEIGHT / 2 - 6), QPointF(6 + MARK, HEIGHT / 2 + 6)), 1.5, 1.5)
        self._paint_words(painter, QRectF(self.rect()).adjusted(BEFORE, 0, -AFTER, 0))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        theme, metrics = self.look.theme, self.fontMetrics()
        title = metrics.horizontalAdvance(self.offer.title)
        if self._grouped and title + APART < room.width():
            caption = self.look.caption_metrics
            group = caption.elidedText(self.offer.group, Qt.TextElideMode.ElideRight, room.width() - title - APART)
            painter.setFont(self.look.caption_font)
            painter.setPen(theme.color("secondary"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), group)
        painter.setFont(self.font())
        painter.setPen(theme.color("text"))
        shown = metrics.elidedText(self.offer.title, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
