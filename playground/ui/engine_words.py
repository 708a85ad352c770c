"""What the engine says, in the window's language.

The engine, the catalog and the files say finished English sentences. Their templates lie in assets, so that a sentence
can be recognised, its template translated, and its arguments put back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from heapq import merge

from PySide6.QtCore import QCoreApplication, QLocale

from playground import paths
from playground.ui import language

JOINTS = ("{0} and {1}", "{0} or {1}", "{0}, {1}", "{0}: {1}", "{0} {1}", "{0} {1} → {2}", ".")
"""How parts of sentences are put together, in every language its own way."""
KEPT = 2048
"""Sentences that are remembered."""
LONGEST = 2000
"""Letters of a text from which on it is no sentence of ours."""
DEEP = 3
"""How far sentences stand within sentences."""
SUBJECTS = 8
"""Words that what a sentence speaks of may have."""
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+\.\d+")
_SHAPE = r"(?:one number|[\d,]+ numbers|[^A-Za-z]*)"
_LISTED = re.compile(rf"{_SHAPE}(?: and {_SHAPE})+|[\w.-]+(?: or [\w.-]+)+")
_LOOSE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_END = re.compile(r"[.!?] (?=[A-Z])")
_ENDS = ".!?…。！？"


@dataclass(frozen=True)
class Template:
    """A sentence with numbered holes; `parts` are the texts around these, one more than there are holes.

    `probe` is the longest of them, `letters` says how many letters are always the same.
    """

    text: str
    parts: tuple[str, ...]
    probe: str
    letters: int

    def arguments(self, text: str) -> list[str] | None:
        """What stands in the holes of a text, None where it is no sentence of this template; in linear time."""
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) == 1:
            return [] if text == first else None
        if self.probe not in text or not text.startswith(first) or not text.endswith(last):
            return None
        end, here, found = len(text) - len(last), len(first), []
        for part in self.parts[1:-1]:
            at = text.find(part, here + 1, end)
            if at < 0:
                return None
            found.append(text[here:at])
            here = at + len(part)
        return [*found, text[here:end]] if here < end else None


def told(text: str) -> str:
    """A sentence, label or part of a sentence of the engine in the window's language; the text itself in English.

    What nobody knows stays as it is.
    """
    return text if language.shown() == "en" or not text else _told(text, language.shown())


@lru_cache(maxsize=KEPT)
def _told(text: str, shown: str) -> str:
    del shown  # a part of the key: another language has other words
    said = _said(text, DEEP) if len(text) <= LONGEST else ""
    return _closed(text, _LOOSE.sub("", said)) if said else text


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """All templates, those with the most letters first."""
    listed: list[str] = json.loads((paths.assets_dir() / "translations" / "messages.json").read_text(encoding="utf-8"))
    return tuple(sorted(map(template, listed), key=lambda one: -one.letters))


def template(text: str) -> Template:
    """A template from its text."""
    parts = tuple(re.split(r"\{\d+\}", text.rstrip(".")))
    return Template(text, parts, max(parts, key=len), sum(letter.isalpha() for part in parts for letter in part))


@lru_cache(maxsize=1)
def templates_by_word() -> dict[str, tuple[Template, ...]]:
    """Templates by the word that they start with, in small letters; "" for those whose first word has a hole."""
    found: dict[str, tuple[Template, ...]] = {"": ()}
    for one in templates():
        start = one.parts[0][:1].lower() + one.parts[0][1:]
        word = _first_word(start) if " " in start or len(one.parts) == 1 else ""
        found[word] = (*found.get(word, ()), one)
    return found


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _said(text: str, deep: int) -> str:
    """The translation of a text, "" where it is not known; a full stop at its end does not matter."""
    if not deep:
        return ""
    bare = text[:-1] if text.endswith(".") else text
    known = _catalog(text) or _catalog(bare) or _matched(bare, deep)
    return (
        known
        or _several(text, deep)
        or _matched(bare, deep, loose=True)
        or _of_subject(bare, deep)
        or _change(bare, deep)
    )


def _matched(bare: str, deep: int, loose: bool = False) -> str:
    """By the first template that fits; an argument may only hold the end of a sentence where that is `loose`."""
    lower = bare[:1].lower() + bare[1:]
    word = _first_word(lower)
    for one in merge(templates_by_word().get(word, ()), templates_by_word()[""], key=lambda found: -found.letters):
        found = one.arguments(bare) or one.arguments(lower)  # a sentence may have got a capital at its start
        if found is not None and (loose or not any(map(_END.search, found))):
            return _closed(bare, _translate(one.text).format(*(_argument(part, deep - 1) for part in found)))
    return ""


def _several(text: str, deep: int) -> str:
    """Two sentences one behind the other."""
    for end in _END.finditer(text):
        first, rest = text[: end.start() + 1], text[end.end() :]
        if (one := _said(first, deep - 1)) and (other := _said(rest, deep - 1)):
            return _closed(".", one) + _closed(rest, other)
    return ""


def _of_subject(bare: str, deep: int) -> str:
    """What is said of a place: "data: is too large", "Loss needs a number"."""
    for joint in re.finditer(r": ", bare):
        if rest := _said(bare[joint.end() :], deep - 1):
            return _translate("{0}: {1}").format(_argument(bare[: joint.start()], deep - 1), rest)
    for count, joint in enumerate(re.finditer(r" ", bare)):
        if count == SUBJECTS:
            break
        if rest := _said_of(bare[joint.end() :], deep - 1):
            return _translate("{0} {1}").format(_argument(bare[: joint.start()], deep - 1), rest)
    return ""


def _said_of(bare: str, deep: int) -> str:
    """What is said of a place named before, which starts with a small letter."""
    for one in templates_by_word().get(_first_word(bare), ()) if bare[:1].islower() else ():
        if (found := one.arguments(bare)) is not None:
            return _closed(bare, _translate(one.text).format(*(_argument(part, deep - 1) for part in found)))
    return ""


def _change(bare: str, deep: int) -> str:
    """What a live value was and is: "SGD learning rate 0.1 → 0.3"."""
    left, _, new = bare.rpartition(" → ")
    names = left.split(" ")
    old = names.pop()
    for count in range(len(names) if left else 0, 0, -1):
        if label := _catalog(" ".join(names[-count:])):
            whose = _argument(" ".join(names[:-count]), deep - 1)
            said = _translate("{0} {1} → {2}").format(label, *(_argument(one, deep - 1) for one in (old, new)))
            return _translate("{0} {1}").format(whose, said) if whose else said
    return ""


def _argument(text: str, deep: int) -> str:
    """What stands in a hole: a number, a name of the catalog, a list, a sentence of its own, or anything else."""
    if _NUMBER.fullmatch(text):
        return _number(text)
    if known := _catalog(text):
        return known
    if _LISTED.fullmatch(text):
        joint = " and " if " and " in text else " or "
        first, _, rest = text.partition(joint)
        return _translate(f"{{0}}{joint}{{1}}").format(_argument(first, deep), _argument(rest, deep))
    if ", " in text and all(map(_catalog, text.split(", "))):
        return reduce(_translate("{0}, {1}").format, map(_catalog, text.split(", ")))
    return (_matched(text, deep, loose=True) if " " in text and deep else "") or text


def _number(text: str) -> str:
    """A number in the locale's notation, with as many decimals as it has."""
    decimals = len(text.partition(".")[2])
    return QLocale().toString(float(text.replace(",", "")), "f", decimals)


def _catalog(text: str) -> str:
    """The translation of a title, label or kind; as it may stand inside an English sentence. "" where it is none."""
    for wanted in _spellings(text):
        for context in ("catalog", "engine"):
            if (translated := QCoreApplication.translate(context, wanted)) != wanted:
                return translated
    return ""


def _spellings(text: str) -> Iterator[str]:
    yield text
    if text[:1].islower():
        yield text[0].upper() + text[1:].replace("_", " ")


def _translate(text: str) -> str:
    return QCoreApplication.translate("engine", text)


def _closed(before: str, translated: str) -> str:
    """A translation that ends as its text does, with a full stop or with none."""
    if before.endswith(".") or not before:
        return translated if translated[-1:] in _ENDS else f"{translated}{_translate('.')}"
    return translated.rstrip("。.")
