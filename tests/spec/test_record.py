"""Record: lossless series, cut and written."""

from __future__ import annotations

import csv
import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.spec import record as records
from playground.spec.record import MOST, Flag, Record, Series


def filled() -> Record:
    record = Record()
    record.add("a", "train_loss", [0, 1, 2], [3.0, 2.0, math.nan])
    record.add("a", "batch_loss", [0.5, 1.0], [9.0, 8.0])
    record.add("b", "train_loss", [0, 1], [0.1, 0.30000000000000004])
    record.add("b", "accuracy", [1], [1.0])
    return record


def test_series_grow() -> None:
    record = filled()
    record.add("a", "train_loss", [3], [1.5])
    assert list(record.get("a", "train_loss").x) == [0, 1, 2, 3]
    assert record.get("a", "train_loss").y[3] == 1.5
    assert len(record.get("a", "no such").x) == len(record.get("c", "train_loss").x) == 0


def test_cut_forgets_what_came_after() -> None:
    record = filled()
    record.flags = [Flag(0.5, "early"), Flag(2.0, "late")]
    record.cut(1.0)
    assert list(record.get("a", "train_loss").y) == [3.0, 2.0]
    assert list(record.get("a", "batch_loss").x) == [0.5, 1.0]
    assert record.flags == [Flag(0.5, "early")]


def test_best_is_the_lowest_number_that_is_one() -> None:
    assert filled().best("a", "train_loss") == (1.0, 2.0)
    assert filled().best("a", "validation_loss") is None


def test_history_holds_every_epoch_of_every_variant() -> None:
    rows = list(csv.DictReader(io.StringIO(filled().history().decode())))
    assert list(rows[0]) == ["variant", "epoch", "train_loss", "accuracy"]
    assert [(row["variant"], row["epoch"]) for row in rows] == [
        ("a", "0"),
        ("a", "1"),
        ("a", "2"),
        ("b", "0"),
        ("b", "1"),
    ]
    assert float(rows[4]["train_loss"]) == 0.30000000000000004
    assert rows[4]["accuracy"] == "1.0"
    assert rows[0]["accuracy"] == ""
    assert math.isnan(float(rows[2]["train_loss"]))


@given(st.lists(st.floats(width=64), min_size=1, max_size=30))
def test_history_is_exact(values: list[float]) -> None:
    record = Record()
    record.add("a", "loss", range(len(values)), values)
    read = [float(row["loss"]) for row in csv.DictReader(io.StringIO(record.history().decode()))]
    assert [(v, math.copysign(1, v)) for v in read if v == v] == [(v, math.copysign(1, v)) for v in values if v == v]
    assert len(read) == len(values)


def test_a_long_curve_keeps_its_shape_and_its_lowest_point_in_bounded_memory() -> None:
    record, count = Record(), 5 * MOST
    for begin in range(0, count, 1000):
        x = range(begin, begin + 1000)
        record.add("a", "train_loss", x, [abs(place - 77_777) + 0.5 for place in x])
    one = record.get("a", "train_loss")
    assert MOST / 2 <= len(one.x) == len(one.y) <= MOST
    assert one.stride == 8
    assert set(np.diff(np.array(one.x))) == {8.0}
    assert one.x[-1] >= count - 8
    assert record.best("a", "train_loss") == (77_777, 0.5)


def test_a_long_curve_that_is_cut_goes_on_as_before() -> None:
    whole, cut = Record(), Record()
    points = np.arange(3.0 * MOST)
    whole.add("a", "train_loss", points, -points)
    cut.add("a", "train_loss", points, -points)
    cut.cut(2.0 * MOST)
    assert cut.best("a", "train_loss") == (2.0 * MOST, -2.0 * MOST)
    said = points[int(2.0 * MOST) + 1 :]
    cut.add("a", "train_loss", said, -said)
    assert abs(len(cut.get("a", "train_loss").x) - len(whole.get("a", "train_loss").x)) <= 1
    assert cut.best("a", "train_loss") == whole.best("a", "train_loss")


def test_the_lowest_point_is_a_number() -> None:
    record = Record()
    record.add("a", "train_loss", [0, 1, 2], [math.nan, 2.0, 1.0])
    record.add("a", "train_loss", [3], [math.nan])
    assert record.best("a", "train_loss") == (2.0, 1.0)


def test_numbers_come_in_any_form() -> None:
    record, points = Record(), np.arange(6.0)
    for x in (points, points[::2], points.astype(np.int64), points.tolist(), points[:0]):
        record.add("a", "train_loss", x, x)
    assert list(record.get("a", "train_loss").y) == [0, 1, 2, 3, 4, 5, 0, 2, 4, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("size", [1, 7, 1000, 5000])
def test_pieces_make_another_series_like_the_first(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(records, "MOST", 512)
    values = np.random.default_rng(size).random(9000)
    first, other, sent = Series(), Series(), 0
    for begin in range(0, len(values), size):
        part = values[begin : begin + size]
        piece = first.extend(np.arange(begin, begin + len(part), dtype=float), part)
        other.extend(*piece)
        sent += len(piece.x)
        assert (other.x, other.y, other.stride, other.lowest) == (first.x, first.y, first.stride, first.lowest)
    assert first.stride == 32
    assert sent <= 512 + 6 * 257
    assert first.lowest == (values.min(), float(values.argmin()))


def test_a_series_that_went_further_takes_fewer_of_the_points_of_a_piece() -> None:
    series = Series(stride=4, said=8)
    series.extend([8.0, 10.0, 12.0, 14.0], [1.0, 2.0, 3.0, 4.0], stride=2)
    assert series.x.tolist() == [8.0, 12.0]
