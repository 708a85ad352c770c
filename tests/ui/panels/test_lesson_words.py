"""Lessons in the language of the window: complete, well formed, and shown where lessons are."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from playground import catalog, paths
from playground.spec import files
from playground.spec.experiment import Experiment
from playground.ui import language, lesson_words
from playground.ui.panels.lessons import LessonPanel, LessonsPanel, first_sentence

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = ("zh_CN",)


@pytest.fixture(autouse=True)
def _catalog() -> None:
    catalog.load()


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    language.install(qapp, "zh_CN")
    yield
    language.install(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lesson_texts", ROOT / "tools" / "lesson_texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lesson(name: str) -> Experiment:
    return files.read(paths.presets_dir() / name)


@pytest.mark.parametrize("shown", LANGUAGES)
def test_every_lesson_is_translated_and_nothing_is_stale(tool: ModuleType, shown: str) -> None:
    assert not tool.faults(lesson_words.folder(shown))


@pytest.mark.parametrize("shown", LANGUAGES)
def test_every_check_is_translated(shown: str) -> None:
    for path in sorted(paths.presets_dir().glob("*/*.json")):
        for check in files.read(path).lesson.checks:
            assert lesson_words.table(shown).get(lesson_words.sentence(check)), (path.name, check)


@pytest.mark.parametrize("shown", LANGUAGES)
def test_numbers_and_names_of_nodes_are_kept(shown: str) -> None:
    def kept(text: str) -> set[str]:
        told_otherwise = r"\d[\d.,]*(?= million)|4\.2 and \d+ million|\d+s\b"
        return set(re.findall(r"\d(?:[\d,.]*\d)?|`[^`]*`", re.sub(told_otherwise, "", text)))

    assert not {
        source: lost for source, said in lesson_words.table(shown).items() if (lost := kept(source) - kept(said))
    }


@pytest.mark.parametrize("shown", LANGUAGES)
def test_no_mark_of_markdown_is_left_over(qapp: QApplication, shown: str) -> None:
    def plain(markdown: str) -> str:
        document = QTextDocument()
        document.setMarkdown(markdown)
        return document.toPlainText()

    for source, said in lesson_words.table(shown).items():
        assert plain(said).count("*") == plain(source).count("*"), said
        assert source.startswith("**") <= said.startswith("**"), said


@pytest.mark.parametrize("shown", LANGUAGES)
def test_variants_keep_their_names(shown: str) -> None:
    for path in sorted(paths.presets_dir().glob("*/*.json")):
        experiment = files.read(path)
        names = {f"*{variant.name}*" for variant in experiment.variants}
        for line in lesson_words.sources(experiment):
            assert all(name in lesson_words.table(shown)[line] for name in names if name in line), line


def test_english_is_what_the_file_says(qapp: QApplication) -> None:
    text = lesson("training/learning-rate.json").lesson.text
    assert lesson_words.text(text) == text.strip()


@pytest.mark.usefixtures("chinese")
def test_an_edited_line_is_shown_as_it_is_and_the_others_are_translated() -> None:
    text = lesson("training/learning-rate.json").lesson.text.strip()
    lines = lesson_words.text(text.replace("Seeds matter here:", "Seeds matter much:")).split("\n")
    assert lines[-1].startswith("Seeds matter much:")
    assert lines[0].startswith("有一个数")
    assert "**接下来试试**" in lines
    assert sum(line.startswith("- ") for line in lines) == sum(line.startswith("- ") for line in text.split("\n"))


@pytest.mark.usefixtures("chinese")
def test_what_nobody_knows_stays() -> None:
    assert lesson_words.text("# My own\n\n1. One\n2. Two") == "# My own\n\n1. One\n2. Two"
    assert lesson_words.title("My own") == "My own"
    assert lesson_words.title("A line cannot do XOR") == "一条直线解不了异或"
    assert lesson_words.text("") == ""


def test_the_first_sentence_ends_as_sentences_do() -> None:
    assert first_sentence("**One** number. Two.") == "One number."
    assert first_sentence("一个数（即 *x*）。两个。") == "一个数（即 x）。"
    assert first_sentence("0.5 of 一半？是。") == "0.5 of 一半？"


@pytest.mark.usefixtures("chinese")
def test_the_panel_tells_a_lesson_and_its_checks(show: Any, studio: Any) -> None:
    experiment = lesson("foundations/xor-needs-hidden-layer.json")
    first, *others = experiment.lesson.checks
    edited = replace(first, text="linear never gets far")  # type: ignore[call-arg]  # every check that ships has a text
    experiment = replace(experiment, lesson=replace(experiment.lesson, checks=(edited, *others)))
    before = files.dumps(experiment)
    studio.document.commit("Open", experiment)
    panel = show(LessonPanel)
    assert panel.ticks[0].text() == "linear never gets far"
    assert all(re.search(r"[\u4e00-\u9fff]", tick.text()) for tick in panel.ticks[1:])
    assert "异或" in panel._text.toPlainText()
    assert "接下来试试" in panel._rest.toPlainText()
    assert files.dumps(studio.document.experiment) == before


@pytest.mark.usefixtures("chinese")
def test_the_list_tells_titles_and_first_sentences(show: Any) -> None:
    panel = show(LessonsPanel)
    assert panel.tiles
    for tile in panel.tiles:
        assert tile.accessibleName().startswith(lesson_words.title(tile.preset.title))
        assert tile.accessibleName().endswith(first_sentence(lesson_words.text(tile.preset.text)))
        assert re.search(r"[\u4e00-\u9fff].*[。？！]$", tile.accessibleName())
