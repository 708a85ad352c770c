"""Divergence, faults in a step and refusals."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from playground.engine import trainer
from playground.engine.events import Failed
from playground.engine.session import Refused
from playground.engine.steering import Control
from playground.engine.telling import worst_layer
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
    assert next(flag.text for flag in found.record.flags).startswith("wild: loss is not finite, stopped at epoch")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ZeroDivisionError("float division by zero"), "divided by zero"),
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


def test_the_layer_is_named_whether_or_not_its_weights_are_finite_yet() -> None:
    run = session(dense(4, 3)).runs[0]
    weights = dict(run.networks["model"].named_parameters())
    with torch.no_grad():
        weights["hidden2.weight"][0, 0] = 1e30
    assert worst_layer(run) == ("model", "hidden2", True)
    with torch.no_grad():
        weights["output.bias"][0] = torch.nan
    assert worst_layer(run) == ("model", "output", False)
