"""The scene: items for a graph, brought up to date by comparing values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QGraphicsScene

from playground.engine.events import NodePlan, Plan
from playground.spec.entry import Entry
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas import broken, edits
from playground.ui.canvas.arrange.layout import DOOR
from playground.ui.canvas.arrange.placement import Placement
from playground.ui.canvas.arrange.ways import Way
from playground.ui.canvas.contexts import by_node, context_of
from playground.ui.canvas.items.badges import Mark as Mark
from playground.ui.canvas.items.card import Context
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.frame_item import Frame, FrameItem, show_frames, surround_all
from playground.ui.canvas.items.hits import Finder
from playground.ui.canvas.items.hits import Hit as Hit
from playground.ui.canvas.items.hits import Part as Part
from playground.ui.canvas.items.levels import BlocksItem, Level
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.movement import Movement

ROOM = 3000.0
"""Free space around the cards that a person can pan into."""
KEPT_KB = 64 * 1024
"""Room for pictures of cards, which are painted anew only when something on them changes."""


class CanvasScene(QGraphicsScene):
    """Cards and edges of one network, by id.

    `movement` brings cards to their places, `finder` knows what lies at a point; `near` says whether maps and strands
    can be seen at the view's scale.
    Signals: `moved()` when cards stand elsewhere (also while they glide there), `shown()` when cards say or show
    something else.
    """

    moved = Signal()
    shown = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), KEPT_KB))
        self.look = look
        self.graph = Graph()
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.near = True
        self._blocks = BlocksItem(self.nodes, self.edges, look)
        self.addItem(self._blocks)
        self.selectionChanged.connect(self._blocks_stale)
        self.finder = Finder(self.nodes, self.edges, self.frames)
        self.movement = Movement(self.nodes, self.edges, self.finder, self)
        self.movement.arranged.connect(self._take_room)
        self.movement.moved.connect(self._follow)
        self.movement.dragged.connect(self._follow_hand)
        self.movement.rested.connect(self.moved)
        self._labels: dict[str, float] = {}
        self._hovered = Hit()
        self._marks: dict[str, Mark] = {}
        self._edge_marks: dict[Edge, Mark] = {}
        if parent is not None:
            parent.destroyed.connect(self._fall_silent)

    def _fall_silent(self) -> None:
        """Tell nobody of a selection that only shrinks because the items go away with their scene."""
        self.blockSignals(True)

    # --- showing a graph -------------------------------------------------------------------------------------------

    def show(self, graph: Graph, plan: Plan | None, network: str = "model", data: Entry | None = None) -> None:
        """Show a graph as its plan works it out; items whose node, plan and problems are as before are not touched.

        `data` says whether units have maps, and how many numbers go in and come out until there is a plan.
        """
        plans, problems = by_node(plan, network)
        worked = plan.networks.get(network) if plan is not None else None
        output = edits.output_id(graph)
        self._drop_missing(graph)
        stale: set[str] = set()
        for node in graph.nodes:
            context = context_of(node, data, worked, node.id == output, plans.get(node.id), problems.get(node.id))
            if self._show_node(graph, node, context):
                stale.add(node.id)
        for edge in graph.edges:
            if edge not in self.edges:
                self._add_edge(edge)
                stale.add(edge.target)
        self.graph = graph
        self._label_edges(plans, broken.wires(plan, network, graph))
        self._arrange(stale)
        self._surround()
        self.shown.emit()

    def _drop_missing(self, graph: Graph) -> None:
        known = set(graph.edges)
        self.blockSignals(True)  # the selection is told of when all is in place
        for edge in [e for e in self.edges if e not in known]:
            self.removeItem(self.edges.pop(edge))
            self.movement.routes.drop(edge)
        for node_id in [i for i in self.nodes if i not in graph]:
            self.removeItem(self.nodes.pop(node_id))
            self.movement.drop(node_id)
        self.blockSignals(False)
        self._blocks.stale()

    def _show_node(self, graph: Graph, node: Node, context: Context) -> bool:
        """Bring one card up to date; True when its edges must be drawn anew."""
        item = self.nodes.get(node.id)
        new = item is None
        if item is None:
            item = self.nodes[node.id] = NodeItem(node, self.look)
            self.movement.take(node.id)
            self._blocks.take(item)
            item.set_mark(self._marks.get(node.id))
            self.addItem(item)
        before = item.face
        item.show_node(node, context, edits.port_count(graph, node))
        return new or item.face != before

    def _add_edge(self, edge: Edge) -> None:
        item = self.edges[edge] = EdgeItem(edge, self.nodes[edge.source], self.nodes[edge.target], self.look)
        self.movement.routes.add(edge)
        item.set_mark(self._edge_marks.get(edge))
        self._blocks.take(item)
        self.addItem(item)

    def _label_edges(self, plans: Mapping[str, NodePlan], faults: Mapping[Edge, str]) -> None:
        """Say at one edge of each node what shape flows along its edges, and at a broken one why it is."""
        self._labels = {}
        said: set[str] = set()
        for edge in self.graph.edges:
            line, plan = self.edges[edge], plans.get(edge.source)
            shape = plan.output_shape if plan is not None and edge.source not in said else None
            said.add(edge.source)
            line.set_label("×".join(map(str, shape or ())))
            line.set_problem(faults.get(edge, ""))
            if line.shown_label:
                self._labels[edge.source] = max(line.label_width, self._labels.get(edge.source, 0.0))

    # --- places ----------------------------------------------------------------------------------------------------

    @property
    def way(self) -> Way:
        """Where data flow."""
        return self.movement.way

    def set_way(self, way: Way, page: edits.Size | None = None) -> None:
        """Let data flow to the right, down, or in rows that fill a page of that size."""
        movement = self.movement
        if (way, page) != (movement.way, movement.page):
            movement.way, movement.page = way, page
            self._arrange(set(self.nodes))
            self._surround()

    def extent(self, way: Way, page: edits.Size | None = None) -> QRectF:
        """The room that all cards and lanes would take if data flowed that way."""
        trial = Placement()
        faces = {node_id: item.face for node_id, item in self.nodes.items()}
        trial.update(self.graph, faces, way, self._frames(), self._labels, page)
        return trial.box

    def places(self) -> dict[str, edits.Point]:
        """Where cards stand, or are gliding to: top-left corners."""
        return dict(self.movement.placement.places)

    def sizes(self) -> dict[str, edits.Size]:
        """Room that cards need."""
        return {node_id: item.face.size for node_id, item in self.nodes.items()}

    def bounds(self) -> QRectF:
        """The room all cards and lanes take once they have come to rest."""
        return QRectF(self.movement.placement.box)

    def _arrange(self, stale: set[str]) -> None:
        self.movement.arrange(self.graph, self._frames(), self._labels, stale)

    def _frames(self) -> list[Frame]:
        return [item.frame for item in self.frames.values()]

    def _take_room(self, box: QRectF) -> None:
        self.setSceneRect(box.adjusted(-ROOM, -ROOM, ROOM, ROOM))
        self._blocks.set_room(self.sceneRect())

    def _follow(self) -> None:
        """Cards stand elsewhere."""
        self._blocks.stale()
        self._surround()
        self.moved.emit()

    def _follow_hand(self, places: Mapping[str, QPointF], edges: set[Edge]) -> None:
        """Cards stand where a drag wants them."""
        self._blocks.loosen(places, edges)
        self._surround()
        self.moved.emit()

    def set_level(self, level: Level) -> None:
        """Draw as much as can be seen at the view's scale."""
        self.near = level == "near"
        self._blocks.switch(level == "blocks")

    def _blocks_stale(self) -> None:
        self._blocks.stale()

    # --- frames and marks ------------------------------------------------------------------------------------------

    def set_frames(self, frames: Sequence[Frame]) -> None:
        """Draw a frame around each of these groups of nodes, and keep its members together; () draws none.

        Frames may stand inside one another; members that are not there (yet) take no room.
        """
        if show_frames(self, self.frames, frames, self.look):
            self._arrange(set())
            self._surround()

    def _surround(self) -> None:
        """Fit the frames around their cards, wherever these are now."""
        if self.frames:
            members = {i for item in self.frames.values() for i in item.frame.members if i in self.nodes}
            boxes = {i: self.nodes[i].room_rect() for i in members}
            surround_all(self.frames, boxes, DOOR if self.movement.placement.down else 0.0)

    def set_marks(self, nodes: Mapping[str, Mark], edges: Mapping[Edge, Mark] | None = None) -> None:
        """Mark what was added, removed or changed; what is not named loses its mark. Marks stay until set again."""
        self._marks, self._edge_marks = dict(nodes), dict(edges or {})
        for node_id, item in self.nodes.items():
            item.set_mark(self._marks.get(node_id))
        for edge, line in self.edges.items():
            line.set_mark(self._edge_marks.get(edge))
        self.shown.emit()

    # --- selection -------------------------------------------------------------------------------------------------

    def selected(self) -> list[str]:
        """Ids of the selected nodes, in the order of the graph."""
        return [node.id for node in self.graph.nodes if self.nodes[node.id].isSelected()]

    def selected_edges(self) -> list[Edge]:
        """The selected edges."""
        return [edge for edge, item in self.edges.items() if item.isSelected()]

    def select(self, ids: Iterable[str], edges: Iterable[Edge] = ()) -> None:
        """Select these nodes and edges and nothing else; one signal."""
        chosen, lines = set(ids), set(edges)
        differ = [item for node_id, item in self.nodes.items() if item.isSelected() != (node_id in chosen)]
        crossed = [line for edge, line in self.edges.items() if line.isSelected() != (edge in lines)]
        if not differ and not crossed:
            return
        self.blockSignals(True)
        for item in (*differ, *crossed):
            item.setSelected(not item.isSelected())
        self.blockSignals(False)
        for item in (*differ, *crossed):
            item.update()  # signals were blocked while they changed
        self.selectionChanged.emit()

    # --- the pointer -----------------------------------------------------------------------------------------------

    @property
    def hovered(self) -> Hit:
        """What shows its ports, buttons or + now."""
        return self._hovered

    def set_hover(self, hit: Hit) -> None:
        """Show ports, buttons and + of what is under the pointer."""
        before, self._hovered = self._hovered, hit
        for one, on in ((before, False), (hit, True)):
            if one.node in self.nodes and (on or one.node != hit.node):
                self.nodes[one.node].hovered = on
            if one.edge in self.edges and (on or one.edge != hit.edge):
                self.edges[one.edge].set_hovered(on)
            if one.frame in self.frames and (on or one.frame != hit.frame):
                self.frames[one.frame].set_hovered(on)

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        self._blocks.set_look(look)
        for item in self.nodes.values():
            item.set_look(look)
        for line in self.edges.values():
            line.set_look(look)
        for frame in self.frames.values():
            frame.set_look(look)
