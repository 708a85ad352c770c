"""A progress bar for training: one line that is redrawn on a terminal, a line every tenth of the way elsewhere."""

from __future__ import annotations

import math
import shutil
import time
from typing import TextIO

from playground.engine.events import Scalars

REFRESH = 0.1
BAR = 20


class Progress:
    """Epoch, losses of each variant (train / validation) and steps per second on a stream."""

    def __init__(self, stream: TextIO, epochs: int) -> None:
        self._stream = stream
        self._epochs = epochs
        self._terminal = stream.isatty()
        self._losses: dict[str, dict[str, float]] = {}
        self._told = -1.0
        self._drawn = False

    def update(self, event: Scalars) -> None:
        """Take in new numbers; draws only when it is time."""
        for variant, named in event.points.items():
            for name in ("train_loss", "validation_loss"):
                if name in named and len(named[name][1]):
                    self._losses.setdefault(variant, {})[name] = float(named[name][1][-1])
        if self._due(event.epoch):
            self._draw(self.line(event.epoch, event.rate))

    def line(self, epoch: float, rate: float) -> str:
        """What is drawn, without the terminal's codes."""
        share = min(1.0, epoch / self._epochs) if self._epochs else 1.0
        full, empty = "█░" if (self._stream.encoding or "").lower().startswith("utf") else "#."
        done = round(BAR * share)
        losses = "  ".join(f"{name} {_loss(seen)}" for name, seen in self._losses.items())
        speed = f"  {rate:,.0f} steps/s" if rate else ""
        return f"epoch {math.floor(epoch + 1e-9)}/{self._epochs} {full * done}{empty * (BAR - done)}  {losses}{speed}"

    def close(self) -> None:
        """End the line, so that what follows starts on one of its own."""
        if self._terminal and self._drawn:
            self._stream.write("\n")
            self._stream.flush()

    def _due(self, epoch: float) -> bool:
        mark = time.monotonic() / REFRESH if self._terminal else 10 * epoch / max(1, self._epochs)
        if math.floor(mark + 1e-9) <= self._told and not (self._terminal and epoch >= self._epochs):
            return False
        self._told = math.floor(mark + 1e-9)
        return True

    def _draw(self, line: str) -> None:
        self._drawn = True
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\x1b[2K{line if len(line) <= width else line[: width - 1] + '…'}")
        else:
            self._stream.write(f"{line}\n")
        self._stream.flush()


def _loss(seen: dict[str, float]) -> str:
    return " / ".join(f"{seen[name]:.4g}" for name in ("train_loss", "validation_loss") if name in seen)
