"""What else runs on this machine: figures taken beside it are worth little."""

from __future__ import annotations

import os
import time
from pathlib import Path

LOOK = 0.5
"""Seconds over which processes are watched."""
BUSY = 0.1
"""Share of a core from which a process is in the way."""
Times = dict[int, float]
"""Seconds of a processor by process."""


def busy() -> list[str]:
    """Processes that keep a good part of a core busy, in words; the load alone where the system does not tell."""
    before = _times()
    if not before:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        return [f"a load of {load:.1f}"] if load > 0.5 else []
    time.sleep(LOOK)
    shares = {pid: (spent - before.get(pid, spent)) / LOOK for pid, spent in _times().items()}
    found = sorted((share, pid) for pid, share in shares.items() if share >= BUSY and pid != os.getpid())
    return [f"{_name(pid)} ({pid}) {share:.0%} of a core" for share, pid in reversed(found)]


def _times() -> Times:
    """Seconds that each process has computed; {} where there is no /proc."""
    found: Times = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        found[int(folder.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return "a process"
