"""CurvePlot: what every view of curves over epochs shares: series, ranges, marks, choices and numbers."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from playground.ui.engine_words import told
from playground.ui.held_out import START, validation_word
from playground.ui.series_words import value_words
from playground.ui.studio import Studio
from playground.ui.views.base import Table, View
from playground.ui.views.curve import Curve
from playground.ui.views.curve_canvas import RIGHT, CurveCanvas, HeldOutMark, Marks, Range
from playground.ui.views.end_labels import EndLabel
from playground.ui.views.ticks import Tick, linear_range, linear_values, log_range, log_values, number
from playground.ui.widgets import ValueSlider

PER_TICK = (82.0, 34.0)
ROOM_FOR_NAMES = 340
WIDEST_NAME = 92.0
MOST_SMOOTHING = 0.95
YOUNG = 5.0
"""A run of fewer epochs also shows the loss of each batch."""
OFTEN, SELDOM = 1 / 30, 0.1
"""Seconds between two pictures while the curves grow by a pixel, and while they grow by less."""


class CurvePlot(View):
    """Curves of every variant over epochs: validation solid, training dotted, in the variant's colour."""

    starts_log = False

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.canvas = CurveCanvas()
        self._curves: dict[tuple[str, str], Curve] = {}
        self._drawn_at, self._drawn_epoch = -math.inf, 0.0
        studio.store.scalars.connect(self._grown)
        self.train_action, self.test_action = self._switch(True), self._switch(True)
        self.log_action = self._switch(self.starts_log)
        self.zoom_action = QAction(self)
        self.zoom_action.setEnabled(False)
        self.smooth_action = self._smoothing_menu()
        self.zoom_action.triggered.connect(self.canvas.reset_zoom)
        self.canvas.zoomed.connect(self._zoomed)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 4, 2)
        column.addWidget(self.canvas)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.say()
        self.addActions(self.options())

    def _switch(self, on: bool) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(self.mark)
        return action

    def _smoothing_menu(self) -> QAction:
        self.smoothing = ValueSlider(0.0, MOST_SMOOTHING, 0.0, decimals=2)
        self.smoothing.setContentsMargins(12, 6, 10, 6)
        self.smoothing.setMinimumWidth(200)
        self.smoothing.changed.connect(self.mark)
        self._smoothing_popup = QMenu(self)
        holder = QWidgetAction(self._smoothing_popup)
        holder.setDefaultWidget(self.smoothing)
        self._smoothing_popup.addAction(holder)
        action = QAction(self)
        action.setMenu(self._smoothing_popup)
        return action

    def say(self) -> None:
        self.train_action.setText(self.tr("train ┄"))
        self.train_action.setToolTip(self.tr("Show the training set, dotted"))
        self._say_validation()
        self.log_action.setText(self.tr("log"))
        self.log_action.setToolTip(self.tr("Draw the values on a logarithmic scale"))
        self.smooth_action.setText(self.tr("smooth"))
        self.smooth_action.setToolTip(self.tr("Average over neighbouring epochs; the exact curve stays faintly behind"))
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.zoom_action.setText(self.tr("Show all"))
        self.zoom_action.setToolTip(self.tr("Undo zooming; a double click does the same"))
        self.canvas.setAccessibleName(self.title())

    def _say_validation(self) -> None:
        """Name the solid curves, which are of the validation set: by its own name where there is a test set besides."""
        held = validation_word(self.studio, "")
        self.test_action.setText(f"{held} —" if held else self.tr("test —"))
        self.test_action.setToolTip(
            self.tr("Show the validation set, solid") if held else self.tr("Show the test set, solid")
        )

    def options(self) -> list[QAction]:
        return [self.train_action, self.test_action, self.log_action, self.smooth_action, self.zoom_action]

    # --- what a subclass says -------------------------------------------------------------------------------------

    def series(self) -> tuple[str, str]:
        """Names of the training and the validation series ("" for none)."""
        raise NotImplementedError

    def kinds(self) -> tuple[str, str]:
        """What the training and the validation series are called, in a word each."""
        return self.tr("train"), validation_word(self.studio, self.tr("test"))

    def test_series(self) -> str:
        """Name of the number over the samples that are held out."""
        return "test_loss"

    def batch_series(self) -> str:
        """Name of a series of single batches that shows how a run begins ("" for none)."""
        return ""

    def format(self, value: float) -> str:
        """A value as text."""
        return number(value)

    def linear_range(self, low: float, high: float) -> Range:
        """The range of a linear axis that shows values from `low` to `high`."""
        return linear_range(low, high)

    def marks(self) -> Marks:
        """Best epoch and whatever else the view knows; ticks, labels and flags are filled in."""
        return Marks()

    # --- drawing --------------------------------------------------------------------------------------------------

    def _grown(self) -> None:
        """Draw what is new, unless it would hardly be seen so soon."""
        store, (begin, end) = self.studio.store, self.canvas.box.viewRange()[0]
        pixels = abs(store.epoch - self._drawn_epoch) / (end - begin) * self.canvas.area.width()
        since = time.monotonic() - self._drawn_at
        if not store.running or since >= (OFTEN if pixels >= 1 else SELDOM):
            self.mark()

    def refresh(self) -> None:
        self._drawn_at, self._drawn_epoch = time.monotonic(), self.studio.store.epoch
        self._say_validation()
        theme = self.studio.themes.theme
        self.canvas.set_theme(theme)
        shown = self._sync()
        x, y = self._ranges(shown)
        self.canvas.set_curves(shown)
        self.canvas.set_ranges(x, y)
        self._mark(shown)

    def _shown(self) -> list[tuple[str, str, bool]]:
        train, test = self.series()
        both = bool(train) and bool(test)
        kinds = [(train, True, self.train_action), (test, not test, self.test_action)]
        wanted = [(n, dotted) for n, dotted, action in kinds if n and (action.isChecked() or not both)]
        return [(variant, n, dotted) for variant in self.studio.store.variants for n, dotted in wanted]

    def _sync(self) -> list[Curve]:
        record, themes = self.studio.store.record, self.studio.themes
        order = list(self.studio.store.variants)
        shown = []
        for variant, name, dotted in self._shown():
            curve = self._curves.get((variant, name))
            if curve is None:
                curve = self._curves[variant, name] = Curve(variant, name, dotted)
            curve.set_color(themes.theme.color(themes.theme.variant(order.index(variant))))
            curve.sync(record.get(variant, name), self.smoothing.value(), self.log_action.isChecked())
            shown.append(curve)
        return [*self._sync_batches(), *shown]

    def _sync_batches(self) -> list[Curve]:
        """The curves of single batches, while the run is too young for much of a curve over epochs."""
        name, store, theme = self.batch_series(), self.studio.store, self.studio.themes.theme
        curves = []
        for index, variant in enumerate(store.variants if name and store.epoch < YOUNG else []):
            series = store.record.get(variant, name)
            if series.x and self.train_action.isChecked():
                if (variant, name) not in self._curves:
                    self._curves[variant, name] = Curve(variant, name, dotted=False, batches=True)
                curve = self._curves[variant, name]
                curve.set_color(theme.color(theme.variant(index)))
                curve.sync(series, 0.0, self.log_action.isChecked())
                curves.append(curve)
        return curves

    def _ranges(self, shown: Sequence[Curve]) -> tuple[Range, Range]:
        ends = [float(curve.data.x[-1]) for curve in shown if curve.data.n]
        planned = float(self.studio.document.shown.epochs)
        if any(curve.batches for curve in shown):
            planned = min(planned, YOUNG)
        x = (0.0, max([planned, *ends]))
        tested = [value for _, _, value in self._tested()]
        low = min((*(curve.data.low for curve in shown), *tested), default=math.inf)
        high = max((*(curve.data.high for curve in shown), *tested), default=-math.inf)
        return x, log_range(low, high) if self.log_action.isChecked() else self.linear_range(low, high)

    def _mark(self, shown: Sequence[Curve]) -> None:
        self.train_action.setVisible(all(self.series()))
        self.test_action.setVisible(all(self.series()))
        marks = self.marks()
        marks.font = self.studio.themes.font(11)
        marks.flags = list(self.studio.store.record.flags)
        marks.x_ticks, marks.y_ticks = self._ticks()
        marks.epoch_word = self.tr("epoch {0}")
        marks.heads = (*self.kinds(), self.tr("batch"))
        marks.format = self.format
        longest = max((curve.data.n for curve in shown), default=0)
        if longest < 2:
            marks.message = self._nothing_yet()
        marks.labels = self._labels(shown) if longest >= 2 else ()
        if longest >= 2:
            self._mark_tested(marks)
        self.canvas.set_marks(marks, self._room_for(marks))

    def _tested(self) -> list[tuple[str, float, float]]:
        """Variant, epoch and value of each number over the test set that fits on the axis."""
        store = self.studio.store
        least = 0.0 if self.log_action.isChecked() else -math.inf
        results = store.held_out.results if store.held_out is not None else {}
        found = []
        for variant, numbers in results.items():
            value = numbers.get(self.test_series(), math.nan)
            told = store.record.get(variant, "lr").x
            if math.isfinite(value) and value > least and len(told):
                found.append((variant, min(store.held_out.epoch, float(told[-1])), value))  # type: ignore[union-attr]  # as there are results
        return found

    def _mark_tested(self, marks: Marks) -> None:
        """Put a diamond where the test set was measured; of a single variant also say the number."""
        theme, order = self.studio.themes.theme, self.studio.store.variants
        for variant, epoch, value in self._tested():
            at = math.log10(value) if self.log_action.isChecked() else value
            color = theme.color(theme.variant(order.index(variant))) if variant in order else theme.color("text")
            text = self.tr("test {0}").format(value_words(self.test_series().removeprefix(START), value))
            said = f"{variant}: {text}" if len(order) > 1 else text
            marks.tested = (*marks.tested, HeldOutMark(epoch, at, color, said))
            if len(order) == 1:
                marks.labels = (*marks.labels, EndLabel(epoch, at, text, color))

    def _nothing_yet(self) -> str:
        if self.studio.store.failed:
            return told(self.studio.store.failed.message)
        return self.tr("Training begins …") if self.studio.store.running else self.invitation()

    def _room_for(self, marks: Marks) -> float:
        if not marks.labels or self.canvas.width() < ROOM_FOR_NAMES:
            return RIGHT
        metrics = QFontMetricsF(marks.font)
        return min(max(metrics.horizontalAdvance(label.text) for label in marks.labels), WIDEST_NAME) + 12

    def _ticks(self) -> tuple[list[Tick], list[Tick]]:
        (x0, x1), (y0, y1) = self.canvas.box.viewRange()
        across = linear_values(x0, x1, max(self.canvas.area.width() / PER_TICK[0], 2))
        middle = len(across) // 2
        x = [
            Tick(v, self.tr("{0} epochs").format(number(v)) if i == middle else number(v)) for i, v in enumerate(across)
        ]
        count = max(self.canvas.area.height() / PER_TICK[1], 2)
        if self.log_action.isChecked():
            return x, [Tick(math.log10(v), self.format(v)) for v in log_values(y0, y1, count)]
        return x, [Tick(v, self.format(v)) for v in linear_values(y0, y1, count)]

    def _labels(self, shown: Sequence[Curve]) -> list[EndLabel]:
        several = len(self.studio.store.variants) > 1
        batches = [curve for curve in shown if curve.batches]
        if batches and not several:
            return []  # "train" and "test" would stand on the line of batches, which goes on further
        solid = batches or [curve for curve in shown if not curve.dotted]
        labels = []
        for curve in (solid or shown) if several else shown:
            if (last := curve.data.last()) >= 0:
                kind = self.kinds()[not curve.dotted]
                name = curve.variant if several else kind
                labels.append(EndLabel(curve.data.x[last], curve.data.line[last], name, curve.color))
        return labels if several or len(labels) > 1 else []

    def _zoomed(self, zoomed: bool) -> None:
        self.zoom_action.setEnabled(zoomed)
        self.mark()

    def restarted(self) -> None:
        self._curves.clear()
        self.canvas.set_curves([])
        self.mark()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.mark()

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """One row per variant and epoch, with the exact values of the series shown."""
        names = list(dict.fromkeys(name for _, name, _ in self._shown()))
        record = self.studio.store.record
        rows: list[tuple[str, float, list[float | None]]] = []
        for variant in self.studio.store.variants:
            each = [dict(zip(record.get(variant, n).x, record.get(variant, n).y, strict=True)) for n in names]
            rows += [(variant, x, [one.get(x) for one in each]) for x in sorted(set().union(*each))]
        columns: dict[str, Any] = {"variant": [r[0] for r in rows], "epoch": np.array([r[1] for r in rows])}
        columns |= {name: [r[2][i] for r in rows] for i, name in enumerate(names)}
        return [Table(self.name, columns)]
