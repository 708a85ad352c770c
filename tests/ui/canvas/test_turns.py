"""Many cards are drawn anew a few at a time, and all of them at rest."""

from __future__ import annotations

from playground.ui.canvas.live.turns import AT_ONCE, Turns


def test_a_few_have_their_turn_in_the_order_in_which_they_came() -> None:
    turns, done = Turns(), []
    for number in range(AT_ONCE + 3):
        turns.put(number, lambda number=number: done.append(number))
    turns.some()
    assert done == list(range(AT_ONCE))
    turns.some()
    assert done == list(range(AT_ONCE + 3))
    turns.some()
    assert len(done) == AT_ONCE + 3


def test_of_two_for_the_same_card_only_the_newer_one_is_done() -> None:
    turns, done = Turns(), []
    for word in ("older", "newer"):
        turns.put("card", lambda word=word: done.append(word))
    turns.rest()
    assert done == ["newer"]


def test_at_rest_nothing_waits_and_what_is_forgotten_is_not_done() -> None:
    turns, done = Turns(), []
    for number in range(5 * AT_ONCE):
        turns.put(number, lambda number=number: done.append(number))
    turns.rest()
    assert len(done) == 5 * AT_ONCE
    turns.put("gone", lambda: done.append(-1))
    turns.clear()
    turns.rest()
    assert -1 not in done
