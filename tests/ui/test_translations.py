"""The Chinese translation: complete, well formed, and what the compiled file says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QTranslator

from playground import paths

FOLDER = paths.assets_dir() / "translations"
LANGUAGES = ("zh_CN",)


@dataclass(frozen=True)
class Message:
    """One text of a .ts file."""

    context: str
    source: str
    translation: str
    finished: bool


def read(language: str) -> Iterator[Message]:
    for context in ET.parse(FOLDER / f"nnplayground_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = "".join(translation.itertext()).strip(" \n") if message.get("numerus") else translation.text or ""
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            yield Message(name, source, text, not translation.get("type"))


@pytest.fixture(params=LANGUAGES)
def messages(request: pytest.FixtureRequest) -> list[Message]:
    return list(read(request.param))


def test_every_text_is_translated(messages: list[Message]) -> None:
    assert len(messages) > 600
    assert not [m.source for m in messages if not m.finished or not m.translation.strip()]


def test_placeholders_are_kept(messages: list[Message]) -> None:
    def holes(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w*\}|%n|\(\*\.\w+\)|;;", text))

    assert not [m for m in messages if holes(m.source) != holes(m.translation)]


def test_mnemonics_are_kept(messages: list[Message]) -> None:
    def letters(text: str) -> list[str]:
        return [letter.upper() for letter in re.findall(r"&(\w)", text)]

    assert not [m for m in messages if letters(m.source) != letters(m.translation)]


def test_sentences_end_as_chinese_ones_do(messages: list[Message]) -> None:
    ends = {".": "。", "…": "…", ":": "："}
    wrong = [m for m in messages if (end := ends.get(m.source[-1])) and not m.translation.endswith(end)]
    assert not [m for m in wrong if " " in m.source]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_the_same(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"nnplayground_{language}", str(FOLDER))
    said = [(m, translator.translate(m.context, m.source)) for m in read(language) if "%n" not in m.source]
    assert not [(m.source, text) for m, text in said if text != m.translation]
