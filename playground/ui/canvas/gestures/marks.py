"""What a gesture draws over the cards: where a card would land, and the lines it snaps to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from playground.ui.canvas.arrange.arranging import Line
from playground.ui.canvas.scene import CanvasScene

HALF = 34.0
"""Half the length of the bar that stands where a card would land."""


class Mark(QGraphicsPathItem):
    """Lines of a fixed width on the screen, over all cards; in the scene from the first `draw` to `remove`."""

    def __init__(self, scene: CanvasScene, width: float, z: float) -> None:
        super().__init__()
        self._canvas = scene
        pen = QPen(scene.look.accent, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setCosmetic(True)
        self.setPen(pen)
        self.setZValue(z)

    def draw(self, path: QPainterPath) -> None:
        """Show a path and nothing else."""
        if self.scene() is None:
            self._canvas.addItem(self)
        self.setPath(path)

    def remove(self) -> None:
        """Take the mark off the scene."""
        if self.scene() is not None:
            self._canvas.removeItem(self)
        self.setPath(QPainterPath())


def bar(at: QPointF, along: QPointF) -> QPainterPath:
    """A bar across a direction, with a dot in its middle: a card would stand here."""
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
    across = QPointF(-along.y(), along.x()) * (HALF / length)
    path = QPainterPath(at - across)
    path.lineTo(at + across)
    path.addEllipse(at, 4, 4)
    return path


def lines(found: Iterable[Line]) -> QPainterPath:
    """Straight lines."""
    path = QPainterPath()
    for start, end in found:
        path.moveTo(*start)
        path.lineTo(*end)
    return path
