"""Record: lossless series, cut and written."""

from __future__ import annotations

import csv
import io
import math

from hypothesis import given
from hypothesis import strategies as st

from playground.spec.record import Flag, Record


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
