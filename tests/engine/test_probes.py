"""Probes: what views are shown, without disturbing what they look at."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from playground.engine.control import Ask
from playground.engine.session import Session
from tests.engine.building import JSON, dense, graph, node, session

PROBES = ("Boundary", "UnitMaps", "Histograms", "Weights", "Points")
DIGITS: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}
FLAT = graph([node("input", "Input"), node("flat", "Flatten"), node("end", "Output")])


def look(running: Session, entry: str, **fields: Any) -> dict[str, np.ndarray]:
    name = running.runs[0].name
    return running.snapshot(Ask("key", name, {"entry": entry, **fields})).arrays


def test_the_boundary_is_the_shifted_probability_with_the_top_first() -> None:
    running = session(graph([node("input", "Input"), node("end", "Output")]))
    end = running.runs[0].networks["model"].end
    with torch.no_grad():
        end.weight.copy_(torch.tensor([[0.0, 1.0]]))
        end.bias.zero_()
    found = look(running, "Boundary", resolution=3)
    assert float(found["extent"]) == 6
    assert found["values"].dtype == np.float32
    wanted = 2 / (1 + np.exp(-np.array([6.0, 0.0, -6.0]))) - 1
    assert np.allclose(found["values"], wanted[:, None] * np.ones(3), atol=1e-6)


@pytest.mark.parametrize("loss", ["CrossEntropyLoss", "BCEWithLogitsLoss", "MSELoss"])
def test_two_classes_have_a_signed_boundary_with_every_loss(loss: str) -> None:
    values = look(session(loss={"entry": loss}), "Boundary", resolution=5)["values"]
    assert values.shape == (5, 5)
    assert np.abs(values).max() <= 1


def test_many_classes_have_shares() -> None:
    running = session(data={"entry": "Blobs", "n": 40, "centers": 3}, loss={"entry": "CrossEntropyLoss"})
    found = look(running, "Boundary", resolution=4)["classes"]
    assert (found.shape, found.dtype) == ((4, 4, 3), np.uint8)
    assert np.abs(found.astype(int).sum(axis=2) - 255).max() <= 2


def test_regression_is_clamped_to_the_map() -> None:
    running = session(
        data={"entry": "RegPlane", "n": 40}, objective={"entry": "Regression"}, loss={"entry": "MSELoss"}, metrics=[]
    )
    assert np.abs(look(running, "Boundary", resolution=5)["values"]).max() <= 1


def test_unit_maps_are_each_units_answer() -> None:
    running = session(dense(5, activation="ReLU"))
    found = look(running, "UnitMaps", resolution=4, limit=3)
    assert found["hidden1"].shape == (3, 4, 4)
    assert found["hidden1"].dtype == np.int8
    assert int(found["hidden1.count"]) == 5
    values = found["hidden1"] * found["hidden1.scale"]
    layer = running.runs[0].networks["model"].hidden1
    corner = torch.relu(layer(torch.tensor([-6.0, 6.0]))).detach().numpy()[:3]
    assert np.allclose(values[:, 0, 0], corner, atol=float(found["hidden1.scale"]))
    assert found["input"][0, 0].tolist() == [-127, -42, 42, 127]


def test_units_without_an_answer_have_empty_maps() -> None:
    found = look(session(dense(4), initializer={"entry": "Zeros"}), "UnitMaps", resolution=3)
    assert not found["hidden1"].any()


@pytest.mark.parametrize("size", [0.0, 1.0, -1.7e12, 3e38])
def test_weights_without_spread_have_a_histogram_at_any_size(size: float) -> None:
    running = session()
    for value in running.runs[0].networks["model"].parameters():
        with torch.no_grad():
            value.fill_(size)
    found = look(running, "Histograms", bins=30)
    for key in (key for key in found if key.endswith("counts")):
        assert found[key].sum() == found[key].max() > 0
        assert (np.diff(found[key.replace("counts", "edges")]) > 0).all()


def test_histograms_count_finite_weights_only() -> None:
    running = session(dense(4))
    assert look(running, "Histograms", bins=7)["hidden1.counts"].sum() == 8
    with torch.no_grad():
        running.runs[0].networks["model"].hidden1.weight[0, 0] = float("nan")
        running.runs[0].networks["model"].output.weight.fill_(float("inf"))
    found = look(running, "Histograms", bins=7)
    assert found["hidden1.counts"].sum() == 7
    assert found["output.counts"].sum() == 0
    assert np.isfinite(found["output.edges"]).all()


def test_weights_are_cut_to_the_limit_but_not_their_mean() -> None:
    running = session(dense(6))
    found = look(running, "Weights", limit=2)
    weight = running.runs[0].networks["model"].hidden1.weight.detach()
    assert found["hidden1"].tolist() == weight[:2, :2].tolist()
    assert float(found["hidden1.mean"]) == pytest.approx(weight.abs().mean().item())


def test_points_are_where_they_were_drawn() -> None:
    running = session(data={"entry": "Circle", "n": 40, "features": ["x1^2"], "scaling": "standardise"})
    found = look(running, "Points")
    radius = np.hypot(*found["train_xy"].T)
    assert np.array_equal(found["train_y"], (radius < 2.5).astype(int))
    assert len(found["train_xy"]) + len(found["validation_xy"]) == 40


@pytest.mark.parametrize("probe", PROBES)
def test_data_off_the_plane_have_no_maps_and_no_fault(probe: str) -> None:
    found = look(session(FLAT, **DIGITS), probe)
    assert bool(found) is (probe in ("Histograms", "Weights"))


@pytest.mark.parametrize("probe", PROBES)
def test_looking_leaves_no_trace(probe: str) -> None:
    network = graph(
        [node("input", "Input"), node("norm", "BatchNorm1d"), node("drop", "Dropout"), node("end", "Output")]
    )
    running = session(network)
    model = running.runs[0].networks["model"]
    before, random = running.weights()["model"]["model"], torch.get_rng_state()
    look(running, probe)
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert torch.equal(random, torch.get_rng_state())
    assert all(part.training for part in model.modules())
    assert all(parameter.grad is None for parameter in model.parameters())


@pytest.mark.parametrize(
    ("layer", "weights", "biases"),
    [
        (
            node("one", "LSTM", hidden_size=4, num_layers=2, returns="last"),
            4 * 4 * (8 + 4) + 4 * 4 * (4 + 4),
            2 * 2 * 16,
        ),
        (node("one", "SelfAttention", num_heads=2), 4 * 8 * 8, 4 * 8),
        (node("one", "TransformerEncoderLayer", nhead=2, dim_feedforward=5), 4 * 64 + 2 * 40, 4 * 8 + 5 + 8 + 2 * 8),
        (node("one", "LayerNorm"), 8, 8),
    ],
)
def test_histograms_show_all_weights_of_a_layer_of_many_parts(layer: JSON, weights: int, biases: int) -> None:
    network = graph(
        [
            node("input", "Input"),
            node("rows", "Reshape", shape=[8, 8]),
            layer,
            node("flat", "Flatten"),
            node("end", "Output"),
        ]
    )
    found = look(session(network, **DIGITS), "Histograms", bins=9)
    assert (found["one.counts"].sum(), found["one.bias.counts"].sum()) == (weights, biases)
