"""What a person does by hand to units and weights; each is one undoable edit of the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from playground.spec import graph as graphs
from playground.spec import operating
from playground.spec.surgery import NONE, WHOLE, Surgery
from playground.ui.document import Document


class SurgeryCommands(QObject):
    """Edits the surgery of nodes of the network on the canvas; nodes that are not there are passed over."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def of(self, node_id: str) -> Surgery:
        """The surgery on a node."""
        graph = self._document.graph
        return graph.node(node_id).surgery if node_id in graph else NONE

    def freeze(self, node_id: str, units: Iterable[int], on: bool) -> None:
        """Let units rest, or learn again."""
        label = self.tr("Freeze unit") if on else self.tr("Let unit learn")
        self._edit(label, node_id, operating.with_frozen(self.of(node_id), units, on))

    def ablate(self, node_id: str, units: Iterable[int], on: bool) -> None:
        """Switch units off, or on again."""
        label = self.tr("Switch unit off") if on else self.tr("Switch unit on")
        self._edit(label, node_id, operating.with_ablated(self.of(node_id), units, on))

    def redraw(self, node_id: str, units: Iterable[int], axis: int = 0) -> None:
        """Draw the weights of units anew; `axis` is where units lie in a weight."""
        self._edit(self.tr("Draw unit anew"), node_id, operating.with_redrawn(self.of(node_id), units, axis))

    def redraw_layers(self, ids: Iterable[str]) -> None:
        """Draw all weights of layers anew, as one edit."""
        graph = self._document.graph
        for node_id in ids:
            if node_id in graph:
                node = graph.node(node_id)
                graph = graphs.change(graph, replace(node, surgery=operating.with_redrawn(node.surgery, [WHOLE])))
        self._document.edit_graph(self.tr("Draw layer anew"), graph)

    def set_value(self, node_id: str, name: str, index: tuple[int, ...], value: float) -> None:
        """Set one number; all that follow until `end` are one edit."""
        wanted = operating.with_value(self.of(node_id), name, index, value)
        self._edit(self.tr("Set weight") if name != "bias" else self.tr("Set bias"), node_id, wanted, f"{name}{index}")

    def put_back(self, node_id: str, name: str, index: tuple[int, ...], surgery: Surgery) -> None:
        """Give up an edit by `set_value`: the node gets the surgery back that it had before."""
        self._edit("", node_id, surgery, f"{name}{index}")
        self.end()

    def end(self) -> None:
        """The number is chosen: the next one is an edit of its own."""
        self._document.end_merge()

    def clear(self, ids: Iterable[str]) -> None:
        """Take all surgery on nodes back, as one edit."""
        graph = self._document.graph
        for node_id in ids:
            if node_id in graph:
                graph = graphs.change(graph, replace(graph.node(node_id), surgery=NONE))
        self._document.edit_graph(self.tr("Undo surgery"), graph)

    def _edit(self, label: str, node_id: str, surgery: Surgery, merge_key: str = "") -> None:
        graph = self._document.graph
        if node_id in graph:
            changed = graphs.change(graph, replace(graph.node(node_id), surgery=surgery))
            self._document.edit_graph(label, changed, f"surgery/{node_id}/{merge_key}" if merge_key else "")
