"""The channel: numbers are never lost, pictures are only the latest."""

from __future__ import annotations

import threading

from playground.engine.events import Snapshot, State
from playground.ui.channel import Channel


def test_numbers_are_kept_in_order_and_pictures_replaced() -> None:
    channel = Channel()
    for step in range(5):
        channel.post(State(True, 0.0, step))
        channel.post(Snapshot("map", "a", float(step), {}))
    channel.post(Snapshot("map", "b", 9.0, {}))
    messages = channel.drain()
    assert [m.step for m in messages if isinstance(m, State)] == [0, 1, 2, 3, 4]
    assert [(m.variant, m.epoch) for m in messages if isinstance(m, Snapshot)] == [("a", 4.0), ("b", 9.0)]
    assert channel.drain() == []


def test_nothing_is_lost_between_threads() -> None:
    channel, seen = Channel(), []
    writers = [
        threading.Thread(target=lambda n=n: [channel.post(State(True, 0.0, n * 1000 + i)) for i in range(1000)])
        for n in range(4)
    ]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen += channel.drain()
    for writer in writers:
        writer.join()
    seen += channel.drain()
    assert sorted(m.step for m in seen if isinstance(m, State)) == list(range(4000))
