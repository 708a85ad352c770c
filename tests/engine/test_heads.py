"""Several answers in one row, boxes, and the classes of pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from playground.catalog.adapt import with_data, with_objective
from playground.catalog.kinds import Data
from playground.catalog.starter import starter
from playground.engine.compile import plan
from playground.engine.data import DataStore
from playground.engine.events import Diagnostic
from playground.engine.headless import run_to_end
from playground.engine.heads import HeadsLoss, of_box, of_each
from playground.engine.overlap import box_iou, dice, mean_iou
from playground.spec import fixes
from playground.spec.entry import make
from playground.spec.experiment import Experiment
from playground.spec.variants import with_paths
from tests.engine.building import JSON, dense, experiment, graph, node

STORE = DataStore()
HEADS = [("shape", 3, True), ("box", 4, False)]


def data(name: str, **values: object) -> Data:
    made = make("data", {"entry": name, **values})
    assert isinstance(made, Data)
    return made


def problems(found: Experiment) -> list[Diagnostic]:
    return [problem for problem in plan(found, STORE).problems if problem.code != "no-nonlinearity"]


# --- the loss ------------------------------------------------------------------------------------------------------


def test_the_loss_is_the_weighted_sum_of_the_losses_of_the_heads() -> None:
    generator = torch.Generator().manual_seed(0)
    outputs = torch.randn(5, 7, generator=generator)
    targets = torch.cat([torch.tensor([[0.0], [1], [2], [1], [0]]), torch.rand(5, 4, generator=generator)], dim=1)
    loss = HeadsLoss(HEADS, nn.CrossEntropyLoss(), nn.HuberLoss(), [2.0, 0.5])
    shape = nn.functional.cross_entropy(outputs[:, :3], targets[:, 0].long())
    box = nn.functional.huber_loss(outputs[:, 3:], targets[:, 1:])
    assert loss(outputs, targets).item() == pytest.approx((2 * shape + 0.5 * box).item())
    each = of_each(loss, outputs, targets)
    assert each["shape_loss"].item() == pytest.approx(shape.item())
    assert each["box_mae"].item() == pytest.approx((outputs[:, 3:] - targets[:, 1:]).abs().mean().item())


def test_iou_of_boxes() -> None:
    boxes = torch.tensor([[0, 0, 2, 2], [0, 0, 2, 2], [0, 0, 1, 1], [0, 0, 1, 1], [1, 1, 0, 0.0]])
    others = torch.tensor([[0, 0, 2, 2], [1, 0, 3, 2], [2, 2, 3, 3], [0, 0, 0.5, 0.5], [0, 0, 1, 1.0]])
    assert box_iou(boxes, others).tolist() == pytest.approx([1, 1 / 3, 0, 0.25, 0])


def test_a_shape_is_found_where_box_and_class_are_right() -> None:
    loss = HeadsLoss(HEADS, nn.CrossEntropyLoss(), nn.L1Loss(), [1.0, 1.0])
    box = [0.2, 0.2, 0.8, 0.8]
    targets = torch.tensor([[0, *box], [1, *box], [2, *box]])
    outputs = torch.tensor([[9.0, 0, 0, *box], [9, 0, 0, *box], [0, 0, 9, 0.8, 0.8, 0.2, 0.2]])
    told = of_box(loss, outputs, targets)
    assert told["iou"].item() == pytest.approx(2 / 3)
    assert told["found"].item() == pytest.approx(1 / 3)


def test_overlap_of_classes_against_counting() -> None:
    generator = torch.Generator().manual_seed(0)
    outputs, targets = torch.randn(200, 4, generator=generator), torch.randint(0, 3, (200,), generator=generator)
    said = outputs.argmax(dim=1)
    shares = []
    for label in range(4):
        both, either = ((said == label) & (targets == label)).sum(), ((said == label) | (targets == label)).sum()
        shares.append((both / either).item())
    assert mean_iou(outputs, targets, "index").item() == pytest.approx(np.mean(shares))
    assert dice(outputs, targets, "index").item() == pytest.approx(np.mean([2 * one / (1 + one) for one in shares]))


# --- data ----------------------------------------------------------------------------------------------------------


def test_boxes_enclose_what_is_drawn() -> None:
    samples = STORE.samples(data("ShapeBoxes", n=60, side=32, noise=0.0))
    for image, (_, left, top, right, bottom) in zip(samples.inputs[0][:, 0], samples.targets[0], strict=True):
        ground = np.median(np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]]))
        rows, columns = np.nonzero(np.abs(image - ground) > 0.2)
        seen = np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]) / 32
        assert np.abs(seen - [left, top, right, bottom]).max() < 2.5 / 32


def test_masks_say_where_shapes_are() -> None:
    samples = STORE.samples(data("ShapeMasks", n=60, noise=0.0, shapes=1))
    assert samples.info.places == [24, 24]
    for image, mask in zip(samples.inputs[0][:, 0], samples.targets[0], strict=True):
        assert set(np.unique(mask)) <= {0, 1, 2, 3}
        assert abs(np.median(image[mask > 0]) - np.median(image[mask == 0])) > 0.25


# --- training ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ShapeMasks", "ShapeBoxes", "WineAndAlcohol"])
def test_choosing_the_data_is_enough_to_learn(name: str) -> None:
    values = {} if name == "WineAndAlcohol" else {"n": 60, "side": 12}
    found = with_data(starter(), data(name, **values))
    assert problems(found) == []
    outcome = run_to_end(replace(found, epochs=4, device="cpu"))
    losses = outcome.record.get("model", "train_loss").y
    assert outcome.failed is None
    assert losses[-1] < 0.9 * losses[0]


def test_numbers_of_each_head_are_told() -> None:
    found = with_data(starter(), data("ShapeBoxes", n=40))
    told = run_to_end(replace(found, epochs=1, device="cpu")).results["model"]
    assert {"shape_loss", "box_loss", "box_mae", "accuracy", "iou", "found", "train_iou"} <= set(told)


def test_weights_of_heads_decide_what_is_learned() -> None:
    found = with_data(starter(), data("ShapeBoxes", n=120))
    alone = with_paths(found, {"objective.weights": [0.0, 1.0]})
    box, both = (run_to_end(replace(one, epochs=8, device="cpu")).results["model"] for one in (alone, found))
    assert box["shape_loss"] > 1.05 > both["shape_loss"]


# --- what does not fit ---------------------------------------------------------------------------------------------


def mended(found: Experiment) -> Experiment:
    for _ in range(4):
        wrong = [problem for problem in plan(found, STORE).problems if problem.severity == "error"]
        if not wrong:
            return found
        found = fixes.apply(found, "model", wrong[0].fixes[0])
    raise AssertionError(wrong)


CONV = {"out_channels": 5, "kernel_size": 3}
ENDS: dict[str, JSON] = {
    "channels": graph([node("input", "Input"), node("last", "Conv2d", padding=1, **CONV)]),
    "half size": graph(
        [node("input", "Input"), node("c", "Conv2d", "ReLU", padding=1, **CONV), node("p", "MaxPool2d")]
    ),
    "odd size": graph([node("input", "Input"), node("last", "Conv2d", padding=0, **CONV)]),
    "output": graph([node("input", "Input"), node("c", "Conv2d", "ReLU", padding=0, **CONV), node("output", "Output")]),
    "dense": dense(4),
}


@pytest.mark.parametrize("end", ENDS)
def test_an_image_network_that_ends_otherwise_is_told_how_it_can(end: str) -> None:
    raw = experiment(ENDS[end], data={"entry": "ShapeMasks", "n": 20}, objective={"entry": "Segmentation"})
    found = replace(raw, loss=make("loss", {"entry": "CrossEntropyLoss"}), metrics=(), epochs=1, device="cpu")
    told = next(problem for problem in plan(found, STORE).problems if problem.severity == "error")
    if end != "dense":
        assert "needs 4 × 24 × 24 here" in told.message
        assert "1 × 1 convolution" in told.hint
    assert run_to_end(mended(found)).failed is None


def test_the_sizes_of_heads_are_told_by_name() -> None:
    found = with_data(starter(), data("ShapeBoxes", n=20))
    wide = with_paths(found, {"networks.model.nodes.box.layer.out_features": 5})
    (told,) = [problem for problem in plan(wide, STORE).problems if problem.severity == "error"]
    assert told.message.endswith("needs 7 here: shape (3) + box (4).")
    assert problems(fixes.apply(wide, "model", told.fixes[0])) == []


def test_heads_in_another_order_are_told_of() -> None:
    found = with_data(starter(), data("ShapeBoxes", n=20))
    swapped = with_paths(
        found,
        {"networks.model.nodes.box.layer.out_features": 3, "networks.model.nodes.shape.layer.out_features": 4},
    )
    (told,) = problems(swapped)
    assert told.severity == "warning"
    assert told.message == "Its inputs give 4 + 3 numbers, but the data ask in this order: shape (3) + box (4)."


def test_boxes_need_data_with_boxes() -> None:
    found = with_data(starter(), data("WineAndAlcohol"))
    objective = make("objective", {"entry": "BoxDetection"})
    (told,) = problems(replace(found, objective=objective))
    assert told.message == (
        "Box detection needs data that ask for a box; those of Wine, two answers ask for grower, alcohol."
    )
    assert problems(fixes.apply(replace(found, objective=objective), "model", told.fixes[0])) == []


def test_losses_that_do_not_take_a_class_for_each_head_are_refused() -> None:
    found = with_data(starter(), data("ShapeBoxes", n=20))
    (told,) = problems(replace(found, loss=make("loss", {"entry": "BCEWithLogitsLoss"})))
    assert told.message == "Box detection cannot use the loss BCE with logits."


def test_an_objective_that_the_data_do_not_ask_for_is_told_of() -> None:
    objective = make("objective", {"entry": "Segmentation"})
    found = with_objective(with_data(starter(), data("Digits")), objective)  # type: ignore[arg-type]  # an Objective
    told = problems(found)
    assert any("gives an answer for each place" in problem.message for problem in told)
