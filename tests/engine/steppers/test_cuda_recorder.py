"""What the recorder asks of CUDA, and what it does where a capture fails; CUDA itself is stood in for."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
import torch

from playground.engine.steppers.graphs.recorder import CudaRecorder

CUDA = torch.device("cuda")
POOL = (0, 7)


class Calls(list[str]):
    """What was called; a capture that is `broken` cannot end."""

    broken = ended = False

    def end_capture(self) -> None:
        self.append("end")
        if self.broken:
            raise RuntimeError("capture invalidated")
        self.ended = True

    def end_pool(self, index: int, pool: Any) -> None:
        assert (index, pool) == (0, POOL)
        if self.ended:
            raise RuntimeError("not currently recording to mempool_id")
        self.append("end pool")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    found = Calls()

    class Stream:
        def __init__(self, device: torch.device) -> None:
            assert device == torch.device("cuda", 0)

        def wait_stream(self, other: Any) -> None:
            found.append("wait")

    class Graph:
        def capture_begin(self, pool: Any) -> None:
            assert pool == POOL
            found.append("begin")

        def capture_end(self) -> None:
            found.end_capture()

        def replay(self) -> None:
            found.append("replay")

    here = Stream(torch.device("cuda", 0))
    stand_ins = {
        "current_device": lambda: 0,
        "Stream": Stream,
        "CUDAGraph": Graph,
        "current_stream": lambda _: here,
        "stream": lambda _: nullcontext(),
        "synchronize": lambda _: found.append("synchronize"),
        "graph_pool_handle": lambda: POOL,
    }
    for name, stand_in in stand_ins.items():
        monkeypatch.setattr(torch.cuda, name, stand_in)
    monkeypatch.setattr(torch._C, "_cuda_endAllocateToPool", found.end_pool)
    monkeypatch.setattr(torch._C, "_cuda_releasePool", lambda *_: found.append("release pool"))
    return found


def act() -> list[torch.Tensor]:
    return [torch.ones(2)]


def failing() -> list[torch.Tensor]:
    raise RuntimeError("operation not permitted when stream is capturing")


def test_a_recording_begins_after_all_that_went_before_and_ends_before_all_that_follows(calls: Calls) -> None:
    recorder = CudaRecorder(CUDA)
    assert torch.equal(recorder.warm(lambda: torch.ones(2)), torch.ones(2))
    assert calls == ["wait", "wait"]
    calls.clear()
    assert torch.equal(recorder.record(act)[0], torch.ones(2))
    recorder.replay()
    assert calls == ["synchronize", "begin", "end", "wait", "replay"]


def test_a_capture_that_breaks_is_ended_and_gives_its_memory_back(calls: Calls) -> None:
    calls.broken = True
    with pytest.raises(RuntimeError, match="operation not permitted"):
        CudaRecorder(CUDA).record(failing)
    assert calls == ["synchronize", "begin", "end", "end pool", "release pool"]


def test_a_capture_that_can_end_leaves_its_memory_to_the_graph(calls: Calls) -> None:
    with pytest.raises(RuntimeError, match="operation not permitted"):
        CudaRecorder(CUDA).record(failing)
    assert calls == ["synchronize", "begin", "end"]
