"""Training: the same numbers whatever happens around it, lockstep, live values, early stopping, divergence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from playground.engine import trainer
from playground.engine.control import Ask, Knobs, Pause, Play, Speed
from playground.engine.data import DataStore
from playground.engine.events import Checkpointed, Failed, Finished, Scalars, Snapshot, Started, State
from playground.engine.run import Run
from playground.engine.session import Refused, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.errors import FileError
from playground.spec.files import to_json
from tests.engine.building import (
    JSON,
    curves,
    dense,
    drive,
    experiment,
    graph,
    node,
    outcome,
    raw,
    session,
)

DROPOUT = graph(
    [node("input", "Input"), node("a", "Linear", "ReLU"), node("drop", "Dropout", p=0.4), node("end", "Output")]
)
ADAM = {"entry": "Adam", "lr": 0.01}


# --- the numbers themselves ----------------------------------------------------------------------------------------


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


# --- steering ------------------------------------------------------------------------------------------------------


def test_started_is_first_and_finished_last() -> None:
    events = drive(session(), Control())
    assert isinstance(events[0], Started)
    assert events[0].steps_per_epoch == {"model": 4}
    assert isinstance(events[-1], Finished)
    assert events[-1].reason == "done"
    told = [x for e in events if isinstance(e, Scalars) for x in e.points["model"].get("batch_loss", ([],))[0]]
    assert len(told) == 12


def test_steps_and_epochs_are_counted_for_each_variant() -> None:
    variants = [{"name": "small", "patch": {"batch_size": 5}}, {"name": "large", "patch": {"batch_size": 20}}]
    running, control = session(variants=variants), Control(play=False)
    events = train(running, control)

    def go(order: Play) -> list[int]:
        control.take(order)
        while next(events) is not None:
            pass
        while next(events) is not None:
            pass
        return [run.steps for run in running.runs]

    while next(events) is not None:
        pass
    assert go(Play(steps=1)) == [1, 1]
    assert go(Play(epochs=1)) == [4, 1]
    assert go(Play(epochs=1)) == [8, 2]
    assert not control.running


def test_variants_share_weights_and_batches_and_stay_abreast(monkeypatch: pytest.MonkeyPatch) -> None:
    variants = [
        {"name": "plain", "patch": {}},
        {"name": "wide", "patch": {"networks.model.nodes.hidden2.layer.out_features": 9}},
        {"name": "same", "patch": {"optimizer.lr": 0.1}},
    ]
    seen: dict[str, list[torch.Tensor]] = {}
    whole = Run.next_batch

    def noted(self: Run) -> tuple[torch.Tensor, torch.Tensor]:
        batch = whole(self)
        seen.setdefault(self.name, []).append(batch[0])
        ahead = max(run.progress for run in running.runs) - min(run.progress for run in running.runs)
        assert ahead <= 0.31
        return batch

    monkeypatch.setattr(Run, "next_batch", noted)
    chunk = Run.chunk
    monkeypatch.setattr(Run, "chunk", lambda self, steps: chunk(self, 1))
    running = session(variants=variants)
    first = [run.networks["model"].hidden1.weight.clone() for run in running.runs]
    assert torch.equal(first[0], first[1])
    drive(running, Control())
    assert all(torch.equal(a, b) for a, b in zip(seen["plain"], seen["wide"], strict=True))
    told = curves(running)
    assert told["plain"] == told["same"]
    assert told["plain"] != told["wide"]


def test_slow_motion_waits_between_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("playground.engine.pacing.time.monotonic", lambda: now[0])
    running, control = session(), Control(speed=4)
    events = train(running, control)
    steps = []
    for _ in range(5):
        while next(events) is not None:
            pass
        assert control.wait is not None
        assert 0 < control.wait <= 0.25
        steps.append(running.runs[0].steps)
        now[0] += control.wait
    assert steps == [0, 1, 2, 3, 4]
    control.take(Speed(0))
    assert isinstance([event for event in events if event is not None][-1], Finished)


def test_live_values_are_taken_over_and_leave_a_flag() -> None:
    network = graph([node("input", "Input"), node("drop", "Dropout", p=0.5), node("end", "Output")])
    before = raw(
        network, regularizers=[{"entry": "L2", "strength": 0.1}], schedule={"entry": "ExponentialLR", "gamma": 0.5}
    )
    after = raw(
        graph([node("input", "Input"), node("drop", "Dropout", p=0.0), node("end", "Output")]),
        regularizers=[{"entry": "L2", "strength": 0.7}],
        schedule={"entry": "ExponentialLR", "gamma": 0.5},
        optimizer={"entry": "SGD", "lr": 0.3, "weight_decay": 0.01},
        batch_size=20,
    )
    running, control = session(**before), Control(play=False)
    events = train(running, control)
    for order in (Play(epochs=1), Knobs(after)):
        control.take(order)
        while next(events) is not None:
            pass
        while next(events) is not None:
            pass
    run = running.runs[0]
    assert run.lr == pytest.approx(0.15)
    assert run.optimizer.param_groups[0]["weight_decay"] == 0.01
    assert run.networks["model"].drop.p == 0.0
    assert run.batch_size == 20
    told = " · ".join(flag.text for flag in running.flags)
    for words in ("learning rate 0.1 → 0.3", "strength 0.1 → 0.7", "batch size 6 → 20", "p 0.5 → 0"):
        assert words in told, told
    control.take(Play())
    for _ in events:
        pass
    assert run.record.get("model", "lr").y[-1] == pytest.approx(0.3 * 0.5**3)
    assert list(run.record.get("model", "batch_loss").x)[4:] == [2.0, 3.0]


def test_a_rate_of_zero_comes_back_to_the_schedule() -> None:
    changes: JSON = {"schedule": {"entry": "StepLR", "step_size": 1, "gamma": 0.5}}
    running, control = session(optimizer={"entry": "SGD", "lr": 0.0}, **changes), Control(play=False)
    events = train(running, control)
    for order in (Play(epochs=1), Knobs(raw(optimizer={"entry": "SGD", "lr": 0.4}, **changes))):
        control.take(order)
        for _ in range(2):
            while next(events) is not None:
                pass
    assert running.runs[0].lr == pytest.approx(0.2)


def test_an_edit_of_the_network_is_no_live_value() -> None:
    running, control = session(dense(4)), Control(play=False)
    events = train(running, control)
    control.take(Knobs(raw(dense(5), optimizer={"entry": "SGD", "lr": 9})))
    while next(events) is not None:
        pass
    assert running.runs[0].lr == 0.1
    assert not running.flags


# --- early stopping ------------------------------------------------------------------------------------------------

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


# --- divergence and faults -----------------------------------------------------------------------------------------

BURSTS: JSON = {"optimizer": {"entry": "SGD", "lr": 1000.0}, "loss": {"entry": "MSELoss"}, "epochs": 30}


def test_a_run_that_diverges_fails_with_the_layer_and_a_hint() -> None:
    found = outcome(dense(8, 8, activation="ReLU"), **BURSTS)
    assert found.failed is not None
    assert found.failed.node.startswith(("hidden", "output"))
    assert "not finite" in found.failed.message
    assert "learning rate" in found.failed.hint
    assert found.results["model"]["train_loss"] is None
    assert found.results["model"]["validation_loss"] is None


def test_where_a_run_diverged_does_not_depend_on_when_it_was_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    network = dense(8, 8, activation="ReLU")
    usual = outcome(network, **BURSTS)
    monkeypatch.setattr(trainer, "TELL", 0.0)
    eager = outcome(network, **BURSTS)
    assert repr(curves(usual)) == repr(curves(eager))
    assert np.isnan(curves(usual)["model"]["train_loss"][-1])
    assert usual.results["model"]["steps"] == eager.results["model"]["steps"]


def test_the_others_go_on_when_one_variant_diverges() -> None:
    variants = [{"name": "wild", "patch": {}}, {"name": "calm", "patch": {"optimizer.lr": 0.01}}]
    found = outcome(dense(8, 8, activation="ReLU"), variants=variants, **BURSTS)
    assert found.failed is None
    assert found.results["calm"]["epochs"] == 30
    assert found.results["wild"]["train_loss"] is None
    assert found.results["wild"]["epochs"] < 30
    assert [flag.text for flag in found.record.flags][0].startswith("wild: loss is not finite, stopped at epoch")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("something broke\nwith details"), "something broke"),
        (torch.OutOfMemoryError("CUDA out of memory"), "memory is full"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "memory is full"),
        (MemoryError(), "memory is full"),
    ],
)
def test_a_fault_in_a_step_ends_the_run_with_a_sentence(error: Exception, words: str) -> None:
    running = session(dense(4, 3))

    def broken(self: Any, inputs: torch.Tensor) -> torch.Tensor:
        raise error

    running.runs[0].networks["model"].hidden2.register_forward_pre_hook(broken)
    running.runs[0].begin = lambda: None  # type: ignore[method-assign]  # the fault is to come in a step
    last = drive(running, Control())[-1]
    assert isinstance(last, Failed)
    assert words in last.message
    assert "\n" not in last.message
    if isinstance(error, RuntimeError):
        assert (last.network, last.node) == ("model", "hidden2")
    assert drive(session(), Control())[-1]


def test_what_cannot_train_is_refused_with_its_diagnostic() -> None:
    with pytest.raises(Refused) as caught:
        session(graph([node("input", "Input"), node("odd", "Wormhole"), node("end", "Output")]))
    assert (caught.value.diagnostic.node, caught.value.diagnostic.variant) == ("odd", "model")


# --- checkpoints ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("optimizer", ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad"])
def test_a_checkpoint_goes_on_bit_for_bit_in_the_middle_of_an_epoch(tmp_path: Path, optimizer: str) -> None:
    settings: JSON = {
        "optimizer": {"entry": optimizer, "lr": 0.01} | ({"momentum": 0.9} if optimizer == "SGD" else {}),
        "schedule": {"entry": "CosineAnnealingLR"},
        "regularizers": [{"entry": "EarlyStopping", "patience": 50}],
        "variants": [{"name": "one", "patch": {}}, {"name": "two", "patch": {"batch_size": 4}}],
    }
    usual = outcome(DROPOUT, **settings)
    running, control, path = session(DROPOUT, **settings), Control(play=False), tmp_path / "run.pt"
    control.take(Play(steps=6))
    events = train(running, control, path)
    told = []
    while (event := next(events)) is not None or running.runs[1].steps < 6:
        told.append(event)
    assert isinstance(told[-1], Checkpointed)
    fresh = open_session(experiment(DROPOUT, **settings), DataStore())
    fresh.resume(path)
    resumed = drive(fresh, Control())
    assert isinstance(resumed[0], Started)
    assert resumed[0].epoch == min(run.progress for run in running.runs) > 0
    assert curves(fresh) == curves(usual)
    last = resumed[-1]
    assert isinstance(last, Finished)
    for name in ("one", "two"):
        assert last.results[name]["validation_loss"] == usual.results[name]["validation_loss"]
    after = resumed[0].epoch + 1e-9
    first = next(event for event in resumed if isinstance(event, Scalars))
    assert all(x > after for named in first.points.values() for xs, _ in named.values() for x in xs)


def test_checkpoints_come_at_the_start_at_rest_and_at_the_end(tmp_path: Path) -> None:
    running, control = session(), Control()
    told = [type(event) for event in train(running, control, tmp_path / "run.pt")]
    assert told.count(Checkpointed) == 2
    assert told.index(Checkpointed) < told.index(Scalars, told.index(State))
    assert not list(tmp_path.glob(".*"))


def test_a_checkpoint_that_is_damaged_or_another_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    for _ in train(session(dense(4)), Control(), path):
        pass
    with pytest.raises(FileError, match="another experiment"):
        session(dense(5)).resume(path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(FileError, match="damaged"):
        session(dense(4)).resume(path)
    with pytest.raises(FileError, match="cannot read"):
        session(dense(4)).resume(tmp_path / "none.pt")


def test_a_folder_that_cannot_be_written_does_not_end_the_run(tmp_path: Path) -> None:
    running = session()
    events = list(train(running, Control(), tmp_path / "gone" / "run.pt"))
    assert isinstance(events[-1], Finished)
    assert "no more checkpoints" in running.flags[0].text


def test_kept_weights_are_taken_where_shapes_agree() -> None:
    running = session(dense(4, 3))
    drive(running, Control())
    store, kept = DataStore(), running.weights()
    after = open_session(experiment(dense(4, 5)), store, kept).runs[0].networks["model"]
    fresh = open_session(experiment(dense(4, 5)), store).runs[0].networks["model"]
    assert torch.equal(after.hidden1.weight, running.runs[0].networks["model"].hidden1.weight)
    assert torch.equal(after.hidden2.weight, fresh.hidden2.weight)


def test_checks_of_a_lesson_are_told_at_the_end() -> None:
    check = {"entry": "Measured", "text": "it ran", "variant": "model", "series": "accuracy", "op": ">=", "value": 0}
    wanted = {**check, "text": "it is perfect", "op": ">", "value": 2}
    found = outcome(lesson={"topic": "t", "text": "x", "checks": [check, wanted]})
    assert found.checks == [("it ran", True), ("it is perfect", False)]


def test_the_pause_keeps_the_state_of_the_optimizer() -> None:
    usual = curves(outcome(optimizer=ADAM))
    running, control = session(optimizer=ADAM), Control()
    stopped = False
    for event in train(running, control):
        if isinstance(event, State) and event.running and not stopped:
            control.take(Play(steps=5))
            stopped = True
        if event is None:
            control.take(Pause())
            control.take(Play())
    assert curves(running) == usual


def test_the_experiment_of_a_run_is_its_own() -> None:
    one = experiment(variants=[{"name": "a", "patch": {"optimizer.lr": 0.2}}])
    running = open_session(one, DataStore())
    assert running.runs[0].experiment == replace(running.runs[0].experiment, variants=())
    assert to_json(running.runs[0].experiment)["optimizer"]["lr"] == 0.2
    assert isinstance(running.snapshot(Ask("k", "a", {"entry": "Nope"})), Snapshot)
