"""Slow motion: the phases of a training step light up on the cards, in the order in which they are computed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtGui import QColor

from playground.spec.errors import CycleError
from playground.ui.canvas import edits
from playground.ui.canvas.scene import CanvasScene

TRAIL = 1.6
"""How many cards are lit at a time while a phase sweeps over them."""


class PhaseLights(QObject):
    """Lights cards: forward sweeps along the network, backward returns, loss and update light what they work on."""

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._order: list[str] = []
        self._color = QColor()
        self._sweep = QVariantAnimation(self)
        self._sweep.setStartValue(0.0)
        self._sweep.setEndValue(1.0)
        self._sweep.valueChanged.connect(self._show)

    def show(self, phase: str, duration_ms: int) -> None:
        """Show "forward", "loss", "backward" or "update" for a time; "" puts all lights out."""
        self._sweep.stop()
        self._clear()
        theme = self._scene.look.theme
        if phase == "forward":
            self._run(self._ordered(), QColor(theme.accent), duration_ms)
        elif phase == "backward":
            self._run(self._ordered()[::-1], QColor(*theme.low), duration_ms)
        elif phase == "loss":
            self._light([edits.output_id(self._scene.graph)], theme.color("warning"))
        elif phase == "update":
            self._light([i for i, item in self._scene.nodes.items() if item.face.parameters], theme.color("good"))

    def _ordered(self) -> list[str]:
        try:
            return [node.id for node in self._scene.graph.order()]
        except CycleError:
            return list(self._scene.nodes)

    def _run(self, order: list[str], color: QColor, duration_ms: int) -> None:
        self._order, self._color = order, color
        if not self._scene.movement.animate or duration_ms <= 0:
            self._light(order, color)
            return
        self._sweep.setDuration(duration_ms)
        self._sweep.start()

    def _show(self, progress: float) -> None:
        at = progress * (len(self._order) - 1 + TRAIL)
        for rank, node_id in enumerate(self._order):
            if node_id in self._scene.nodes:
                behind = at - rank
                strength = max(0.0, 1 - behind / TRAIL) if behind >= 0 else 0.0
                self._scene.nodes[node_id].set_glow(strength, self._color)

    def _light(self, ids: list[str], color: QColor) -> None:
        for node_id in ids:
            if node_id in self._scene.nodes:
                self._scene.nodes[node_id].set_glow(1.0, color)

    def _clear(self) -> None:
        for item in self._scene.nodes.values():
            item.set_glow(0.0, self._scene.look.accent)
