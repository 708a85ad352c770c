"""The templates of a dense layer that looks at images: what each class looks for, its score, and its probability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.spec.graph import Graph
from playground.ui import words
from playground.ui.content_words import class_name
from playground.ui.studio import Studio
from playground.ui.tokens import Theme, value_lut
from playground.ui.views.ticks import number
from playground.ui.widgets import map_image

DENSE = ("Linear", "Output")
THROUGH = ("Flatten", "Dropout", "Dropout2d", "Identity")
"""Layers that leave the numbers of an image as they are."""
MARGIN, ROW, SIDE, GAP, HEAD = 12.0, 42.0, 38.0, 6.0, 18.0
COLUMN, NAME = 190.0, 0.4
"""Width of a column that is enough, and the most of what is left of it that a name gets."""


def reading_images(graph: Graph, shapes: Mapping[str, Sequence[int] | None]) -> list[str]:
    """Dense layers of a network that are given all numbers of an image (C, H, W), in their order."""
    before = {edge.target: edge.source for edge in graph.edges}
    nodes = {node.id: node for node in graph.nodes}
    found = []
    for node in graph.nodes:
        here, flat = before.get(node.id), False
        while here in nodes and nodes[here].layer.name in THROUGH and nodes[here].activation is None:
            flat = flat or nodes[here].layer.name == "Flatten"
            here = before.get(here)
        image = here in nodes and nodes[here].layer.name == "Input" and len(shapes.get(here) or ()) == 3
        if node.layer.name in DENSE and flat and image:
            found.append(node.id)
    return found


class TemplateSheet(QWidget):
    """A row for each class, or unit: its weights as an image, a bar for its score, and one for its probability."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.arrays: dict[str, Any] = {}
        self.pictures: list[QImage] = []
        self.names: list[str] = []
        self.words = ("Unit {0}", "score", "probability")
        self._columns = 1

    def take(self, arrays: dict[str, Any], classes: Sequence[str], theme: Theme) -> None:
        """Make pictures of a snapshot; of several channels the mean is shown."""
        self.arrays, lut = arrays, value_lut(theme)
        kernels = np.asarray(arrays.get("kernels", ())).astype(float)
        if not len(kernels):
            self.pictures, self.names = [], []
            return
        means = kernels.mean(axis=1)
        steps = np.abs(means).reshape(len(means), -1).max(axis=1).clip(min=1e-9)[:, None, None] / 127
        values = np.ascontiguousarray(np.round(means / steps) + 128).astype(np.uint8)
        self.pictures = [map_image(np.ascontiguousarray(one), lut).copy() for one in values]
        scored = "scores" in arrays and len(classes) == len(values)
        self.names = list(classes) if scored else [self.words[0].format(number(i + 1)) for i in range(len(values))]

    @property
    def scores(self) -> np.ndarray:
        """What each row gives for the sample."""
        if "scores" in self.arrays:
            return np.asarray(self.arrays["scores"])
        return np.asarray(self.arrays["maps"])[:, 0, 0] * float(self.arrays["maps.scale"])

    def arrange(self, width: float) -> int:
        """Lay everything out in so much width; returns the height that it takes."""
        self._columns = max(1, int((width - 2 * MARGIN + GAP) // (COLUMN + GAP)))
        rows = -(-len(self.pictures) // self._columns)
        return int(HEAD + rows * ROW + GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        """Draw all rows."""
        if not self.pictures:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._studio.themes.font(11))
        wide = (self.width() - 2 * MARGIN - (self._columns - 1) * GAP) / self._columns
        rows = -(-len(self.pictures) // self._columns)
        for column in range(self._columns):
            self._paint_head(painter, MARGIN + column * (wide + GAP), wide)
        for place in range(len(self.pictures)):
            column, row = divmod(place, rows)
            self._paint_row(painter, place, QRectF(MARGIN + column * (wide + GAP), HEAD + row * ROW, wide, ROW))

    def _parts(self, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Where the name, the score and the probability stand in a row."""
        left = rect.left() + SIDE + GAP
        room, metrics = rect.right() - left - 2 * GAP, QFontMetricsF(self._studio.themes.font(11))
        name = min(NAME * room, max(metrics.horizontalAdvance(f"{class_name(one)} ✓") for one in self.names) + 2)
        score = (room - name) / 2 if "shares" in self.arrays else room - name
        return (
            QRectF(left, rect.top(), name, rect.height()),
            QRectF(left + name + GAP, rect.top(), score, rect.height()),
            QRectF(left + name + score + 2 * GAP, rect.top(), room - name - score, rect.height()),
        )

    def _paint_head(self, painter: QPainter, left: float, wide: float) -> None:
        _, score, share = self._parts(QRectF(left, 0, wide, HEAD))
        painter.setPen(self._studio.themes.theme.color("secondary"))
        painter.drawText(score, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.words[1])
        if "shares" in self.arrays:
            said = painter.fontMetrics().elidedText(self.words[2], Qt.TextElideMode.ElideRight, int(share.width()))
            painter.drawText(share, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), said)

    def _paint_row(self, painter: QPainter, place: int, rect: QRectF) -> None:
        theme = self._studio.themes.theme
        image = self.pictures[place]
        scale = SIDE / max(image.width(), image.height())
        size = (image.width() * scale, image.height() * scale)
        framed = QRectF(rect.left() + (SIDE - size[0]) / 2, rect.top() + (SIDE - size[1]) / 2, *size)
        painter.drawImage(framed, image)
        true = "target" in self.arrays and int(self.arrays["target"]) == place
        painter.setPen(QPen(theme.color("good" if true else "line"), 2 if true else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(framed)
        named = class_name(self.names[place])
        name, score, share = (part.adjusted(0, 0, 0, SIDE - ROW) for part in self._parts(rect))
        painter.setPen(theme.color("good" if true else "text"))
        said = painter.fontMetrics().elidedText(
            f"{named} ✓" if true else named, Qt.TextElideMode.ElideRight, int(name.width())
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), said)
        self._paint_score(painter, theme, score, float(self.scores[place]))
        if "shares" in self.arrays:
            self._paint_share(painter, theme, share, float(self.arrays["shares"][place]), true)

    def _paint_score(self, painter: QPainter, theme: Theme, room: QRectF, score: float) -> None:
        """A bar to the right for a score above 0, to the left for one below."""
        most = max(float(np.abs(self.scores).max()), 1e-9)
        middle, bar = room.center().x(), room.width() / 2 * score / most
        color = QColor(*(theme.high if score > 0 else theme.low))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(middle, room.top() + 6), QPointF(middle, room.bottom() - 2))
        painter.fillRect(QRectF(min(middle, middle + bar), room.top() + 10, abs(bar), 7), color)
        painter.setPen(theme.color("secondary"))
        text = QRectF(room.left(), room.top() + 17, room.width(), 16)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignHCenter), number(score, 2))

    def _paint_share(self, painter: QPainter, theme: Theme, room: QRectF, share: float, true: bool) -> None:
        painter.fillRect(QRectF(room.left(), room.top() + 10, room.width(), 7), theme.color("line", 0.6))
        painter.fillRect(
            QRectF(room.left(), room.top() + 10, room.width() * share, 7), theme.color("good" if true else "accent")
        )
        painter.setPen(theme.color("secondary"))
        text = QRectF(room.left(), room.top() + 17, room.width(), 16)
        painter.drawText(
            text, int(Qt.AlignmentFlag.AlignLeft), words.percent(round(share, 2 if 0.01 < share < 0.99 else 3))
        )
