"""Channel: from the worker thread to the window; numbers are never lost, pictures are only the latest."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from playground.engine.events import Message, Snapshot


@dataclass(frozen=True)
class Gone:
    """The engine process has ended."""


class Channel:
    """A lossless log, and one slot per snapshot key and variant in which a new one replaces an old one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._log: list[Message | Gone] = []
        self._latest: dict[tuple[str, str], Snapshot] = {}

    def post(self, message: Message | Gone) -> None:
        """Put a message in, from any thread."""
        with self._lock:
            if isinstance(message, Snapshot):
                self._latest[message.key, message.variant] = message
            else:
                self._log.append(message)

    def drain(self) -> list[Message | Gone]:
        """Take everything out: the log in order, then the snapshots."""
        with self._lock:
            taken: list[Message | Gone] = [*self._log, *self._latest.values()]
            self._log.clear()
            self._latest.clear()
        return taken
