"""The actions that make, open and take apart blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class BlockActions(QObject):
    """Declares them in the window's table; the canvas says why when one cannot be done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def declare(self) -> None:
        """Fill the window's action table."""
        add, blocks = self._window.actions_table.add, self._window.canvas.blocks
        add("block_fold", self.tr("&Fold into a block…"), blocks.fold, keys="Ctrl+B")
        add("block_toggle", self.tr("&Open or close the block in place"), blocks.toggle, keys="Ctrl+Return")
        add("block_unfold", self.tr("&Unfold the block into its layers"), blocks.unfold, keys="Ctrl+Shift+B")
        add("block_own", self.tr("Make its &own copy of the block"), blocks.make_own)
        add("block_tidy", self.tr("&Remove unused blocks"), blocks.remove_unused)
