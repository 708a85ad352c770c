"""What a port, a wire and its + say when the pointer rests on them: how they are dragged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.ui.canvas.scene import Hit

translate = QCoreApplication.translate


def of(hit: Hit) -> str:
    """The tip for what is under the pointer; "" for what has its own, or none."""
    match hit.part:
        case "out":
            return translate("canvas", "Drag to a layer to wire it, or to empty canvas to add one. Drag again to fork.")
        case "in":
            return translate("canvas", "Drag back to a layer to take its output; a wire that ends here comes off.")
        case "plus":
            return translate("canvas", "Click to insert a layer here. Drag to fork: a branch starts at the source.")
        case "edge":
            return translate("canvas", "Drag the middle to fork, an end to rewire it. Drop a layer here to insert it.")
        case "fewer":
            return translate("canvas", "One unit less")
        case "more":
            return translate("canvas", "One unit more")
        case _:
            return ""
