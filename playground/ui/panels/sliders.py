"""Sliders for the fields of entries: over the range that is felt, open to every number the field allows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal

from playground.spec.params import Param
from playground.ui.widgets import ValueSlider, set_invalid

PERCENT = ("noise", "share")
DECADES = 1e5
"""A log slider longer than that is too coarse to be felt; further numbers can be typed."""


class WideSlider(ValueSlider):
    """A slider whose field takes numbers beyond its ends; the slider then grows to reach them.

    `refused(value)` speaks when a typed number is outside of `bounds`; it stays in the field until it is mended.
    """

    refused = Signal(float)

    def __init__(
        self,
        bounds: tuple[float, float],
        felt: tuple[float, float],
        value: float,
        scale: Literal["linear", "log"],
        decimals: int | None = None,
        percent: bool = False,
    ) -> None:
        super().__init__(*felt, value, scale, decimals, allow_zero=bounds[0] <= 0, percent=percent)
        self._bounds = bounds
        self._felt = felt
        self._log = scale == "log"
        self._outside = False

    def widen_to(self, value: float) -> None:
        """Let the slider reach a value that the field allows; only what is beyond its ends changes them."""
        low, high = self._felt
        if self._log and value <= 0:
            return
        if not low <= value <= high:
            self._felt = (min(low, value), max(high, value))
            typing = self.editor.text() if self.editor.isModified() else None
            self.set_range(*self._felt)
            if typing is not None:
                self.editor.setText(typing)
                self.editor.setModified(True)

    def set_bounds(self, low: float, high: float) -> None:
        """Change which numbers may be typed."""
        self._bounds = (low, high)

    def set_felt(self, low: float, high: float) -> None:
        """Change where the slider begins and ends; the value it shows stays within reach."""
        wanted = (min(low, self.value()), max(high, self.value()))
        if wanted != self._felt:
            self._felt = wanted
            self.set_range(*wanted)

    def _typed(self) -> None:
        number = self._parse(self.editor.text()) if self.editor.isModified() else None
        if number is not None and not self._bounds[0] <= number <= self._bounds[1]:
            self._outside = True
            set_invalid(self.editor, True)
            self.refused.emit(number)
            return
        if number is not None:
            self.widen_to(number)
            self._outside = False
        super()._typed()

    def _take(self, value: float) -> None:
        self._outside = False
        self.editor.setModified(False)
        set_invalid(self.editor, False)
        super()._take(value)

    def _leave(self) -> None:
        if not self._outside:
            super()._leave()


def number_slider(name: str, meta: Param, default: float, whole: bool = False) -> WideSlider:
    """A slider for a number field, by its metadata."""
    low = -1e12 if meta.min is None else meta.min
    high = 1e12 if meta.max is None else meta.max
    percent = not whole and high <= 1 and any(word in name for word in PERCENT)
    decimals = 0 if whole else 2 if percent else None
    return WideSlider((low, high), felt_range(meta, default), default, meta.scale, decimals, percent)


def felt_range(meta: Param, default: float) -> tuple[float, float]:
    """The part of a field's range in which people move it."""
    low = -1e12 if meta.min is None else meta.min
    high = 1e12 if meta.max is None else meta.max
    if meta.scale == "log":
        middle = default if default > 0 else 0.01
        top = min(high, max(10.0, middle * 100)) if middle >= 1e-6 else min(high, middle * 1e3)
        return max(low, top / 10**6 if low <= 0 else max(low, middle / DECADES)), top
    reach = max(1.0, 4 * abs(default))
    if high - low > 20 * reach:
        return max(low, -reach), min(high, reach)
    return low, high
