"""What lessons say, in the window's language.

The translations lie in assets beside those of the window: for each lesson a file of its English lines with their
translations, and one file of the lines that several lessons share. An experiment is never changed by them; what nobody
has translated, as in an edited lesson or in one's own, is shown as it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from playground import paths
from playground.spec.entry import Entry
from playground.spec.experiment import Experiment
from playground.ui import language, words

SHARED = "shared.json"
"""The file of lines that stand in several lessons."""
LANGUAGES = 4
"""Tables that are kept."""
_MARKED = re.compile(r"^(\s*(?:[-*]\s+|\d+\.\s+|#+\s+)?)(.*?)(\s*)$")


def folder(shown: str) -> Path:
    """Where the translations of lessons into a language lie; there is none for English."""
    return paths.assets_dir() / "translations" / "lessons" / shown


@lru_cache(maxsize=LANGUAGES)
def table(shown: str) -> Mapping[str, str]:
    """All lines of all lessons with their translations."""
    found: dict[str, str] = {}
    for path in sorted(folder(shown).rglob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(found)


def told(line: str) -> str:
    """A line of a lesson or the sentence of a check in the window's language, or as it is."""
    shown = language.shown()
    return line if shown == "en" else table(shown).get(line) or line


def text(markdown: str) -> str:
    """The text of a lesson, line by line; marks of lists and headings stay."""
    return "\n".join(_MARKED.sub(lambda found: found[1] + told(found[2]) + found[3], one) for one in lines(markdown))


def title(experiment: str) -> str:
    """The title of an experiment: a lesson's, one of the catalog, or a person's own."""
    said = told(experiment)
    return said if said != experiment else words.from_catalog(experiment)


def lines(markdown: str) -> list[str]:
    """The lines of a text, none where there is no text."""
    return markdown.strip().split("\n")


def sources(experiment: Experiment) -> list[str]:
    """All that a lesson says, line by line in its order, each line once and without marks of lists."""
    said = [_MARKED.sub(r"\2", line) for line in lines(experiment.lesson.text)]
    said += [sentence(check) for check in experiment.lesson.checks]
    return [line for line in dict.fromkeys([experiment.title, *said]) if line]


def sentence(check: Entry) -> str:
    """What a check says you should see, in English; its name where it says nothing."""
    return str(check.values().get("text", "")) or check.name
