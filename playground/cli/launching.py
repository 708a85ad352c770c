"""Starting the processes that train together on this machine, and ending all of them with one another."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import playground
from playground.cli.mistake import Mistake

LAUNCHED = "NNPLAYGROUND_LAUNCHED"
"""Set for processes that end when their stdin does."""
GRACE = 20.0
"""Seconds in which processes may save and end before they are killed."""
MISTAKE, UNTOLD, INTERRUPTED = 2, 3, 130
"""Exit codes: what went wrong was told; it is for another to tell; a person has ended it."""


def launch(arguments: Sequence[str], count: int) -> int:
    """Run `nnplayground` with these arguments in so many processes to their end; return the exit code.

    Raises:
        Mistake: a process ended without saying why.
    """
    port = free_port()
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for rank in range(count):
            processes += [_start(arguments, environment(rank, count, port), rank == 0)]
        return verdict(_ended(processes))
    finally:
        _ask_to_end(processes)
        for process in processes:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(rank: int, count: int, port: int) -> dict[str, str]:
    """What a process is told of its place, as torchrun tells it."""
    place = {"RANK": rank, "WORLD_SIZE": count, "LOCAL_RANK": rank, "LOCAL_WORLD_SIZE": count, "MASTER_PORT": port}
    code = str(Path(playground.__file__).parents[1])
    given = {"PYTHONPATH": os.pathsep.join(filter(None, (code, os.environ.get("PYTHONPATH"))))}
    given |= {"MASTER_ADDR": "127.0.0.1", LAUNCHED: "1", **{name: str(value) for name, value in place.items()}}
    quiet = {"TORCH_CPP_LOG_LEVEL": "ERROR"}  # what is lost is told in one sentence
    loop = [("GLOO_SOCKET_IFNAME", name) for name in _networks() if name in ("lo", "lo0")]  # the host needs no name
    return {**quiet, **dict(loop), **os.environ, **given}


def _networks() -> list[str]:
    try:
        return [name for _, name in socket.if_nameindex()]
    except (AttributeError, OSError):
        return []


def _start(arguments: Sequence[str], environ: Mapping[str, str], speaks: bool) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "playground", *arguments],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=None if speaks else subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for this process, which then closes the pipes
    )


def _ended(processes: Sequence[subprocess.Popen[bytes]]) -> list[tuple[int, int]]:
    """Rank and exit code of each process, in the order in which they ended.

    When one fails, or at Ctrl-C, the others are asked to end by the end of their stdin. Those that do not are killed.

    Raises:
        KeyboardInterrupt: at a second Ctrl-C.
    """
    done: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
    for rank, process in enumerate(processes):
        threading.Thread(target=_watch, args=(rank, process, done), daemon=True).start()
    found: list[tuple[int, int]] = []
    deadline: float | None = None
    while len(found) < len(processes):
        try:
            found.append(done.get(timeout=None if deadline is None else max(0.0, deadline - time.monotonic())))
            asked = found[-1][1] != 0
        except queue.Empty:
            for process in processes:
                process.kill()
            deadline, asked = None, False
        except KeyboardInterrupt:
            if deadline is not None:
                raise
            asked = True
        if asked and deadline is None:
            _ask_to_end(processes)
            deadline = time.monotonic() + GRACE
    return found


def _watch(rank: int, process: subprocess.Popen[bytes], done: queue.SimpleQueue[tuple[int, int]]) -> None:
    done.put((rank, process.wait()))


def _ask_to_end(processes: Iterable[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        assert process.stdin is not None  # it is a pipe
        with contextlib.suppress(OSError):
            process.stdin.close()


def verdict(ended: Sequence[tuple[int, int]]) -> int:
    """The exit code that those of the processes come to.

    Raises:
        Mistake: one ended without saying why, and took the others with it.
    """
    codes = [code for _, code in ended]
    for told in (MISTAKE, INTERRUPTED):
        if told in codes:
            return told
    for rank, code in ended:
        if code not in (0, UNTOLD):
            how = f"was ended by {_signal(-code)}" if code < 0 else f"ended with exit code {code}"
            raise Mistake(f"process {rank} of {len(ended)} {how}, so that the others had to stop too")
    if any(codes):
        raise Mistake("the processes lost one another and stopped")
    return 0


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
