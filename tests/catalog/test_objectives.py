"""Choosing an objective brings the networks that it needs, and takes nothing away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from playground import catalog
from playground.catalog.adapt import with_data, with_objective
from playground.catalog.kinds import Data, Objective
from playground.catalog.starter import starter
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.spec.entry import entries, make
from playground.spec.experiment import Experiment
from playground.spec.files import dumps, loads

catalog.load()
ALL = {name: cast(type[Objective], cls) for name, cls in entries("objective").items()}
SAMPLES = {"Circle": (2,), "Digits": (1, 8, 8), "Iris": (4,)}


def start(data: str = "Circle", **values: Any) -> Experiment:
    found = with_data(starter(), cast(Data, make("data", {"entry": data, **values})))
    return replace(found, device="cpu")


@pytest.mark.parametrize("data", SAMPLES)
@pytest.mark.parametrize("name", [name for name in ALL if name != "Regression"])
def test_what_is_chosen_can_train_at_once(name: str, data: str) -> None:
    found = with_objective(start(data), ALL[name](), SAMPLES[data])
    problems = [one for one in plan(found, DataStore()).problems if one.severity == "error"]
    fits = ALL[name].answers in ("", "one") and not ALL[name].parts
    assert [one.code for one in problems if one.place] == ([] if fits else ["answers"])
    assert fits <= (problems == [])
    assert loads(dumps(found)) == found


def test_networks_stay_so_that_one_can_go_back() -> None:
    first = start()
    game = with_objective(first, ALL["Adversarial"]())
    assert list(game.networks) == ["model", "generator", "discriminator"]
    assert game.networks["model"] == first.networks["model"]
    assert game.metrics == ()
    back = with_objective(game, ALL["Classification"]())
    assert list(back.networks) == list(game.networks)
    assert (back.loss, back.metrics) == (first.loss, first.metrics)


def test_the_student_begins_as_the_network_there_is() -> None:
    found = with_objective(start(), ALL["Distillation"]())
    assert found.networks["student"] == found.networks["model"]
    wide = found.networks["teacher"].node("hidden1").layer.values()["out_features"]
    assert wide > found.networks["student"].node("hidden1").layer.values()["out_features"]


def test_a_loss_that_fits_stays() -> None:
    squares = replace(start(), loss=make("loss", {"entry": "L1Loss"}))
    assert with_objective(squares, ALL["Autoencoding"]()).loss.name == "L1Loss"
    assert with_objective(start("Iris"), ALL["Autoencoding"]()).loss.name == "MSELoss"
    assert with_objective(squares, ALL["Distillation"]()).loss.name == "CrossEntropyLoss"


def test_other_data_leave_an_objective_alone_that_looks_at_no_targets() -> None:
    game = with_objective(start(), ALL["Adversarial"]())
    table = with_data(game, cast(Data, make("data", {"entry": "Diabetes"})))
    assert table.objective == game.objective
    assert plan(replace(table, device="cpu"), DataStore()).trainable


def test_roles_are_told_for_every_network() -> None:
    for cls in ALL.values():
        assert len(cls.roles) == len(cls.networks)
        assert all(cls().role(name) for name in cls.networks)
        assert cls().role("stranger") == ""


def test_a_variational_encoder_has_a_second_head_and_loses_it_again() -> None:
    plain = with_objective(start("Digits"), ALL["Autoencoding"](), SAMPLES["Digits"])
    found = with_objective(plain, ALL["Variational"](), SAMPLES["Digits"])
    encoder = found.networks["encoder"]
    assert [node.id for node in encoder.nodes[-3:]] == ["mean", "log_variance", "code"]
    worked = plan(found, DataStore())
    assert worked.trainable
    assert [one.output_shape for one in worked.networks["encoder"].nodes[-3:]] == [[2], [2], [4]]
    assert worked.networks["decoder"].nodes[0].output_shape == [2]
    assert found.networks["decoder"] == plain.networks["decoder"]
    back = with_objective(found, ALL["Autoencoding"](), SAMPLES["Digits"])
    again = plan(back, DataStore())
    assert again.trainable
    assert again.networks["encoder"].nodes[-1].output_shape == [2]
    assert with_objective(back, ALL["Variational"](), SAMPLES["Digits"]).networks["encoder"].sinks()[0].id == "code"


def test_a_variational_encoder_begins_with_both_heads() -> None:
    data = cast(Data, make("data", {"entry": "Digits"}))
    graph = ALL["Variational"]().starting("encoder", data)
    assert graph is not None
    assert {"mean", "log_variance"} < {node.id for node in graph.nodes}
