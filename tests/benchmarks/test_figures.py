"""Benchmarks: figures are told as they are, sides take turns, and what is measured is there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.benchmarks import training
from playground.benchmarks.figures import Figure, in_turns, of, ratios
from playground.cli import bench
from playground.cli.parser import parse


def test_a_figure_is_the_median_with_half_the_distance_of_the_quartiles() -> None:
    figure = of("rate", [1.0, 2.0, 3.0, 4.0, 100.0], "×", goal=3.0)
    assert (figure.value, figure.spread, figure.met) == (3.0, 1.0, True)
    assert of("once", [5.0], "s").spread == 0.0
    assert of("once", [5.0], "s").met is None


@pytest.mark.parametrize(("value", "lower", "met"), [(2.0, False, True), (1.0, False, False), (1.0, True, True)])
def test_a_goal_is_met_from_its_own_side(value: float, lower: bool, met: bool) -> None:
    assert Figure("x", value, 0.0, "s", 1.5, lower).met is met


def test_sides_take_turns_and_ratios_are_taken_round_by_round() -> None:
    asked: list[str] = []
    sides = [lambda name=name: asked.append(name) or float(len(asked)) for name in "ab"]  # type: ignore[misc]  # a default
    a, b = in_turns(3, *sides)
    assert "".join(asked) == "abbaab"
    assert ratios(a, b) == [1 / 2, 4 / 3, 5 / 6]


def test_both_steppers_are_measured() -> None:
    found = {figure.name: figure for figure in training.training(rounds=1, seconds=0.01)}
    assert found["fused steps of 2-8-8-1"].value > found["eager steps of 2-8-8-1"].value > 0
    assert found["eager stepper over the usual loop, small CNN"].goal == training.EAGER_GOAL


def test_the_last_line_of_json_holds_all_figures(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    told = [
        Figure("a", 1.0, 0.1, "×", 2.0),
        Figure("b", 0.2, 0.0, "s", 0.5, lower=True),
        Figure("c", 1e6, 0.0, "steps/s"),
    ]
    monkeypatch.setattr(bench, "_figures", lambda parts, quick: iter(told))
    assert bench.run(parse(["bench", "--quick", "--json"])) == 0
    out, err = capsys.readouterr()
    figures = json.loads(out.splitlines()[-1])["figures"]
    assert [figure["met"] for figure in figures] == [False, True, None]
    assert figures[0].keys() >= {"name", "value", "spread", "unit", "goal", "met"}
    assert "✗ a: 1 ± 0.1 ×  (at least 2)" in err
    assert "  c: 1,000,000 ± 0 steps/s" in err
