"""What is measured in a process of its own: `python -m playground.benchmarks.inside JOB` prints it as JSON.

Qt is loaded here, as the figures of the window are those of the real one.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

SETTLE = 1.5
"""Seconds of training before anything is measured."""
LATENCY_MS = 5
"""Milliseconds between two posted events."""
NODES = 200
"""Layers of the network whose canvas is panned."""
PAN = 6
"""Pixels by which the canvas moves in a frame."""
LENGTHS = (1_000, 10_000, 100_000)
"""Points of the curves that are drawn."""
REDRAWN = 40
"""How often they are drawn."""
Job = dict[str, Any]


def experiment_of(lesson: str) -> Any:
    """A lesson without its variants, and without an end."""
    from playground import catalog, paths
    from playground.spec.files import read

    catalog.load()
    path = next(paths.presets_dir().rglob(f"{lesson}.json"))
    return replace(read(path), epochs=10_000_000, variants=(), regularizers=())


def headless(job: Job) -> Job:
    """Steps per second of the engine alone, in a process like the window's."""
    from playground.engine.data import DataStore
    from playground.engine.session import open_session
    from playground.engine.steering import Control
    from playground.engine.trainer import train

    session = open_session(experiment_of(job["lesson"]), DataStore())
    run, begun = session.runs[0], time.perf_counter()
    before = 0
    for _ in train(session, Control()):
        spent = time.perf_counter() - begun
        if spent < SETTLE:
            before, since = run.steps, spent
        elif spent > SETTLE + job["seconds"]:
            break
    return {"rate": (run.steps - before) / (spent - since)}


@contextmanager
def opened(experiment: Any) -> Iterator[Any]:
    """The real window in its layout for training, off screen."""
    from playground.ui.app import application, build
    from playground.ui.session import Session

    app = application()
    shown = build(app, experiment, None, Session(), "light")
    shown.resize(1600, 1000)
    shown.layouts.arrange("train")
    shown.show()
    app.processEvents()
    try:
        yield shown
    finally:
        shown.studio.document.undo_stack.setClean()
        shown.close()
        shown.studio.runs.end()


def wait(seconds: float) -> None:
    """Let the window live for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def play(shown: Any) -> None:
    """Train, until it is well under way."""
    shown.studio.runs.open_engine()
    shown.studio.runs.play()
    gc.freeze()  # as the application does
    while shown.studio.store.step == 0:
        wait(0.05)
    wait(SETTLE)


def window(job: Job) -> Job:
    """Train in the window and watch it."""
    from PySide6.QtCore import QTimer

    from playground.ui.views.header import ViewFrame

    with opened(experiment_of(job["lesson"])) as shown:
        views = {name: dock for name, dock in shown.layouts.docks.items() if isinstance(dock.widget(), ViewFrame)}
        if job["views"] == "every":
            _float(views.values())
        costs: dict[str, list[float]] = {}
        for name, dock in views.items():
            _time_refreshes(dock, costs.setdefault(name, []))
        play(shown)
        post, latencies = _poster()
        timer = QTimer(interval=LATENCY_MS)
        timer.timeout.connect(post)
        ticks = _ticks(shown)
        for cost in costs.values():
            cost.clear()
        timer.start()
        memory, begun, before = [_memory(shown)], time.perf_counter(), shown.studio.store.step
        for _ in range(2):
            wait(job["seconds"] / 2)
            memory.append(_memory(shown))
        rate = (shown.studio.store.step - before) / (time.perf_counter() - begun)
        timer.stop()
    return {
        "rate": rate,
        "gap": _shares([b - a for a, b in pairwise(ticks)]),
        "latency": _shares(latencies),
        "refresh": {name: _shares(cost)["p50"] for name, cost in costs.items() if cost},
        "memory": memory,
    }


def canvas(job: Job) -> Job:
    """Pan over a large network with live maps of its units, a little at each frame."""
    from PySide6.QtCore import QEvent, QObject

    from playground import catalog
    from playground.benchmarks.networks import large

    catalog.load()
    with opened(large(NODES)) as shown:
        view = shown.canvas.view
        play(shown)
        if job["zoom"] == "near":
            view.zoom_by(1 / view.zoom)
        painted: list[float] = []

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    painted.append(time.perf_counter())
                return False

        watch, way = Watch(), [PAN]
        view.viewport().installEventFilter(watch)

        def pan() -> None:
            bar = view.horizontalScrollBar() if job["zoom"] == "near" else view.verticalScrollBar()
            if not bar.minimum() < bar.value() + way[0] < bar.maximum():
                way[0] = -way[0]
            bar.setValue(bar.value() + way[0])

        ticks = _ticks(shown, pan)
        begun = time.perf_counter()
        wait(job["seconds"])
        spent = time.perf_counter() - begun
        seen = sum(item.sheet.units > 0 for item in view.canvas.nodes.values())
    return {"frames": len(painted) / spent, "gap": _shares([b - a for a, b in pairwise(ticks)]), "maps": seen}


def curves(job: Job) -> Job:
    """Draw curves of many points again and again, one more point each time."""
    from playground.engine.events import DataInfo, Scalars, Started

    found = {}
    with opened(experiment_of(job["lesson"])) as shown:
        view = shown.layouts.docks["loss"].widget().view
        store = shown.studio.store
        for length in LENGTHS:
            data = DataInfo("classification", [2], ["x1", "x2"], ["0", "1"], 8, 8, True)
            store.take(Started(["model"], {"model": 1}, {"model": 1}, "cpu", "eager", 0.0, data))
            x = np.arange(length, dtype=float)
            noise = np.random.default_rng(0).random((2, length)) / (1 + x / 1000)
            named = {"train_loss": (x, noise[0]), "validation_loss": (x, noise[1])}
            store.take(Scalars({"model": named}, [], float(length), length, 1.0, {}))
            costs = [_drawn(store, view, length + more) for more in range(REDRAWN)]
            found[f"{length:,}"] = _shares(costs)["p50"]
    return found


def _drawn(store: Any, view: Any, epoch: int) -> float:
    """Seconds that one more point of each curve takes until it is painted."""
    from playground.engine.events import Scalars

    point = ([float(epoch)], [0.5])
    store.take(Scalars({"model": {"train_loss": point, "validation_loss": point}}, [], float(epoch), epoch, 1.0, {}))
    begun = time.perf_counter()
    view.update_now()
    view.canvas.viewport().repaint()
    return time.perf_counter() - begun


# --- what is watched ----------------------------------------------------------------------------------------------


def _float(docks: Any) -> None:
    """Show every view at once, each in a window of its own."""
    for number, dock in enumerate(docks):
        dock.setFloating(True)
        dock.resize(420, 300)
        dock.move(40 * number, 30 * number)
        dock.show()


def _ticks(shown: Any, act: Callable[[], None] = lambda: None) -> list[float]:
    """When the refreshes of the window began, from now on; `act` happens at each."""
    from playground.ui.engine import Engine

    engine, ticks = shown.studio.runs.findChild(Engine), []

    def tick(_: bool) -> None:
        ticks.append(engine.ticking_since)
        act()

    engine.ticked.connect(tick)
    return ticks


def _poster() -> tuple[Callable[[], None], list[float]]:
    """What posts an event behind all others, and how long such events waited."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

    sent: list[float] = []
    latencies: list[float] = []

    class Receiver(QObject):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                latencies.append(time.perf_counter() - sent.pop())
            return True

    receiver = Receiver()

    def post() -> None:
        if not sent:
            sent.append(time.perf_counter())
            QCoreApplication.postEvent(receiver, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)

    return post, latencies


def _time_refreshes(dock: Any, cost: list[float]) -> None:
    """Note how long each refresh of a dock's view takes."""
    view = dock.widget().view
    whole = view.refresh

    def timed() -> None:
        begun = time.perf_counter()
        whole()
        cost.append(time.perf_counter() - begun)

    view.refresh = timed


def _memory(shown: Any) -> dict[str, float]:
    """Resident megabytes of both processes, 0 where the system does not tell."""
    from playground.ui.status import resident_bytes

    pids = {"window": os.getpid(), "engine": shown.studio.runs.engine_pid}
    return {side: resident_bytes(pid) / 1e6 for side, pid in pids.items()}


def _shares(seconds: list[float]) -> dict[str, float]:
    """Median, 99th percentile and largest, in milliseconds."""
    found = sorted(seconds) or [0.0]
    return {
        "p50": 1000 * found[len(found) // 2],
        "p99": 1000 * found[min(len(found) - 1, round(0.99 * (len(found) - 1)))],
        "max": 1000 * found[-1],
    }


KINDS = {"headless": headless, "window": window, "canvas": canvas, "curves": curves}

if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    print(json.dumps(KINDS[asked["kind"]](asked)))
