"""The parts of the canvas's menus that operate on units and layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from playground.ui.canvas.live.surgery_commands import SurgeryCommands

translate = QCoreApplication.translate


def add_unit(menu: QMenu, surgery: SurgeryCommands, node_id: str, unit: int, look: Callable[[], object]) -> None:
    """What can be done to one unit; `look` opens it large."""
    now = surgery.of(node_id)
    frozen, off = unit in now.frozen, unit in now.ablated
    _add(menu, translate("canvas", "Look at unit"), "U", look)
    _add(
        menu,
        translate("canvas", "Let unit learn") if frozen else translate("canvas", "Freeze unit"),
        "F",
        lambda: surgery.freeze(node_id, [unit], not frozen),
    )
    _add(
        menu,
        translate("canvas", "Switch unit on") if off else translate("canvas", "Switch unit off"),
        "X",
        lambda: surgery.ablate(node_id, [unit], not off),
    )
    _add(menu, translate("canvas", "Draw unit anew"), "R", lambda: surgery.redraw(node_id, [unit]))
    menu.addSeparator()


def add_layer(menu: QMenu, surgery: SurgeryCommands, ids: Sequence[str]) -> None:
    """What can be done to whole layers."""
    _add(menu, translate("canvas", "Draw layer anew"), "", lambda: surgery.redraw_layers(ids))
    undo = _add(menu, translate("canvas", "Undo surgery on this layer"), "", lambda: surgery.clear(ids))
    undo.setEnabled(any(surgery.of(node_id) for node_id in ids))


def _add(menu: QMenu, text: str, keys: str, do: Callable[[], object]) -> QAction:
    made = menu.addAction(f"{text}\t{keys}" if keys else text)
    made.triggered.connect(lambda: do())
    return made
