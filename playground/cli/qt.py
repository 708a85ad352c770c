"""Whether a window can open here, found out without importing Qt."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Debian package of each system library that Qt may lack."""


@dataclass(frozen=True)
class Obstacle:
    """Why no window can open, as a clause ("there is no display"), and how to mend it."""

    reason: str
    mend: str


def obstacle(offscreen: bool = False) -> Obstacle | None:
    """What keeps a window from opening, if anything; `offscreen` needs no display."""
    return libraries(display=not offscreen) or (None if offscreen else display())


def libraries(display: bool) -> Obstacle | None:
    """Qt, or a system library it needs, that is missing; with `display`, those of its X11 plugin too."""
    root = _folder("PySide6")
    if root is None:
        return Obstacle("PySide6 is not installed", "pip install 'PySide6-Essentials>=6.10.3,<6.11'")
    if _folder("pyqtgraph") is None:
        return Obstacle("pyqtgraph is not installed", "pip install 'pyqtgraph>=0.14,<0.15'")
    if sys.platform != "linux":
        return None
    needed = [root / "Qt/lib/libQt6Widgets.so.6"]
    if display and os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM"):
        needed.append(root / "Qt/plugins/platforms/libqxcb.so")
    return next((found for file in needed if file.exists() and (found := _missing(file))), None)


def _folder(package: str) -> Path | None:
    try:
        spec = importlib.util.find_spec(package)
    except ImportError:
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def _missing(file: Path) -> Obstacle | None:
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        return unloadable(str(error))
    return None


def unloadable(message: str) -> Obstacle:
    """What the dynamic linker's message means, and the Debian package that mends it."""
    found = re.match(r"(lib[\w.+-]+): cannot open shared object", message)
    if not found:
        return Obstacle(f"Qt cannot be loaded ({message})", "pip install --force-reinstall PySide6-Essentials")
    package = PACKAGES.get(found[1])
    mend = f"apt-get install {package}" if package else f"install the system package that has {found[1]}"
    return Obstacle(f"the system library {found[1]} is missing", mend)


def display() -> Obstacle | None:
    """A display that is not there, or does not answer. On Windows and macOS there always is one."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    x11, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    mend = "open nnplayground from a desktop session, or with ssh -X"
    if not x11 and not wayland:
        return Obstacle("there is no display", mend)
    if (x11 and _x11_answers(x11)) or (wayland and _wayland_answers(wayland)):
        return None
    return Obstacle(f"the display {x11 or wayland} does not answer", mend)


def _x11_answers(name: str) -> bool:
    """Follow the form [host]:number[.screen]."""
    found = re.fullmatch(r"(?:\w+/)?([^:]*):(\d+)(?:\.\d+)?", name)
    if not found:
        return False
    host, number = found[1], int(found[2])
    path = f"/tmp/.X11-unix/X{number}"
    if host in ("", "unix"):
        return any(_connects(address) for address in (path, f"\0{path}"))
    return _connects((host, 6000 + number))


def _wayland_answers(name: str) -> bool:
    return _connects(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _connects(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
