"""What the doctor says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from playground.cli import doctor, qt
from playground.cli.doctor import Finding


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes are started; Qt answers well."""
    well = subprocess.CompletedProcess([], 0, "offscreen", "")
    monkeypatch.setattr(doctor, "_python_says", lambda code, **environment: well)


def findings(command: Any) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(command("doctor", "--json").out)["checks"]}


def test_a_machine_that_can_train(command: Any, quick: None) -> None:
    answer = command("doctor")
    assert answer.code == 0
    assert "Training works here; a window can open." in answer.out
    for name in ("Python", "PyTorch", "Qt libraries", "Display", "Typeface", "Chinese font", "Settings", "Logs"):
        assert f"✓ {name} " in answer.out


def test_json(command: Any, quick: None) -> None:
    told = json.loads(command("doctor", "--json").out)
    assert told["ok"] is True
    assert all(set(one) == {"name", "ok", "required", "detail", "mend"} for one in told["checks"])
    assert "cpu" in findings(command)["PyTorch"]["detail"]


def test_without_torch_nothing_trains(command: Any, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    answer = command("doctor")
    assert answer.code == 1
    assert "✗ PyTorch" in answer.out
    assert doctor.CPU_TORCH in answer.out
    assert "Training does not work here" in answer.out


@pytest.mark.parametrize(
    ("version", "ok", "required"), [("2.9.1", False, True), ("2.10.0+cpu", True, False), ("2.14.0", False, False)]
)
def test_versions_of_torch(version: str, ok: bool, required: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch, "__version__", version)
    found = doctor._torch()
    assert (found.ok, found.required) == (ok, required)


def test_without_a_display_training_still_works(command: Any, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt, "display", lambda: qt.Obstacle("there is no display", "get one"))
    answer = command("doctor")
    assert answer.code == 0
    assert "✗ Display" in answer.out
    assert "→ get one" in answer.out
    assert "a window cannot open" in answer.out


def test_a_missing_library_is_named(command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Traceback …\nImportError: libEGL.so.1: cannot open shared object file: No such file or directory\n"
    failed = subprocess.CompletedProcess([], 1, "", said)
    monkeypatch.setattr(doctor, "_python_says", lambda code, **environment: failed)
    found = findings(command)
    assert found["Qt libraries"]["detail"] == "the system library libEGL.so.1 is missing"
    assert found["Qt libraries"]["mend"] == "apt-get install libegl1"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    found = doctor._folder("Cache", tmp_path / "taken" / "below", "XDG_CACHE_HOME")
    assert not found.ok
    assert "XDG_CACHE_HOME" in found.mend


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    assert doctor._folder("Cache", tmp_path / "new" / "below", "XDG_CACHE_HOME").ok
    assert not (tmp_path / "new").exists()


def test_qt_is_really_asked() -> None:
    assert doctor._qt_libraries() == Finding("Qt libraries", True, False, "all there")


def test_a_process_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "SECONDS", 0.05)
    done = doctor._python_says("import threading; threading.Event().wait()")
    assert done.returncode == 1
    assert "no answer" in done.stderr
