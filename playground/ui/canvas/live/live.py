"""Looking at units and weights on the canvas, and changing them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, QPoint
from PySide6.QtGui import QCursor

from playground.spec.graph import Edge
from playground.ui import words
from playground.ui.canvas.edits import size_field
from playground.ui.canvas.items.edge_item import NEAR
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.scales import FAR
from playground.ui.canvas.live.weight_editor import WeightEditor

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView


class Strand(NamedTuple):
    """One weight on an edge: its row is the target's unit, its column the source's."""

    edge: Edge
    row: int
    column: int


class Live(QObject):
    """Gives the view its enlarged unit, the strand under the pointer and the editor of a weight."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._strand: Strand | None = None
        self.editor = WeightEditor(view.canvas.look, view.viewport())
        card = view.hover_map
        card.asked.connect(self._operate)
        card.edit_asked.connect(self._edit_of_card)
        card.left.connect(view.setFocus)

    # --- units -----------------------------------------------------------------------------------------------------

    def look_at(self, node_id: str, unit: int = 0, keyboard: bool = False) -> None:
        """Show a unit large; with `keyboard` the keys go there."""
        item = self._view.canvas.nodes.get(node_id)
        if item is None or unit < 0:
            return
        near = self._view.mapFromScene(item.card_rect()).boundingRect()
        self._view.hover_map.present(item, unit, near, self.sources(node_id))
        if keyboard:
            self._view.hover_map.setFocus()

    def operable(self, node_id: str) -> bool:
        """Whether a layer has weights, as far as its plan says."""
        item = self._view.canvas.nodes.get(node_id)
        plan = item.context.plan if item is not None else None
        return item is not None and (plan.parameters > 0 if plan else bool(size_field(item.node.layer)))

    def sources(self, node_id: str) -> tuple[str, ...]:
        """Names of the units that feed a layer, where a single layer of a few does."""
        into = self._view.canvas.graph.into(node_id)
        item = self._view.canvas.nodes.get(into[0].source) if len(into) == 1 else None
        if item is None or not 0 < item.face.units <= 4096:
            return ()
        return tuple(unit_name(item, unit) for unit in range(item.face.units))

    def _operate(self, what: str) -> None:
        node_id, unit = self._view.hover_map.unit
        surgery = self._view.commands.surgery
        now = surgery.of(node_id)
        if what == "freeze":
            surgery.freeze(node_id, [unit], unit not in now.frozen)
        elif what == "ablate":
            surgery.ablate(node_id, [unit], unit not in now.ablated)
        else:
            surgery.redraw(node_id, [unit], self._view.hover_map.facts.axis)

    def refresh(self) -> None:
        """Cards came, went or changed: what is being looked at stays if it is still there."""
        card = self._view.hover_map
        node_id, _unit = card.unit
        held = card.held or self.editor.isVisible() or self._on_map()
        if node_id and (node_id not in self._view.canvas.nodes or not held):
            card.dismiss()
        card.refresh()
        self.leave_strand()

    def _on_map(self) -> bool:
        """Whether the pointer is on the map that is shown large."""
        viewport = self._view.viewport()
        hit = self._view.hit(viewport.mapFromGlobal(QCursor.pos()))
        return viewport.underMouse() and (hit.node, hit.unit) == self._view.hover_map.unit

    # --- strands ---------------------------------------------------------------------------------------------------

    def strand_at(self, point: QPoint) -> Strand | None:
        """The strand under a point of the viewport."""
        view = self._view
        if view.zoom < FAR:
            return None
        here, reach = view.mapToScene(point), NEAR / 2 / view.zoom
        for edge, item in view.canvas.edges.items():
            if found := item.strand_at(here, reach):
                return Strand(edge, *found)
        return None

    def hover(self, point: QPoint, free: bool) -> None:
        """Light the strand under the pointer up and say its weight; `free` says that no card is there."""
        found = self.strand_at(point) if free and not self.editor.isVisible() else None
        if found != self._strand:
            self.leave_strand()
            self._strand = found
            if found is not None:
                self._view.canvas.edges[found.edge].set_strand((found.row, found.column))
        if found is not None:
            self._view.show_hint(point, f"{self.name_of(found)}   {_number(self._weight(found))}", error=False)

    def leave_strand(self) -> None:
        """Nothing is under the pointer any more."""
        if self._strand is not None:
            item = self._view.canvas.edges.get(self._strand.edge)
            if item is not None:
                item.set_strand(None)
            self._strand = None
            self._view.show_hint(QPoint(), "")

    def name_of(self, strand: Strand) -> str:
        """From where to where a weight leads."""
        nodes = self._view.canvas.nodes
        source = unit_name(nodes[strand.edge.source], strand.column)
        return f"{source} → {unit_name(nodes[strand.edge.target], strand.row)}"

    def _weight(self, strand: Strand) -> float:
        item = self._view.canvas.edges.get(strand.edge)
        return item.weight(strand.row, strand.column) if item is not None else 0.0

    def edit_strand(self, strand: Strand, point: QPoint) -> None:
        """Open the editor of a weight at the pointer."""
        self.leave_strand()
        name = self.name_of(strand)
        self.edit(point, strand.edge.target, "weight", (strand.row, strand.column), name)

    # --- numbers ---------------------------------------------------------------------------------------------------

    def edit(self, point: QPoint, node_id: str, parameter: str, index: tuple[int, ...], name: str) -> None:
        """Let a person change one number of a node; what is dragged shows at once and is one edit."""
        if node_id not in self._view.commands.graph:
            return
        surgery, before = self._view.commands.surgery, self._view.commands.surgery.of(node_id)
        card = self._view.hover_map
        card.editing = card.isVisible()

        def done(kept: bool) -> None:
            card.editing = False
            if kept:
                surgery.end()
            else:
                surgery.put_back(node_id, parameter, index, before)
            if card.isVisible():
                card.setFocus()
            else:
                self._view.setFocus()

        surgery.end()
        self.editor.open(
            point,
            name,
            self._value(node_id, parameter, index),
            lambda value: surgery.set_value(node_id, parameter, index, value),
            done,
        )

    def _value(self, node_id: str, parameter: str, index: tuple[int, ...]) -> float:
        """The number as it was last seen, on the card or on an edge."""
        card = self._view.hover_map
        facts, shown = card.facts, card.unit == (node_id, index[card.facts.axis if len(index) > 1 else 0])
        if shown and parameter == "bias" and facts.bias is not None:
            return facts.bias
        if shown and parameter == "weight" and card.flat_index(index) < len(facts.weights):
            return facts.weights[card.flat_index(index)]
        items = [item for edge, item in self._view.canvas.edges.items() if edge.target == node_id and len(index) == 2]
        return next((item.weight(*index) for item in items if item.has_weight(*index)), 0.0)

    def _edit_of_card(self, parameter: str, index: tuple[int, ...]) -> None:
        card = self._view.hover_map
        node_id, unit = card.unit
        item: NodeItem | None = self._view.canvas.nodes.get(node_id)
        if item is None:
            return
        flat = card.flat_index(index)
        source = card.facts.bias_name if parameter == "bias" else card.facts.name(flat)
        point = card.place_of_row()
        self.edit(point, node_id, parameter, index, f"{source} → {unit_name(item, unit)}")


def unit_name(item: NodeItem, unit: int) -> str:
    """What a unit is called: the name of an input, or its number."""
    if unit < len(item.face.unit_names):
        return words.feature(item.face.unit_names[unit])
    return item.face.title if item.face.units == 1 else f"{item.face.title} · {QLocale().toString(unit + 1)}"


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 4)
