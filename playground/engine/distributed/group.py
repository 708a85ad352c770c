"""The processes that train one experiment together, and how they come to agree."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

import torch
from torch import distributed
from torch._C._distributed_c10d import PrefixStore
from torch.distributed.rendezvous import rendezvous

from playground.spec.errors import SpecError

T = TypeVar("T")

PATIENCE = timedelta(minutes=30)
"""How long one process waits for the others, which may be measuring or loading data."""


class Lost(Exception):
    """Another process has ended or cannot be reached, so that this one cannot go on."""


class Group:
    """This process among those that train together; that of rank 0 leads.

    Every process has to call the same methods in the same order. All of them raise `Lost`.
    """

    def __init__(self) -> None:
        self.rank, self.size = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
        self.local_rank = int(os.environ.get("LOCAL_RANK", self.rank))
        self.local_size = int(os.environ.get("LOCAL_WORLD_SIZE", self.size))
        nccl = torch.cuda.is_available() and distributed.is_nccl_available()
        with _reached():
            self._store, _, _ = next(rendezvous("env://", timeout=PATIENCE))
            distributed.init_process_group(
                "cpu:gloo,cuda:nccl" if nccl else "gloo",
                store=PrefixStore("group", self._store),
                rank=self.rank,
                world_size=self.size,
                timeout=PATIENCE,
            )

    @property
    def leads(self) -> bool:
        """Whether this process speaks for all."""
        return self.rank == 0

    def take_device(self, wanted: str) -> str:
        """Make the GPU of this process the one that "cuda" stands for; the device that is taken for the one wanted.

        Raises:
            SpecError: there are fewer GPUs than processes on this machine.
        """
        gpus = torch.cuda.device_count()
        if wanted not in ("auto", "cuda") or not gpus:
            return "cpu" if wanted == "auto" else wanted
        if self.local_size > gpus:
            there = f"{gpus} GPU" if gpus == 1 else f"{gpus} GPUs"
            said = f"this machine has {there} for {self.local_size} processes; take fewer, or --device cpu"
            raise SpecError("", said)
        torch.cuda.set_device(self.local_rank)
        return "cuda"

    def add_up(self, values: torch.Tensor) -> None:
        """Make values their sum over all processes, the same in each to the last bit."""
        with _reached():
            distributed.all_reduce(values)

    def largest(self, numbers: Iterable[int]) -> list[int]:
        """The largest of each number over all processes."""
        values = torch.tensor(list(numbers))
        with _reached():
            distributed.all_reduce(values, distributed.ReduceOp.MAX)
        found: list[int] = values.tolist()
        return found

    def of_leader(self, value: T) -> T:
        """The value that rank 0 has."""
        values = [value]
        with _reached():
            distributed.broadcast_object_list(values, device=torch.device("cpu"))
        return values[0]

    def gathered(self, value: T) -> list[T]:
        """The values of all processes, by rank."""
        found: list[T] = [value] * self.size
        with _reached():
            distributed.all_gather_object(found, value)
        return found

    @torch.no_grad()
    def copy_from_leader(self, tensors: Iterable[torch.Tensor]) -> None:
        """Fill tensors with what those of rank 0 hold, all of a kind at once."""
        alike: dict[tuple[torch.dtype, torch.device], list[torch.Tensor]] = {}
        for tensor in tensors:
            alike.setdefault((tensor.dtype, tensor.device), []).append(tensor)
        for members in alike.values():
            flat = torch.cat([tensor.flatten() for tensor in members])
            with _reached():
                distributed.broadcast(flat, 0)
            for tensor, part in zip(members, torch.split(flat, [tensor.numel() for tensor in members]), strict=True):
                tensor.copy_(part.view_as(tensor))

    def first(self) -> bool:
        """Whether this process is the first that asks so; False where nobody can know."""
        try:
            return int(self._store.add("first", 1)) == 1
        except RuntimeError:
            return False

    def close(self) -> None:
        """Part when all have come so far; safe to call twice."""
        if distributed.is_initialized():
            self.largest([0])
            distributed.destroy_process_group()


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise Lost(str(error).partition("\n")[0]) from error
