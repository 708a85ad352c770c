"""A monkey at mouse and keyboard: whatever it does, the network stays valid and undo leads back."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from playground.spec.graph import check
from playground.ui.canvas.mime import entry_to_mime

EVENTS = 500
MOST_NODES = 14
LAYERS = ("Linear", "Dropout", "Add", "Input", "LayerNorm", "Tanh", "Output", "Concat")
KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Plus)


class Monkey:
    def __init__(self, bench, seed: int) -> None:  # type: ignore[no-untyped-def]  # fixtures are not imported
        self.bench = bench
        self.dice = random.Random(seed)

    def somewhere(self) -> QPoint:
        """Mostly on something: a card, a port, an edge."""
        bench, dice = self.bench, self.dice
        what = dice.randrange(5)
        if what == 0 or not bench.scene.nodes:
            return QPoint(dice.randrange(1100), dice.randrange(640))
        item = bench.scene.nodes[dice.choice(list(bench.scene.nodes))]
        if what == 1:
            return bench.at(item.out_port())
        if what == 2 and bench.scene.edges:
            return bench.at(dice.choice(list(bench.scene.edges.values())).middle())
        if what == 3 and item.port_count:
            return bench.at(item.in_port(dice.randrange(item.port_count)))
        return bench.body(item.node.id)

    def act(self) -> None:
        bench, panel, dice = self.bench, self.bench.panel, self.dice
        match dice.randrange(12):
            case 0 | 1 | 2:
                bench.drag(self.somewhere(), self.somewhere())
            case 3:
                bench.click(self.somewhere(), dice.choice(list(Qt.KeyboardModifier)[:3]))
            case 4:
                bench.key(dice.choice(KEYS))
            case 5 | 6:
                self.drop()
            case 7:
                dice.choice((panel.duplicate_selected, panel.copy, panel.cut, panel.paste, panel.tidy, panel.fit))()
            case 8:
                dice.choice((bench.document.undo_stack.undo, bench.document.undo_stack.redo))()
            case 9:
                bench.view.zoom_by(dice.choice((0.5, 0.8, 1.25, 2.0)))
            case 10:
                bench.maps(dice.randrange(-127, 128))
            case _:
                panel.select(dice.sample(list(bench.scene.nodes), min(2, len(bench.scene.nodes))))
        if bench.view.picker.isVisible():
            bench.qtbot.keyClick(bench.view.picker.search, dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Down)))
            bench.view.picker.hide()
        if len(bench.graph.nodes) > MOST_NODES:
            panel.select(list(bench.scene.nodes)[MOST_NODES // 2 :])
            panel.delete_selected()

    def drop(self) -> None:
        data = entry_to_mime(self.bench.layer(self.dice.choice(LAYERS)))
        event = QDropEvent(
            QPointF(self.somewhere()), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(self.bench.view.viewport(), event)


def test_monkey(bench) -> None:
    monkey = Monkey(bench, seed=1)
    stack = bench.document.undo_stack
    first = bench.document.experiment
    for _ in range(EVENTS):
        monkey.act()
        check(bench.graph)
        assert set(bench.scene.nodes) == {node.id for node in bench.graph.nodes}
        assert set(bench.scene.edges) == set(bench.graph.edges)
    while stack.canRedo():
        stack.redo()
    last, count = bench.document.experiment, stack.count()
    assert count > 50
    while stack.canUndo():
        stack.undo()
    assert bench.document.experiment == first
    while stack.canRedo():
        stack.redo()
    assert bench.document.experiment == last
