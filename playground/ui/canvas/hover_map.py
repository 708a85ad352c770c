"""A unit's map, enlarged beside the pointer, with its exact scale."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui import fonts
from playground.ui.canvas.look import Look
from playground.ui.canvas.node_item import NodeItem

SIDE, PAD, HEAD, FOOT = 176, 12, 30, 42
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class HoverMap(QWidget):
    """Draws one unit's map large; the canvas repaints it whenever new maps arrive."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.look = look
        self._item: NodeItem | None = None
        self._unit = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(SIDE + 2 * PAD, HEAD + SIDE + FOOT)
        self.hide()

    @property
    def unit(self) -> tuple[str, int]:
        """Node and unit shown; ("", −1) while hidden."""
        return (self._item.node.id, self._unit) if self._item is not None and not self.isHidden() else ("", -1)

    def present(self, item: NodeItem, unit: int, near: QRect) -> None:
        """Show a unit's map beside `near`, a rectangle of the parent, inside the parent."""
        self._item, self._unit = item, unit
        room = self._room.rect()
        x = near.right() + 12
        if x + self.width() > room.right():
            x = near.left() - 12 - self.width()
        y = near.center().y() - self.height() // 2
        self.move(QPoint(max(4, x), max(4, min(y, room.height() - self.height() - 4))))
        self.show()
        self.update()

    def dismiss(self) -> None:
        """Hide."""
        self._item = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the title, the map and the scale."""
        if self._item is None or self._unit >= self._item.sheet.units:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self.look.line)
        painter.setBrush(self.look.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.setFont(self.look.title_font)
        painter.setPen(self.look.text)
        painter.drawText(QRectF(PAD, 2, SIDE, HEAD - 2), _LEFT, self._title())
        self._item.sheet.draw(painter, self._unit, QRectF(PAD, HEAD, SIDE, SIDE))
        self._paint_scale(painter)
        painter.end()

    def _title(self) -> str:
        assert self._item is not None
        face = self._item.face
        if self._unit < len(face.unit_names):
            return f"{face.title} · {face.unit_names[self._unit]}"
        if face.units == 1:
            return face.title
        number = QLocale().toString(self._unit + 1)
        return self.tr("{layer} · unit {n}").format(layer=face.title, n=number)

    def _paint_scale(self, painter: QPainter) -> None:
        assert self._item is not None
        theme = self.look.theme
        bar = QRectF(PAD, HEAD + SIDE + 8, SIDE, 8)
        ramp = QLinearGradient(bar.topLeft(), bar.topRight())
        for at in range(0, 256, 15):
            ramp.setColorAt(at / 255, self.look.table[at] & 0xFFFFFF)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(ramp)
        painter.drawRoundedRect(bar, 4, 4)
        painter.setFont(fonts.font(fonts.CAPTION))
        painter.setPen(self.look.secondary)
        most = QLocale().toString(self._item.sheet.peak, "g", 3)
        line = QRectF(PAD, bar.bottom() + 2, SIDE, 20)
        painter.drawText(line, _LEFT, f"−{most}")
        painter.drawText(line, _CENTER, QLocale().toString(0))
        painter.drawText(line, _RIGHT, f"+{most}")
