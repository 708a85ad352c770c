"""Surgery: units that rest, are switched off or drawn anew, and numbers set by hand, all of it taken back exactly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from playground.engine import checkpoint, operations
from playground.engine.compile import plan
from playground.engine.control import Knobs, Play
from playground.engine.data import DataStore
from playground.engine.network import Network
from playground.engine.run import Run
from playground.engine.session import Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.experiment import Experiment
from playground.spec.graph import change
from playground.spec.surgery import NONE, WHOLE, Surgery
from tests.engine.building import JSON, curves, dense, drive, experiment, graph, node, raw, session

OPTIMIZERS = [
    {"entry": "SGD", "lr": 0.1, "momentum": 0.9, "weight_decay": 0.1},
    {"entry": "Adam", "lr": 0.02},
    {"entry": "AdamW", "lr": 0.02, "weight_decay": 0.5},
    {"entry": "RMSprop", "lr": 0.01, "momentum": 0.5},
]
IMAGES: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}, "epochs": 2}


def operated(one: Experiment, node_id: str, **surgery: Any) -> Experiment:
    model = one.networks["model"]
    changed = change(model, replace(model.node(node_id), surgery=Surgery(**surgery)))
    return replace(one, networks={"model": changed})


def run_of(one: Experiment) -> Run:
    return open_session(one, DataStore()).runs[0]


def model(run: Run) -> Network:
    return run.networks["model"]


def steps(run: Run, count: int) -> None:
    for _ in range(count):
        run.chunk(1)


def adopt(run: Run, wanted: Experiment) -> None:
    run.surgeon.apply(wanted)
    run.experiment = wanted


def number(run: Run, name: str, *index: int) -> float:
    return float(model(run).state_dict()[name][index])


def weights(run: Run) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in model(run).state_dict().items()}


def same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> bool:
    return all(torch.equal(a[name], b[name]) for name in a)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda one: one["entry"])
def test_frozen_units_do_not_move_at_all(optimizer: JSON) -> None:
    clipped = [{"entry": "L2", "strength": 0.3}]
    run = run_of(experiment(optimizer=optimizer, epochs=50, regularizers=clipped))
    steps(run, 10)
    adopt(run, operated(run.experiment, "hidden1", frozen=(0, 2)))
    before = weights(run)
    steps(run, 50)
    after = weights(run)
    rows = [0, 2]
    assert torch.equal(before["hidden1.weight"][rows], after["hidden1.weight"][rows])
    assert torch.equal(before["hidden1.bias"][rows], after["hidden1.bias"][rows])
    assert not torch.equal(before["hidden1.weight"][[1, 3]], after["hidden1.weight"][[1, 3]])
    adopt(run, operated(run.experiment, "hidden1"))
    steps(run, 2)
    assert not torch.equal(weights(run)["hidden1.weight"][rows], after["hidden1.weight"][rows])
    assert not run.surgeon.holds


def test_a_value_taken_back_gives_the_number_that_training_had_made() -> None:
    run = run_of(experiment(epochs=50))
    steps(run, 10)
    before, plain = weights(run), run.experiment
    adopt(run, operated(plain, "hidden1", values=(("weight", (1, 0), 2.5), ("bias", (3,), -1.0))))
    assert number(run, "hidden1.weight", 1, 0) == 2.5
    assert number(run, "hidden1.bias", 3) == -1.0
    adopt(run, operated(plain, "hidden1", values=(("weight", (1, 0), 0.75), ("bias", (3,), -1.0))))
    adopt(run, plain)
    assert same(weights(run), before)


def test_a_value_that_stays_is_trained_on() -> None:
    run = run_of(experiment(epochs=50))
    first = operated(run.experiment, "hidden1", values=(("weight", (1, 0), 2.5),))
    adopt(run, first)
    steps(run, 5)
    trained = number(run, "hidden1.weight", 1, 0)
    assert trained != 2.5
    adopt(run, operated(first, "hidden1", values=(("weight", (1, 0), 2.5), ("bias", (0,), 1.0))))
    assert number(run, "hidden1.weight", 1, 0) == trained


@pytest.mark.parametrize("unit", [1, WHOLE])
def test_a_unit_drawn_anew_comes_back_with_what_the_optimizer_remembered(unit: int) -> None:
    run = run_of(experiment(optimizer={"entry": "Adam", "lr": 0.05}, epochs=50))
    steps(run, 12)
    before, plain = weights(run), run.experiment
    memory = run.optimizer.state[model(run).hidden1.weight]["exp_avg"].clone()
    adopt(run, operated(plain, "hidden1", redrawn=((unit, 1),)))
    once = weights(run)
    moved = (once["hidden1.weight"] != before["hidden1.weight"]).any(dim=1)
    assert moved.tolist() == ([False, True, False, False] if unit == 1 else [True] * 4)
    assert not run.optimizer.state[model(run).hidden1.weight]["exp_avg"][moved].any()
    adopt(run, operated(plain, "hidden1", redrawn=((unit, 2),)))
    twice = weights(run)
    assert not torch.equal(twice["hidden1.weight"][1], once["hidden1.weight"][1])
    steps(run, 3)
    adopt(run, operated(plain, "hidden1", redrawn=((unit, 1),)))
    assert torch.equal(weights(run)["hidden1.weight"][moved], once["hidden1.weight"][moved])
    adopt(run, plain)
    assert torch.equal(weights(run)["hidden1.weight"][moved], before["hidden1.weight"][moved])
    assert torch.equal(run.optimizer.state[model(run).hidden1.weight]["exp_avg"][moved], memory[moved])


def test_a_draw_takes_values_with_it_and_gives_them_back() -> None:
    run = run_of(experiment(epochs=50))
    start, plain = weights(run), run.experiment
    valued = operated(plain, "hidden1", values=(("weight", (1, 0), 2.5),))
    adopt(run, valued)
    steps(run, 5)
    before = weights(run)
    adopt(run, operated(plain, "hidden1", redrawn=((1, 1),)))
    adopt(run, valued)
    assert same(weights(run), before)
    adopt(run, plain)
    assert torch.equal(weights(run)["hidden1.weight"][1, :1], start["hidden1.weight"][1, :1])


def test_a_reset_operates_on_the_initial_weights_and_is_the_same_every_time() -> None:
    one = operated(experiment(), "hidden1", redrawn=((0, 1), (WHOLE, 2), (1, 3)), values=(("bias", (2,), 0.25),))
    first, second = open_session(one, DataStore()), open_session(one, DataStore())
    assert same(weights(first.runs[0]), weights(second.runs[0]))
    assert number(first.runs[0], "hidden1.bias", 2) == 0.25
    for running in (first, second):
        drive(running, Control())
    assert curves(first) == curves(second)
    live = session()
    adopt(live.runs[0], one)
    assert same(weights(live.runs[0]), weights(run_of(one)))


def test_an_ablated_unit_is_a_network_without_its_contribution() -> None:
    run = run_of(operated(experiment(), "hidden1", ablated=(2,)))
    inputs = run.dataset.train_inputs
    network = model(run)
    seen = network(inputs)
    keep = [0, 1, 3]
    hidden = torch.tanh(inputs @ network.hidden1.weight[keep].T + network.hidden1.bias[keep])
    rest = torch.tanh(hidden @ network.hidden2.weight[:, keep].T + network.hidden2.bias)
    assert torch.allclose(seen, rest @ network.output.weight.T + network.output.bias, atol=1e-6)
    seen.sum().backward()
    assert not network.hidden1.weight.grad[2].any()
    assert network.hidden1.weight.grad[keep].any()
    adopt(run, operated(run.experiment, "hidden1"))
    assert not torch.equal(network(inputs), seen)


CONV = graph(
    [
        node("input", "Input"),
        node("conv", "Conv2d", "ReLU", out_channels=4),
        node("norm", "BatchNorm2d"),
        node("flat", "Flatten"),
        node("end", "Output"),
    ]
)


def test_filters_and_normalised_channels_are_units() -> None:
    one = operated(
        experiment(CONV, **IMAGES), "conv", ablated=(1,), frozen=(0,), values=(("weight", (3, 0, 1, 1), 9.0),)
    )
    one = operated(one, "norm", frozen=(2,), ablated=(3,))
    run = run_of(one)
    before = weights(run)
    steps(run, 6)
    after = weights(run)
    assert torch.equal(before["conv.weight"][0], after["conv.weight"][0])
    assert torch.equal(before["norm.weight"][2], after["norm.weight"][2])
    assert not torch.equal(before["conv.weight"][2], after["conv.weight"][2])
    seen = model(run).every_output(run.dataset.train_inputs[:3])
    assert seen["conv"].shape[1] == 4
    assert not seen["conv"][:, 1].any()
    assert seen["conv"][:, 0].any()
    assert not seen["norm"][:, 3].any()


def test_rows_of_embeddings_and_whole_recurrent_layers() -> None:
    table = nn.Embedding(5, 3)
    hook = operations.ablate(table, table, [2])
    seen = table(torch.tensor([[2, 1]]))
    assert not seen[0, 0].any()
    assert seen[0, 1].all()
    hook.remove()
    torch.manual_seed(1)
    module, fresh = nn.LSTM(3, 4), nn.LSTM(3, 4)
    assert operations.unit_count(module) == 0
    operations.redraw(module, fresh, WHOLE)
    assert all(torch.equal(a, b) for a, b in zip(module.parameters(), fresh.parameters(), strict=True))
    assert operations.unit_count(nn.ConvTranspose2d(3, 5, 2)) == 5


def test_what_is_out_of_range_is_a_warning_and_not_a_fault() -> None:
    cases = (
        ({"frozen": (9,)}, "Surgery on unit 10 has no effect: the layer has 4 units."),
        ({"values": (("weight", (0, 7), 1.0),)}, "at 1, 8 of weight"),
        ({"values": (("gain", (0,), 1.0),)}, "gain has no effect"),
        ({"redrawn": ((4, 1),)}, "unit 5"),
    )
    for surgery, words in cases:
        running = open_session(operated(experiment(), "hidden1", **surgery), DataStore())
        assert same(weights(running.runs[0]), weights(run_of(experiment())))
        said = _problems(operated(experiment(), "hidden1", **surgery))
        assert len(said) == 1
        assert words in said[0]
    assert "no weights" in _problems(operated(experiment(), "input", ablated=(0,)))[0]
    assert not _problems(operated(experiment(), "hidden1", ablated=(3,), values=(("weight", (3, 1), 1.0),)))


def _problems(one: Experiment) -> list[str]:
    found = plan(one, DataStore())
    assert found.trainable
    return [problem.message for problem in found.problems if problem.code == "surgery-without-effect"]


def test_surgery_is_taken_over_while_it_trains_and_leaves_a_flag() -> None:
    running, control = session(epochs=9), Control(play=False)
    events = train(running, control)
    surgery = {"frozen": [1], "values": [["weight", [0, 0], 0.5]]}
    network = dense(4, 3)
    network["nodes"][1]["surgery"] = surgery
    for request in (Play(epochs=1), Knobs(raw(network, epochs=9)), Knobs(raw(epochs=9))):
        control.take(request)
        for _ in range(2):
            while next(events) is not None:
                pass
    told = " · ".join(flag.text for flag in running.flags)
    assert "Linear unit 2 frozen" in told
    assert "Linear weight 1, 1 set by hand" in told
    assert "Linear weight 1, 1 as it was" in told


def test_checkpoints_keep_what_was_displaced(tmp_path: Path) -> None:
    plain = experiment(epochs=9, optimizer={"entry": "Adam", "lr": 0.05})
    running = open_session(plain, DataStore())
    run = running.runs[0]
    steps(run, 7)
    before = weights(run)
    one = operated(plain, "hidden1", values=(("bias", (0,), 3.0),), redrawn=((1, 1),), frozen=(2,), ablated=(3,))
    adopt(run, one)
    steps(run, 4)
    checkpoint.save(tmp_path / "run.pt", running.state())
    later = open_session(one, DataStore())
    later.resume(tmp_path / "run.pt")
    again = later.runs[0]
    assert same(weights(again), weights(run))
    assert len(again.surgeon.holds) == 1
    for each in (run, again):
        adopt(each, operated(plain, "hidden1"))
        assert number(each, "hidden1.bias", 0) == float(before["hidden1.bias"][0])
        assert torch.equal(model(each).hidden1.weight[1], before["hidden1.weight"][1])
    bare = open_session(plain, DataStore())
    bare.resume(tmp_path / "run.pt")
    assert same(weights(bare.runs[0]), weights(run))


def test_kept_weights_keep_what_was_displaced() -> None:
    plain = experiment(dense(4, 3), epochs=9)
    running = open_session(operated(plain, "hidden1", values=(("bias", (0,), 3.0),)), DataStore())
    run = running.runs[0]
    displaced = number(run_of(plain), "hidden1.bias", 0)
    steps(run, 4)
    wider = operated(experiment(dense(4, 5), epochs=9), "hidden1", values=(("bias", (0,), 3.0),))
    after = open_session(wider, DataStore(), running.weights(), running.operated()).runs[0]
    assert torch.equal(model(after).hidden1.bias, model(run).hidden1.bias)
    adopt(after, operated(wider, "hidden1"))
    assert number(after, "hidden1.bias", 0) == displaced


def test_copies_of_a_block_are_all_operated_on() -> None:
    inner = graph(
        [node("input", "Input"), node("one", "Linear", "Tanh", out_features=2, _surgery={"ablated": [0]})],
    )
    stack = {"id": "stack", "layer": {"entry": "Block", "block": "b", "repeat": 2}}
    network = graph([node("input", "Input"), stack, node("end", "Output")])
    run = run_of(experiment(network, blocks={"b": inner}))
    seen = model(run).every_output(run.dataset.train_inputs)
    assert not seen["stack__one"][:, 0].any()
    assert not seen["stack__2__one"][:, 0].any()
    assert seen["stack__2__one"][:, 1].any()


def test_nothing_is_held_where_nothing_is_frozen() -> None:
    running: Session = session()
    assert running.runs[0].surgeon.holds == []
    assert running.runs[0].experiment.networks["model"].node("hidden1").surgery == NONE


def test_nothing_is_drawn_anew_where_there_are_no_weights() -> None:
    steps(run_of(operated(experiment(dense(4)), "input", redrawn=((WHOLE, 1), (0, 2)))), 1)
