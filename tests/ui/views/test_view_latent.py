"""The plane of codes, looked at and walked over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.catalog.objectives import Autoencoding
from playground.engine.control import Ask
from playground.ui.featured import chosen_views
from playground.ui.tokens import LIGHT
from playground.ui.views.latent import LatentView

Show = Callable[..., None]


def snapshot(index: int) -> dict[str, Any]:
    """Black pictures at the left half of the plane, white ones at the right; two classes of codes above."""
    tiles = np.zeros((4, 4, 8, 8, 1), np.uint8)
    tiles[:, 2:] = 255
    codes = np.array([[-1.0, 2.0], [1.0, 2.0]], np.float32)
    pictures = np.zeros((2, 8, 8, 1), np.uint8)
    return {
        "size": 2 + 2 * index,
        "axes": np.array([1, 2] if not index else [0, 0]),
        "extent": np.float32(3),
        "codes": codes,
        "y": np.array([0, 1]),
        "tiles": tiles,
        "originals": pictures,
        "restored": pictures + 255,
    }


def restoring(run: Any) -> None:
    """Let the document be about codes; no engine is there to plan it."""
    run.studio.document.edit("", replace(run.studio.document.experiment, objective=Autoencoding()))
    run.studio.runs.close_engine()


@pytest.fixture
def view(run: Any, show: Show) -> LatentView:
    restoring(run)
    run.start(plane=False)
    made = LatentView(run.studio)
    show(made, 640, 300)
    run.see("latent", snapshot)
    return made


def color_at(view: LatentView, variant: str, x: float, y: float) -> QColor:
    rect = view._tiles[variant].rect
    image = view.grab().toImage()
    at = rect.left() + (x + 3) / 6 * rect.width(), rect.top() + (3 - y) / 6 * rect.height()
    return image.pixelColor(*(int(value * image.devicePixelRatio()) for value in at))


def asked(view: LatentView) -> list[dict[str, Any]]:
    found: list[Any] = []
    watches = view.studio.runs._watches
    watches._send, watches_send = found.append, watches._send
    watches.forget()
    watches.ask()
    watches._send = watches_send
    return [ask.probe for ask in found if isinstance(ask, Ask)]


def test_what_is_made_lies_behind_the_codes(view: LatentView) -> None:
    view.points_action.setChecked(False)
    assert color_at(view, "plain", 2, -1).lightness() < 60, "ink on the right"
    assert color_at(view, "plain", -2, -1).lightness() > 240, "paper on the left"
    view.points_action.setChecked(True)
    veiled = color_at(view, "plain", 2, -1).lightness()
    assert 60 < veiled < 240
    view.pictures_action.setChecked(False)
    assert color_at(view, "plain", 2, -1) == QColor(LIGHT.canvas)


def test_the_keys_walk_and_only_the_mark_is_asked_for(view: LatentView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    points = [probe for probe in asked(view) if probe["entry"] == "LatentPoint"]
    assert [(probe["x"], probe["y"]) for probe in points] == [(0.25, 1.0)]
    assert "z1 0.25" in view.accessibleDescription()
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view._mark == ("plain", 3.0, 1.0), "never off the plane"
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view._mark[0] == "dropout"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view._mark == ("dropout", 0.0, 0.0)


def test_the_mouse_walks_and_a_click_shows_the_variant(view: LatentView, qtbot: QtBot) -> None:
    rect = view._tiles["dropout"].rect
    at = QPoint(int(rect.left() + rect.width() * 0.75), int(rect.top() + rect.height() * 0.25))
    qtbot.mouseMove(view, at)
    variant, x, y = view._mark
    assert variant == "dropout"
    assert (x, y) == pytest.approx((1.5, 1.5), abs=0.1)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.studio.document.variant == "dropout"


def test_other_planes_of_a_longer_code_can_be_chosen(view: LatentView) -> None:
    assert view.planes.action.isVisible()
    actions = view.planes._group.actions()
    assert [action.data() for action in actions] == [(0, 0), (1, 2), (3, 4)]
    actions[2].trigger()
    planes = [(probe["across"], probe["up"]) for probe in asked(view) if probe["entry"] == "Latent"]
    assert planes == [(3, 4), (3, 4)]


def test_its_numbers(view: LatentView) -> None:
    tables = {table.name: table.columns for table in view.tables()}
    assert set(tables) == {"codes", "made", "restored"}
    assert tables["codes"]["x"].tolist() == [-1, 1, -1, 1]
    assert len(tables["made"]["value"]) == 2 * 16 * 64
    first = [tables["made"][name][0] for name in ("variant", "x", "y", "number", "value")]
    assert first == ["plain", -3, 3, 0, 0], "from the top left"
    assert set(tables["restored"]["restored"].tolist()) == {255}


def test_points_of_a_plane_are_drawn_there(run: Any, show: Show) -> None:
    restoring(run)
    run.start()
    view = LatentView(run.studio)
    show(view, 640, 300)
    side = np.linspace(-3, 3, 4, dtype=np.float32)
    grid = np.stack(np.meshgrid(side, side[::-1]), axis=2)
    xy = np.array([[2.0, 2.0]], np.float32)
    plane = {"tiles_xy": grid, "originals_xy": xy, "restored_xy": -xy, "reach": np.float32(6)}
    run.see(
        "latent",
        lambda index: {
            **{k: v for k, v in snapshot(index).items() if k in ("size", "axes", "extent", "codes", "y")},
            **plane,
        },
    )
    run.see("latent.point", lambda _: {"picture_xy": xy[0]})
    rect = view._data_rect
    assert not rect.isEmpty()
    image = view.grab().toImage()
    at = (rect.left() + (2 + 6) / 12 * rect.width(), rect.top() + (6 - 2) / 12 * rect.height())
    accent = image.pixelColor(*(int(value * image.devicePixelRatio()) for value in at))
    assert accent == QColor(LIGHT.accent), "the mark's sample"
    assert len(view.tables()) == 3


def test_without_a_run_or_codes_it_says_what_to_do(run: Any, show: Show) -> None:
    view = LatentView(run.studio)
    show(view)
    assert "Press Play" in view._sentence()
    run.start()
    assert "choose the objective" in view._sentence()
    assert view.tables() == []
    assert asked(view) == []


def test_it_comes_to_the_front_where_there_are_codes(run: Any) -> None:
    plain = run.studio.document.experiment
    assert "latent" in chosen_views(plain)[1]
    front, idle = chosen_views(replace(plain, objective=Autoencoding()))
    assert front == ("latent",)
    assert "latent" not in idle
