"""The window while it trains: how much of the speed is left, how even its frames are, what a view costs.

Each measurement is a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from playground.benchmarks.figures import Figure, in_turns, of, ratios

LESSONS = {"MLP": "xor-needs-hidden-layer", "small CNN": "convolutions-share-weights"}
RATE_GOALS = {"MLP": 0.95, "small CNN": 0.9}
GAP_GOALS = {"default": 17.0, "every": 33.0}
FRAMES_GOAL = 60.0
GROWTH_GOAL = 20.0


def window(rounds: int, seconds: float, growth_seconds: float) -> Iterator[Figure]:
    """The figures of the window."""
    for name in LESSONS:
        yield from _rates(name, rounds, seconds)
    for views in GAP_GOALS:
        yield from _frames(views, rounds, seconds)
    yield from _canvas(rounds, seconds)
    drawn = [_job(kind="curves", lesson=LESSONS["MLP"]) for _ in range(rounds)]
    for length in drawn[0]:
        yield of(f"drawing two curves of {length} points", [one[length] for one in drawn], "ms", lower=True)
    yield from _growth(growth_seconds)


def _rates(name: str, rounds: int, seconds: float) -> Iterator[Figure]:
    """Steps per second with the window open and without one."""
    lesson = LESSONS[name]
    opened, headless = in_turns(
        rounds,
        lambda: float(_job(kind="window", lesson=lesson, seconds=seconds, views="default")["rate"]),
        lambda: float(_job(kind="headless", lesson=lesson, seconds=seconds)["rate"]),
    )
    yield of(f"{name}, window open", opened, "steps/s")
    yield of(f"{name}, headless", headless, "steps/s")
    yield of(f"rate with the window open over headless, {name}", ratios(opened, headless), "×", RATE_GOALS[name])


def _frames(views: str, rounds: int, seconds: float) -> Iterator[Figure]:
    """Tick gaps and latencies, and what a refresh of each view costs."""
    found = [_job(kind="window", lesson=LESSONS["MLP"], seconds=seconds, views=views) for _ in range(rounds)]
    which = "default views" if views == "default" else "all views"
    for share in ("p50", "p99", "max"):
        goal = GAP_GOALS[views] if share == "p99" else None
        yield of(f"tick gap {share}, {which}", [one["gap"][share] for one in found], "ms", goal, lower=True)
        yield of(f"posted event {share}, {which}", [one["latency"][share] for one in found], "ms", lower=True)
    if views == "every":
        for view in sorted(found[0]["refresh"]):
            yield of(f"refresh of {view}", [one["refresh"].get(view, 0.0) for one in found], "ms", lower=True)


def _canvas(rounds: int, seconds: float) -> Iterator[Figure]:
    """Frames per second while a person pans over a network of 200 layers that trains."""
    for zoom, words in (("near", "from near"), ("whole", "as a whole")):
        found = [_job(kind="canvas", seconds=seconds, zoom=zoom) for _ in range(rounds)]
        name = f"a canvas of 200 layers seen {words}, with live maps of {found[0]['maps']}"
        yield of(f"frames of {name}", [one["frames"] for one in found], "frames/s", FRAMES_GOAL)
        yield of(f"tick gap p99 of {name}", [one["gap"]["p99"] for one in found], "ms", lower=True)


def _growth(seconds: float) -> Iterator[Figure]:
    """How much memory both processes take on while they train with all views."""
    found = _job(kind="window", lesson=LESSONS["small CNN"], seconds=seconds, views="every", timeout=seconds + 120)
    first, middle, last = found["memory"]
    for side in (side for side in first if first[side]):
        yield Figure(f"memory of the {side} after {seconds:g} s", last[side], 0.0, "MB", lower=True)
        grown = last[side] - first[side]
        yield Figure(f"memory growth of the {side} over {seconds:g} s", grown, 0.0, "MB", GROWTH_GOAL, lower=True)
        yield Figure(f"of that in the second half, {side}", last[side] - middle[side], 0.0, "MB", lower=True)


def _job(timeout: float = 120, **job: Any) -> dict[str, Any]:
    """Measure in a process of its own.

    Raises:
        subprocess.SubprocessError: it failed or took too long.
    """
    words = [sys.executable, "-m", "playground.benchmarks.inside", json.dumps(job)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=timeout + 60, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
