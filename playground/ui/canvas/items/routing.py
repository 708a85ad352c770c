"""The way of an edge that is one line: through its lane, or around cards that stand in its way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Line = NDArray[np.float64]
"""Points (n, 2) along a line, near enough for telling how far a pointer is."""
BOW = 22.0
CLEAR = 4.0
TURN = 56.0
"""How far a line that turns back reaches beyond its ends at most."""
BENDS = 10
"""Points per bend in a `Line`."""

_T = np.linspace(0.0, 1.0, BENDS + 1)[1:, None]


def curve(start: QPointF, end: QPointF, down: bool = False) -> QPainterPath:
    """A calm curve that leaves and enters level (or plumb, where data flow down)."""
    path = QPainterPath(start)
    path.cubicTo(*_handles(start, end, down), end)
    return path


def _handles(start: QPointF, end: QPointF, down: bool) -> tuple[QPointF, QPointF]:
    ahead = end.y() - start.y() if down else end.x() - start.x()
    reach = max(ahead * 0.5, 24.0) if ahead > 0 else min(48 - ahead * 0.5, 160.0)
    by = QPointF(0.0, reach) if down else QPointF(reach, 0.0)
    return start + by, end - by


def through(points: Sequence[QPointF], down: bool = False) -> tuple[QPainterPath, Line]:
    """A path through points: straight where they are level, calm bends between levels."""
    path, samples = QPainterPath(points[0]), [np.array([[points[0].x(), points[0].y()]])]
    ahead = 1.0
    for start, end in pairwise(points):
        across = end.x() - start.x() if down else end.y() - start.y()
        if abs(across) < 0.75:
            path.lineTo(end)
            ahead = -1.0 if (end.y() < start.y() - 1 if down else end.x() < start.x() - 1) else 1.0
            samples.append(np.array([[end.x(), end.y()]]))
        else:
            first, second = _handles(start, end, down)
            if not down and abs(end.x() - start.x()) < 0.75:  # back to the side that it came from, to another row
                by = QPointF(ahead * min(abs(across) * 0.6, TURN), 0.0)
                first, second, ahead = start + by, end + by, -ahead
            path.cubicTo(first, second, end)
            samples.append(_bend(start, first, second, end))
    return path, np.concatenate(samples)


def _bend(a: QPointF, b: QPointF, c: QPointF, d: QPointF) -> Line:
    p, q, r, s = (np.array([[one.x(), one.y()]]) for one in (a, b, c, d))
    u = 1 - _T
    found: Line = u**3 * p + 3 * u**2 * _T * q + 3 * u * _T**2 * r + _T**3 * s
    return found


def around(start: QPointF, end: QPointF, cards: Callable[[QRectF], list[QRectF]], down: bool) -> list[QPointF] | None:
    """Bends that pass the cards in the way on the nearer side; None where nothing is in the way, or nothing helps."""
    turn = _turned if down else _kept
    a, b = turn(start), turn(end)
    if b.x() <= a.x():
        return None
    area = QRectF(a, b).normalized().adjusted(0, -CLEAR, 0, CLEAR)
    flip = _box(turn)
    samples = through([a, b])[1]
    way = [box for box in map(flip, cards(flip(area))) if box.left() > a.x() - 1 and box.right() < b.x() + 1]
    hit = [box for box in way if enters(samples, box)]
    if not hit:
        return None
    first, last = min(box.left() for box in hit), max(box.right() for box in hit)
    level = _free_level(first, last, (a.y() + b.y()) / 2, lambda box: list(map(flip, cards(flip(box)))))
    return [start, turn(QPointF(first, level)), turn(QPointF(last, level)), end]


def _free_level(first: float, last: float, wanted: float, cards: Callable[[QRectF], list[QRectF]]) -> float:
    """The level nearest to the one wanted on which a straight line meets no card."""
    ways = []
    for up in (True, False):
        level = wanted
        while met := cards(QRectF(first, level - CLEAR, last - first, 2 * CLEAR)):
            level = min(box.top() for box in met) - BOW if up else max(box.bottom() for box in met) + BOW
        ways.append(level)
    return min(ways, key=lambda level: abs(level - wanted))


def enters(line: Line, box: QRectF) -> bool:
    """Whether a line comes into a box; long straight pieces count as a whole."""
    a, b = line[:-1], line[1:]
    low, high = np.minimum(a, b), np.maximum(a, b)
    return bool(
        (
            (high[:, 0] > box.left())
            & (low[:, 0] < box.right())
            & (high[:, 1] > box.top() - CLEAR)
            & (low[:, 1] < box.bottom() + CLEAR)
        ).any()
    )


def distance(line: Line, x: float, y: float) -> float:
    """How far a point is from a line."""
    here = np.array((x, y))
    a, way = line[:-1], line[1:] - line[:-1]
    if not len(way):
        return float(np.hypot(*(line[0] - here)))
    length = np.maximum((way**2).sum(axis=1), 1e-12)
    share = np.clip(((here - a) * way).sum(axis=1) / length, 0.0, 1.0)[:, None]
    return float(np.sqrt(((a + share * way - here) ** 2).sum(axis=1).min()))


def _kept(point: QPointF) -> QPointF:
    return point


def _turned(point: QPointF) -> QPointF:
    return QPointF(point.y(), point.x())


def _box(turn: Callable[[QPointF], QPointF]) -> Callable[[QRectF], QRectF]:
    return lambda box: QRectF(turn(box.topLeft()), turn(box.bottomRight()))
