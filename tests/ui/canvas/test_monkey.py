"""A monkey at mouse and keyboard: whatever it does, the network stays valid and undo leads back.

The long run, 5,000 events: `NNPLAYGROUND_LONG=1 pytest -n 0 tests/ui/canvas/test_monkey.py`.
"""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.spec.graph import check
from playground.ui.canvas.mime import entry_to_mime

LONG = bool(os.environ.get("NNPLAYGROUND_LONG"))
EVENTS = 5_000 if LONG else 300
MOST_NODES = 14
LAYERS = ("Linear", "Dropout", "Add", "Input", "LayerNorm", "Tanh", "Output", "Concat")
BUTTONS = (*(Qt.MouseButton.LeftButton,) * 6, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
MODIFIERS = (NONE, NONE, NONE, NONE, SHIFT, CTRL, ALT, SHIFT | CTRL)
NAMES = (
    *("Delete", "Backspace", "Left", "Right", "Up", "Down", "Tab", "Backtab", "Plus", "Minus"),
    *("Escape", "Return", "Space", "A", "C", "E", "F2", "Insert"),
)
KEYS = [getattr(Qt.Key, f"Key_{name}") for name in NAMES]


class Monkey:
    """One event at a time: a button may stay down over keys, wheels, edits and undo."""

    def __init__(self, bench, seed: int) -> None:  # type: ignore[no-untyped-def]  # fixtures are not imported
        self.bench = bench
        self.dice = random.Random(seed)
        self.down = Qt.MouseButton.NoButton

    def somewhere(self) -> QPoint:
        """Mostly on something: a card, a port, an edge."""
        bench, dice = self.bench, self.dice
        what = dice.randrange(6)
        if what == 0 or not bench.scene.nodes:
            return QPoint(dice.randrange(-20, 1120), dice.randrange(-20, 660))
        item = bench.scene.nodes[dice.choice(list(bench.scene.nodes))]
        if what == 1:
            return bench.at(item.out_port())
        if what in (2, 3) and bench.scene.edges:
            line = dice.choice(list(bench.scene.edges.values())).path
            return bench.at(line.pointAtPercent(dice.random()))
        if what == 4 and item.port_count:
            return bench.at(item.in_port(dice.randrange(item.port_count)))
        return dice.choice((bench.body, bench.title))(item.node.id)

    def event(self) -> None:
        """Send one, and answer whatever opens."""
        acts = (
            *(self.press, self.move, self.move, self.move, self.release) * 3,
            *(self.double_click, self.wheel, self.key, self.key, self.key, self.drop, self.drop, self.drag_over),
            *(self.menu, self.tip, self.command, self.history, self.choose, self.leave, self.maps),
        )
        self.dice.choice(acts)()
        self.answer()
        if len(self.bench.graph.nodes) > MOST_NODES:
            self.bench.panel.select(list(self.bench.scene.nodes)[MOST_NODES // 2 :])
            self.bench.panel.delete_selected()

    def mouse(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        port, point = self.bench.view.viewport(), self.somewhere()
        down = self.down if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        where = QPointF(port.mapToGlobal(point))
        QApplication.sendEvent(
            port, QMouseEvent(kind, QPointF(point), where, button, down, self.dice.choice(MODIFIERS))
        )

    def press(self) -> None:
        self.down = self.dice.choice(BUTTONS)
        self.mouse(QEvent.Type.MouseButtonPress, self.down)

    def move(self) -> None:
        self.mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton)

    def release(self) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, self.down)
        self.down = Qt.MouseButton.NoButton

    def double_click(self) -> None:
        self.down = self.dice.choice(BUTTONS)
        self.mouse(QEvent.Type.MouseButtonDblClick, self.down)

    def wheel(self) -> None:
        port, point = self.bench.view.viewport(), self.somewhere()
        turn = QPoint(0, self.dice.choice((-240, -120, 120, 240)))
        event = QWheelEvent(
            QPointF(point), QPointF(port.mapToGlobal(point)), QPoint(), turn, Qt.MouseButton.NoButton,
            self.dice.choice((NONE, CTRL)), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, event)

    def key(self) -> None:
        QTest.keyClick(self.bench.view, self.dice.choice(KEYS), self.dice.choice(MODIFIERS))

    def drop(self) -> None:
        self._dragged((QDragEnterEvent, QDragMoveEvent, QDropEvent))

    def drag_over(self) -> None:
        self._dragged((QDragEnterEvent, QDragMoveEvent, QDragMoveEvent))
        QApplication.sendEvent(self.bench.view.viewport(), QDragLeaveEvent())

    def _dragged(self, kinds: tuple[type, ...]) -> None:
        data = entry_to_mime(self.bench.layer(self.dice.choice(LAYERS)))
        for kind in kinds:
            point = QPointF(self.somewhere()) if kind is QDropEvent else self.somewhere()
            event = kind(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
            QApplication.sendEvent(self.bench.view.viewport(), event)

    def menu(self) -> None:
        port, point = self.bench.view.viewport(), self.somewhere()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point))
        QApplication.sendEvent(port, event)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            actions = [action for action in popup.actions() if action.isEnabled() and action.menu() is None]
            if actions and self.dice.randrange(2):
                self.dice.choice(actions).trigger()
            popup.close()

    def tip(self) -> None:
        port, point = self.bench.view.viewport(), self.somewhere()
        QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))

    def command(self) -> None:
        selection, panel = self.bench.view.selection, self.bench.panel
        self.dice.choice(
            (
                *(panel.duplicate_selected, panel.copy, panel.cut, panel.paste, panel.tidy, panel.fit),
                *(lambda: selection.align(self.dice.choice(("left", "middle", "bottom"))), selection.replace),
                *(lambda: selection.distribute("horizontal"), lambda: selection.move(self.dice.choice((-1, 1)))),
                *(lambda: selection.extend(self.dice.choice((-1, 1))), lambda: selection.delete(bypass=False)),
            )
        )()

    def history(self) -> None:
        stack = self.bench.document.undo_stack
        self.dice.choice((stack.undo, stack.redo))()

    def choose(self) -> None:
        nodes = list(self.bench.scene.nodes)
        self.bench.panel.select(self.dice.sample(nodes, min(2, len(nodes))))

    def leave(self) -> None:
        QApplication.sendEvent(self.bench.view.viewport(), QEvent(QEvent.Type.Leave))

    def maps(self) -> None:
        self.bench.maps(self.dice.randrange(-127, 128))

    def answer(self) -> None:
        """Choose from a list that has opened, or close it; take a name over, or not."""
        view = self.bench.view
        if view.picker.isVisible():
            QTest.keyClick(view.picker.search, self.dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Down)))
            view.picker.hide()
        if view.title_editor.isVisible():
            QTest.keyClick(view.title_editor, self.dice.choice((Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()


@pytest.mark.timeout(900 if LONG else 120)
@pytest.mark.parametrize("seed", [1] if LONG else [1, 2])
def test_monkey(bench, seed: int) -> None:
    monkey = Monkey(bench, seed)
    stack = bench.document.undo_stack
    first = bench.document.experiment
    for _ in range(EVENTS):
        monkey.event()
        check(bench.graph)
        assert set(bench.scene.nodes) == {node.id for node in bench.graph.nodes}
        assert set(bench.scene.edges) == set(bench.graph.edges)
    bench.view.cancel()
    while stack.canRedo():
        stack.redo()
    last = bench.document.experiment
    assert stack.count() > EVENTS // 20, "it did little"
    while stack.canUndo():
        stack.undo()
    assert bench.document.experiment == first
    while stack.canRedo():
        stack.redo()
    assert bench.document.experiment == last
    assert not any(item.light for item in bench.scene.nodes.values())
    assert not any(line.faded for line in bench.scene.edges.values())
    assert not bench.scene.movement.held
