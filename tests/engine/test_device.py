"""How many threads a step gets, and what is waited for."""

from __future__ import annotations

import pytest
import torch

from playground.engine.device import PER_THREAD, len_cores, threads, wait_for


def test_small_steps_have_one_thread_and_large_ones_every_core() -> None:
    assert threads(0) == threads(2 * PER_THREAD - 1) == 1
    assert threads(2 * PER_THREAD) == min(2, len_cores())
    assert threads(10**15) == len_cores()


def test_only_a_gpu_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[torch.device] = []
    monkeypatch.setattr(torch.cuda, "synchronize", waited.append)
    for name in ("cpu", "mps", "cuda"):
        wait_for(torch.device(name))
    assert waited == [torch.device("cuda")]
