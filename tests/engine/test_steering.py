"""Play, pause, steps, slow motion, live values and lockstep."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from playground.engine.control import Ask, Knobs, Pause, Play, Speed
from playground.engine.data import DataStore
from playground.engine.events import Finished, Scalars, Snapshot, Started, State
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.forms import to_json
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

ADAM = {"entry": "Adam", "lr": 0.01}


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
    whole = Run.next_batches

    def noted(self: Run, steps: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
        batches = whole(self, steps)
        seen.setdefault(self.name, []).extend(inputs for inputs, _ in batches)
        ahead = max(run.progress for run in running.runs) - min(run.progress for run in running.runs)
        assert ahead <= 0.31
        return batches

    monkeypatch.setattr(Run, "next_batches", noted)
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


def test_at_full_speed_pictures_come_one_after_another_but_the_first_ones_at_once() -> None:
    control = Control()
    for key in ("a", "b", "c"):
        control.take(Ask(key, "model", {"entry": "Weights"}))
    assert [ask.key for ask in control.new_asks(0)] == ["a", "b", "c"]
    for key in ("c", "a", "d"):
        control.take(Ask(key, "model", {"entry": "Weights"}))
    assert [ask.key for ask in control.new_asks(1)] == ["d", "c"]
    assert [ask.key for ask in control.new_asks(0)] == []
    assert [ask.key for ask in control.new_asks()] == ["a"]
