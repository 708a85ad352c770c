"""Finding out whether a window can open."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from playground.cli import qt

needs_sockets = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there a display always is")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No display of any kind."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@needs_sockets
def test_no_display(bare: pytest.MonkeyPatch) -> None:
    found = qt.display()
    assert found is not None
    assert found.reason == "there is no display"


@needs_sockets
@pytest.mark.parametrize("name", [":987", "localhost:63999.0", "nonsense", "unix:987"])
def test_a_display_that_does_not_answer(bare: pytest.MonkeyPatch, name: str) -> None:
    bare.setenv("DISPLAY", name)
    if name.startswith("localhost"):
        bare.setattr(qt, "_connects", lambda _address: False)
    found = qt.display()
    assert found is not None
    assert found.reason == f"the display {name} does not answer"


@needs_sockets
def test_a_display_that_answers(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("WAYLAND_DISPLAY", "wayland-9")
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert qt.display() is not None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        bare.chdir(tmp_path)  # the whole path may be too long for a socket
        server.bind("wayland-9")
        server.listen()
        bare.setenv("XDG_RUNTIME_DIR", ".")
        assert qt.display() is None


@needs_sockets
def test_where_an_x_server_is_looked_for(bare: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    bare.setattr(qt, "_connects", lambda address: asked.append(address))
    for name in (":1", "unix:2.0", "far.example:10.1", "host/unix:3"):
        bare.setenv("DISPLAY", name)
        qt.display()
    paths = [f"{zero}/tmp/.X11-unix/X{n}" for n in (1, 2) for zero in ("", "\0")]
    assert asked == [*paths, ("far.example", 6010), "/tmp/.X11-unix/X3", "\0/tmp/.X11-unix/X3"]


def test_a_platform_that_was_chosen_needs_no_display(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    assert qt.display() is None


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libstrange-1.2.so.3", "libstrange-1.2.so.3"),
    ],
)
def test_a_missing_library_is_named_with_its_package(library: str, package: str) -> None:
    found = qt.unloadable(f"{library}: cannot open shared object file: No such file or directory")
    assert found.reason == f"the system library {library} is missing"
    assert package in found.mend


def test_another_reason_is_kept() -> None:
    assert "version `GLIBC_9' not found" in qt.unloadable("libc.so.6: version `GLIBC_9' not found").reason


@pytest.mark.skipif(sys.platform != "linux", reason="only there the linker is asked")
def test_the_linker_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "PySide6" / "Qt" / "lib" / "libQt6Widgets.so.6"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no library")
    monkeypatch.setattr(qt, "_folder", lambda package: tmp_path / package)
    found = qt.libraries(display=False)
    assert found is not None
    assert "Qt cannot be loaded" in found.reason


@pytest.mark.parametrize("package", ["PySide6", "pyqtgraph"])
def test_a_package_that_is_not_installed(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    found = qt.libraries(display=False)
    assert found is not None
    assert found.reason == f"{package} is not installed"
    assert package in found.mend


def test_here_qt_can_be_loaded() -> None:
    assert qt.obstacle(offscreen=True) is None
