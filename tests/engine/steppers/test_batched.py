"""Variants of equal shape take the steps together that each would take alone, and go on alone where they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from playground.engine.control import Play
from playground.engine.data import DataStore
from playground.engine.events import Stepped
from playground.engine.knobs import adopt
from playground.engine.run import Run
from playground.engine.session import Session, open_session
from playground.engine.steering import Control
from playground.engine.steppers.batched import check, teams
from playground.engine.steppers.batched.kinds import BENDS, kind_of
from playground.engine.steppers.batched.moves import ELEMENTWISE
from playground.engine.steppers.batched.tape import recorded
from playground.engine.steppers.batched.team import BATCHED, Team
from playground.engine.steppers.batched.teams import DISAGREED, FAILED, Teams
from playground.engine.trainer import train
from playground.spec.graph import change
from playground.spec.surgery import Surgery
from tests.engine.building import JSON, curves, dense, drive, experiment, graph, node, session

RATES: list[JSON] = [{"optimizer.lr": rate} for rate in (0.01, 0.02, 0.005)]
RMSPROP: JSON = {"optimizer": {"entry": "RMSprop", "lr": 0.01}}
DIGITS: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}, "batch_size": 300, "epochs": 1}
NORMED = graph(
    [
        node("input", "Input"),
        node("a", "Linear", "Tanh", out_features=5),
        node("norm", "RMSNorm"),
        node("b", "Linear", "ReLU", out_features=4),
        node("output", "Output"),
    ]
)
ROWS = [node("input", "Input"), node("rows", "Reshape", shape=[8, 8])]


def named(patches: Sequence[JSON]) -> JSON:
    return {"variants": [{"name": f"v{number}", "patch": patch} for number, patch in enumerate(patches)]}


def together(network: JSON | None = None, patches: Sequence[JSON] = RATES, **changes: Any) -> Session:
    return session(network, **named(patches), **changes)


def take(running: Session, steps: int, end: int = 10**9) -> list[str]:
    """Go on by chunks of so many steps to the end or to a step; the steppers that there were."""
    told: dict[str, None] = {}
    while going := [run for run in running.runs if not run.over and run.steps < end]:
        run = min(going, key=lambda run: run.progress)
        running.teams.of(run).chunk(min(steps, end - run.steps))
        told[run.stepping.name] = None
    for run in running.runs:
        run.take()
    return list(told)


def weights(run: Run) -> list[torch.Tensor]:
    return [one.detach().clone() for network in run.networks.values() for one in network.state_dict().values()]


def same(a: Run, b: Run) -> bool:
    return all(torch.equal(one, other) for one, other in zip(weights(a), weights(b), strict=True))


def agree(network: JSON | None = None, patches: Sequence[JSON] = RATES, **changes: Any) -> None:
    """All that is told, and what is remembered, is what it is for each by itself but for rounding."""
    ours, theirs = together(network, patches, **changes), together(network, patches, exact=True, **changes)
    assert take(ours, 3) == [BATCHED]
    assert take(theirs, 3) == ["eager"]
    for variant, series in curves(theirs).items():
        for name, numbers in series.items():
            assert curves(ours)[variant][name] == pytest.approx(numbers, rel=2e-3, abs=2e-5), (variant, name)
    for mine, other in zip(ours.runs, theirs.runs, strict=True):
        torch.testing.assert_close(weights(mine), weights(other), rtol=2e-3, atol=2e-5)
        states = [run.optimizer.state_dict() for run in (mine, other)]
        torch.testing.assert_close(states[0]["state"], states[1]["state"], rtol=2e-2, atol=1e-5)
        assert states[0]["param_groups"] == states[1]["param_groups"]


# --- the same steps -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("optimizer", [kind.__name__ for kind in ELEMENTWISE])
def test_every_optimizer_moves_as_alone(optimizer: str) -> None:
    agree(NORMED, optimizer={"entry": optimizer, "lr": 0.01})


@pytest.mark.parametrize("name", [kind.__name__ for kind in BENDS])
def test_every_activation_trains_as_alone(name: str) -> None:
    agree(dense(4, 3, activation=name), epochs=1, **RMSPROP)


@pytest.mark.parametrize(
    "name", ["BCEWithLogitsLoss", "BCELoss", "CrossEntropyLoss", "FocalLoss", "HingeLoss", "MSELoss"]
)
def test_losses_of_classes_are_those_of_each_alone(name: str) -> None:
    agree(dense(4), loss={"entry": name}, epochs=1, **RMSPROP)


@pytest.mark.parametrize("name", ["MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss"])
def test_losses_of_numbers_are_those_of_each_alone(name: str) -> None:
    data = {"data": {"entry": "RegPlane", "n": 40}, "objective": {"entry": "Regression"}, "metrics": []}
    agree(dense(4), loss={"entry": name}, epochs=1, **data, **RMSPROP)


def conv(name: str, channels: int, activation: str = "") -> JSON:
    return node(name, "Conv2d", activation, out_channels=channels, kernel_size=3, padding=1)


NETWORKS: dict[str, list[JSON]] = {
    "convolutions": [
        node("input", "Input"),
        conv("a", 3, "ReLU"),
        node("pool", "MaxPool2d", kernel_size=2),
        conv("b", 4),
        node("norm", "GroupNorm", "ReLU", num_groups=2),
        node("mean", "AvgPool2d", kernel_size=2),
        node("flat", "Flatten"),
        node("output", "Output"),
    ],
    "sequences": [
        *ROWS,
        node("a", "Conv1d", "ReLU", out_channels=4, kernel_size=3),
        node("pool", "MaxPool1d", kernel_size=2),
        node("mean", "AvgPool1d", kernel_size=2),
        node("flat", "Flatten"),
        node("output", "Output"),
    ],
    "attention": [
        *ROWS,
        node("place", "PositionalEmbedding"),
        node("a", "SelfAttention", num_heads=2, causal=True),
        node("b", "TransformerEncoderLayer", nhead=2, dim_feedforward=8, dropout=0.0),
        node("last", "TakeLast"),
        node("output", "Output"),
    ],
}


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_of_other_layers_train_as_alone(name: str) -> None:
    agree(graph(NETWORKS[name]), [{"optimizer.lr": rate} for rate in (0.1, 0.2, 0.05)], **DIGITS)


def test_batch_norm_keeps_the_running_numbers_of_each() -> None:
    nodes = [node("input", "Input"), node("n", "BatchNorm1d"), node("a", "Linear", "Tanh"), node("output", "Output")]
    agree(graph(nodes), optimizer={"entry": "SGD", "lr": 0.05}, batch_size=8)


def test_shared_and_frozen_weights_stay_shared_and_frozen() -> None:
    nodes = [
        node("input", "Input"),
        node("a", "Linear", "Tanh", out_features=4),
        node("still", "Linear", "Tanh", out_features=4, _lr_factor=0),
        node("b", "Linear", "Tanh", out_features=4, _lr_factor=0.5),
        node("c", "Linear", "Tanh", out_features=4, _shares="b"),
        node("output", "Output"),
    ]
    agree(graph(nodes))
    network = together(graph(nodes)).runs[0].networks["model"]
    before = network.get_submodule("still").weight.detach().clone()
    running = together(graph(nodes))
    take(running, 5)
    parts = dict(running.runs[0].networks["model"].named_children())
    assert parts["b"].weight is parts["c"].weight
    assert torch.equal(parts["still"].weight, before)


def test_each_may_have_an_optimizer_a_schedule_and_penalties_of_its_own() -> None:
    factors = [{"entry": "XavierUniform"}, {"entry": "KaimingNormal"}]
    patches: list[JSON] = [
        {"optimizer": {"entry": "Adam", "lr": 0.01}, "schedule": {"entry": "OneCycleLR"}},
        {"optimizer": {"entry": "SGD", "lr": 0.1, "momentum": 0.9}, "schedule": {"entry": "ReduceLROnPlateau"}},
        {"optimizer": {"entry": "Adagrad", "lr": 0.1}, "networks.model.nodes.b.lr_factor": 0.3},
        {"regularizers": [{"entry": "L2", "strength": 0.1}, {"entry": "ClipGradNorm", "max_norm": 0.1}]},
        {"regularizers": [{"entry": "MaxNorm", "limit": 0.5}], "initializer": factors[0]},
        {"schedule": {"entry": "CosineAnnealingLR"}, "initializer": factors[1]},
    ]
    agree(NORMED, patches, schedule={"entry": "Constant"}, **RMSPROP)


def test_runs_of_different_seeds_each_see_their_own_batches() -> None:
    runs = [session(NORMED, seed=seed, **RMSPROP).runs[0] for seed in (1, 2, 3)]
    alone = [session(NORMED, seed=seed, exact=True, **RMSPROP).runs[0] for seed in (1, 2, 3)]
    forming = Teams(runs)
    while not runs[0].over:
        team = forming.of(runs[0])
        assert isinstance(team, Team)
        team.chunk(4)
    for ours, theirs in zip(runs, alone, strict=True):
        while not theirs.over:
            theirs.chunk(4)
        torch.testing.assert_close(weights(ours), weights(theirs), rtol=1e-3, atol=1e-5)


# --- whatever the clock ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [1, 3])
def test_chunks_of_any_size_give_the_same_numbers(steps: int) -> None:
    patches = [*RATES, {"schedule": {"entry": "OneCycleLR"}}]
    whole, parts = (together(NORMED, patches, schedule={"entry": "Constant"}, **RMSPROP) for _ in range(2))
    assert take(whole, 1000) == take(parts, steps) == [BATCHED]
    assert curves(whole) == curves(parts)
    assert all(same(a, b) for a, b in zip(whole.runs, parts.runs, strict=True))


def test_a_checkpoint_goes_on_bit_for_bit_in_the_middle_of_an_epoch(tmp_path: Path) -> None:
    usual = together(NORMED, **RMSPROP)
    drive(usual, Control())
    running, control, path = together(NORMED, **RMSPROP), Control(play=False), tmp_path / "run.pt"
    control.take(Play(steps=7))
    for event in train(running, control, path):
        if event is None and running.runs[0].steps == 7:
            break
    assert [run.steps for run in running.runs] == [7, 7, 7]
    assert running.runs[0].position > 0
    fresh = open_session(experiment(NORMED, **named(RATES), **RMSPROP), DataStore())
    fresh.resume(path)
    drive(fresh, Control())
    assert [run.stepping.name for run in fresh.runs] == [BATCHED] * 3
    assert curves(fresh) == curves(usual)
    assert all(same(a, b) for a, b in zip(fresh.runs, usual.runs, strict=True))


def test_when_a_divergence_is_found_changes_nothing_for_the_others() -> None:
    patches = [*RATES, {"optimizer": {"entry": "SGD", "lr": 1000.0}}]
    late, early = (together(NORMED, patches, loss={"entry": "MSELoss"}, **RMSPROP) for _ in range(2))
    each = late.runs[0].steps_per_epoch
    for running, often in ((late, False), (early, True)):
        while not running.runs[0].over:
            run = min((run for run in running.runs if not run.over), key=lambda run: run.progress)
            running.teams.of(run).chunk(1)
            if often or run.steps == 2 * each + 1:
                for one in running.runs:
                    one.take()
    assert early.runs[3].diverged is not None
    assert early.runs[3].diverged < 1
    assert late.runs[3].diverged == early.runs[3].diverged
    for run in [*late.runs, *early.runs]:
        run.take()
    told, same_told = (curves(running) for running in (late, early))
    assert told.pop("v3")["batch_loss"] == same_told.pop("v3")["batch_loss"]
    assert told == same_told
    assert all(same(a, b) for a, b in zip(late.runs[:3], early.runs[:3], strict=True))
    assert [run.stepping.name for run in early.runs[:3]] == [BATCHED] * 3


# --- leaving and coming back ----------------------------------------------------------------------------------------


def frozen(run: Run, units: tuple[int, ...]) -> None:
    """Hold units of the first layer."""
    whole = run.experiment
    held = replace(whole.networks["model"].node("a"), surgery=Surgery(frozen=units))
    adopt(run, replace(whole, networks={"model": change(whole.networks["model"], held)}))


def test_a_run_whose_units_are_held_goes_on_alone_and_comes_back_with_the_next_epoch() -> None:
    whole, running = (together(NORMED, [*RATES, {}], **RMSPROP) for _ in range(2))
    each = running.runs[0].steps_per_epoch
    for one in (whole, running):
        take(one, 2, 2)
    frozen(running.runs[0], (0, 2))
    kept = weights(running.runs[0])[0][[0, 2]]
    assert set(take(running, 2, each)) == {"eager", BATCHED}
    take(whole, 2, each)
    assert torch.equal(weights(running.runs[0])[0][[0, 2]], kept)
    assert not same(running.runs[0], whole.runs[0])
    assert all(same(a, b) for a, b in zip(running.runs[1:], whole.runs[1:], strict=True))
    assert [run.stepping.name for run in running.runs] == ["eager", *[BATCHED] * 3]
    frozen(running.runs[0], ())
    assert take(running, 2, 2 * each) == [BATCHED]
    assert not torch.equal(weights(running.runs[0])[0][[0, 2]], kept)


def test_what_goes_on_alone_goes_on_from_the_same_memory_of_its_optimizer() -> None:
    ours, theirs = together(NORMED, **RMSPROP), together(NORMED, exact=True, **RMSPROP)
    for running in (ours, theirs):
        take(running, 2, 4)
        for run in running.runs:
            frozen(run, (1,))
    assert take(ours, 3) == take(theirs, 3) == ["eager"]
    for a, b in zip(ours.runs, theirs.runs, strict=True):
        torch.testing.assert_close(weights(a), weights(b), rtol=1e-3, atol=1e-5)


def test_those_left_behind_by_early_stopping_go_on_together() -> None:
    rule = {"entry": "EarlyStopping", "patience": 1, "min_delta": 1000.0}
    patches = [*RATES, {"regularizers": [rule]}]
    ours, theirs = (together(NORMED, patches, exact=exact, epochs=4, **RMSPROP) for exact in (False, True))
    assert take(ours, 4) == [BATCHED]
    take(theirs, 4)
    assert [run.epoch for run in ours.runs] == [run.epoch for run in theirs.runs] == [4, 4, 4, 2]
    for a, b in zip(ours.runs, theirs.runs, strict=True):
        torch.testing.assert_close(weights(a), weights(b), rtol=1e-3, atol=1e-5)


def test_live_values_hold_from_the_next_step_on() -> None:
    ours, theirs = together(NORMED, **RMSPROP), together(NORMED, exact=True, **RMSPROP)
    for running in (ours, theirs):
        take(running, 2, 3)
        for run in running.runs:
            optimizer = replace(run.experiment.optimizer, lr=0.03)
            adopt(run, replace(run.experiment, optimizer=optimizer, batch_size=5))
    assert take(ours, 3) == [BATCHED]
    take(theirs, 3)
    for a, b in zip(ours.runs, theirs.runs, strict=True):
        assert a.steps == b.steps
        torch.testing.assert_close(weights(a), weights(b), rtol=1e-3, atol=1e-5)


def test_numbers_that_were_moved_elsewhere_are_taken_along() -> None:
    usual, moved = together(NORMED, **RMSPROP), together(NORMED, **RMSPROP)
    for running in (usual, moved):
        take(running, 2, 4)
    for run in moved.runs[:2]:
        for parameter in run.parameters:
            parameter.data, parameter.grad = parameter.data.clone(), None
        run.optimizer.load_state_dict(run.optimizer.state_dict())
        for state in run.optimizer.state.values():
            state |= {name: value.clone() for name, value in state.items()}
    for running in (usual, moved):
        assert take(running, 2) == [BATCHED]
    assert all(same(a, b) for a, b in zip(usual.runs, moved.runs, strict=True))


# --- who goes alone -------------------------------------------------------------------------------------------------

ALONE: dict[str, tuple[JSON, JSON]] = {
    "covered by a kernel": (dense(4), {}),
    "chance": (graph([*NORMED["nodes"][:-1], node("drop", "Dropout"), NORMED["nodes"][-1]]), RMSPROP),
    "inputs change": (NORMED, {"regularizers": [{"entry": "InputNoise"}], **RMSPROP}),
    "an optimizer of several losses": (NORMED, {"optimizer": {"entry": "LBFGS", "lr": 0.1}}),
    "exact": (NORMED, {"exact": True, **RMSPROP}),
    "too large": (dense(1000, 1000), RMSPROP),
}


@pytest.mark.parametrize("name", ALONE)
def test_what_cannot_be_taken_together_is_taken_alone(name: str) -> None:
    network, changes = ALONE[name]
    running = together(network, epochs=1, **changes)
    assert kind_of(running.runs[0]) is None
    assert running.teams.of(running.runs[0]) is running.runs[0]


def test_two_are_too_few_and_other_shapes_are_others() -> None:
    wide: JSON = {"networks.model.nodes.a.layer.out_features": 6}
    running = together(NORMED, [{}, {}, wide, wide], **RMSPROP)
    assert all(running.teams.of(run) is run for run in running.runs)
    running = together(NORMED, [{}, wide, wide, wide, {"batch_size": 7}], **RMSPROP)
    team = running.teams.of(running.runs[2])
    assert isinstance(team, Team)
    assert team.runs == running.runs[1:4]
    assert running.teams.of(running.runs[0]) is running.runs[0]


# --- the check ------------------------------------------------------------------------------------------------------


def state_of(run: Run) -> Any:
    return run.networks["model"].state_dict(), run.optimizer.state_dict()["state"], run.epoch, run.position, run.steps


@pytest.mark.parametrize("optimizer", ["SGD", "Adam", "Adagrad"])
def test_the_check_leaves_everything_as_it_was(optimizer: str) -> None:
    nodes = [node("input", "Input"), node("n", "BatchNorm1d"), node("a", "Linear", "Tanh"), node("output", "Output")]
    running = together(graph(nodes), optimizer={"entry": optimizer, "lr": 0.1})
    before = [[one.clone() for one in run.networks["model"].state_dict().values()] for run in running.runs]
    others, drawn = [state_of(run)[1:] for run in running.runs], torch.get_rng_state()
    order = running.runs[0].batches.generator.get_state()
    assert check.agrees(Team(running.runs))
    for run, numbers, other in zip(running.runs, before, others, strict=True):
        assert all(torch.equal(a, b) for a, b in zip(run.networks["model"].state_dict().values(), numbers, strict=True))
        torch.testing.assert_close(state_of(run)[1:], other, rtol=0, atol=0)
    assert torch.equal(torch.get_rng_state(), drawn)
    assert torch.equal(running.runs[0].batches.generator.get_state(), order)


def test_steps_that_disagree_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Team.differentiate

    def wrong(team: Team, *batch: torch.Tensor) -> torch.Tensor:
        found = whole(team, *batch)
        for run in team.runs:
            assert run.parameters[0].grad is not None
            run.parameters[0].grad.mul_(1.01)
        return found

    monkeypatch.setattr(Team, "differentiate", wrong)
    running, usual = together(NORMED, **RMSPROP), together(NORMED, exact=True, **RMSPROP)
    assert take(running, 3) == take(usual, 3) == ["eager"]
    assert curves(running) == curves(usual)
    assert {run.stepping.alone for run in running.runs} == {DISAGREED}


def test_what_pytorch_cannot_do_for_several_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Batching rule not implemented")

    monkeypatch.setattr(teams, "agrees", broken)
    running = together(NORMED, **RMSPROP)
    events = drive(running, Control())
    told = [event for event in events if isinstance(event, Stepped)]
    assert told
    assert told[-1].stepper == "eager"
    assert told[-1].why == f"It has no code for RMSNorm. {FAILED}"


def test_the_stepper_is_told_by_its_name() -> None:
    told = [event for event in drive(together(NORMED, **RMSPROP), Control()) if isinstance(event, Stepped)]
    assert (told[-1].stepper, told[-1].why) == (BATCHED, "It has no code for RMSNorm.")


# --- recording ------------------------------------------------------------------------------------------------------


def test_a_recording_does_the_same_for_other_numbers_and_sees_what_has_changed_in_place() -> None:
    fixed = torch.arange(6.0).view(2, 3)

    def act(x: torch.Tensor, y: torch.Tensor) -> list[torch.Tensor]:
        low, high = torch.split(x @ fixed.T, 1, dim=1)
        return [(low + high).view(-1) * y, fixed.T.sum(dim=0)]

    again = recorded(act, (torch.ones(4, 3), torch.ones(4)))
    fixed.mul_(2)
    given = torch.rand(4, 3, generator=torch.Generator().manual_seed(0)), torch.arange(4.0)
    torch.testing.assert_close(list(again(*given)), act(*given), rtol=0, atol=0)


@pytest.mark.parametrize(
    "act",
    [lambda x: [x * float(x.sum())], lambda x: [x[x > 0]], lambda x: [torch.rand_like(x)]],
    ids=["number", "size", "chance"],
)
def test_what_depends_on_numbers_or_chance_is_not_recorded(act: Any) -> None:
    with pytest.raises(RuntimeError):
        recorded(act, (torch.ones(3),))
