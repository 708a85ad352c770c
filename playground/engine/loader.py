"""A prefetching loader: batches of data that are not kept on the device of a run are gathered ahead of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from threading import Condition, Thread

import numpy as np
import torch

from playground.engine.data import Dataset

AHEAD = 3
"""Blocks that lie ready at most."""
BLOCK = 1 << 22
MOST_BATCHES = 64
"""A block has as many batches as have that many bytes, but one at least and so many at most."""
Batch = tuple[torch.Tensor, torch.Tensor]


class ReadError(RuntimeError):
    """The data can no longer be read."""


class Loader:
    """Gives the batches of a run in its order, while a thread gathers those that follow.

    There is a thread only from the first batch that is asked for to `close`, to the end of the epoch, or to a batch
    that does not follow on the one before.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._ahead: _Ahead | None = None
        self._order = torch.empty(0)
        self._next = self._size = -1

    def batches(self, order: torch.Tensor, start: int, stop: int, size: int) -> Iterator[Batch]:
        """Batches of the samples `order` (N,) from one place to another, on the device of the run.

        Raises:
            ReadError: the data cannot be read.
        """
        if self._ahead is None or self._order is not order or (self._next, self._size) != (start, size):
            self.close()
            self._ahead = _Ahead(self._dataset, order[start:], size)
        self._order, self._next, self._size = order, start, size
        for _ in range(start, stop, size):
            batch = self._ahead.take()
            self._next += len(batch[0])
            yield batch
        if stop == len(order):
            self.close()

    def close(self) -> None:
        """Stop reading ahead; the next batch asked for begins anew."""
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None


class _Ahead(Thread):
    """Gathers blocks of batches in an order, until it is told to stop."""

    def __init__(self, dataset: Dataset, order: torch.Tensor, size: int) -> None:
        super().__init__(name="loader", daemon=True)
        self._dataset, self._size = dataset, size
        row = dataset.train_inputs[0].nbytes
        many = max(1, min(MOST_BATCHES, BLOCK // max(1, row * size)))
        self._blocks = torch.split(order, many * size)
        self._ready: deque[Batch] = deque()
        self._given: Iterator[Batch] = iter(())
        self._failed = ""
        self._done = self._stopped = False
        self._change = Condition()
        self.start()

    def run(self) -> None:
        """Gather one block after another; what fails is told in a few words."""
        try:
            for rows in self._blocks:
                block = self._gathered(rows.numpy())
                with self._change:
                    self._ready.append(block)
                    self._change.notify_all()
                    self._change.wait_for(lambda: self._stopped or len(self._ready) < AHEAD)
                if self._stopped:
                    break
        except (OSError, ValueError, RuntimeError, MemoryError) as error:
            self._failed = str(getattr(error, "strerror", None) or error) or type(error).__name__
        finally:
            with self._change:
                self._done = True
                self._change.notify_all()

    def take(self) -> Batch:
        """The next batch."""
        batch = next(self._given, None)
        if batch is None:
            inputs, targets = self._block()
            self._given = zip(torch.split(inputs, self._size), torch.split(targets, self._size), strict=True)
            batch = next(self._given)
        return batch

    def stop(self) -> None:
        """End the thread, at the latest once the block is gathered that it is at."""
        with self._change:
            self._stopped = True
            self._change.notify_all()
        self.join()

    def _block(self) -> Batch:
        """The next block, on its way to the device: a copy from pinned memory goes on beside the steps."""
        with self._change:
            self._change.wait_for(lambda: self._ready or self._done)
            if not self._ready:
                raise ReadError(f"the data can no longer be read: {self._failed or 'they have ended too soon'}")
            inputs, targets = self._ready.popleft()
            self._change.notify_all()
        device = self._dataset.device
        return inputs.to(device, non_blocking=True), targets.to(device, non_blocking=True)

    def _gathered(self, rows: np.ndarray) -> Batch:
        data, pinned = self._dataset, self._dataset.device.type == "cuda"
        if not data.samples.mapped:
            return _taken(data.train_inputs, rows, pinned), _taken(data.train_targets, rows, pinned)
        forward = np.argsort(rows)
        back = np.empty_like(forward)
        back[forward] = np.arange(len(rows))
        read = _taken(data.train_inputs, rows[forward], pinned=False)
        return _taken(read, back, pinned), _taken(data.train_targets, rows, pinned)


def _taken(source: torch.Tensor, rows: np.ndarray, pinned: bool) -> torch.Tensor:
    """Rows of a tensor; while NumPy copies them, which reads them from the disk, other threads go on."""
    found = torch.empty((len(rows), *source.shape[1:]), dtype=source.dtype, pin_memory=pinned)
    np.take(source.numpy(), rows, axis=0, out=found.numpy(), mode="clip")
    return found
