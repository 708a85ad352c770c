"""A unit in full beside its map: enlarged, with exact numbers and the weights behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.spec.graph import Node
from playground.spec.surgery import Surgery
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.live import unit_paint
from playground.ui.canvas.live.unit_facts import UnitFacts
from playground.ui.canvas.live.unit_paint import HEAD, HEIGHT, PAD, WIDTH, Spot
from playground.ui.widgets import button

GRACE_MS = 280
"""How long the card waits for a pointer that has left the map and may be on its way to the card."""


class HoverMap(QWidget):
    """Shows one unit; it stays while the pointer or the keyboard is in it.

    Signals: `presented(node, unit)` when another unit is shown, `dismissed()` when none is any more, `asked(what)` for
    "freeze", "ablate" or "redraw", `edit_asked(parameter, index)` when a number is to be changed, `left()` when the
    keyboard goes back to the canvas.
    """

    presented = Signal(str, int)
    dismissed = Signal()
    asked = Signal(str)
    edit_asked = Signal(str, tuple)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.look = look
        self.editing = False
        self._item: NodeItem | None = None
        self._unit = -1
        self._sources: tuple[str, ...] = ()
        self.facts = UnitFacts()
        self._spot: Spot | None = None
        self._row = -1
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._leave)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(WIDTH, HEIGHT)
        self._make_buttons()
        self.hide()

    def _make_buttons(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD, HEAD, PAD, PAD)
        row.setSpacing(8)
        row.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.buttons: dict[str, QPushButton] = {}
        for what in ("freeze", "ablate", "redraw"):
            made = self.buttons[what] = button("", "small")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _on=False, one=what: self.asked.emit(one))
            row.addWidget(made)

    # --- what is shown ---------------------------------------------------------------------------------------------

    @property
    def unit(self) -> tuple[str, int]:
        """Node and unit shown; ("", −1) while hidden."""
        return (self._item.node.id, self._unit) if self._item is not None and not self.isHidden() else ("", -1)

    @property
    def node(self) -> Node | None:
        """The node whose unit is shown."""
        return self._item.node if self._item is not None else None

    @property
    def held(self) -> bool:
        """Whether somebody is at work in the card."""
        return not self.isHidden() and (self.editing or self.underMouse() or self.hasFocus())

    def present(self, item: NodeItem, unit: int, near: QRect, sources: tuple[str, ...] = ()) -> None:
        """Show a unit beside `near`, a rectangle of the parent; `sources` name what its weights come from."""
        self._grace.stop()
        changed = self.unit != (item.node.id, unit)
        self._item, self._unit, self._sources = item, unit, sources
        if changed:
            self.facts, self._spot, self._row = UnitFacts(), None, -1
        if changed or not self.held:
            self.move(self._beside(near))
        self._word_buttons()
        self.show()
        self.raise_()
        self.update()
        if changed:
            self.presented.emit(item.node.id, unit)

    def _beside(self, near: QRect) -> QPoint:
        room = self._room.rect()
        x = near.right() + 12
        if x + self.width() > room.right():
            x = near.left() - 12 - self.width()
        y = near.center().y() - self.height() // 2
        return QPoint(
            max(4, min(x, room.width() - self.width() - 4)), max(4, min(y, room.height() - self.height() - 4))
        )

    def take(self, arrays: Mapping[str, Any]) -> None:
        """Show newer numbers of the unit."""
        if self._item is not None:
            self.facts = UnitFacts.of(arrays, self._sources, self.tr("bias"))
            self._word_buttons()
            self.update()

    def refresh(self) -> None:
        """Show what has become of the node."""
        if self._item is not None:
            self._word_buttons()
            self.update()

    def dismiss(self) -> None:
        """Hide."""
        if self._item is not None:
            if self.hasFocus():
                self.left.emit()
            self._item = None
            self._grace.stop()
            self.hide()
            self.dismissed.emit()

    def leave_soon(self) -> None:
        """The pointer has left the map: hide unless it comes into the card."""
        if not self.held:
            self._grace.start()

    def _leave(self) -> None:
        if not self.held:
            self.dismiss()

    def _surgery(self) -> Surgery:
        return self._item.node.surgery if self._item is not None else Surgery()

    def _word_buttons(self) -> None:
        now = self._surgery()
        plan = self._item.context.plan if self._item is not None else None
        able = plan is not None and plan.parameters > 0 and (self.facts.map is None or bool(self.facts.weights))
        frozen, off = self._unit in now.frozen, self._unit in now.ablated
        words = {
            "freeze": (self.tr("Let learn") if frozen else self.tr("Freeze"), "F"),
            "ablate": (self.tr("Switch on") if off else self.tr("Switch off"), "X"),
            "redraw": (self.tr("Draw anew"), "R"),
        }
        for what, (text, key) in words.items():
            self.buttons[what].setText(text)
            self.buttons[what].setToolTip(f"{text} ({key})")
            self.buttons[what].setVisible(able)
        self.setAccessibleName(self.title())

    def title(self) -> str:
        """Layer and unit, and what was done to it."""
        if self._item is None:
            return ""
        face, now = self._item.face, self._surgery()
        state = [self.tr("frozen")] if self._unit in now.frozen else []
        state += [self.tr("switched off")] if self._unit in now.ablated else []
        name = face.title
        if self._unit < len(face.unit_names):
            name = f"{face.title} · {face.unit_names[self._unit]}"
        elif self.facts.units != 1 or face.units > 1:
            number = QLocale().toString(self._unit + 1)
            name = self.tr("{layer} · unit {n}").format(layer=face.title, n=number)
        return " · ".join([name, *state])

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the map, the numbers and the weights."""
        if self._item is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        unit_paint.paint_frame(painter, QRectF(self.rect()), self.look, self.hasFocus(), self.title())
        if self.facts.map is None and self._unit < self._item.sheet.units:
            self._item.sheet.draw(painter, self._unit, unit_paint.MAP)
        unit_paint.paint_map(painter, self.facts, self.look, self._surgery(), self._unit)
        unit_paint.paint_scale(painter, self.facts.peak or self._item.sheet.peak, self.look)
        unit_paint.paint_numbers(painter, self._numbers(), self.look)
        unit_paint.paint_weights(painter, self.facts, self.look, self._spot, self._row)
        painter.end()

    def _numbers(self) -> list[tuple[str, str]]:
        """Names and values beside the map."""
        facts, here = self.facts, self._spot
        told = [(self.tr("mean"), facts.mean), (self.tr("zeros"), facts.zero), (self.tr("gradient"), facts.gradient)]
        if here is not None and here.value is not None:
            return [(here.name or self.tr("here"), _number(here.value)), *((n, t) for n, t in told[:3] if t)]
        return [(name, text) for name, text in told if text]

    # --- mouse and keys --------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._spot = unit_paint.spot_at(event.position(), self.facts)
        editable = self._spot is not None and self._spot.parameter
        self.setCursor(Qt.CursorShape.PointingHandCursor if editable else Qt.CursorShape.ArrowCursor)
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = unit_paint.spot_at(event.position(), self.facts)
        if spot is not None and spot.parameter and event.button() == Qt.MouseButton.LeftButton:
            self.edit_asked.emit(spot.parameter, self.full_index(spot))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def full_index(self, spot: Spot) -> tuple[int, ...]:
        """The index of a number in its parameter."""
        if spot.parameter == "bias":
            return (self._unit,)
        inner = np.unravel_index(spot.index, self.facts.shape) if self.facts.shape else ()
        found = [int(part) for part in inner]
        found.insert(self.facts.axis, self._unit)
        return tuple(found)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._grace.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._spot = None
        self.update()
        self.leave_soon()
        self._grace.start()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._grace.start()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to other units and through the weights; F, X and R operate; Enter edits; Escape goes back."""
        keys = {Qt.Key.Key_F: "freeze", Qt.Key.Key_X: "ablate", Qt.Key.Key_R: "redraw"}
        key = Qt.Key(event.key())
        if key in keys and not self.buttons[keys[key]].isHidden():
            self.asked.emit(keys[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = unit_paint.row_spots(self.facts)
            self._row = min(max(self._row + (1 if key == Qt.Key.Key_Down else -1), 0), len(rows) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_B):
            self._edit_row(0 if key == Qt.Key.Key_B else max(self._row, 0))
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.ignore()

    def _step(self, way: int) -> None:
        if self._item is not None and 0 <= self._unit + way < max(self.facts.units, 1):
            self.present(self._item, self._unit + way, self.geometry(), self._sources)

    def _edit_row(self, row: int) -> None:
        rows = unit_paint.row_spots(self.facts)
        if row < len(rows):
            self.edit_asked.emit(rows[row].parameter, self.full_index(rows[row]))

    def flat_index(self, index: tuple[int, ...]) -> int:
        """The place in the list of weights of a number of the parameter."""
        inner = tuple(part for i, part in enumerate(index) if i != self.facts.axis)
        fits = len(inner) == len(self.facts.shape)
        return int(np.ravel_multi_index(inner, self.facts.shape)) if fits and inner else 0

    def place_of_row(self) -> QPoint:
        """Where an editor for the chosen row stands, in the parent."""
        return self.mapToParent(QPointF(unit_paint.COLUMN.left() - 10, unit_paint.COLUMN.bottom() - 10).toPoint())


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 4)
