"""The actions that change the order, the places and the choice of layers on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.ui.canvas.arrange.arranging import Align, Axis

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class NetworkActions(QObject):
    """Declares them in the window's table; the canvas says why when one cannot be done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def declare(self) -> None:
        """Fill the window's action table."""
        add, view = self._window.actions_table.add, self._window.canvas.view
        add(
            "delete_only",
            self.tr("Delete &without reconnecting"),
            lambda: view.selection.delete(bypass=False),
            keys="Shift+Del",
        )
        add("replace_layer", self.tr("&Replace by another layer…"), view.selection.replace)
        add("move_earlier", self.tr("Move &before the layer ahead"), lambda: view.selection.move(-1), keys="Alt+Left")
        add("move_later", self.tr("Move be&hind the next layer"), lambda: view.selection.move(1), keys="Alt+Right")
        add("select_upstream", self.tr("Select all that flows &in"), lambda: view.selection.extend(-1))
        add("select_downstream", self.tr("Select all that is &fed"), lambda: view.selection.extend(1))
        self._arrange()

    def _arrange(self) -> None:
        add, view = self._window.actions_table.add, self._window.canvas.view
        sides: tuple[tuple[Align, str], ...] = (
            ("left", self.tr("Align &left sides")),
            ("center", self.tr("Align &centres in a column")),
            ("right", self.tr("Align &right sides")),
            ("top", self.tr("Align &tops")),
            ("middle", self.tr("Align &middles in a row")),
            ("bottom", self.tr("Align &bottoms")),
        )
        for side, text in sides:
            add(f"align_{side}", text, lambda how=side: view.selection.align(how))
        ways: tuple[tuple[Axis, str], ...] = (
            ("horizontal", self.tr("Equal gaps &across")),
            ("vertical", self.tr("Equal gaps &down")),
        )
        for way, text in ways:
            add(f"align_gaps_{way}", text, lambda axis=way: view.selection.distribute(axis))
