"""`nnplayground range`: which learning rate to begin with."""

from __future__ import annotations

import argparse
import json
from typing import Any

import msgspec

from playground.cli.files import load, variant_of
from playground.cli.mistake import Mistake
from playground.engine.data import DataStore
from playground.engine.events import RangeTest
from playground.engine.range_test import BUDGET, finished, range_test
from playground.spec.errors import SpecError

ENDS = {
    "high": "at the high end",
    "grown": "the smoothed loss had become four times its least",
    "not finite": "the loss was not finite any more",
    "time": "time was over; allow more with --seconds",
}
ROWS = 20
"""Lines of the table."""


def run(arguments: argparse.Namespace) -> int:
    """Train a copy of one variant with a growing rate, and print what the loss did."""
    experiment = load(arguments.file, arguments.changes)
    name = variant_of(experiment, arguments.variant)
    chosen = (arguments.low, arguments.high, arguments.steps, arguments.seconds or BUDGET)
    try:
        found = finished(range_test(experiment, name, DataStore(), *chosen))
    except SpecError as error:
        raise Mistake(f"{arguments.file}: {error}") from None
    print(json.dumps(as_json(found)) if arguments.json else table(found))
    return 0


def as_json(found: RangeTest) -> dict[str, Any]:
    """The result as JSON has it."""
    made: dict[str, Any] = msgspec.to_builtins(found)
    return made


def table(found: RangeTest) -> str:
    """Some of the rates with their losses, where it fell fastest, and what to begin with."""
    every = max(1, -(-len(found.rates) // ROWS))
    rows = list(zip(found.rates, found.losses, found.smoothed, strict=True))[::every]
    lines = [f"{'rate':>10}  {'loss':>10}  {'smoothed':>10}"]
    lines += [f"{rate:10.3g}  {loss:10.4g}  {smooth:10.4g}" for rate, loss, smooth in rows]
    lines.append(f"Stopped after {len(found.rates)} steps: {ENDS[found.ended]}.")
    if found.steepest is not None:
        lines.append(f"The loss fell steepest at {found.steepest:.2g}.")
    if found.suggested is None:
        lines.append("The loss did not fall, so no rate is suggested.")
    else:
        lines.append(f"Begin with {found.suggested:g}, about a tenth of the rate at which the loss was lowest.")
    return "\n".join(lines)
