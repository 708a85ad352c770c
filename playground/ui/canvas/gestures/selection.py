"""What can be done with the selected cards, and what is said when too few are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.spec import rewiring
from playground.ui.canvas.arrange.arranging import Align, Axis

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

translate = QCoreApplication.translate


class Selection:
    """Gives commands for whatever is selected on the canvas."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._commands = view.commands

    def _ids(self) -> list[str]:
        return self._view.canvas.selected()

    def replace(self) -> None:
        """Let a person choose another layer for the place of the selected one."""
        chosen = self._ids()
        if len(chosen) == 1:
            self._view.ask.replacement(chosen[0])
        else:
            self._commands.refused.emit(translate("CanvasView", "Select one layer to replace it."))

    def move(self, step: int) -> None:
        """Move the selected layer past its neighbour: towards the output (1) or the input (−1)."""
        chosen = self._ids()
        if len(chosen) == 1:
            self._commands.move_in_chain(chosen[0], step)
        else:
            self._commands.refused.emit(translate("CanvasView", "Select one layer to move it along its chain."))

    def align(self, how: Align) -> None:
        """Bring a side, or the middles, of the selected cards to one line."""
        if len(self._ids()) > 1:
            self._commands.align(self._ids(), how)
        else:
            self._commands.refused.emit(translate("CanvasView", "Select two layers or more to align them."))

    def distribute(self, way: Axis) -> None:
        """Make the gaps between the selected cards equal."""
        if len(self._ids()) > 2:
            self._commands.distribute(self._ids(), way)
        else:
            self._commands.refused.emit(translate("CanvasView", "Select three layers or more to space them out."))

    def delete(self, bypass: bool = True) -> None:
        """Remove the selected nodes and edges; with `bypass` the nodes' neighbours are wired together."""
        self._commands.delete(self._ids(), self._view.canvas.selected_edges(), bypass)

    def extend(self, way: int) -> None:
        """Add all that flows into the selected nodes to the selection (−1), or all that they flow into (1)."""
        follow = rewiring.downstream if way > 0 else rewiring.upstream
        self._view.select(follow(self._view.canvas.graph, self._ids()))
