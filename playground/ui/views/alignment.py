"""AlignmentView: what the network writes for a source on its own, and where it looks at each step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from playground.catalog.structure_probes import Alignment
from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.views.base import Table
from playground.ui.views.layer_choice import LayerChoice
from playground.ui.views.of_sample import SampleView
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.texts_list import LINE, Line, TextsList
from playground.ui.views.ticks import percent
from playground.ui.views.weight_map import WeightMap

HEAD, BETWEEN = 24.0, 20.0
MEAN = ""
"""Stands for all heads together where one is chosen."""
A_LINE = 40
"""Turn of the wheel that scrolls by a line, in eighths of a degree."""
LEAST_TEXTS, LEAST_LINES = 230.0, 3
"""Room that the list of texts takes at least beside the map, and lines below it."""


class AlignmentView(SampleView):
    """Rows are the symbols that were written, columns those of the source; beside it more samples as text.

    Of several heads it shows the mean, or the one that a person chose.
    """

    name: ClassVar[str] = "alignment"
    order: ClassVar[int] = 73
    min_size: ClassVar[tuple[int, int]] = (240, 160)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self._list = TextsList()
        super().__init__(studio, "grid", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heads = LayerChoice(self)
        self.heads.chosen.connect(self.mark)

    def title(self) -> str:
        return self.tr("Alignment")

    def options(self) -> list[QAction]:
        return [self.heads.action, *super().options()]

    def refresh(self) -> None:
        heads = len(self.arrays.get("weights", ()))
        names = {MEAN: self.tr("Mean of heads")}
        names |= {str(at): self.tr("Head {0}").format(words.count(at + 1)) for at in range(heads)}
        if self.heads.layer not in names:
            self.heads.layer = MEAN
        self.heads.offer(names, self.heads.layer)
        self.heads.action.setToolTip(self.tr("Choose the head that is shown"))
        self.heads.action.setVisible(heads > 1)
        super().refresh()

    def probe(self, sample: int, network: str) -> Entry:
        return Alignment(sample=sample, network=network)

    def lacks(self, arrays: Mapping[str, Any]) -> str:
        if "texts" in arrays:
            return ""
        return self.tr("An alignment can be shown for translations, such as dates and reversed strings.")

    # --- painting -------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        body = area.adjusted(0, self._paint_head(painter, area), 0, 0)
        self._list.area = QRectF()
        if "weights" not in self.arrays:
            self._paint_texts(painter, body)
            return
        drawn = WeightMap(self._shown_weights(), self._symbols("written"), self._symbols("source"))
        beside = area.width() >= 2 * LEAST_TEXTS
        room = body.adjusted(0, 0, -LEAST_TEXTS - BETWEEN if beside else 0, 0)
        taken = drawn.arrange(room, self.studio.themes)
        drawn.paint(painter, self.studio.themes, self._row_colors())
        if beside:
            self._paint_texts(painter, QRectF(QPointF(taken.right() + BETWEEN, body.top()), body.bottomRight()))
        elif body.bottom() - taken.bottom() >= LEAST_LINES * LINE:
            self._paint_texts(painter, QRectF(QPointF(body.left(), taken.bottom() + 6), body.bottomRight()))
        if (at := drawn.at(self.mouse)) is not None and self.mouse is not None:
            drawn.paint_mark(painter, self.studio.themes.theme, at)
            self._paint_mouse(painter, self.mouse, drawn, at)

    def _shown_weights(self) -> np.ndarray:
        """The map of the chosen head, or the mean of all."""
        weights = np.asarray(self.arrays["weights"])
        chosen = self.heads.layer
        shown: np.ndarray = weights[int(chosen)] if chosen and int(chosen) < len(weights) else weights.mean(axis=0)
        return shown

    def _symbols(self, name: str) -> list[str]:
        return [str(symbol) for symbol in self.arrays[name]]

    def _row_colors(self) -> list[Any]:
        """Green for a symbol that is right at its place, red for one that is not."""
        theme, truth = self.studio.themes.theme, self._symbols("truth")
        right = [at < len(truth) and truth[at] == symbol for at, symbol in enumerate(self._symbols("written"))]
        return [theme.color("good_text" if fine else "error") for fine in right]

    def _paint_head(self, painter: QPainter, area: QRectF) -> float:
        """Draw what was read and written, the truth behind it or, where there is no room, below; returns the height."""
        source, written, truth = (str(one) for one in self.arrays["texts"][0])
        said, role = f"{source} → {written}", "good_text" if written == truth else "error"
        if written == truth:
            self.paint_head(painter, area, f"{said} ✓", role)
            return HEAD
        true = self.tr("true: {0}").format(truth)
        metrics = QFontMetricsF(self.studio.themes.font(13, QFont.Weight.DemiBold))
        if metrics.horizontalAdvance(both := f"{said}   ({true})") <= area.width():
            self.paint_head(painter, area, both, role)
            return HEAD
        self.paint_head(painter, area, said, role)
        painter.setFont(self.studio.themes.font(12))
        painter.setPen(self.studio.themes.theme.color("secondary"))
        below = QRectF(area.left(), area.top() + LINE - 2, area.width(), LINE)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), true)
        return HEAD + LINE

    def _paint_texts(self, painter: QPainter, area: QRectF) -> None:
        """Samples behind this one; what has no room can be scrolled to."""
        themes = self.studio.themes
        lines = [Line(*(str(one) for one in row)) for row in self.arrays["texts"]][1:]
        self._list.show(lines, area.adjusted(0, LINE, 0, 0))
        painter.setFont(themes.font(11))
        painter.setPen(themes.theme.color("secondary"))
        head, metrics = QRectF(area.left(), area.top(), area.width(), LINE), painter.fontMetrics()
        part = self._part()
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), part)
        room = int(area.width() - metrics.horizontalAdvance(part) - 8)
        note = metrics.elidedText(self._note(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), note)
        self._list.paint(painter, themes.theme, themes.font(12))

    def _part(self) -> str:
        """Which of the lines are seen, where these are not all."""
        found = self._list
        if len(found.shown) == len(found.lines):
            return ""
        ends = (found.first + 1, found.first + len(found.shown), len(found.lines))
        return self.tr("{0}–{1} of {2}").format(*map(words.count, ends))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the list of texts."""
        if not self._list.area.contains(event.position()):
            super().wheelEvent(event)
            return
        self._list.scroll(-round(event.angleDelta().y() / A_LINE))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down and the page keys go through the list of texts."""
        page = max(self._list.room - 1, 1)
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if event.key() not in ways:
            super().keyPressEvent(event)
            return
        self._list.scroll(ways[Qt.Key(event.key())])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        inside = self._list.area.contains(event.position())
        line = self._list.at(event.position().y()) if inside else None
        self.setToolTip(self._whole(line) if line is not None else "")

    def _whole(self, line: Line) -> str:
        """All of a line in words."""
        said = f"{line.source} → {line.written}"
        return f"{said} ✓" if line.right else f"{said}\n" + self.tr("true: {0}").format(line.truth)

    def _note(self) -> str:
        if "weights" in self.arrays:
            return self.tr("Written on its own, for the next samples")
        return self.tr("No attention from what is written to the source: nothing to draw but the texts")

    def _paint_mouse(self, painter: QPainter, mouse: QPointF, drawn: WeightMap, at: tuple[int, int]) -> None:
        row, column = at
        theme, arrays = self.studio.themes.theme, self.arrays
        sure = percent(float(np.asarray(arrays["shares"])[row]), 3)
        title = self.tr("Writing {0} ({1} sure)").format(drawn.rows[row], sure)
        looks = percent(float(drawn.weights[row, column]), 3)
        rows = [
            Row(
                theme.color("accent"),
                self.tr("looks at {0}, step {1}").format(drawn.columns[column], column + 1),
                [looks],
            )
        ]
        draw_readout(painter, theme, self.studio.themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """Where it looked, one row per head and cell, and the texts."""
        if "texts" not in self.arrays:
            return []
        texts = np.asarray(self.arrays["texts"])
        found = [Table("texts", {name: texts[:, at] for at, name in enumerate(("source", "written", "truth"))})]
        if "weights" in self.arrays:
            weights = np.asarray(self.arrays["weights"])
            head, row, column = np.indices(weights.shape).reshape(3, -1)
            cells = {"head": head, "written": np.asarray(self._symbols("written"))[row], "step": row}
            cells |= {"source": np.asarray(self._symbols("source"))[column], "at": column, "weight": weights.ravel()}
            found.insert(0, Table("alignment", cells))
        return found
