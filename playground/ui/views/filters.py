"""FiltersView: the kernels of a convolution beside their maps of a sample, or the templates of a dense layer."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.catalog.image_probes import Filters
from playground.engine.events import Snapshot
from playground.ui import words
from playground.ui.studio import Studio
from playground.ui.tokens import Theme
from playground.ui.views.base import Table, View
from playground.ui.views.filter_sheet import FilterSheet
from playground.ui.views.layer_choice import LayerChoice
from playground.ui.views.templates import TemplateSheet, reading_images
from playground.ui.views.wish import Wish
from playground.ui.widgets import EmptyState

INTERVAL = 0.2
CONVOLUTIONS = ("Conv2d", "DepthwiseConv2d", "ConvTranspose2d", "Conv1d", "ConvTranspose1d")
LIMIT, INPUTS = 64, 4


class FiltersView(View):
    """Kernels and maps of one convolution of the network that is shown, or templates; the person chooses the layer."""

    name: ClassVar[str] = "filters"
    order: ClassVar[int] = 65
    min_size: ClassVar[tuple[int, int]] = (180, 120)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._wish = Wish(self, INTERVAL)
        self._drawn: Snapshot | None = None
        self._theme: Theme | None = None
        self._sheet, self.templates = FilterSheet(studio), TemplateSheet(studio)
        inside = QWidget()
        both = QVBoxLayout(inside)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._sheet)
        both.addWidget(self.templates)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().installEventFilter(self)
        self._empty = EmptyState("grid", "")
        self.layers = LayerChoice(self)
        self.layers.chosen.connect(self._watch)
        self.layers.chosen.connect(self.mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        column.addWidget(self._empty)
        studio.store.sample_changed.connect(self.mark)
        studio.runs.planned.connect(self.mark)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Filters")

    def options(self) -> list[QAction]:
        return [self.layers.action]

    def say(self) -> None:
        super().say()
        self.layers.action.setToolTip(self.tr("Choose the layer that is shown"))
        self._sheet.words = (self.tr("Filter {0}"), self.tr("weights"), self.tr("map"))
        self.templates.words = (self.tr("Unit {0}"), self.tr("score"), self.tr("probability"))

    # --- which layer ----------------------------------------------------------------------------------------------

    @property
    def offered(self) -> dict[str, str]:
        """The convolutions of the network that is shown and its dense layers on images, and what they are called."""
        document = self.studio.document
        plan = self.studio.runs.plans.get(document.variant)
        worked = plan.networks.get(document.network) if plan is not None else None
        if worked is None:
            return {}
        own = {node.id: node.name for node in document.graph.nodes}
        dense = reading_images(document.graph, {node.id: node.output_shape for node in worked.nodes})
        shown = [node.id for node in worked.nodes if node.entry in CONVOLUTIONS or node.id in dense]
        return {node: own.get(node) or re.sub(r"(?<=[a-z])(?=\d)", " ", node) for node in shown}

    @property
    def node(self) -> str:
        """The convolution that is shown: what the person chose while it is there, else the first."""
        names, chosen = self.offered, self.layers.layer
        return chosen if chosen in names else next(iter(names), "")

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        self._wish.forget()
        self._watch()
        self.mark()

    def _watch(self) -> None:
        """Keep the filters of the shown layer fresh."""
        document, node = self.studio.document, self.node
        if node:
            sample, network = self.studio.store.sample, document.network
            probe = Filters(node=node, sample=sample, limit=LIMIT, inputs=INPUTS, network=network)
            self._wish.renew(document.variant, probe)

    def refresh(self) -> None:
        self.layers.offer(self.offered, self.node)
        self._watch()
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant)) if self.node else None
        theme = self.studio.themes.theme
        if snapshot is not self._drawn or theme is not self._theme:
            self._drawn, self._theme = snapshot, theme
            self._take(dict(snapshot.arrays) if snapshot is not None else {}, theme)
        self._empty.set_sentence(self._sentence())
        shown = bool(self._sheet.filters or self.templates.pictures)
        self._scroll.setVisible(shown)
        self._empty.setVisible(not shown)
        self._arrange()
        self._sheet.update()
        self.templates.update()

    def _take(self, arrays: dict[str, Any], theme: Theme) -> None:
        """Show a snapshot: filters, or templates where a map is one number of an image."""
        maps = np.asarray(arrays.get("maps", ()))
        dense = "image" in arrays and maps.shape[1:] == (1, 1)
        started = self.studio.store.started
        names = started.data.class_names if started is not None else []
        self.templates.take(arrays if dense else {}, names, theme)
        self._sheet.take({} if dense else arrays, theme)
        self._sheet.notes = self._notes()
        self._sheet.setVisible(not dense)
        self.templates.setVisible(dense)

    def _sentence(self) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        return (
            ""
            if self.node
            else self.tr(
                "This network has no filters: add a layer such as Conv 2d, or one Linear layer behind Flatten."
            )
        )

    def _notes(self) -> list[str]:
        """What is not shown of the layer."""
        arrays, notes = self._sheet.arrays, []
        if "count" in arrays and int(arrays["count"]) > len(self._sheet.filters):
            of = (words.count(len(self._sheet.filters)), words.count(int(arrays["count"])))
            notes.append(self.tr("The first {0} of {1} filters").format(*of))
        if "inputs" in arrays and int(arrays["inputs"]) > INPUTS:
            of = (words.count(INPUTS), words.count(int(arrays["inputs"])))
            notes.append(self.tr("The first {0} of {1} input channels of each").format(*of))
        return notes

    def _arrange(self) -> None:
        width = float(self._scroll.viewport().width())
        self._sheet.setMinimumHeight(self._sheet.arrange(width))
        self.templates.setFixedHeight(self.templates.arrange(width))

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return bool(super().eventFilter(watched, event))

    # --- pictures and numbers -------------------------------------------------------------------------------------

    def picture_size(self) -> QSize:
        return next((one.size() for one in self._drawn_sheets()), self.size())

    def _drawn_sheets(self) -> list[FilterSheet | TemplateSheet]:
        """The sheet that shows something, if any does."""
        return [self._sheet] if self._sheet.filters else [self.templates] if self.templates.pictures else []

    def draw(self, painter: QPainter) -> None:
        for sheet in self._drawn_sheets():
            sheet.paint(painter)
            return
        super().draw(painter)

    def tables(self) -> list[Table]:
        """One row per weight that is shown."""
        arrays = self._sheet.arrays or self.templates.arrays
        if "kernels" not in arrays:
            return []
        kernels = np.asarray(arrays["kernels"]).astype(float) * float(arrays["kernels.scale"])
        places = np.indices(kernels.shape).reshape(4, -1)
        named = dict(zip(("filter", "input", "row", "column"), places, strict=True))
        return [Table("filters", {**named, "weight": kernels.ravel()})]
