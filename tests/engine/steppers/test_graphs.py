"""Recorded steps, with a stand-in for the device: it replays by doing again what was recorded."""

from __future__ import annotations

import copy
import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.engine import checkpoint
from playground.engine import run as run_module
from playground.engine.knobs import adopt
from playground.engine.randomness import RandomState
from playground.engine.run import Run
from playground.engine.steppers import choice, eager
from playground.engine.steppers.graphs.check import left_as_it_was
from playground.engine.steppers.graphs.recorder import Act, recorder_for
from playground.engine.steppers.graphs.stepper import CAPTURE_AT, NAME
from playground.spec.graph import change
from playground.spec.surgery import Surgery
from tests.engine.building import JSON, dense, graph, node, session

CPU = torch.device("cpu")
ADAM: JSON = {"entry": "Adam", "lr": 0.01}
DROPOUT = graph(
    [
        node("input", "Input"),
        node("wide", "Linear", "ReLU", out_features=12),
        node("drop", "Dropout", p=0.3),
        node("output", "Output"),
    ]
)
NORMED = graph(
    [
        node("input", "Input"),
        node("wide", "Linear", "ReLU", out_features=12),
        node("norm", "BatchNorm1d"),
        node("output", "Output"),
    ]
)


class Stand:
    """Records by looking at what an act returns, and replays by filling those very tensors anew."""

    records = replays = 0
    ran: Run

    def __init__(self, device: torch.device) -> None:
        assert device == CPU

    def warm(self, act: Callable[[], torch.Tensor]) -> torch.Tensor:
        return act()

    def record(self, act: Act) -> list[torch.Tensor]:
        Stand.records += 1
        self._act = act
        with left_as_it_was(Stand.ran), RandomState(CPU, 5).in_force():
            self._kept = act()
            slopes = [p.grad for p in Stand.ran.parameters]
        for parameter, slope in zip(Stand.ran.parameters, slopes, strict=True):
            parameter.grad = slope  # capturing leaves those of the record
        return self._kept

    def replay(self) -> None:
        Stand.replays += 1
        for kept, new in zip(self._kept, self._act(), strict=True):
            kept.copy_(new)


@pytest.fixture(autouse=True)
def stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "recorder_for", lambda _: Stand)
    monkeypatch.setattr(Stand, "records", 0)
    monkeypatch.setattr(Stand, "replays", 0)


def made(network: JSON | None = None, **changes: Any) -> Run:
    run = session(network or dense(4, 3), **{"epochs": 10_000, "optimizer": ADAM, **changes}).runs[0]
    Stand.ran = run
    return run


def go(run: Run, steps: int, most: int = 1000) -> Run:
    Stand.ran = run
    while run.steps < steps:
        run.chunk(min(most, steps - run.steps))
    return run


def weights(run: Run) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in run.parameters]


def same(one: list[torch.Tensor], other: list[torch.Tensor]) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


def close(one: Run, other: Run) -> None:
    for a, b in zip(one.parameters, other.parameters, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-6)


def test_only_cuda_devices_record() -> None:
    assert recorder_for(CPU) is None
    assert recorder_for(torch.device("mps")) is None
    assert recorder_for(torch.device("cuda")) is not None


OPTIMIZERS: dict[str, JSON] = {
    "sgd": {"entry": "SGD", "lr": 0.05, "momentum": 0.9, "nesterov": True},
    "adam": ADAM,
    "amsgrad": {**ADAM, "amsgrad": True},
    "adamw": {"entry": "AdamW", "lr": 0.01},
    "adagrad": {"entry": "Adagrad", "lr": 0.05},
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_replays_take_the_steps_of_pytorch_also_the_last_and_smaller_one_of_an_epoch(name: str) -> None:
    taken = go(made(optimizer=OPTIMIZERS[name]), CAPTURE_AT + 13)
    assert len(taken.dataset) % taken.batch_size
    assert (taken.stepping.name, taken.stepping.why) == (NAME, "")
    assert (Stand.records, Stand.replays) == (2, 2 + 13)
    plain = go(made(optimizer=OPTIMIZERS[name], exact=True), CAPTURE_AT + 13)
    assert plain.stepping.name == eager.NAME
    close(taken, plain)
    for a, b in zip(taken.parameters, plain.parameters, strict=True):
        torch.testing.assert_close(a.grad, b.grad, rtol=1e-3, atol=1e-6)
    ours, theirs = taken.take()["batch_loss"], plain.take()["batch_loss"]
    assert ours[1] == pytest.approx(theirs[1], rel=1e-4, abs=1e-6)


@pytest.mark.parametrize("name", ["RMSprop", "NAdam", "RAdam", "Adamax", "Adadelta"])
def test_optimizers_without_a_fused_kernel_read_their_rate_as_they_would_on_cuda(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernels = importlib.import_module(f"torch.optim.{name.lower()}")
    monkeypatch.setattr(kernels, "_get_capturable_supported_devices", lambda **_: ["cpu"])
    monkeypatch.setattr(run_module, "quickest", lambda *_: {"foreach": True})
    monkeypatch.setattr(run_module, "recordable", lambda *_: {"capturable": True})
    changes: JSON = {"optimizer": {"entry": name, "weight_decay": 0.01}, "schedule": {"entry": "ExponentialLR"}}
    run = go(made(**changes), CAPTURE_AT + 15)
    assert (run.stepping.name, Stand.records) == (NAME, 2)
    close(run, go(made(**changes, exact=True), CAPTURE_AT + 15))


@pytest.mark.parametrize("network", [dense(4), DROPOUT, NORMED], ids=["dense", "dropout", "normed"])
def test_the_curve_does_not_depend_on_how_steps_are_grouped(network: JSON) -> None:
    whole = go(made(network), CAPTURE_AT + 20)
    single = go(made(network), CAPTURE_AT + 20, most=1)
    assert single.stepping.name == NAME
    assert same(weights(whole), weights(single))
    assert same(whole.random.states, single.random.states)
    assert whole.take()["batch_loss"][1].tolist() == single.take()["batch_loss"][1].tolist()


def test_it_takes_over_at_its_step_with_dropout_drawn_as_ever() -> None:
    run = go(made(DROPOUT), CAPTURE_AT)
    assert (run.stepping.name, Stand.records) == (eager.NAME, 0)
    before = run.networks["model"].state_dict()
    go(run, CAPTURE_AT + 12)
    close(run, go(made(DROPOUT, exact=True), CAPTURE_AT + 12))
    assert before.keys() == run.networks["model"].state_dict().keys()


def test_augmentations_are_drawn_for_each_batch_as_ever() -> None:
    noise: list[JSON] = [{"entry": "InputNoise", "std": 0.2}, {"entry": "L2", "strength": 0.01}, {"entry": "MaxNorm"}]
    run = go(made(DROPOUT, regularizers=noise), CAPTURE_AT + 12)
    assert run.stepping.name == NAME
    close(run, go(made(DROPOUT, regularizers=noise, exact=True), CAPTURE_AT + 12))


@pytest.mark.parametrize(
    "schedule",
    [{"entry": "ExponentialLR", "gamma": 0.8}, {"entry": "OneCycleLR"}, {"entry": "ReduceLROnPlateau", "patience": 0}],
    ids=lambda schedule: schedule["entry"],
)
def test_a_schedule_reaches_the_record_without_a_new_one(schedule: JSON) -> None:
    run = go(made(schedule=schedule, epochs=60), CAPTURE_AT + 30)
    assert Stand.records == 2
    assert all(isinstance(group["lr"], float) for group in run.optimizer.param_groups)
    plain = go(made(schedule=schedule, epochs=60, exact=True), CAPTURE_AT + 30)
    assert run.lr == plain.lr
    close(run, plain)


def test_a_learning_rate_changed_by_hand_reaches_the_record_and_any_other_edit_makes_a_new_one() -> None:
    network = copy.deepcopy(DROPOUT)
    network["nodes"][1]["lr_factor"] = 0.5
    run, plain = made(network), made(network, exact=True)
    for one in (run, plain):
        go(one, CAPTURE_AT + 5)
        quicker: Any = replace(one.experiment.optimizer, lr=0.05)  # type: ignore[type-var]  # an Adam has one
        adopt(one, replace(one.experiment, optimizer=quicker))
        go(one, CAPTURE_AT + 10)
    assert (Stand.records, run.lr) == (2, 0.05)
    close(run, plain)
    for one in (run, plain):
        drop: Any = one.experiment.networks["model"].node("drop")
        thin = change(one.experiment.networks["model"], replace(drop, layer=replace(drop.layer, p=0.6)))
        adopt(one, replace(one.experiment, networks={"model": thin}))
        go(one, CAPTURE_AT + 20)
    assert Stand.records == 4
    close(run, plain)


def test_other_batches_and_other_memory_make_a_new_record() -> None:
    run, plain = made(), made(exact=True)
    for one in (run, plain):
        go(one, CAPTURE_AT + 2)
        adopt(one, replace(one.experiment, batch_size=9))
        go(one, CAPTURE_AT + 6)
    assert Stand.records == 4
    close(run, plain)
    Stand.ran = run
    run.optimizer.load_state_dict(copy.deepcopy(run.optimizer.state_dict()))
    go(run, CAPTURE_AT + 8)
    assert Stand.records == 6
    with torch.no_grad():
        run.parameters[0].data = run.parameters[0].detach().clone()
    go(run, CAPTURE_AT + 10)
    assert (Stand.records, run.stepping.name) == (8, NAME)


def test_surgery_is_left_to_pytorch_and_the_record_comes_back() -> None:
    run = go(made(), CAPTURE_AT + 2)
    whole = run.experiment
    cut = replace(whole.networks["model"].node("hidden1"), surgery=Surgery(ablated=(1,)))
    adopt(run, replace(whole, networks={"model": change(whole.networks["model"], cut)}))
    go(run, CAPTURE_AT + 4)
    assert (run.stepping.name, run.stepping.why) == (eager.NAME, "Units are switched off.")
    adopt(run, whole)
    go(run, CAPTURE_AT + 6)
    assert (run.stepping.name, run.stepping.why) == (NAME, "")


@pytest.mark.parametrize("network", [DROPOUT, NORMED], ids=["dropout", "normed"])
def test_a_failed_record_leaves_no_trace(network: JSON, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Stand.record

    def broken(stand: Stand, act: Act) -> list[torch.Tensor]:
        record(stand, act)
        torch.rand(3)
        raise RuntimeError("operation not permitted\nwhile capturing")

    monkeypatch.setattr(Stand, "record", broken)
    run = go(made(network), CAPTURE_AT + 12)
    assert (run.stepping.name, Stand.records) == (eager.NAME, 1)
    assert run.stepping.why == "It could not be captured: operation not permitted"
    plain = go(made(network, exact=True), CAPTURE_AT + 12)
    assert same(weights(run), weights(plain))
    assert same(run.random.states, plain.random.states)
    for a, b in zip(run.parameters, plain.parameters, strict=True):
        torch.testing.assert_close(a.grad, b.grad, rtol=0, atol=0)


def test_a_record_that_disagrees_is_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    replay = Stand.replay

    def wrong(stand: Stand) -> None:
        replay(stand)
        with torch.no_grad():
            Stand.ran.parameters[0].mul_(1.1)

    monkeypatch.setattr(Stand, "replay", wrong)
    run = go(made(), CAPTURE_AT + 5)
    assert (run.stepping.name, run.stepping.why) == (eager.NAME, "It disagreed with autograd.")
    assert same(weights(run), weights(go(made(exact=True), CAPTURE_AT + 5)))


@pytest.mark.parametrize("network", [DROPOUT, NORMED], ids=["dropout", "normed"])
def test_a_resumed_run_goes_on_as_the_one_that_never_stopped(network: JSON, tmp_path: Path) -> None:
    run = go(made(network), CAPTURE_AT + 5)
    path = tmp_path / "state"
    checkpoint.save(path, run.state())
    other = made(network)
    other.load_state(checkpoint.load(path))
    for one in (run, other):
        go(one, CAPTURE_AT + 15)
    assert other.stepping.name == NAME
    assert same(weights(run), weights(other))


NOT_COVERED: dict[str, tuple[JSON, str]] = {
    "exact": ({"exact": True}, "Exact is on."),
    "L-BFGS": (
        {"optimizer": {"entry": "LBFGS"}, "batch_size": 40},
        "L-BFGS asks for the loss several times in a step.",
    ),
    "RMSprop": ({"optimizer": {"entry": "RMSprop"}}, "It has no code for RMSprop."),
}


@pytest.mark.parametrize("name", NOT_COVERED)
def test_what_cannot_be_recorded_is_left_to_pytorch_and_named(name: str) -> None:
    changes, why = NOT_COVERED[name]
    run = go(made(**changes), 2)
    assert (run.stepping.name, run.stepping.why) == (eager.NAME, why)


def test_units_on_hold_are_left_to_pytorch() -> None:
    network = dense(4, 3)
    network["nodes"][1]["surgery"] = {"frozen": [1]}
    run = go(made(network), 2)
    assert run.stepping.why == "Units are on hold."
