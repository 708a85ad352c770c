"""InspectorPanel: the layer that is selected on the canvas, or several of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.catalog.kinds import Activation
from playground.engine.events import NetworkPlan, NodePlan
from playground.spec.blocks import BlockUse
from playground.spec.entry import Entry, UnknownEntry
from playground.spec.graph import Node, change
from playground.spec.inner_ids import JOINT
from playground.ui import words
from playground.ui.engine_words import told
from playground.ui.panels.activation_plot import ActivationPlot
from playground.ui.panels.block_rows import BlockSection
from playground.ui.panels.editor import EntryEditor
from playground.ui.panels.form import EntryForm
from playground.ui.panels.node_rows import FactorField, NameTitle, QuickUnits
from playground.ui.panels.own_regularizers import OwnRegularizers
from playground.ui.panels.panel import MARGIN, Panel, Section, growing
from playground.ui.panels.shared_weights import SharedWeights
from playground.ui.panels.spread import StartSpread
from playground.ui.panels.weights_table import WeightsSection, source_names
from playground.ui.studio import Studio
from playground.ui.widgets import Card, EmptyState, FormRow, button, label

UNITS = "out_features"

Change = Callable[[Node], Node]


class InspectorPanel(Panel):
    """Fields, activation, initial weights and numbers of the selected nodes; every edit changes all of them at once.

    `duplicate_requested()` and `delete_requested()` speak for the canvas, which knows where copies go.
    """

    duplicate_requested = Signal()
    delete_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setObjectName("inspectorPanel")
        self._ids: list[str] = []
        self._make_network()
        self._make_layer()
        self._make_extras()
        self.block = BlockSection(studio)
        self.add_section(self.block)
        self.weights = WeightsSection(studio)
        self.add_section(self.weights)
        self._make_problems()
        self._make_buttons()
        studio.document.changed.connect(self.refresh)
        studio.document.variant_changed.connect(self.refresh)
        studio.document.uses_opened.connect(self.refresh)
        studio.runs.planned.connect(self._show_numbers)
        self.refresh()

    def show_nodes(self, ids: list[str]) -> None:
        """Show these nodes of the canvas; none shows the network as a whole."""
        if ids != self._ids:
            self.studio.document.end_merge()
            self._ids = list(ids)
            self.refresh()

    @property
    def nodes(self) -> list[Node]:
        """The nodes that are shown."""
        graph = self.studio.document.graph
        return [graph.node(one) for one in self._ids if one in graph]

    def refresh(self, *_: object) -> None:
        """Show what the document has, in place."""
        nodes = self.nodes
        for section in (self._layer_section, self._extra_section, self._buttons):
            self.show_section(section, bool(nodes))
        self.show_section(self._network_section, not nodes)
        self.show_section(self.block, len(nodes) == 1 and self.block.show_card(nodes[0].id))
        self.initializer.set_entry(self.studio.document.shown.initializer)
        if nodes:
            self._show_layer(nodes)
            self._show_extras(nodes)
        self._show_numbers()

    # --- putting together ----------------------------------------------------------------------------------

    def _make_network(self) -> None:
        self._network_section = Section(self.tr("Network"))
        self.initializer = EntryEditor(
            self.studio,
            "initializer",
            self.tr("Initialiser"),
            help=self.tr("How weights start, in every layer without an own choice."),
            place="initializer",
        )
        self.initializer.edited.connect(self._edit_network_initializer)
        self.initializer.released.connect(self.studio.document.end_merge)
        self._totals = label("", "caption", wrap=True)
        self._empty = EmptyState("layers", self.tr("Select a layer on the canvas to see and change it here."))
        self._network_section.add(self.initializer, self._totals, self._empty)
        self.add_section(self._network_section)

    def _make_layer(self) -> None:
        self._layer_section = Section()
        self.title = NameTitle()
        self.title.renamed.connect(self._rename)
        self._mixed = label(self.tr("Values differ; a change sets all of them."), "caption", wrap=True)
        self._unknown = label(
            self.tr("This version does not know this layer; delete it to train."), "problem", wrap=True
        )
        self.size_form = EntryForm(self.studio, keep=lambda name, _meta: name == UNITS)
        self.form = EntryForm(self.studio, keep=lambda name, _meta: name != UNITS)
        for form in (self.size_form, self.form):
            form.edited.connect(self._edit_layer)
            form.released.connect(self.studio.document.end_merge)
        self.units = QuickUnits()
        self.units.picked.connect(self._set_units)
        self.numbers = label("", "caption", wrap=True)
        self._layer_section.add(self.title, self._mixed, self._unknown, self.size_form, self.units, self.form)
        self._layer_section.add(self.numbers)
        self.add_section(self._layer_section)

    def _make_extras(self) -> None:
        self._extra_section = Section()
        self._extra_section.column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        self.activation = EntryEditor(
            self.studio,
            "layer",
            self.tr("Activation"),
            help=self.tr("The function behind the layer."),
            wanted=lambda cls: issubclass(cls, Activation),
            nothing=self.tr("None"),
        )
        self.node_initializer = EntryEditor(
            self.studio,
            "initializer",
            self.tr("Initialiser"),
            help=self.tr("How the weights of this layer start."),
            nothing=self.tr("Network default"),
        )
        self.factor = FactorField(self.studio.themes)
        self._factor_row = FormRow(
            self.tr("LR factor"), self.factor, self.tr("Multiplies the learning rate of this layer. 0 freezes it.")
        )
        self._frozen = label(self.tr("Frozen: this layer keeps its weights."), "caption", wrap=True)
        self.shares = SharedWeights()
        self._shares_row = FormRow(
            self.tr("Shares with"),
            self.shares,
            self.tr(
                "Takes its weights from another layer (weight tying): those of the same name and shape are one. That "
                "layer's initialiser, LR factor and regularisers then hold for them."
            ),
        )
        self.plot = ActivationPlot(self.studio.themes)
        self.own = OwnRegularizers(self.studio)
        self._extra_section.add(self.activation, self.node_initializer, self._factor_row, self._frozen)
        self._extra_section.add(self._shares_row)
        self.spread = StartSpread(self.studio)
        self._extra_section.add(self.own, self.plot, self.spread)
        self.activation.edited.connect(self._edit_part("activation"))
        self.node_initializer.edited.connect(self._edit_part("initializer"))
        self.own.edited.connect(self._edit_own)
        for editor in (self.activation, self.node_initializer, self.factor, self.own):
            editor.released.connect(self.studio.document.end_merge)
        self.factor.changed.connect(self._edit_factor)
        self.shares.changed.connect(self._edit_shares)
        self.add_section(self._extra_section, ruled=False)

    def _make_problems(self) -> None:
        self._problem_section = Section()
        self._cards: list[Card] = []
        self.add_section(self._problem_section, ruled=False)

    def _make_buttons(self) -> None:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(12, 10, 12, 12)
        row.setSpacing(8)
        self.duplicate = button(self.tr("Duplicate"), "small", self.tr("Copy the selected layers."))
        self.delete = button(self.tr("Delete"), "small", self.tr("Delete the selected layers."))
        self.duplicate.clicked.connect(self.duplicate_requested)
        self.delete.clicked.connect(self.delete_requested)
        self.studio.themes.bind_icon(self.duplicate, "duplicate", "secondary", 16)
        self.studio.themes.bind_icon(self.delete, "trash", "secondary", 16)
        row.addWidget(self.duplicate)
        row.addWidget(self.delete)
        row.addStretch(1)
        self.add_section(self._buttons)

    # --- what is shown -------------------------------------------------------------------------------------

    def _show_layer(self, nodes: list[Node]) -> None:
        first = nodes[0]
        alike = all(type(node.layer) is type(first.layer) for node in nodes)
        if len(nodes) == 1:
            self.title.show_node(words.title(first.layer), first.name, first.id.rpartition(JOINT)[2])
        else:
            kind = words.title(first.layer) if alike else self.tr("layers")
            self.title.show_node(self.tr("{0} × {1}").format(words.count(len(nodes)), kind), "", "")
        layer = first.layer if alike and not isinstance(first.layer, UnknownEntry | BlockUse) else None
        self.size_form.set_entry(layer)
        self.form.set_entry(layer)
        self._unknown.setVisible(any(isinstance(node.layer, UnknownEntry) for node in nodes))
        self._mixed.setVisible(alike and any(node.layer != first.layer for node in nodes))
        self.units.setVisible(UNITS in self.size_form.rows)

    def _show_extras(self, nodes: list[Node]) -> None:
        first = nodes[0]
        self.activation.setVisible(all(_takes_activation(node) for node in nodes))
        self.activation.set_entry(first.activation)
        learns = all(self._learns(node) for node in nodes)
        initialized = learns and all(getattr(node.layer, "group", "") != "Normalisation" for node in nodes)
        self.node_initializer.setVisible(initialized)
        self.node_initializer.set_entry(first.initializer)
        self._factor_row.setVisible(learns)
        self.own.setVisible(initialized or any(node.regularizers for node in nodes))
        self.own.show_node(first)
        self.factor.show_value(first.lr_factor)
        self._show_shares(nodes)
        self._frozen.setVisible(learns and any(node.lr_factor == 0 for node in nodes))
        self.plot.show_activation(first.layer if isinstance(first.layer, Activation) else first.activation)
        self.spread.setVisible(initialized or self.plot.isVisibleTo(self._extra_section))
        self.spread.mark([node.id for node in nodes])
        shown = (self.activation, self.node_initializer, self._factor_row, self._shares_row, self.own, self.plot)
        self.show_section(self._extra_section, any(not widget.isHidden() for widget in shown))

    def _show_shares(self, nodes: list[Node]) -> None:
        """Offer other layers to one with weights, and to one that says it shares some."""
        first, network = nodes[0], self._plan()
        alone = len(nodes) == 1 and not isinstance(first.layer, BlockUse)
        self._shares_row.setVisible(alone and (self._learns(first) or bool(first.shares)))
        tensors = {plan.id: plan.tensors for plan in network.nodes} if network is not None else {}
        self.shares.show_node(self.studio.document.graph, first, tensors)

    def _show_weights(self, nodes: list[Node]) -> None:
        one = nodes[0] if len(nodes) == 1 and self._has_table(nodes[0]) else None
        self.show_section(self.weights, one is not None)
        self.weights.show_node(one.id if one else "", source_names(self.studio, one.id) if one else ())

    def _show_numbers(self) -> None:
        network, nodes = self._plan(), self.nodes
        self._totals.setText(self._network_words(network))
        self._totals.setVisible(network is not None)
        plans = [one for one in (self._node_plan(node.id) for node in nodes) if one is not None]
        self.numbers.setText(self._node_words(plans))
        self.numbers.setVisible(bool(plans))
        self._show_problems()
        if nodes:
            self._show_extras(nodes)
        self._show_weights(nodes)

    def _network_words(self, network: NetworkPlan | None) -> str:
        if network is None:
            return ""
        return self.tr("{0} layers · {1} parameters · {2} MACs per sample").format(
            words.count(len(network.nodes)), words.count(network.parameters), words.short(network.macs)
        )

    def _node_words(self, plans: list[NodePlan]) -> str:
        parameters = words.count(sum(plan.parameters for plan in plans))
        counts = self.tr("{0} parameters · {1} MACs").format(parameters, words.short(sum(plan.macs for plan in plans)))
        if shared := sum(plan.shared for plan in plans):
            counts += " · " + self.tr("{0} shared").format(words.count(shared))
        return f"{words.shape(plans[0].output_shape)} · {counts}" if len(plans) == 1 else counts

    def _show_problems(self) -> None:
        document = self.studio.document
        found = [
            problem
            for problem in self.studio.runs.problems()
            if problem.node in self._ids and problem.variant in ("", document.variant)
        ]
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [Card(words.sentence(problem.message), told(problem.hint), problem.severity) for problem in found]
        self._problem_section.add(*map(growing, self._cards))
        self.show_section(self._problem_section, bool(found))

    def _plan(self) -> NetworkPlan | None:
        plan = self.studio.runs.plans.get(self.studio.document.variant)
        return plan.networks.get(self.studio.document.network) if plan else None

    def _node_plan(self, node_id: str) -> NodePlan | None:
        network = self._plan()
        return next((one for one in (*network.nodes, *network.uses) if one.id == node_id), None) if network else None

    def _learns(self, node: Node) -> bool:
        """Whether a layer has weights, as far as the engine has said; a dense one always has."""
        plan = self._node_plan(node.id)
        return node.layer.name in ("Linear", "Output") or (plan is not None and plan.parameters + plan.shared > 0)

    def _has_table(self, node: Node) -> bool:
        """Whether a layer has numbers to show: a block has none but those of its layers, a broken one none."""
        plan = self._node_plan(node.id)
        has = plan is None or plan.parameters + plan.shared > 0
        return self._learns(node) and not isinstance(node.layer, BlockUse) and has

    # --- what a person does --------------------------------------------------------------------------------

    def _edit_nodes(self, label: str, edit: Change, merge_key: str = "") -> None:
        """Change all shown nodes as one undoable edit."""
        document = self.studio.document
        graph = document.graph
        for node in self.nodes:
            graph = change(graph, edit(node))
        document.edit_graph(label, graph, f"{','.join(self._ids)}/{merge_key}" if merge_key else "")

    def _edit_layer(self, layer: Entry, merge_key: str) -> None:
        nodes = self.nodes
        if not nodes:
            return
        old = nodes[0].layer.values()
        changes = {name: value for name, value in layer.values().items() if old.get(name) != value}
        label = words.change_of(next(iter(changes)), type(layer)) if changes else self.tr("Change layer")
        self._edit_nodes(label, lambda node: replace(node, layer=node.layer.with_values(**changes)), merge_key)

    def _set_units(self, units: int) -> None:
        self._edit_nodes(
            self.tr("Change units"), lambda node: replace(node, layer=node.layer.with_values(**{UNITS: units}))
        )

    def _edit_part(self, name: str) -> Callable[[Any, str, str], None]:
        def edit(entry: Entry | None, merge_key: str, undo_label: str) -> None:
            changes: dict[str, Any] = {name: entry}
            key = f"{name}.{merge_key}" if merge_key else ""
            self._edit_nodes(undo_label, lambda node: replace(node, **changes), key)

        return edit

    def _edit_factor(self, value: float) -> None:
        self._edit_nodes(self.tr("Change LR factor"), lambda node: replace(node, lr_factor=value), "lr_factor")

    def _edit_shares(self, owner: str) -> None:
        text = self.tr("Share weights") if owner else self.tr("Share no weights")
        self._edit_nodes(text, lambda node: replace(node, shares=owner))

    def _edit_own(self, edit: Change, merge_key: str, undo_label: str) -> None:
        self._edit_nodes(undo_label, edit, f"regularizers.{merge_key}" if merge_key else "")

    def _rename(self, name: str) -> None:
        self._edit_nodes(self.tr("Rename layer"), lambda node: replace(node, name=name))

    def _edit_network_initializer(self, entry: Entry, merge_key: str, undo_label: str) -> None:
        document = self.studio.document
        key = f"initializer.{merge_key}" if merge_key else ""
        document.edit(undo_label, replace(document.shown, initializer=entry), key)


def _takes_activation(node: Node) -> bool:
    """Whether an activation behind a layer is offered; one that a file gives it is shown all the same."""
    return node.activation is not None or getattr(node.layer, "bends", "never") != "never"
