"""A node's card on the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.spec.graph import Node
from playground.ui.canvas.items.badges import Mark, mark_color, mark_pen, paint_badge, tinted
from playground.ui.canvas.items.card import HEADER, MAP_RADIUS, PAD, RADIUS, Context, Face, face
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.map_sheet import MapSheet
from playground.ui.canvas.items.port_names import name_boxes, names_of, paint_names
from playground.ui.canvas.items.surgery_marks import paint_marks, paint_strip_marks
from playground.ui.icons import pixmap

Light = Literal["", "legal", "source", "illegal", "target", "dim"]
"""What a wire that is dragged makes of a card: it may end at an input, or come from its output; it may not; …"""
DIM = 0.35
"""Opacity of cards where a wire may not end."""
PORT = 5.0
REACH = 12.0
PORT_STEP = 15.0
BUTTON = 9.0
FAR = 0.42
"""Below this scale cards show no maps and edges no strands."""
SMALL = 0.66
"""Below this scale cards say less, in larger letters."""
SMALL_TITLE, SMALL_CAPTION, LEAST_LETTERS = 11.0, 9.5, 8.0
"""Heights of these letters on the screen, and of those that must fit a narrow card."""

LEGIBLE = 30.0
"""Cards that are narrower on the screen show no title."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)


class NodeItem(QGraphicsItem):
    """Draws one node; it knows the node's id, never the document."""

    def __init__(self, node: Node, look: Look) -> None:
        super().__init__()
        self.node = node
        self.context = Context()
        self.look = look
        self.sheet = MapSheet(look.table)
        self.face: Face = face(node, self.context, look)
        self.port_count = 1
        self.down = False
        self.main_port = -1
        self.port_names = names_of(node)
        self.on_change: Callable[[], None] | None = None
        self.light: Light = ""
        self.glow = 0.0
        self.glow_color = look.accent
        self.mark: Mark | None = None
        self.tint = 0.0
        self._paper = look.panel
        self._hovered = False
        self._mask = QPainterPath()
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(2)
        self._relaid()

    def show_node(self, node: Node, context: Context, ports: int) -> bool:
        """Show another value of the node; True when the size of the card changed, nothing when nothing differs."""
        if node is self.node and context == self.context and ports == self.port_count:
            return False
        operated = node.surgery != self.node.surgery
        self.node, self.context = node, context
        made = face(node, context, self.look)
        if made == self.face and ports == self.port_count:
            if operated:
                self._changed()
            return False
        resized = made.size != self.face.size
        if (made.units, made.strip, len(made.cells)) != (self.face.units, self.face.strip, len(self.face.cells)):
            self.sheet.clear()
        self.face, self.port_count, self.port_names = made, ports, names_of(node)
        self._relaid()
        return resized

    def _changed(self) -> None:
        self.update()
        if self.on_change is not None:
            self.on_change()

    def set_down(self, down: bool) -> None:
        """Hold edges at the top and the bottom instead of the sides."""
        if down != self.down:
            self.down = down
            self._relaid()

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        self.sheet.set_table(look.table)
        self.face = face(self.node, self.context, look)
        self._paper = tinted(look, self.tint)
        self._relaid()

    def _relaid(self) -> None:
        self.prepareGeometryChange()
        self._bounds = self.face.card.united(self.face.sentence_box).adjusted(-12, -14, 12, 14)
        for box in self._name_boxes():
            self._bounds = self._bounds.united(box.adjusted(-2, -2, 2, 2))
        self._mask = QPainterPath()
        for cell in self.face.cells[: self.face.shown]:
            self._mask.addRect(cell.adjusted(-0.6, -0.6, 0.6, 0.6))
            self._mask.addRoundedRect(cell, MAP_RADIUS, MAP_RADIUS)
        hint = self.face.hint or self.face.sentence
        self.setToolTip(hint)
        self._changed()

    # --- parts a pointer can be on ---------------------------------------------------------------------------------

    @property
    def hovered(self) -> bool:
        """Whether the pointer is on the card: ports and quick buttons show."""
        return self._hovered

    @hovered.setter
    def hovered(self, on: bool) -> None:
        if on != self._hovered:
            self._hovered = on
            self._changed()

    def set_light(self, light: Light) -> None:
        """Show whether a wire that is being dragged may end here."""
        if light != self.light:
            self.light = light
            self._changed()

    def set_glow(self, strength: float, color: QColor) -> None:
        """Light the card up, 0 (off) to 1."""
        if strength != self.glow or color != self.glow_color:
            self.glow, self.glow_color = strength, color
            self._changed()

    def set_mark(self, mark: Mark | None) -> None:
        """Show what became of the node in a comparison; None shows nothing."""
        if mark != self.mark:
            self.mark = mark
            self._changed()

    def set_tint(self, tint: float) -> None:
        """Tint the card, 0 (not at all) to 1, in steps that can be told apart."""
        tint = round(min(max(tint, 0.0), 1.0) * 32) / 32 if tint == tint else 0.0
        if tint != self.tint:
            self.tint, self._paper = tint, tinted(self.look, tint)
            self._changed()

    def card_rect(self) -> QRectF:
        """The card in the scene."""
        return self.face.card.translated(self.pos())

    def room_rect(self) -> QRectF:
        """The card and the sentence below it, in the scene."""
        return self.face.card.united(self.face.sentence_box).translated(self.pos())

    def out_port(self) -> QPointF:
        """Centre of the output port in the scene."""
        if self.down:
            return self.pos() + QPointF(self.face.width / 2, self.face.height)
        return self.pos() + QPointF(self.face.width, self.face.port_height)

    def in_port(self, port: int) -> QPointF:
        """Centre of an input port in the scene."""
        return self._in_ports(max(self.port_count, port + 1))[port]

    def in_port_at(self, point: QPointF) -> int:
        """The input port nearest to a point of the scene."""
        ports = self._in_ports(self.port_count) if self.port_count else []
        return min(range(len(ports)), key=lambda port: (ports[port] - point).manhattanLength(), default=0)

    def set_main_port(self, port: int) -> bool:
        """Put the port in the middle whose edge comes straight from ahead; −1 for none. True when that is new."""
        if port == self.main_port:
            return False
        self.main_port = port
        self._relaid()
        return True

    def _in_ports(self, count: int) -> list[QPointF]:
        if not 0 <= self.main_port < count or count == 1:
            return self.ends(count, out=False)
        side = self.face.width if self.down else self.face.height
        aside = [_spaced(port - self.main_port, self.main_port, count, side) for port in range(count)]
        middle = self.ends(1, out=False)[0]
        return [middle + (QPointF(by, 0) if self.down else QPointF(0, by)) for by in aside]

    def ends(self, count: int, out: bool) -> list[QPointF]:
        """Where `count` lines leave or enter the card, in the scene."""
        corner = self.pos()
        if self.down:
            y = self.face.height if out else 0.0
            return [corner + QPointF(x, y) for x in self.face.port_widths(count)]
        x = self.face.width if out else 0.0
        return [corner + QPointF(x, y) for y in self.face.port_heights(count)]

    def button_rect(self, which: int) -> QRectF:
        """The quick − (0) or + (1) button in the scene, on a side that has no port."""
        aside = (-BUTTON - 2, BUTTON + 2)[which]
        if self.down:
            centre = self.pos() + QPointF(self.face.width, self.face.height / 2 - aside)
        else:
            centre = self.pos() + QPointF(self.face.width / 2 + aside, 0)
        return QRectF(centre.x() - BUTTON, centre.y() - BUTTON, 2 * BUTTON, 2 * BUTTON)

    def unit_at(self, point: QPointF) -> int:
        """The unit whose map is at a point of the scene, or −1."""
        here = point - self.pos()
        cells = self.face.cells[: min(self.face.shown, self.sheet.units)]
        if self.face.strip and cells and cells[0].contains(here):
            return min(int((here.x() - cells[0].left()) / cells[0].width() * self.face.strip), self.face.strip - 1)
        return next((i for i, cell in enumerate(cells) if cell.contains(here)), -1)

    def title_rect(self) -> QRectF:
        """Where the title stands in the scene."""
        return QRectF(self.pos(), self.face.card.size()).adjusted(0, 0, 0, HEADER - self.face.height)

    def maps_rect(self) -> QRectF:
        """All maps, in the card."""
        cells = self.face.cells
        return cells[0].united(cells[-1]).united(cells[min(3, len(cells) - 1)]) if cells else QRectF()

    # --- painting --------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw shadow, card, ring, text and maps; far away only card and title."""
        near = painter.worldTransform().m11() >= FAR
        if self.light == "dim":
            painter.setOpacity(DIM)
        self._paint_card(painter, near)
        if near:
            if painter.worldTransform().m11() < SMALL:
                self._paint_small_text(painter)
            else:
                self._paint_text(painter)
            self._paint_maps(painter)
            if self._hovered or self.light not in ("", "dim"):
                self._paint_ports(painter)
            if self._hovered and self.face.quick and not self.light:
                self._paint_buttons(painter)
        else:
            self._paint_far_title(painter)
        if self.mark is not None:
            paint_badge(painter, self.face.card.topLeft() + QPointF(3, 3), self.mark, self.look)

    def _paint_card(self, painter: QPainter, near: bool) -> None:
        card, look = self.face.card, self.look
        painter.setPen(Qt.PenStyle.NoPen)
        if near:
            painter.setBrush(look.shadow)
            for grow, drop in ((2.0, 3.0), (1.0, 1.5)):
                painter.drawRoundedRect(card.adjusted(-grow / 2, drop, grow / 2, drop), RADIUS, RADIUS)
        if self.face.stacked:  # a block: another card looks out behind it
            painter.setPen(look.line if near else QPen(look.faint, 1.0 / painter.worldTransform().m11()))
            painter.setBrush(look.panel)
            painter.drawRoundedRect(card.adjusted(5, -5, 5, -5), RADIUS, RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
        ring = self.ring()
        if ring is not None and near:
            halo = QColor(ring)
            halo.setAlphaF(0.20 + 0.35 * self.glow)
            painter.setBrush(halo)
            painter.drawRoundedRect(card.adjusted(-3.5, -3.5, 3.5, 3.5), RADIUS + 3.5, RADIUS + 3.5)
        if self.mark is not None and ring == mark_color(look, self.mark):
            painter.setPen(mark_pen(look, self.mark, 2.0 if near else 2.5 / painter.worldTransform().m11()))
        elif near:
            painter.setPen(look.line if ring is None else QPen(ring, 1.5))
        else:
            painter.setPen(QPen(ring or look.faint, (2.0 if ring else 1.0) / painter.worldTransform().m11()))
        painter.setBrush(self._paper)
        painter.drawRoundedRect(card, RADIUS, RADIUS)

    def block_color(self) -> QColor:
        """The colour of the card from far away: its kind of layer, or its tint where cards are tinted."""
        return self._paper if self.tint else self.look.category(type(self.node.layer).group)

    def ring(self) -> QColor | None:
        """The colour around the card, None for the usual line."""
        if self.light == "illegal":
            return self.look.severity("error")
        if self.light not in ("", "dim"):
            return self.look.theme.color("good") if self.light == "target" else self.look.accent
        if self.glow > 0:
            return self.glow_color
        if self.isSelected():
            return self.look.accent
        if self.mark is not None:
            return mark_color(self.look, self.mark)
        return self.look.severity(self.face.severity) if self.face.severity else None

    def _paint_text(self, painter: QPainter) -> None:
        face, look = self.face, self.look
        head = QRectF(PAD, 1, face.width - 2 * PAD, HEADER - 1)
        if face.frozen:
            painter.drawPixmap(QPointF(head.right() - 14, head.center().y() - 7), self._lock(painter))
            head.setRight(head.right() - 18)
        painter.setFont(look.detail_font)
        painter.setPen(look.faint)
        if face.brief:
            painter.drawText(head, _RIGHT, face.brief)
            head.setRight(head.right() - look.detail_metrics.horizontalAdvance(face.brief) - 8)
        painter.setFont(look.title_font)
        painter.setPen(look.severity("error") if face.unknown else look.text)
        painter.drawText(
            head, _LEFT, look.title_metrics.elidedText(face.title, Qt.TextElideMode.ElideRight, head.width())
        )
        foot = QRectF(PAD, face.height - 28, face.width - 2 * PAD, 24)
        painter.setFont(look.caption_font)
        painter.setPen(look.secondary)
        painter.drawText(foot, _LEFT, face.shape)
        painter.drawText(foot, _RIGHT, face.parameters)
        self._paint_sentence(painter)

    def _paint_small_text(self, painter: QPainter) -> None:
        """Title and output shape, in letters that can be read although the card is small."""
        face, look, scale = self.face, self.look, painter.worldTransform().m11()
        for text, box, size, color in (
            (face.title, QRectF(3, 1, face.width - 6, HEADER - 1), SMALL_TITLE, look.text),
            (face.shape, QRectF(3, face.height - 29, face.width - 6, 27), SMALL_CAPTION, look.secondary),
        ):
            font, metrics = look.far_font(round(size / scale))
            wide = metrics.horizontalAdvance(text)
            if wide > box.width():
                font, metrics = look.far_font(round(max(LEAST_LETTERS, size * box.width() / wide) / scale))
            painter.setFont(font)
            painter.setPen(look.severity("error") if face.unknown else color)
            painter.drawText(box, _CENTER, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
        painter.setFont(look.caption_font)
        self._paint_sentence(painter)

    def _paint_sentence(self, painter: QPainter) -> None:
        face, look = self.face, self.look
        if face.sentence:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.paper)
            painter.drawRoundedRect(face.sentence_box.adjusted(-4, -2, 4, 3), 5, 5)
            painter.setPen(look.severity_text(face.severity))
            painter.drawText(face.sentence_box, _WRAP, face.sentence)

    def _lock(self, painter: QPainter) -> QPixmap:
        device = painter.device()
        return pixmap(self.look.theme, "lock", "secondary", 14, device.devicePixelRatioF() if device else 1.0)

    def _paint_maps(self, painter: QPainter) -> None:
        face = self.face
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not face.strip)
        for unit, cell in enumerate(face.cells):
            if unit < min(face.shown, self.sheet.units):
                self.sheet.draw(painter, unit, cell)
            else:
                painter.setBrush(self.look.empty)
                painter.drawRoundedRect(cell, MAP_RADIUS, MAP_RADIUS)
        if self.sheet.units:
            painter.fillPath(self._mask, self._paper)
        if self.node.surgery:
            self._paint_surgery(painter)
        if face.more:
            painter.setPen(self.look.secondary)
            painter.setFont(self.look.caption_font)
            painter.drawText(face.cells[-1], _CENTER, f"+{face.more}")

    def _paint_surgery(self, painter: QPainter) -> None:
        face, surgery = self.face, self.node.surgery
        if face.strip:
            paint_strip_marks(painter, face.cells[0], surgery, face.strip, self.look)
            return
        for unit, cell in enumerate(face.cells[: face.shown]):
            paint_marks(painter, cell, surgery, unit, self.look)

    def _paint_ports(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.look.accent, 1.5))
        painter.setBrush(self.look.panel)
        if self.light in ("", "source"):
            painter.drawEllipse(self.out_port() - self.pos(), PORT, PORT)
        if self.light == "source":
            return
        for port in range(self.port_count):
            painter.drawEllipse(self.in_port(port) - self.pos(), PORT - 0.5, PORT - 0.5)
        paint_names(painter, self.port_names, self._name_boxes(), self.look)

    def _name_boxes(self) -> list[QRectF]:
        ports = [self.in_port(port) - self.pos() for port in range(len(self.port_names))]
        return name_boxes(self.port_names, ports, self.look, self.down)

    def _paint_buttons(self, painter: QPainter) -> None:
        for which in (0, 1):
            box = self.button_rect(which).translated(-self.pos())
            painter.setPen(self.look.line)
            painter.setBrush(self.look.panel)
            painter.drawEllipse(box)
            paint_sign(painter, box.center(), which == 1, self.look.text)

    def _paint_far_title(self, painter: QPainter) -> None:
        """The title as large as it fits; the kind of layer as a colour where there is no room for one."""
        scale, title = max(painter.worldTransform().m11(), 0.05), self.face.title
        box = self.face.card.adjusted(4, 4, -4, -4)
        size = min(SMALL_TITLE / scale, box.height() * 0.4, 44.0)
        font, metrics = self.look.far_font(int(size))
        if (wide := metrics.horizontalAdvance(title)) > box.width():
            font, metrics = self.look.far_font(int(max(LEAST_LETTERS / scale, size * box.width() / wide)))
        if metrics.horizontalAdvance(title) > box.width() and box.width() * scale < LEGIBLE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.block_color())
            painter.drawRoundedRect(box, RADIUS - 4, RADIUS - 4)
            return
        painter.setFont(font)
        painter.setPen(self.look.severity("error") if self.face.unknown else self.look.text)
        painter.drawText(box, _CENTER, metrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width()))


def _spaced(steps: int, main: int, count: int, side: float) -> float:
    """How far a port stands from the main one: evenly to each end of a side, and not far."""
    there = main if steps < 0 else count - 1 - main
    return steps * min(PORT_STEP, (side / 2 - PORT) / max(there, 1))


def paint_sign(painter: QPainter, centre: QPointF, plus: bool, color: QColor) -> None:
    """A small + or −."""
    painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0))
    if plus:
        painter.drawLine(centre - QPointF(0, 4), centre + QPointF(0, 4))
