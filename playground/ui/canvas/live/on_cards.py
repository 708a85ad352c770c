"""What a run says, drawn on the cards and the edges of a scene."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from playground.ui.canvas.scene import CanvasScene


def show_maps(scene: CanvasScene, arrays: Mapping[str, Any]) -> list[str]:
    """Take the maps of a snapshot of the unit-maps probe; the cards that are to be drawn anew."""
    changed = []
    for node_id, item in scene.nodes.items():
        maps = arrays.get(node_id)
        if maps is not None and item.face.cells:
            peak = 127 * float(arrays.get(f"{node_id}.scale", 0))
            if item.sheet.take(maps, peak) and scene.near:
                changed.append(node_id)
    return changed


def redraw_maps(scene: CanvasScene, node_id: str) -> None:
    """Draw the maps of a card anew, if it is still there."""
    if item := scene.nodes.get(node_id):
        item.update(item.maps_rect())


def show_weights(scene: CanvasScene, arrays: Mapping[str, Any]) -> None:
    """Show the weights of a snapshot of the weights probe."""
    for edge, item in scene.edges.items():
        weights = arrays.get(edge.target)
        if isinstance(weights, np.ndarray) and weights.ndim == 2:
            item.set_weights(weights, float(arrays.get(f"{edge.target}.mean", 0)), scene.near)


def show_tints(scene: CanvasScene, tints: Mapping[str, float]) -> None:
    """Tint cards by a number 0 … 1, such as the size of their gradients; what is not named loses its tint."""
    for node_id in scene.nodes:
        show_tint(scene, node_id, tints.get(node_id, 0.0))


def show_tint(scene: CanvasScene, node_id: str, tint: float) -> None:
    """Tint a card, if it is still there."""
    if item := scene.nodes.get(node_id):
        item.set_tint(tint)


def forget_run(scene: CanvasScene) -> None:
    """Show no maps and weights any more: they belong to another variant or another run."""
    for item in scene.nodes.values():
        item.sheet.clear()
        item.set_tint(0.0)
        item.update()
    for line in scene.edges.values():
        line.set_weights(None, 0.0)
