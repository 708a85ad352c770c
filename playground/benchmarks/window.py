"""The window while it trains: how much of the speed is left, how even its frames are, what a view costs.

Each measurement is a process of its own: `python -m playground.benchmarks.window JOB` prints what it saw as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from playground.benchmarks.figures import Figure, in_turns, of, ratios

NETWORKS = {"MLP": "xor-needs-hidden-layer", "small CNN": "convolutions-share-weights"}
RATE_GOALS = {"MLP": 0.95, "small CNN": 0.9}
GAP_GOALS = {"default": 17.0, "every": 33.0}
GROWTH_GOAL = 20.0
SETTLE = 1.5
"""Seconds of training before anything is measured."""
LATENCY_MS = 5
"""Milliseconds between two posted events."""


def window(rounds: int, seconds: float, growth_seconds: float) -> Iterator[Figure]:
    """The figures of the window."""
    for name in NETWORKS:
        opened, headless = in_turns(
            rounds,
            lambda name=name: float(_job(kind="window", network=name, seconds=seconds, views="default")["rate"]),  # type: ignore[misc]  # mypy cannot type a default
            lambda name=name: float(_job(kind="headless", network=name, seconds=seconds)["rate"]),  # type: ignore[misc]  # as above
        )
        yield of(f"{name}, window open", opened, "steps/s")
        yield of(f"{name}, headless", headless, "steps/s")
        yield of(f"rate with the window open over headless, {name}", ratios(opened, headless), "×", RATE_GOALS[name])
    for views in GAP_GOALS:
        yield from _frames(views, rounds, seconds)
    yield from _growth(growth_seconds)


def _frames(views: str, rounds: int, seconds: float) -> Iterator[Figure]:
    """Tick gaps and latencies, and what a refresh of each view costs."""
    found = [_job(kind="window", network="MLP", seconds=seconds, views=views) for _ in range(rounds)]
    which = "default views" if views == "default" else "all views"
    for share in ("p50", "p99", "max"):
        goal = GAP_GOALS[views] if share == "p99" else None
        yield of(f"tick gap {share}, {which}", [one["gap"][share] for one in found], "ms", goal, lower=True)
        yield of(f"posted event {share}, {which}", [one["latency"][share] for one in found], "ms", lower=True)
    if views == "every":
        for view in sorted(found[0]["refresh"]):
            yield of(f"refresh of {view}", [one["refresh"].get(view, 0.0) for one in found], "ms", lower=True)


def _growth(seconds: float) -> Iterator[Figure]:
    """How much memory both processes take on while they train with all views."""
    found = _job(kind="window", network="small CNN", seconds=seconds, views="every", timeout=seconds + 120)
    for side in ("window", "engine"):
        grown = found["memory"][side]
        yield Figure(f"memory growth of the {side} over {seconds:g} s", grown, 0.0, "MB", GROWTH_GOAL, lower=True)


def _job(timeout: float = 120, **job: Any) -> dict[str, Any]:
    """Measure in a process of its own.

    Raises:
        subprocess.SubprocessError: it failed or took too long.
    """
    words = [sys.executable, "-m", "playground.benchmarks.window", json.dumps(job)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=timeout + 60, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


# --- in the process that is measured -----------------------------------------------------------------------------


def _experiment(network: str) -> Any:
    from playground import catalog, paths
    from playground.spec.files import read

    catalog.load()
    path = next(paths.presets_dir().rglob(f"{NETWORKS[network]}.json"))
    return replace(read(path), epochs=10_000_000, variants=(), regularizers=())


def _headless(job: dict[str, Any]) -> dict[str, Any]:
    """Steps per second of the engine alone, in a process like the window's."""
    from playground.engine.data import DataStore
    from playground.engine.session import open_session
    from playground.engine.steering import Control
    from playground.engine.trainer import train

    session = open_session(_experiment(job["network"]), DataStore())
    run, begun = session.runs[0], time.perf_counter()
    before = 0
    for _ in train(session, Control()):
        spent = time.perf_counter() - begun
        if spent < SETTLE:
            before, since = run.steps, spent
        elif spent > SETTLE + job["seconds"]:
            break
    return {"rate": (run.steps - before) / (spent - since)}


def _window(job: dict[str, Any]) -> dict[str, Any]:
    """Train in the real window, off screen, and watch it."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer

    from playground.ui.app import application, build
    from playground.ui.engine import Engine
    from playground.ui.session import Session
    from playground.ui.status import resident_bytes
    from playground.ui.views.header import ViewFrame

    app = application()
    shown = build(app, _experiment(job["network"]), None, Session(), "light")
    shown.resize(1600, 1000)
    shown.layouts.arrange("train")
    shown.show()
    app.processEvents()
    views = {name: dock for name, dock in shown.layouts.docks.items() if isinstance(dock.widget(), ViewFrame)}
    if job["views"] == "every":
        for number, dock in enumerate(views.values()):
            dock.setFloating(True)
            dock.resize(420, 300)
            dock.move(40 * number, 30 * number)
            dock.show()
    runs, store = shown.studio.runs, shown.studio.store
    costs: dict[str, list[float]] = {}
    for name, dock in views.items():
        _time_refreshes(dock, costs.setdefault(name, []))
    runs.open_engine()
    runs.play()
    gc.freeze()  # as the application does
    ticks: list[float] = []
    latencies: list[float] = []

    class Receiver(QObject):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                latencies.append(time.perf_counter() - sent.pop())
            return True

    sent: list[float] = []
    receiver = Receiver()

    def post() -> None:
        if not sent:
            sent.append(time.perf_counter())
            QCoreApplication.postEvent(receiver, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)

    def wait(length: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * length), loop.quit)
        loop.exec()

    while store.step == 0:
        wait(0.05)
    wait(SETTLE)
    engine = runs.findChild(Engine)
    assert engine is not None  # it is the controller's own
    engine.ticked.connect(lambda _: ticks.append(time.perf_counter()))
    poster = QTimer(interval=LATENCY_MS)
    poster.timeout.connect(post)
    poster.start()
    for cost in costs.values():
        cost.clear()
    memory = [resident_bytes(os.getpid()), resident_bytes(runs.engine_pid)]
    begun, before = time.perf_counter(), store.step
    wait(job["seconds"])
    rate = (store.step - before) / (time.perf_counter() - begun)
    grown = [
        now - then
        for now, then in zip((resident_bytes(os.getpid()), resident_bytes(runs.engine_pid)), memory, strict=True)
    ]
    poster.stop()
    gaps = [b - a for a, b in pairwise(ticks)]
    shown.studio.document.undo_stack.setClean()
    shown.close()
    runs.end()
    return {
        "rate": rate,
        "gap": _shares(gaps),
        "latency": _shares(latencies),
        "refresh": {name: _shares(cost)["p50"] for name, cost in costs.items() if cost},
        "slow": {name: _shares(cost)["p99"] for name, cost in costs.items() if cost},
        "memory": dict(zip(("window", "engine"), (one / 1e6 for one in grown), strict=True)),
    }


def _time_refreshes(dock: Any, cost: list[float]) -> None:
    """Note how long each refresh of a dock's view takes."""
    view = dock.widget().view
    whole = view.refresh

    def timed() -> None:
        begun = time.perf_counter()
        whole()
        cost.append(time.perf_counter() - begun)

    view.refresh = timed


def _shares(seconds: list[float]) -> dict[str, float]:
    """Median, 99th percentile and largest, in milliseconds."""
    found = sorted(seconds) or [0.0]
    return {
        "p50": 1000 * found[len(found) // 2],
        "p99": 1000 * found[min(len(found) - 1, round(0.99 * (len(found) - 1)))],
        "max": 1000 * found[-1],
    }


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    print(json.dumps(_headless(asked) if asked["kind"] == "headless" else _window(asked)))
