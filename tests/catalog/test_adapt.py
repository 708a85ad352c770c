"""Changing the data changes what no longer fits, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any, cast

import pytest

from playground import catalog
from playground.catalog.adapt import suits, with_data, with_objective
from playground.catalog.kinds import Data, Objective
from playground.spec.entry import Entry, entries, make
from playground.spec.experiment import Experiment, Lesson, Variant
from playground.spec.files import dumps, loads
from playground.spec.graph import Graph, Node, chain, check
from playground.spec.variants import resolve

catalog.load()
NAMES = [name for name in entries("data") if name not in ("CsvFile", "ArrayFile")]


def data(name: str, **values: Any) -> Data:
    return cast(Data, make("data", {"entry": name, **values}))


def layer(name: str, **values: Any) -> Entry:
    return make("layer", {"entry": name, **values})


def network(*between: Node) -> Graph:
    hidden = Node("hidden1", layer("Linear", out_features=4), layer("Tanh"))
    return chain(Node("input1", layer("Input")), *between, hidden, Node("output1", layer("Output")))


def experiment(**changes: Any) -> Experiment:
    values: dict[str, Any] = {
        "title": "Test",
        "data": data("Circle"),
        "networks": {"model": network()},
        "objective": make("objective", {"entry": "Classification"}),
        "loss": make("loss", {"entry": "BCEWithLogitsLoss"}),
        "optimizer": make("optimizer", {"entry": "SGD"}),
        "schedule": make("schedule", {"entry": "Constant"}),
        "initializer": make("initializer", {"entry": "XavierUniform"}),
        "metrics": (make("metric", {"entry": "Accuracy"}), make("metric", {"entry": "MaxWeight"})),
        "lesson": Lesson("topic", "text"),
    }
    return Experiment(**{**values, **changes})


def fits(found: Experiment) -> bool:
    task = found.data.task  # type: ignore[attr-defined]  # every data entry has one
    return (
        found.objective.task == task  # type: ignore[attr-defined]  # as above
        and task in found.loss.tasks  # type: ignore[attr-defined]  # as above
        and all(task in metric.tasks for metric in found.metrics)  # type: ignore[attr-defined]  # as above
    )


@pytest.mark.parametrize("name", NAMES)
def test_any_data_fit_afterwards(name: str) -> None:
    found = with_data(experiment(), data(name))
    assert found.data == data(name)
    assert fits(found)
    check(found.networks["model"])
    assert loads(dumps(found)) == found


@pytest.mark.parametrize(
    ("first", "second"), list(permutations(["Circle", "RegPlane", "Digits", "Diabetes", "Iris"], 2))
)
def test_any_way_between_data_fits(first: str, second: str) -> None:
    found = with_data(with_data(experiment(), data(first)), data(second))
    assert fits(found)
    flat = [node for node in found.networks["model"].nodes if node.layer.name == "Flatten"]
    assert len(flat) == (second == "Digits")


def test_same_task_keeps_everything_else() -> None:
    old = experiment()
    assert with_data(old, data("Spiral")) == replace(old, data=data("Spiral"))


def test_regression_replaces_loss_objective_and_metrics() -> None:
    found = with_data(experiment(), data("RegPlane"))
    assert found.loss.name == "MSELoss"
    assert found.objective.name == "Regression"
    assert [metric.name for metric in found.metrics] == ["R2", "MeanAbsoluteError", "MaxWeight"]


def test_a_loss_that_serves_both_stays() -> None:
    loss = make("loss", {"entry": "SmoothL1Loss", "beta": 2.0})
    assert with_data(experiment(loss=loss), data("RegGauss")).loss == loss


def test_a_yes_or_no_becomes_a_choice_among_more_classes() -> None:
    for name in ("Digits", "Iris", "Blobs"):
        assert with_data(experiment(), data(name)).loss.name == "CrossEntropyLoss"
    assert with_data(experiment(), data("Blobs", centers=2)).loss.name == "BCEWithLogitsLoss"
    error = make("loss", {"entry": "MSELoss"})
    assert with_data(experiment(loss=error), data("Digits")).loss == error
    assert with_data(with_data(experiment(), data("RegPlane")), data("Digits")).loss.name == "CrossEntropyLoss"


def test_no_metrics_stay_none() -> None:
    assert with_data(experiment(metrics=()), data("RegGauss")).metrics == ()


def test_images_get_a_flatten_and_flat_data_lose_it() -> None:
    old = experiment()
    found = with_data(old, data("Digits"))
    graph = found.networks["model"]
    assert [node.layer.name for node in graph.order()] == ["Input", "Flatten", "Linear", "Output"]
    back = with_data(found, data("Circle"))
    assert back.networks["model"].nodes == old.networks["model"].nodes
    assert set(back.networks["model"].edges) == set(old.networks["model"].edges)


def test_images_into_a_linear_model_get_a_flatten_too() -> None:
    linear = chain(Node("input1", layer("Input")), Node("output1", layer("Output")))
    graph = with_data(experiment(networks={"model": linear}), data("Digits")).networks["model"]
    assert [node.layer.name for node in graph.order()] == ["Input", "Flatten", "Output"]


def test_a_flatten_that_is_there_is_enough() -> None:
    old = experiment(networks={"model": network(Node("flat", layer("Flatten")))}, data=data("Digits"))
    assert with_data(old, data("Digits", seed=1)).networks == old.networks


def test_variants_and_lesson_stay_and_every_variant_fits() -> None:
    variants = (
        Variant("plain"),
        Variant("hinge", {"loss": {"entry": "CrossEntropyLoss", "label_smoothing": 0.1}}),
        Variant("wide", {"networks.model.nodes.hidden1.layer.out_features": 32}),
    )
    found = with_data(experiment(variants=variants), data("RegPlane"))
    assert found.lesson == experiment().lesson
    assert found.variant_names() == ("plain", "hinge", "wide")
    for name in found.variant_names():
        assert fits(resolve(found, name))
    wide = resolve(found, "wide").networks["model"].node("hidden1").layer
    assert wide.values()["out_features"] == 32


def test_unknown_entries_are_left_alone() -> None:
    strange = make("loss", {"entry": "TverskyLoss", "gamma": 2})
    assert with_data(experiment(loss=strange), data("RegPlane")).loss == strange


@pytest.mark.parametrize("name", ["Digits", "Sentences"])
def test_a_network_that_is_given_noise_is_left_alone(name: str) -> None:
    game = make("objective", {"entry": "Adversarial"})
    networks = {"generator": network(), "discriminator": network()}
    found = with_data(experiment(objective=game, networks=networks), data(name)).networks
    assert found["generator"] == networks["generator"]
    layers = [node.layer.name for node in found["discriminator"].nodes]
    assert ("Flatten" in layers) == (name == "Digits")
    assert "Embedding" not in layers  # what is made lies between the numbers of symbols


def test_a_discriminator_of_symbols_is_given_their_numbers() -> None:
    game = make("objective", {"entry": "Adversarial"})
    assert isinstance(game, Objective)
    reader = with_data(experiment(networks={"discriminator": network(), "model": network()}), data("Sentences"))
    assert "Embedding" in [node.layer.name for node in reader.networks["discriminator"].nodes]
    found = with_objective(reader, game, (14,)).networks
    assert "Embedding" not in [node.layer.name for node in found["discriminator"].nodes]
    assert "Embedding" in [node.layer.name for node in found["model"].nodes]


def first(found: Experiment) -> list[Any]:
    """The layers between the samples and what learns."""
    return [node.layer for node in found.networks["model"].order()][1:4]


def test_symbols_get_an_embedding_that_stays_and_grows() -> None:
    memory = Node("gru1", layer("GRU", returns="last"))
    graph = chain(Node("input1", layer("Input")), memory, Node("output1", layer("Output")))
    bits = with_data(experiment(networks={"model": graph}), data("Parity"))
    assert first(bits)[0] == layer("Embedding", num_embeddings=2)
    letters = with_data(bits, data("CopyLast"))
    assert first(letters)[0] == layer("Embedding", num_embeddings=8)
    assert first(with_data(letters, data("Majority"))) == first(letters)
    assert first(with_data(letters, data("SineMix")))[0].name == "GRU"
    assert first(with_data(letters, data("Circle")))[0] == layer("Reshape", shape=[-1, 1])
    assert first(with_data(letters, data("Digits")))[0] == layer("Reshape", shape=[-1, 8])


def test_convolutions_along_time_get_their_channels_first() -> None:
    along = Node("conv1", layer("Conv1d"))
    graph = chain(
        Node("input1", layer("Input")), along, Node("flat1", layer("Flatten")), Node("output1", layer("Output"))
    )
    series = with_data(experiment(networks={"model": graph}), data("MarkedSum"))
    assert [one.name for one in first(series)] == ["Transpose", "Conv1d", "Flatten"]
    assert with_data(series, data("SineMix")).networks == series.networks
    assert [one.name for one in first(with_data(series, data("Sentences")))] == ["Embedding", "Transpose", "Conv1d"]


def test_a_dense_layer_before_a_memory_works_on_each_step() -> None:
    dense, memory = Node("linear1", layer("Linear")), Node("lstm1", layer("LSTM", returns="last"))
    graph = chain(Node("input1", layer("Input")), dense, memory, Node("output1", layer("Output")))
    assert with_data(experiment(networks={"model": graph}), data("SineMix")).networks["model"] == graph


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("Circle", {"Classification", "Distillation", "Adversarial", "Autoencoding", "Variational"}),
        ("KarateClub", {"NodeClassification"}),
        ("ShapeBoxes", {"BoxDetection", "SeveralHeads", "Adversarial", "Autoencoding", "Variational"}),
        ("WineAndAlcohol", {"SeveralHeads", "Adversarial", "Autoencoding", "Variational"}),
        ("Characters", {"NextToken", "Adversarial", "Autoencoding", "Variational"}),
        ("Expressions", {"TreeClassification"}),
    ],
)
def test_only_what_suits_the_data_is_offered(name: str, fitting: set[str]) -> None:
    every = entries("objective")
    assert {key for key, cls in every.items() if suits(cls, data(name))} == fitting
