"""AttentionView: where each step looks, one map for each head of a layer with attention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QWidget

from playground.catalog.structure_probes import Attention
from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.views.base import Table
from playground.ui.views.layer_choice import LayerChoice
from playground.ui.views.of_sample import SampleView
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.ticks import percent
from playground.ui.views.weight_map import WeightMap

LINE, GAP = 18.0, 16.0
PARTS = {"self_attn": "self", "multihead_attn": "memory"}
"""What the two attentions of a Transformer layer are called behind its name."""


class AttentionView(SampleView):
    """Heads side by side, with what stands at the steps on both axes; the person chooses the layer."""

    name: ClassVar[str] = "attention"
    order: ClassVar[int] = 74
    min_size: ClassVar[tuple[int, int]] = (240, 160)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "grid", parent)

    def build(self) -> None:
        self.layers = LayerChoice(self)
        self.layers.chosen.connect(self.mark)

    def say(self) -> None:
        super().say()
        self.layers.action.setToolTip(self.tr("Choose the layer with attention that is shown"))

    def title(self) -> str:
        return self.tr("Attention")

    def options(self) -> list[QAction]:
        return [self.layers.action, *super().options()]

    def probe(self, sample: int, network: str) -> Entry:
        return Attention(layer=self.layers.layer, sample=sample, network=network)

    def lacks(self, arrays: Mapping[str, Any]) -> str:
        if "weights" in arrays:
            return ""
        return self.tr("This network has no attention: add a layer such as Self-attention or Transformer encoder.")

    def refresh(self) -> None:
        self.layers.offer_of(self.arrays, self._called)
        super().refresh()

    def _called(self, module: str) -> str:
        """A module with attention as people call it: its node, and which of two attentions it is."""
        node_id, _, part = module.partition(".")
        named = {node.id: node for node in self.studio.document.graph.nodes}
        own = named[node_id].name if node_id in named else ""
        several = sum(name.partition(".")[0] == node_id for name in self.arrays.get("layers", ())) > 1
        return f"{own or node_id} · {PARTS.get(part, part)}" if part and several else own or node_id

    # --- painting -------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        themes, heads = self.studio.themes, np.asarray(self.arrays["weights"])
        painter.setFont(themes.font(11))
        painter.setPen(themes.theme.color("secondary"))
        head = QRectF(area.left(), area.top(), area.width(), LINE)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), self.tr("Rows look at columns"))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.place)
        rows, columns = ([str(one) for one in self.arrays[name]] for name in ("queries", "keys"))
        maps = [WeightMap(weights, rows, columns) for weights in heads]
        for at, (drawn, tile) in enumerate(
            zip(maps, _tiles(area.adjusted(0, LINE + 4, 0, 0), heads.shape), strict=True)
        ):
            taken = drawn.arrange(tile.adjusted(0, 0, 0, -LINE if len(maps) > 1 else 0), themes)
            drawn.paint(painter, themes)
            if len(maps) > 1:
                painter.setFont(themes.font(11))
                painter.setPen(themes.theme.color("secondary"))
                name = self.tr("Head {0}").format(words.count(at + 1))
                below = QRectF(drawn.cells.left(), taken.bottom() + 1, max(drawn.cells.width(), 60), LINE)
                painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), name)
        if self.mouse is not None:
            self._paint_mouse(painter, self.mouse, maps)

    def _paint_mouse(self, painter: QPainter, mouse: QPointF, maps: list[WeightMap]) -> None:
        over = next((drawn.at(mouse) for drawn in maps if drawn.at(mouse) is not None), None)
        if over is None:
            return
        theme, (row, column) = self.studio.themes.theme, over
        for drawn in maps:
            drawn.paint_mark(painter, theme, over)
        title = self.tr("{0} (step {1}) looks at {2} (step {3})").format(
            maps[0].rows[row], row + 1, maps[0].columns[column], column + 1
        )
        rows = [
            Row(theme.color("accent"), self.tr("Head {0}").format(at), [percent(float(drawn.weights[over]), 3)])
            for at, drawn in enumerate(maps, 1)
        ]
        draw_readout(painter, theme, self.studio.themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """One row per head and cell."""
        if "weights" not in self.arrays:
            return []
        weights = np.asarray(self.arrays["weights"])
        head, row, column = np.indices(weights.shape).reshape(3, -1)
        rows, columns = (np.asarray([str(one) for one in self.arrays[name]]) for name in ("queries", "keys"))
        cells = {"head": head, "step": row, "query": rows[row], "at": column, "key": columns[column]}
        return [Table("attention", {**cells, "weight": weights.ravel()})]


def _tiles(area: QRectF, shape: tuple[int, ...]) -> list[QRectF]:
    """Equal places for all heads, in as many columns as make their cells largest."""
    count, high, wide = shape

    def cell(columns: int) -> float:
        lines = -(-count // columns)
        return min((area.width() / columns - GAP) / (wide + 2), (area.height() / lines - GAP) / (high + 2))

    columns = max(range(count, 0, -1), key=cell)
    lines = -(-count // columns)
    width, height = area.width() / columns, area.height() / lines
    return [
        QRectF(area.left() + at % columns * width, area.top() + at // columns * height, width - GAP, height - GAP / 2)
        for at in range(count)
    ]
