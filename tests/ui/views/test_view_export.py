"""Pictures and numbers as files, read back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from playground.spec.errors import FileError
from playground.ui.plot_export import export_view
from playground.ui.tokens import DARK
from playground.ui.views.base import View
from playground.ui.views.header import ViewFrame
from playground.ui.views.registry import all_views

Show = Callable[..., None]
KINDS = {kind.name: kind for kind in all_views()}
FED = ("boundary", "loss", "metrics", "weights")
"""Views that any run feeds; those of single families are exported in their own tests."""


@pytest.fixture(params=FED)
def frame(request: pytest.FixtureRequest, run: Any, show: Show) -> ViewFrame:
    run.start()
    run.losses(30)
    made = ViewFrame(KINDS[request.param](run.studio))
    show(made)
    run.boundary(10)
    counts, edges = np.array([4, 1, 7]), np.array([-0.1, 0.1, 0.3, 0.7])
    run.see("weights", lambda _: {"hidden1.counts": counts, "hidden1.edges": edges})
    return made


@pytest.fixture
def view(frame: ViewFrame) -> View:
    return frame.view


def colors(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_png_has_twice_the_size_and_the_theme_s_ground(run: Any, view: View, tmp_path: Path) -> None:
    run.studio.themes.set_mode("dark")
    export_view(view, tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.size() == view.picture_size() * 2
    assert image.pixelColor(1, 1) == QColor(DARK.panel)
    assert len(colors(image)) > 10


def test_svg_draws_the_same_picture_as_png(view: View, tmp_path: Path) -> None:
    export_view(view, tmp_path / "a.png")
    export_view(view, tmp_path / "a.svg")
    renderer = QSvgRenderer(str(tmp_path / "a.svg"))
    assert renderer.isValid()
    wanted = QImage(str(tmp_path / "a.png")).convertToFormat(QImage.Format.Format_RGB32)
    image = QImage(wanted.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(image.rect()))
    got, want = (np.frombuffer(i.constBits(), np.uint8).reshape(i.height(), i.width(), 4) for i in (image, wanted))
    apart = np.abs(got[:, :, :3].astype(int) - want[:, :, :3]).max(axis=2) > 60
    assert apart.mean() < 0.03, "text and edges may differ, the picture not"
    assert len(colors(image)) > 10


def test_curve_numbers_come_back_exactly(run: Any, show: Show, tmp_path: Path) -> None:
    run.start()
    third = [1 / 3, 0.1 + 0.2, float("nan"), float("inf"), 5e-324]
    run.tell({"plain": {"validation_loss": (range(5), third), "train_loss": (range(4), third[:4])}})
    view = KINDS["loss"](run.studio)
    show(view)
    assert export_view(view, tmp_path / "loss.csv") == [tmp_path / "loss.csv"]
    found = rows(tmp_path / "loss.csv")
    assert list(found[0]) == ["variant", "epoch", "train_loss", "validation_loss"]
    np.testing.assert_array_equal([float(row["validation_loss"]) for row in found], third)
    assert found[4]["train_loss"] == "", "no number, no cell"


def test_a_boundary_s_grid_and_samples_come_back(run: Any, show: Show, tmp_path: Path) -> None:
    run.start()
    view = KINDS["boundary"](run.studio)
    show(view)
    run.boundary(7)
    files = export_view(view, tmp_path / "map.csv")
    assert [path.name for path in files] == ["map.csv", "map-points.csv"]
    grid = rows(files[0])
    assert len(grid) == 2 * 49
    for row in grid:
        axis = "x1" if row["variant"] == "plain" else "x2"
        assert np.float32(row["value"]) == np.clip(np.float32(row[axis]), -1, 1)
    points = rows(files[1])
    assert points[0] == {"variant": "plain", "set": "train", "x1": "-3.0", "x2": "3.0", "target": "1"}
    assert len(points) == 4


def test_histogram_numbers_come_back(run: Any, show: Show, tmp_path: Path) -> None:
    run.start()
    view = KINDS["weights"](run.studio)
    show(view)
    counts, edges = np.histogram(np.random.default_rng(0).normal(size=500), 12)
    run.see("weights", lambda _: {"hidden1.counts": counts, "hidden1.edges": edges})
    export_view(view, tmp_path / "w.csv")
    found = rows(tmp_path / "w.csv")
    assert [int(row["count"]) for row in found] == counts.tolist()
    assert [float(row["from"]) for row in found] + [float(found[-1]["to"])] == edges.tolist()
    assert {row["layer"] for row in found} == {"hidden1"}


def test_a_hidden_view_exports_what_is_true_now(run: Any, show: Show, tmp_path: Path) -> None:
    run.start()
    view = KINDS["loss"](run.studio)
    show(view)
    view.hide()
    run.losses(12)
    export_view(view, tmp_path / "a.csv")
    assert len(rows(tmp_path / "a.csv")) == 26


@pytest.mark.parametrize("name", ["a.gif", "a", "missing/a.png"])
def test_a_wrong_name_is_one_sentence(run: Any, show: Show, tmp_path: Path, name: str) -> None:
    run.start()
    run.losses(5)
    view = KINDS["loss"](run.studio)
    show(view)
    with pytest.raises(FileError, match="cannot write"):
        export_view(view, tmp_path / name)
    assert not list(tmp_path.glob("a*"))


def test_no_numbers_yet_is_one_sentence(run: Any, show: Show, tmp_path: Path) -> None:
    view = KINDS["loss"](run.studio)
    show(view)
    with pytest.raises(FileError, match="press Play first"):
        export_view(view, tmp_path / "a.csv")


def test_the_header_saves_and_copies(frame: ViewFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "picture"
    monkeypatch.setattr(
        "playground.ui.views.header.QFileDialog.getSaveFileName", lambda *_: (str(target), "SVG drawing (*.svg)")
    )
    said: list[str] = []
    frame.said.connect(said.append)
    picture, numbers, copy = frame.export_menu("Loss").actions()
    picture.trigger()
    assert QSvgRenderer(str(target.with_suffix(".svg"))).isValid()
    monkeypatch.setattr("playground.ui.views.header.QFileDialog.getSaveFileName", lambda *_: (str(target), "CSV table"))
    numbers.trigger()
    assert target.with_suffix(".csv").stat().st_size > 50
    copy.trigger()
    assert QApplication.clipboard().image().size() == frame.view.picture_size() * 2
    QApplication.clipboard().clear()
    assert said[0] == "Saved picture.svg"
    assert said[1].startswith("Saved picture.csv")
    assert said[2] == "Copied the picture"
