"""SecondView: another network of the experiment beside the one that is edited, to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from playground.catalog.probes import UnitMaps
from playground.spec.networks import in_order
from playground.spec.opened import opened
from playground.ui.canvas.block_plan import shown_plan
from playground.ui.canvas.items.card import MAPS
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.live.on_cards import forget_run, redraw_maps, show_maps
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.scene import CanvasScene
from playground.ui.canvas.tabs.network_tabs import role_of
from playground.ui.studio import Studio
from playground.ui.widgets import set_kind

UNITS = "second.units"
FINE = 40
"""Resolution of the maps on its cards."""
CLOSED: frozenset[str] = frozenset()
"""Blocks stay closed here."""


class SecondView(PaperView):
    """The next network after the one on the canvas; a double click brings it there.

    `wanted(name)` speaks when a person wants to edit it.
    """

    wanted = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        scene = CanvasScene(Look(studio.themes.theme))
        super().__init__(scene, parent)
        scene.setParent(self)
        scene.movement.animate = False
        self._studio = studio
        self.network = ""
        self._watched = ("", "")
        self._title = QLabel(self)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_kind(self._title, "caption")
        self._title.move(16, 16)
        self.hide()
        document = studio.document
        for signal in (document.changed, document.variant_changed, document.network_changed, studio.runs.planned):
            signal.connect(self.refresh)
        studio.themes.changed.connect(self._rethemed)
        studio.store.snapshot.connect(self._snapshot)

    @property
    def possible(self) -> bool:
        """Whether there is another network to show."""
        return len(self._studio.document.shown.networks) > 1

    def refresh(self, *_: object) -> None:
        """Show the network after the one on the canvas."""
        if self.isHidden() or not self.possible:
            return
        document = self._studio.document
        names = in_order(document.shown)
        name = names[(names.index(document.network) + 1) % len(names)]
        cards = opened(document.shown, name, CLOSED)
        plan = shown_plan(self._studio.runs.plans.get(document.variant), cards, name)
        self.canvas.show(cards.graph, plan, name, document.shown.data)
        self._title.setText(f"{name} · {role_of(document.shown, name)}")
        self._title.adjustSize()
        self.setAccessibleName(self.tr("The network {0}, to look at").format(name))
        if name != self.network:
            self.network = name
            forget_run(self.canvas)
            self.fit()
        self._watch()

    def _watch(self) -> None:
        """Ask for the maps of its units, where they are shown over a plane."""
        variant = self._studio.document.variant
        if (variant, self.network) != self._watched:
            self._watched = (variant, self.network)
            self._studio.runs.unwatch(self)
            probe = UnitMaps(resolution=FINE, limit=MAPS, network=self.network)
            self._studio.runs.watch(self, UNITS, variant, probe)

    def _snapshot(self, key: str, variant: str) -> None:
        found = self._studio.store.snapshots.get((key, variant))
        if key == UNITS and found is not None and variant == self._studio.document.variant and not self.isHidden():
            for node_id in show_maps(self.canvas, found.arrays):
                redraw_maps(self.canvas, node_id)

    def _rethemed(self, *_: object) -> None:
        self.canvas.set_look(Look(self._studio.themes.theme))
        self.repaper()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # nothing here is moved or selected

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.wanted.emit(self.network)
