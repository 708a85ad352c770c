"""The curves of a run as CSV."""

from __future__ import annotations

from pathlib import Path

from playground.engine.session import RunResult
from playground.spec.files import write


def export_history(run: RunResult, path: Path) -> None:
    """Write the epoch series of all variants, one row per variant and epoch.

    Raises:
        FileError: the file cannot be written.
    """
    write(path, run.record.history())
