"""The canvas as the window sees it: the view, the variant chips in its corner, and the run's maps and weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from playground.engine.events import Plan
from playground.spec.entry import Entry
from playground.ui.canvas.arrange.auto_way import AutoWay
from playground.ui.canvas.arrange.ways import Wish
from playground.ui.canvas.block_commands import BlockCommands
from playground.ui.canvas.block_plan import shown_plan
from playground.ui.canvas.canvas_view import CanvasView
from playground.ui.canvas.commands import CanvasCommands
from playground.ui.canvas.edits import output_id
from playground.ui.canvas.facts import Facts
from playground.ui.canvas.fix_chips import FixChips
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.live.on_cards import forget_run
from playground.ui.canvas.live.phases import PhaseLights
from playground.ui.canvas.live.run_watch import UNITS as UNITS
from playground.ui.canvas.live.run_watch import WEIGHTS as WEIGHTS
from playground.ui.canvas.live.run_watch import RunWatch
from playground.ui.canvas.scene import CanvasScene
from playground.ui.canvas.tabs.network_tabs import NetworkTabs
from playground.ui.canvas.tabs.network_views import NetworkViews
from playground.ui.canvas.tabs.second_view import SecondView
from playground.ui.canvas.tabs.variant_bar import VariantBar
from playground.ui.studio import Studio
from playground.ui.widgets import ChipRow, EmptyState


class CanvasPanel(QWidget):
    """Shows and edits the document's network, and draws the run in it.

    Signals: `selection_changed(ids)` when other nodes are selected; `marked()` also when other edges are;
    `inspect_requested(id)` when a person wants to see and change a node's values.
    """

    selection_changed = Signal(list)
    marked = Signal()
    inspect_requested = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.scene = CanvasScene(Look(studio.themes.theme), self)
        self.commands = CanvasCommands(studio.document, self.scene, self)
        self.view = CanvasView(self.scene, self.commands, self)
        self.variants = VariantBar(studio, self)
        self.networks = NetworkTabs(studio, self)
        self.second = SecondView(studio, self)
        self._views = NetworkViews(studio.document, self.view)
        self.empty = EmptyState(
            "layers",
            self.tr("This network has no layers. Drag one from Layers, or add the first here."),
            self.tr("Add a layer"),
            self,
        )
        self._phases = PhaseLights(self.scene)
        self.chips = FixChips(studio, self.view)
        self.blocks = BlockCommands(studio.document, self.view)
        self.view.hovering.facts = Facts(studio, self.scene).of
        self.view.fixes = lambda card: [*self.chips.of_card(card), *self.blocks.menu(card)]
        self._last: list[str] = []
        self.live = RunWatch(studio, self.view, self)
        self.setMinimumSize(280, 200)
        self.setFocusProxy(self.view)
        self.variants.rebuilt.connect(self._place)
        self.networks.rebuilt.connect(self._place)
        self.second.wanted.connect(studio.document.show_network)
        self.networks.refused.connect(self.commands.refused)
        self.empty.clicked.connect(lambda: self.view.ask.after(""))
        self._connect()
        self._ways = AutoWay(studio, self.view)
        self.commands.tidied.connect(self._ways.decide)
        self._refresh()
        self.view.open()

    def _connect(self) -> None:
        studio = self._studio
        studio.document.changed.connect(self._refresh)
        studio.document.variant_changed.connect(self._variant_changed)
        studio.document.network_changed.connect(self._network_changed)
        studio.document.uses_opened.connect(self._refresh)
        studio.runs.planned.connect(self._refresh)
        studio.themes.changed.connect(self._rethemed)
        self.scene.selectionChanged.connect(self._selection)
        self.view.inspect_requested.connect(self._inspect)
        self.chips.refused.connect(self.commands.refused)
        self.marked.connect(self.chips.refresh)
        self.live.resized.connect(self.live.place)

    # --- what the window calls -------------------------------------------------------------------------------------

    def selected(self) -> list[str]:
        """Ids of the selected nodes."""
        return self.scene.selected()

    def select(self, ids: Iterable[str]) -> None:
        """Select nodes, and nothing else."""
        self.view.select(ids)

    def select_all(self) -> None:
        """Select every node."""
        self.view.select(list(self.scene.nodes))

    def reveal(self, node_id: str) -> None:
        """Select a node and bring it into view."""
        if node_id in self.scene.nodes:
            self.view.select([node_id])
            self.view.reveal(node_id)

    def fit(self) -> None:
        """Show the whole network."""
        self.view.fit()

    def zoom_selection(self) -> None:
        """Show what is selected as large as the view allows, or the whole network."""
        self.view.zoom_to(self.selected())

    def set_way(self, way: Wish) -> None:
        """Let data flow to the right, down, in rows, or as the network can be read best."""
        self._ways.set_wish(way)

    def arrange(self, way: Wish) -> None:
        """Let data flow another way, and give all cards their places anew."""
        self.set_way(way)
        self.tidy()

    def zoom_in(self) -> None:
        """Look from nearer."""
        self.view.zoom_by(1.25)

    def zoom_out(self) -> None:
        """Look from further away."""
        self.view.zoom_by(0.8)

    def delete_selected(self) -> None:
        """Remove the selected nodes and edges."""
        self.view.selection.delete()

    def duplicate_selected(self) -> None:
        """Copy the selected nodes beside themselves."""
        self.commands.duplicate(self.selected())

    def copy(self) -> None:
        """Put the selected nodes on the clipboard."""
        self.commands.copy(self.selected())

    def cut(self) -> None:
        """Move the selected nodes to the clipboard."""
        self.commands.cut(self.selected())

    def paste(self) -> None:
        """Add the nodes on the clipboard."""
        self.view.paste()

    def tidy(self) -> None:
        """Lay the network out automatically."""
        self.commands.tidy()
        self.fit()

    def add_layer(self, layer: Entry | Mapping[str, Any]) -> str:
        """Add a layer behind the selected node, else before the output; return its id, "" if refused."""
        selected = self.selected()
        if selected:
            return self.commands.add_layer(layer, after=selected[-1])
        incoming = self.scene.graph.into(output_id(self.scene.graph))
        return self.commands.add_layer(layer, edge=incoming[0] if incoming else None)

    def set_side_by_side(self, on: bool) -> None:
        """Show the next network beside the one that is edited, or only this."""
        self.second.setVisible(on and self.second.possible)
        self._place()
        self.second.refresh()
        self.fit()

    def show_phase(self, phase: str, duration_ms: int) -> None:
        """Light a phase of the training step up: "forward", "loss", "backward", "update", or "" for none."""
        self._phases.show(phase, duration_ms)

    # --- what the document and the run say -------------------------------------------------------------------------

    def _refresh(self, *_: object) -> None:
        document = self._studio.document
        plan = shown_plan(self._studio.runs.plans.get(document.variant), document.cards, document.network)
        if document.graph is not self.scene.graph:
            self.view.cancel()  # the cards that a gesture holds may be gone
        self.scene.show(document.graph, plan, document.network, document.shown.data)
        self.blocks.show_frames()
        self.view.hovering.refresh()
        self.empty.setVisible(not document.graph.nodes)
        self._say(plan)
        self.live.watch()
        self._selection()

    def _inspect(self, card: str) -> None:
        """Open a card: a block in its place, a layer in the inspector."""
        if self.blocks.is_use(card):
            self.blocks.open(card)
        else:
            self.inspect_requested.emit(card)

    def _variant_changed(self, *_: object) -> None:
        forget_run(self.scene)
        self._refresh()
        self.live.show_last()

    def _network_changed(self, *_: object) -> None:
        """Show another network, with nothing selected and as it was last looked at."""
        self._views.leave()
        self.view.cancel()
        self.scene.clearSelection()
        forget_run(self.scene)
        self._refresh()
        self._views.enter()

    def _selection(self) -> None:
        self.view.keyboard.speak()
        self.marked.emit()
        ids = self.scene.selected()
        if ids != self._last:
            self._last = ids
            self.selection_changed.emit(ids)

    def _rethemed(self, *_: object) -> None:
        look = Look(self._studio.themes.theme)
        self.scene.set_look(look)
        self.view.set_look(look)
        self.live.set_look(look)
        self._refresh()

    def _say(self, plan: Plan | None) -> None:
        """Tell assistive software what the picture shows."""
        faces = [self.scene.nodes[node.id].face for node in self.scene.graph.order()]
        told = [" ".join(filter(None, (f.title, f.detail, f.shape, f.sentence))) for f in faces]
        self.view.setAccessibleDescription(self.tr("Layers in order: {list}.").format(list="; ".join(told)))

    # --- geometry --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() // 2 if not self.second.isHidden() and self.second.possible else 0
        self.view.setGeometry(self.rect().adjusted(0, 0, -beside, 0))
        self.second.setGeometry(self.rect().adjusted(self.width() - beside + 1, 48, 0, 0))
        left, top = self._place_row(self.networks, 16, 12) if self.networks.tabs else (16, 12)
        fits = left + self.variants.sizeHint().width() <= self.width() - 16
        _, low = self._place_row(self.variants, left if fits else 16, 12 if fits else top)
        self.view.leave_above(low + 8)
        self.live.place()
        self.empty.setGeometry(self.width() // 2 - 150, self.height() // 2 - 90, 300, 180)
        self.empty.raise_()

    def _place_row(self, row: ChipRow, left: int, top: int) -> tuple[int, int]:
        """Put a row of chips there, wrapped where it is too long; return where it ends to the right and below."""
        width = max(min(self.width() - 16 - left, row.sizeHint().width()), 60)
        height = row.heightForWidth(width)
        row.setGeometry(left, top, width, height)
        row.raise_()
        return left + width + 20, top + height + 8
