"""The command line as a person meets it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

Process = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = ("torch", "numpy", "PySide6", "pyqtgraph", "sklearn", "msgspec", "playground.engine.run")
LOADED = """
import sys
from playground.cli.dispatch import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""
WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
from playground.cli.dispatch import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("train", "--help"), ("train",), ("train", "no-such-lesson")]
)
def test_what_needs_no_libraries_loads_none(python: Process, arguments: tuple[str, ...]) -> None:
    done = python("-c", LOADED.format(heavy=HEAVY), *arguments)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] in ("", "msgspec" if "no-such-lesson" in arguments else "")


def test_a_mistake_gets_exit_code_2_and_one_line(python: Process) -> None:
    done = python("-m", "playground", "train", "no-such-lesson")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("nnplayground: there is no file, lesson or command called 'no-such-lesson'")


def test_train_works_without_qt(python: Process, file: Path, tmp_path: Path) -> None:
    done = python("-c", WITHOUT_QT, "train", file, "--epochs", 2, "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["variants"]["model"]["epochs"] == 2
    assert (tmp_path / "out" / "history.csv").is_file()
    assert (tmp_path / "out" / "model.safetensors").is_file()


def test_the_first_command_works_without_qt(python: Process, file: Path, tmp_path: Path) -> None:
    done = python("-c", WITHOUT_QT, file)
    assert done.returncode == 0, done.stderr
    assert "PySide6 is not installed, so “A circle” trains here without a window" in done.stderr.splitlines()[0]
    assert (tmp_path / "nnplayground-out" / "boundary.png").is_file()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there a display always is")
def test_the_first_command_works_without_a_display(python: Process, file: Path, tmp_path: Path) -> None:
    done = python("-m", "playground", file, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 0, done.stderr
    assert "there is no display" in done.stderr.splitlines()[0]
    assert (tmp_path / "nnplayground-out" / "curves.png").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_interrupting_is_quiet(environment: Mapping[str, str], file: Path) -> None:
    command = [sys.executable, "-m", "playground", "train", str(file), "--epochs", "1000000"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("epoch 0/")
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in rest


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell")
def test_a_reader_that_has_seen_enough_is_no_fault(environment: Mapping[str, str], file: Path) -> None:
    line = f"'{sys.executable}' -m playground describe '{file}' | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "0"
    assert done.stderr == ""


def test_the_engine_ends_when_its_pipe_closes(python: Process) -> None:
    done = python("-m", "playground", "engine")  # stdin is empty
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_a_bug_leaves_one_line_and_its_details_in_the_log(python: Process, tmp_path: Path) -> None:
    code = "import playground.__main__ as m, playground.cli.presets as p; p.run = lambda a: 1 / 0; m.main()"
    done = python("-c", f"import sys; sys.argv[1:] = ['presets']; {code}", XDG_STATE_HOME=str(tmp_path / "state"))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "something went wrong in nnplayground itself (ZeroDivisionError)" in line
    log = Path(line.rpartition("details: ")[2])
    assert "1 / 0" in log.read_text() or "division by zero" in log.read_text()
    assert os.path.commonpath([log, tmp_path]) == str(tmp_path)


def test_a_screenshot_is_the_window_as_large_as_was_asked(python: Process, file: Path, tmp_path: Path) -> None:
    done = python(
        "-m", "playground", "screenshot", file, "--epochs", 1, "--size", "1300x820", "-o", tmp_path / "shot.png"
    )
    assert done.returncode == 0, done.stderr
    image = QImage(str(tmp_path / "shot.png"))
    assert (image.width(), image.height()) == (1300, 820)
    assert len({image.pixel(x, y) for x in range(0, 1300, 7) for y in range(0, 820, 7)}) > 50


def test_a_dock_that_is_not_there(python: Process, file: Path, tmp_path: Path) -> None:
    done = python("-m", "playground", "screenshot", file, "--dock", "nonsense", "-o", tmp_path / "shot.png")
    assert done.returncode == 2
    assert "nnplayground: there is no dock nonsense; there is " in done.stderr.splitlines()[-1]
    assert not (tmp_path / "shot.png").exists()
