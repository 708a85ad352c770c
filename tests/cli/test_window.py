"""The first command, with and without a place for a window."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from playground.cli import qt, window
from playground.cli.headless import LESSON, fresh
from playground.cli.qt import Obstacle
from playground.ui.curtain import Curtain
from playground.ui.engine_link import EngineLink


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No display, in an empty folder."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(qt, "display", lambda: Obstacle("there is no display", "get one"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def test_without_a_display_the_lesson_trains_here(command: Any, file: Path, bare: Path) -> None:
    answer = command(file)
    assert answer.code == 0, answer.err
    out = bare / "nnplayground-out"
    first = answer.err.splitlines()[0]
    assert "there is no display, so “A circle” trains here without a window" in first
    assert str(out) in first
    assert {path.name for path in out.iterdir()} == {
        "boundary.png",
        "curves.png",
        "experiment.json",
        "fast.safetensors",
        "history.csv",
        "slow.safetensors",
    }
    assert len(list(csv.reader((out / "history.csv").read_text().splitlines()))) == 1 + 2 * 5
    for name in ("curves.png", "boundary.png"):
        assert not QImage(str(out / name)).isNull()
    assert str(out) in answer.out


def test_without_a_library_too(command: Any, file: Path, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = qt.unloadable("libGL.so.1: cannot open shared object file: No such file or directory")
    monkeypatch.setattr(qt, "libraries", lambda display: missing)
    answer = command(file)
    assert answer.code == 0
    assert "the system library libGL.so.1 is missing" in answer.err
    assert "apt-get install libgl1" in answer.err


def test_results_of_before_are_kept(tmp_path: Path) -> None:
    made = [fresh(tmp_path / "out").name for _ in range(3)]
    assert made == ["out", "out-2", "out-3"]


def test_a_file_that_is_not_there(command: Any, bare: Path) -> None:
    assert "gone.json" in command("gone.json").complaint
    assert not list(bare.iterdir())


def test_a_damaged_file(command: Any, bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(b"{")
    assert "not readable as JSON" in command(path).complaint


def test_the_lesson_that_opens_first_is_the_window_s() -> None:
    from playground.ui.app import FIRST_LESSON

    assert LESSON == FIRST_LESSON


def test_where_a_window_can_open_it_does(command: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    engines: list[EngineLink] = []

    def opens(path: Path | None, self_test: bool, engine: EngineLink, curtain: Curtain) -> int:
        assert curtain.isVisible()
        seen.append((path, self_test))
        engines.append(engine)
        return 0

    monkeypatch.setattr("playground.ui.app.run", opens)
    assert command(file, "--self-test").code == 0
    assert command().code == 0
    assert seen == [(file, True), (None, False)]
    assert not any(engine.running for engine in engines)  # a window that never took them over leaves none behind


def test_a_self_test_needs_qt(command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.qt, "obstacle", lambda: Obstacle("PySide6 is not installed", "install it"))
    assert "PySide6 is not installed, so no window can open" in command("--self-test").complaint


@pytest.mark.parametrize(
    ("out", "said"),
    [("gone/shot.png", "there is no folder"), ("shot.gif", "needs to end in .png"), (".", "is a folder")],
)
def test_a_screenshot_that_cannot_be_written(command: Any, file: Path, bare: Path, out: str, said: str) -> None:
    assert said in command("screenshot", file, "-o", out).complaint


def test_a_boundary_is_drawn_where_the_points_are(command: Any, file: Path, bare: Path) -> None:
    assert command(file).code == 0
    image = QImage(str(bare / "nnplayground-out" / "boundary.png")).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    for color in ((245, 133, 24), (31, 119, 206)):  # samples of both classes
        assert (pixels == color).all(axis=2).sum() > 500
