"""What a person can do to the network on the canvas; each is one undoable edit of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from playground.spec import graph as graphs
from playground.spec.blocks import Block
from playground.spec.entry import Entry, make
from playground.spec.errors import SpecError
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas import copies, edits
from playground.ui.canvas.arrange import arranging
from playground.ui.canvas.arrange.arranging import Align, Axis
from playground.ui.canvas.gestures.refusals import sentence as sentence
from playground.ui.canvas.items.card import Context, face
from playground.ui.canvas.live.surgery_commands import SurgeryCommands
from playground.ui.canvas.mime import ClipError, clip_from_mime, graph_to_mime
from playground.ui.canvas.scene import CanvasScene
from playground.ui.document import Document
from playground.ui.words import node_label, title

MAX_NAME = 80


class CanvasCommands(QObject):
    """Edits the document's network.

    Signals: `refused(sentence)` says why something could not be done; `tidied()`, all places are automatic again;
    `added(entry)`, a person has added a layer, or a use of a block.
    """

    refused = Signal(str)
    tidied = Signal()
    added = Signal(object)

    def __init__(self, document: Document, scene: CanvasScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._scene = scene
        self.surgery = SurgeryCommands(document, self)
        document.refused.connect(self._refuse)

    @property
    def graph(self) -> Graph:
        """The network on the canvas."""
        return self._document.graph

    # --- adding ----------------------------------------------------------------------------------------------------

    def add_layer(
        self,
        layer: Entry | Mapping[str, Any],
        *,
        edge: Edge | None = None,
        after: str = "",
        position: edits.Point | None = None,
    ) -> str:
        """Add a layer on an edge, behind a node, or unconnected at a place; return its id, "" if refused."""
        try:
            entry = layer if isinstance(layer, Entry) else make("layer", layer)
            node = edits.new_node(self.graph, entry, edge.source if edge else after, position)
            graph = self._added(node, edge, after)
        except SpecError as error:
            self._refuse(error)
            return ""
        renamed = self._document.edit_graph(self.tr("Add {layer}").format(layer=title(entry)), graph)
        return self._selected(renamed.get(node.id, node.id), entry)

    def _selected(self, node_id: str, layer: Entry) -> str:
        """Select a card that was added; "" where it was refused."""
        self._scene.select([node_id])
        if node_id not in self.graph:
            return ""
        self.added.emit(layer)
        return node_id

    def _added(self, node: Node, edge: Edge | None, after: str) -> Graph:
        if edge is None and after in self.graph and graphs.ports(node) != 0:
            outgoing, incoming = self.graph.out_of(after), self.graph.into(after)
            if self.graph.node(after).layer.name == "Output" and incoming:
                edge = incoming[0]  # behind an Output there is nothing: the layer goes before it
            elif len(outgoing) == 1:
                edge = outgoing[0]
            else:
                return edits.append(self.graph, after, self._placed_behind(node, after))
        if edge is None:
            return graphs.add(self.graph, node)
        scene = self._scene
        size = face(node, Context(plane=True), scene.look).size
        return edits.insert_on(self.graph, edge, node, scene.places(), scene.sizes(), size)

    def _placed_behind(self, node: Node, source: str) -> Node:
        """Where cards stand by hand the new one needs a place of its own."""
        if self.graph.node(source).position is None:
            return replace(node, position=None)
        x, y = self._scene.places()[source]
        width, height = self._scene.sizes()[source]
        place = (x, y + height + edits.GAP) if self._scene.way == "down" else (x + width + edits.GAP, y)
        return replace(node, position=edits.snapped(place))

    # --- wires -----------------------------------------------------------------------------------------------------

    def wire(self, source: str, target: str, port: int, instead: Edge | None = None) -> bool:
        """Connect two nodes; an edge that ends at that port already makes way, and so does `instead`."""
        label = self.tr("Rewire") if instead else self.tr("Connect")
        return self._try(label, lambda: edits.wired(self.graph, source, target, port, instead))

    def branch(self, source: str, layer: Entry, position: edits.Point) -> str:
        """Start a branch behind a node with a layer; return its id, "" if refused."""
        node = self._branching(layer, source, position)
        label = self.tr("Branch to {layer}").format(layer=title(layer))
        return self._put(label, node, lambda: edits.branched(self.graph, source, node))

    def feed(self, target: str, port: int, layer: Entry, position: edits.Point) -> str:
        """Put a layer before an input port; return its id, "" if refused."""
        node = self._branching(layer, target, position)
        label = self.tr("Add {layer}").format(layer=title(layer))
        return self._put(label, node, lambda: edits.fed(self.graph, target, port, node))

    def _branching(self, layer: Entry, near: str, position: edits.Point) -> Node:
        by_hand = self.graph.node(near).position is not None
        return edits.new_node(self.graph, layer, near, position if by_hand else None)

    def _put(self, label: str, node: Node, make_it: Callable[[], Graph]) -> str:
        try:
            renamed = self._document.edit_graph(label, make_it())
        except SpecError as error:
            self._refuse(error)
            return ""
        return self._selected(renamed.get(node.id, node.id), node.layer)

    # --- order in a chain ------------------------------------------------------------------------------------------

    def move_onto(self, node_id: str, edge: Edge) -> bool:
        """Take a card out of its chain, where its neighbours are wired together, and put it on an edge."""
        scene = self._scene
        return self._try(
            self.tr("Reorder"), lambda: edits.moved_onto(self.graph, node_id, edge, scene.places(), scene.sizes())
        )

    def move_in_chain(self, node_id: str, step: int) -> bool:
        """Move a card past its neighbours: towards the output, or towards the input when `step` is negative."""
        scene = self._scene
        return self._try(
            self.tr("Reorder"), lambda: edits.moved_in_chain(self.graph, node_id, step, scene.places(), scene.sizes())
        )

    # --- nodes -----------------------------------------------------------------------------------------------------

    def delete(self, ids: Iterable[str], edges: Iterable[Edge] = (), bypass: bool = True) -> None:
        """Remove edges, and nodes; with `bypass` their neighbours are wired together."""
        nodes, lines = list(ids), list(edges)
        label = self.tr("Delete") if bypass else self.tr("Delete with wires")
        if nodes or lines:
            self._document.edit_graph(label, edits.without(self.graph, nodes, lines, bypass))

    def replace(self, node_id: str, layer: Entry) -> None:
        """Put another layer in the place of a node."""
        label = self.tr("Replace by {layer}").format(layer=title(layer))
        if self._try(label, lambda: edits.replaced(self.graph, node_id, layer)):
            self.added.emit(layer)

    def duplicate(self, ids: Iterable[str]) -> None:
        """Copy nodes beside themselves and select the copies."""
        self._grow(
            self.tr("Duplicate"), lambda: copies.duplicated(self.graph, ids, self._scene.places(), self._scene.sizes())
        )

    def duplicate_to(self, places: Mapping[str, edits.Point]) -> None:
        """Copy the nodes that are the keys to those places and select the copies."""
        self._grow(self.tr("Duplicate"), lambda: copies.copied_to(self.graph, places, places))

    def copy(self, ids: Iterable[str]) -> bool:
        """Put nodes on the clipboard; False when there are none."""
        part = copies.part(self.graph, set(ids), self._scene.places())
        if part.nodes:
            QGuiApplication.clipboard().setMimeData(graph_to_mime(part, self._document.shown.blocks))
        return bool(part.nodes)

    def cut(self, ids: Iterable[str]) -> None:
        """Move nodes to the clipboard."""
        chosen = list(ids)
        if self.copy(chosen):
            self._document.edit_graph(self.tr("Cut"), edits.without(self.graph, chosen, ()))

    def paste(self, at: edits.Point) -> None:
        """Add the nodes on the clipboard around a point and select them."""
        try:
            clip, blocks = clip_from_mime(QGuiApplication.clipboard().mimeData())
        except ClipError as error:
            self.refused.emit(str(error))
            return
        scene = self._scene
        sizes = {node.id: face(node, Context(plane=True), scene.look).size for node in clip.nodes}
        offset = copies.offset_to(self.graph, clip, at)
        offset = copies.clear_of(clip, offset, sizes, scene.places(), scene.sizes())
        self._grow(self.tr("Paste"), lambda: copies.pasted(self.graph, clip, offset), blocks)

    def _grow(
        self, label: str, make_it: Callable[[], tuple[Graph, list[str]]], supply: Mapping[str, Block] | None = None
    ) -> None:
        try:
            graph, ids = make_it()
        except SpecError as error:
            self._refuse(error)
            return
        if ids:
            renamed = self._document.edit_graph(label, graph, supply=supply)
            self._scene.select([renamed.get(one, one) for one in ids])

    def move(self, places: Mapping[str, edits.Point], merge_key: str = "") -> None:
        """Put cards at places; all others stay where they are too, instead of being laid out anew."""
        everywhere = {**self._scene.places(), **places}
        self._document.edit_graph(self.tr("Move"), edits.moved(self.graph, everywhere), merge_key)

    def align(self, ids: Iterable[str], how: Align) -> None:
        """Bring a side, or the middles, of cards to one line."""
        places, sizes = self._scene.places(), self._scene.sizes()
        self._arrange(self.tr("Align"), arranging.aligned(ids, places, sizes, how))

    def distribute(self, ids: Iterable[str], way: Axis) -> None:
        """Make the gaps between cards equal."""
        places, sizes = self._scene.places(), self._scene.sizes()
        self._arrange(self.tr("Distribute"), arranging.distributed(ids, places, sizes, way))

    def _arrange(self, label: str, places: Mapping[str, edits.Point]) -> None:
        before = self._scene.places()
        if any(before[node_id] != place for node_id, place in places.items()):
            self._document.edit_graph(label, edits.moved(self.graph, {**before, **places}))

    def tidy(self) -> None:
        """Leave all places to the automatic layout."""
        self._document.edit_graph(self.tr("Tidy up"), edits.tidied(self.graph))
        self.tidied.emit()

    def resize(self, node_id: str, change: int) -> None:
        """Give a layer more or fewer units."""
        self._document.edit_graph(self.tr("Change units"), edits.resized(self.graph, node_id, change))

    def rename(self, node_id: str, name: str) -> None:
        """Give a node a name of its own; the layer's title, or nothing, takes the name away.

        A node that has gone while its name was typed is left alone.
        """
        if node_id not in self.graph:
            return
        node = self.graph.node(node_id)
        wanted = " ".join(name.split())[:MAX_NAME]
        wanted = "" if wanted == node_label(replace(node, name="")) else wanted
        self._document.edit_graph(self.tr("Rename"), graphs.change(self.graph, replace(node, name=wanted)))

    def freeze(self, ids: Iterable[str], frozen: bool) -> None:
        """Let the weights of nodes rest, or learn again."""
        graph = self.graph
        for node_id in ids:
            node = graph.node(node_id)
            if (node.lr_factor == 0) != frozen:
                graph = graphs.change(graph, replace(node, lr_factor=0.0 if frozen else 1.0))
        self._document.edit_graph(self.tr("Freeze") if frozen else self.tr("Unfreeze"), graph)

    def _try(self, label: str, make_it: Callable[[], Graph]) -> bool:
        try:
            graph = make_it()
        except SpecError as error:
            self._refuse(error)
            return False
        before = self.graph
        self._document.edit_graph(label, graph)
        return self.graph is not before or graph == before

    def _refuse(self, error: SpecError) -> None:
        self.refused.emit(sentence(self.graph, error))
