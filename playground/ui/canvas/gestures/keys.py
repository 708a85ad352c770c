"""What the keyboard does on the canvas; everything the mouse can do has a key or a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QPoint, QPointF
from PySide6.QtGui import QKeyEvent

from playground.spec.errors import CycleError
from playground.spec.graph import Edge
from playground.ui.announce import announce
from playground.ui.canvas import edits
from playground.ui.canvas.gestures import links, spoken
from playground.ui.canvas.gestures.key_wire import KeyWire
from playground.ui.canvas.gestures.walking import WAYS, along, next_card
from playground.ui.canvas.scene import Hit
from playground.ui.key_table import Key, find, pressed
from playground.ui.widgets.choice_model import Choice
from playground.ui.widgets.choice_popup import ChoicePopup

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

NUDGE, PAN = 20.0, 80
"""How far an arrow key moves cards in the scene, and the paper on the screen."""


class Keyboard(QObject):
    """The canvas's keys, and what it says of itself to a screen reader."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._key = ""
        self._current = ""
        self._anchor = ""
        self._wire: KeyWire | None = None
        self._nudges, self._nudging = 0, False
        self.popup = ChoicePopup(self.tr("Search layers"), view)

    # --- events ----------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when it asks for nothing here."""
        self._key = pressed(event)
        if self.wiring is not None:
            return self._press_wiring(self.wiring)
        key = find(KEYS, event)
        if key is None:
            return False
        if key.do is not Keyboard.nudge:
            self._nudging = False
        key.do(self)
        return True

    @property
    def wiring(self) -> KeyWire | None:
        """The wire that is being drawn with keys."""
        return self._wire if self._wire is not None and self._view.interaction is self._wire else None

    def leave(self) -> None:
        """The focus goes elsewhere: a wire that is being drawn is given up."""
        if self.wiring is not None:
            self._view.cancel()

    def _press_wiring(self, wire: KeyWire) -> bool:
        if self._key in WAYS:
            target = next_card(self._view.canvas, wire.target, WAYS[self._key])
            if target:
                wire.aim(target, self._free_port(target))
        elif self._key in ("Return", "Enter"):
            wire.take()
        elif self._key == "Esc":
            self._view.cancel()
        return True

    def _free_port(self, target: str) -> int:
        graph = self._view.canvas.graph
        ports = range(max(edits.port_count(graph, graph.node(target)), 1))
        return next((port for port in ports if edits.edge_into(graph, target, port) is None), 0)

    def tab(self, forward: bool) -> bool:
        """Select the next card in order of computation; False past the last, so that the focus leaves the canvas."""
        if self.wiring is not None:
            self.wiring.step(1 if forward else -1)
            return True
        order = self._ordered()
        if not order:
            return False
        here = self._here()
        last = order.index(here) if here in order else (-1 if forward else len(order))
        index = last + (1 if forward else -1)
        if not 0 <= index < len(order):
            self._view.canvas.select([])
            return False
        self._go_to(order[index])
        return True

    # --- going from card to card -----------------------------------------------------------------------------------

    def go(self) -> None:
        """Select the card that an arrow key leads to; from an edge, the card at that end."""
        self._walk(WAYS[self._key], extend=False)

    def extend(self) -> None:
        """Go on and keep what is selected."""
        self._walk(WAYS[self._key.removeprefix("Shift+")], extend=True)

    def _walk(self, way: QPointF, extend: bool) -> None:
        scene, here = self._view.canvas, self._here()
        if edge := self._edge():
            self._go_to(edge.target if along(scene.nodes[edge.source], way) > 0 else edge.source)
        elif not here:
            self.first()
        elif found := next_card(scene, here, way, scene.selected()):
            self._go_to(found, [*scene.selected(), found] if extend else None)

    def first(self) -> None:
        """Select the first layer, or with End the last."""
        order = self._ordered()
        if order:
            self._go_to(order[-1 if self._key == "End" else 0])

    def _go_to(self, node_id: str, chosen: list[str] | None = None) -> None:
        self._current = node_id
        self._view.canvas.select(chosen or [node_id])
        self._view.reveal(node_id)

    def edges(self) -> None:
        """Select the next edge of the layer that was selected last, or with Shift the one before."""
        graph = self._view.canvas.graph
        edge, here = self._edge(), self._here()
        self._anchor = here or self._anchor
        around = [*graph.into(self._anchor), *graph.out_of(self._anchor)]
        if edge is not None and edge not in around:
            self._anchor = edge.target
            around = [*graph.into(self._anchor), *graph.out_of(self._anchor)]
        if around:
            back = self._key.startswith("Shift")
            at = around.index(edge) + (-1 if back else 1) if edge in around else -1 if back else 0
            self._view.canvas.select([], [around[at % len(around)]])

    # --- changing --------------------------------------------------------------------------------------------------

    def inspect(self) -> None:
        """Open the inspector."""
        if here := self._here():
            self._view.inspect_requested.emit(here)

    def add(self) -> None:
        """Choose a layer for the selected edge, or for behind the selected card."""
        if edge := self._edge():
            item = self._view.canvas.edges[edge]
            self._view.ask.layer(self._view.mapFromScene(item.middle()), edge=edge)
        else:
            self._view.ask.after(self._here())

    def delete(self) -> None:
        """Remove what is selected."""
        self._view.selection.delete()

    def rename(self) -> None:
        """Type a name on the card."""
        if here := self._here():
            self._view.ask.name(here)

    def resize(self) -> None:
        """One unit more or fewer."""
        if here := self._here():
            self._view.commands.resize(here, 1 if self._key == "+" else -1)

    def nudge(self) -> None:
        """Move the selected cards; keys that follow one another are one edit."""
        scene = self._view.canvas
        if chosen := scene.selected():
            if not self._nudging:
                self._nudges += 1
            self._nudging = True
            by = WAYS[self._key.removeprefix("Ctrl+")] * NUDGE
            places = scene.places()
            moved = {one: (places[one][0] + by.x(), places[one][1] + by.y()) for one in chosen}
            self._view.commands.move(moved, f"nudge {self._nudges} {chosen}")

    def reorder(self) -> None:
        """Move the layer past its neighbour in the chain."""
        if here := self._here():
            self._view.commands.move_in_chain(here, -1 if self._key in ("Alt+Left", "Alt+Up") else 1)
            self._view.reveal(here)

    def wire(self) -> None:
        """Draw a wire from the selected card."""
        if here := self._here():
            self._wire = KeyWire(self._view, here)
            self._view.begin(self._wire)

    def connect_to(self) -> None:
        """Choose by name where the output of the selected card goes."""
        if here := self._here():
            self._open(links.targets(self._view.commands, here))

    def disconnect_from(self) -> None:
        """Choose by name an edge of the selected card to remove."""
        if here := self._here():
            self._open(links.edges(self._view.commands, here))

    def _open(self, choices: list[Choice]) -> None:
        box = self._view.mapFromScene(self._view.canvas.nodes[self._here()].card_rect()).boundingRect()
        self.popup.open(choices, self._view.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 6)))

    def units(self) -> None:
        """Look at the layer's units one by one."""
        if here := self._here():
            self._view.live.look_at(here, keyboard=True)

    # --- looking ---------------------------------------------------------------------------------------------------

    def pan(self) -> None:
        """Move the paper, so that one sees more in the direction of the key."""
        way = WAYS[self._key.removeprefix("Ctrl+Shift+")]
        self._view.pan(QPoint(round(-way.x() * PAN), round(-way.y() * PAN)))

    def give_up(self) -> None:
        """Select nothing."""
        self._view.cancel()
        self._view.canvas.select([])

    def menu_place(self) -> tuple[Hit, QPoint]:
        """What the menu key asks for a menu of, and where it opens."""
        scene, view = self._view.canvas, self._view
        if here := self._here():
            return Hit("node", here), view.mapFromScene(scene.nodes[here].card_rect().center())
        if edge := self._edge():
            return Hit("edge", edge=edge), view.mapFromScene(scene.edges[edge].middle())
        return Hit(), QPoint(40, 80)

    def speak(self) -> None:
        """Say what is selected, to those who ask the canvas for its name and to those who listen."""
        scene = self._view.canvas
        chosen, edge = scene.selected(), self._edge()
        if len(chosen) == 1:
            item = scene.nodes[chosen[0]]
            text = spoken.layer(scene.graph, item.node, item.context.plan, item.context.problem)
        elif chosen:
            text = self.tr("{0} layers selected").format(len(chosen))
        else:
            text = spoken.edge(scene.graph, edge) if edge is not None else ""
        name = ": ".join(filter(None, (self.tr("Network canvas"), text)))
        if name != self._view.accessibleName():
            self._view.setAccessibleName(name)
            if self._view.hasFocus():
                announce(self._view, text)

    # --- where one is ----------------------------------------------------------------------------------------------

    def _here(self) -> str:
        """The selected card that the keyboard is on, "" for none."""
        chosen = self._view.canvas.selected()
        return self._current if self._current in chosen else chosen[-1] if chosen else ""

    def _edge(self) -> Edge | None:
        """The selected edge, when no card is selected."""
        scene = self._view.canvas
        return next((e for e in scene.selected_edges() if e in scene.graph.edges), None) if not self._here() else None

    def _ordered(self) -> list[str]:
        graph = self._view.canvas.graph
        try:
            return [node.id for node in graph.order()]
        except CycleError:
            return [node.id for node in graph.nodes]


def _with(held: str) -> tuple[str, ...]:
    return tuple(f"{held}{way}" for way in WAYS)


_EARLIER = QT_TRANSLATE_NOOP("keys", "Move the layer towards the input")
_LATER = QT_TRANSLATE_NOOP("keys", "Move the layer towards the output")

KEYS: tuple[Key[Keyboard], ...] = (
    Key(_with(""), QT_TRANSLATE_NOOP("keys", "Go along the edges, or to the layer beside"), Keyboard.go),
    Key(_with("Shift+"), QT_TRANSLATE_NOOP("keys", "Go there and keep the selection"), Keyboard.extend),
    Key(("Tab", "Shift+Tab"), QT_TRANSLATE_NOOP("keys", "Go on in order of computation"), lambda keyboard: None),
    Key(("Home", "End"), QT_TRANSLATE_NOOP("keys", "Go to the first layer, to the last"), Keyboard.first),
    Key(("E", "Shift+E"), QT_TRANSLATE_NOOP("keys", "Select the layer's edges in turn"), Keyboard.edges),
    Key(("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open the layer in the inspector"), Keyboard.inspect),
    Key(("Ins", "A"), QT_TRANSLATE_NOOP("keys", "Add a layer behind, or on the edge"), Keyboard.add, "add_layer"),
    Key(("Del", "Backspace"), QT_TRANSLATE_NOOP("keys", "Delete the selection"), Keyboard.delete, "delete"),
    Key(("F2",), QT_TRANSLATE_NOOP("keys", "Rename the layer"), Keyboard.rename),
    Key(("+", "-"), QT_TRANSLATE_NOOP("keys", "One unit more, one unit fewer"), Keyboard.resize),
    Key(
        ("U",), QT_TRANSLATE_NOOP("keys", "Look at its units: F freezes, X switches off, R draws anew"), Keyboard.units
    ),
    Key(("C",), QT_TRANSLATE_NOOP("keys", "Draw a wire: Tab chooses, Enter connects"), Keyboard.wire),
    Key(("Alt+Left", "Alt+Up"), _EARLIER, Keyboard.reorder, "move_earlier"),
    Key(("Alt+Right", "Alt+Down"), _LATER, Keyboard.reorder, "move_later"),
    Key(_with("Ctrl+"), QT_TRANSLATE_NOOP("keys", "Move the selected cards"), Keyboard.nudge),
    Key(_with("Ctrl+Shift+"), QT_TRANSLATE_NOOP("keys", "Move the paper"), Keyboard.pan),
    Key(("Esc",), QT_TRANSLATE_NOOP("keys", "Give up, or select nothing"), Keyboard.give_up),
)
