"""What the window says of samples that are held out until the training is over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.engine.events import DataInfo
from playground.ui import words
from playground.ui.series_words import series_words, value_words
from playground.ui.studio import Studio

START = "test_"
"""How the names of numbers over the test set begin."""

translate = QCoreApplication.translate


def holds_out(info: DataInfo | None) -> bool:
    """Whether some of the samples are held out."""
    return info is not None and len(info.split) > 2


def can_measure(studio: Studio) -> bool:
    """Whether there is a run that can be measured on samples that were held out of it."""
    started = studio.store.started
    tests = getattr(studio.document.shown.objective, "tests", True)
    return started is not None and tests and holds_out(started.data)


def validation_word(studio: Studio, plain: str, brief: bool = False) -> str:
    """What the validation set is called: `plain`, but by its own name where there is a test set besides."""
    if not getattr(studio.document.shown.data, "test_share", 0):
        return plain
    return translate("HeldOut", "val.") if brief else translate("HeldOut", "validation")


def told(studio: Studio, variant: str) -> str:
    """The numbers of a variant over the test set in one line, "" where there are none."""
    found = studio.store.held_out
    numbers = found.results.get(variant, {}) if found else {}
    parts = ((name.removeprefix(START), value) for name, value in numbers.items())
    return " · ".join(f"{series_words(name)} {value_words(name, value)}" for name, value in parts)


def summary(studio: Studio) -> str:
    """What the test set has shown: a heading with the epoch, and a line for each variant."""
    found = studio.store.held_out
    if found is None:
        return ""
    head = translate("HeldOut", "On test data at epoch {0}:").format(words.count(int(found.epoch + 1e-9)))
    lines = {name: told(studio, name) for name in found.results}
    if len(lines) == 1:
        return f"{head} {next(iter(lines.values()))}"
    return "\n".join([head, *(f"{name}: {line}" for name, line in lines.items())])
