"""`nnplayground screenshot`: the real window, drawn off screen into a PNG."""

from __future__ import annotations

import argparse
import os

from playground.cli import qt
from playground.cli.files import find, target
from playground.cli.mistake import Mistake


def run(arguments: argparse.Namespace) -> int:
    """Train for some epochs and save the picture."""
    file, out = find(arguments.file), target(arguments.out)
    if out.suffix.lower() != ".png":
        raise Mistake(f"{arguments.out} needs to end in .png")
    if problem := qt.obstacle(offscreen=True):
        raise Mistake(f"{problem.reason}, so the window cannot be drawn; to mend it: {problem.mend}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from playground.ui.shots import screenshot

    epochs = arguments.epochs or 0
    screenshot(
        file,
        out,
        epochs=epochs,
        size=arguments.size,
        theme=arguments.theme,
        docks=arguments.docks,
        language=arguments.language,
    )
    return 0
