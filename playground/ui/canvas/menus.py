"""Context menus of the canvas: the same actions as keys and buttons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from playground.spec.graph import Edge
from playground.ui.canvas.arrange.arranging import Align, Axis
from playground.ui.canvas.live import surgery_menu
from playground.ui.canvas.mime import holds_graph
from playground.ui.canvas.scene import Hit

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView


translate = QCoreApplication.translate


def menu_for(view: CanvasView, hit: Hit, point: QPoint) -> QMenu:
    """The menu of what lies under `point`; an unselected node or edge is selected first."""
    menu = QMenu(view)
    if hit.node:
        if hit.node not in view.canvas.selected():
            view.canvas.select([hit.node])
        if hit.unit >= 0 and view.live.operable(hit.node):
            surgery_menu.add_unit(
                menu, view.commands.surgery, hit.node, hit.unit, partial(view.live.look_at, hit.node, hit.unit, True)
            )
        _node(menu, view, hit.node)
    elif hit.edge is not None:
        view.canvas.select([], [hit.edge])
        _edge(menu, view, hit.edge, point)
    else:
        _paper(menu, view, point)
    return menu


def _add(menu: QMenu, text: str, action: Callable[[], object], keys: str = "", enabled: bool = True) -> None:
    """Add an action; `keys` are shown only, the window owns the shortcuts."""
    made = menu.addAction(f"{text}\t{keys}" if keys else text)
    made.triggered.connect(lambda: action())
    made.setEnabled(enabled)


def _node(menu: QMenu, view: CanvasView, node_id: str) -> None:
    commands, chosen = view.commands, view.canvas.selected()
    frozen = view.canvas.nodes[node_id].face.frozen
    for text, mend in view.fixes(node_id):
        _add(menu, text, mend)
    menu.addSeparator()
    _add(
        menu, translate("canvas", "Inspect"), lambda: view.inspect_requested.emit(node_id), translate("canvas", "Enter")
    )
    _add(menu, translate("canvas", "Rename"), lambda: view.ask.name(node_id), "F2", enabled=len(chosen) == 1)
    _add(menu, translate("canvas", "Add layer after…"), lambda: view.ask.after(node_id), "A")
    menu.addSeparator()
    _add(
        menu,
        translate("canvas", "Let weights learn") if frozen else translate("canvas", "Freeze weights"),
        lambda: commands.freeze(chosen, not frozen),
    )
    if any(view.live.operable(one) for one in chosen):
        surgery_menu.add_layer(menu, commands.surgery, chosen)
    _add(menu, translate("canvas", "Replace by…"), view.selection.replace, enabled=len(chosen) == 1)
    _order(menu.addMenu(translate("canvas", "Order")), view, node_id)
    _arrange(menu.addMenu(translate("canvas", "Align")), view, len(chosen))
    menu.addSeparator()
    _add(menu, translate("canvas", "Select what flows in"), lambda: view.selection.extend(-1))
    _add(menu, translate("canvas", "Select what is fed"), lambda: view.selection.extend(1))
    menu.addSeparator()
    _add(menu, translate("canvas", "Duplicate"), lambda: commands.duplicate(chosen), "Ctrl+D")
    _add(menu, translate("canvas", "Copy"), lambda: commands.copy(chosen), "Ctrl+C")
    _add(menu, translate("canvas", "Cut"), lambda: commands.cut(chosen), "Ctrl+X")
    _add(menu, translate("canvas", "Delete"), view.selection.delete, translate("canvas", "Del"))
    _add(
        menu,
        translate("canvas", "Delete without reconnecting"),
        lambda: view.selection.delete(bypass=False),
        translate("canvas", "Shift+Del"),
    )


def _order(menu: QMenu, view: CanvasView, node_id: str) -> None:
    commands = view.commands
    earlier, later = translate("canvas", "Alt+Left"), translate("canvas", "Alt+Right")
    _add(menu, translate("canvas", "Before the layer ahead"), lambda: commands.move_in_chain(node_id, -1), earlier)
    _add(menu, translate("canvas", "Behind the next layer"), lambda: commands.move_in_chain(node_id, 1), later)


def _arrange(menu: QMenu, view: CanvasView, count: int) -> None:
    sides: tuple[tuple[Align, str], ...] = (
        ("left", translate("canvas", "Left sides")),
        ("center", translate("canvas", "Centres, in a column")),
        ("right", translate("canvas", "Right sides")),
        ("top", translate("canvas", "Tops")),
        ("middle", translate("canvas", "Middles, in a row")),
        ("bottom", translate("canvas", "Bottoms")),
    )
    for side, text in sides:
        _add(menu, text, partial(view.selection.align, side), enabled=count > 1)
    menu.addSeparator()
    gaps: tuple[tuple[str, Axis], ...] = (
        (translate("canvas", "Equal gaps across"), "horizontal"),
        (translate("canvas", "Equal gaps down"), "vertical"),
    )
    for text, way in gaps:
        _add(menu, text, partial(view.selection.distribute, way), enabled=count > 2)


def _edge(menu: QMenu, view: CanvasView, edge: Edge, point: QPoint) -> None:
    _add(menu, translate("canvas", "Insert layer…"), lambda: view.ask.layer(point, edge=edge))
    _add(menu, translate("canvas", "Start a branch…"), lambda: view.ask.at_wire(point, edge.source, -1))
    _add(menu, translate("canvas", "Delete"), view.selection.delete, translate("canvas", "Del"))


def _paper(menu: QMenu, view: CanvasView, point: QPoint) -> None:
    pasteable = holds_graph(QGuiApplication.clipboard().mimeData())
    _add(menu, translate("canvas", "Add layer…"), lambda: view.ask.layer(point), "A")
    _add(menu, translate("canvas", "Paste"), lambda: view.paste(point), "Ctrl+V", enabled=pasteable)
    _add(
        menu,
        translate("canvas", "Select all"),
        lambda: view.select(list(view.canvas.nodes)),
        "Ctrl+A",
        enabled=bool(view.canvas.nodes),
    )
    menu.addSeparator()
    _add(menu, translate("canvas", "Tidy up"), view.commands.tidy)
    _add(menu, translate("canvas", "Fit to view"), view.fit)
