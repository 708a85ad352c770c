"""Initial weights that look at the data give outputs of variance 1, layer after layer."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from playground.engine.data import DataStore
from playground.engine.run import Run
from playground.engine.session import open_session
from tests.engine.building import JSON, experiment, graph, node, session

DEEP = graph(
    [
        node("input", "Input"),
        *(node(f"h{i}", "Linear", "Tanh", out_features=16) for i in range(6)),
        node("end", "Output"),
    ]
)
IMAGES = graph(
    [
        node("input", "Input"),
        node("a", "Conv2d", "ReLU", out_channels=4),
        node("drop", "Dropout"),
        node("b", "Conv2d", "ReLU", out_channels=8, _surgery={"frozen": [1]}),
        node("flat", "Flatten"),
        node("c", "Linear", "ReLU", _initializer={"entry": "Zeros"}),
        node("end", "Output"),
    ]
)
LSUV: JSON = {"initializer": {"entry": "LSUV", "tol": 0.01}}
DIGITS: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}


def variances(run: Run) -> dict[str, float]:
    """Variance of what each layer gives for the first samples, before its activation."""
    found: dict[str, float] = {}
    network = run.networks["model"].eval()
    for name, layer in network.named_children():
        layer.register_forward_hook(lambda _m, _i, out, name=name: found.update({name: float(out.var(correction=0))}))
    with torch.no_grad():
        network(run.dataset.train_inputs[:256])
    return found


def test_every_layer_starts_with_variance_1() -> None:
    found = variances(session(DEEP, **LSUV).runs[0])
    assert all(found[name] == pytest.approx(1, abs=0.011) for name in ("h0", "h3", "h5", "end"))


def test_layers_with_another_choice_and_operated_ones_stay() -> None:
    changes: dict[str, Any] = {**DIGITS, **LSUV}
    tuned, drawn = (
        session(IMAGES, **changes | {"initializer": {"entry": name}}).runs[0].networks["model"]
        for name in ("LSUV", "Orthogonal")
    )
    same = {name for name, value in tuned.state_dict().items() if torch.equal(value, drawn.state_dict()[name])}
    assert same == {"b.weight", "b.bias", "c.weight", "c.bias", "a.bias", "end.weight", "end.bias"}
    assert tuned.training


def test_weights_that_were_kept_are_not_scaled() -> None:
    kept = {"model": {"model": {"h0.weight": torch.full((16, 2), 0.5), "h0.bias": torch.zeros(16)}}}
    run = open_session(experiment(DEEP, **LSUV), DataStore(), kept).runs[0]
    assert (run.networks["model"].h0.weight == 0.5).all()
    assert variances(run)["h1"] == pytest.approx(1, abs=0.011)
