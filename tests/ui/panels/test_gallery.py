"""The menu of lessons, and the gallery among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from playground.paths import presets_dir
from playground.ui import words
from playground.ui.lessons_menu import LessonsMenu
from playground.ui.panels.lessons import GALLERY, LessonsPanel, read_presets


def test_a_lesson_is_opened_from_its_topic(qtbot: QtBot) -> None:
    opened: list[Path] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = LessonsMenu("Lessons", opened.append, parent)
    menu.fill()
    menu.fill()
    topics = menu.findChildren(QMenu)
    assert [topic.title() for topic in topics].count(GALLERY) == 1
    assert topics[-1].title() == GALLERY
    chosen = next(action for action in topics[-1].actions() if action.text().startswith("VGG-16\t"))
    assert chosen.text().endswith("138.4 M")
    chosen.trigger()
    assert opened == [presets_dir() / "architectures" / "vgg-16.json"]


def test_the_gallery_comes_last_and_tells_parameters(show: Any) -> None:
    presets = read_presets(presets_dir())
    gallery = [preset for preset in presets if preset.topic == GALLERY]
    assert presets[-len(gallery) :] == gallery
    assert all(preset.parameters for preset in gallery)
    panel = show(LessonsPanel)
    told = {tile.preset.title: tile.accessibleName() for tile in panel.tiles}
    assert f"{words.count(61_706)} parameters" in told["LeNet-5"]
    assert "parameters." not in told["Learning rate"]
