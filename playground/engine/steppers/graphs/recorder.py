"""Recording what is done on a CUDA device, to do it again in one go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

import torch

Act = Callable[[], list[torch.Tensor]]


class Recorder(Protocol):
    """Records an act once, then replays it: the same operations on the same memory, with what lies there by then."""

    def warm(self, act: Callable[[], torch.Tensor]) -> torch.Tensor:
        """Do something where it is to be recorded, so that all that is set up once is there."""

    def record(self, act: Act) -> list[torch.Tensor]:
        """Record an act; what it returns is filled anew at each replay. Nothing is computed yet."""

    def replay(self) -> None:
        """Do again what was recorded."""


class CudaRecorder:
    """A recorder that keeps a CUDA graph.

    Random numbers are those of steps that are not recorded: at each replay PyTorch hands the seed and the offset of the
    device's generator to the graph and moves the offset on, so that its state may be read and set in between.
    """

    def __init__(self, device: torch.device) -> None:
        self._device = torch.device("cuda", torch.cuda.current_device()) if device.index is None else device
        self._stream = torch.cuda.Stream(self._device)  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self._graph = torch.cuda.CUDAGraph()

    def warm(self, act: Callable[[], torch.Tensor]) -> torch.Tensor:
        """Do something on the stream that is recorded, where cuBLAS and cuDNN then have their workspaces."""
        here = torch.cuda.current_stream(self._device)
        self._stream.wait_stream(here)
        with torch.cuda.stream(self._stream):
            found = act()
        here.wait_stream(self._stream)
        return found

    def record(self, act: Act) -> list[torch.Tensor]:
        """Record what an act does on the device.

        Raises:
            RuntimeError: it does what cannot be recorded, such as waiting for the device; nothing is left of the try.
        """
        torch.cuda.synchronize(self._device)
        pool = torch.cuda.graph_pool_handle()
        ended = False
        with torch.cuda.stream(self._stream):
            try:
                self._graph.capture_begin(pool=pool)
                found = act()
                self._graph.capture_end()
                ended = True
            finally:
                if not ended:
                    self._abandon(pool)
        torch.cuda.current_stream(self._device).wait_stream(self._stream)
        return found

    def _abandon(self, pool: tuple[int, int]) -> None:
        """End a capture that failed, and give back its memory, which PyTorch does only after one that succeeded."""
        with suppress(RuntimeError):  # a broken capture says so once more
            self._graph.capture_end()
        with suppress(RuntimeError):  # it had come to an end, and the graph gives the memory back by itself
            torch._C._cuda_endAllocateToPool(self._device.index, pool)
            torch._C._cuda_releasePool(self._device.index, pool)

    def replay(self) -> None:
        """Do again what was recorded."""
        self._graph.replay()


def recorder_for(device: torch.device) -> Callable[[torch.device], Recorder] | None:
    """What records steps on a device; None where nothing does."""
    return CudaRecorder if device.type == "cuda" else None
