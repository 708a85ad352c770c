"""Samples that are held out: which they are, that no training looks at them, and what is measured at the end."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest

from playground.catalog.kinds import IGNORED, Data
from playground.engine.data import DataStore, Samples
from playground.engine.events import Finished
from playground.engine.preprocess import held_out, held_out_places, split, split_in_order
from playground.engine.session import Refused, open_session
from playground.engine.steering import Control
from playground.spec.entry import entries, make
from playground.spec.parse import from_json
from tests.engine.building import JSON, curves, dense, drive, experiment, outcome, raw, session
from tests.engine.test_objectives import autoencoder, game, school
from tests.engine.test_variational import vae

STORE = DataStore()
CROSS: JSON = {"loss": {"entry": "CrossEntropyLoss"}}
HELD: JSON = {"data": {"entry": "Circle", "n": 60, "test_share": 0.3}}


def samples(entry: str, **fields: Any) -> Samples:
    """Data, drawn and split."""
    return STORE.samples(cast(Data, make("data", {"entry": entry, **fields})))


# --- which they are ------------------------------------------------------------------------------------------------


def test_the_three_sets_share_nothing_and_lose_nothing() -> None:
    targets = np.zeros(50)
    train, rest = split(targets, 0.3, 4, stratified=False)
    validation, test = held_out(targets, rest, 0.2, stratified=False)
    assert (len(train), len(validation), len(test)) == (15, 25, 10)
    assert sorted([*train, *validation, *test]) == list(range(50))


def test_each_class_has_its_share_in_each_set() -> None:
    targets = np.repeat([0, 1, 2], [60, 30, 10])
    _, rest = split(targets, 0.5, 0, stratified=True)
    validation, test = held_out(targets, rest, 0.2, stratified=True)
    assert np.bincount(targets[validation]).tolist() == [18, 9, 3]
    assert np.bincount(targets[test]).tolist() == [12, 6, 2]


@pytest.mark.parametrize("share", [0.05, 0.9])
def test_one_sample_at_least_tests_and_one_validates(share: float) -> None:
    targets = np.array([0, 1, 2, 2])
    _, rest = split(targets, 0.05, 0, stratified=True)
    validation, test = held_out(targets, rest, share, stratified=True)
    assert len(validation) >= 1
    assert len(test) >= 1


def test_of_samples_in_order_the_last_ones_test() -> None:
    targets = np.arange(20)
    train, rest = split_in_order(targets, 0.5)
    validation, test = held_out(targets, rest, 0.2, stratified=False)
    assert (train.tolist(), validation.tolist(), test.tolist()) == (
        list(range(10)),
        list(range(10, 16)),
        list(range(16, 20)),
    )


def test_of_one_graph_other_places_test() -> None:
    targets = np.full((2, 1, 20), IGNORED)
    targets[0, 0, [0, 10]] = [0, 1]
    targets[1, 0, 1:10], targets[1, 0, 11:] = 0, 1
    found = held_out_places(targets, 0.3, 0)
    assert found.shape == (3, 1, 20)
    assert np.array_equal(found[0], targets[0])
    assert np.array_equal(np.maximum(found[1], found[2]), targets[1])
    assert [np.bincount(found[2][found[2] >= 0]).tolist(), int((found[1] >= 0).sum())] == [[3, 3], 12]


@pytest.mark.parametrize("name", [name for name in entries("data") if name not in ("CsvFile", "ArrayFile")])
def test_any_data_can_hold_samples_out_and_train_on_the_same(name: str) -> None:
    plain, held = samples(name), samples(name, test_share=0.04)
    assert held.test is not None
    assert np.array_equal(plain.inputs[0], held.inputs[0])
    assert np.array_equal(plain.targets[0], held.targets[0])
    assert plain.test is None
    assert len(plain.info.split) == 2
    assert sum(plain.info.split) == sum(held.info.split)
    assert plain.info.split[0] == held.info.split[0]
    assert min(held.info.split) >= 1


@pytest.mark.parametrize(
    ("fields", "said", "hint"),
    [
        ({"entry": "Circle", "train_share": 0.5, "test_share": 0.6}, "make 110% of the samples", "Leave at least 5%"),
        ({"entry": "Circle", "n": 10, "train_share": 0.9, "test_share": 0.05}, "too few samples", "Train on fewer"),
        ({"entry": "KarateClub", "test_share": 0.9}, "", ""),
        ({"entry": "KarateClub", "test_share": 0.01}, "too small to test", "Choose a larger one"),
    ],
)
def test_shares_that_do_not_fit_are_one_sentence_at_their_place(fields: JSON, said: str, hint: str) -> None:
    if not said:
        assert min(samples(**fields).info.split) >= 1
        return
    with pytest.raises(Refused) as caught:
        open_session(experiment(dense(3), data=fields), STORE)
    found = caught.value.diagnostic
    assert found.place == "data.test_share"
    assert said in found.message
    assert hint in found.hint


def test_what_is_left_validates_exactly_at_the_limit() -> None:
    assert samples("Circle", n=200, train_share=0.7, test_share=0.25).info.split == [140, 10, 50]


# --- what is measured ----------------------------------------------------------------------------------------------


def test_training_is_the_same_whether_or_not_more_samples_are_held_out() -> None:
    plain, held = (curves(outcome(data={"entry": "Circle", "n": 60, **data})) for data in ({}, {"test_share": 0.3}))
    for name in ("train_loss", "batch_loss", "train_accuracy"):
        assert plain["model"][name] == held["model"][name]
    assert plain["model"]["validation_loss"] != held["model"]["validation_loss"]
    assert not any(name.startswith("test_") for name in held["model"])


def test_the_results_tell_of_the_held_out_samples_at_the_end() -> None:
    found = outcome(**HELD)
    results, run = found.results["model"], found.session.runs[0]
    told = {name: value for name, value in results.items() if name.startswith("test_")}
    assert list(told) == ["test_loss", "test_accuracy"]
    assert told == run.objective.test()
    assert run.dataset.test is not None
    assert len(run.dataset.test[0]) == 18


def test_nothing_is_told_without_such_samples_or_before_the_end() -> None:
    assert not any(name.startswith("test_") for name in outcome().results["model"])
    running, control = session(**HELD), Control()
    control.stopped = True
    last = drive(running, control)[-1]
    assert isinstance(last, Finished)
    assert not any(name.startswith("test_") for name in last.results["model"])


def test_a_run_that_diverged_has_no_number_for_them() -> None:
    found = outcome(
        dense(4, activation="ReLU"),
        data={"entry": "RegPlane", "n": 60, "test_share": 0.3},
        objective={"entry": "Regression"},
        loss={"entry": "MSELoss"},
        metrics=[],
        optimizer={"entry": "SGD", "lr": 10.0},
        epochs=60,
    )
    assert found.results["model"]["test_loss"] is None


def test_to_look_changes_nothing_of_the_training() -> None:
    looked, plain = session(**HELD), session(**HELD)
    for one in (looked, plain):
        one.runs[0].begin()
        while not one.runs[0].over:
            one.runs[0].chunk(2)
            if one is looked:
                one.tested()
        one.runs[0].take()
    assert curves(looked) == curves(plain)
    assert looked.tested().results["model"] == plain.tested().results["model"]
    assert looked.tested().epoch == 3.0


SEVERAL: dict[str, tuple[JSON, set[str]]] = {
    "autoencoder": (autoencoder(data={"entry": "Digits", "test_share": 0.2}), {"test_loss", "test_reconstruction"}),
    "variational": (
        vae(data={"entry": "Digits", "train_share": 0.1, "test_share": 0.7}),
        {"test_loss", "test_reconstruction", "test_kl"},
    ),
    "school": (school(**HELD), {"test_loss", "test_accuracy", "test_teacher_loss", "test_teacher_accuracy"}),
    "game": (game(**HELD), set()),
    "inputs": (
        raw(
            dense(4, activation="ReLU"),
            **HELD,
            metrics=[{"entry": "DeadUnits"}, {"entry": "MaxWeight"}],
        ),
        {"test_loss", "test_dead_units"},
    ),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_every_objective_has_its_own_numbers_or_none(case: str) -> None:
    made, wanted = SEVERAL[case]
    running = open_session(from_json(made), DataStore())
    assert set(running.tested().results.get("model", {})) == wanted


# --- scaling -------------------------------------------------------------------------------------------------------


def test_min_max_scales_by_the_training_samples_alone() -> None:
    train, rest = samples("Wine", scaling="min-max").inputs
    assert np.allclose(train.min(axis=0), 0)
    assert np.allclose(train.max(axis=0), 1)
    assert rest.min() < 0 or rest.max() > 1


@pytest.mark.parametrize("scaling", ["standardise", "min-max"])
def test_the_plane_is_scaled_as_its_points_are(scaling: str) -> None:
    found = samples("Moons", n=40, scaling=scaling, test_share=0.1)
    assert found.points is not None
    for side in (0, 1):
        assert np.allclose(found.from_plane(found.points[side]), found.inputs[side], atol=1e-6)
    assert np.allclose(found.inputs[0] * found.scale + found.shift, found.points[0], atol=1e-5)


@pytest.mark.parametrize("scaling", ["standardise", "min-max"])
def test_an_input_that_never_changes_is_only_shifted(scaling: str, tmp_path: Any) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"0.1,{i},{'uv'[i % 2]}\n" for i in range(60)))
    found = samples("CsvFile", path=str(table), target_column="y", scaling=scaling)
    constant = int(np.argmin(found.inputs[0].std(axis=0)))
    assert np.abs(found.inputs[0][:, constant]).max() < 1e-6
    assert float(found.scale[constant]) == 1.0


@pytest.mark.parametrize("scaling", ["standardise", "min-max"])
def test_symbols_are_never_scaled(scaling: str) -> None:
    assert np.array_equal(samples("Sentences", n=40).inputs[0], samples("Sentences", n=40, scaling=scaling).inputs[0])
