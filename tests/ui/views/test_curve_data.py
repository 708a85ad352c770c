"""Numbers as they are drawn."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.spec.record import Record, Series
from playground.ui.views.curve_data import CurveData, ema


def by_the_book(y: list[float], s: float) -> list[float]:
    """e₀ = y₀; e = s·e + (1 − s)·y over the finite points."""
    out, e = [], math.nan
    for value in y:
        if not math.isfinite(value):
            out.append(math.nan)
            continue
        e = value if math.isnan(e) else s * e + (1 - s) * value
        out.append(e)
    return out


VALUES = st.lists(st.floats(-100, 100) | st.sampled_from([math.nan, math.inf]), min_size=1, max_size=60)


@given(VALUES, st.floats(0.0, 0.95))
def test_the_moving_average_is_the_recurrence(y: list[float], s: float) -> None:
    np.testing.assert_allclose(ema(np.array(y), s), by_the_book(y, s), rtol=1e-9, atol=1e-9)


@given(VALUES, st.integers(0, 60), st.floats(0.0, 0.95))
def test_growing_in_two_pieces_is_the_same_as_in_one(y: list[float], cut: int, s: float) -> None:
    whole, pieces, series = CurveData(), CurveData(), Series()
    series.extend(range(len(y))[:cut], y[:cut])
    pieces.sync(series, s, log=True)
    series.extend(range(len(y))[cut:], y[cut:])
    pieces.sync(series, s, log=True)
    whole.sync(series, s, log=True)
    for name in ("x", "y", "line", "raw"):
        np.testing.assert_allclose(getattr(pieces, name), getattr(whole, name), rtol=1e-9, atol=1e-9)
    assert (pieces.low, pieces.high, pieces.best) == pytest.approx((whole.low, whole.high, whole.best))


def test_log_is_the_decimal_logarithm_and_what_has_none_is_a_gap() -> None:
    data, series = CurveData(), Series()
    series.extend([0, 1, 2, 3, 4], [100.0, 0.0, -1.0, math.inf, 0.01])
    data.sync(series, log=True)
    np.testing.assert_array_equal(data.line, [2.0, math.nan, math.nan, math.nan, -2.0])
    assert data.gaps
    assert (data.low, data.high) == (-2.0, 2.0)
    assert data.best == 2, "the least finite value, whatever the axis can show"


def test_more_than_the_first_room_is_kept() -> None:
    data, series = CurveData(), Series()
    series.extend(range(5000), (x * x for x in range(5000)))
    assert data.sync(series)
    assert not data.sync(series), "nothing new"
    np.testing.assert_array_equal(data.y, np.arange(5000.0) ** 2)


def test_a_series_cut_short_and_grown_again_is_read_anew() -> None:
    record, data = Record(), CurveData()
    record.add("a", "loss", [0, 1, 2], [3.0, 2.0, 1.0])
    data.sync(record.get("a", "loss"))
    record.cut(1)
    record.add("a", "loss", [2, 3], [7.0, 8.0])
    data.sync(record.get("a", "loss"))
    assert data.y.tolist() == [3.0, 2.0, 7.0, 8.0]
    assert data.best == 1


def test_nearest_point() -> None:
    data, series = CurveData(), Series()
    assert data.nearest(3.0) == -1
    series.extend([0, 1, 2, 10], [0, 0, 0, 0])
    data.sync(series)
    assert [data.nearest(x) for x in (-5, 0.4, 0.6, 5, 7, 99)] == [0, 0, 1, 2, 3, 3]
