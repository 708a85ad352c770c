"""What the generators promise: shapes, types, seeds, and targets that follow from the samples."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from playground.catalog.data.modes import GridOfGaussians, Modes, Pinwheel, RingOfGaussians, SwissRoll
from playground.catalog.data.sentences import PAD, WORDS, Sentences
from playground.catalog.data.sequences import CopyLast, KeyValue, Majority, MarkedSum, Parity, RecallFirst
from playground.catalog.data.series import DampedOscillator, SineMix, Sunspots
from playground.catalog.data.shapes import Shapes, drawn_shapes
from playground.catalog.data.text import NextCharacter
from playground.catalog.kinds import Data
from playground.spec.errors import ParamError

MODES: list[Modes] = [RingOfGaussians(), GridOfGaussians(), SwissRoll(), Pinwheel()]
OTHERS: list[Data] = [
    MarkedSum(),
    MarkedSum(answer="sign"),
    KeyValue(),
    KeyValue(form="symbols"),
    Parity(),
    Majority(),
    RecallFirst(),
    CopyLast(),
    SineMix(),
    DampedOscillator(),
    Sunspots(),
    Shapes(),
    Sentences(),
    NextCharacter(),
]


def draw(item: Data) -> tuple[np.ndarray, np.ndarray]:
    module, _, name = item.target.rpartition(".")
    made: tuple[np.ndarray, np.ndarray] = getattr(import_module(module), name)(**item.args())
    return made


def names(item: Data) -> tuple[tuple[str, ...], tuple[str, ...]]:
    module, _, name = item.names_target.rpartition(".")
    if not name:
        return item.input_names, item.class_names
    found: tuple[tuple[str, ...], tuple[str, ...]] = getattr(import_module(module), name)(**item.args())
    return found


def told(item: Data) -> str:
    return f"{item.name}-{item.values().get('answer') or item.values().get('form') or ''}".rstrip("-")


@pytest.mark.parametrize("item", [*MODES, *OTHERS], ids=told)
def test_shapes_types_and_names(item: Data) -> None:
    inputs, targets = draw(item)
    assert inputs.dtype == np.float32
    assert np.isfinite(inputs).all()
    assert inputs.shape[1:] == item.sample_shape
    assert targets.shape == (len(inputs),)
    assert len(inputs) == item.values().get("n", len(inputs))
    if item.task == "classification":
        assert targets.dtype == np.int64
        assert (targets.min() >= 0, targets.max() < item.classes) == (True, True)
        assert len(names(item)[1]) == item.classes
    else:
        assert targets.dtype == np.float32
        assert item.classes == 0
    if item.symbols:
        assert len(set(item.symbols)) == len(item.symbols)
        assert (inputs == np.floor(inputs)).all()
        assert (inputs.min() >= 0, inputs.max() < len(item.symbols)) == (True, True)
    elif names(item)[0]:
        assert len(names(item)[0]) == inputs.shape[-1]


@pytest.mark.parametrize("item", [*MODES, *OTHERS], ids=told)
def test_a_seed_decides_everything(item: Data) -> None:
    for first, second in zip(draw(item), draw(item), strict=True):
        np.testing.assert_array_equal(first, second)
    if "seed" in item.args():
        assert not np.array_equal(draw(item)[0], draw(item.with_values(seed=1))[0])


@pytest.mark.parametrize("item", MODES, ids=told)
def test_points_slide_and_labels_flip(item: Modes) -> None:
    at = [draw(item.with_values(coord_noise=noise))[0].astype(float) for noise in (0.0, 0.1, 0.2)]
    np.testing.assert_allclose(at[2] - at[0], 2 * (at[1] - at[0]), atol=1e-5)
    points, labels = draw(item)
    same, noisy = draw(item.with_values(label_noise=0.4))
    np.testing.assert_array_equal(points, same)
    assert (labels != noisy).mean() == pytest.approx(0.2, abs=0.05)


def test_ring_and_grid() -> None:
    points, labels = draw(RingOfGaussians(n=4000))
    assert np.hypot(*points.T).mean() == pytest.approx(2, abs=0.01)
    assert points[labels == 0].std(axis=0) == pytest.approx([0.05, 0.05], rel=0.1)
    points, labels = draw(GridOfGaussians(n=5000))
    middles = np.array([points[labels == label].mean(axis=0) for label in range(25)])
    np.testing.assert_allclose(sorted({round(float(x)) for x in middles.ravel()}), [-4, -2, 0, 2, 4])
    assert names(GridOfGaussians())[1][7] == "3,2"


def test_shapes_lie_in_their_boxes_and_masks() -> None:
    images, kind, masks, boxes = drawn_shapes(300, 24, noise=0.0, jitter=1.0, seed=2)
    assert (images.min() >= 0, images.max() <= 1) == (True, True)
    assert np.bincount(kind).tolist() == [100, 100, 100]
    for image, mask, box in zip(images[:, 0], masks, boxes, strict=True):
        down, across = np.nonzero(mask)
        found = np.array([across.min(), down.min(), across.max() + 1, down.max() + 1])
        assert np.abs(found - 24 * box).max() <= 2
        assert abs(image[mask == 1].mean() - image[mask == 0].mean()) > 0.25
    assert (boxes.min() >= -1e-6, boxes.max() <= 1 + 1e-6) == (True, True)


def test_shapes_without_jitter_are_alike() -> None:
    images, kind, *_ = drawn_shapes(60, 16, noise=0.0, jitter=0.0, seed=0)
    edges = np.stack([np.abs(image[0] - image[0, 0, 0]) > 0.2 for image in images])
    assert len({edges[i].tobytes() for i in np.flatnonzero(kind == 1)}) == 1


@pytest.mark.parametrize("answer", ["sum", "sign"])
def test_marked_sum(answer: str) -> None:
    inputs, targets = draw(MarkedSum(length=9, answer=answer))
    marks = inputs[:, :, 1]
    assert (marks.sum(axis=1) == 2).all()
    assert (marks[:, :4].sum(axis=1) == 1).all()
    total = (inputs[:, :, 0] * marks).sum(axis=1)
    np.testing.assert_allclose(targets, total > 0 if answer == "sign" else total, atol=1e-5)


@pytest.mark.parametrize("form", ["pairs", "symbols"])
def test_key_and_value(form: str) -> None:
    item = KeyValue(n=50, pairs=3, keys=5, form=form)
    inputs, targets = draw(item)
    for sample, target in zip(inputs, targets, strict=True):
        if form == "pairs":
            keys, values, query = sample[:-1, :5].argmax(1), sample[:-1, 5:].argmax(1), sample[-1, :5].argmax()
        else:
            keys, values, query = sample[:-1:2], sample[1::2] - 5, sample[-1]
        assert len(set(keys)) == 3
        assert dict(zip(keys, values, strict=True))[query] == target


def test_more_pairs_than_keys_are_refused() -> None:
    with pytest.raises(ParamError, match="no more pairs"):
        KeyValue(pairs=9)


def test_bits_and_copies() -> None:
    for item, rule in (
        (Parity(), lambda x: x.sum(axis=1) % 2),
        (Majority(), lambda x: x.sum(axis=1) > 7),
        (RecallFirst(), lambda x: x[:, 0]),
        (CopyLast(), lambda x: x[:, -1]),
    ):
        inputs, targets = draw(item)
        np.testing.assert_array_equal(targets, rule(inputs))


@pytest.mark.parametrize("item", [SineMix(noise=0.0), DampedOscillator(noise=0.0), Sunspots()], ids=told)
def test_windows_follow_one_another(item: Data) -> None:
    inputs, targets = draw(item)
    follows = inputs[1:, -1, 0] == targets[:-1]
    assert follows.mean() > (0.96 if item.name == "DampedOscillator" else 0.999)
    assert 0.3 < inputs.std() < 1.2


def test_the_oscillator_obeys_its_equation() -> None:
    inputs, targets = draw(DampedOscillator(noise=0.0, damping=0.1))
    turn = 2 * np.exp(-0.1) * np.cos(2 * np.pi / 15)
    np.testing.assert_allclose(targets, turn * inputs[:, -1, 0] - np.exp(-0.2) * inputs[:, -2, 0], atol=1e-5)


def test_sunspots_are_the_years_1700_to_2008() -> None:
    inputs, targets = draw(Sunspots(window=2))
    every = np.concatenate([inputs[0, :, 0], targets]) * 40 + 50
    assert len(every) == 309
    years: dict[int, Any] = {year: pytest.approx(value, abs=1e-3) for year, value in SOME_YEARS.items()}
    assert {year: every[year - 1700] for year in years} == years


SOME_YEARS = {1700: 5, 1778: 154.4, 1816: 45.8, 1957: 190.2, 2008: 2.9}


def test_sentences_mean_what_they_say() -> None:
    plain, targets = draw(Sentences(negation=0.0, twist=0.0))
    assert WORDS[0] == PAD
    good = {WORDS.index(word) for word in ("great", "good", "loved", "liked", "enjoyed")}
    said = np.isin(plain, list(good)).any(axis=1)
    assert targets[said].all()
    assert not np.isin(plain, [WORDS.index("not"), WORDS.index("but")]).any()
    assert (plain[:, -1] > 0).all()
    denied, targets = draw(Sentences(negation=1.0, twist=0.0))
    assert np.isin(denied, [WORDS.index("not")]).any(axis=1).all()
    assert not targets[np.isin(denied, list(good)).any(axis=1)].any()
    twisted = draw(Sentences(twist=1.0))[0]
    assert np.isin(twisted, [WORDS.index("but")]).any(axis=1).all()


def test_characters_are_those_of_the_book() -> None:
    item = NextCharacter(n=200, length=20, capitals=True)
    inputs, targets = draw(item)
    read = "".join(item.symbols[int(number)] for number in inputs[0]) + item.symbols[targets[0]]
    assert read == "It␣is␣a␣truth␣univers"
    assert NextCharacter().classes == 39
    small = draw(NextCharacter(n=200, length=20))
    assert small[0].max() < 39
