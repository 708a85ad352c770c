"""How well made samples cover the classes of real ones."""

from __future__ import annotations

import pytest
import torch

from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.headless import run_to_end
from playground.engine.modes import good_samples, modes_found
from playground.spec.parse import from_json
from tests.engine.building import curves, dense, raw

COUNTED = [{"entry": "ModesFound"}, {"entry": "GoodSamples"}]
RNG = torch.Generator().manual_seed(0)
CLASSES = torch.arange(800) % 8
ANGLE = 2 * torch.pi * CLASSES / 8
RING = 2 * torch.stack([ANGLE.sin(), ANGLE.cos()], dim=1) + 0.05 * torch.randn(800, 2, generator=RNG)


def test_the_data_find_themselves() -> None:
    assert modes_found(RING, RING, CLASSES) == 8
    assert good_samples(RING, RING, CLASSES).item() == pytest.approx(0.99, abs=0.005)


def test_what_keeps_to_one_class_is_good_but_collapsed() -> None:
    made = RING[CLASSES == 3]
    assert modes_found(made, RING, CLASSES) == 1
    assert good_samples(made, RING, CLASSES) > 0.95


def test_a_class_with_a_few_stray_samples_is_not_found() -> None:
    made = torch.cat([RING[CLASSES == 3], RING[CLASSES == 5][:2]])
    assert modes_found(made, RING, CLASSES) == 1


def test_samples_between_the_classes_are_not_good() -> None:
    made = torch.randn(500, 2, generator=RNG) * 0.3
    assert modes_found(made, RING, CLASSES) == 0
    assert good_samples(made, RING, CLASSES) == 0


def test_images_are_taken_as_points_and_data_without_classes_as_one() -> None:
    real = torch.randn(300, 1, 4, 4, generator=RNG)
    assert modes_found(real, real, torch.zeros(300, dtype=torch.bool)) == 1


@pytest.mark.parametrize(("data", "most"), [("RingOfGaussians", 8), ("Circle", 2), ("RegPlane", 1)])
def test_a_game_counts_its_samples_by_class(data: str, most: int) -> None:
    networks = {"generator": dense(4), "discriminator": dense(4)}
    made = raw(networks=networks, objective={"entry": "Adversarial"}, metrics=COUNTED, data={"entry": data, "n": 80})
    told = curves(run_to_end(from_json(made)))["model"]
    for prefix in ("", "train_"):
        assert all(0 <= value <= most for value in told[f"{prefix}modes_found"])
        assert all(0 <= value <= 1 for value in told[f"{prefix}good_samples"])


def test_samples_are_not_counted_where_none_are_made() -> None:
    found = plan(from_json(raw(metrics=COUNTED[:1])), DataStore()).problems
    assert [one.message for one in found] == ["Modes found looks at made samples, and Classification makes none."]
