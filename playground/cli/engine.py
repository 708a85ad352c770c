"""`nnplayground engine`: the training process; the window, or ssh, is at the other end of its pipes."""

from __future__ import annotations

import argparse
import sys

from playground.engine.server import serve


def run(_arguments: argparse.Namespace) -> int:
    """Serve until the pipe closes."""
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0
