"""The run controller against the real engine process."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.probes import Boundary
from playground.catalog.starter import starter
from playground.spec import graph as g
from playground.spec.experiment import Experiment
from playground.ui.document import Document
from playground.ui.run_controller import RunController

catalog.load()
TIMEOUT = 60_000


def open_runs(experiment: Experiment) -> RunController:
    document = Document(experiment)
    runs = RunController(document)
    document.setParent(runs)
    runs.open_engine()
    return runs


@pytest.fixture
def runs(qapp: object, qtbot: QtBot) -> Iterator[RunController]:
    del qapp
    runs = open_runs(replace(starter(), epochs=400))
    qtbot.waitUntil(lambda: runs.store.started is not None, timeout=TIMEOUT)
    yield runs
    runs.end()
    runs.deleteLater()


def test_step_pause_play_and_finish(runs: RunController, qtbot: QtBot) -> None:
    runs.step(steps=3)
    qtbot.waitUntil(lambda: runs.store.step == 3 and not runs.store.running, timeout=TIMEOUT)
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.epoch == 1 and not runs.store.running, timeout=TIMEOUT)
    assert len(runs.store.record.get("model", "batch_loss").y) == 25
    runs.play()
    qtbot.waitUntil(lambda: runs.store.finished is not None, timeout=TIMEOUT)
    losses = runs.store.record.get("model", "validation_loss")
    assert list(losses.x) == list(range(401))
    assert losses.y[-1] < 0.5 * losses.y[0]


def test_reset_starts_from_the_same_weights(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=2)
    qtbot.waitUntil(lambda: runs.store.epoch == 2, timeout=TIMEOUT)
    before = list(runs.store.record.get("model", "batch_loss").y)
    runs.reset()
    runs.step(epochs=2)
    qtbot.waitUntil(
        lambda: runs.store.epoch == 2 and len(runs.store.record.get("model", "batch_loss").y) == 50, timeout=TIMEOUT
    )
    assert list(runs.store.record.get("model", "batch_loss").y) == before


def test_a_live_knob_flags_the_curves_and_keeps_the_run(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.epoch == 1, timeout=TIMEOUT)
    document = runs.document
    rate = document.shown.optimizer.with_values(lr=0.5)
    document.edit("Learning rate", replace(document.shown, optimizer=rate))
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.epoch == 2, timeout=TIMEOUT)
    assert runs.store.lr == {"model": 0.5}
    assert len(runs.store.record.flags) == 1
    assert "0.5" in runs.store.record.flags[0].text


def test_a_structural_edit_starts_anew_and_a_broken_one_waits(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.epoch == 1, timeout=TIMEOUT)
    document = runs.document
    whole = document.graph
    with qtbot.waitSignal(runs.planned, timeout=TIMEOUT):
        document.edit_graph("Delete", g.disconnect(whole, whole.edges[0]))
    assert [p.severity for p in runs.problems() if p.severity == "error"]
    assert runs.store.epoch == 1
    document.undo_stack.undo()
    wider = replace(whole.node("hidden1"), layer=whole.node("hidden1").layer.with_values(out_features=9))
    with qtbot.waitSignal(runs.store.restarted, timeout=TIMEOUT):
        document.edit_graph("Units", g.change(whole, wider))
    assert runs.store.started is not None
    assert runs.store.started.parameters == {"model": 9 * 3 + 2 * 10 + 3}
    assert runs.store.epoch == 0


def test_mending_a_broken_network_takes_its_problems_away(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.epoch == 1, timeout=TIMEOUT)
    document = runs.document
    with qtbot.waitSignal(runs.planned, timeout=TIMEOUT):
        document.edit_graph("Delete", g.disconnect(document.graph, document.graph.edges[0]))
    assert runs.problems()
    with qtbot.waitSignal(runs.planned, timeout=TIMEOUT):
        document.undo_stack.undo()
    assert not runs.problems()
    assert runs.store.epoch == 1  # the same network goes on


def test_play_right_after_an_edit_plays_the_edited_network(runs: RunController, qtbot: QtBot) -> None:
    document = runs.document
    document.edit("Epochs", replace(document.shown, epochs=3))
    runs.play()
    qtbot.waitUntil(lambda: runs.store.finished is not None, timeout=TIMEOUT)
    assert runs.store.result("model")["epochs"] == 3


def test_a_killed_engine_can_be_restarted_where_it_was(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=20)
    qtbot.waitUntil(
        lambda: runs.store.epoch == 20 and runs.store.checkpoint is not None and runs.store.checkpoint.epoch == 20,
        timeout=TIMEOUT,
    )
    told = list(runs.store.record.get("model", "validation_loss").y)
    with qtbot.waitSignal(runs.engine_changed, timeout=TIMEOUT):
        os.kill(runs.engine_pid, signal.SIGKILL)
    assert runs.engine_lost
    assert not runs.store.running
    runs.restart_engine()
    qtbot.waitUntil(lambda: runs.store.finished is not None, timeout=TIMEOUT)
    losses = runs.store.record.get("model", "validation_loss")
    assert list(losses.y[: len(told)]) == told
    assert list(losses.x) == list(range(401))


def test_only_what_can_be_seen_is_asked_for(runs: RunController, qtbot: QtBot) -> None:
    seen, hidden = QWidget(), QWidget()
    for widget in (seen, hidden):
        qtbot.addWidget(widget)
    seen.show()
    runs.watch(seen, "map", "model", Boundary(resolution=20), 0.0)
    runs.watch(hidden, "secret", "model", Boundary(resolution=20), 0.0)
    qtbot.waitUntil(lambda: ("map", "model") in runs.store.snapshots, timeout=TIMEOUT)
    assert runs.store.snapshots["map", "model"].arrays["values"].shape == (20, 20)
    runs.step(epochs=1)
    qtbot.waitUntil(lambda: runs.store.snapshots["map", "model"].epoch == 1, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: runs.settled, timeout=TIMEOUT)
    assert ("secret", "model") not in runs.store.snapshots


def test_a_run_is_the_same_in_the_window_and_headless(runs: RunController, qtbot: QtBot) -> None:
    from playground.engine.headless import run_to_end

    runs.document.edit("Epochs", replace(runs.document.shown, epochs=5))
    runs.play()
    qtbot.waitUntil(lambda: runs.store.finished is not None, timeout=TIMEOUT)
    outcome = run_to_end(runs.document.experiment)
    for name in ("train_loss", "validation_loss", "batch_loss", "accuracy"):
        assert runs.store.record.get("model", name).y == outcome.record.get("model", name).y


def test_opening_another_experiment_forgets_the_run(runs: RunController, qtbot: QtBot) -> None:
    runs.step(epochs=2)
    qtbot.waitUntil(lambda: runs.store.epoch == 2 and not runs.store.running, timeout=TIMEOUT)
    whole = runs.document.graph
    broken = g.disconnect(whole, whole.edges[0])
    with qtbot.waitSignal(runs.planned, timeout=TIMEOUT):
        runs.document.open(replace(runs.document.experiment, networks={"model": broken}), None)
    assert runs.store.started is None
    assert not runs.store.record.series
    with qtbot.waitSignal(runs.store.scalars, timeout=TIMEOUT):
        runs.document.open(replace(runs.document.experiment, networks={"model": whole}), None)
    assert runs.store.started is not None
    assert runs.store.epoch == 0


def test_play_plays_what_was_opened_while_the_engine_was_starting(qapp: object, qtbot: QtBot) -> None:
    del qapp
    runs = open_runs(replace(starter(), epochs=400))
    runs._plan_timer.stop()
    runs._plan()  # is answered only once the engine is there
    opened = replace(starter("Another"), epochs=2, seed=7)
    runs.document.open(opened, None)
    runs._plan_timer.stop()
    runs._plan()
    runs.play()
    qtbot.waitUntil(lambda: runs.store.finished is not None, timeout=TIMEOUT)
    assert runs.store.epoch == 2
    runs.end()
    runs.deleteLater()
