"""A run draws from a random state of its own, which is saved and taken over."""

from __future__ import annotations

import torch

from playground.engine.randomness import RandomState

CPU = torch.device("cpu")


def drawn(state: RandomState) -> torch.Tensor:
    with state.in_force():
        return torch.rand(3)


def test_nobody_outside_notices_what_is_drawn() -> None:
    before = torch.get_rng_state()
    one, other = RandomState(CPU, 1), RandomState(CPU, 1)
    assert torch.equal(drawn(one), drawn(other))
    assert not torch.equal(drawn(one), drawn(RandomState(CPU, 2)))
    assert torch.equal(torch.get_rng_state(), before)


def test_the_state_of_a_run_on_a_gpu_is_gone_on_with_on_the_cpu_and_the_other_way_round() -> None:
    one, other = RandomState(CPU, 1), RandomState(CPU, 2)
    drawn(one)
    other.take_over([*one.states, torch.zeros(16, dtype=torch.uint8)])
    assert len(other.states) == 1
    expected = drawn(one)
    assert torch.equal(drawn(other), expected)
    other.states.append(torch.ones(16, dtype=torch.uint8))
    other._places.append("cuda")
    other.take_over(one.states)
    assert [len(state) for state in other.states][1:] == [16]
