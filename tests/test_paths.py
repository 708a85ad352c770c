"""Folders: the program's own are found, the person's follow the platform's rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from playground import paths


def test_shipped_folders_exist() -> None:
    assert (paths.assets_dir() / "fonts" / "OFL.txt").is_file()
    assert paths.presets_dir().is_dir()


def test_folder_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "playground"
    (package / "presets").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.presets_dir() == package / "presets"
    assert paths.assets_dir() == tmp_path / "assets"


@pytest.mark.parametrize("relative", ["", "relative/folder"])
@pytest.mark.skipif(sys.platform != "linux", reason="the rules of Linux")
def test_only_absolute_xdg_folders_count(relative: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", relative)
    assert paths.config_dir() == tmp_path / "nnplayground"
    assert paths.cache_dir() == Path.home() / ".cache" / "nnplayground"


@pytest.mark.parametrize(
    ("platform", "config", "cache", "log"),
    [
        ("linux", ".config", ".cache", ".local/state"),
        ("darwin", "Library/Application Support", "Library/Caches", "Library/Logs"),
        ("win32", "AppData/Roaming", "AppData/Local", "AppData/Local"),
    ],
)
def test_each_platform_has_its_places(
    platform: str, config: str, cache: str, log: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    places = {paths.config_dir(): config, paths.cache_dir(): cache, paths.log_dir(): log}
    assert len(places) == 3
    for place, expected in places.items():
        assert place.is_relative_to(Path.home() / expected / "nnplayground")


def test_no_qt_is_needed() -> None:
    code = "import sys, playground.paths; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
