"""What the pointer learns of a layer or a wire on which it rests: size, cost, how far it sees, the formula."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from playground.engine.events import NetworkPlan, NodePlan
from playground.spec.entry import UnknownEntry
from playground.spec.graph import Edge, Node
from playground.ui import words
from playground.ui.canvas.gestures.spoken import called
from playground.ui.canvas.scene import CanvasScene, Hit
from playground.ui.studio import Studio

translate = QCoreApplication.translate


class Facts:
    """Tells of what is under the pointer from the plan of the variant that is shown."""

    def __init__(self, studio: Studio, scene: CanvasScene) -> None:
        self._studio = studio
        self._scene = scene

    def of(self, hit: Hit) -> str:
        """Rich text, "" for what has none; a unit's map is shown large instead."""
        if hit.edge is not None and hit.part == "edge":
            return self._of_edge(hit.edge)
        if hit.part == "node" and not self._shows_map(hit) and hit.node in self._scene.graph:
            return self._of_node(self._scene.graph.node(hit.node))
        return ""

    def _shows_map(self, hit: Hit) -> bool:
        item = self._scene.nodes.get(hit.node)
        return item is not None and 0 <= hit.unit < item.sheet.units

    def _plan(self, node_id: str) -> NodePlan | None:
        document = self._studio.document
        plan = self._studio.runs.plans.get(document.variant)
        network = plan.networks.get(document.network) if plan is not None else None
        return found(network, node_id) if network is not None else None

    def _of_edge(self, edge: Edge) -> str:
        plan = self._plan(edge.source)
        if plan is None or plan.output_shape is None:
            return ""
        batch = self._studio.document.shown.batch_size
        numbers = 4 * batch
        for size in plan.output_shape:
            numbers *= size
        told = translate("facts", "{0} · {1} for a batch of {2}").format(
            words.shape(plan.output_shape), words.memory(numbers), words.count(batch)
        )
        item = self._scene.edges.get(edge)
        fault = f"<p>{escape(item.problem)}</p>" if item is not None and item.problem else ""
        return f"{fault}<p style='white-space: pre'>{escape(told)}</p>"

    def _of_node(self, node: Node) -> str:
        plan, layer = self._plan(node.id), node.layer
        sentence, formula = words.sentences(type(layer)) if not isinstance(layer, UnknownEntry) else ("", "")
        lines = "<br>".join([f"<b>{escape(words.node_label(node))}</b>", *self._numbers(plan), *self._shared(node)])
        return f"<p>{lines}</p><p>{escape(formula or sentence)}</p>"

    def _shared(self, node: Node) -> list[str]:
        graph = self._scene.graph
        if node.shares not in graph:
            return []
        return [escape(translate("spoken", "shares weights with {0}").format(called(graph.node(node.shares))))]

    def _numbers(self, plan: NodePlan | None) -> list[str]:
        if plan is None:
            return []
        if plan.waits_for:
            return [escape(translate("canvas", "waits for {0}").format(words.from_catalog(plan.waits_for)))]
        batch = self._studio.document.shown.batch_size
        costs = translate("facts", "{0} parameters · {1} MACs").format(
            words.count(plan.parameters), words.short(plan.macs)
        )
        if plan.shared:
            costs += " · " + translate("facts", "{0} shared").format(words.count(plan.shared))
        if plan.frozen:
            costs += " · " + translate("facts", "{0} frozen").format(words.count(plan.frozen))
        kept = translate("facts", "{0} for a batch of {1}").format(
            words.memory(plan.memory * batch), words.count(batch)
        )
        spatial = len(getattr(self._scene_input(), "output_shape", None) or ()) > 1
        lines = (words.shape(plan.output_shape), costs, kept, sees(plan) if spatial else "")
        return [escape(line) for line in lines if line]

    def _scene_input(self) -> NodePlan | None:
        """The plan of the first Input, whose shape says whether there are sides along which to look."""
        entries = (node.id for node in self._scene.graph.nodes if node.layer.name == "Input")
        return self._plan(next(entries, ""))


def found(network: NetworkPlan, node_id: str) -> NodePlan | None:
    """The plan of a node or of a block as a whole."""
    return next((one for one in (*network.uses, *network.nodes) if one.id == node_id), None)


def sees(plan: NodePlan) -> str:
    """How much of the input one output looks at."""
    if plan.output_shape is None:
        return ""
    if plan.field is None:
        return translate("facts", "sees the whole input")
    if plan.field == 1:
        return translate("facts", "sees one place of the input")
    return translate("facts", "sees {0} places along a side of the input").format(words.number(plan.field))
