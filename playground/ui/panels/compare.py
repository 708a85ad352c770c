"""ComparePanel: what differs between the network on the canvas and another network or version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QMenu, QSplitter, QVBoxLayout, QWidget

from playground.spec.compare import Comparison, compare
from playground.spec.entry import Entry, entries, fields_of
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from playground.spec.files import read
from playground.spec.graph import Graph, Node
from playground.spec.variants import resolve
from playground.ui import words
from playground.ui.canvas.compared import marks_after, marks_before
from playground.ui.canvas.items.badges import Mark
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.paper_view import PaperView
from playground.ui.canvas.scene import CanvasScene
from playground.ui.studio import Studio
from playground.ui.widgets import EmptyState, button, label, set_kind

STATES = 12
"""Earlier states of the network that the menu offers."""
SIGNS: dict[Mark, tuple[str, str]] = {
    "added": ("+", "good"),
    "removed": ("−", "error"),
    "changed": ("~", "warning_text"),
}
SIDE = int(Qt.ItemDataRole.UserRole)
"""Where a row keeps the layer that it speaks of: its mark and its id."""


@dataclass(frozen=True)
class _Other:
    """What the canvas is compared with; `graph` is asked again after each edit."""

    name: str
    graph: Callable[[], Graph | None]
    data: Entry | None = None


class ComparePanel(QWidget):
    """Lists the differences, shows the other network, and lets the canvas mark its own.

    Signals: `marked(nodes, edges)` with the marks of the network on the canvas, empty when nothing is compared;
    `node_requested(id)`; `said(sentence, is_error)`.
    """

    marked = Signal(object, object)
    node_requested = Signal(str)
    said = Signal(str, bool)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self._studio = studio
        self._other: _Other | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.choice = button(self.tr("Compare with…"))
        self.choice.setMenu(self._menu)
        self.summary = label("", "caption", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setWordWrap(True)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.scene = CanvasScene(Look(studio.themes.theme), self)
        self.scene.movement.animate = False
        self.view = _OtherView(self.scene)
        self.view.setAccessibleName(self.tr("The other network"))
        self.empty = EmptyState(
            "duplicate",
            self.tr("Choose what to compare this network with: an earlier state, another variant, network or file."),
        )
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.view)
        self._parts.setChildrenCollapsible(False)
        self._parts.setSizes([200, 300])
        self._parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self.summary)
        column.addWidget(self._parts, 1)
        column.addWidget(self.empty, 1)
        for signal in (studio.document.changed, studio.document.variant_changed, studio.document.network_changed):
            signal.connect(self._refresh)
        studio.document.opened.connect(self.end)
        studio.themes.changed.connect(self._rethemed)
        self.end()

    # --- what to compare with --------------------------------------------------------------------------------------

    def compare_with(self, name: str, graph: Callable[[], Graph | None], data: Entry | None = None) -> None:
        """Compare the canvas with `graph()`, known to people as `name`."""
        self._other = _Other(name, graph, data)
        self.choice.setText(self.tr("Compared with {0}").format(name))
        self._refresh()

    def compare_with_file(self, path: Path) -> bool:
        """Compare with the network of a file; False, with a sentence, when it cannot be read."""
        try:
            experiment = read(path)
        except SpecError as error:
            self.said.emit(words.sentence(str(error)), True)
            return False
        self.compare_with(path.name, partial(self._of, experiment), experiment.data)
        return True

    def end(self) -> None:
        """Compare with nothing."""
        self._other = None
        self.choice.setText(self.tr("Compare with…"))
        self._refresh()

    def _fill(self) -> None:
        self._menu.clear()
        for group in (self._states(), self._variants(), self._networks()):
            for name, graph in group:
                self._menu.addAction(name.replace("&", "&&"), partial(self.compare_with, name, graph))
            self._menu.addSeparator()
        self._menu.addAction(self.tr("A file…"), self._ask)
        if self._other is not None:
            self._menu.addAction(self.tr("Nothing"), self.end)

    def _states(self) -> Iterator[tuple[str, Callable[[], Graph | None]]]:
        document = self._studio.document
        stack = document.undo_stack
        now, saved = stack.index(), stack.cleanIndex()
        if saved > 0 and saved != now:
            yield self.tr("the network as saved"), partial(self._of, document.state(saved))
        if now > 0:
            yield self.tr("the network as opened"), partial(self._of, document.state(0))
        for index in range(now - 1, max(0, now - STATES), -1):
            text = self.tr("the network before “{0}”").format(stack.text(index))
            yield text, partial(self._of, document.state(index))

    def _variants(self) -> Iterator[tuple[str, Callable[[], Graph | None]]]:
        document = self._studio.document
        for name in document.experiment.variant_names():
            if name != document.variant:
                yield self.tr("variant {0}").format(name), partial(self._of_variant, name)

    def _networks(self) -> Iterator[tuple[str, Callable[[], Graph | None]]]:
        document = self._studio.document
        for name in document.shown.networks:
            if name != document.network:
                yield self.tr("network {0}").format(name), partial(self._of_network, name)

    def _of(self, experiment: Experiment) -> Graph | None:
        """The network of another experiment that corresponds to the one on the canvas."""
        document = self._studio.document
        variants = experiment.variant_names()
        try:
            networks = resolve(experiment, document.variant if document.variant in variants else variants[0]).networks
        except SpecError:
            networks = experiment.networks
        return networks.get(document.network) or next(iter(networks.values()), None)

    def _of_variant(self, name: str) -> Graph | None:
        document = self._studio.document
        try:
            return resolve(document.experiment, name).networks.get(document.network)
        except SpecError:
            return None

    def _of_network(self, name: str) -> Graph | None:
        return self._studio.document.shown.networks.get(name)

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Compare with an experiment"),
            str(Path.home()),
            self.tr("Experiments (*.json);;All files (*)"),
        )
        if name:
            self.compare_with_file(Path(name))

    # --- what differs ----------------------------------------------------------------------------------------------

    def _refresh(self, *_: object) -> None:
        before = self._other.graph() if self._other else None
        active = before is not None
        self._parts.setVisible(active)
        self.summary.setVisible(active)
        self.empty.setVisible(not active)
        if before is None or not self.isVisible():
            self.marked.emit({}, {})
            return
        after = self._studio.document.graph
        found = compare(before, after)
        self._list(found, before, after)
        self.scene.show(before, None, data=self._other.data if self._other else None)
        self.scene.set_marks(*marks_before(found))
        self.view.fit()
        self.marked.emit(*marks_after(found))

    def _list(self, found: Comparison, before: Graph, after: Graph) -> None:
        self.list.clear()
        for node_id in found.removed:
            self._row("removed", node_id, _called(before.node(node_id)))
        for node_id in found.added:
            self._row("added", node_id, _called(after.node(node_id)))
        for node_id, changes in found.changed.items():
            node = after.node(node_id)
            told = ", ".join(_change(node, one.field, one.before, one.after) for one in changes)
            self._row("changed", node_id, f"{_called(node)}: {told}")
        self.summary.setText(self._summary(found))

    def _summary(self, found: Comparison) -> str:
        if found.same:
            return self.tr("The two networks are the same.")
        counts = (len(found.added), len(found.removed), len(found.changed))
        wires = len(found.added_edges) + len(found.removed_edges)
        layers = self.tr("{0} added, {1} removed, {2} changed").format(*map(words.count, counts))
        return self.tr("Layers: {0}. Wires that differ: {1}.").format(layers, words.count(wires))

    def _row(self, mark: Mark, node_id: str, text: str) -> None:
        sign, role = SIGNS[mark]
        row = QListWidgetItem(f"{sign}  {text}")
        row.setForeground(self._studio.themes.theme.color(role))
        spoken = {"added": self.tr("added"), "removed": self.tr("removed"), "changed": self.tr("changed")}[mark]
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {text}")
        row.setToolTip(text)
        row.setData(SIDE, (mark, node_id))
        self.list.addItem(row)

    def _go(self, row: QListWidgetItem) -> None:
        mark, node_id = row.data(SIDE)
        if mark == "removed":
            self.scene.select([node_id])
            self.view.reveal(node_id)
        else:
            self.node_requested.emit(node_id)

    def _rethemed(self, *_: object) -> None:
        self.scene.set_look(Look(self._studio.themes.theme))
        self.view.repaper()
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(280, 480)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.marked.emit({}, {})


class _OtherView(PaperView):
    """The other network, to look at."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _called(node: Node) -> str:
    """A layer by its label and by the id that tells it from others of that label."""
    shown = words.node_label(node)
    return shown if node.id.rstrip("0123456789") == shown.lower() else f"{shown} · {node.id}"


def _change(node: Node, field: str, before: Any, after: Any) -> str:
    """One difference in words: units 8 → 16."""
    return f"{_field(node, field)} {_value(before)} → {_value(after)}"


def _field(node: Node, field: str) -> str:
    kind, _, value = field.partition(".")
    if cls := entries("regularizer").get(kind):
        return f"{words.title(cls)} {words.inside(words.field_label(value, fields_of(cls)[value][0]))}"
    for part in (node.layer, node.activation, node.initializer):
        meta = fields_of(type(part)).get(field) if part is not None else None
        if meta is not None:
            return words.inside(words.field_label(field, meta[0]))
    return field.replace("_", " ")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        on, off = QCoreApplication.translate("words", "on"), QCoreApplication.translate("words", "off")
        return on if value else off
    if value is None:
        return "—"
    return words.number(value) if isinstance(value, int | float) else str(value) or "—"
