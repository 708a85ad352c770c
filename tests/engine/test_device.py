"""How many threads a step gets."""

from __future__ import annotations

from playground.engine.device import PER_THREAD, len_cores, threads


def test_small_steps_have_one_thread_and_large_ones_every_core() -> None:
    assert threads(0) == threads(2 * PER_THREAD - 1) == 1
    assert threads(2 * PER_THREAD) == min(2, len_cores())
    assert threads(10**15) == len_cores()
