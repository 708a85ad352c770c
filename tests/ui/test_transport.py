"""The bar says who takes the steps, and why there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.engine.events import DataInfo, Started, Stepped
from playground.ui.actions import Actions
from playground.ui.document import Document
from playground.ui.run_controller import RunController
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.transport import TransportBar

catalog.load()

WHY = "A step takes 20 ms on the CPU and 0.4 ms on the GPU."
TOLD = {
    ("cuda", "eager", ""): "first 100 steps",
    ("cuda", "eager", "Exact is on."): "Why none is recorded for the GPU: Exact is on",
    ("cuda", "CUDA graph", ""): "replays a recorded step",
    ("cpu", "fused", ""): "Machine code made for this network takes the steps",
    ("cpu", "eager", "Exact is on."): "Why there is no machine code: Exact is on",
}


@pytest.mark.parametrize("stepped", TOLD, ids=" ".join)
def test_it_says_who_takes_the_steps_and_why_there(
    stepped: tuple[str, str, str], qapp: QApplication, qtbot: QtBot
) -> None:
    device, name, why = stepped
    document = Document(starter())
    studio = Studio(document, RunController(document), ThemeManager(qapp, "light"))
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, studio.themes)
    for action in ("play", "new_seed", "search", "reset", "step_batch", "step_epoch"):
        actions.add(action, action, lambda: None)
    bar = TransportBar(studio, actions)
    qtbot.addWidget(bar)
    data = DataInfo("classification", [2], ["x1", "x2"], ["0", "1"], 8, 8, True)
    studio.store.take(Started(["plain"], {"plain": 1}, {"plain": 1}, device, name, 0.0, data, WHY))
    studio.store.take(Stepped(name, why))
    said = bar._engine.toolTip()
    assert TOLD[stepped] in said
    assert said.endswith(WHY)
