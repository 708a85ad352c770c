"""An edge on the canvas: strands from unit to unit when they are few, one line otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from playground.spec.graph import Edge
from playground.ui.canvas.items.badges import Mark, mark_color, mark_pen, paint_badge
from playground.ui.canvas.items.buttons import button_box, paint_button
from playground.ui.canvas.items.look import Look, Strand
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.routing import Line, distance, through
from playground.ui.canvas.items.scales import FAR, SMALL
from playground.ui.canvas.items.strands import FEW, fan, fan_points, gaps_to, grouped, levels, strand_of

NEAR = 9.0
THINNEST = 1.2
"""Width on the screen below which a line could not be seen."""
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class EdgeItem(QGraphicsItem):
    """Draws one edge between two cards, in scene coordinates."""

    def __init__(self, edge: Edge, source: NodeItem, target: NodeItem, look: Look) -> None:
        super().__init__()
        self.edge = edge
        self.look = look
        self.source = source
        self.target = target
        self.label = ""
        self.problem = ""
        self.faded = False
        self.mark: Mark | None = None
        self.on_change: Callable[[], None] | None = None
        self._hovered = False
        self._strand: tuple[int, int] | None = None
        self._weights: NDArray[np.float32] | None = None
        self._mean_abs = 0.0
        self._levels: NDArray[np.int16] | None = None
        self._fan: list[list[QPainterPath]] = []
        self._fan_points: NDArray[np.float64] | None = None
        self._groups: dict[Strand, QPainterPath] | None = None
        self._pen = look.plain
        self._line = QPainterPath()
        self._bow = False
        self._points: Line = np.zeros((1, 2))
        self._label_box = QRectF()
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)

    # --- shape -----------------------------------------------------------------------------------------------------

    def route(self, bends: Sequence[QPointF] = ()) -> None:
        """Work the lines out anew, after a card has moved or changed; a single line runs through `bends`."""
        self.prepareGeometryChange()
        start, end = self.source.out_port(), self.target.in_port(self.edge.port)
        self._bow = len(bends) > 2
        self._line, self._points = through([start, *_ahead(start, bends, end, self.source.down), end], self.source.down)
        self._fan, self._groups, self._fan_points = [], None, None
        self._place_label()
        self._bounds = self._line.boundingRect().united(self._label_box).united(self._ends()).adjusted(-12, -12, 12, 12)
        self.update()

    @property
    def points(self) -> Line:
        """Points along the single line, in the scene."""
        return self._points

    def set_label(self, text: str) -> None:
        """Show the shape that flows along the edge; "" shows none."""
        if text != self.label:
            self.label = text
            self.route_label()

    def set_problem(self, words: str) -> None:
        """Draw the edge as a broken one that says why in a few words, in place of its label; "" draws it whole."""
        if words != self.problem:
            self.problem = words
            self.route_label()

    @property
    def shown_label(self) -> str:
        """What stands at the edge."""
        return self.problem or self.label

    @property
    def label_width(self) -> float:
        """Room that the label takes."""
        return self.look.caption_width(self.shown_label) + 4

    def route_label(self) -> None:
        """Put the label in its place again."""
        self.prepareGeometryChange()
        self._place_label()
        self._bounds = self._bounds.united(self._label_box)
        self._changed()

    def _ends(self) -> QRectF:
        """The room that strands may take."""
        a, b = self.source.card_rect(), self.target.card_rect()
        if self.source.down:
            corners = QRectF(a.bottomLeft(), b.topRight()).normalized()
            return corners.united(QRectF(a.bottomRight(), b.topLeft()).normalized())
        corners = QRectF(a.topRight(), b.bottomLeft()).normalized()
        return corners.united(QRectF(a.bottomRight(), b.topLeft()).normalized())

    def _place_label(self) -> None:
        self._label_box = QRectF()
        if not self.shown_label:
            return
        width = self.label_width
        start, end = self.source.out_port(), self.target.in_port(self.edge.port)
        if self.source.down:
            aside = -1 if end.x() > start.x() + 8 else 1
            at = start + QPointF(aside * (8 + width / 2), 13)
        elif self._strands() and not self._bow:
            starts = self.source.ends(self.source.face.units, out=True)
            ends = self.target.ends(self.target.face.units, out=False)
            at = QPointF((start.x() + end.x()) / 2, min(one.y() for one in (*starts, *ends)) - 12)
        else:
            rising = end.y() < start.y() - 8
            at = start + QPointF(10 + width / 2, 11 if rising else -11)
        self._label_box = QRectF(at.x() - width / 2, at.y() - 8, width, 16)

    def middle(self) -> QPointF:
        """Where the + stands."""
        return self._line.pointAtPercent(0.5)

    def plus_rect(self) -> QRectF:
        """The + button."""
        return button_box(self.middle())

    def distance(self, point: QPointF) -> float:
        """How far a point is from the line."""
        if not self._bounds.contains(point):
            return float("inf")
        return distance(self._points, point.x(), point.y())

    @property
    def path(self) -> QPainterPath:
        """The single line."""
        return self._line

    def far_color(self) -> QColor:
        """The colour of the line from far away."""
        if self.isSelected() or self._hovered:
            return self.look.accent
        if self.problem:
            return self.look.severity("error")
        return mark_color(self.look, self.mark) if self.mark is not None else self._pen.color()

    def _changed(self) -> None:
        self.update()
        if self.on_change is not None:
            self.on_change()

    # --- what flows ------------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        self._pen = self._line_pen()
        self._changed()

    def set_hovered(self, on: bool) -> None:
        """Show the + button and a stronger line."""
        if on != self._hovered:
            self._hovered = on
            self.setZValue(3 if on else 1)
            self._changed()

    def set_mark(self, mark: Mark | None) -> None:
        """Show what became of the edge in a comparison; None shows nothing."""
        if mark != self.mark:
            self.mark = mark
            self._changed()

    def set_weights(self, weights: NDArray[np.float32] | None, mean_abs: float, near: bool = True) -> None:
        """Show the target's weights (out, in); drawn anew only when what can be seen changes."""
        before, pen = self._levels, self._pen
        self._weights, self._mean_abs = weights, mean_abs
        self._levels = None if weights is None else levels(weights)
        self._pen = self._line_pen()
        if before is not None and self._levels is not None and np.array_equal(before, self._levels):
            return
        self._groups = None
        if (before is None) != (weights is None):
            self.route_label()
        if near or pen is not self._pen:
            self._changed()

    def has_weight(self, row: int, column: int) -> bool:
        """Whether the weight from a unit of the source to one of the target is known."""
        known = self._weights
        return known is not None and row < known.shape[0] and column < known.shape[1]

    def weight(self, row: int, column: int) -> float:
        """The weight from a unit of the source to one of the target, 0 while it is not known."""
        return float(self._weights[row, column]) if self._weights is not None and self.has_weight(row, column) else 0.0

    def strand_at(self, point: QPointF, reach: float) -> tuple[int, int] | None:
        """The row and column of the strand at a point, no further than `reach` away."""
        if not self._bounds.contains(point) or not self._strand_paths():
            return None
        if self._fan_points is None:
            self._fan_points = fan_points(self._fan)
        gaps = gaps_to(self._fan_points, point.x(), point.y())
        found = np.unravel_index(int(gaps.argmin()), gaps.shape)
        return (int(found[0]), int(found[1])) if gaps[found] <= reach else None

    def strand_path(self, row: int, column: int) -> QPainterPath:
        """The line of one strand."""
        fits = bool(self._strand_paths()) and row < len(self._fan) and column < len(self._fan[row])
        return self._fan[row][column] if fits else self._line

    def set_strand(self, strand: tuple[int, int] | None) -> None:
        """Light one strand up, by row and column."""
        if strand != self._strand:
            self._strand = strand
            self._changed()

    @property
    def strand_count(self) -> int:
        """How many strands are drawn near; 0 while the edge is one line."""
        return sum(len(row) for row in self._fan) if self._strand_paths() else 0

    def _strands(self) -> bool:
        """Whether there is a matrix that fits the cards at both ends and is small enough."""
        rows, columns = self.target.face.units, self.source.face.units
        return (
            self._levels is not None
            and self._levels.shape == (rows, columns)
            and 0 < rows <= FEW
            and 0 < columns <= FEW
            and not self._bow
        )

    def _strand_paths(self) -> dict[Strand, QPainterPath]:
        """The strands by sign and width, made when they are first drawn; empty while the edge is one line."""
        if self._groups is not None:
            return self._groups
        self._groups = {}
        if not self._strands() or self._levels is None:
            return self._groups
        if len(self._fan) != self._levels.shape[0] or len(self._fan[0]) != self._levels.shape[1]:
            starts = self.source.ends(self._levels.shape[1], out=True)
            ends = self.target.ends(self._levels.shape[0], out=False)
            self._fan, self._fan_points = fan(starts, ends, self.source.down), None
        self._groups = grouped(self._fan, self._levels)
        return self._groups

    def _line_pen(self) -> QPen:
        """The pen of the single line: the mean weight's sign, the mean size as width."""
        if self._weights is None or not self._weights.size:
            return self.look.plain
        mean = float(self._weights.mean())
        size = self._mean_abs if mean >= 0 else -self._mean_abs
        return self.look.strands[strand_of(int(levels(np.float32(size).reshape(1))[0]))]

    # --- painting --------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the lines, and over them what belongs to the pointer."""
        near = painter.worldTransform().m11() >= FAR
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if self.faded:
            painter.setOpacity(0.25)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected or self._hovered:
            painter.setPen(QPen(self.look.accent if selected else self.look.halo, 3.0 if selected else 7.0))
            painter.drawPath(self._line)
        if self.problem:
            width = 2.0 if near else 2.0 / painter.worldTransform().m11()
            painter.setPen(QPen(self.look.severity("error"), width, Qt.PenStyle.DashLine))
            painter.drawPath(self._line)
        elif self.mark is not None:
            painter.setPen(mark_pen(self.look, self.mark, 2.2 if near else 2.2 / painter.worldTransform().m11()))
            painter.drawPath(self._line)
        elif near and (groups := self._strand_paths()):
            for strand, path in groups.items():
                painter.setPen(self.look.strands[strand])
                painter.drawPath(path)
        else:
            painter.setPen(self._pen if near else self._far_pen(painter.worldTransform().m11()))
            painter.drawPath(self._line)
        if self._strand is not None and near:
            painter.setPen(QPen(self.look.accent, 2.0))
            painter.drawPath(self.strand_path(*self._strand))
        if self.shown_label and painter.worldTransform().m11() >= (FAR if self.problem else SMALL):
            painter.setFont(self.look.caption_font)
            painter.fillRect(self._label_box.adjusted(1, 2, -1, -2), self.look.under)
            painter.setPen(self.look.severity_text("error") if self.problem else self.look.secondary)
            painter.drawText(self._label_box, _CENTER, self.shown_label)
        if self._hovered:
            self._paint_plus(painter)
        elif self.mark is not None and near:
            paint_badge(painter, self.middle(), self.mark, self.look)

    def _far_pen(self, scale: float) -> QPen:
        """The pen of the single line, wide enough to be seen from far away."""
        pen = QPen(self._pen)
        pen.setWidthF(max(pen.widthF(), THINNEST / max(scale, 0.01)))
        return pen

    def _paint_plus(self, painter: QPainter) -> None:
        accent = self.look.accent
        paint_button(painter, self.plus_rect(), True, QPen(accent, 1.5), accent, self.look)


def _ahead(start: QPointF, bends: Sequence[QPointF], end: QPointF, down: bool) -> list[QPointF]:
    """Bends between the ends, at the height of these where a bend only leads up to them."""
    found = list(bends)
    if found and down:
        found[0], found[-1] = QPointF(start.x(), found[0].y()), QPointF(end.x(), found[-1].y())
    elif found:
        found[0], found[-1] = QPointF(found[0].x(), start.y()), QPointF(found[-1].x(), end.y())
    return found
