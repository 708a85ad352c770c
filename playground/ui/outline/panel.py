"""OutlinePanel: the network as a tree beside the canvas, for keyboard and screen reader; it edits as that does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.spec.graph import Edge
from playground.ui.canvas import menus
from playground.ui.canvas.gestures import links
from playground.ui.canvas.panel import CanvasPanel
from playground.ui.canvas.scene import Hit
from playground.ui.key_table import Key
from playground.ui.outline import rows
from playground.ui.outline.model import OutlineModel
from playground.ui.outline.rows import InputFacts
from playground.ui.outline.tree import OutlineTree
from playground.ui.studio import Studio
from playground.ui.widgets import set_kind
from playground.ui.widgets.choice_model import Choice
from playground.ui.widgets.choice_popup import ChoicePopup

Select = QItemSelectionModel.SelectionFlag


class OutlinePanel(QWidget):
    """Networks, layers in order of computation and their inputs; what is selected here is selected on the canvas."""

    def __init__(self, studio: Studio, canvas: CanvasPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        set_kind(self, "panel")
        self._studio = studio
        self._canvas = canvas
        self._following = False
        self._stale = True
        self.tree = OutlineTree(KEYS, lambda key: key.do(self), self)
        self.model = OutlineModel(studio.themes, self._renamed, self)
        self.tree.setModel(self.model)
        self.tree.shape_columns()
        self.popup = ChoicePopup(self.tr("Search layers"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        studio.document.opened.connect(self._opened)
        studio.document.changed.connect(self.refresh)
        studio.document.variant_changed.connect(self.refresh)
        studio.runs.planned.connect(self.refresh)
        studio.document.network_changed.connect(lambda _name: self._follow())
        canvas.marked.connect(self._follow)
        self.tree.selectionModel().selectionChanged.connect(self._lead)
        self.tree.doubleClicked.connect(lambda _index: self.inspect())
        self.tree.menu_requested.connect(self._menu)
        self._opened()

    # --- keeping up ------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._following = True
        self.model.reset([])
        self._following = False
        self._stale = True

    def refresh(self, *_: object) -> None:
        """Show the experiment as it is, now or when the panel is next seen."""
        self._stale = True
        if not self.isVisible():
            return
        self._stale = False
        document = self._studio.document
        wanted = rows.items(document.shown, self._studio.runs.plans.get(document.variant))
        self._following = True
        if self.model.rowCount():
            self.model.show(wanted)
        else:
            self.model.reset(wanted)
            self.tree.expandToDepth(0)
        self._following = False
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _follow(self) -> None:
        """Select what the canvas has selected."""
        if self._following or self._stale:
            return
        scene, network = self._canvas.scene, self._studio.document.network
        wanted = [rows.Key(network, one) for one in scene.selected()]
        wanted += [rows.Key(network, edge.target, edge.port) for edge in scene.selected_edges()]
        if set(wanted) == set(self._chosen()):
            return
        self._following = True
        self._select(wanted)
        self._following = False

    def _select(self, keys: Iterable[rows.Key]) -> None:
        chosen = self.tree.selectionModel()
        indexes = [index for key in keys if (index := self.model.index_of(key)).isValid()]
        chosen.clearSelection()
        for index in indexes:
            chosen.select(index, Select.Select | Select.Rows)
        if indexes and self.tree.currentIndex().siblingAtColumn(0) not in indexes:
            chosen.setCurrentIndex(indexes[-1], Select.NoUpdate)
            self.tree.scrollTo(indexes[-1])

    def _lead(self, *_: object) -> None:
        """Select on the canvas what is selected here; a layer of another network brings that onto the canvas."""
        if self._following:
            return
        document, current = self._studio.document, self.model.row_of(self.tree.currentIndex()).key
        if current in self._chosen() and current.network != document.network:
            self._following = True
            document.show_network(current.network)
            self._following = False
        network, graph = document.network, document.graph
        chosen = [key for key in self._chosen() if key.network == network]
        nodes = [key.node for key in chosen if key.kind == "node" and key.node in graph]
        ends = {(key.node, key.port) for key in chosen if key.kind == "input"}
        self._following = True
        self._canvas.scene.select(nodes, [edge for edge in graph.edges if (edge.target, edge.port) in ends])
        self._following = False
        if nodes and nodes[-1] in self._canvas.scene.nodes:
            self._canvas.view.reveal(nodes[-1])

    def _chosen(self) -> list[rows.Key]:
        return [self.model.row_of(index).key for index in self.tree.selectionModel().selectedRows()]

    def _renamed(self, key: rows.Key, name: str) -> None:
        if key.network == self._studio.document.network:
            self._canvas.commands.rename(key.node, name)

    # --- what keys do ----------------------------------------------------------------------------------------------

    @property
    def node(self) -> str:
        """The layer that the keyboard is on, or whose input it is on; "" for none on the canvas."""
        key = self.model.row_of(self.tree.currentIndex()).key
        return key.node if key.network == self._studio.document.network else ""

    def inspect(self) -> None:
        """Open the inspector for the layer; a network is opened or closed."""
        if self.node:
            self._canvas.inspect_requested.emit(self.node)
        else:
            index = self.tree.currentIndex()
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def delete(self) -> None:
        """Remove what is selected, and stay at its place in the tree."""
        self._canvas.delete_selected()
        index = self.tree.currentIndex()
        if index.isValid() and not self.tree.selectionModel().hasSelection():
            self.tree.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)

    def rename(self) -> None:
        """Type another name in the row."""
        index = self.model.index_of(rows.Key(self._studio.document.network, self.node))
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.edit(index)

    def add(self) -> None:
        """Choose a layer to stand behind this one, or on the edge that is selected."""
        edge = self._edge()
        add, node = self._canvas.commands.add_layer, self.node
        self._canvas.view.picker.open(
            self.tree.below(self.tree.currentIndex()),
            lambda layer: add(layer, edge=edge) if edge else add(layer, after=node),
            needs_input=bool(node),
        )

    def _edge(self) -> Edge | None:
        facts = self.model.row_of(self.tree.currentIndex()).facts
        return facts.edge if isinstance(facts, InputFacts) and self.node else None

    def reorder(self, step: int) -> None:
        """Move the layer past its neighbour in the chain."""
        if self.node:
            self._canvas.commands.move_in_chain(self.node, step)
            self._select([rows.Key(self._studio.document.network, self.node)])

    def connect_to(self) -> None:
        """Choose where the layer's output goes."""
        if self.node:
            self._open(links.targets(self._canvas.commands, self.node))

    def disconnect_from(self) -> None:
        """Choose an edge of the layer to remove."""
        if self.node:
            self._open(links.edges(self._canvas.commands, self.node))

    def _open(self, choices: list[Choice]) -> None:
        self.popup.open(choices, self.tree.below(self.tree.currentIndex()))

    def _menu(self, index: QModelIndex, point: QPoint) -> None:
        """The canvas's own menu, with wiring by name on top."""
        if not index.isValid() or not self.node:
            return
        view, edge = self._canvas.view, self._edge()
        hit = Hit("edge", edge=edge) if edge else Hit("node", self.node)
        menu = menus.menu_for(view, hit, view.viewport().rect().center())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        for text, act in (
            (self.tr("Connect to…"), self.connect_to),
            (self.tr("Disconnect…"), self.disconnect_from),
        ):
            action = menu.addAction(text, act)
            if first is not None:
                menu.insertAction(first, action)
        if first is not None:
            menu.insertSeparator(first)
        menu.popup(point)


KEYS: tuple[Key[OutlinePanel], ...] = (
    Key(("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open the layer in the inspector"), OutlinePanel.inspect),
    Key(("Del", "Backspace"), QT_TRANSLATE_NOOP("keys", "Delete the selection"), OutlinePanel.delete, "delete"),
    Key(("F2",), QT_TRANSLATE_NOOP("keys", "Rename the layer"), OutlinePanel.rename),
    Key(("Ins", "+"), QT_TRANSLATE_NOOP("keys", "Add a layer behind, or on the edge"), OutlinePanel.add, "add_layer"),
    Key(("Alt+Up",), QT_TRANSLATE_NOOP("keys", "Move the layer towards the input"), lambda panel: panel.reorder(-1)),
    Key(("Alt+Down",), QT_TRANSLATE_NOOP("keys", "Move the layer towards the output"), lambda panel: panel.reorder(1)),
    Key(("Ctrl+K",), QT_TRANSLATE_NOOP("keys", "Connect to…"), OutlinePanel.connect_to, "connect_to"),
    Key(("Ctrl+Shift+K",), QT_TRANSLATE_NOOP("keys", "Disconnect…"), OutlinePanel.disconnect_from, "disconnect"),
)
