"""Quick steps are those of the optimizer, bit for bit."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground.engine.steppers import eager
from playground.engine.steppers.quick import quick_step
from tests.engine.building import JSON, dense, node, session

OPTIMIZERS: dict[str, JSON] = {
    "sgd": {"entry": "SGD", "lr": 0.1, "weight_decay": 0.01},
    "nesterov": {"entry": "SGD", "lr": 0.1, "momentum": 0.9, "nesterov": True},
    "adam": {"entry": "Adam", "lr": 0.01, "weight_decay": 0.01},
    "amsgrad": {"entry": "Adam", "lr": 0.01, "amsgrad": True},
    "adamw": {"entry": "AdamW", "lr": 0.01},
    "rmsprop": {"entry": "RMSprop", "lr": 0.01},
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_they_move_the_weights_as_the_optimizer_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    network = dense(4, 3)
    network["nodes"][1]["lr_factor"] = 0.5
    quick, plain = (session(network, optimizer=OPTIMIZERS[name], exact=True).runs[0] for _ in range(2))
    monkeypatch.setattr(plain.precision, "quick_step", lambda: plain.optimizer.step)
    for run in (quick, plain):
        for _ in range(3):
            eager.run(run, run.next_batches(run.steps_per_epoch))
            run.position = 0
    for a, b in zip(quick.parameters, plain.parameters, strict=True):
        assert torch.equal(a, b)
    for mine, theirs in zip(quick.optimizer.state.values(), plain.optimizer.state.values(), strict=True):
        assert all(torch.equal(mine[key], theirs[key]) for key in theirs if isinstance(theirs[key], torch.Tensor))


def test_the_optimizer_itself_takes_steps_that_are_not_known() -> None:
    unused: Any = dense(4)
    unused["nodes"].append(node("loose", "Linear", out_features=3))
    unused["edges"].append(["input", "loose"])
    for run in (session(optimizer=OPTIMIZERS["amsgrad"]).runs[0], session(optimizer=OPTIMIZERS["rmsprop"]).runs[0]):
        eager.run(run, run.next_batches(2))
        assert quick_step(run.optimizer) == run.optimizer.step
    fresh = session(optimizer=OPTIMIZERS["adam"]).runs[0]
    assert quick_step(fresh.optimizer) == fresh.optimizer.step
