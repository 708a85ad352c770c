"""Where the program finds its own files, and where it keeps the person's. No Qt here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "nnplayground"
_PACKAGE = Path(__file__).resolve().parent


def presets_dir() -> Path:
    """Return the folder of the lessons: inside an installed package, else the checkout's top level."""
    return _shipped("presets")


def assets_dir() -> Path:
    """Return the folder of icons, fonts and themes: inside an installed package, else the checkout's top level."""
    return _shipped("assets")


def config_dir() -> Path:
    """Return the folder of the person's settings. It is not created here."""
    return _personal("XDG_CONFIG_HOME", ".config", "Application Support", "APPDATA")


def cache_dir() -> Path:
    """Return the folder of what can be made again, checkpoints of running training among it. It is not created here."""
    return _personal("XDG_CACHE_HOME", ".cache", "Caches", "LOCALAPPDATA", windows_sub="Cache")


def log_dir() -> Path:
    """Return the folder of the log files. It is not created here."""
    if sys.platform in ("darwin", "win32"):
        return _personal("XDG_STATE_HOME", ".local/state", "Logs", "LOCALAPPDATA", windows_sub="Logs")
    return _personal("XDG_STATE_HOME", ".local/state", "Logs", "LOCALAPPDATA") / "log"


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _personal(xdg: str, unix: str, mac: str, windows: str, windows_sub: str = "") -> Path:
    """An absolute XDG variable wins on every platform, so that tests and portable installs can move everything."""
    chosen = os.environ.get(xdg, "")
    if os.path.isabs(chosen):
        return Path(chosen) / APP
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / APP
    if sys.platform == "win32":
        root = os.environ.get(windows) or str(
            Path.home() / "AppData" / ("Roaming" if windows == "APPDATA" else "Local")
        )
        return Path(root) / APP / windows_sub
    return Path.home() / unix / APP
