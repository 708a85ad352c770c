"""The preview of augmented samples."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.engine.augmented import SHOWN, VERSIONS, augmented
from playground.engine.data import DataStore
from playground.spec.errors import SpecError
from tests.engine.building import JSON, experiment
from tests.engine.test_augmenting import of_images, of_text

STORE = DataStore()


def test_samples_come_first_and_their_versions_behind() -> None:
    found = of_images("HorizontalFlip")
    images = augmented(found, "model", 0, STORE)["images"]
    assert images.shape == (SHOWN, 1 + VERSIONS, 1, 8, 8)
    kept = STORE.samples(found.data).inputs[0]  # type: ignore[arg-type]  # a Data
    for first, *versions in images:
        assert any(np.array_equal(first, one) for one in kept)
        assert all(np.array_equal(one, first) or np.array_equal(one, first[:, :, ::-1]) for one in versions)
    assert not np.array_equal(images, augmented(found, "model", 1, STORE)["images"])


def test_a_preview_is_repeated_with_its_seed_and_uses_nothing_up() -> None:
    found, state = of_images("Rotation", "Mixup", "PixelNoise"), torch.get_rng_state()
    first, second = (augmented(found, "model", 5, STORE)["images"] for _ in range(2))
    assert np.array_equal(first, second)
    assert torch.equal(state, torch.get_rng_state())


def test_standardised_images_are_shown_as_they_were() -> None:
    plain: JSON = {"entry": "Digits", "train_share": 0.1}
    images = augmented(of_images("Shift", data={**plain, "scaling": "standardise"}), "model", 0, STORE)["images"]
    expected = augmented(of_images("Shift", data=plain), "model", 0, STORE)["images"]
    assert np.allclose(images[:, 0], expected[:, 0], atol=1e-5)


def test_text_is_text() -> None:
    texts = augmented(of_text("RandomSwap"), "model", 0, STORE)["texts"]
    assert [len(versions) for versions in texts] == [1 + VERSIONS] * SHOWN
    for first, *versions in texts:
        assert "·" not in first
        assert all(sorted(one.split()) == sorted(first.split()) for one in versions)
        assert versions != [first] * VERSIONS


def test_what_does_not_fit_is_said_in_a_sentence() -> None:
    with pytest.raises(SpecError, match="Rotation changes images, and the samples of Circle are none"):
        augmented(experiment(augmentations=[{"entry": "Rotation"}]), "model", 0, STORE)
    with pytest.raises(SpecError, match="not known"):
        augmented(of_images("Shift", data={"entry": "Mnist64"}), "model", 0, STORE)


def test_each_variant_has_its_own() -> None:
    variants = [
        {"name": "plain", "patch": {}},
        {"name": "moved", "patch": {"augmentations": [{"entry": "Brightness", "amount": 1}]}},
    ]
    found = of_images(variants=variants)
    plain, moved = (augmented(found, name, 0, STORE)["images"] for name in ("plain", "moved"))
    assert all(np.array_equal(plain[:, 0], plain[:, at]) for at in range(1 + VERSIONS))
    assert not np.array_equal(moved[:, 0], moved[:, 1])
