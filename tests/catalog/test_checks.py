"""A lesson's checks can hold, fail, and wait."""

from __future__ import annotations

import math

import pytest

from playground.catalog.checks import Measured
from playground.spec.record import Record

NAN = math.nan


def record(**series: list[float]) -> Record:
    made = Record()
    for name, values in series.items():
        made.add("a", name, range(len(values)), values)
    return made


@pytest.mark.parametrize(("at", "value"), [("last", 5.0), ("first", 3.0), ("min", 1.0), ("max", 9.0), ("mean10", 4.5)])
def test_reads_the_curve_where_it_is_told(at: str, value: float) -> None:
    made = record(loss=[3.0, 1.0, 9.0, 5.0])
    check = Measured(variant="a", series="loss", at=at, op="==", value=value)
    assert check.outcome(made, finished=True) is True
    assert check.with_values(value=value + 1e-9).outcome(made, finished=True) is False


def test_mean10_takes_the_last_ten() -> None:
    made = record(loss=[100.0] * 5 + [2.0] * 10)
    assert Measured(variant="a", series="loss", at="mean10", op="==", value=2.0).outcome(made, True) is True


@pytest.mark.parametrize(
    ("op", "holds"),
    [
        ("<", (True, False, False)),
        ("<=", (True, True, False)),
        (">", (False, False, True)),
        (">=", (False, True, True)),
    ],
)
def test_compares(op: str, holds: tuple[bool, bool, bool]) -> None:
    for limit, wanted in zip((2.0, 1.0, 0.0), holds, strict=True):
        check = Measured(variant="a", series="loss", op=op, value=limit)
        assert check.outcome(record(loss=[1.0]), True) is wanted


@pytest.mark.parametrize(
    ("value", "wanted"), [(0.39, False), (0.4, True), (0.5, True), (0.6, True), (0.61, False), (NAN, False)]
)
def test_between_counts_both_ends(value: float, wanted: bool) -> None:
    check = Measured(variant="a", series="loss", op="between", value=0.4, upper=0.6)
    assert check.outcome(record(loss=[value]), True) is wanted


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "==", "between"])
@pytest.mark.parametrize("value", [NAN, math.inf, -math.inf])
def test_what_is_not_finite_fails_every_comparison(op: str, value: float) -> None:
    assert Measured(variant="a", series="loss", op=op, value=0.0).outcome(record(loss=[value]), True) is False


@pytest.mark.parametrize(
    ("values", "wanted"), [([1.0, NAN], True), ([1.0, math.inf], True), ([1.0, 200.0], True), ([1.0, 2.0], False)]
)
def test_divergence_can_be_told(values: list[float], wanted: bool) -> None:
    check = Measured(variant="a", series="loss", op="> or not finite", value=100.0)
    assert check.outcome(record(loss=values), True) is wanted
    assert check.with_values(at="max").outcome(record(loss=[*values, 1.0]), True) is wanted


def test_the_smallest_is_the_smallest_finite_one() -> None:
    check = Measured(variant="a", series="loss", at="min", op="<", value=1.0)
    assert check.outcome(record(loss=[0.5, NAN]), True) is True
    assert check.outcome(record(loss=[NAN, NAN]), True) is False


def test_waits_for_the_end() -> None:
    check = Measured(variant="a", series="loss", op="<", value=2.0)
    assert check.outcome(record(loss=[1.0]), False) is None
    assert check.outcome(record(loss=[1.0]), True) is True


def test_ticks_live_from_its_epoch_on() -> None:
    check = Measured(variant="a", series="loss", op="<", value=2.0, after=2)
    assert check.outcome(record(loss=[1.0, 1.0]), False) is None
    assert check.outcome(record(loss=[1.0, 1.0, 1.0]), False) is True
    assert check.outcome(record(loss=[1.0, 1.0, 3.0]), False) is False


def test_without_numbers_it_waits_and_then_fails() -> None:
    check = Measured(variant="b", series="loss", op="<", value=2.0, after=0)
    assert check.outcome(record(loss=[1.0]), False) is None
    assert check.outcome(record(loss=[1.0]), True) is False


def test_compares_two_curves() -> None:
    made = record(train=[1.0, 0.1], test=[1.0, 0.9])
    made.add("b", "test", [0, 1], [1.0, 0.3])
    check = Measured(variant="a", series="test", op=">", of_variant="b", of_series="test", factor=2.0)
    assert check.outcome(made, True) is True
    assert check.with_values(factor=3.1).outcome(made, True) is False
    same = Measured(variant="a", series="test", op=">", of_series="train", value=0.7)
    assert same.outcome(made, True) is True
    assert same.with_values(of_at="first").outcome(made, True) is False


def test_two_curves_are_judged_when_both_are_there() -> None:
    made = record(test=[1.0, 2.0, 3.0])
    check = Measured(variant="a", series="test", op=">", of_variant="b", of_series="test", after=1)
    assert check.outcome(made, False) is None
    made.add("b", "test", [0], [1.0])
    assert check.outcome(made, False) is None
    made.add("b", "test", [1], [1.0])
    assert check.outcome(made, False) is True
