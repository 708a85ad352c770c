"""Turns: what is to be drawn anew on many cards, a few of them in each frame."""

from __future__ import annotations

from collections.abc import Callable, Hashable

AT_ONCE = 16
"""Cards that are drawn anew in one frame: more of them are not painted in time for the next."""


class Turns:
    """Acts by key, of which a newer one takes the place of an older one that has not had its turn."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, Callable[[], object]] = {}

    def put(self, key: Hashable, act: Callable[[], object]) -> None:
        """Let something have its turn."""
        self._waiting[key] = act

    def some(self) -> None:
        """Do what has waited longest."""
        for key in list(self._waiting)[:AT_ONCE]:
            self._waiting.pop(key)()

    def rest(self) -> None:
        """Do all that is left."""
        while self._waiting:
            self.some()

    def clear(self) -> None:
        """Forget what has not had its turn."""
        self._waiting.clear()
