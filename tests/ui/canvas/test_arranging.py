"""Alignment, equal gaps, exchanged places and guides, as plain numbers."""

from __future__ import annotations

import pytest

from playground.ui.canvas.arrange.arranging import Align, Guides, aligned, distributed, exchanged

PLACES = {"a": (0.0, 0.0), "b": (100.0, 30.0), "c": (400.0, 10.0)}
SIZES = {"a": (50.0, 40.0), "b": (80.0, 20.0), "c": (60.0, 60.0)}


@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ("left", {"a": (0, 0), "b": (0, 30), "c": (0, 10)}),
        ("right", {"a": (410, 0), "b": (380, 30), "c": (400, 10)}),
        ("center", {"a": (205, 0), "b": (190, 30), "c": (200, 10)}),
        ("top", {"a": (0, 0), "b": (100, 0), "c": (400, 0)}),
        ("bottom", {"a": (0, 30), "b": (100, 50), "c": (400, 10)}),
        ("middle", {"a": (0, 15), "b": (100, 25), "c": (400, 5)}),
    ],
)
def test_alignment(how: Align, wanted: dict[str, tuple[float, float]]) -> None:
    assert aligned(PLACES, PLACES, SIZES, how) == wanted
    assert aligned(PLACES, wanted, SIZES, how) == wanted, "twice is once"


def test_equal_gaps_leave_the_outermost() -> None:
    found = distributed(PLACES, PLACES, SIZES, "horizontal")
    assert (found["a"], found["c"]) == (PLACES["a"], PLACES["c"])
    assert found["b"] == (185, 30)
    assert found["b"][0] - 50 == found["c"][0] - (found["b"][0] + 80)
    assert distributed(["a", "b"], PLACES, SIZES, "vertical") == {"a": (0, 0), "b": (100, 30)}
    assert aligned([], PLACES, SIZES, "left") == {}


def test_exchanged_cards_take_the_room_they_took() -> None:
    found = exchanged("a", "b", PLACES, SIZES)
    assert found == {"b": (0, 10), "a": (130, 20)}
    assert exchanged("a", "b", found, SIZES) == {"a": PLACES["a"], "b": PLACES["b"]}
    below = exchanged("a", "b", {"a": (0, 0), "b": (0, 100)}, SIZES)
    assert below == {"b": (-15, 0), "a": (15, 80)}


def test_a_card_snaps_to_sides_and_middles() -> None:
    guides = Guides.around(PLACES.values(), SIZES.values())
    (across, down), lines = guides.snap((102.0, 200.0), (80.0, 30.0), 5.0)
    assert (across, down) == (-2.0, None)
    assert ((100.0, 30.0), (100.0, 230.0)) in lines
    (across, down), lines = guides.snap((600.0, 27.0), (50.0, 20.0), 5.0)
    assert across is None
    assert down == 3.0
    assert {line[0][1] for line in lines} == {30.0, 40.0, 50.0}


def test_nothing_near_is_nothing_to_snap_to() -> None:
    assert Guides.around((), ()).snap((0, 0), (1, 1), 5.0) == ((None, None), [])
    assert Guides.around([(0, 0)], [(10, 10)]).snap((500, 500), (10, 10), 5.0) == ((None, None), [])
