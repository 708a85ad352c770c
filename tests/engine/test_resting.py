"""A resting engine overlooks nothing that is asked while it still speaks."""

from __future__ import annotations

from playground.engine.control import Ask
from playground.engine.events import Snapshot
from playground.engine.steering import Control
from playground.engine.trainer import train
from tests.engine.building import session


def ask(key: str) -> Ask:
    return Ask(key, "model", {"entry": "Boundary", "resolution": 4})


def test_a_question_between_two_answers_keeps_the_driver_awake() -> None:
    control = Control(play=False)
    events = train(session(), control)
    while next(events) is not None:
        pass
    for key in ("a", "b"):
        control.take(ask(key))
    first = next(events)
    assert isinstance(first, Snapshot)
    control.take(ask("late"))
    second = next(events)
    assert isinstance(second, Snapshot)
    assert [first.key, second.key] == ["a", "b"]
    assert next(events) is None
    assert control.unseen
    third = next(events)
    assert isinstance(third, Snapshot)
    assert third.key == "late"
    assert next(events) is None
    assert not control.unseen
