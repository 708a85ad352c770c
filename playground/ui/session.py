"""Session: what the window remembers from one start to the next."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from playground.ui.canvas.arrange.ways import Wish
from playground.ui.language import Language, known

LAYOUT_VERSION = 1
MAX_RECENT = 12


class Session:
    """Settings by name, over QSettings."""

    def __init__(self) -> None:
        self._settings = QSettings("nnplayground", "nnplayground")

    @property
    def theme(self) -> str:
        """ "light", "dark" or "system"."""
        return str(self._settings.value("theme", "system"))

    @theme.setter
    def theme(self, mode: str) -> None:
        self._settings.setValue("theme", mode)

    @property
    def language(self) -> Language:
        """ "en", "zh_CN", or "system"."""
        return known(str(self._settings.value("language", "system")))

    @language.setter
    def language(self, wanted: Language) -> None:
        self._settings.setValue("language", wanted)

    @property
    def way(self) -> Wish:
        """The way data flow on the canvas: "right", "down", "rows", or "auto"."""
        stored = self._settings.value("canvas/way", "auto")
        return next((way for way in get_args(Wish) if way == stored), "auto")

    @way.setter
    def way(self, wanted: Wish) -> None:
        self._settings.setValue("canvas/way", wanted)

    @property
    def first_run(self) -> bool:
        """True until the window has been closed once."""
        return not self._settings.contains("layout/geometry")

    @property
    def last_file(self) -> Path | None:
        """The file that was open at the end, if it still exists."""
        text = str(self._settings.value("last_file", ""))
        return Path(text) if text and Path(text).is_file() else None

    @last_file.setter
    def last_file(self, path: Path | None) -> None:
        self._settings.setValue("last_file", str(path or ""))

    @property
    def recent(self) -> list[Path]:
        """Recent files, newest first, without those that are gone."""
        stored = self._settings.value("recent", [])
        texts = stored if isinstance(stored, list) else [stored] if isinstance(stored, str) else []
        return [Path(text) for text in texts if Path(text).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a file at the top of the recent ones."""
        others = [p for p in self.recent if p != path]
        self._settings.setValue("recent", [str(p) for p in [path, *others][:MAX_RECENT]])

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._settings.remove("recent")

    @property
    def recent_commands(self) -> list[str]:
        """Names of the commands used last, newest first."""
        return self._names("recent_commands")

    @recent_commands.setter
    def recent_commands(self, names: list[str]) -> None:
        self._settings.setValue("recent_commands", names)

    @property
    def recent_layers(self) -> list[str]:
        """Keys of the layers and blocks added last, newest first."""
        return self._names("recent_layers")

    @recent_layers.setter
    def recent_layers(self, keys: list[str]) -> None:
        self._settings.setValue("recent_layers", keys)

    @property
    def folded_groups(self) -> list[str]:
        """Names of the groups of layers that are folded away."""
        return self._names("folded_groups")

    @folded_groups.setter
    def folded_groups(self, names: list[str]) -> None:
        self._settings.setValue("folded_groups", names)

    def _names(self, key: str) -> list[str]:
        """A list of names, which QSettings gives back as a single one, or as nothing."""
        stored = self._settings.value(key, [])
        return [str(one) for one in stored] if isinstance(stored, list) else [str(stored)] if stored else []

    def save_layout(self, window: QMainWindow, name: str = "layout") -> None:
        """Remember where the window and its docks are."""
        self._settings.setValue(f"{name}/geometry", window.saveGeometry())
        self._settings.setValue(f"{name}/state", window.saveState(LAYOUT_VERSION))

    def restore_layout(self, window: QMainWindow, name: str = "layout") -> bool:
        """Put window and docks where they were; False when there is nothing of this version."""
        geometry = self._settings.value(f"{name}/geometry")
        state = self._settings.value(f"{name}/state")
        if not isinstance(geometry, QByteArray) or not isinstance(state, QByteArray):
            return False
        window.restoreGeometry(geometry)
        return window.restoreState(state, LAYOUT_VERSION)

    def clear(self) -> None:
        """Forget everything."""
        self._settings.clear()
