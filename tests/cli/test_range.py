"""Trying out learning rates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_it_prints_rates_losses_and_what_to_begin_with(command: Any, file: Path) -> None:
    answer = command("range", file, "--set", "data.n=400")
    assert answer.code == 0, answer.err
    lines = answer.out.splitlines()
    assert lines[0].split() == ["rate", "loss", "smoothed"]
    assert "Begin with" in lines[-1]


def test_json_has_every_step_and_variants_have_the_same_answer(command: Any, file: Path) -> None:
    found = json.loads(command("range", file, "--json", "--steps", 30, "--seconds", 60).out)
    assert set(found) == {"rates", "losses", "smoothed", "ended", "steepest", "suggested"}
    assert len(found["rates"]) == len(found["losses"]) <= 30
    assert (
        json.loads(command("range", file, "--variant", "Fast!", "--json", "--steps", 30, "--seconds", 60).out) == found
    )


def test_what_stops_it_is_said(command: Any, file: Path) -> None:
    assert "time was over" in command("range", file, "--seconds", 1e-9).out
    assert "did not fall" in command("range", file, "--high", 1e-4, "--low", 1e-5).out


def test_mistakes_get_one_line(command: Any, file: Path) -> None:
    assert "low rate" in command("range", file, "--low", 1, "--high", 0.1).complaint
    assert "number above 0" in command("range", file, "--low", "nan").complaint
    assert "several losses" in command("range", "mode-collapse").complaint
