"""What is said of images, and the filters of convolutions, as arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from playground.catalog.adapt import with_data
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.control import Ask
from playground.engine.data import DataStore
from playground.engine.session import Session, open_session
from playground.spec.entry import make
from tests.engine.building import graph, node, session


def opened(name: str, **values: object) -> Session:
    data = make("data", {"entry": name, **values})
    assert isinstance(data, Data)
    return open_session(replace(with_data(starter(), data), device="cpu"), DataStore())


def look(running: Session, entry: str, **fields: Any) -> dict[str, np.ndarray]:
    return running.snapshot(Ask("key", running.runs[0].name, {"entry": entry, **fields})).arrays


def test_classes_of_images() -> None:
    found = look(opened("Digits"), "ImagePredictions", first=3, count=5)
    assert found["images"].shape == (5, 8, 8)
    assert found["images"].dtype == np.uint8
    assert found["sample"].tolist() == [3, 4, 5, 6, 7]
    assert ((found["share"] >= 0.1) & (found["share"] <= 1)).all()
    assert found["true"].shape == found["said"].shape == (5,)


def test_the_worst_come_first() -> None:
    running = opened("Digits")
    found = look(running, "ImagePredictions", count=200, worst=True)
    wrong = found["said"] != found["true"]
    assert wrong[:20].all()
    assert wrong.tolist() == sorted(wrong.tolist(), reverse=True)


def test_masks_and_the_share_of_pixels() -> None:
    found = look(opened("ShapeMasks", n=20, side=12), "ImagePredictions", count=4)
    assert found["mask"].shape == found["true_mask"].shape == (4, 12, 12)
    assert found["pixels"] == pytest.approx((found["mask"] == found["true_mask"]).mean(axis=(1, 2)))


def test_boxes_and_their_iou() -> None:
    found = look(opened("ShapeBoxes", n=20), "ImagePredictions", count=4)
    assert found["box"].shape == found["true_box"].shape == (4, 4)
    assert ((found["iou"] >= 0) & (found["iou"] <= 1)).all()
    assert (found["true_box"][:, 2] > found["true_box"][:, 0]).all()


def test_nothing_is_said_of_points() -> None:
    assert look(session(), "ImagePredictions") == {}
    assert look(session(), "Filters") == {}


def test_filters_are_the_weights_and_maps_of_a_convolution() -> None:
    nodes = [
        node("input", "Input"),
        node("first", "Conv2d", "ReLU", out_channels=3, kernel_size=3),
        node("second", "Conv2d", "ReLU", out_channels=5, kernel_size=2),
        node("flat", "Flatten"),
        node("end", "Output"),
    ]
    running = session(graph(nodes), data={"entry": "Digits"}, loss={"entry": "CrossEntropyLoss"})
    network = running.runs[0].networks["model"]
    found = look(running, "Filters", sample=2)
    weights = network.first.weight.detach().numpy()
    assert np.abs(found["kernels"] * found["kernels.scale"] - weights).max() <= found["kernels.scale"]
    assert found["maps"].shape[0] == 3
    assert found["image"].shape == (8, 8)
    deeper = look(running, "Filters", node="second", inputs=2, limit=4)
    assert deeper["kernels"].shape == (4, 2, 2, 2)
    assert (int(deeper["count"]), int(deeper["inputs"])) == (5, 3)
