"""The curtain: the window as it was, before the window is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from playground.ui import curtain


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    window = QWidget()
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setStyleSheet("background: #123456")
    window.resize(300, 200)
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_shows_the_window_as_it_was(qtbot: Any, window: QWidget) -> None:
    curtain.keep(window)
    QSettings("nnplayground", "nnplayground").setValue("layout/geometry", window.saveGeometry())
    shown = curtain.drawn()
    qtbot.addWidget(shown)
    assert shown.isVisible()
    assert shown.size() == window.size()
    assert shown.grab().toImage().pixelColor(150, 100) == QColor("#123456")


def test_without_a_picture_it_is_plain(qtbot: Any) -> None:
    shown = curtain.drawn()
    qtbot.addWidget(shown)
    assert shown.size() == curtain.SIZE
    assert shown.grab().toImage().pixelColor(5, 5) == shown.palette().window().color()


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    curtain.keep(window)
    assert not curtain.picture_file().exists()


def test_it_needs_nothing_of_the_window() -> None:
    code = "import sys, playground.ui.curtain; print(*sorted(m for m in sys.modules if m.startswith('playground')))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["playground", "playground.paths", "playground.ui", "playground.ui.curtain"]
