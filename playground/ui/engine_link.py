"""EngineLink: the engine process and its two pipes. No Qt here."""

from __future__ import annotations

import queue
import subprocess
import sys
import tempfile
import threading
from typing import IO

from playground.engine.control import Request
from playground.engine.events import Message
from playground.engine.protocol import read_message, write_frame


class EngineLink:
    """Starts `nnplayground engine`; `send` never blocks, `read` does."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
        self._process = subprocess.Popen(
            command or [sys.executable, "-m", "playground", "engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._outbox: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="engine-writer", daemon=True)
        self._writer.start()

    @property
    def pid(self) -> int:
        """Process id of the engine."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the engine has not ended."""
        return self._process.poll() is None

    def send(self, request: Request) -> None:
        """Queue a request; it is lost when the engine is gone."""
        self._outbox.put(request)

    def read(self) -> Message | None:
        """The engine's next message; None once it is gone."""
        assert self._process.stdout is not None
        try:
            return read_message(self._process.stdout)  # type: ignore[arg-type]  # IO[bytes] is a BinaryIO here
        except (OSError, ValueError):
            return None

    def close(self, seconds: float = 3.0) -> int:
        """Close the pipe, on which the engine exits; kill it if it does not in time. Returns its exit code."""
        self._outbox.put(None)
        self._writer.join(seconds)
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        return code

    def kill(self) -> None:
        """End the engine at once, before anybody reads from it."""
        self._process.kill()
        self.close()
        self.dispose()

    def dispose(self) -> None:
        """Close what is left, after the reader has ended."""
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._errors.close()

    def last_words(self, size: int = 4000) -> str:
        """The end of what the engine wrote to stderr, for the details of an error."""
        self._errors.seek(0, 2)
        self._errors.seek(max(0, self._errors.tell() - size))
        return self._errors.read().decode(errors="replace")

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            while (request := self._outbox.get()) is not None:
                write_frame(pipe, request)  # type: ignore[arg-type]  # IO[bytes] is a BinaryIO here
            pipe.close()
        except (OSError, ValueError):
            return  # the engine is gone; the reader says so
