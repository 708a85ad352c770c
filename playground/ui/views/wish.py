"""The snapshot that a view wants kept fresh."""

from __future__ import annotations

from playground.spec.entry import Entry
from playground.ui.views.base import View


class Wish:
    """A probe of a variant, `wanted` now: a newer wish of the view replaces it, the same again changes nothing."""

    def __init__(self, view: View, interval: float) -> None:
        self._view = view
        self._interval = interval
        self.wanted: tuple[str, Entry] | None = None

    def forget(self) -> None:
        """Want nothing, so that the next wish is a new one: another run began."""
        self._view.studio.runs.unwatch(self._view)
        self.wanted = None

    def renew(self, variant: str, probe: Entry) -> None:
        """Want a probe of a variant, if that is there."""
        view = self._view
        if (variant, probe) != self.wanted and variant in view.studio.store.variants:
            view.studio.runs.unwatch(view)
            view.studio.runs.watch(view, view.name, variant, probe, self._interval)
            self.wanted = (variant, probe)
