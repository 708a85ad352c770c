"""The numbers a training gives: the same whatever happens around it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.engine import trainer
from playground.engine.control import Ask, Play
from playground.engine.events import Scalars
from playground.engine.run import Run
from playground.engine.steering import Control
from playground.engine.trainer import train
from tests.engine.building import (
    JSON,
    curves,
    dense,
    drive,
    graph,
    node,
    outcome,
    session,
)

DROPOUT = graph(
    [node("input", "Input"), node("a", "Linear", "ReLU"), node("drop", "Dropout", p=0.4), node("end", "Output")]
)
ADAM = {"entry": "Adam", "lr": 0.01}


def test_the_curves_are_those_of_a_loop_by_hand() -> None:
    running = session(dense(4))
    run = running.runs[0]
    data = run.dataset
    model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
    for theirs, ours in zip(model.parameters(), run.networks["model"].parameters(), strict=True):
        theirs.data.copy_(ours.data)
    drive(running, Control())
    optimizer, order, losses = torch.optim.SGD(model.parameters(), lr=0.1), torch.Generator().manual_seed(0), []
    criterion = nn.BCEWithLogitsLoss()
    for _ in range(3):
        shuffled = torch.randperm(20, generator=order)
        for part in shuffled.split(6):
            loss = criterion(model(data.train_inputs[part]), data.train_targets[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    assert np.allclose(curves(running)["model"]["batch_loss"], losses, atol=1e-6)


def test_series_have_a_point_at_epoch_0_and_at_every_epoch_end() -> None:
    found = outcome(dense(4), metrics=[{"entry": "Accuracy"}, {"entry": "RowSpread"}])
    named = found.record.series["model"]
    names = {"train_loss", "validation_loss", "accuracy", "train_accuracy", "row_spread", "lr"}
    assert set(named) == names | {"batch_loss"}
    for name in names:
        assert list(named[name].x) == [0, 1, 2, 3]
    assert np.allclose(named["batch_loss"].x[:4], [0.3, 0.6, 0.9, 1.0])
    assert (found.results["model"]["steps"], found.results["model"]["epochs"]) == (12, 3)
    assert found.results["model"]["validation_loss"] == named["validation_loss"].y[-1]


def test_the_same_experiment_twice_gives_the_same_bits() -> None:
    assert curves(outcome(DROPOUT, optimizer=ADAM)) == curves(outcome(DROPOUT, optimizer=ADAM))
    assert curves(outcome(DROPOUT)) != curves(outcome(DROPOUT, seed=1))


def test_the_size_of_chunks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = curves(outcome(DROPOUT, optimizer=ADAM))
    whole = Run.chunk
    monkeypatch.setattr(Run, "chunk", lambda self, steps: whole(self, 1))
    assert curves(outcome(DROPOUT, optimizer=ADAM)) == usual
    monkeypatch.setattr(Run, "chunk", lambda self, steps: whole(self, 10**6))
    assert curves(outcome(DROPOUT, optimizer=ADAM)) == usual


def test_looking_pausing_and_stepping_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = curves(outcome(DROPOUT, optimizer=ADAM))
    monkeypatch.setattr(trainer, "TELL", 0.0)
    running, control = session(DROPOUT, optimizer=ADAM), Control(play=False)
    told: dict[str, int] = {}
    for event in train(running, control):
        told[type(event).__name__] = told.get(type(event).__name__, 0) + 1
        torch.rand(3)
        if isinstance(event, Scalars):
            for probe in ("Boundary", "UnitMaps", "Histograms", "Weights", "Points"):
                control.take(Ask(probe, "model", {"entry": probe}))
        if event is None:
            control.take(Play(steps=2))
    assert curves(running) == usual
    assert told["Snapshot"] > 5
    assert told["State"] > 5


def test_a_schedule_moves_the_rate_that_is_told() -> None:
    found = outcome(dense(3), schedule={"entry": "StepLR", "step_size": 2, "gamma": 0.1}, epochs=4)
    assert np.allclose(found.record.get("model", "lr").y, [0.1, 0.1, 0.01, 0.01, 0.001])


def test_penalties_work_on_gradients_in_their_order() -> None:
    clipped = {"entry": "ClipGradNorm", "max_norm": 1e-3}
    running = session(dense(3), regularizers=[clipped, {"entry": "L2", "strength": 5.0}]).runs[0]
    running.chunk(1)
    total = torch.stack([p.grad.norm() for p in running.parameters if p.grad is not None]).norm()
    assert total.item() == pytest.approx(1e-3, rel=1e-3)


OVERFIT: JSON = {
    "data": {"entry": "Circle", "n": 60, "label_noise": 0.3, "train_share": 0.3},
    "optimizer": {"entry": "Adam", "lr": 0.05},
    "epochs": 200,
}


def test_early_stopping_restores_the_best_weights() -> None:
    found = outcome(dense(16), regularizers=[{"entry": "EarlyStopping", "patience": 5}], **OVERFIT)
    result = found.results["model"]
    best_epoch, best = found.record.best("model") or (0, 0)
    assert result["epochs"] == best_epoch + 5 < 200
    assert result["validation_loss"] == best == result["best_validation_loss"]


def test_early_stopping_without_restoring_keeps_the_last_weights() -> None:
    rule = {"entry": "EarlyStopping", "patience": 5, "restore_best": False}
    found = outcome(dense(16), regularizers=[rule], **OVERFIT)
    assert found.results["model"]["validation_loss"] == found.record.get("model", "validation_loss").y[-1]
