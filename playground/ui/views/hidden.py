"""HiddenView: what a layer holds in mind at each step of a sample, and how much each step matters for the loss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.catalog.sequence_probes import HiddenState
from playground.spec.entry import Entry
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.views.base import Table
from playground.ui.views.layer_choice import LayerChoice
from playground.ui.views.of_sample import SampleView
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.step_paint import (
    CAPTION,
    GUTTER,
    StepMap,
    paint_bars,
    paint_gradient,
    paint_symbols,
    step_rect,
    symbol_height,
)
from playground.ui.views.ticks import fixed, linear_values, number

LINE, GAP, BAR, NAME = 18.0, 8.0, 20.0, 14.0
GRADIENT, AXIS, LEAST_MAP = 58.0, 14.0, 30.0
WIDE = 460.0
"""From that width on gates stand beside the state, else below it."""
LEAST_STACKED = 280.0
"""Below that height there is no room for gates under the state."""
MOST_BARS = 3
SHARES = ("i", "f", "o", "r", "z")
"""Gates between 0 and 1; the others lie between −1 and 1."""


class HiddenView(SampleView):
    """From above: what stands at each step, the state by unit and step, |∂loss/∂h|; and the gates beside it."""

    name: ClassVar[str] = "hidden"
    order: ClassVar[int] = 72
    min_size: ClassVar[tuple[int, int]] = (240, 180)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        self._maps: list[StepMap] = []
        self._columns: list[QRectF] = []
        super().__init__(studio, "grid", parent)

    def build(self) -> None:
        self.layers = LayerChoice(self)
        self.layers.chosen.connect(self.mark)
        self.gates_action = QAction(self)
        self.gates_action.setCheckable(True)
        self.gates_action.setChecked(True)
        self.gates_action.setVisible(False)
        self.gates_action.toggled.connect(lambda _: self.update())

    def title(self) -> str:
        return self.tr("Hidden state")

    def options(self) -> list[QAction]:
        return [self.layers.action, self.gates_action, *super().options()]

    def say(self) -> None:
        super().say()
        self.layers.action.setToolTip(self.tr("Choose the layer that is shown"))
        self.gates_action.setText(self.tr("gates"))
        self.gates_action.setToolTip(self.tr("Show what the gates of a GRU or an LSTM let through"))

    def probe(self, sample: int, network: str) -> Entry:
        return HiddenState(layer=self.layers.layer, sample=sample, network=network)

    def lacks(self, arrays: Mapping[str, Any]) -> str:
        if "h" in arrays:
            return ""
        return self.tr("No layer here reads a sequence: choose such data, then add an RNN, GRU or LSTM.")

    # --- choices --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.layers.offer_of(self.arrays, self._called)
        self.gates_action.setVisible(any(name.startswith("gate.") for name in self.arrays))
        super().refresh()

    def _called(self, node_id: str) -> str:
        named = {node.id: node for node in self.studio.document.graph.nodes}
        return (named[node_id].name if node_id in named else "") or node_id

    # --- painting -------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self._paint_caption(painter, QRectF(area.left(), area.top(), area.width(), LINE))
        below = area.adjusted(0, LINE + 2, 0, 0)
        beside = area.width() >= WIDE
        fit = beside or below.height() >= LEAST_STACKED
        gates = self._gates() if self.gates_action.isChecked() and fit else []
        main = QRectF(below)
        if gates and beside:
            main.setWidth(below.width() * 0.54)
        state = self._paint_main(painter, main, bool(gates) and not beside)
        self._maps = [state]
        if gates:
            place = QRectF(main.right() + 2 * GAP, below.top(), below.right() - main.right() - 2 * GAP, below.height())
            if not beside:
                place = QRectF(state.rect.left(), state.rect.bottom() + GAP, state.rect.width(), self._room)
            self._paint_gates(painter, place, gates)
            self._maps += gates
        if self.mouse is not None:
            self._paint_mouse(painter, self.mouse)

    def _paint_caption(self, painter: QPainter, head: QRectF) -> None:
        painter.setFont(self.studio.themes.font(11))
        painter.setPen(self.studio.themes.theme.color("secondary"))
        units, drawn = int(self.arrays["units"]), len(self.arrays["h"])
        said = self.tr("1 unit by step") if units == 1 else self.tr("{0} units by step").format(words.count(units))
        if drawn < units:
            said = self.tr("The first {0} of {1} units by step").format(words.count(drawn), words.count(units))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), said)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.place)

    def _paint_main(self, painter: QPainter, area: QRectF, shares_room: bool) -> StepMap:
        """Draw input, state and gradient with one axis of steps, and leave room for gates above the gradient."""
        inner = area.adjusted(GUTTER, 0, -NAME, -AXIS)
        top = self._paint_input(painter, inner)
        curves = self._curves()
        size = min(GRADIENT, area.height() / 5)
        bottom = inner.bottom() - (size + CAPTION + GAP if curves else 0)
        high = max(bottom - top, LEAST_MAP)
        self._room = (high - GAP) * 0.6 if shares_room else 0.0
        state = StepMap("h", self.tr("Hidden state h"), self.arrays["h"])
        rest = high - self._room - (GAP if shares_room else 0)
        state.paint(painter, self.studio.themes, QRectF(inner.left(), top, inner.width(), rest))
        self._columns = [QRectF(inner.left(), area.top(), inner.width(), inner.bottom() - area.top())]
        if curves:
            place = QRectF(inner.left(), inner.bottom() - size, inner.width(), size)
            self._paint_gradient(painter, place, curves)
        self._paint_steps(painter, QRectF(inner.left(), inner.bottom(), inner.width(), AXIS))
        return state

    def _paint_input(self, painter: QPainter, inner: QRectF) -> float:
        """Draw what stands at the steps; returns where it ends."""
        themes, symbols = self.studio.themes, [str(one) for one in self.arrays["steps"]]
        if any(symbols):
            high = symbol_height(themes, symbols, inner.width())
            if high:
                paint_symbols(painter, themes, QRectF(inner.left(), inner.top(), inner.width(), high), symbols)
            return inner.top() + high + 4
        inputs = np.asarray(self.arrays.get("inputs", np.empty((0, 0))))
        if len(inputs) > MOST_BARS:
            drawn = StepMap("inputs", self.tr("Input"), inputs)
            drawn.paint(painter, themes, QRectF(inner.left(), inner.top(), inner.width(), CAPTION + 2 * BAR))
            return drawn.rect.bottom() + GAP
        started = self.studio.store.started
        names = started.data.input_names if started else []
        top = inner.top()
        for at, values in enumerate(inputs):
            row = QRectF(inner.left(), top, inner.width(), BAR)
            paint_bars(painter, themes.theme, row, values)
            if at < len(names):
                self._paint_gutter(painter, row, words.from_catalog(names[at]))
            top += BAR + 4
        return top + 2

    def _paint_gutter(self, painter: QPainter, row: QRectF, said: str) -> None:
        painter.setFont(self.studio.themes.font(11))
        painter.setPen(self.studio.themes.theme.color("secondary"))
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(GUTTER - 5))
        place = QRectF(row.left() - GUTTER, row.top(), GUTTER - 5, row.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), said)

    def _curves(self) -> list[tuple[str, NDArray[Any], QColor]]:
        theme = self.studio.themes.theme
        colors = {"h": theme.color("accent"), "c": theme.color("warning")}
        there = [name for name in colors if f"grad.{name}" in self.arrays]
        return [(name, np.asarray(self.arrays[f"grad.{name}"], float), colors[name]) for name in there]

    def _paint_gradient(self, painter: QPainter, place: QRectF, curves: list[tuple[str, NDArray[Any], QColor]]) -> None:
        painter.setFont(self.studio.themes.font(11))
        painter.setPen(self.studio.themes.theme.color("secondary"))
        said = ", ".join(f"|∂loss/∂{name}|" for name, *_ in curves)
        said = self.tr("Gradient of the loss by step, {0}").format(said)
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(QPointF(place.left(), place.top() - 5), said)
        paint_gradient(painter, self.studio.themes, place, curves)

    def _paint_steps(self, painter: QPainter, axis: QRectF) -> None:
        painter.setFont(self.studio.themes.font(11))
        painter.setPen(self.studio.themes.theme.color("secondary"))
        length = self.arrays["h"].shape[1]
        marks = {1, *(int(one) for one in linear_values(1, length, min(8, axis.width() / 44)) if one >= 1)}
        for mark in sorted(marks):
            place = step_rect(axis, mark - 1, length)
            middle = QRectF(place.center().x() - 20, axis.top(), 40, axis.height())
            painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter), number(mark))

    def _gates(self) -> list[StepMap]:
        captions = {
            "c": self.tr("Cell c"),
            "i": self.tr("Input gate i"),
            "f": self.tr("Forget gate f"),
            "o": self.tr("Output gate o"),
            "g": self.tr("New content g"),
            "r": self.tr("Reset gate r"),
            "z": self.tr("Update gate z"),
            "n": self.tr("New content n"),
        }
        there = [(name, name if name == "c" else f"gate.{name}") for name in captions]
        return [
            StepMap(name, captions[name], np.asarray(self.arrays[key]), name in SHARES)
            for name, key in there
            if key in self.arrays
        ]

    def _paint_gates(self, painter: QPainter, place: QRectF, gates: list[StepMap]) -> None:
        columns = 1 if len(gates) <= MOST_BARS and place.height() >= place.width() / 2 else 2 if len(gates) > 3 else 3
        rows = -(-len(gates) // columns)
        wide, high = (place.width() + GAP) / columns, (place.height() + GAP) / rows
        for at, gate in enumerate(gates):
            corner = QPointF(place.left() + at % columns * wide, place.top() + at // columns * high)
            gate.paint(
                painter, self.studio.themes, QRectF(corner.x(), corner.y(), wide - GAP, max(high - GAP, LEAST_MAP))
            )

    # --- the mouse ------------------------------------------------------------------------------------------------

    def _under(self, mouse: QPointF) -> tuple[int | None, int] | None:
        """Unit, where the mouse is over one, and step."""
        for drawn in self._maps:
            if (found := drawn.at(mouse)) is not None:
                return found
        for column in self._columns:
            if column.contains(mouse):
                length = self.arrays["h"].shape[1]
                step = int((mouse.x() - column.left()) / column.width() * length)
                return None, min(step, length - 1)
        return None

    def _paint_mouse(self, painter: QPainter, mouse: QPointF) -> None:
        under = self._under(mouse)
        if under is None:
            return
        unit, step = under
        theme, length = self.studio.themes.theme, self.arrays["h"].shape[1]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("text", 0.7), 1))
        for rect in [*self._columns, *(drawn.rect for drawn in self._maps[1:])]:
            painter.drawRect(step_rect(rect, step, length))
        title = self.tr("Step {0}").format(words.count(step + 1))
        if symbol := str(self.arrays["steps"][step]):
            title += f" · {symbol}"
        if unit is not None:
            title += " · " + self.tr("unit {0}").format(words.count(unit + 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        draw_readout(painter, theme, self.studio.themes.font(11), area, mouse, title, [], self._rows(unit, step))

    def _rows(self, unit: int | None, step: int) -> list[Row]:
        theme = self.studio.themes.theme
        values = [] if unit is None else [
            Row(theme.color("accent"), drawn.name, [fixed(float(drawn.values[unit, step]))]) for drawn in self._maps
        ]  # fmt: skip
        sizes = [Row(color, f"|∂loss/∂{name}|", [number(float(of[step]), 3)]) for name, of, color in self._curves()]
        return values + sizes

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """One row per unit and step, and one per step."""
        if "h" not in self.arrays:
            return []
        unit, step = np.indices(self.arrays["h"].shape).reshape(2, -1)
        values = {name.removeprefix("gate."): np.asarray(self.arrays[name]).ravel() for name in self._named()}
        steps = np.arange(1, self.arrays["h"].shape[1] + 1)
        inputs = {"symbol": np.asarray([str(one) for one in self.arrays["steps"]])}
        for at, row in enumerate(np.asarray(self.arrays.get("inputs", np.empty((0, 0))))):
            inputs[f"input{at + 1}"] = row
        sizes = {f"grad_{name}": of for name, of, _ in self._curves()}
        return [
            Table("states", {"unit": unit + 1, "step": step + 1, **values}),
            Table("steps", {"step": steps, **inputs, **sizes}),
        ]

    def _named(self) -> list[str]:
        return [name for name in self.arrays if name in ("h", "c") or name.startswith("gate.")]
