"""The templates of dense layers that look at images."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from playground.engine.control import Ask
from playground.engine.session import Session
from tests.engine.building import JSON, graph, node, session

LINEAR = graph([node("input", "Input"), node("flatten", "Flatten"), node("output", "Output")])
DIGITS: JSON = {"data": {"entry": "Digits"}, "loss": {"entry": "CrossEntropyLoss"}}


def look(running: Session, **fields: Any) -> dict[str, np.ndarray]:
    return running.snapshot(Ask("key", running.runs[0].name, {"entry": "Filters", **fields})).arrays


def test_rows_of_the_weights_are_images_with_scores_and_probabilities() -> None:
    running = session(LINEAR, **DIGITS)
    found = look(running, sample=5)
    weight = running.runs[0].networks["model"].output.weight.detach().numpy()
    assert found["kernels"].shape == (10, 1, 8, 8)
    kernels = found["kernels"] * found["kernels.scale"]
    np.testing.assert_allclose(kernels.reshape(10, 64), weight, atol=float(found["kernels.scale"]))
    run = running.runs[0]
    scores = run.networks["model"](run.dataset.validation_inputs[5:6])[0].detach().numpy()
    np.testing.assert_allclose(found["scores"], scores, rtol=1e-5)
    np.testing.assert_allclose(found["shares"], np.exp(scores) / np.exp(scores).sum(), rtol=1e-5)
    assert found["target"] == run.dataset.validation_targets[5]


def test_a_hidden_layer_has_templates_without_probabilities() -> None:
    hidden = node("hidden", "Linear", "ReLU", out_features=6)
    running = session(graph([node("input", "Input"), node("f", "Flatten"), hidden, node("output", "Output")]), **DIGITS)
    found = look(running)
    assert found["kernels"].shape == (6, 1, 8, 8)
    assert found["maps"].shape == (6, 1, 1)
    assert "shares" not in found
    assert look(running, node="output") == {}


@pytest.mark.parametrize("loss", ["BCEWithLogitsLoss", "MultiMarginLoss"])
def test_probabilities_stand_where_classes_exclude_one_another(loss: str) -> None:
    found = look(session(LINEAR, data={"entry": "Digits"}, loss={"entry": loss}))
    assert ("shares" in found) == (loss == "MultiMarginLoss")


def test_points_of_a_plane_are_no_image() -> None:
    assert look(session()) == {}
