"""What the canvas asks of the run, and what it draws of the answers."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from playground.catalog.probes import Activations, Gradients, UnitDetail, UnitMaps, Weights
from playground.ui.canvas.canvas_view import CanvasView
from playground.ui.canvas.items.card import MAPS
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.strands import FEW
from playground.ui.canvas.live.on_cards import redraw_maps, show_maps, show_tint, show_tints, show_weights
from playground.ui.canvas.live.sample_bar import SampleBar
from playground.ui.canvas.live.tints import TintLegend, tints
from playground.ui.canvas.live.turns import Turns
from playground.ui.content_words import class_names
from playground.ui.studio import Studio

UNITS, WEIGHTS, GRADIENTS, UNIT = "canvas.units", "canvas.weights", "canvas.gradients", "canvas.unit"
"""Keys of the canvas's snapshots."""
FINE, ENLARGED = 40, 96
"""Resolution of the maps on the cards, and of the one that is shown large."""
TINT_INTERVAL = 0.2
"""Seconds between two looks at gradients: colours that change faster only flicker."""
MARGIN, BESIDE = 12, 6


class RunWatch(QObject):
    """Keeps maps, strands, tints and the enlarged unit of a canvas fresh.

    Signals: `resized()` when the legend or the bar of samples needs another place.
    """

    resized = Signal()

    def __init__(self, studio: Studio, view: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio, self._view, self._panel = studio, view, parent
        self._watched: tuple[str, str, bool] = ("", "", False)
        self.tinting = True
        self._turns = Turns()
        self.legend = TintLegend(view.canvas.look, parent)
        self.samples = SampleBar(studio.themes, view.canvas.look, parent)
        self.samples.sample = studio.store.sample
        self.samples.chosen.connect(studio.store.look_at)
        studio.store.sample_changed.connect(self._choose_sample)
        view.hover_map.presented.connect(self._watch_unit)
        view.hover_map.dismissed.connect(lambda: studio.runs.unwatch(view.viewport(), UNIT))
        studio.store.snapshot.connect(self._snapshot)
        studio.store.restarted.connect(self._forget_tints)
        studio.runs.ticked.connect(self._turns.some)
        studio.store.state_changed.connect(self._turns.rest)

    @property
    def _plane(self) -> bool:
        """Whether units of the network have maps over a plane: that of the data, or of what it is given instead."""
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        worked = plan.networks.get(document.network) if plan is not None else None
        if worked is not None and not worked.samples:
            return worked.plane
        return bool(getattr(document.shown.data, "plane", False))

    # --- asking ----------------------------------------------------------------------------------------------------

    def watch(self) -> None:
        """Ask for what the cards of the variant on the canvas show."""
        document = self._studio.document
        self.samples.setVisible(self.samples.isVisibleTo(self._panel) and bool(document.graph.nodes))
        wanted = (document.variant, document.network, self._plane)
        if wanted == self._watched:
            return
        if wanted[1] != self._watched[1]:
            self._forget_snapshots()
        self._watched = wanted
        self._studio.runs.unwatch(self._view)
        self._studio.runs.watch(self._view, WEIGHTS, wanted[0], Weights(limit=FEW, network=wanted[1]))
        self.samples.setVisible(False)
        self._watch_units()
        self.set_tinting(self.tinting)

    def _forget_snapshots(self) -> None:
        """What was seen of another network says nothing of this one, even where layers have the same ids."""
        snapshots = self._studio.store.snapshots
        for key in [key for key in snapshots if key[0] in (UNITS, WEIGHTS, GRADIENTS, UNIT)]:
            del snapshots[key]

    def _watch_units(self) -> None:
        variant, network, plane = self._watched
        maps = UnitMaps(resolution=FINE, limit=MAPS, network=network)
        strips = Activations(sample=self.samples.sample, limit=MAPS, resolution=FINE, network=network)
        probe = maps if plane else strips
        self._studio.runs.watch(self._view, UNITS, variant, probe)

    def _watch_unit(self, node: str, unit: int) -> None:
        self._studio.store.snapshots.pop((UNIT, self._watched[0]), None)
        network, sample = self._watched[1], self.samples.sample
        probe = UnitDetail(node=node, unit=unit, sample=sample, resolution=ENLARGED, network=network)
        self._studio.runs.watch(self._view.viewport(), UNIT, self._watched[0], probe)

    def _choose_sample(self, sample: int) -> None:
        self.samples.sample = sample
        self._watch_units()
        node, unit = self._view.hover_map.unit
        if node:
            self._watch_unit(node, unit)

    def set_tinting(self, on: bool) -> None:
        """Tint cards by the size of their gradients, or do not."""
        self.tinting = on
        if on:
            variant, network, _ = self._watched
            probe = Gradients(network=network)
            self._studio.runs.watch(self._view, GRADIENTS, variant, probe, TINT_INTERVAL)
        else:
            self._studio.runs.unwatch(self._view, GRADIENTS)
            self._forget_tints()

    # --- answers ---------------------------------------------------------------------------------------------------

    def show_last(self) -> None:
        """Draw what is known of the variant on the canvas."""
        for key in (UNITS, WEIGHTS, GRADIENTS):
            self._snapshot(key, self._studio.document.variant)

    def _snapshot(self, key: str, variant: str) -> None:
        found = self._studio.store.snapshots.get((key, variant))
        if found is None or variant != self._studio.document.variant:
            return
        if key == UNITS:
            for node in show_maps(self._view.canvas, found.arrays):
                self._turns.put((UNITS, node), partial(redraw_maps, self._view.canvas, node))
            self._view.hover_map.update()
            if "sample" in found.arrays:
                self._show_sample(found.arrays)
        elif key == WEIGHTS:
            show_weights(self._view.canvas, found.arrays)
        elif key == UNIT:
            self._view.hover_map.take(found.arrays)
        elif key == GRADIENTS and self.tinting:
            shown, peak = tints(found.arrays, self._view.canvas.nodes)
            for node in self._view.canvas.nodes:
                self._turns.put((GRADIENTS, node), partial(show_tint, self._view.canvas, node, shown.get(node, 0.0)))
            self._show_peak(peak)
        if not self._studio.store.running:
            self._turns.rest()

    def _show_sample(self, arrays: dict[str, object]) -> None:
        plan = self._studio.runs.plans.get(self._studio.document.variant)
        classes = class_names(plan.data.class_names) if plan is not None and plan.data is not None else []
        sample, count, target = (float(arrays.get(name, math.nan)) for name in ("sample", "of", "target"))  # type: ignore[arg-type]  # they are numbers
        if self._studio.document.graph.nodes:  # else nothing is there to show one
            self.samples.show_sample(int(sample), int(count), target, classes)
        self.resized.emit()

    def _forget_tints(self) -> None:
        self._turns.clear()
        show_tints(self._view.canvas, {})
        self._show_peak(0.0)

    def _show_peak(self, peak: float) -> None:
        self.legend.show_peak(peak)
        self.resized.emit()

    # --- looks -----------------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.legend.look = self.samples.look = look
        self.legend.update()
        self.samples.update()

    def place(self) -> None:
        """Stand in a lower corner of the canvas, side by side or, where that is narrow, one above the other."""
        bottom, left = self._panel.height() - MARGIN, MARGIN + 4
        self.samples.move(left, bottom - self.samples.height())
        if self.samples.isVisibleTo(self._panel):
            left += self.samples.width() + BESIDE
        if left + self.legend.width() > self._panel.width() - MARGIN:
            self.samples.move(MARGIN + 4, bottom - self.legend.height() - BESIDE - self.samples.height())
            left = MARGIN + 4
        self.legend.move(left, bottom - (self.samples.height() + self.legend.height()) // 2)
        self.legend.raise_()
        self.samples.raise_()
