"""The batches of a run: its samples in an order of its own, drawn anew for each epoch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import torch

from playground.engine.data import Dataset
from playground.engine.loader import Batch, Loader


class Batches:
    """Gives batches by where they begin and end in the `order` (N,) of the epoch, which `generator` draws."""

    def __init__(self, dataset: Dataset, seed: int) -> None:
        self.generator = torch.Generator().manual_seed(seed)
        self.order = torch.empty(0, dtype=torch.int64)
        self._dataset = dataset
        self._inputs = self._targets = self._laid = torch.empty(0)
        self._loader = Loader(dataset) if dataset.streamed else None

    def shuffle(self) -> None:
        """Begin an epoch."""
        self.order = torch.randperm(len(self._dataset), generator=self.generator)

    def between(self, start: int, stop: int, size: int) -> Iterable[Batch]:
        """Inputs and targets of the samples from one place to another, on the device of the run."""
        if self._loader is not None:
            return self._loader.batches(self.order, start, stop, size)
        if self._laid is not self.order:
            self._lay_out()
        inputs = torch.split(self._inputs[start:stop], size)
        targets = torch.split(self._targets[start:stop], size)
        return list(zip(inputs, targets, strict=True))

    def _lay_out(self) -> None:
        """Put the samples in the order of the epoch."""
        self._laid = self.order
        order = self.order.to(self._dataset.device)
        self._inputs = self._dataset.train_inputs.index_select(0, order)
        self._targets = self._dataset.train_targets.index_select(0, order)

    def first(self, size: int) -> Batch:
        """The first samples, in the order of the data set, to try something out with."""
        data = self._dataset
        return data.train_inputs[:size].to(data.device), data.train_targets[:size].to(data.device)

    def shares(self, position: int, size: int) -> np.ndarray:
        """The share of an epoch that will be behind after each batch that begins at a place or follows."""
        done, rest = divmod(position, size)
        if rest:  # the batch size was changed within the epoch
            return _shares(position, size, len(self._dataset))
        return _shares(0, size, len(self._dataset))[done:]

    def rest(self) -> None:
        """Read nothing ahead while there are no steps to take."""
        if self._loader is not None:
            self._loader.close()


@lru_cache(maxsize=64)
def _shares(position: int, size: int, count: int) -> np.ndarray:
    ends = np.arange(position + size, count + size, size)
    found: np.ndarray = np.minimum(ends, count) / count
    return found
