"""CurveCanvas: the plotting area of curves: pyqtgraph draws the lines, everything around them is painted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.spec.record import Flag
from playground.ui.engine_words import told
from playground.ui.tokens import Theme
from playground.ui.views.curve import Curve
from playground.ui.views.curve_hover import draw_hover
from playground.ui.views.end_labels import EndLabel, beside, place_labels
from playground.ui.views.ticks import Tick, number

Range = tuple[float, float]
TOP, BOTTOM, RIGHT, GAP, FLAG = 12.0, 22.0, 14.0, 8.0, 4.0
NEAR = 6.0
DIAMOND = 6.0
Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class HeldOutMark:
    """A point of the plot that was measured on the test set, and what it says."""

    x: float
    y: float
    color: QColor
    words: str


@dataclass
class Marks:
    """What is painted around the curves: ticks, flags, best epoch, names at the line ends, a sentence when empty.

    `tested` are points measured on samples that were held out.
    """

    x_ticks: Sequence[Tick] = ()
    y_ticks: Sequence[Tick] = ()
    flags: Sequence[Flag] = ()
    best: tuple[float, str, QColor] | None = None
    labels: Sequence[EndLabel] = ()
    tested: Sequence[HeldOutMark] = ()
    message: str = ""
    epoch_word: str = "epoch {0}"
    heads: tuple[str, str, str] = ("train", "test", "batch")
    format: Callable[[float], str] = number
    font: QFont = field(default_factory=QFont)


class CurveCanvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Curves over epochs with fixed ranges; wheel and drag zoom, a double click shows all again.

    `zoomed(bool)` tells when the person took the ranges over or gave them back, `moved()` when the mouse did.
    """

    zoomed = Signal(bool)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(100, 80)
        self.box = pg.ViewBox(enableMenu=False)
        self.box.setMouseMode(pg.ViewBox.RectMode)
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        self.box.sigRangeChangedManually.connect(self._taken_over)
        self.setCentralItem(None)
        self.addItem(self.box)
        self.marks = Marks()
        self.mouse: QPointF | None = None
        self.is_zoomed = False
        self._theme: Theme | None = None
        self._curves: Sequence[Curve] = ()
        self._left = 36.0
        self._right = RIGHT

    # --- what the view sets ---------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        if theme is not self._theme:
            self._theme = theme
            self.box.rbScaleBox.setPen(pg.mkPen(theme.color("accent"), width=1))
            self.box.rbScaleBox.setBrush(pg.mkBrush(theme.color("accent", 0.12)))

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Show these curves and no others."""
        for gone in set(self._curves) - set(curves):
            for item in gone.items:
                self.box.removeItem(item)
        for new in [c for c in curves if c not in self._curves]:
            for item in new.items:
                item.setParentItem(self.box.childGroup)  # first: alone in the scene it would take this for its ViewBox
                self.box.addItem(item, ignoreBounds=True)
        self._curves = list(curves)

    def set_ranges(self, x: Range, y: Range) -> None:
        """Show these ranges unless the person has zoomed."""
        if not self.is_zoomed and [list(x), list(y)] != self.box.viewRange():
            self.box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    def set_marks(self, marks: Marks, right: float = RIGHT) -> None:
        """Paint these marks, leaving `right` pixels for names at the line ends."""
        self.marks = marks
        metrics = QFontMetricsF(marks.font)
        widest = max((metrics.horizontalAdvance(tick.text) for tick in marks.y_ticks), default=20.0)
        left = max(32.0, 8 * round((widest + GAP + 6) / 8 + 0.5))
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._place()
        self.viewport().update()

    def reset_zoom(self) -> None:
        """Give the ranges back to the view."""
        if self.is_zoomed:
            self.is_zoomed = False
            self.zoomed.emit(False)

    @property
    def area(self) -> QRectF:
        """Where the curves are, in pixels."""
        return QRectF(self.box.geometry())

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a point of the plot lies in pixels."""
        (x0, x1), (y0, y1) = self.box.viewRange()
        area = self.area
        return QPointF(
            area.left() + (x - x0) / (x1 - x0) * area.width(), area.bottom() - (y - y0) / (y1 - y0) * area.height()
        )

    def epoch_at(self, pixel: float) -> float:
        """The epoch under a horizontal pixel."""
        x0, x1 = self.box.viewRange()[0]
        return float(x0 + (pixel - self.area.left()) / max(self.area.width(), 1.0) * (x1 - x0))

    # --- events ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "box"):  # pyqtgraph calls this while it is being built
            self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        inside = self.area.adjusted(-2, -TOP, 2, 2).contains(event.position())
        self.mouse = event.position() if inside else None
        self.viewport().update()
        self.moved.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse = None
        self.viewport().update()
        self.moved.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_zoom()
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            texts = [told(flag.text) for flag in self.flags_at(event.pos().x())]
            texts += [mark.words for mark in self.tested_at(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), "\n".join(texts), self)
            return True
        return bool(super().viewportEvent(event))

    def flags_at(self, pixel: float) -> list[Flag]:
        """Flags at most a few pixels from a horizontal one."""
        return [flag for flag in self.marks.flags if abs(self.pixel(flag.epoch, 0).x() - pixel) <= NEAR]

    def tested_at(self, place: QPointF) -> list[HeldOutMark]:
        """Diamonds under a place."""
        near = [(mark, self.pixel(mark.x, mark.y) - place) for mark in self.marks.tested]
        return [mark for mark, off in near if max(abs(off.x()), abs(off.y())) <= DIAMOND + 2]

    def _taken_over(self, *_: object) -> None:
        self.is_zoomed = True
        self.zoomed.emit(True)

    def _place(self) -> None:
        width = max(self.width() - self._left - self._right, 10.0)
        self.box.setGeometry(QRectF(self._left, TOP, width, max(self.height() - TOP - BOTTOM, 10.0)))

    # --- painting -------------------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        if self._theme is None:
            return
        painter.fillRect(rect, self._theme.color("panel"))
        painter.setFont(self.marks.font)
        self._draw_y_axis(painter, self._theme)
        self._draw_x_axis(painter, self._theme)
        painter.save()
        painter.setClipRect(self.area.adjusted(-FLAG, -TOP, self._right, 0))
        self._draw_flags(painter, self._theme)
        self._draw_best(painter, self._theme)
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        del rect
        if self._theme is None:
            return
        painter.setFont(self.marks.font)
        if self.marks.message:
            painter.setPen(self._theme.color("secondary"))
            words = Align.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.area.adjusted(8, 0, -8, 0), int(words), self.marks.message)
        self._draw_tested(painter, self._theme)
        self._draw_labels(painter)
        if self.mouse is not None:
            flags = [flag.text for flag in self.flags_at(self.mouse.x())]
            draw_hover(painter, self._theme, self, self._curves, self.mouse, flags)

    def _draw_y_axis(self, painter: QPainter, theme: Theme) -> None:
        area = self.area
        for tick in self.marks.y_ticks:
            y = self.pixel(0, tick.at).y()
            if area.top() - 1 <= y <= area.bottom() + 1:
                painter.setPen(QPen(theme.color("line"), 1))
                painter.drawLine(QLineF(area.left(), round(y) + 0.5, area.right(), round(y) + 0.5))
                painter.setPen(theme.color("secondary"))
                box = QRectF(0, y - 10, area.left() - GAP, 20)
                painter.drawText(box, int(Align.AlignRight | Align.AlignVCenter), tick.text)

    def _draw_x_axis(self, painter: QPainter, theme: Theme) -> None:
        area, metrics = self.area, QFontMetricsF(self.marks.font)
        painter.setPen(theme.color("secondary"))
        taken = -1e9
        for tick in self.marks.x_ticks:
            x, width = self.pixel(tick.at, 0).x(), metrics.horizontalAdvance(tick.text)
            left = min(max(x - width / 2, area.left() - 4), self.width() - width - 2)
            if area.left() - 1 <= x <= area.right() + 1 and left > taken + 6:
                taken = left + width
                painter.drawText(QRectF(left, area.bottom() + 4, width + 2, 18), int(Align.AlignVCenter), tick.text)

    def _draw_flags(self, painter: QPainter, theme: Theme) -> None:
        area = self.area
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for flag in self.marks.flags:
            x = self.pixel(flag.epoch, 0).x()
            painter.setPen(QPen(theme.color("warning", 0.45), 1))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("warning"))
            top = area.top() - 2 * FLAG
            painter.drawPolygon([QPointF(x - FLAG, top), QPointF(x + FLAG, top), QPointF(x, top + 1.6 * FLAG)])

    def _draw_tested(self, painter: QPainter, theme: Theme) -> None:
        """Diamonds, with a rim that keeps them apart from the lines they lie on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("panel"), 1.5))
        for mark in self.marks.tested:
            at = self.pixel(mark.x, mark.y)
            if self.area.adjusted(-1, -1, 1, 1).contains(at):
                painter.setBrush(mark.color)
                corners = ((0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0))
                painter.drawPolygon([at + QPointF(x, y) for x, y in corners])
        painter.restore()

    def _draw_best(self, painter: QPainter, theme: Theme) -> None:
        if self.marks.best is None:
            return
        epoch, text, color = self.marks.best
        area, x = self.area, self.pixel(epoch, 0).x()
        painter.setPen(QPen(color, 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, area.top() - 4, x, area.bottom() + 3))
        painter.setPen(theme.color("secondary"))
        painter.drawText(self.best_box(), int(Align.AlignVCenter | Align.AlignLeft), text)

    def best_box(self) -> QRectF:
        """Where the words of the best epoch stand: beside its line, low if no name of a curve is in the way."""
        if self.marks.best is None:
            return QRectF()
        epoch, text, _ = self.marks.best
        return beside(self.pixel(epoch, 0).x(), text, self.area, [box for _, box in self.labels()], self._metrics())

    def labels(self) -> list[tuple[EndLabel, QRectF]]:
        """The names at the line ends, as far as there is room, and where they stand."""
        ends = [(label, self.pixel(label.x, label.y)) for label in self.marks.labels]
        return place_labels(ends, self.area, float(self.width()), self._metrics())

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.marks.font)

    def _draw_labels(self, painter: QPainter) -> None:
        for label, box in self.labels():
            painter.setPen(label.color)
            painter.drawText(box, int(Align.AlignVCenter | Align.AlignLeft), label.text)
