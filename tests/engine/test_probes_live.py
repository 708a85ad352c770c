"""Probes of the live network: gradients, activations of samples, one unit in full, tables of weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tests.engine.building import dense, graph, node, session
from tests.engine.test_probes import DIGITS, look
from tests.engine.test_surgery import CONV, steps

FIELDS = {"Gradients": {}, "Activations": {}, "UnitDetail": {"node": "end"}, "WeightTable": {"node": "end"}}


def test_gradients_are_the_root_mean_square_of_each_layer() -> None:
    running = session(dense(4))
    assert look(running, "Gradients") == {}
    steps(running.runs[0], 2)
    layer = running.runs[0].networks["model"].hidden1
    every = torch.cat([layer.weight.grad.flatten(), layer.bias.grad])
    found = look(running, "Gradients")
    assert set(found) == {"hidden1", "output"}
    assert float(found["hidden1"]) == pytest.approx(float(every.square().mean().sqrt()))


def test_images_have_maps_of_channels_and_strips_of_units() -> None:
    running = session(CONV, **DIGITS)
    found = look(running, "Activations", sample=5, limit=3, samples=4, resolution=4)
    run = running.runs[0]
    assert found["conv"].shape == (3, 4, 4)
    assert found["end"].shape == (1, 4, 10)
    assert int(found["conv.count"]) == 4
    assert int(found["sample"]) == 5
    assert int(found["target"]) == run.dataset.samples.targets[1][5]
    run.networks["model"].eval()
    wanted = run.networks["model"].every_output(run.dataset.validation_inputs[5:9])
    seen = found["end"][0] * found["end.scale"]
    assert np.allclose(seen, wanted["end"].detach(), atol=float(found["end.scale"]))
    whole = look(running, "Activations", sample=10**6, resolution=40)
    assert whole["input"].shape == (1, 8, 8)
    assert int(whole["sample"]) == int(whole["of"]) - 1


def test_a_unit_in_full_on_the_plane() -> None:
    running = session(dense(5, activation="ReLU"))
    run = running.runs[0]
    steps(run, 1)
    found = look(running, "UnitDetail", node="hidden1", unit=3, resolution=7)
    layer = run.networks["model"].hidden1
    assert found["map"].shape == (7, 7)
    assert found["weights"].tolist() == layer.weight[3].tolist()
    assert float(found["bias"]) == float(layer.bias.detach()[3])
    values = torch.relu(layer(run.dataset.train_inputs)).detach()[:, 3]
    assert float(found["mean"]) == pytest.approx(float(values.mean()), abs=1e-6)
    assert float(found["zero"]) == pytest.approx(float((values == 0).float().mean()))
    assert float(found["grad"]) >= 0
    assert found["map"][0, 0] == pytest.approx(
        float(torch.relu(layer(torch.tensor([-6.0, 6.0])))[3].detach()), abs=1e-5
    )
    assert look(running, "UnitDetail", node="hidden1", unit=5) == {}
    assert look(running, "UnitDetail", node="gone") == {}
    assert "weights" not in look(running, "UnitDetail", node="input")


def test_a_filter_in_full() -> None:
    running = session(CONV, **DIGITS)
    found = look(running, "UnitDetail", node="conv", unit=2, sample=3)
    weight = running.runs[0].networks["model"].conv.weight
    assert found["map"].shape == (8, 8)
    assert found["shape"].tolist() == [1, 3, 3]
    assert found["weights"].tolist() == weight[2].flatten().tolist()
    assert look(running, "UnitDetail", node="end", unit=1)["map"].shape[0] == 1


def test_a_part_of_a_table_of_weights() -> None:
    running = session(CONV, **DIGITS)
    weight = running.runs[0].networks["model"].conv.weight.detach().flatten(1)
    found = look(running, "WeightTable", node="conv", row=1, column=2, rows=2, columns=3)
    assert found["values"].tolist() == weight[1:3, 2:5].tolist()
    assert found["size"].tolist() == [4, 9]
    assert [key for key in found if key.startswith("named.")] == ["named.weight", "named.bias"]
    assert look(running, "WeightTable", node="conv", parameter="bias")["size"].tolist() == [4, 1]
    assert look(running, "WeightTable", node="flat") == {}


@pytest.mark.parametrize("probe", FIELDS)
def test_looking_leaves_no_trace(probe: str) -> None:
    network = graph(
        [node("input", "Input"), node("norm", "BatchNorm1d"), node("drop", "Dropout"), node("end", "Output")]
    )
    running = session(network, data={"entry": "Iris"}, loss={"entry": "CrossEntropyLoss"})
    model = running.runs[0].networks["model"]
    before, random = running.weights()["model"]["model"], torch.get_rng_state()
    look(running, probe, **FIELDS[probe])
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert torch.equal(random, torch.get_rng_state())
    assert all(part.training for part in model.modules())
