"""Schedules in a run: a live change of the learning rate, and checkpoints."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground.catalog.kinds import Schedule
from playground.engine import checkpoint
from playground.engine.knobs import adopt
from playground.engine.run import Run
from playground.spec.entry import entries
from playground.spec.parse import from_json
from tests.engine.building import JSON, graph, node, outcome, raw, session

NETWORK = graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=0.5), node("end", "Output")])
PLANNED = [name for name in entries("schedule") if name != "ReduceLROnPlateau"]


def changes(schedule: str, lr: float) -> JSON:
    values: JSON = {"gamma": 0.5, "patience": 0, "threshold": 0.5} if schedule == "ReduceLROnPlateau" else {}
    return {"schedule": {"entry": schedule, **values}, "optimizer": {"entry": "SGD", "lr": lr}, "epochs": 9}


def epochs(run: Run, count: int) -> list[list[float]]:
    """The learning rates of the groups after each of so many epochs."""
    found = []
    for _ in range(count):
        run.chunk(run.steps_left)
        found.append([group["lr"] for group in run.optimizer.param_groups])
    return found


@pytest.mark.parametrize("before", [0.1, 0.0])
@pytest.mark.parametrize("schedule", PLANNED)
def test_after_a_live_change_the_rates_are_those_of_a_run_that_began_so(schedule: str, before: float) -> None:
    usual = epochs(session(NETWORK, **changes(schedule, 0.3)).runs[0], 9)
    run = session(NETWORK, **changes(schedule, before)).runs[0]
    epochs(run, 4)
    adopt(run, from_json(raw(NETWORK, **changes(schedule, 0.3))))
    np.testing.assert_allclose([group["lr"] for group in run.optimizer.param_groups], usual[3], rtol=1e-9)
    np.testing.assert_allclose(epochs(run, 5), usual[4:], rtol=1e-9, atol=1e-15)


PER_STEP = [name for name, kind in entries("schedule").items() if getattr(kind, "per_step", False)]


def stepped(run: Run, count: int) -> list[float]:
    """The learning rate in force after each of so many steps."""
    found = []
    for _ in range(count):
        run.chunk(1)
        found.append(run.lr)
    return found


def test_those_of_cycles_move_at_each_step_and_others_do_not() -> None:
    assert sorted(PER_STEP) == ["CyclicLR", "OneCycleLR"]
    for name in PLANNED:
        rates = stepped(session(NETWORK, **changes(name, 0.1)).runs[0], 3)
        assert (len(set(rates)) == 3) == (name in PER_STEP)


@pytest.mark.parametrize("name", PER_STEP)
def test_the_rates_are_those_that_are_drawn_however_steps_are_grouped(name: str) -> None:
    run = session(NETWORK, **changes(name, 0.1)).runs[0]
    each = run.steps_per_epoch
    schedule = run.experiment.schedule
    assert isinstance(schedule, Schedule)
    drawn = [0.1 * schedule.paced(each).factor(step, 9 * each, 0.1) for step in range(9 * each + 1)]
    assert run.lr == pytest.approx(drawn[0])
    np.testing.assert_allclose(stepped(run, 9 * each), drawn[1:], rtol=1e-9)
    grouped = session(NETWORK, **changes(name, 0.1)).runs[0]
    for _ in range(9):
        grouped.chunk(grouped.steps_left)
    assert grouped.lr == run.lr
    assert grouped.take()["train_loss"].y.tolist() == run.take()["train_loss"].y.tolist()


@pytest.mark.parametrize("steps", [0, 1, 4, 5])
@pytest.mark.parametrize("size", [1, 3, 20, 100])
@pytest.mark.parametrize("name", PER_STEP)
def test_after_a_live_change_of_the_batch_size_the_schedule_still_ends_with_the_training(
    name: str, size: int, steps: int
) -> None:
    run = session(NETWORK, **changes(name, 0.1)).runs[0]
    stepped(run, steps)
    adopt(run, from_json(raw(NETWORK, **changes(name, 0.1), batch_size=size)))
    while not run.over:
        run.chunk(2)
    usual = session(NETWORK, **changes(name, 0.1), batch_size=size).runs[0]
    epochs(usual, 9)
    assert run.lr == pytest.approx(usual.lr)


@pytest.mark.parametrize("name", PER_STEP)
def test_a_checkpoint_within_an_epoch_keeps_the_step_of_the_schedule(name: str, tmp_path: Path) -> None:
    run = session(NETWORK, **changes(name, 0.1)).runs[0]
    stepped(run, 6)
    checkpoint.save(tmp_path / "run.pt", run.state())
    fresh = session(NETWORK, **changes(name, 0.1)).runs[0]
    fresh.load_state(checkpoint.load(tmp_path / "run.pt"))
    assert fresh.lr == run.lr
    assert stepped(fresh, 9) == stepped(run, 9)


def test_on_a_plateau_a_live_change_keeps_what_was_lost() -> None:
    run = session(NETWORK, **changes("ReduceLROnPlateau", 0.1)).runs[0]
    epochs(run, 3)
    share = run.lr / 0.1
    assert share < 1
    adopt(run, from_json(raw(NETWORK, **changes("ReduceLROnPlateau", 0.3))))
    assert run.lr == pytest.approx(0.3 * share)


def test_a_plateau_lowers_the_rate_that_is_told() -> None:
    told = outcome(NETWORK, **changes("ReduceLROnPlateau", 0.001)).record.get("model", "lr").y
    assert told[0] == 0.001
    assert told[-1] < 0.0001


@pytest.mark.parametrize("line_search_fn", ["none", "strong_wolfe"])
def test_a_rate_of_zero_rests(line_search_fn: str) -> None:
    optimizer: JSON = {"entry": "LBFGS", "lr": 0.0, "line_search_fn": line_search_fn}
    told = outcome(optimizer=optimizer, schedule={"entry": "ExponentialLR"}).record.get("model", "train_loss").y
    assert len(set(told)) == 1


def test_the_activation_of_a_frozen_layer_is_frozen_too() -> None:
    network = graph([node("input", "Input"), node("a", "Linear", "PReLU", _lr_factor=0), node("end", "Output")])
    run = session(network, optimizer={"entry": "LBFGS"}).runs[0]
    run.chunk(2)
    assert run.factors == [1.0]
    assert float(run.networks["model"].a_activation.weight) == 0.25


@pytest.mark.parametrize("schedule", entries("schedule"))
def test_checkpoints_keep_the_schedule(schedule: str, tmp_path: Path) -> None:
    run = session(NETWORK, **changes(schedule, 0.1)).runs[0]
    epochs(run, 4)
    checkpoint.save(tmp_path / "run.pt", run.state())
    fresh = session(NETWORK, **changes(schedule, 0.1)).runs[0]
    fresh.load_state(checkpoint.load(tmp_path / "run.pt"))
    assert epochs(fresh, 5) == epochs(run, 5)
