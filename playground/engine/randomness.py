"""A random state of one's own within PyTorch's global one, which dropout draws from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch


class RandomState:
    """The state of the generators of the CPU and of a device; whoever draws in between is not noticed."""

    def __init__(self, device: torch.device, seed: int) -> None:
        self._places = ["cpu"] if device.type == "cpu" else ["cpu", str(device)]
        self.states = [torch.Generator(place).manual_seed(seed).get_state() for place in self._places]

    def take_over(self, states: Sequence[torch.Tensor]) -> None:
        """Go on from saved states, of the CPU and of a device; what only one of both sides has is passed over."""
        known = list(states)[: len(self._places)]
        self.states[: len(known)] = known

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Draw from this state; afterwards the one before is back."""
        outer = [_get(place) for place in self._places]
        for place, state in zip(self._places, self.states, strict=True):
            _set(place, state)
        try:
            yield
        finally:
            self.states = [_get(place) for place in self._places]
            for place, state in zip(self._places, outer, strict=True):
                _set(place, state)


def _get(place: str) -> torch.Tensor:
    if place == "cpu":
        return torch.get_rng_state()
    return torch.cuda.get_rng_state(place) if place.startswith("cuda") else torch.mps.get_rng_state()


def _set(place: str, state: torch.Tensor) -> None:
    if place == "cpu":
        torch.set_rng_state(state)
    elif place.startswith("cuda"):
        torch.cuda.set_rng_state(state, place)
    else:
        torch.mps.set_rng_state(state)
