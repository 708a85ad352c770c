"""Channels last: where it gains, and that nobody notices but the clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from playground.catalog.modules import Add
from playground.engine import checkpoint, layout
from playground.engine.layout import channels_last, gains
from playground.engine.run import Run
from playground.export.weights import export_safetensors
from tests.engine.building import JSON, curves, graph, node, outcome, session

CPU, CUDA = torch.device("cpu"), torch.device("cuda")
nn = torch.nn
PICTURES: JSON = {
    "data": {"entry": "Digits"},
    "loss": {"entry": "CrossEntropyLoss"},
    "batch_size": 300,
    "optimizer": {"entry": "Adam", "lr": 0.01},
    "epochs": 2,
}
SMOOTH = graph(
    [
        node("input", "Input"),
        node("first", "Conv2d", "Tanh", out_channels=4),
        node("norm", "BatchNorm2d"),
        node("second", "Conv2d", "Tanh", out_channels=6),
        node("pool", "AvgPool2d"),
        node("flat", "Flatten"),
        node("output", "Output"),
    ]
)
"""Nothing in it turns rounding into another choice, as the largest of nearly equal numbers does."""
CONVOLUTIONS = graph(
    [
        node("input", "Input"),
        node("first", "Conv2d", "ReLU", out_channels=4),
        node("norm", "BatchNorm2d"),
        node("second", "Conv2d", "ReLU", out_channels=6),
        node("pool", "MaxPool2d"),
        node("flat", "Flatten"),
        node("output", "Output"),
    ]
)


def pair(*between: torch.nn.Module) -> torch.nn.Module:
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), *between, nn.ConvTranspose2d(8, 4, 3))


def test_a_cpu_gains_by_two_convolutions_with_nothing_between_that_wants_another_order() -> None:
    assert gains(pair(nn.BatchNorm2d(8), nn.MaxPool2d(2), Add()), CPU, lowered=False)
    assert not gains(nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU()), CPU, lowered=False)
    assert not gains(pair(nn.GroupNorm(2, 8)), CPU, lowered=False)
    assert not gains(pair(), torch.device("mps"), lowered=False)


@pytest.mark.parametrize(
    ("able", "single", "half"), [((6, 1), False, False), ((7, 5), False, True), ((9, 0), True, True)]
)
def test_a_gpu_gains_where_its_tensor_cores_take_the_type(
    able: tuple[int, int], single: bool, half: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: able)
    assert gains(pair(nn.GroupNorm(2, 8)), CUDA, lowered=False) == single
    assert gains(pair(), CUDA, lowered=True) == half
    assert not gains(nn.Linear(2, 2), CUDA, lowered=True)


def weight(run: Run) -> torch.Tensor:
    return run.networks["model"].get_parameter("second.weight")


def test_weights_of_convolutions_and_what_the_optimizer_keeps_of_them_lie_channels_last() -> None:
    run = session(CONVOLUTIONS, **PICTURES).runs[0]
    run.chunk(2)
    moment = run.optimizer.state[weight(run)]["exp_avg"]
    assert run.laid_out == {"model"}
    for tensor in (weight(run), weight(run).grad, moment):
        assert tensor is not None
        assert tensor.is_contiguous(memory_format=torch.channels_last)
        assert not tensor.is_contiguous()


def test_also_what_is_computed_from_a_single_channel_lies_channels_last() -> None:
    run = session(CONVOLUTIONS, **PICTURES).runs[0]
    outputs = run.networks["model"].every_output(run.dataset.train_inputs[:2])
    assert run.dataset.train_inputs.shape[1] == 1
    for name in ("first", "norm", "second", "pool"):
        assert not outputs[name].is_contiguous()
        assert outputs[name].is_contiguous(memory_format=torch.channels_last)


def test_an_optimizer_that_takes_gradients_as_one_row_keeps_the_usual_order() -> None:
    run = session(CONVOLUTIONS, **{**PICTURES, "optimizer": {"entry": "LBFGS", "max_iter": 2}}).runs[0]
    run.chunk(1)
    assert (run.laid_out, weight(run).is_contiguous()) == (set(), True)


def test_the_curves_are_those_of_the_usual_order_but_for_rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {**PICTURES, "optimizer": {"entry": "SGD", "lr": 0.1}}  # Adam would make whole steps of rounding
    laid = curves(outcome(SMOOTH, **settings))
    assert laid == curves(outcome(SMOOTH, **settings))
    monkeypatch.setattr(layout, "gains", lambda *_: False)
    plain = curves(outcome(SMOOTH, **settings))
    for name in ("train_loss", "validation_loss", "batch_loss"):
        assert laid["model"][name] == pytest.approx(plain["model"][name], rel=1e-4)


def contiguous(value: Any) -> Any:
    """The same state in the usual order."""
    if isinstance(value, torch.Tensor):
        return value.contiguous()
    return {key: contiguous(one) for key, one in value.items()} if isinstance(value, dict) else value


def test_a_checkpoint_in_the_usual_order_is_gone_on_with(tmp_path: Path) -> None:
    run = session(CONVOLUTIONS, **PICTURES).runs[0]
    run.chunk(3)
    path = tmp_path / "state"
    checkpoint.save(path, contiguous(run.state()))
    other = session(CONVOLUTIONS, **PICTURES).runs[0]
    other.load_state(checkpoint.load(path))
    for one in (run, other):
        one.chunk(2)
    assert all(torch.equal(a, b) for a, b in zip(run.parameters, other.parameters, strict=True))


def test_weights_are_exported_in_the_usual_order(tmp_path: Path) -> None:
    done = outcome(CONVOLUTIONS, **PICTURES)
    export_safetensors(done.runs["model"], tmp_path / "weights.safetensors")
    held = load_file(tmp_path / "weights.safetensors")
    state = done.runs["model"].networks["model"].state_dict()
    assert held.keys() == state.keys()
    assert all(torch.equal(held[name], state[name]) for name in state)


def test_weights_that_are_shared_are_laid_out_once() -> None:
    one, other = nn.Conv2d(4, 4, 3), nn.Conv2d(4, 4, 3)
    other.weight = one.weight
    channels_last(nn.Sequential(one, other))
    assert other.weight is one.weight
    assert one.weight.is_contiguous(memory_format=torch.channels_last)
