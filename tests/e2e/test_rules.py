"""The rules that hold between the parts of the program, and that they are really checked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Process = Callable[..., subprocess.CompletedProcess[str]]
IMPORT_UI = """
import importlib, pkgutil, sys
import playground.ui
for module in pkgutil.walk_packages(playground.ui.__path__, "playground.ui."):
    importlib.import_module(module.name)
import playground.catalog
playground.catalog.load()
print(*(name for name in ("torch", "sklearn") if name in sys.modules))
"""
IMPORT_BELOW = """
import importlib, pkgutil, sys
for name in ("spec", "catalog", "engine", "export"):
    package = importlib.import_module(f"playground.{name}")
    for module in pkgutil.walk_packages(package.__path__, f"playground.{name}."):
        importlib.import_module(module.name)
print(*(name for name in ("PySide6", "pyqtgraph") if name in sys.modules))
"""
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
PLANTED = [
    ("spec/live.py", "import playground.catalog.kinds", "at the edge"),
    ("engine/events.py", "import playground.export", "at the edge"),
    ("engine/events.py", "import PySide6", "Qt only in ui"),
    ("ui/channel.py", "import torch", "The window never imports torch"),
    ("ui/channel.py", "import playground.engine.device", "The window never imports torch"),
    ("catalog/kinds/terms.py", "import torch", "torch stays out"),
]


def test_the_window_never_loads_torch(python: Process) -> None:
    done = python("-c", IMPORT_UI)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_nothing_below_the_window_loads_qt(python: Process) -> None:
    done = python("-c", IMPORT_BELOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources and their rules, to plant something in."""
    shutil.copytree(ROOT / "playground", tmp_path / "playground", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_import_rules_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("place", "line", "rule"), PLANTED)
def test_a_planted_import_is_found(copy: Path, place: str, line: str, rule: str) -> None:
    file = copy / "playground" / place
    file.write_text(f"{file.read_text()}\n{line}\n")
    done = lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(rule in said for said in done.stdout.splitlines() if " BROKEN" in said), done.stdout
