"""HistogramView: how the weights of each layer of the shown variant are distributed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.catalog.probes import Histograms
from playground.ui.studio import Studio
from playground.ui.views.base import Table, View
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import number
from playground.ui.views.wish import Wish
from playground.ui.widgets import EmptyState

NAME, SPACE, LEAST, MOST = 20.0, 10.0, 34.0, 78.0
MARGIN = 12.0
BIAS = ".bias"
INTERVAL = 0.1


@dataclass(frozen=True)
class Histogram:
    """Counts (bins,) between edges (bins + 1,) of one tensor."""

    key: str
    title: str
    counts: NDArray[Any]
    edges: NDArray[Any]

    @property
    def total(self) -> int:
        """How many numbers were counted."""
        return int(self.counts.sum())

    def moments(self) -> tuple[float, float]:
        """Mean and standard deviation, taking each number at the middle of its bar."""
        middles = (self.edges[1:] + self.edges[:-1]) / 2
        total = max(self.total, 1)
        mean = float((middles * self.counts).sum() / total)
        return mean, float(np.sqrt((self.counts * (middles - mean) ** 2).sum() / total))


class _Bars(QWidget):
    """Paints the histograms below each other."""

    def __init__(self, view: HistogramView) -> None:
        super().__init__(view)
        self._studio = view.studio
        self.shown: list[Histogram] = []
        self.words = ("{0} weights", "mean {0} ± {1}")
        self._mouse: QPointF | None = None
        self.setMouseTracking(True)

    def least_height(self) -> int:
        """The height below which the view scrolls."""
        return int(len(self.shown) * (NAME + LEAST + SPACE) + 6)

    def places(self) -> list[QRectF]:
        """Where the bars of each histogram are."""
        each = min(max((self.height() - 6) / max(len(self.shown), 1) - NAME - SPACE, LEAST), MOST)
        width = self.width() - 2 * MARGIN
        return [QRectF(MARGIN, i * (NAME + each + SPACE) + NAME, width, each) for i in range(len(self.shown))]

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, event.rect())
            if self._mouse is not None:
                self._paint_mouse(painter, self._mouse)

    def paint(self, painter: QPainter, seen: Any = None) -> None:
        """Draw every histogram that `seen` touches, or all."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one, place in zip(self.shown, self.places(), strict=True):
            if seen is None or place.adjusted(0, -NAME, 0, 0).intersects(QRectF(seen)):
                self._paint_head(painter, one, place)
                self._paint_bars(painter, one, place)

    def _paint_head(self, painter: QPainter, one: Histogram, place: QRectF) -> None:
        theme, font = self._studio.themes.theme, self._studio.themes.font(12)
        line = QRectF(place.left(), place.top() - NAME, place.width(), NAME - 2)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color("text" if self._mouse and self._over(place, self._mouse) else "secondary"))
        name = metrics.elidedText(one.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        small = self._studio.themes.font(11)
        ends = f"{number(float(one.edges[0]), 2)} … {number(float(one.edges[-1]), 2)}"
        if QFontMetricsF(small).horizontalAdvance(ends) + metrics.horizontalAdvance(name) + 12 < line.width():
            painter.setFont(small)
            painter.setPen(theme.color("disabled"))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), ends)

    def _paint_bars(self, painter: QPainter, one: Histogram, place: QRectF) -> None:
        theme = self._studio.themes.theme
        low, high = (QColor(*rgb) for rgb in (theme.low, theme.high))
        for color in (low, high):
            color.setAlphaF(0.8)
        step = place.width() / len(one.counts)
        heights = one.counts / max(int(one.counts.max()), 1) * place.height()
        negative = one.edges[1:] + one.edges[:-1] < 0
        gap = min(1.2, step * 0.25)
        painter.setPen(Qt.PenStyle.NoPen)
        for sign, color in ((True, low), (False, high)):
            painter.setBrush(color)
            for i in np.flatnonzero((negative == sign) & (one.counts > 0)).tolist():
                tall = max(float(heights[i]), 1.0)
                painter.drawRoundedRect(
                    QRectF(place.left() + i * step, place.bottom() - tall, step - gap, tall), gap, gap
                )

    @staticmethod
    def _over(place: QRectF, mouse: QPointF) -> bool:
        return place.adjusted(0, -NAME, 0, SPACE / 2).contains(mouse)

    def _paint_mouse(self, painter: QPainter, mouse: QPointF) -> None:
        theme, themes = self._studio.themes.theme, self._studio.themes
        for one, place in zip(self.shown, self.places(), strict=True):
            if not self._over(place, mouse):
                continue
            step = place.width() / len(one.counts)
            i = min(int((mouse.x() - place.left()) / step), len(one.counts) - 1)
            painter.fillRect(
                QRectF(place.left() + i * step - 0.5, place.top(), step, place.height()), theme.color("text", 0.1)
            )
            color = QColor(*(theme.low if one.edges[i] + one.edges[i + 1] < 0 else theme.high))
            title = self.words[1].format(*(number(value, 3) for value in one.moments()))
            span = f"{number(float(one.edges[i]), 3)} … {number(float(one.edges[i + 1]), 3)}"
            rows = [Row(color, span, [self.words[0].format(number(int(one.counts[i])))])]
            draw_readout(painter, theme, themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse = None
        self.update()


class HistogramView(View):
    """One histogram per layer: orange bars for negative weights, blue ones for positive."""

    name: ClassVar[str] = "weights"
    order: ClassVar[int] = 30

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._wish = Wish(self, INTERVAL)
        self._bars = _Bars(self)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._bars)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState("weights", "")
        self.bias_action = QAction(self)
        self.bias_action.setCheckable(True)
        self.bias_action.setVisible(False)
        self.bias_action.toggled.connect(self.mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        column.addWidget(self._empty)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Weights")

    def options(self) -> list[QAction]:
        return [self.bias_action]

    def say(self) -> None:
        super().say()
        self.bias_action.setText(self.tr("biases"))
        self.bias_action.setToolTip(self.tr("Show the biases of each layer too"))
        self._bars.words = (self.tr("{0} weights"), self.tr("mean {0} ± {1}"))

    def restarted(self) -> None:
        self._wish.forget()
        self._watch()
        self.mark()

    def _watch(self) -> None:
        """Keep the histograms of the shown variant fresh, and of no other."""
        self._wish.renew(self.studio.document.variant, Histograms(network=self.studio.document.network))

    def refresh(self) -> None:
        self._watch()
        found = self._histograms()
        biases = any(one.key.endswith(BIAS) for one in found)
        self.bias_action.setVisible(biases)
        self._bars.shown = [one for one in found if self.bias_action.isChecked() or not one.key.endswith(BIAS)]
        self._bars.setMinimumHeight(self._bars.least_height())
        self._empty.set_sentence(self._sentence())
        self._scroll.setVisible(bool(self._bars.shown))
        self._empty.setVisible(not self._bars.shown)
        self._bars.update()

    def _sentence(self) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant))
        return self.tr("This network has no weights yet: add a layer such as Linear.") if snapshot else ""

    def _histograms(self) -> list[Histogram]:
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant))
        arrays = snapshot.arrays if snapshot else {}
        names = {node.id: node.name for node in self.studio.document.graph.nodes}
        found = []
        for key in (name.removesuffix(".counts") for name in arrays if name.endswith(".counts")):
            counts, edges = np.asarray(arrays[f"{key}.counts"]), np.asarray(arrays[f"{key}.edges"])
            if len(counts) and len(edges) == len(counts) + 1 and np.isfinite(edges).all():
                found.append(Histogram(key, self._words(key, names), counts, edges))
        return found

    def _words(self, key: str, names: dict[str, str]) -> str:
        node, _, kind = key.partition(".")
        words = names.get(node) or re.sub(r"(?<=[a-z])(?=\d)", " ", node)
        return self.tr("{0} · bias").format(words) if kind == "bias" else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bars.update()

    def picture_size(self) -> QSize:
        return self._bars.size() if self._bars.shown else self.size()

    def draw(self, painter: QPainter) -> None:
        if self._bars.shown:
            self._bars.paint(painter)
        else:
            super().draw(painter)

    def tables(self) -> list[Table]:
        """One row per bar of every histogram of the shown variant."""
        shown = self._bars.shown
        if not shown:
            return []
        columns = {
            "variant": np.full(sum(len(one.counts) for one in shown), self.studio.document.variant),
            "layer": np.concatenate([np.full(len(one.counts), one.key) for one in shown]),
            "from": np.concatenate([one.edges[:-1] for one in shown]),
            "to": np.concatenate([one.edges[1:] for one in shown]),
            "count": np.concatenate([one.counts for one in shown]),
        }
        return [Table("weights", columns)]
