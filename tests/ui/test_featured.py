"""Which live views come to the front with the data, the layers and the objective."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from playground.catalog.adapt import with_data
from playground.catalog.data.images import Digits
from playground.catalog.data.sequences import KeyValue
from playground.catalog.data.tabular import Iris
from playground.catalog.layers.conv import Conv2d
from playground.catalog.layers.sequences import LSTM, TakeLast
from playground.catalog.starter import starter
from playground.spec.entry import entries
from playground.spec.experiment import Experiment
from playground.spec.files import read
from playground.ui.app import preset
from playground.ui.featured import chosen_views
from playground.ui.judged import judged


def with_layer(experiment: Experiment, layer: Any) -> Experiment:
    """The experiment with another layer in the place of a hidden one; it need not fit."""
    graph = experiment.networks["model"]
    node = next(node for node in graph.nodes if node.layer.name not in ("Input", "Output", "Flatten"))
    nodes = tuple(replace(one, layer=layer, activation=None) if one is node else one for one in graph.nodes)
    return replace(experiment, networks={"model": replace(graph, nodes=nodes)})


def test_a_boundary_is_for_data_on_a_plane_alone() -> None:
    assert "boundary" not in chosen_views(starter())[1]
    front, idle = chosen_views(with_data(starter(), Iris()))
    assert front == ()
    assert "boundary" in idle


def test_images_bring_what_is_said_of_them_and_what_layers_look_for() -> None:
    dense = with_data(starter(), Digits())
    assert chosen_views(dense)[0] == ("predictions", "filters")
    assert chosen_views(with_layer(dense, Conv2d()))[0] == ("predictions", "filters")
    assert "filters" in chosen_views(with_layer(dense, LSTM()))[1]


def test_a_step_that_is_taken_out_is_no_memory() -> None:
    sequence = with_data(starter(), KeyValue())
    assert "hidden" not in chosen_views(with_layer(sequence, TakeLast()))[0]
    assert "hidden" in chosen_views(with_layer(sequence, LSTM()))[0]


@pytest.mark.parametrize("name", ["convolutions-share-weights", "attention-looks-things-up"])
def test_no_lesson_off_the_plane_opens_with_an_empty_boundary(name: str) -> None:
    front, idle = chosen_views(read(preset(name)))
    assert front
    assert "boundary" in idle
    assert not set(front) & set(idle)


@pytest.mark.parametrize("cls", entries("data").values(), ids=lambda cls: cls.__name__)
def test_any_data_have_views(cls: Any) -> None:
    front, idle = chosen_views(with_data(starter(), cls()))
    assert not set(front) & set(idle)
    assert ("boundary" in idle) == (not cls.plane)


def test_a_lesson_brings_the_curve_that_it_judges() -> None:
    named = {
        "outliers-choose-the-loss": "slope",
        "rnn-gru-lstm": "accuracy",
        "xor-needs-hidden-layer": "",
        "u-net-keeps-its-edges": "mean_iou",
        "early-stopping": "",
    }
    for name, curve in named.items():
        experiment = read(preset(name))
        assert judged(experiment) == curve
        assert ("metrics" in chosen_views(experiment)[0]) == bool(curve)


def test_what_a_game_makes_of_a_plane_keeps_its_place() -> None:
    assert "metrics" not in chosen_views(read(preset("mode-collapse")))[0]
