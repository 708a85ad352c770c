"""The choice of the layer that a view shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class LayerChoice(QObject):
    """An action with a menu of layers; `layer` is the one that a person chose, "" for the first. `chosen()` tells."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer = ""
        self.action = QAction(self)
        self.action.setVisible(False)
        self.menu = QMenu(parent)
        self.action.setMenu(self.menu)
        self._group = QActionGroup(self)
        self._names: dict[str, str] = {}
        self.menu.triggered.connect(lambda action: self.choose(str(action.data())))

    def choose(self, layer: str) -> None:
        """Show a layer, "" for the first."""
        self.layer = layer
        self.chosen.emit()

    def offer_of(self, arrays: Mapping[str, Any], called: Callable[[str], str]) -> None:
        """Offer the layers that a snapshot names, where there are several; one that is gone is chosen no more."""
        found = [str(name) for name in arrays.get("layers", ())]
        if found and self.layer not in found:
            self.layer = ""
        shown = found[int(arrays["shown"])] if "shown" in arrays else ""
        self.offer({name: called(name) for name in found}, shown)
        self.action.setVisible(len(found) > 1)

    def offer(self, names: Mapping[str, str], shown: str) -> None:
        """Offer layers by their ids, each as it is called; `shown` is the one that is seen now."""
        if dict(names) != self._names:
            self._names = dict(names)
            self._fill()
        for action in self._group.actions():
            action.setChecked(action.data() == shown)
        self.action.setText(f"{names.get(shown, shown)} ▾")
        self.action.setVisible(bool(names))

    def _fill(self) -> None:
        for action in self._group.actions():
            self._group.removeAction(action)
        self.menu.clear()
        for layer, name in self._names.items():
            action = self.menu.addAction(name)
            action.setCheckable(True)
            action.setData(layer)
            self._group.addAction(action)
