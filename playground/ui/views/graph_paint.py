"""How a graph with its nodes in colours, and the bars that tell how alike nodes are, are painted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.ui.tokens import Theme, class_colors
from playground.ui.views.graph_state import Answers, Drawing

PAD = 14.0
SMALLEST, LARGEST = 2.6, 8.0
FADED = 0.14
METER, CELL = 26.0, 22.0
"""Height of the bars, and the largest width of one."""


@dataclass(frozen=True)
class Seen:
    """The node that a person chose, and how far each other one is from it; `hops` is how far it sees."""

    node: int
    distances: NDArray[Any]
    hops: int

    def reached(self) -> NDArray[Any]:
        """Which nodes it sees (n,)."""
        found: NDArray[Any] = (self.distances >= 0) & (self.distances <= self.hops)
        return found


def placed(drawing: Drawing, rect: QRectF) -> NDArray[Any]:
    """Where nodes are in a rectangle, as pixels (n, 2); the long way of a graph lies along the longer side."""
    inner = rect.adjusted(PAD, PAD, -PAD, -PAD)
    places = drawing.places if inner.width() >= inner.height() else drawing.places[:, ::-1]
    return places * [inner.width(), inner.height()] + [inner.left(), inner.top()]


def radius(drawing: Drawing, rect: QRectF) -> float:
    """Radius of a node, so that nodes of a large graph do not cover one another."""
    room = math.sqrt(rect.width() * rect.height() / max(len(drawing.places), 1))
    return min(max(room / 6.5, SMALLEST), LARGEST)


def node_at(drawing: Drawing, rect: QRectF, point: QPointF) -> int | None:
    """The node under a point."""
    far = np.hypot(*(placed(drawing, rect) - [point.x(), point.y()]).T)
    nearest = int(far.argmin())
    return nearest if far[nearest] <= radius(drawing, rect) + 4 else None


def blended(low: QColor, high: QColor, share: float) -> QColor:
    """A colour between two."""
    share = min(max(share, 0.0), 1.0)
    parts = zip(low.getRgb(), high.getRgb(), strict=True)  # type: ignore[call-overload]  # the stub takes it for one number
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def fills(answers: Answers, drawing: Drawing, theme: Theme, classes: int) -> list[QColor]:
    """A colour for each node: its likeliest class, paler the less sure, or where its vector points in a layer."""
    ground, count = theme.color("panel"), len(drawing.places)
    if answers.shown:
        vectors = np.asarray(answers.arrays[answers.shown])
        return [blended(QColor(128, 128, 128), _wheel(x, y), 1.2 * math.hypot(x, y)) for x, y in vectors.tolist()]
    shares = answers.shares
    if shares is None:
        return [theme.color("faint")] * count
    colors = class_colors(theme, max(classes, 2))
    rows = np.broadcast_to(shares, (count, shares.shape[-1]))
    sure = (rows.max(axis=1) * rows.shape[1] - 1) / max(rows.shape[1] - 1, 1)
    best = rows.argmax(axis=1)
    return [blended(ground, colors[k], 0.2 + 0.8 * s) for k, s in zip(best.tolist(), sure.tolist(), strict=True)]


def _wheel(x: float, y: float) -> QColor:
    """A hue for each direction; to the left orange, to the right blue, as on every value map."""
    angle = math.degrees(math.atan2(y, x))
    return QColor.fromHsvF(((angle + 210) % 360) / 360, 0.86, 0.86)


def wrong(answers: Answers, drawing: Drawing) -> NDArray[Any]:
    """Nodes (n,) whose class the network gets wrong; none where a graph is judged as a whole."""
    shares = answers.shares
    if shares is None or not drawing.by_node:
        return np.zeros(len(drawing.places), bool)
    found: NDArray[Any] = (shares.argmax(axis=1) != drawing.target) & (drawing.target >= 0)
    return found


def draw_graph(
    painter: QPainter, theme: Theme, rect: QRectF, drawing: Drawing, answers: Answers, classes: int, seen: Seen | None
) -> None:
    """Draw edges and nodes: filled by what is shown, ringed by the true class; labelled ones square, wrong ones marked.

    With `seen` all that a node does not see is faded.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = placed(drawing, rect)
    reached = seen.reached() if seen else np.ones(len(at), bool)
    _draw_edges(painter, theme, at, drawing, answers, seen)
    size, colors = radius(drawing, rect), class_colors(theme, max(classes, 2))
    missed, filled = wrong(answers, drawing), fills(answers, drawing, theme, classes)
    for node, (x, y) in enumerate(at.tolist()):
        painter.setOpacity(1.0 if reached[node] else FADED)
        true = int(drawing.target[node]) if drawing.by_node else int(drawing.target)
        ring = colors[true] if true >= 0 else theme.color("faint")
        _draw_node(painter, theme, QPointF(x, y), size, filled[node], ring, bool(drawing.labelled[node]))
        if missed[node] and not answers.shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("error"), 1.4))
            painter.drawEllipse(QPointF(x, y), size + 3, size + 3)
    painter.setOpacity(1.0)
    if seen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("text"), 2))
        painter.drawEllipse(QPointF(*at[seen.node]), size + 4, size + 4)


def _draw_node(
    painter: QPainter, theme: Theme, at: QPointF, size: float, fill: QColor, ring: QColor, labelled: bool
) -> None:
    painter.setBrush(fill)
    if labelled:
        painter.setPen(QPen(theme.color("text"), max(size * 0.3, 1.2)))
        painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
    else:
        painter.setPen(QPen(ring, max(size * 0.3, 1.0)))
        painter.drawEllipse(at, size, size)


def _draw_edges(
    painter: QPainter, theme: Theme, at: NDArray[Any], drawing: Drawing, answers: Answers, seen: Seen | None
) -> None:
    """Thin lines; where a layer attends, the wider the more; those on which messages come to a node in colour."""
    attention = answers.attention()
    dim = 0.3 if not theme.dark else 0.38
    plain = theme.color("text", dim * min(1.0, math.sqrt(600 / max(len(drawing.edges), 1))))
    ends = at[drawing.edges]
    if seen:
        far = seen.distances[drawing.edges]
        carries = (far.min(axis=1) >= 0) & (far.max(axis=1) <= seen.hops) & (far[:, 0] != far[:, 1])
        near = far.min(axis=1)
    for place, ((a, b), (c, d)) in enumerate(ends.tolist()):
        pen = QPen(plain, 1.0)
        if seen and carries[place]:
            pen = QPen(theme.color("accent", 1.0 if near[place] == 0 else 0.55 / near[place] + 0.12), 1.4)
        elif attention is not None:
            share = float(attention[place])
            pen = QPen(theme.color("text", 0.1 + 0.6 * share), 0.6 + 4 * share)
        painter.setPen(pen)
        painter.drawLine(QLineF(a, b, c, d))


# --- how alike nodes are --------------------------------------------------------------------------------------------


def meter_cells(rect: QRectF, count: int) -> list[QRectF]:
    """The places of the answer and of each layer in a strip."""
    width = min(rect.width() / max(count + 1, 1), CELL)
    return [QRectF(rect.left() + i * width, rect.top(), width, rect.height()) for i in range(count + 1)]


def draw_meter(painter: QPainter, theme: Theme, font: QFont, rect: QRectF, answers: Answers, words: str) -> None:
    """A bar per layer, as high as its nodes are alike; red where hardly one can be told from another.

    Beside them it says `words`, where there is room.
    """
    cells = meter_cells(rect, len(answers.layers))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    right = cells[-1].right() + 6
    if QFontMetricsF(font).horizontalAdvance(words) <= rect.right() - right:
        painter.setFont(font)
        painter.setPen(theme.color("secondary"))
        painter.drawText(rect.adjusted(right - rect.left(), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
    for cell, layer in zip(cells, ["", *answers.layers], strict=True):
        gap = 1.0 if cell.width() < 10 else 2.0
        inner = cell.adjusted(gap, 2, -gap, -2)
        painter.setPen(QPen(theme.color("accent"), 1.4) if layer == answers.shown else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(inner, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        if not layer:
            _draw_answer_mark(painter, theme, inner)
            continue
        value = min(max(answers.alike(layer), 0.0), 1.0)
        painter.setBrush(theme.color("error" if value > 0.9 else "accent", 0.8))
        tall = max(value * (inner.height() - 2), 1.0)
        painter.drawRect(QRectF(inner.left() + 1.5, inner.bottom() - 1 - tall, inner.width() - 3, tall))


def _draw_answer_mark(painter: QPainter, theme: Theme, inner: QRectF) -> None:
    """Two dots, one of each class."""
    size = min(inner.width(), inner.height()) / 5
    for color, way in zip(class_colors(theme, 2), (-1, 1), strict=True):
        painter.setBrush(color)
        painter.drawEllipse(inner.center() + QPointF(way * size * 0.9, way * size * 0.5), size, size)
