"""Round numbers on axes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from playground.ui.views.ticks import fixed, linear_range, linear_values, log_range, log_values, number, percent

SIZES = st.floats(1e-6, 1e6)


@given(st.floats(-1e6, 1e6), SIZES)
def test_a_linear_range_holds_its_values_and_zero(low: float, span: float) -> None:
    bottom, top = linear_range(low, low + span)
    assert bottom <= low + 1e-6 * span
    assert top >= low + span * (1 - 1e-6)
    assert bottom <= 0 <= top
    assert 2 <= len(linear_values(bottom, top, 6)) <= 14


@given(st.floats(-6, 6), st.floats(0, 8))
def test_a_log_range_ends_on_one_two_five(low: float, span: float) -> None:
    bottom, top = log_range(low, low + span)
    assert bottom <= low + 1e-6
    assert top >= low + span - 1e-6
    assert top - bottom >= math.log10(5) - 1e-6
    for end in (bottom, top):
        mantissa = 10 ** (end - math.floor(end + 1e-9))
        assert min(abs(mantissa - s) for s in (1, 2, 5)) < 1e-6


@given(st.floats(-6, 3), st.floats(0.01, 6), st.integers(2, 12))
def test_log_ticks_lie_inside_and_are_few(low: float, span: float, count: int) -> None:
    values = log_values(low, low + span, count)
    assert all(low - 1e-6 <= math.log10(v) <= low + span + 1e-6 for v in values)
    assert len(values) <= 2 * count + 2


def test_the_axis_of_the_drawing() -> None:
    assert log_range(math.log10(0.055), math.log10(0.98)) == pytest.approx((math.log10(0.05), 0.0))
    assert log_values(math.log10(0.05), 0.0, 7) == pytest.approx([0.05, 0.1, 0.2, 0.5, 1.0])
    assert linear_values(0, 300, 4) == [0, 100, 200, 300]


def test_nothing_to_show_still_makes_an_axis() -> None:
    assert linear_range(math.inf, -math.inf) == (0.0, 1.0)
    assert log_range(math.inf, -math.inf) == (-1.0, 0.0)
    assert linear_range(0.0, 0.0) == (0.0, 1.0)


def test_numbers_are_written_as_people_write_them() -> None:
    old = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German))
        assert number(-0.5) == "−0,5"
        assert percent(0.25) == "25 %"
        assert fixed(0.931) == "0,93"
        assert fixed(0.00012) == "0,00012"
        assert number(math.nan) == "NaN"
    finally:
        QLocale.setDefault(old)
