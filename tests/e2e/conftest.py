"""The program in a process of its own, and the whole window over the real engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground import catalog
from playground.catalog.starter import starter
from playground.spec.files import dumps
from playground.ui.app import build
from playground.ui.main_window import MainWindow
from playground.ui.session import Session

ROOT = Path(__file__).resolve().parents[2]
Process = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment() -> Mapping[str, str]:
    """This environment, with the checkout in front."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "error"}


@pytest.fixture
def python(environment: Mapping[str, str], tmp_path: Path) -> Process:
    """Run Python with arguments in an empty folder."""

    def run(*arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, arguments)]
        wanted = {key: value for key, value in {**environment, **changes}.items() if value}
        return subprocess.run(
            command,
            env=wanted,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The circle in a file."""
    catalog.load()
    path = tmp_path / "circle.json"
    path.write_bytes(dumps(replace(starter("A circle"), epochs=5)))
    return path


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window with a small network that trains 60 epochs, ready to play."""
    window = build(qapp, replace(starter(), epochs=60), None, Session(), "light")
    qtbot.addWidget(window, before_close_func=lambda w: w.studio.document.undo_stack.setClean())
    window.show()
    window.studio.runs.open_engine()
    qtbot.waitUntil(lambda: window.studio.store.started is not None, timeout=60_000)
    yield window
    window.studio.runs.close_engine()
