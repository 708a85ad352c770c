"""The menu of all lessons, by topic, read from their files when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from playground import paths
from playground.ui import lesson_words, words
from playground.ui.panels.lessons import read_presets


class LessonsMenu(QMenu):
    """A menu for each topic; `open_lesson(path)` is called for the one that is chosen."""

    def __init__(self, title: str, open_lesson: Callable[[Path], None], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._open = open_lesson
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Read the lessons, once."""
        if self.actions():
            return
        topics: dict[str, QMenu] = {}
        for preset in read_presets(paths.presets_dir()):
            topic = preset.topic[:1].upper() + preset.topic[1:]
            if topic not in topics:
                topics[topic] = self.addMenu(words.from_catalog(topic))
            size = f"\t{words.short(preset.parameters)}" if preset.parameters else ""
            topics[topic].addAction(lesson_words.title(preset.title) + size, partial(self._open, preset.path))
