"""A monkey among blocks: opening, folding and unfolding between all its other deeds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from playground.spec.errors import SpecError
from playground.spec.expansion import expand
from playground.spec.graph import check
from playground.ui.theme import ThemeManager
from tests.ui.canvas.conftest import Bench
from tests.ui.canvas.test_blocks import experiment
from tests.ui.canvas.test_monkey import EVENTS, LONG, Monkey


class BlockMonkey(Monkey):
    """It also does what one does with blocks."""

    def command(self) -> None:
        blocks = self.bench.panel.blocks
        deeds = (blocks.toggle, blocks.fold, blocks.unfold, blocks.make_own, blocks.remove_unused)
        if self.dice.randrange(2):
            self.dice.choice(deeds)()
        else:
            super().command()


@pytest.fixture
def blocks(qtbot: QtBot, themes: ThemeManager) -> Iterator[Bench]:
    made = Bench(experiment(), themes, qtbot)
    yield made
    made.view.picker.hide()
    made.runs.deleteLater()


@pytest.mark.timeout(900 if LONG else 120)
@pytest.mark.parametrize("seed", [1] if LONG else [3, 4])
def test_monkey_among_blocks(blocks: Bench, seed: int) -> None:
    monkey, document = BlockMonkey(blocks, seed), blocks.document
    first, expanded = document.experiment, 0
    for _ in range(EVENTS):
        monkey.event()
        check(blocks.graph)
        assert set(blocks.scene.nodes) == {node.id for node in blocks.graph.nodes}
        assert set(blocks.scene.frames) == set(document.cards.frames)
        try:
            expand(document.shown.networks["model"], document.shown.blocks)
            expanded += 1
        except SpecError:
            continue  # a block may be without a single result while somebody is at work
    blocks.view.cancel()
    assert expanded > EVENTS // 20
    stack = document.undo_stack
    while stack.canRedo():
        stack.redo()
    last = document.experiment
    while stack.canUndo():
        stack.undo()
    assert document.experiment == first
    while stack.canRedo():
        stack.redo()
    assert document.experiment == last
