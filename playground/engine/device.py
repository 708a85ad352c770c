"""Where and with how many threads a run computes."""

from __future__ import annotations

import os
from pathlib import Path

import torch

from playground.spec.errors import SpecError

PER_THREAD = 50_000_000
"""Multiply-accumulates per batch that keep a thread busy.

Measured on two cores: with 20 to 50 million, a second thread gained 10 to 20 %, and cost ten times that as soon as
another program, such as the window, wanted the core.
"""
SHARE = 0.8
"""Share of the free memory that a run may ask for."""


def choose(wanted: str) -> torch.device:
    """The device of a run; "auto" takes CUDA, then MPS, then the CPU.

    Raises:
        SpecError: the device asked for is not there.
    """
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted == "auto":
        return torch.device(next((name for name, available in there.items() if available), "cpu"))
    if not there.get(wanted, True):
        raise SpecError("device", f"{wanted} is not available on this machine; choose auto or cpu")
    return torch.device(wanted)


def wait_for(device: torch.device) -> None:
    """Wait until a GPU has done what it was given; else work piles up there faster than it can be told of."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def threads(macs_per_batch: int) -> int:
    """Threads for a step of that size: one for small models, where handing work over costs more than it gives."""
    return max(1, min(macs_per_batch // PER_THREAD, len_cores()))


def len_cores() -> int:
    """Processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def free_memory(device: torch.device) -> int:
    """Bytes that a run may still take on a device; on an unknown system, 8 GB are assumed."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    found = [size for size in (_meminfo(), _control_group(), _physical()) if size]
    return min(found, default=8 << 30)


def _meminfo() -> int:
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable")), 0)


def _control_group() -> int:
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text().strip()
        used = Path("/sys/fs/cgroup/memory.current").read_text().strip()
    except OSError:
        return 0
    return max(1, int(limit) - int(used)) if limit.isdigit() else 0


def _physical() -> int:
    names = getattr(os, "sysconf_names", {})
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if "SC_PHYS_PAGES" in names else 0


def size_words(size: float) -> str:
    """Bytes for people."""
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:,.0f} PB"
