"""Choosing a language, and the window that is made anew in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from playground import catalog, paths
from playground.catalog.starter import starter
from playground.spec import files
from playground.spec.entry import entries
from playground.ui import language, lesson_words, words
from playground.ui.actions import plain
from playground.ui.app import build
from playground.ui.desktop import Desktop
from playground.ui.main_window import MainWindow
from playground.ui.panels.lessons import LessonPanel, read_presets
from playground.ui.panels.palette import PalettePanel
from playground.ui.session import Session

LATIN = re.compile(r"[A-Za-z]{3,}")
NAMES = {"CSV", "PyTorch", "safetensors", "state", "dict", "English", "nnplayground"}


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    catalog.load()
    experiment = replace(starter("A circle"), epochs=100_000)
    made = Desktop(qapp, build(qapp, experiment, None, Session(), "light"))
    made.window.show()
    yield made
    made.studio.runs.close_engine()
    made.studio.document.undo_stack.setClean()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def chinese(qapp: QApplication, desktop: Desktop) -> MainWindow:
    desktop.set_language("zh_CN")
    return desktop.window


@pytest.mark.parametrize(("system", "expected"), [("zh_CN", "zh_CN"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")])
def test_the_system_decides_when_nobody_does(monkeypatch: pytest.MonkeyPatch, system: str, expected: str) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert language.in_force("system") == expected
    assert language.in_force("en") == "en"


def test_what_is_no_choice_means_the_system() -> None:
    assert [language.known(text) for text in ("en", "zh_CN", "tlh", "")] == ["en", "zh_CN", "system", "system"]


def test_installing_translates_the_program_and_qt(qapp: QApplication) -> None:
    catalog.load()
    assert language.install(qapp, "zh_CN") == language.shown() == "zh_CN"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert words.title(entries("loss")["CrossEntropyLoss"]) == "交叉熵"
    assert QLocale().language() == QLocale.Language.Chinese
    language.install(qapp, "en")
    assert words.title(entries("loss")["CrossEntropyLoss"]) == "Cross-entropy"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_choice_is_remembered() -> None:
    assert Session().language == "system"
    Session().language = "zh_CN"
    assert Session().language == "zh_CN"


def test_nothing_of_the_window_stays_english(chinese: MainWindow) -> None:
    assert chinese.transport._play.text() == "播放"
    texts = [plain(action.text()) for action in chinese.actions_table.all()]
    texts += [plain(action.text()) for action in chinese.menuBar().actions()]
    texts += [dock.windowTitle() for dock in chinese.layouts.docks.values()]
    texts += [tool.text() for tool in chinese.transport.findChildren(QToolButton)]
    texts += [tile.accessibleName() for tile in chinese.panel(PalettePanel).tiles]
    english = [text for text in texts if set(LATIN.findall(text)) - NAMES and not re.search(r"[\u4e00-\u9fff]", text)]
    assert not english


def test_a_lesson_is_told_in_the_language(qapp: QApplication, desktop: Desktop) -> None:
    preset = read_presets(paths.presets_dir())[0]
    lesson, document = preset.title, desktop.studio.document
    document.commit("Open", files.read(preset.path))
    desktop.set_language("zh_CN")
    told = lesson_words.title(lesson)
    assert told != lesson
    assert desktop.window.windowTitle().startswith(told)
    assert desktop.window.files._title() == told
    ticks = desktop.window.panel(LessonPanel).ticks
    assert ticks
    assert not [tick.text() for tick in ticks if not re.search(r"[\u4e00-\u9fff]", tick.text())]
    desktop.set_language("en")
    checks = document.experiment.lesson.checks
    ticks = desktop.window.panel(LessonPanel).ticks
    assert [tick.text().replace("\u00a0", " ") for tick in ticks] == [lesson_words.sentence(check) for check in checks]


def test_a_mnemonic_in_brackets_is_not_said(chinese: MainWindow) -> None:
    assert chinese.actions_table["open"].text() == "打开(&O)…"
    assert chinese.actions_table["open"].toolTip().startswith("打开 (")


def test_the_switch_in_the_status_bar_changes_the_language(desktop: Desktop, qtbot: QtBot) -> None:
    language.install(desktop._app, "en")
    old = desktop.window
    with qtbot.waitSignal(desktop.window_changed):
        qtbot.mouseClick(old.language_switch.buttons["zh_CN"], Qt.MouseButton.LeftButton)
    assert desktop.window.transport._play.text() == "播放"
    assert desktop.window.language_switch.buttons["zh_CN"].isChecked()
    assert desktop.window.actions_table["language_zh"].isChecked()
    with qtbot.waitSignal(desktop.window_changed):
        desktop.window.actions_table["language_en"].trigger()
    assert desktop.window.transport._play.text() == "Play"


def test_document_undo_selection_and_layout_survive(desktop: Desktop, qtbot: QtBot) -> None:
    old, document = desktop.window, desktop.studio.document
    old.resize(1300, 820)
    old.actions_table["new_seed"].trigger()
    old.actions_table["new_seed"].trigger()
    node = document.graph.nodes[1].id
    old.canvas.select([node])
    old.layouts.show("layers")
    old.frames["boundary"].view.options()[0].setChecked(False)
    qtbot.waitUntil(lambda: not old.panel(PalettePanel).visibleRegion().isEmpty())
    desktop.set_language("zh_CN")
    new = desktop.window
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    qtbot.waitUntil(lambda: not new.panel(PalettePanel).visibleRegion().isEmpty())
    assert (new.width(), new.height()) == (1300, 820)
    assert new.canvas.selected() == [node]
    assert not new.frames["boundary"].view.options()[0].isChecked()
    seed = document.experiment.seed
    new.actions_table["undo"].trigger()
    new.actions_table["undo"].trigger()
    assert document.experiment.seed == seed - 2
    assert not new.actions_table["undo"].isEnabled()


def test_the_run_goes_on_and_the_old_window_is_gone(desktop: Desktop, qtbot: QtBot) -> None:
    runs, old = desktop.studio.runs, desktop.window
    old.transport.set_speed(1000.0)
    runs.open_engine()
    runs.play()
    qtbot.waitUntil(lambda: runs.store.running and runs.store.step > 0, timeout=60_000)
    pid, step = runs.engine_pid, runs.store.step
    desktop.set_language("zh_CN")
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    desktop.studio.themes.toggle()  # whoever is still connected would speak up now
    desktop.studio.themes.toggle()
    qtbot.waitUntil(lambda: runs.store.step > step + 50, timeout=60_000)
    assert runs.store.running
    assert runs.engine_pid == pid
    assert runs.speed == 1000.0
    assert desktop.window.transport._play.text() == "暂停"
    assert desktop.window.transport._speed_value.text() == "1,000 / 秒"
    runs.pause()
    qtbot.waitUntil(lambda: runs.settled, timeout=60_000)


def test_an_answer_for_a_window_that_is_gone_is_dropped(desktop: Desktop, qtbot: QtBot) -> None:
    runs, old = desktop.studio.runs, desktop.window
    runs.open_engine()
    runs.questions.inspect(Path("none.csv"), old.say)
    desktop.set_language("zh_CN")
    qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    qtbot.waitUntil(lambda: not runs._engine.asking, timeout=60_000)


def test_digits_are_grouped_where_the_system_has_no_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = QLocale()
    monkeypatch.setattr(QLocale, "system", staticmethod(QLocale.c))
    language.install(qapp, "system")
    text = words.count(11_689_512)
    QLocale.setDefault(before)
    assert text == "11,689,512"
