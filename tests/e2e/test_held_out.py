"""Samples that are held out, in the whole window over the real engine."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.panels.data import DataPanel


def hold_out(window: MainWindow, qtbot: QtBot) -> None:
    """Give the test set a share, and wait for the run that has it."""
    document, store = window.studio.document, window.studio.store
    assert not window.actions_table["measure_test"].isEnabled()
    data = document.experiment.data.with_values(test_share=0.2, scaling="min-max")
    document.commit("hold out", replace(document.experiment, data=data, epochs=5))
    qtbot.waitUntil(lambda: store.started is not None and len(store.started.data.split) == 3, timeout=60_000)


def test_the_action_measures_the_weights_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    store, said = window.studio.store, window.panel(DataPanel).split.result
    hold_out(window, qtbot)
    assert store.held_out is None
    window.actions_table["measure_test"].trigger()
    qtbot.waitUntil(lambda: store.held_out is not None, timeout=60_000)
    assert store.held_out is not None
    assert store.held_out.epoch == 0
    assert said.text().startswith("On test data at epoch 0: loss ")
    assert window.statusBar().currentMessage().startswith("On test data at epoch 0: loss ")


def test_the_end_of_the_training_measures_once(window: MainWindow, qtbot: QtBot) -> None:
    store = window.studio.store
    hold_out(window, qtbot)
    window.actions_table["play"].trigger()
    qtbot.waitUntil(lambda: store.finished is not None, timeout=60_000)
    assert store.held_out is not None
    assert store.held_out.epoch == 5
    assert set(store.held_out.results["model"]) == {"test_loss", "test_accuracy"}
    assert window.panel(DataPanel).split.result.text().startswith("On test data at epoch 5: loss ")
    window.actions_table["reset"].trigger()
    qtbot.waitUntil(lambda: store.finished is None and store.epoch == 0, timeout=60_000)
    assert store.held_out is None
