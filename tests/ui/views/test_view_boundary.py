"""Maps of the input plane, looked at and pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.engine.control import Ask
from playground.ui.tokens import LIGHT, class_colors
from playground.ui.views.boundary import BoundaryView
from playground.ui.views.field import Field
from playground.ui.views.tiles import caption_room, tile_rects

Show = Callable[..., None]
LOW, HIGH = QColor(*LIGHT.low), QColor(*LIGHT.high)


def color_at(view: BoundaryView, variant: str, x1: float, x2: float) -> QColor:
    rect = view._tiles[variant].rect
    image = view.grab().toImage()
    x = rect.left() + (x1 + 6) / 12 * rect.width()
    y = rect.top() + (6 - x2) / 12 * rect.height()
    return image.pixelColor(int(x * image.devicePixelRatio()), int(y * image.devicePixelRatio()))


def alike(a: QColor, b: QColor, within: int = 12) -> bool:
    return max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) <= within


@pytest.fixture
def view(run: Any, show: Show) -> BoundaryView:
    run.start()
    made = BoundaryView(run.studio)
    show(made)
    run.losses(10)
    run.boundary()
    return made


def test_each_variant_shows_its_own_answer(view: BoundaryView) -> None:
    assert alike(color_at(view, "plain", 4, -4), HIGH)
    assert alike(color_at(view, "plain", -4, -4), LOW)
    assert alike(color_at(view, "dropout", -4, 4), HIGH), "row 0 is the top, x2 = +6"
    assert alike(color_at(view, "dropout", 4, -4), LOW)
    assert alike(color_at(view, "plain", 0, -2), QColor(*LIGHT.mid), 40)


def test_samples_lie_where_they_belong(view: BoundaryView) -> None:
    assert alike(color_at(view, "plain", -3, 3), HIGH), "a training sample of class 1 on orange ground"
    assert alike(color_at(view, "plain", 3, 3), QColor("white")), "a validation sample is a white dot"
    view.test_action.trigger()
    assert alike(color_at(view, "plain", 3, 3), HIGH), "without test samples the map shows"
    assert alike(color_at(view, "plain", -3, 3), HIGH)


def test_discrete_shows_only_which_side_wins(view: BoundaryView) -> None:
    assert not alike(color_at(view, "plain", 0.5, -2), HIGH, 40)
    view.smooth_action.trigger()
    assert alike(color_at(view, "plain", 0.5, -2), HIGH)
    assert alike(color_at(view, "plain", -0.5, -2), LOW)


def test_dark_theme_darkens_the_middle(run: Any, view: BoundaryView) -> None:
    run.studio.themes.set_mode("dark")
    assert color_at(view, "plain", 0, -2).lightness() < 110


def test_corners_are_round(view: BoundaryView) -> None:
    assert alike(color_at(view, "plain", -5.99, 5.99), QColor(LIGHT.panel))


def test_many_classes_blend_by_their_shares(run: Any, show: Show) -> None:
    run.start(classes=("a", "b", "c"))
    view = BoundaryView(run.studio)
    show(view)
    shares = np.zeros((12, 12, 3), np.uint8)
    shares[:, :6, 0], shares[:, 6:, 1], shares[:, 6:, 2] = 255, 153, 102
    run.see("boundary", lambda _: {"classes": shares, "extent": 6.0})
    a, b, c = class_colors(LIGHT, 3)
    mixed = QColor(*(round(0.6 * x + 0.4 * y) for x, y in zip(b.getRgb()[:3], c.getRgb()[:3], strict=True)))
    assert alike(color_at(view, "plain", -4, 0), a)
    assert alike(color_at(view, "plain", 4, 0), mixed)
    assert view._tiles["plain"].answer.words(4, 0, ["a", "b", "c"]) == "b 60 %"
    view.smooth_action.trigger()
    assert alike(color_at(view, "plain", 4, 0), b)


def test_numbers_of_regression_colour_the_samples(run: Any, show: Show) -> None:
    run.start(task="regression", classes=())
    view = BoundaryView(run.studio)
    show(view)
    run.see("boundary", lambda _: {"values": np.zeros((8, 8), np.float32), "extent": 6.0})
    xy = np.array([[-3.0, 0.0], [3.0, 0.0]], np.float32)
    none = {"validation_xy": np.empty((0, 2), np.float32), "validation_y": np.empty(0, np.float32)}
    run.see("boundary.points", lambda _: {"train_xy": xy, "train_y": np.array([-1.0, 1.0], np.float32), **none})
    assert alike(color_at(view, "plain", -3, 0), LOW)
    assert alike(color_at(view, "plain", 3, 0), HIGH)


def test_what_is_no_number_takes_the_middle(run: Any, show: Show) -> None:
    run.start()
    view = BoundaryView(run.studio)
    show(view)
    values = np.full((8, 8), np.nan, np.float32)
    run.see("boundary", lambda _: {"values": values, "extent": 6.0})
    assert alike(color_at(view, "plain", 2, 2), QColor(*LIGHT.mid))


def test_data_without_a_plane_says_what_it_needs_and_keeps_the_scores(run: Any, show: Show) -> None:
    run.start(plane=False)
    run.losses(10)
    view = BoundaryView(run.studio)
    show(view)
    assert view._empty.isVisible()
    assert "two inputs on a plane" in view._empty.accessibleName()
    ground = view.grab().toImage()
    dot = view._tiles["plain"].rect.bottomLeft() + QPointF(4, 14.5)
    ratio = ground.devicePixelRatio()
    assert alike(ground.pixelColor(int(dot.x() * ratio), int(dot.y() * ratio)), QColor(LIGHT.variants[0]), 30)


def test_it_asks_for_maps_always_and_for_samples_once(run: Any, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def send(request: object) -> None:
        assert isinstance(request, Ask)
        asked.append((request.key, request.variant))

    watches = run.studio.runs._watches
    monkeypatch.setattr(watches, "_send", send)
    run.start()
    view = BoundaryView(run.studio)
    show(view)
    watches.ask()
    everything = {(key, name) for key in ("boundary", "boundary.points") for name in run.variants}
    assert set(asked) == everything
    for snapshot_key in ("boundary", "boundary.points"):
        run.see(snapshot_key, lambda _: {})
    for snapshot in run.studio.store.snapshots.values():
        watches.answered(snapshot)
    asked.clear()
    watches.forget()
    for watch in watches._watches:
        watch.asked_at = 0.0
    watches.ask()
    assert set(asked) == {("boundary", name) for name in run.variants}
    run.start()
    asked.clear()
    watches.ask()
    assert set(asked) == everything, "another run has other samples"


def test_a_click_shows_that_variant(run: Any, view: BoundaryView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._tiles["dropout"].rect.center().toPoint())
    assert run.studio.document.variant == "dropout"


def test_the_mouse_reads_the_value(view: BoundaryView, qtbot: QtBot) -> None:
    before = view.grab().toImage()
    assert view._tiles["plain"].answer.words(0.5, 5.0, []) in ("0.46", "0.47")
    assert view._tiles["dropout"].answer.words(0.5, 5.0, []) == "1.00"
    qtbot.mouseMove(view, view._tiles["plain"].rect.center().toPoint())
    assert view.grab().toImage() != before
    qtbot.mouseMove(view, view.rect().bottomRight())
    assert view.grab().toImage() == before


@pytest.mark.parametrize(
    ("width", "height", "columns"), [(600, 240, 3), (150, 700, 1), (380, 400, 2)], ids=["wide", "tall", "square"]
)
def test_tiles_are_as_large_as_they_fit(width: int, height: int, columns: int) -> None:
    assert len({rect.left() for rect in tile_rects(QRectF(0, 0, 400, 260), 6, 44)}) in (3, 6)
    rects = tile_rects(QRectF(0, 0, width, height), 3, 42)
    assert len({rect.left() for rect in rects}) == columns
    assert all(rect.right() <= width and rect.bottom() + 42 <= height for rect in rects)
    assert not any(a.adjusted(0, 0, 0, 42).intersects(b) for a in rects for b in rects if a is not b)


def test_small_tiles_stand_apart_so_that_their_names_can_be_read() -> None:
    area = QRectF(0, 0, 360, 260)
    rects = tile_rects(area, 6, 59)
    assert caption_room(rects, area) > 100 > rects[0].width()
    assert caption_room(rects, area) * 3 <= area.width()
    alone = tile_rects(area, 1, 42)
    assert caption_room(alone, area) == area.width()


def test_where_no_class_is_said_the_ground_shows() -> None:
    field = Field()
    field.take({"classes": np.array([[[0, 0, 0], [255, 0, 0], [250, 250, 0]]], np.uint8), "extent": 1.0})
    image = field.image(LIGHT, discrete=False)
    nothing, first, both = (image.pixelColor(x, 0) for x in range(3))
    colors = class_colors(LIGHT, 3)
    assert nothing == LIGHT.color("canvas")
    assert abs(first.red() - colors[0].red()) <= 1
    assert abs(both.green() - (colors[0].green() + colors[1].green()) / 2) <= 1
