"""`nnplayground bench`: how fast this machine trains, starts and draws, beside what it should."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from playground.benchmarks.figures import Figure
from playground.benchmarks.others import busy
from playground.cli import qt
from playground.cli.mistake import Mistake

PARTS = ("training", "scaling", "start", "window")


def run(arguments: argparse.Namespace) -> int:
    """Measure, tell each figure when it is there, and all of them as one line of JSON if that is asked for."""
    if others := busy():
        print(f"Other programs are in the way: {', '.join(others)}. What follows may be too slow.", file=sys.stderr)
    found = []
    for figure in _figures(arguments.only or list(PARTS), arguments.quick):
        found.append(figure)
        print(_line(figure), file=sys.stderr if arguments.json else sys.stdout, flush=True)
    if arguments.json:
        print(json.dumps({"figures": [_told(figure) for figure in found]}, ensure_ascii=False))
    return 0


def _figures(parts: list[str], quick: bool) -> Iterator[Figure]:
    """The figures of the parts asked for.

    Raises:
        Mistake: a window cannot open here.
    """
    if "training" in parts:
        from playground import catalog
        from playground.benchmarks.gpu import on_gpu
        from playground.benchmarks.training import training

        catalog.load()
        yield from training(rounds=5 if quick else 9, seconds=0.1 if quick else 0.4)
        yield from on_gpu(rounds=3 if quick else 7, seconds=0.1 if quick else 0.4)
    if "scaling" in parts:
        from playground import catalog
        from playground.benchmarks.scaling import scaling

        catalog.load()
        yield from scaling(rounds=3 if quick else 7, seconds=0.1 if quick else 0.3)
    if {"start", "window"} & set(parts):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if problem := qt.obstacle():
            raise Mistake(f"{problem.reason}, so no window can be measured; to mend it: {problem.mend}")
    if "start" in parts:
        from playground.benchmarks.start import start

        yield from start(rounds=3 if quick else 7)
    if "window" in parts:
        from playground.benchmarks.window import window

        yield from window(rounds=1 if quick else 5, seconds=2 if quick else 5, growth_seconds=10 if quick else 300)


def _line(figure: Figure) -> str:
    sign = {None: " ", True: "✓", False: "✗"}[figure.met]
    goal = "" if figure.goal is None else f"  ({'at most' if figure.lower else 'at least'} {figure.goal:g})"
    return f"{sign} {figure.name}: {_short(figure.value)} ± {_short(figure.spread)} {figure.unit}{goal}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _told(figure: Figure) -> dict[str, Any]:
    return {**asdict(figure), "met": figure.met}
