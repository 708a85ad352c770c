"""Masks and boxes move as the images do whose places they tell of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch

from playground.catalog.data.shapes import drawn_shapes, masked_shapes
from playground.engine import moving
from playground.engine.augmented import NOTHING as CLEAR
from playground.engine.augmented import augmented
from playground.engine.augmenting import Moving, augmenters
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.run import Run
from playground.engine.session import open_session
from playground.spec import fixes
from playground.spec.entry import entries
from playground.spec.errors import SpecError
from playground.spec.experiment import Experiment
from tests.engine.building import JSON
from tests.engine.test_augmenting import NOTHING, of_images, told, with_boxes, with_masks

STORE = DataStore()
MOVES = [name for name, cls in entries("augmentation").items() if getattr(cls, "drawn", "")]
SIDE = 32
STRONG: dict[str, JSON] = {
    "Rotation": {"degrees": 180},
    "Scale": {"least": 0.6, "most": 1.6},
    "Shift": {"pixels": 6},
    "RandomCrop": {"size": 0.7, "padding": 3},
    "CenterCrop": {"p": 0.5},
}


@pytest.fixture(autouse=True)
def seeded() -> Iterator[None]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        yield


def drawn() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Clean images of bright shapes on black, their masks and their answers: the class and a box."""
    _, kind, masks, boxes = drawn_shapes(60, SIDE, 0, 1, 0)
    answers = np.concatenate([kind[:, None], boxes], axis=1).astype(np.float32)
    return torch.from_numpy(masks[:, None]).float(), torch.from_numpy(masks), torch.from_numpy(answers)


def change_of(made: Callable[..., Experiment], name: str, **values: object) -> Moving:
    (change,) = augmenters(made({"entry": name, **values}))
    assert isinstance(change, Moving)
    return change


# --- the functions -------------------------------------------------------------------------------------------------


def test_what_moves_images_takes_masks_and_boxes_along() -> None:
    assert MOVES == ["Rotation", "Scale", "Shift", "RandomCrop", "CenterCrop", "HorizontalFlip", "VerticalFlip"]
    assert told(with_masks(*MOVES)) == told(with_boxes(*MOVES)) == []


@pytest.mark.parametrize("name", MOVES)
def test_at_nothing_all_stays(name: str) -> None:
    images, masks, answers = drawn()
    for made, targets in ((with_masks, masks), (with_boxes, answers)):
        same, left = change_of(made, name, **NOTHING[name]).both(images, targets)
        assert torch.allclose(same, images, atol=1e-5)
        assert torch.allclose(left.float(), targets.float(), atol=1e-5)
        assert left.dtype == targets.dtype


@pytest.mark.parametrize("name", ["HorizontalFlip", "VerticalFlip"])
def test_a_flip_twice_is_none(name: str) -> None:
    images, masks, answers = drawn()
    for made, targets in ((with_masks, masks), (with_boxes, answers)):
        change = change_of(made, name, p=1)
        once = change.both(images, targets)
        axis = 3 if name == "HorizontalFlip" else 2
        assert torch.equal(once[0], images.flip(axis))
        assert not torch.equal(once[1], targets)
        twice = change.both(*once)
        assert torch.equal(twice[0], images)
        assert torch.allclose(twice[1].float(), targets.float(), atol=1e-6)


@pytest.mark.parametrize("name", MOVES)
def test_images_are_moved_as_without_masks(name: str) -> None:
    images, masks, _ = drawn()
    values = STRONG.get(name, {})
    (alone,) = augmenters(of_images({"entry": name, **values}))
    assert not isinstance(alone, Moving)
    torch.manual_seed(5)
    expected = alone(images)
    torch.manual_seed(5)
    assert torch.equal(change_of(with_masks, name, **values).both(images, masks)[0], expected)


@pytest.mark.parametrize("padding", ["zeros", "border"])
@pytest.mark.parametrize("name", MOVES)
def test_the_mask_still_covers_what_the_image_shows(name: str, padding: str) -> None:
    images, masks, _ = drawn()
    values = {
        **STRONG.get(name, {}),
        **({"padding_mode": padding} if "Flip" not in name and name != "CenterCrop" else {}),
    }
    moved, found = change_of(with_masks, name, **values).both(images, masks)
    shown, counts = moved[:, 0] > 0.5, found != moving.OUTSIDE
    assert set(found.unique().tolist()) <= {moving.OUTSIDE, 0, 1}
    assert padding == "zeros" or bool(counts.all())
    assert not shown[~counts].any()
    both = (shown & (found == 1)).sum((1, 2))
    either = (shown | (found == 1)).sum((1, 2))
    assert (both / either.clamp(min=1))[either > 20].min() > 0.85
    assert (found[counts.flatten(1).any(dim=1)] != masks[counts.flatten(1).any(dim=1)]).any()


@pytest.mark.parametrize("name", MOVES)
def test_the_box_holds_what_the_image_shows(name: str) -> None:
    images, _, answers = drawn()
    moved, found = change_of(with_boxes, name, **STRONG.get(name, {})).both(images, answers)
    assert torch.equal(found[:, 0], answers[:, 0])
    boxes = found[:, 1:]
    assert boxes.min() >= 0
    assert boxes.max() <= 1
    assert (boxes[:, 2:] > boxes[:, :2]).all()
    at = (torch.arange(SIDE) + 0.5) / SIDE
    slack = 1 / SIDE  # half a pixel of the mask, which may have been enlarged
    for image, box in zip(moved[:, 0], boxes, strict=True):
        rows, columns = (image > 0.5).any(dim=1), (image > 0.5).any(dim=0)
        assert at[columns].min() >= box[0] - slack
        assert at[columns].max() <= box[2] + slack
        assert at[rows].min() >= box[1] - slack
        assert at[rows].max() <= box[3] + slack
    if name != "Rotation":  # a box that is neither turned nor cut off stays tight
        whole = (boxes.amin(dim=1) > 0) & (boxes.amax(dim=1) < 1)
        wide = (moved[:, 0] > 0.5).any(dim=1).float().mean(dim=1)
        assert (boxes[:, 2] - boxes[:, 0] - wide)[whole].abs().max() < 3 / SIDE


def test_a_box_turned_by_45_degrees_grows_and_a_quarter_turn_keeps_it() -> None:
    box, root = torch.tensor([[0.4, 0.4, 0.6, 0.6]]), 0.5**0.5
    turned = torch.tensor([[[root, -root, 0.0], [root, root, 0.0]]])
    assert torch.allclose(moving.moved_boxes(box, turned), 0.5 + 0.1 * 2**0.5 * torch.tensor([[-1.0, -1, 1, 1]]))
    quarter = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]])
    corner = torch.tensor([[0.0, 0.0, 0.25, 0.5]])
    images = torch.zeros(1, 1, 8, 8)
    images[:, :, :4, :2] = 1
    read = moving.resampled(images, quarter)
    left, top, right, bottom = (8 * moving.moved_boxes(corner, quarter)[0]).round().int().tolist()
    assert read[0, 0, top:bottom, left:right].min() > 0.99
    assert float(read.sum()) == pytest.approx(8, abs=1e-3)


def test_an_image_stays_where_nothing_of_it_would_be_left() -> None:
    images, masks, answers = drawn()
    far = torch.eye(2, 3).repeat(60, 1, 1)
    far[:30, 0, 2] = 9
    moved, found = moving.with_masks(images, masks, far, moving.shifted)
    assert torch.equal(moved, images)
    assert torch.equal(found, masks)
    moved, boxes = moving.with_boxes(images, answers, far, moving.shifted, at=1)
    assert torch.equal(moved, images)
    assert torch.allclose(boxes, answers, atol=1e-6)


@pytest.mark.parametrize("dims", [(), (1,), (4,)])
def test_targets_of_any_encoding_are_moved(dims: tuple[int, ...]) -> None:
    images = torch.rand(3, 1, 5, 7)
    masks = torch.rand(3, 5, 7, *dims)
    lead = torch.eye(2, 3).repeat(3, 1, 1)
    lead[:, 0, 2] = -2 / 7  # what is shown is read one pixel to the left
    moved, found = moving.with_masks(images, masks, lead, moving.shifted)
    assert torch.equal(moved[..., 1:], images[..., :-1])
    assert torch.equal(found[:, :, 1:], masks[:, :, :-1])
    assert (found[:, :, 0] == moving.OUTSIDE).all()


# --- runs ----------------------------------------------------------------------------------------------------------


def run_of(found: Experiment) -> Run:
    return open_session(found, STORE).runs[0]


@pytest.mark.parametrize("made", [with_masks, with_boxes])
@pytest.mark.parametrize("name", MOVES)
def test_it_trains_and_is_repeated(name: str, made: Callable[..., Experiment]) -> None:
    chosen: JSON = {"entry": name, **STRONG.get(name, {})}
    runs = [run_of(made(chosen)), run_of(made(chosen)), run_of(made())]
    for run in runs:
        run.chunk(3)
    first, second, plain = ([p.detach() for p in run.parameters] for run in runs)
    assert all(torch.equal(one, other) and one.isfinite().all() for one, other in zip(first, second, strict=True))
    assert any(not torch.equal(one, other) for one, other in zip(first, plain, strict=True))


def test_masks_that_lose_much_still_give_a_loss() -> None:
    run = run_of(with_masks({"entry": "Shift", "pixels": 1000}, {"entry": "Scale", "least": 0.05, "most": 0.1}))
    run.chunk(3)
    assert all(p.isfinite().all() for p in run.parameters)


def wrong(found: Experiment) -> list[Diagnostic]:
    return [one for one in plan(found, STORE).problems if one.severity == "error"]


def test_images_over_one_another_are_not_moved_with_one_of_their_masks() -> None:
    found = with_masks("Mixup", "Rotation")
    (problem,) = wrong(found)
    assert problem.message.startswith("Rotation comes after Mixup")
    mended = fixes.apply(found, "model", problem.fixes[0])
    assert [one.name for one in mended.augmentations] == ["Rotation", "Mixup"]
    assert wrong(mended) == []
    run_of(mended).chunk(2)


# --- the preview ---------------------------------------------------------------------------------------------------


def test_the_preview_shows_masks_and_boxes_where_they_are_moved_to() -> None:
    found = augmented(with_masks({"entry": "Shift", "pixels": 2}), "model", 0, STORE)
    images, masks = found["images"], found["masks"]
    assert masks.shape == (*images.shape[:2], *images.shape[3:])
    assert found["classes"] == ["background", "circle", "square", "triangle"]
    assert (masks == CLEAR).any()
    assert set(np.unique(masks)) <= {0, 1, 2, 3, CLEAR}
    kept = list(masked_shapes(40, 8, 3, 0.05, 0)[1])
    assert all(any(np.array_equal(first[0], one) for one in kept) for first in masks)
    boxes = augmented(with_boxes("HorizontalFlip"), "model", 0, STORE)["boxes"]
    for first, *versions in boxes:
        flipped = np.array([1 - first[2], first[1], 1 - first[0], first[3]])
        assert all(np.allclose(one, first, atol=1e-6) or np.allclose(one, flipped, atol=1e-6) for one in versions)


def test_the_preview_needs_an_objective_that_knows_what_moves() -> None:
    with pytest.raises(SpecError, match="Segmentation gives an answer for each place"):
        augmented(of_images("Rotation", objective={"entry": "Segmentation"}), "model", 0, STORE)
    free = augmented(of_images("Rotation", objective={"entry": "Autoencoding"}), "model", 0, STORE)
    assert set(free) == {"images"}
