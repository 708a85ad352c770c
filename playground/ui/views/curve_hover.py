"""What a curve plot says under the mouse: the exact numbers of every curve at the nearest epoch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.ui.engine_words import told
from playground.ui.tokens import Theme
from playground.ui.views.curve import Curve
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import number

if TYPE_CHECKING:
    from playground.ui.views.curve_canvas import CurveCanvas

DOT = 3.5
SNAP = 4.0
SAME = 1e-6


def draw_hover(
    painter: QPainter, theme: Theme, canvas: CurveCanvas, curves: Sequence[Curve], mouse: QPointF, flags: Sequence[str]
) -> None:
    """Draw the crosshair, a dot on every curve and the box of numbers; nothing while there are no points."""
    epoch = nearest_epoch(
        curves, canvas.epoch_at(mouse.x()), canvas.epoch_at(mouse.x() + SNAP) - canvas.epoch_at(mouse.x())
    )
    if epoch is None:
        return
    area, x = canvas.area, canvas.pixel(epoch, 0).x()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    painter.setPen(QPen(theme.color("faint"), 1))
    painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
    painter.setPen(QPen(theme.color("panel"), 1.5))
    for curve in curves:
        index = _index(curve, curves, epoch)
        if index >= 0 and math.isfinite(curve.data.line[index]):
            painter.setBrush(curve.color)
            painter.drawEllipse(canvas.pixel(curve.data.x[index], curve.data.line[index]), DOT, DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.restore()
    title = " · ".join([canvas.marks.epoch_word.format(number(epoch)), *map(told, flags)])
    heads, rows = values_at(curves, epoch, canvas)
    draw_readout(painter, theme, canvas.marks.font, area, QPointF(x, mouse.y()), title, heads, rows)


def nearest_epoch(curves: Sequence[Curve], epoch: float, snap: float = 0.0) -> float | None:
    """The x of the point nearest to `epoch` over all curves; a whole epoch within `snap` wins over single batches."""
    found = [(c.batches, float(c.data.x[c.data.nearest(epoch)])) for c in curves if c.data.n]
    whole = [x for batches, x in found if not batches and abs(x - epoch) <= snap]
    return min(whole or [x for _, x in found], key=lambda x: abs(x - epoch), default=None)


def values_at(curves: Sequence[Curve], epoch: float, canvas: CurveCanvas) -> tuple[list[str], list[Row]]:
    """Column heads, and a row per variant with the exact values of its curves at `epoch`."""
    kinds = sorted({curve.column for curve in curves})
    heads = [canvas.marks.heads[kind] for kind in kinds] if len(kinds) > 1 else []
    rows = []
    for variant in dict.fromkeys(curve.variant for curve in curves):
        mine = {curve.column: curve for curve in curves if curve.variant == variant}
        cells = [_value(mine[kind], curves, epoch, canvas) if kind in mine else "" for kind in kinds]
        rows.append(Row(next(iter(mine.values())).color, variant, cells))
    return heads, rows


def _value(curve: Curve, curves: Sequence[Curve], epoch: float, canvas: CurveCanvas) -> str:
    index = _index(curve, curves, epoch)
    return canvas.marks.format(float(curve.data.y[index])) if index >= 0 else "–"


def _index(curve: Curve, curves: Sequence[Curve], epoch: float) -> int:
    """The point of a curve at `epoch`, −1 for none; between batches, what was measured at a whole epoch is not it."""
    data = curve.data
    fine = any(one.batches for one in curves)
    margin = SAME if fine else 0.5
    if not data.n or not data.x[0] - margin <= epoch <= data.x[-1] + margin:
        return -1
    index = data.nearest(epoch)
    return index if curve.batches or not fine or abs(data.x[index] - epoch) <= SAME else -1
