"""NumPy files of a person's own: read, guessed at, and refused in one sentence."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from playground.catalog.data.arrays import ArrayFile, array_rows, array_samples
from playground.catalog.data.files import inspect
from playground.spec.errors import SpecError
from playground.spec.forms import entry_to_json


def saved(folder: Path, **arrays: Any) -> dict[str, str]:
    """Paths of arrays saved under these names."""
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", np.asarray(values))
    return {name: str(folder / f"{name}.npy") for name in arrays}


def read(path: str, targets: str = "", images: str = "as stored", kind: str = "class") -> tuple[np.ndarray, np.ndarray]:
    """What is read of two files."""
    return array_samples(path, targets, images, kind)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "int64", "float16", "float64", "bool", ">f4"])
def test_inputs_of_any_numeric_type_become_floats(tmp_path: Path, dtype: str) -> None:
    values = np.array([[0, 1], [1, 0], [1, 1]]).astype(dtype)
    files = saved(tmp_path, x=values, y=[0, 1, 1])
    inputs, targets = read(files["x"], files["y"])
    assert inputs.dtype == np.float32
    assert inputs.tolist() == (values / (255 if dtype == "uint8" else 1)).astype(np.float32).tolist()
    assert targets.dtype == np.int64


def test_bytes_are_divided_by_255_and_images_get_a_channel(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    grey, colour = (rng.integers(0, 256, (4, 5, 6, *rest), dtype=np.uint8) for rest in ((), (3,)))
    files = saved(tmp_path, grey=grey, colour=colour, y=[0, 1, 2, 0])
    assert np.array_equal(read(files["grey"], files["y"], "grey")[0][:, 0], grey.astype(np.float32) / np.float32(255))
    moved, _ = read(files["colour"], files["y"], "channels last")
    assert moved.shape == (4, 3, 5, 6)
    assert moved.flags.c_contiguous
    assert np.array_equal(moved[:, 1], colour[..., 1].astype(np.float32) / np.float32(255))


def test_rows_are_those_of_the_whole(tmp_path: Path) -> None:
    files = saved(tmp_path, x=np.random.default_rng(0).normal(size=(20, 3)), y=np.arange(20.0)[:, None])
    inputs, targets = array_rows(files["x"], files["y"], "as stored", "number")
    whole, answers = read(files["x"], files["y"], kind="number")
    chosen = np.array([7, 3, 19])
    assert (len(inputs), inputs.shape, inputs.nbytes) == (20, (20, 3), 240)
    assert np.array_equal(inputs[chosen], whole[chosen])
    assert targets.shape == answers.shape == (20,)
    assert np.array_equal(targets[chosen], answers[chosen])


def test_a_row_of_single_numbers_is_one_input_each(tmp_path: Path) -> None:
    files = saved(tmp_path, x=[1.0, 2.0], y=[0, 1])
    assert read(files["x"], files["y"])[0].shape == (2, 1)


def test_an_archive_holds_both(tmp_path: Path) -> None:
    path = tmp_path / "both.npz"
    np.savez_compressed(path, extra=[1], X_train=[[1.0], [2.0]], y_train=[0.0, 1.0])
    inputs, targets = read(str(path))
    assert (inputs.tolist(), targets.tolist()) == ([[1.0], [2.0]], [0, 1])


def _broken(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-8])


def _pickled(path: Path) -> None:
    path.write_bytes(pickle.dumps([1, 2, 3]))


FAULTS: list[tuple[str, dict[str, Any], str, str]] = [
    ("inputs complex", {"x": [[1j], [2j]]}, "path", "x.npy holds complex numbers"),
    ("inputs texts", {"x": [["a"], ["b"]]}, "path", "x.npy holds texts"),
    ("inputs dates", {"x": np.array([["2020"], ["2021"]], "M8[Y]")}, "path", "x.npy holds dates"),
    ("inputs records", {"x": np.zeros(2, [("a", "f4")])}, "path", "x.npy holds records"),
    ("inputs objects", {"x": np.array([[None], [1]], object)}, "path", "pickled Python objects, which are never read"),
    ("inputs none", {"x": np.zeros((0, 3))}, "path", "x.npy has no samples"),
    ("inputs empty", {"x": np.zeros((2, 0))}, "path", "hold no numbers"),
    ("inputs single", {"x": 3.0}, "path", "holds a single number"),
    ("inputs NaN", {"x": [[1.0], [np.nan]]}, "path", "row 1 of x.npy holds NaN or an infinite number"),
    ("inputs infinite", {"x": [[np.inf], [1.0]]}, "path", "row 0 of x.npy"),
    ("inputs too large", {"x": [[0.0], [1e300]]}, "path", "row 1 of x.npy"),
    ("targets fewer", {"y": [0, 1, 1]}, "targets", "x.npy has 2 samples, but y.npy has 3 targets"),
    ("targets objects", {"y": np.array([None, 1], object)}, "targets", "y.npy holds pickled"),
    ("targets negative", {"y": [-1, 1]}, "targets", "the classes of y.npy reach from -1 to 1"),
    ("targets huge", {"y": [0, 10**9]}, "targets", "they may reach from 0 to 99,999"),
    ("targets alike", {"y": [1, 1]}, "targets", "only 1 of the 2 classes"),
    ("targets broken", {"y": [0.5, 1]}, "targets", "y.npy holds numbers that are no classes"),
    ("targets NaN", {"y": [np.nan, 1]}, "targets", "y.npy holds numbers that are no classes"),
    ("targets infinite", {"y": [np.inf, 1]}, "targets", "y.npy holds numbers that are no classes"),
]


@pytest.mark.parametrize(("arrays", "place", "said"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_every_fault_is_one_sentence_at_its_place(
    tmp_path: Path, arrays: dict[str, Any], place: str, said: str
) -> None:
    files = saved(tmp_path, **{"x": [[1.0], [2.0]], "y": [0, 1], **arrays})
    with pytest.raises(SpecError) as caught:
        read(files["x"], files["y"])
    assert caught.value.place == place
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_broken, "shorter than its own beginning says"),
        (_pickled, "is no NumPy file"),
        (lambda path: path.write_bytes(b""), "is no NumPy file"),
        (lambda path: path.write_text("a,b\n1,2\n"), "is no NumPy file"),
        (lambda path: path.unlink(), "there is no file"),
        (lambda path: (path.unlink(), path.mkdir()), "it is a folder"),
        (lambda path: path.write_bytes(b"PK\x05\x06" + bytes(18)), "needs arrays named x and y, but holds no array"),
    ],
)
def test_files_that_are_no_arrays(tmp_path: Path, spoil: Callable[[Path], Any], said: str) -> None:
    files = saved(tmp_path, x=np.zeros((5, 3)), y=[0, 1, 0, 1, 0])
    spoil(Path(files["x"]))
    with pytest.raises(SpecError) as caught:
        read(files["x"], files["y"] if "arrays" not in said else "")
    assert caught.value.place == "path"
    assert said in caught.value.message


def test_files_not_chosen_and_paths_that_are_none(tmp_path: Path) -> None:
    files = saved(tmp_path, x=[[1.0], [2.0]])
    for path, targets, place, said in (
        ("", "", "path", "no file is chosen yet"),
        ("a\0b", "", "path", "cannot be read"),
        (files["x"], "", "targets", "no file is chosen yet"),
    ):
        with pytest.raises(SpecError) as caught:
            read(path, targets)
        assert (caught.value.place, said in caught.value.message) == (place, True)


def test_archives_that_do_not_hold_what_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, first=[1.0], second=[2.0])
    with pytest.raises(SpecError, match="needs arrays named x and y, but holds first, second"):
        read(str(path))
    np.savez(path, x=[[1.0], [2.0]], y=np.array([None, 1], object))
    with pytest.raises(SpecError, match=r"y in a\.npz holds pickled"):
        read(str(path))
    np.savez(path, x=[[1.0], [2.0]], y=[0, 1])
    whole = bytearray(path.read_bytes())
    whole[140] ^= 255  # within the numbers of x
    path.write_bytes(whole)
    with pytest.raises(SpecError, match=r"x in a\.npz cannot be read: Bad CRC"):
        read(str(path))


def test_images_of_another_shape_are_told(tmp_path: Path) -> None:
    files = saved(tmp_path, x=np.zeros((2, 3)), y=[0, 1])
    with pytest.raises(SpecError, match=r"x.npy is 2 × 3; images that are grey are \(N, height, width\)") as caught:
        read(files["x"], files["y"], "grey")
    assert caught.value.place == "images"


@pytest.mark.parametrize(
    ("samples", "targets"),
    [("X", "y"), ("x_train", "y_train"), ("train-images", "train-labels"), ("train_X", "train_Y"), ("data", "target")],
)
@pytest.mark.parametrize("first", [True, False])
def test_either_file_opens_both(tmp_path: Path, samples: str, targets: str, first: bool) -> None:
    files = saved(tmp_path, **{samples: np.zeros((4, 5, 5), np.uint8), targets: [0, 1, 0, 1], "other": [1]})
    found = inspect(files[samples if first else targets])
    wanted = ArrayFile(path=files[samples], targets=files[targets], images="grey")
    assert found["entry"] == entry_to_json(wanted)
    assert found["rows"] == 4
    assert found["notes"] == [f"The targets are those of {targets}.npy."]


@pytest.mark.parametrize(
    ("x", "y", "kind", "images"),
    [
        (np.zeros((4, 5)), [0.5, 1, 2, 3], "number", "as stored"),
        (np.zeros((4, 5)), [-1, 0, 1, 2], "number", "as stored"),
        (np.zeros((4, 5)), [0.0, 1.0, 1.0, 0.0], "class", "as stored"),
        (np.zeros((4, 5, 5, 3)), [0, 1, 2, 3], "class", "channels last"),
        (np.zeros((4, 3, 5, 5)), [True, False, True, False], "class", "as stored"),
        (np.zeros((4, 5, 5)), [0, 1, 2, 3], "class", "as stored"),
    ],
)
def test_kinds_of_targets_and_of_images_are_guessed(tmp_path: Path, x: Any, y: Any, kind: str, images: str) -> None:
    files = saved(tmp_path, x=x, y=y)
    entry = inspect(files["x"])["entry"]
    assert (entry["target_type"], entry["images"]) == (kind, images)


def test_without_a_file_of_targets_a_sentence_says_how_to_name_it(tmp_path: Path) -> None:
    files = saved(tmp_path, numbers=[[1.0], [2.0]])
    with pytest.raises(SpecError, match=r"beside numbers\.npy there is no file with its targets"):
        inspect(files["numbers"])


def test_the_task_follows_the_targets() -> None:
    assert ArrayFile().task == "classification"
    assert ArrayFile(target_type="number").task == "regression"
