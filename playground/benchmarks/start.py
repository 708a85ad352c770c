"""How long it takes until something is seen: of the command, of the window, of training."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from playground.benchmarks.figures import Figure, of

GOALS = {
    "first paint, of the window as it was when it was closed": 0.5,
    "first paint of the window itself": None,
    "first step": 2.5,
}
TYPED_GOAL = 0.3


def start(rounds: int) -> Iterator[Figure]:
    """Seconds from the start of the process."""
    for option in ("--version", "--help"):
        yield of(f"nnplayground {option}", [_typed(option) for _ in range(rounds)], "s", TYPED_GOAL, lower=True)
    seen = [_opened() for _ in range(rounds)]
    for moment, goal in GOALS.items():
        yield of(f"start to {moment}", [one[moment] for one in seen], "s", goal, lower=True)


def _typed(option: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "playground", option], capture_output=True, check=True)
    return time.perf_counter() - begun


def _opened() -> dict[str, float]:
    """Start the window as a person does, and note when it is painted and when it has taken a step."""
    words = [sys.executable, "-m", "playground.benchmarks.start"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.time()
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=True, timeout=120)
    moments = (float(line) - begun for line in done.stdout.split())
    return dict(zip(GOALS, moments, strict=True))


def _watched() -> None:
    """In the process that is measured: open the window, play, print when what was seen."""
    from playground.ui.engine_link import EngineLink

    link = EngineLink()  # as the command does
    from playground.ui.curtain import drawn

    curtain = drawn()
    print(time.time())
    from playground import catalog
    from playground.spec.files import read
    from playground.ui.app import FIRST_LESSON, application, build, preset
    from playground.ui.session import Session

    catalog.load()
    app = application()
    window = build(app, read(preset(FIRST_LESSON)), None, Session(), "light")
    window.show()
    app.processEvents()
    print(time.time())
    curtain.close()
    window.studio.runs.open_engine(link)
    window.studio.runs.play()
    while window.studio.store.step == 0:
        app.processEvents()
    print(time.time())
    window.studio.document.undo_stack.setClean()
    window.close()
    window.studio.runs.end()


if __name__ == "__main__":
    _watched()
