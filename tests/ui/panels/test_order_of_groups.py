"""Every group that we ship has its place in the palette and among the data sets."""

from __future__ import annotations

from playground import catalog
from playground.catalog.layers import GROUPS
from playground.spec.entry import entries, fields_of
from playground.ui.panels.data_sets import FILES, ORDER

catalog.load()


def ours(kind: str) -> list[type]:
    return [cls for cls in entries(kind).values() if cls.__module__.startswith("playground.")]


def test_no_group_of_layers_is_left_to_the_end() -> None:
    assert {cls.group for cls in ours("layer") if getattr(cls, "listed", True)} <= set(GROUPS)


def test_no_group_of_data_is_left_to_the_end() -> None:
    assert {cls.group for cls in ours("data")} <= {*ORDER, FILES}


def test_samples_are_called_what_they_are() -> None:
    called = {name: fields_of(cls)["n"][0].label for name, cls in entries("data").items() if "n" in fields_of(cls)}
    expected = {"Expressions": "Trees", "Sentences": "Sentences", "Dates": "Dates", "Parity": "Sequences"}
    assert {name: called[name] for name in expected} == expected
