"""The scene: items for a graph, brought up to date by comparing values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation, Signal
from PySide6.QtWidgets import QGraphicsScene

from playground.engine.events import Diagnostic, NodePlan, Plan
from playground.spec.entry import Entry
from playground.spec.graph import Edge, Graph, Node
from playground.ui.canvas import edits, layout
from playground.ui.canvas.badges import Mark
from playground.ui.canvas.card import Context
from playground.ui.canvas.edge_item import NEAR, EdgeItem
from playground.ui.canvas.frame_item import Frame, FrameItem, surround_all
from playground.ui.canvas.look import Look
from playground.ui.canvas.node_item import REACH, NodeItem

MOVE_MS = 150
ROOM = 3000.0
"""Free space around the cards that a person can pan into."""

Part = Literal["", "node", "edge", "plus", "fewer", "more", "out", "in", "fold"]


@dataclass(frozen=True)
class Hit:
    """What is under the pointer; `unit` is the map of a node, `port` its input port, −1 for none.

    `frame` is the key of the frame whose fold button it is.
    """

    part: Part = ""
    node: str = ""
    edge: Edge | None = None
    unit: int = -1
    port: int = -1
    frame: str = ""


class CanvasScene(QGraphicsScene):
    """Cards and edges of one network, by id.

    `held` are cards that are being dragged, `near` says whether maps and strands can be seen at the view's scale.
    Signals: `moved()` when cards stand elsewhere (also while they glide there).
    """

    moved = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.animate = True
        self.graph = Graph()
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.held: frozenset[str] = frozenset()
        self.near = True
        self._places: dict[str, edits.Point] = {}
        self._arranged: object = None
        self._shown = False
        self._new: set[str] = set()
        self._from: dict[str, QPointF] = {}
        self._marks: dict[str, Mark] = {}
        self._edge_marks: dict[Edge, Mark] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(MOVE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)
        self._glide.finished.connect(self._rest)

    # --- showing a graph -------------------------------------------------------------------------------------------

    def show(self, graph: Graph, plan: Plan | None, network: str = "model", data: Entry | None = None) -> None:
        """Show a graph as its plan works it out; items whose node, plan and problems are as before are not touched.

        `data` says whether units have maps, and how many numbers go in and come out until there is a plan.
        """
        plans, problems = by_node(plan, network)
        output = edits.output_id(graph)
        self._drop_missing(graph)
        stale: set[str] = set()
        for node in graph.nodes:
            context = _context(node, data, node.id == output)
            context = replace(context, plan=plans.get(node.id), problem=problems.get(node.id))
            if self._show_node(graph, node, context):
                stale.add(node.id)
        for edge in graph.edges:
            if edge not in self.edges:
                self._add_edge(edge)
                stale.add(edge.target)
        self.graph = graph
        self._arrange(stale)
        self._surround()
        self._label_edges(plans)

    def _drop_missing(self, graph: Graph) -> None:
        known = set(graph.edges)
        self.blockSignals(True)  # the selection is told of when all is in place
        for edge in [e for e in self.edges if e not in known]:
            self.removeItem(self.edges.pop(edge))
        for node_id in [i for i in self.nodes if i not in graph]:
            self.removeItem(self.nodes.pop(node_id))
            self._places.pop(node_id, None)
        self.blockSignals(False)

    def _show_node(self, graph: Graph, node: Node, context: Context) -> bool:
        """Bring one card up to date; True when its edges must be drawn anew."""
        item = self.nodes.get(node.id)
        new = item is None
        if item is None:
            item = self.nodes[node.id] = NodeItem(node, self.look)
            self._new.add(node.id)
            item.set_mark(self._marks.get(node.id))
            self.addItem(item)
        before = item.face
        item.show_node(node, context, edits.port_count(graph, node))
        return new or item.face != before

    def _add_edge(self, edge: Edge) -> None:
        item = self.edges[edge] = EdgeItem(edge, self.nodes[edge.source], self.nodes[edge.target], self.look)
        item.set_mark(self._edge_marks.get(edge))
        self.addItem(item)

    def _label_edges(self, plans: Mapping[str, NodePlan]) -> None:
        first: dict[str, Edge] = {}
        for edge in self.graph.edges:
            best = first.get(edge.source)
            if best is None or self._places[edge.target][1] < self._places[best.target][1]:
                first[edge.source] = edge
        for edge, item in self.edges.items():
            plan = plans.get(edge.source)
            shape = plan.output_shape if plan is not None and first[edge.source] == edge else None
            item.set_label("×".join(map(str, shape or ())))

    # --- places ----------------------------------------------------------------------------------------------------

    def places(self) -> dict[str, edits.Point]:
        """Where cards stand, or are gliding to: top-left corners."""
        return dict(self._places)

    def sizes(self) -> dict[str, edits.Size]:
        """Room that cards need."""
        return {node_id: item.face.size for node_id, item in self.nodes.items()}

    def bounds(self) -> QRectF:
        """The room all cards take once they have come to rest."""
        box = QRectF()
        for node_id, (x, y) in self._places.items():
            width, height = self.nodes[node_id].face.size
            box = box.united(QRectF(x, y, width, height))
        return box

    def _arrange(self, stale: set[str]) -> None:
        """Give every card its place and let it glide there; `stale` cards have edges to be drawn anew."""
        nodes, sizes = self.graph.nodes, self.sizes()
        key = ([(n.id, n.position) for n in nodes], self.graph.edges, sizes)
        if key != self._arranged:
            self._arranged = key
            fixed = {n.id: n.position for n in nodes if n.position is not None}
            places = fixed
            if len(fixed) < len(nodes):
                places = layout.clear_of(layout.layout(self.graph, sizes), sizes, fixed)
            self._places = places
            box = self.bounds()
            self.setSceneRect(box.adjusted(-ROOM, -ROOM, ROOM, ROOM))
            self._go(stale)
        elif stale:
            self._route_around(stale)

    def _go(self, stale: set[str]) -> None:
        self._glide.stop()
        self._from = {}
        for node_id, place in self._places.items():
            item, goal = self.nodes[node_id], QPointF(*place)
            if node_id in self.held or item.pos() == goal:
                continue
            if not self.animate or not self._shown or node_id in self._new:
                item.setPos(goal)
                stale.add(node_id)
            else:
                self._from[node_id] = item.pos()
        self._shown, self._new = bool(self.nodes), set()
        if self._from:
            self._route(stale)
            self._glide.start()
        else:
            self.route_all()
        self._tell_moved()

    def _glided(self, progress: float) -> None:
        for node_id, start in self._from.items():
            if node_id in self.nodes and node_id not in self.held:
                self.nodes[node_id].setPos(start + (QPointF(*self._places[node_id]) - start) * progress)
        self._route(set(self._from))
        self._tell_moved()

    def _tell_moved(self) -> None:
        self._surround()
        self.moved.emit()

    def _rest(self) -> None:
        self._from = {}
        self.route_all()
        self._tell_moved()

    def finish(self) -> None:
        """End a glide at once."""
        if self._glide.state() == QVariantAnimation.State.Running:
            self._glide.stop()
            self._glided(1.0)
            self._rest()

    def _route(self, ids: set[str]) -> None:
        for edge, item in self.edges.items():
            if edge.source in ids or edge.target in ids:
                item.route()

    def route_all(self) -> None:
        """Draw all edges anew, around the cards in their way."""
        self._route_around(set(self.nodes))

    def _route_around(self, ids: set[str]) -> None:
        boxes = {node_id: item.card_rect() for node_id, item in self.nodes.items()}
        for edge, item in self.edges.items():
            if edge.source in ids or edge.target in ids:
                item.route(self._between(edge, boxes))

    def _between(self, edge: Edge, boxes: Mapping[str, QRectF]) -> Sequence[QRectF]:
        left, right = boxes[edge.source].right(), boxes[edge.target].left()
        if right - left <= 1.6 * edits.GAP:
            return ()
        return [
            box
            for node_id, box in boxes.items()
            if node_id not in (edge.source, edge.target) and box.right() > left and box.left() < right
        ]

    def shift(self, ids: Iterable[str], starts: Mapping[str, QPointF], by: QPointF) -> None:
        """Move cards by so much from where a drag began."""
        chosen = set(ids)
        for node_id in chosen:
            self.nodes[node_id].setPos(starts[node_id] + by)
        self._route(chosen)
        self._tell_moved()

    def put(self, places: Mapping[str, QPointF]) -> None:
        """Put cards back to where a drag began."""
        for node_id, place in places.items():
            self.nodes[node_id].setPos(place)
        self.route_all()
        self._tell_moved()

    # --- frames, marks and tints -----------------------------------------------------------------------------------

    def set_frames(self, frames: Sequence[Frame]) -> None:
        """Draw a frame around each of these groups of nodes, and keep its members together; () draws none.

        Frames may stand inside one another; members that are not there (yet) take no room.
        """
        wanted = {frame.key: frame for frame in frames}
        if {key: item.frame for key, item in self.frames.items()} == wanted:
            return
        for key in [k for k in self.frames if k not in wanted]:
            self.removeItem(self.frames.pop(key))
        for key, frame in wanted.items():
            if key in self.frames:
                self.frames[key].show_frame(frame)
            else:
                self.frames[key] = FrameItem(frame, self.look)
                self.addItem(self.frames[key])
        self._arrange(set())
        self._surround()

    def _surround(self) -> None:
        """Fit the frames around their cards, wherever these are now."""
        if self.frames:
            surround_all(self.frames, {node_id: item.room_rect() for node_id, item in self.nodes.items()})

    def set_marks(self, nodes: Mapping[str, Mark], edges: Mapping[Edge, Mark] | None = None) -> None:
        """Mark what was added, removed or changed; what is not named loses its mark. Marks stay until set again."""
        self._marks, self._edge_marks = dict(nodes), dict(edges or {})
        for node_id, item in self.nodes.items():
            item.set_mark(self._marks.get(node_id))
        for edge, line in self.edges.items():
            line.set_mark(self._edge_marks.get(edge))

    def set_tints(self, tints: Mapping[str, float]) -> None:
        """Tint cards by a number 0 … 1, such as the size of their gradients; what is not named loses its tint."""
        for node_id, item in self.nodes.items():
            item.set_tint(tints.get(node_id, 0.0))

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
        before = (self.selected(), self.selected_edges())
        self.blockSignals(True)
        for node_id, item in self.nodes.items():
            item.setSelected(node_id in chosen)
        for edge, line in self.edges.items():
            line.setSelected(edge in lines)
        self.blockSignals(False)
        if before != (self.selected(), self.selected_edges()):
            self.update_items()
            self.selectionChanged.emit()

    def update_items(self) -> None:
        """Repaint all items: signals were blocked while they changed."""
        for item in (*self.nodes.values(), *self.edges.values()):
            item.update()

    # --- the pointer -----------------------------------------------------------------------------------------------

    def hit(self, point: QPointF, scale: float = 1.0) -> Hit:
        """What lies under a point; ports and buttons reach a little further than they look."""
        reach = min(REACH / max(scale, 0.1), 2 * REACH)
        for node_id, item in reversed(self.nodes.items()):
            if item.boundingRect().translated(item.pos()).adjusted(-reach, -reach, reach, reach).contains(point):
                found = self._hit_node(node_id, item, point, reach)
                if found.part:
                    return found
        for key, frame in self.frames.items():
            if frame.fold_rect().contains(point):
                return Hit("fold", frame=key)
        return self._hit_edge(point, scale)

    def _hit_node(self, node_id: str, item: NodeItem, point: QPointF, reach: float) -> Hit:
        if item.hovered and item.face.quick:
            for which, part in enumerate(("fewer", "more")):
                if item.button_rect(which).contains(point):
                    return Hit(part, node_id)  # type: ignore[arg-type]  # mypy widens the two literals to str
        if (point - item.out_port()).manhattanLength() <= reach:
            return Hit("out", node_id)
        port = item.in_port_at(point)
        if item.port_count and (point - item.in_port(port)).manhattanLength() <= reach:
            return Hit("in", node_id, port=port)
        if not item.card_rect().contains(point):
            return Hit()
        return Hit("node", node_id, unit=item.unit_at(point))

    def _hit_edge(self, point: QPointF, scale: float) -> Hit:
        edge = self.edge_at(point, NEAR / max(scale, 0.1))
        if edge is None:
            return Hit()
        return Hit("plus" if self.edges[edge].plus_rect().contains(point) else "edge", edge=edge)

    def edge_at(self, point: QPointF, reach: float) -> Edge | None:
        """The edge nearest to a point, no further than `reach` away."""
        best = min(self.edges.values(), key=lambda item: item.distance(point), default=None)
        return best.edge if best is not None and best.distance(point) <= reach else None

    def node_at(self, point: QPointF, margin: float = 0.0) -> NodeItem | None:
        """The card at a point."""
        for item in reversed(self.nodes.values()):
            if item.card_rect().adjusted(-margin, -margin, margin, margin).contains(point):
                return item
        return None

    def set_hover(self, hit: Hit) -> None:
        """Show ports, buttons and + of what is under the pointer."""
        for node_id, item in self.nodes.items():
            item.hovered = node_id == hit.node
        for edge, line in self.edges.items():
            line.set_hovered(edge == hit.edge)
        for key, frame in self.frames.items():
            frame.set_hovered(key == hit.frame)

    # --- the run ---------------------------------------------------------------------------------------------------

    def set_maps(self, arrays: Mapping[str, Any]) -> None:
        """Show the maps of a snapshot of the unit-maps probe."""
        for node_id, item in self.nodes.items():
            maps = arrays.get(node_id)
            if maps is not None and item.face.cells:
                peak = 127 * float(arrays.get(f"{node_id}.scale", 0))
                if item.sheet.take(maps, peak) and self.near:
                    item.update(item.maps_rect())

    def set_weights(self, arrays: Mapping[str, Any]) -> None:
        """Show the weights of a snapshot of the weights probe."""
        for edge, item in self.edges.items():
            weights = arrays.get(edge.target)
            if isinstance(weights, np.ndarray) and weights.ndim == 2:
                item.set_weights(weights, float(arrays.get(f"{edge.target}.mean", 0)), self.near)

    def clear_run(self) -> None:
        """Forget maps and weights: they belong to another variant or another run."""
        for item in self.nodes.values():
            item.sheet.clear()
            item.set_tint(0.0)
            item.update()
        for line in self.edges.values():
            line.set_weights(None, 0.0)

    def set_look(self, look: Look) -> None:
        """Take the colours of another theme."""
        self.look = look
        for item in self.nodes.values():
            item.set_look(look)
        for line in self.edges.values():
            line.set_look(look)
        for frame in self.frames.values():
            frame.set_look(look)


def _context(node: Node, data: Entry | None, is_output: bool) -> Context:
    """What data say about a node, without a plan."""
    plane = bool(getattr(data, "plane", False))
    if is_output:
        classes = len(getattr(data, "class_names", ()))
        task = str(getattr(data, "task", ""))
        return Context(is_output=True, plane=plane, task=task, expected=classes if classes > 2 else 1)
    if getattr(node.layer, "inputs", 1) == 0:
        names = tuple(getattr(data, "features", ()))
        return Context(plane=plane, expected=len(names), unit_names=names)
    return Context(plane=plane)


def by_node(plan: Plan | None, network: str) -> tuple[dict[str, NodePlan], dict[str, Diagnostic]]:
    """Plans of the nodes of a network, and the worst problem of each."""
    if plan is None:
        return {}, {}
    worked = plan.networks.get(network)
    problems: dict[str, Diagnostic] = {}
    for problem in plan.problems:
        if problem.node and problem.network in ("", network):
            known = problems.get(problem.node)
            if known is None or (known.severity, problem.severity) == ("warning", "error"):
                problems[problem.node] = problem
    return {node.id: node for node in worked.nodes} if worked else {}, problems
