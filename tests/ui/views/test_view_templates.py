"""The templates of a dense layer in the view of filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from playground.spec.entry import make
from playground.spec.graph import Graph, Node, chain
from playground.ui.tokens import LIGHT
from playground.ui.views.filters import FiltersView
from playground.ui.views.templates import reading_images

Show = Callable[..., None]
SHAPES = {"input": [1, 8, 8], "flatten": [64]}


def node(name: str, entry: str, activation: str = "") -> Node:
    behind = make("layer", {"entry": activation}) if activation else None
    return Node(name, make("layer", {"entry": entry}), activation=behind)


def linear(*between: Node) -> Graph:
    return chain(node("input", "Input"), *between, node("output", "Output"))


def test_which_layers_read_an_image() -> None:
    assert reading_images(linear(node("flatten", "Flatten")), SHAPES) == ["output"]
    assert reading_images(linear(node("drop", "Dropout"), node("flatten", "Flatten")), SHAPES) == ["output"]
    assert reading_images(linear(node("flatten", "Flatten"), node("h", "Linear", "ReLU")), SHAPES) == ["h"]
    assert reading_images(linear(node("flatten", "Flatten", "ReLU")), SHAPES) == []
    assert reading_images(linear(node("conv", "Conv2d"), node("flatten", "Flatten")), SHAPES) == []
    assert reading_images(linear(), SHAPES) == []
    assert reading_images(linear(node("flatten", "Flatten")), {"input": [64]}) == []


def arrays(_: int) -> dict[str, object]:
    """Three classes of 4×4 pixels; the second is the true one."""
    kernels = np.zeros((3, 1, 4, 4), np.int8)
    kernels[:, 0, 0, 0] = (100, -100, 50)
    return {
        "kernels": kernels,
        "kernels.scale": np.array(0.01, np.float32),
        "maps": np.array([[[127]], [[-20]], [[0]]], np.int8),
        "maps.scale": np.array(0.1, np.float32),
        "image": np.zeros((4, 4), np.int8),
        "count": np.array(3),
        "inputs": np.array(1),
        "scores": np.array([2.0, -1.0, 0.0]),
        "shares": np.array([0.8, 0.05, 0.15]),
        "target": np.array(1),
    }


@pytest.mark.parametrize("width", [190, 700])
def test_a_row_for_each_class_with_its_name_score_and_probability(
    run: Any, show: Show, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    run.start(plane=False, classes=("circle", "square", "triangle"))
    monkeypatch.setattr(FiltersView, "offered", {"output": "Output"})
    made = FiltersView(run.studio)
    show(made, width, 200)
    run.see("filters", arrays)
    assert made.templates.names == ["circle", "square", "triangle"]
    assert made.templates.scores.tolist() == [2.0, -1.0, 0.0]
    assert not made.templates.isHidden()
    assert made._sheet.isHidden()
    picture = made.templates.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert LIGHT.good.lower() in colors
    (table,) = made.tables()
    assert len(table.columns["weight"]) == 48
    assert made.picture_size().height() > 60


def test_units_without_names_are_counted(run: Any, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    run.start(plane=False, classes=("circle", "square", "triangle"))
    monkeypatch.setattr(FiltersView, "offered", {"h": "h"})
    made = FiltersView(run.studio)
    show(made, 300, 200)
    hidden = {name: value for name, value in arrays(0).items() if name not in ("scores", "shares", "target")}
    run.see("filters", lambda _: hidden)
    assert made.templates.names == ["Unit 1", "Unit 2", "Unit 3"]
    assert made.templates.scores == pytest.approx([12.7, -2.0, 0.0], rel=1e-5)
    made.templates.grab()
