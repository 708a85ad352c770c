"""The actions that show, add and remove networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.spec.experiment import Experiment

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class NetworksActions(QObject):
    """Declares them in the window's table, and enables those that need several networks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def declare(self) -> None:
        """Fill the window's action table."""
        add, tabs = self._window.actions_table.add, self._window.canvas.networks
        add("network_next", self.tr("Show the &next network"), lambda: tabs.step(1), keys="Ctrl+PgDown")
        add("network_previous", self.tr("Show the &previous network"), lambda: tabs.step(-1), keys="Ctrl+PgUp")
        add("network_add", self.tr("&Add a network"), tabs.add_network)
        add("network_rename", self.tr("&Rename the network…"), tabs.rename)
        add("network_duplicate", self.tr("&Duplicate the network"), tabs.duplicate)
        add("network_remove", self.tr("Re&move the network"), tabs.remove)
        add(
            "network_beside",
            self.tr("Show two networks &side by side"),
            self._window.canvas.set_side_by_side,
            keys="Ctrl+Shift+N",
            checked=False,
        )
        document = self._window.studio.document
        document.changed.connect(self._enable)
        document.variant_changed.connect(self._enable)
        self._enable()

    def _enable(self, *_: Experiment | str) -> None:
        several = len(self._window.studio.document.shown.networks) > 1
        table = self._window.actions_table
        for name in ("network_next", "network_previous", "network_remove", "network_beside"):
            table[name].setEnabled(several)
        if not several:
            table["network_beside"].setChecked(False)
