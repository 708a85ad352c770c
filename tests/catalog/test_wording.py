"""Shapes are written as people write them."""

from __future__ import annotations

import pytest

from playground.catalog.wording import listed, shaped
from playground.spec.entry import Entry, Shape, entries


@pytest.mark.parametrize(
    ("shape", "words"),
    [((), "one number"), ((1,), "one number"), ((32,), "32 numbers"), ((3, 32, 32), "3 × 32 × 32")],
)
def test_a_shape_in_words(shape: Shape, words: str) -> None:
    assert shaped(shape) == words


def test_shapes_that_differ_are_listed_once() -> None:
    assert listed([(5,), (2, 3), (5,)]) == "5 numbers and 2 × 3"


@pytest.mark.parametrize("name", entries("layer"))
def test_no_layer_writes_a_tuple(name: str) -> None:
    layer: Entry = entries("layer")[name]()
    count = getattr(layer, "inputs", 1) or 2
    for shape in ((1,), (7,), (3, 5), (2, 3, 4), (1, 2, 3, 4)):
        for other in (shape, (6, 2)):
            said = getattr(layer, "fits", lambda *_: "")(*[shape, *[other] * (count - 1)]) if count else ""
            assert str(shape) not in said, said
            assert str(other) not in said, said
