"""`nnplayground [FILE]`: the window; where none can open, the same lesson without it."""

from __future__ import annotations

import argparse
import os

from playground.cli import qt
from playground.cli.files import find
from playground.cli.mistake import Mistake


def run(arguments: argparse.Namespace) -> int:
    """Open the window, or train here and say why."""
    path = find(arguments.file) if arguments.file else None
    if arguments.self_test and qt.display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a test of the window needs no one to look at it
    if problem := qt.obstacle():
        if arguments.self_test:
            raise Mistake(f"{problem.reason}, so no window can open; to mend it: {problem.mend}")
        from playground.cli.headless import without_window

        return without_window(path, problem)
    from playground.ui.engine_link import EngineLink

    link = EngineLink()  # it takes as long to be ready as the window does
    from playground.ui.curtain import drawn

    curtain = drawn()
    try:
        from playground.ui.app import run as open_window

        return open_window(path, self_test=arguments.self_test, engine=link, curtain=curtain)
    finally:
        curtain.close()
        if link.running:
            link.kill()
