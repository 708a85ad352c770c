"""A node's card on the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.spec.graph import Node
from playground.ui.canvas.items.badges import Mark, mark_color, mark_pen, paint_badge, tinted
from playground.ui.canvas.items.buttons import BUTTON, button_box, paint_button
from playground.ui.canvas.items.card import HEADER, RADIUS, Context, Face, face
from playground.ui.canvas.items.card_paint import (
    mask_of,
    paint_behind,
    paint_halo,
    paint_maps,
    paint_more,
    paint_shadow,
    paint_surgery,
)
from playground.ui.canvas.items.card_text import paint_far_title, paint_small_text, paint_text
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.map_sheet import MapSheet
from playground.ui.canvas.items.port_names import name_boxes, names_of, paint_names
from playground.ui.canvas.items.ports import inputs, output, paint_ports, spread
from playground.ui.canvas.items.scales import FAR, SMALL

Light = Literal["", "legal", "source", "illegal", "target", "dim"]
"""What a wire that is dragged makes of a card: it may end at an input, or come from its output; it may not; …"""
DIM = 0.35
"""Opacity of cards where a wire may not end."""


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
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
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
        self._mask = mask_of(self.face)
        self.setToolTip(self.face.hint or self.face.sentence)
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
        return self.pos() + output(self.face, self.down)

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
        corner = self.pos()
        return [corner + port for port in inputs(self.face, count, self.main_port, self.down)]

    def ends(self, count: int, out: bool) -> list[QPointF]:
        """Where `count` lines leave or enter the card, in the scene."""
        corner = self.pos()
        return [corner + end for end in spread(self.face, count, out, self.down)]

    def button_rect(self, which: int) -> QRectF:
        """The quick − (0) or + (1) button in the scene, on a side that has no port."""
        aside = (-BUTTON - 2, BUTTON + 2)[which]
        if self.down:
            return button_box(self.pos() + QPointF(self.face.width, self.face.height / 2 - aside))
        return button_box(self.pos() + QPointF(self.face.width / 2 + aside, 0))

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
                paint_small_text(painter, self.face, self.look)
            else:
                paint_text(painter, self.face, self.look)
            self._paint_maps(painter)
            if self._hovered or self.light not in ("", "dim"):
                self._paint_ports(painter)
            if self._hovered and self.face.quick and not self.light:
                self._paint_buttons(painter)
        else:
            paint_far_title(painter, self.face, self.look, self.block_color())
        if self.mark is not None:
            paint_badge(painter, self.face.card.topLeft() + QPointF(3, 3), self.mark, self.look)

    def _paint_card(self, painter: QPainter, near: bool) -> None:
        card, look, scale = self.face.card, self.look, painter.worldTransform().m11()
        ring = self.ring()
        if near:
            paint_shadow(painter, card, look)
        if self.face.stacked:  # a block
            paint_behind(painter, card, look.line if near else QPen(look.faint, 1.0 / scale), look)
        if ring is not None and near:
            paint_halo(painter, card, ring, self.glow)
        if self.mark is not None and ring == mark_color(look, self.mark):
            painter.setPen(mark_pen(look, self.mark, 2.0 if near else 2.5 / scale))
        elif near:
            painter.setPen(look.line if ring is None else QPen(ring, 1.5))
        else:
            painter.setPen(QPen(ring or look.faint, (2.0 if ring else 1.0) / scale))
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

    def _paint_maps(self, painter: QPainter) -> None:
        paint_maps(painter, self.face, self.sheet, self.look)
        if self.sheet.units:
            painter.fillPath(self._mask, self._paper)
        if self.node.surgery:
            paint_surgery(painter, self.face, self.node.surgery, self.look)
        if self.face.more:
            paint_more(painter, self.face, self.look)

    def _paint_ports(self, painter: QPainter) -> None:
        outputs = [output(self.face, self.down)] if self.light in ("", "source") else []
        if self.light == "source":
            paint_ports(painter, outputs, [], self.look)
            return
        paint_ports(painter, outputs, [self.in_port(port) - self.pos() for port in range(self.port_count)], self.look)
        paint_names(painter, self.port_names, self._name_boxes(), self.look)

    def _name_boxes(self) -> list[QRectF]:
        ports = [self.in_port(port) - self.pos() for port in range(len(self.port_names))]
        return name_boxes(self.port_names, ports, self.look, self.down)

    def _paint_buttons(self, painter: QPainter) -> None:
        for which in (0, 1):
            box = self.button_rect(which).translated(-self.pos())
            paint_button(painter, box, which == 1, self.look.line, self.look.text, self.look)
