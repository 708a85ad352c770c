"""Data that do not fit into memory, or not on the device: the same curves, and no thread left behind."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from playground.engine import data, loader, mapped
from playground.engine.control import Ask, Pause, Play
from playground.engine.data import DataStore
from playground.engine.events import Checkpointed, Failed, Finished
from playground.engine.knobs import adopt
from playground.engine.range_test import finished, range_test
from playground.engine.session import Session, open_session
from playground.engine.steering import Control
from playground.engine.trainer import train
from playground.spec.entry import entries, make
from playground.spec.errors import SpecError
from tests.engine.building import JSON, curves, dense, drive, experiment, graph, node, outcome, session

SMALL = 600
"""Bytes that still fit where memory is short."""
CONVOLUTION = graph(
    [
        node("input", "Input"),
        node("conv", "Conv2d", "ReLU", out_channels=3, kernel_size=3),
        node("flat", "Flatten"),
        node("drop", "Dropout", p=0.3),
        node("end", "Output"),
    ]
)


@pytest.fixture
def short_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only the smallest arrays fit, and files go into the folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(mapped, "fits", lambda size: size <= SMALL)


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written a few rows at a time, sums are carried over after a few, and blocks have few batches."""
    monkeypatch.setattr(mapped, "LEAST_PIECE", 512)
    monkeypatch.setattr(mapped, "PIECES", 1 << 60)
    monkeypatch.setattr(mapped, "MEASURED", 300)
    monkeypatch.setattr(loader, "BLOCK", 1024)


def loaders() -> list[threading.Thread]:
    """The threads that read ahead."""
    return [thread for thread in threading.enumerate() if thread.name == "loader"]


def images(folder: Path, count: int = 60) -> JSON:
    """A data entry of 6 × 6 grey images in three classes."""
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, count)
    pixels = rng.integers(0, 200, (count, 6, 6)) + 25 * labels[:, None, None]
    np.save(folder / "x.npy", pixels.astype(np.uint8))
    np.save(folder / "y.npy", labels)
    return {
        "entry": "ArrayFile",
        "path": str(folder / "x.npy"),
        "targets": str(folder / "y.npy"),
        "images": "grey",
        "test_share": 0.1,
    }


def settings(folder: Path, **changes: Any) -> JSON:
    """An experiment on them with everything that could disturb the order of things."""
    return {
        "data": images(folder),
        "loss": {"entry": "CrossEntropyLoss"},
        "optimizer": {"entry": "Adam", "lr": 0.01},
        "batch_size": 7,
        **changes,
    }


def weights(running: Session) -> list[torch.Tensor]:
    """All weights of all variants."""
    return [p.detach().clone() for run in running.runs for net in run.networks.values() for p in net.parameters()]


def same(first: Session, second: Session) -> bool:
    """Whether two sessions have told and learnt the same, bit for bit."""
    pairs = zip(weights(first), weights(second), strict=True)
    return curves(first) == curves(second) and all(torch.equal(a, b) for a, b in pairs)


@pytest.mark.parametrize("scaling", ["none", "min-max"])
@pytest.mark.usefixtures("small_pieces")
def test_mapped_data_train_bit_for_bit_as_data_in_memory(
    request: pytest.FixtureRequest, tmp_path: Path, scaling: str
) -> None:
    chosen = settings(tmp_path)
    chosen["data"] = {**chosen["data"], "scaling": scaling}
    usual = outcome(CONVOLUTION, **chosen)
    request.getfixturevalue("short_memory")
    other = outcome(CONVOLUTION, **chosen)
    assert not usual.session.runs[0].dataset.streamed
    assert other.session.runs[0].dataset.samples.mapped
    assert same(usual.session, other.session)
    numbers = [{k: v for k, v in one.results["model"].items() if k != "seconds"} for one in (usual, other)]
    assert numbers[0] == numbers[1]
    assert "test_loss" in numbers[0]
    assert not loaders()


@pytest.mark.usefixtures("small_pieces")
def test_standardising_in_pieces_gives_the_numbers_of_the_whole(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    entry = make("data", {**images(tmp_path), "scaling": "standardise"})
    usual = DataStore().samples(entry)  # type: ignore[arg-type]  # it is a Data
    request.getfixturevalue("short_memory")
    other = DataStore().samples(entry)  # type: ignore[arg-type]  # as above
    assert other.mapped
    for a, b in ((usual.shift, other.shift), (usual.scale, other.scale), (usual.inputs[1], other.inputs[1])):
        assert a.dtype == b.dtype == np.float32
        np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-5)


def test_sums_in_pieces_stay_sound_where_the_mean_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "MEASURED", 64)
    inputs = (1e4 + np.random.default_rng(0).normal(size=(5000, 2))).astype(np.float32)
    shift, scale = mapped.shift_and_scale(inputs, np.arange(5000), "standardise")
    np.testing.assert_allclose(shift, inputs.mean(axis=0, dtype=np.float64), rtol=1e-7)
    np.testing.assert_allclose(scale, inputs.std(axis=0, dtype=np.float64), rtol=1e-5)
    constant = mapped.shift_and_scale(np.ones((9, 1), np.float32), np.arange(9), "standardise")
    assert [float(one[0]) for one in constant] == [1.0, 1.0]


def test_data_that_do_not_fit_on_the_device_stay_where_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = outcome(CONVOLUTION, **settings(tmp_path))
    monkeypatch.setattr(mapped, "resident", lambda size, device: False)
    other = outcome(CONVOLUTION, **settings(tmp_path))
    assert other.session.runs[0].dataset.streamed
    assert not other.session.runs[0].dataset.samples.mapped
    assert same(usual.session, other.session)
    assert not loaders()


def test_data_that_fit_have_no_loader(tmp_path: Path) -> None:
    (run,) = session(CONVOLUTION, **settings(tmp_path)).runs
    assert isinstance(run.next_batches(2), list)
    run.stepping.close()


@pytest.mark.usefixtures("short_memory", "small_pieces")
def test_variants_pausing_steps_and_another_batch_size_change_nothing(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    chosen["variants"] = [{"name": "one", "patch": {}}, {"name": "two", "patch": {"batch_size": 5}}]
    usual = outcome(CONVOLUTION, **chosen).session
    running, control = session(CONVOLUTION, **chosen), Control(play=False)
    events = train(running, control)
    for steps, wanted in ((1, 1), (3, 4), (8, 12)):
        control.take(Play(steps=steps))
        while next(events) is not None or running.runs[0].steps < wanted:
            pass
        while next(events) is not None:
            pass
        assert not loaders(), "a run that rests reads nothing"
    control.take(Pause())
    control.take(Play())
    assert isinstance([event for event in events if event is not None][-1], Finished)
    assert same(usual, running)
    assert not loaders()


@pytest.mark.usefixtures("short_memory", "small_pieces")
def test_a_checkpoint_in_the_middle_of_an_epoch_goes_on_bit_for_bit(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    usual = outcome(CONVOLUTION, **chosen).session
    running, control, path = session(CONVOLUTION, **chosen), Control(play=False), tmp_path / "run.pt"
    control.take(Play(steps=9))
    events = train(running, control, path)
    told = []
    while (event := next(events)) is not None or running.runs[0].steps < 9:
        told.append(event)
    assert isinstance(told[-1], Checkpointed)
    events.close()
    assert not loaders()
    fresh = open_session(experiment(CONVOLUTION, **chosen), DataStore())
    fresh.resume(path)
    assert 0 < fresh.runs[0].position < len(fresh.runs[0].dataset)
    drive(fresh, Control())
    assert same(usual, fresh)


@pytest.mark.usefixtures("small_pieces")
def test_another_batch_size_takes_effect_at_the_next_step(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    runs = []
    for short in (False, True):
        if short:
            request.getfixturevalue("short_memory")
        running = session(CONVOLUTION, **settings(tmp_path))
        (run,) = running.runs
        run.chunk(2)
        adopt(run, replace(run.experiment, batch_size=4))
        while not run.over:
            run.chunk(3)
        run.take()
        run.close()
        runs.append(running)
    assert runs[1].runs[0].dataset.streamed
    assert same(*runs)
    assert not loaders()


@pytest.mark.usefixtures("short_memory", "small_pieces")
def test_a_run_that_is_dropped_leaves_no_thread(tmp_path: Path) -> None:
    running = session(CONVOLUTION, **settings(tmp_path))
    events = train(running, Control())
    for _ in range(3):
        next(events)
    running.runs[0].chunk(1)
    assert loaders()
    events.close()
    assert not loaders()


@pytest.mark.usefixtures("short_memory", "small_pieces")
def test_data_that_can_no_longer_be_read_end_the_training_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = loader._taken

    def broken(source: torch.Tensor, rows: np.ndarray, pinned: bool) -> torch.Tensor:
        if running.runs[0].steps > 5:
            raise OSError(5, "Input/output error")
        return whole(source, rows, pinned)

    running = session(CONVOLUTION, **settings(tmp_path, epochs=50))
    monkeypatch.setattr(loader, "_taken", broken)
    last = drive(running, Control())[-1]
    assert isinstance(last, Failed)
    assert last.message == "Training stopped: the data can no longer be read: Input/output error"
    assert not loaders()


@pytest.mark.usefixtures("short_memory")
def test_the_fused_kernel_is_told_that_the_data_are_elsewhere(tmp_path: Path) -> None:
    (run,) = outcome(CONVOLUTION, **settings(tmp_path, epochs=1)).session.runs
    assert run.dataset.streamed
    assert run.stepping.why == "The data do not fit into memory."


@pytest.mark.usefixtures("short_memory", "small_pieces")
def test_a_range_test_leaves_no_thread(tmp_path: Path) -> None:
    chosen = experiment(CONVOLUTION, **settings(tmp_path))
    test = range_test(chosen, "model", DataStore())
    next(test)
    assert loaders()
    test.close()
    assert not loaders()
    assert finished(range_test(chosen, "model", DataStore(), steps=20)).losses


@pytest.mark.usefixtures("short_memory")
def test_only_some_training_samples_are_measured_but_all_that_validate(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(data, "MEASURED", 5)
    (run,) = session(CONVOLUTION, **settings(tmp_path)).runs
    (_, some, targets), (_, every, _) = run.objective.sides
    assert (len(some), len(targets), len(every)) == (5, 5, len(run.dataset.validation_inputs))
    monkeypatch.setattr(data, "MEASURED_BYTES", 1)
    (run,) = session(CONVOLUTION, **settings(tmp_path)).runs
    assert len(run.objective.sides[0][1]) == 1
    assert all(len(side) == 5 for side in run.dataset.samples.some)


@pytest.mark.usefixtures("short_memory")
def test_a_wide_objective_measures_some_samples_of_each_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(data, "MEASURED", 5)
    networks = {
        "encoder": graph([node("input", "Input"), node("flat", "Flatten"), node("code", "Linear", out_features=2)]),
        "decoder": graph(
            [
                node("input", "Input", shape=[2]),
                node("wide", "Linear", out_features=36),
                node("end", "Reshape", shape=[1, 6, 6]),
            ]
        ),
    }
    found = outcome(
        **settings(
            tmp_path, networks=networks, objective={"entry": "Autoencoding"}, loss={"entry": "MSELoss"}, metrics=[]
        )
    )
    assert found.failed is None
    assert [len(side[1]) for side in found.session.runs[0].objective.sides] == [5, 5]


SEEN: dict[str, JSON] = {"UnitDetail": {"node": "conv"}, "ImagePredictions": {"worst": True}}
"""What probes are asked for, so that they say something."""


@pytest.mark.usefixtures("short_memory")
@pytest.mark.parametrize("probe", sorted(entries("probe")))
def test_every_probe_sees_mapped_data_as_it_sees_those_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, probe: str
) -> None:
    streamed = session(CONVOLUTION, **settings(tmp_path))
    monkeypatch.setattr(mapped, "fits", lambda size: True)
    usual = session(CONVOLUTION, **settings(tmp_path))
    ask = Ask("view", "model", {"entry": probe, **SEEN.get(probe, {})})
    found, wanted = streamed.snapshot(ask).arrays, usual.snapshot(ask).arrays
    assert found.keys() == wanted.keys()
    for name, values in found.items():
        np.testing.assert_array_equal(values, wanted[name])


@pytest.mark.usefixtures("short_memory")
def test_a_disk_that_is_full_is_told_with_the_numbers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = mapped.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(mapped.shutil, "disk_usage", lambda folder: usage._replace(free=1000))
    with pytest.raises(SpecError, match=r"need 8\.64 kB of disk in .*, but 1 kB are free") as caught:
        DataStore().samples(make("data", images(tmp_path)))  # type: ignore[arg-type]  # it is a Data
    assert caught.value.place == "data"


@pytest.mark.usefixtures("short_memory")
def test_the_file_has_no_name_and_old_data_are_let_go(tmp_path: Path) -> None:
    store = DataStore()
    found = [store.samples(make("data", {**images(tmp_path), "seed": seed})) for seed in range(4)]  # type: ignore[arg-type]  # as above
    assert all(one.mapped for one in found)
    assert not list((tmp_path / "cache" / "nnplayground" / "data").iterdir())
    assert len(store._samples) == data.KEPT_MAPPED


def test_generated_data_without_memory_are_refused_with_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "free_memory", lambda device: 2_000_000)
    monkeypatch.setattr(mapped, "fits", lambda size: False)
    with pytest.raises(SpecError, match="they need 960 B of memory, but 2 MB are free"):
        DataStore().samples(make("data", {"entry": "Circle", "n": 40}))  # type: ignore[arg-type]  # as above
    monkeypatch.setattr(mapped, "fits", lambda size: np.empty((1 << 45,)) is None)  # numpy says what it cannot have
    with pytest.raises(SpecError, match="they need 281 TB of memory, but 2 MB are free"):
        DataStore().samples(make("data", {"entry": "Circle", "n": 40}))  # type: ignore[arg-type]  # as above


def test_what_fits_is_told_by_the_free_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "free_memory", lambda device: 3000)
    assert mapped.fits(800)
    assert not mapped.fits(801)
    assert mapped.resident(10**15, torch.device("cpu"))
    assert mapped.resident(2400, torch.device("cuda"))
    assert not mapped.resident(2401, torch.device("cuda"))


def test_an_archive_is_learnt_from_and_refused_where_it_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(50, 3))
    np.savez(tmp_path / "both.npz", x=x, y=x @ [1.0, -2.0, 0.5])
    chosen: JSON = {
        "data": {"entry": "ArrayFile", "path": str(tmp_path / "both.npz"), "target_type": "number"},
        "objective": {"entry": "Regression"},
        "loss": {"entry": "MSELoss"},
        "metrics": [],
        "epochs": 20,
    }
    found = outcome(dense(4), **chosen)
    losses = curves(found.session)["model"]["validation_loss"]
    assert losses[-1] < losses[0] / 2
    monkeypatch.setattr(mapped, "fits", lambda size: size <= 500)
    with pytest.raises(SpecError, match=r"they need 1\.8 kB of memory") as caught:
        DataStore().samples(make("data", chosen["data"]))  # type: ignore[arg-type]  # as above
    assert ".npy" in caught.value.hint  # type: ignore[attr-defined]  # a DataError
