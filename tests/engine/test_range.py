"""The learning-rate range test."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from playground.engine.control import RangeRequest, Start
from playground.engine.data import DataStore
from playground.engine.events import Finished, RangeTest, Reply
from playground.engine.range_test import finished, range_test, round_rate, smoothed, suggested
from playground.engine.session import Refused
from playground.spec.entry import entries
from playground.spec.errors import SpecError
from playground.spec.parse import from_json
from tests.engine.building import JSON, curves, dense, experiment, graph, node, outcome, raw, session
from tests.engine.test_objectives import autoencoder, game
from tests.engine.test_server import Engine, engine

__all__ = ["engine"]
POINTS: JSON = {"entry": "Xor", "n": 300, "label_noise": 0.0}

DEEP = dense(16, 16, activation="ReLU")


def tried(network: JSON | None = None, **changes: object) -> RangeTest:
    wanted = experiment(network or dense(8), **{"data": POINTS, "batch_size": 10, **changes})
    return finished(range_test(wanted, "model", DataStore(), budget=60))


def test_the_loss_falls_and_then_grows() -> None:
    found = tried(DEEP, optimizer={"entry": "AdamW"})
    assert found.ended in ("grown", "not finite")
    assert found.rates[0] == pytest.approx(1e-5)
    np.testing.assert_allclose(np.diff(np.log(found.rates)), np.log(1e6) / 99, rtol=1e-6)
    assert len(found.rates) == len(found.losses) == len(found.smoothed) < 100
    assert found.suggested is not None
    assert 1e-3 <= found.suggested <= 0.1
    assert found.steepest is not None
    assert tried(DEEP, optimizer={"entry": "AdamW"}) == found


@pytest.mark.parametrize("optimizer", [name for name in entries("optimizer") if name != "LBFGS"])
def test_every_optimizer_learns_at_the_rate_that_is_suggested_for_it(optimizer: str) -> None:
    chosen: JSON = {"entry": optimizer}
    found = tried(optimizer=chosen).suggested
    if found is None:  # one that is at its best beyond the high end, or does not move within so few steps
        assert optimizer in ("Adadelta",)
        return
    learnt = outcome(dense(8), data=POINTS, optimizer={**chosen, "lr": found}, epochs=6).record
    losses = learnt.get("model", "train_loss").y
    assert losses[-1] < 0.9 * losses[0]


def test_its_first_losses_are_those_of_a_training_at_these_rates() -> None:
    wanted: JSON = {"data": POINTS, "optimizer": {"entry": "SGD", "lr": 1e-5}, "batch_size": 10}
    usual = session(dense(8), **wanted).runs[0]
    usual.chunk(1)
    assert tried().losses[0] == pytest.approx(float(usual.take()["batch_loss"][1][0]))


def test_layers_keep_their_factors_and_frozen_ones_rest() -> None:
    network = graph([node("input", "Input"), node("a", "Linear", "Tanh", _lr_factor=0), node("end", "Output")])
    assert tried(network).losses != tried(dense(8)).losses


def test_neither_schedule_nor_early_stopping_has_a_part_in_it() -> None:
    stops: JSON = {"entry": "EarlyStopping", "patience": 1}
    plain = tried()
    assert tried(schedule={"entry": "OneCycleLR"}, regularizers=[stops]) == plain


def test_time_is_limited() -> None:
    wanted = experiment(dense(8), data=POINTS)
    found = finished(range_test(wanted, "model", DataStore(), budget=0))
    assert found.ended == "time"
    assert len(found.losses) == 1
    assert found.suggested is None


def test_a_rate_that_blows_everything_up_leaves_finite_numbers() -> None:
    wanted = experiment(dense(8, activation="ReLU"), data=POINTS, initializer={"entry": "Normal", "std": 4.0})
    found = finished(range_test(wanted, "model", DataStore(), low=1, high=1e30, budget=60))
    assert found.ended in ("grown", "not finite")
    assert np.isfinite(found.losses).all()


def test_an_objective_of_several_losses_says_so_and_others_work() -> None:
    with pytest.raises(SpecError, match="several losses"):
        finished(range_test(from_json(game()), "model", DataStore()))
    assert finished(range_test(from_json(autoencoder()), "model", DataStore(), budget=60)).losses


def test_what_cannot_train_is_refused() -> None:
    with pytest.raises(Refused):
        finished(range_test(experiment(graph([node("input", "Input")], [])), "model", DataStore()))
    with pytest.raises(SpecError, match="low rate"):
        finished(range_test(experiment(), "model", DataStore(), low=1, high=0.1))


def test_nothing_is_suggested_where_the_loss_does_not_fall() -> None:
    rates = np.geomspace(1e-5, 10, 100)
    assert suggested(rates, np.ones(100)) == (None, None)
    assert suggested(rates[:5], np.linspace(1, 0, 5)) == (None, None)
    falling = np.concatenate([np.ones(50), np.linspace(1, 0.2, 30), np.linspace(0.3, 4, 20)])
    steepest, start = suggested(rates, falling)
    assert start == round_rate(rates[79] / 10)
    assert steepest is not None
    assert rates[50] < steepest < rates[79]


@pytest.mark.parametrize(("rate", "found"), [(0.0012, 0.001), (0.04, 0.05), (9.0, 10.0), (0.027, 0.03), (2.0, 2.0)])
def test_rates_are_rounded_to_what_people_type(rate: float, found: float) -> None:
    assert round_rate(rate) == found


def test_smoothing_starts_without_bias() -> None:
    np.testing.assert_allclose(smoothed([3.0] * 5), 3.0)
    assert smoothed([1.0, 0.0])[1] == pytest.approx(0.09 / 0.19)


def test_beside_a_training_it_answers_and_changes_nothing(engine: Engine) -> None:
    long = raw(epochs=60)
    engine.send(Start(long), RangeRequest(5, raw(dense(6), data=POINTS), "model"))
    found = engine.until(Reply)
    assert found.id == 5
    assert found.value["suggested"]
    last = next((one for one in engine.said if isinstance(one, Finished)), None) or engine.until(Finished)
    alone = outcome(epochs=60).results["model"]
    assert last.results["model"]["train_loss"] == alone["train_loss"]
    engine.send(RangeRequest(6, raw(), "model"), RangeRequest(7, raw(), "model"))
    assert [engine.until(Reply).id for _ in range(2)] == [6, 7]
    engine.send(RangeRequest(8, raw(graph([node("input", "Input")], [])), "model"))
    assert engine.until(Reply).error
    assert engine.close() == 0


def test_a_training_in_steps_is_the_same_with_one_between() -> None:
    def trained(between: bool) -> dict[str, dict[str, list[float]]]:
        parts = [node("input", "Input"), node("d", "Linear", "ReLU"), node("p", "Dropout"), node("o", "Output")]
        running = session(graph(parts))
        tests: Iterator[RangeTest | None] = range_test(experiment(dense(8)), "model", DataStore())
        for run in running.runs:
            run.begin()
            for _ in range(6):
                run.chunk(2)
                if between:
                    next(tests)
            run.take()
        return curves(running)

    assert trained(True) == trained(False)
