"""Predictions on images, and the filters of a convolution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from playground.ui.tokens import LIGHT
from playground.ui.views.filters import FiltersView
from playground.ui.views.image_paint import image_of, mask_image, outline, sheet_colors
from playground.ui.views.predictions import PredictionsView
from playground.ui.views.predictions_paint import keys

Show = Callable[..., None]


def said(_: int) -> dict[str, object]:
    """Four images; the network is wrong about the last."""
    return {
        "images": np.full((4, 8, 8), 200, np.uint8),
        "sample": np.array([0, 1, 2, 3]),
        "of": np.array(9),
        "true": np.array([0, 1, 2, 0]),
        "said": np.array([0, 1, 2, 1]),
        "share": np.array([0.9, 0.8, 0.7, 0.6]),
    }


@pytest.fixture
def view(run: Any, show: Show) -> PredictionsView:
    run.start(plane=False, classes=("circle", "square", "triangle"))
    made = PredictionsView(run.studio)
    show(made, 420, 260)
    run.see("predictions", said)
    return made


def test_says_what_to_do_before_anything_is_trained(run: Any, show: Show) -> None:
    made = PredictionsView(run.studio)
    show(made, 300, 200)
    assert made._empty.isVisible()


def test_wrong_images_are_ringed_and_say_what_they_are(view: PredictionsView) -> None:
    assert [text for text, _ in view._said.words(3)] == ["square 60 %", "is circle"]
    assert len(view._said.words(0)) == 1
    image = view.grab().toImage()
    for one, color in ((view._pictures[3], LIGHT.error), (view._pictures[0], LIGHT.accent)):
        place = QPoint(round(one.rect.center().x()), round(one.rect.top() - 2))
        seen = [image.pixelColor(place + QPoint(0, by)) for by in (-1, 0, 1)]
        assert any(abs(pixel.hue() - QColor(color).hue()) < 12 and pixel.saturation() > 60 for pixel in seen)


def test_a_click_enlarges_and_looks_at_the_sample_everywhere(view: PredictionsView) -> None:
    before = view._pictures[2].rect
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=before.center().toPoint())
    assert view.studio.store.sample == 2
    assert view._pictures[2].rect.width() > 1.5 * before.width()
    assert view._pictures[0].rect.isEmpty()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.studio.store.sample == 1
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view._pictures[0].rect.isEmpty()


def test_pages_are_turned(view: PredictionsView) -> None:
    columns, rows = view._room()
    view.after_action.trigger()
    assert view._first == (columns * rows if columns * rows < 9 else 0)
    view.before_action.trigger()
    assert view._first == 0


def test_numbers_can_be_saved(view: PredictionsView) -> None:
    (table,) = view.tables()
    assert list(table.columns) == ["sample", "true", "said", "share"]


def test_masks_are_laid_over_images_with_their_true_outline(run: Any, show: Show) -> None:
    run.start(plane=False, classes=("background", "circle"))
    made = PredictionsView(run.studio)
    show(made, 300, 260)
    mask = np.zeros((1, 8, 8), np.uint8)
    mask[0, 2:6, 2:6] = 1
    arrays = {"images": np.full((1, 8, 8), 255, np.uint8), "sample": np.array([0]), "of": np.array(1)}
    run.see("predictions", lambda _: {**arrays, "mask": mask, "true_mask": mask, "pixels": np.array([1.0])})
    image, rect = made.grab().toImage(), made._pictures[0].rect
    inside = image.pixelColor(rect.center().toPoint())
    outside = image.pixelColor(int(rect.left() + rect.width() / 16), int(rect.center().y()))
    assert inside.saturation() > 40
    assert outside.saturation() < 10
    assert [text for _, text in keys(made._said, LIGHT)] == ["circle", "true outline"]


def test_boxes_are_drawn_where_they_are(run: Any, show: Show) -> None:
    run.start(plane=False, classes=("circle", "square", "triangle"))
    made = PredictionsView(run.studio)
    show(made, 300, 260)
    arrays = {"images": np.full((1, 8, 8), 255, np.uint8), "sample": np.array([0]), "of": np.array(1)}
    boxes = {"box": np.array([[0.25, 0.25, 0.75, 0.75]]), "true_box": np.array([[0.0, 0.0, 0.1, 0.1]])}
    shown = {**arrays, **boxes, "iou": np.array([0.0])}
    run.see("predictions", lambda _: shown)
    image, rect = made.grab().toImage(), made._pictures[0].rect
    place = QPoint(round(rect.left() + rect.width() / 4), round(rect.center().y()))
    assert max(image.pixelColor(place + QPoint(by, 0)).saturation() for by in (-1, 0, 1)) > 60


def test_the_outline_of_a_mask_runs_between_its_pixels() -> None:
    mask = np.zeros((4, 4), np.uint8)
    mask[1:3, 1:3] = 1
    path = outline(mask, background=0)
    assert path.elementCount() == 8
    bounds = path.boundingRect()
    assert (bounds.left(), bounds.top(), bounds.right(), bounds.bottom()) == (1, 1, 3, 3)


def test_a_background_has_no_colour() -> None:
    colors = sheet_colors(LIGHT, ("background", "circle", "square"))
    sheet = mask_image(np.array([[0, 1], [2, 1]], np.uint8), colors)
    assert colors[0] is None
    assert sheet.pixelColor(0, 0).alpha() == 0
    assert sheet.pixelColor(1, 0).alpha() > 100
    assert image_of(np.zeros((3, 5, 3), np.uint8)).width() == 5


def test_filters_stand_beside_their_maps(run: Any, show: Show) -> None:
    run.start(plane=False)
    made = FiltersView(run.studio)
    show(made, 300, 200)
    assert made._empty.isVisible()
    arrays = {
        "kernels": np.array([[[[127, -127], [0, 127]]]] * 3, np.int8),
        "kernels.scale": np.array(0.01, np.float32),
        "maps": np.zeros((3, 6, 6), np.int8),
        "maps.scale": np.array(0.1, np.float32),
        "image": np.zeros((8, 8), np.int8),
        "count": np.array(5),
        "inputs": np.array(1),
        "sample": np.array(0),
        "of": np.array(4),
    }
    made._sheet.take(dict(arrays), LIGHT)
    made._sheet.notes = made._notes()
    made._arrange()
    first = made._sheet.filters[0]
    assert first.kernel_rects[0].right() < first.map_rect.left()
    assert made._sheet.notes == ["The first 3 of 5 filters"]
    (table,) = made.tables()
    assert table.columns["weight"][:2].tolist() == pytest.approx([1.27, -1.27])
