"""Watches: standing wishes of views for snapshots, asked at the rate at which they can be shown."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtWidgets import QWidget

from playground.engine.control import Ask
from playground.engine.events import Snapshot
from playground.spec.entry import Entry
from playground.spec.forms import entry_to_json
from playground.ui.run_store import RunStore

Place = tuple[int, float]


@dataclass
class _Watch:
    widget: weakref.ref[QWidget]  # a wish does not keep its view alive
    key: str
    variant: str
    probe: Entry
    interval: float
    waiting: bool = False
    asked_at: float = 0.0
    seen_at: Place | None = None

    @property
    def alive(self) -> bool:
        widget = self.widget()
        return widget is not None and shiboken6.isValid(widget)

    @property
    def visible(self) -> bool:
        widget = self.widget()
        return widget is not None and self.alive and not widget.visibleRegion().isEmpty()


class Watches:
    """At most one question of a watch is under way, and only while its widget can be seen."""

    def __init__(self, store: RunStore, send: Callable[[Ask], None]) -> None:
        self._store = store
        self._send = send
        self._watches: list[_Watch] = []

    def add(self, widget: QWidget, key: str, variant: str, probe: Entry, interval: float) -> None:
        """Keep a snapshot fresh; the same widget, key and variant replace an older wish."""
        self.remove(widget, key, variant)
        self._watches.append(_Watch(weakref.ref(widget), key, variant, probe, interval))

    def remove(self, widget: QWidget, key: str, variant: str) -> None:
        """End wishes of a widget: one, or all of them where key and variant are empty."""
        self._watches = [
            w
            for w in self._watches
            if w.alive and (w.widget() is not widget or (key and w.key != key) or (variant and w.variant != variant))
        ]

    def settled(self, here: Place) -> bool:
        """Whether every visible watch shows the state at `here`."""
        return all(not w.waiting and w.seen_at == here for w in self._watches if w.visible)

    def answered(self, snapshot: Snapshot) -> None:
        """A snapshot has come."""
        for watch in self._watches:
            if (watch.key, watch.variant) == (snapshot.key, snapshot.variant):
                watch.waiting = False

    def forget(self) -> None:
        """A new run, or no run: nothing is under way and nothing has been seen."""
        for watch in self._watches:
            watch.waiting, watch.seen_at = False, None

    def outdate(self) -> None:
        """The run was changed where it stands: what was seen there is seen no more."""
        for watch in self._watches:
            watch.seen_at = None

    def ask(self) -> None:
        """Ask for what is visible, out of date and not asked for yet."""
        started = self._store.started
        if started is None:
            return
        now, here = time.monotonic(), (self._store.step, self._store.epoch)
        for watch in self._watches:
            if watch.waiting or watch.variant not in started.variants or now - watch.asked_at < watch.interval:
                continue
            if (watch.seen_at == here and not self._store.running) or not watch.visible:
                continue
            watch.waiting, watch.asked_at, watch.seen_at = True, now, here
            self._send(Ask(watch.key, watch.variant, entry_to_json(watch.probe)))
