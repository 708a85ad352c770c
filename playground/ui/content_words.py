"""What bundled data call their classes and answers, in the window's language.

Files, tables and exports keep the English names; a name that is not ours stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication

from playground.catalog.kinds import Data
from playground.spec.entry import Entry, entries

CONTEXT = "classes"
"""Where translations of these names are kept apart from the words of the window."""


def class_name(name: str) -> str:
    """The name of a class, or of one of several answers, as people read it."""
    return QCoreApplication.translate(CONTEXT, name) if name else ""


def class_names(names: Iterable[str]) -> list[str]:
    """The names of classes as people read them."""
    return [class_name(name) for name in names]


def sources() -> list[str]:
    """All such names of our own data that are words, in English: what there is to translate."""
    found: set[str] = set()
    for cls in entries("data").values():
        if cls.__module__.startswith("playground.") and issubclass(cls, Data):
            found |= {*cls.class_names, *_of_heads(cls)}
    return sorted(name for name in found if sum(letter.isalpha() for letter in name) > 1)


def _of_heads(cls: type[Data]) -> Iterable[str]:
    for head in cls().heads:
        yield head.name
        yield from head.classes


def of_head(series: str) -> tuple[str, str] | None:
    """The answer that a curve tells of and what it tells, as ("shape", "accuracy"); None for a curve of the whole."""
    name, _, what = series.partition("_")
    return (name, what) if what and name in _heads(tuple(entries("data").values())) else None


@cache
def _heads(kinds: tuple[type[Entry], ...]) -> frozenset[str]:
    """Names of the answers that these data ask for."""
    return frozenset(head.name for cls in kinds if issubclass(cls, Data) for head in cls().heads)
