"""Splits, preprocessing and targets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from playground.engine.data import DataStore
from playground.engine.preprocess import encode, shift_and_scale, split
from playground.spec.entry import make
from playground.spec.errors import SpecError

CPU = torch.device("cpu")


def test_a_split_takes_every_sample_once_and_depends_on_its_seed() -> None:
    targets = np.zeros(50)
    train, rest = split(targets, 0.3, 4, stratified=False)
    assert len(train) == 15
    assert sorted([*train, *rest]) == list(range(50))
    assert split(targets, 0.3, 4, False)[0].tolist() == train.tolist()
    assert split(targets, 0.3, 5, False)[0].tolist() != train.tolist()


def test_a_stratified_split_keeps_the_share_of_each_class() -> None:
    targets = np.repeat([0, 1, 2], [60, 30, 10])
    train, _ = split(targets, 0.5, 0, stratified=True)
    assert np.bincount(targets[train]).tolist() == [30, 15, 5]


@pytest.mark.parametrize("share", [0.05, 0.95])
def test_neither_side_of_a_split_is_empty(share: float) -> None:
    train, rest = split(np.array([0, 1, 2]), share, 0, stratified=True)
    assert len(train) >= 1
    assert len(rest) >= 1


def test_standardising_uses_the_training_samples_alone() -> None:
    store = DataStore()
    samples = store.samples(make("data", {"entry": "Wine"}))
    train, rest = samples.inputs
    assert np.allclose(train.mean(axis=0), 0, atol=1e-5)
    assert np.allclose(train.std(axis=0), 1, atol=1e-4)
    assert not np.allclose(rest.mean(axis=0), 0, atol=1e-3)
    assert shift_and_scale(np.ones((4, 1), np.float32), "standardise")[1].tolist() == [1.0]


@pytest.mark.parametrize(
    ("encoding", "classes", "wanted"),
    [
        ("index", 2, [1, 0]),
        ("binary", 2, [[1.0], [0.0]]),
        ("sign", 2, [[1.0], [-1.0]]),
        ("onehot", 3, [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]),
        ("value", 0, [[1.0], [0.0]]),
    ],
)
def test_targets_as_losses_want_them(encoding: str, classes: int, wanted: list[object]) -> None:
    found = encode(np.array([1, 0]), encoding, classes)
    assert found.tolist() == wanted
    assert found.dtype == (np.int64 if encoding == "index" else np.float32)


def test_features_are_columns_and_points_stay_raw() -> None:
    entry = make("data", {"entry": "Xor", "n": 20, "features": ["x1^2", "x1*x2", "x2"]})
    samples = DataStore().samples(entry)
    assert samples.points is not None
    raw, seen = samples.points[0], samples.inputs[0]
    assert np.allclose(seen, np.stack([raw[:, 0] ** 2, raw[:, 0] * raw[:, 1], raw[:, 1]], axis=1))
    assert samples.info.input_names == ["x1^2", "x1*x2", "x2"]
    assert np.array_equal(samples.from_plane(raw), seen)


def test_equal_entries_share_tensors_and_losses_have_their_own_targets() -> None:
    store, entry = DataStore(), make("data", {"entry": "Circle", "n": 20})
    cross, binary, square = (
        make("loss", {"entry": name}) for name in ("CrossEntropyLoss", "BCEWithLogitsLoss", "MSELoss")
    )
    first = store.prepare(entry, cross, CPU)
    assert store.prepare(make("data", {"entry": "Circle", "n": 20}), cross, CPU) is first
    assert store.prepare(entry, binary, CPU).train_targets.dtype == torch.float32
    assert set(store.prepare(entry, square, CPU).train_targets.flatten().tolist()) == {-1.0, 1.0}
    assert first.train_targets.dtype == torch.int64


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    path, store = tmp_path / "table.csv", DataStore()
    entry = make("data", {"entry": "CsvFile", "path": str(path)})
    path.write_text("a,b\n" + "".join(f"{i},{'xy'[i % 2]}\n" for i in range(10)))
    assert sum(map(len, store.samples(entry).inputs)) == 10
    path.write_text("a,b\n" + "".join(f"{i},{'xy'[i % 2]}\n" for i in range(12)))
    assert sum(map(len, store.samples(entry).inputs)) == 12


def test_errors_of_data_have_their_place(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        DataStore().samples(make("data", {"entry": "CsvFile", "path": str(tmp_path / "none.csv")}))
    assert caught.value.place.startswith("data")


def test_the_samples_of_each_class_are_counted_on_the_training_side() -> None:
    store = DataStore()
    wanted = make("data", {"entry": "Iris"})
    samples = store.samples(wanted)  # type: ignore[arg-type]  # it is a Data
    assert samples.info.counts == [int((samples.targets[0] == label).sum()) for label in range(3)]
    assert sum(samples.info.counts) == samples.info.train
    assert store.samples(make("data", {"entry": "RegPlane"})).info.counts == []  # type: ignore[arg-type]  # as above
