"""The colours of the two themes as plain values, and what is derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QGuiApplication, QPalette

Rgb = tuple[int, int, int]
Lut = NDArray[np.uint8]
MapName = Literal["signed", "viridis", "grey"]


@dataclass(frozen=True)
class Theme:
    """Every colour the window uses, as "#rrggbb"; `low`, `mid` and `high` are the ends and middle of the value map.

    `good_text` and `warning_text` are the tones that stay readable as small text. `faint` is for what nobody must read.
    """

    name: str
    window: str
    panel: str
    canvas: str
    dots: str
    line: str
    text: str
    secondary: str
    faint: str
    disabled: str
    accent: str
    accent_fill: str
    on_accent: str
    accent_hover: str
    hover: str
    good: str
    good_text: str
    warning: str
    warning_text: str
    error: str
    variants: tuple[str, ...]
    low: Rgb = (245, 133, 24)
    mid: Rgb = (250, 250, 250)
    high: Rgb = (31, 119, 206)

    @property
    def dark(self) -> bool:
        """Whether text is light on dark."""
        return self.name == "dark"

    def value(self, role: str) -> str:
        """Return the "#rrggbb" of a role such as "text" or "accent"; a "#rrggbb" returns itself.

        Raises:
            KeyError: no colour has that role.
        """
        if role.startswith("#"):
            return role
        found = getattr(self, role, None)
        if not isinstance(found, str) or not found.startswith("#"):
            raise KeyError(role)
        return found

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """Return a role as a QColor, `alpha` from 0 (clear) to 1."""
        color = QColor(self.value(role))
        color.setAlphaF(alpha)
        return color

    def css(self, role: str, alpha: float) -> str:
        """Return a translucent role in the notation of style sheets."""
        color = self.color(role)
        return f"rgba({color.red()}, {color.green()}, {color.blue()}, {round(alpha * 255)})"

    def variant(self, index: int) -> str:
        """Return the colour of the variant at `index`, starting over when they run out."""
        return self.variants[index % len(self.variants)]


LIGHT = Theme(
    name="light",
    window="#F6F7F9",
    panel="#FFFFFF",
    canvas="#FBFCFD",
    dots="#E4E8EE",
    line="#E3E6EB",
    text="#1B2430",
    secondary="#687385",
    faint="#98A2B3",
    disabled="#7A8596",
    accent="#2F6FED",
    accent_fill="#E8F0FE",
    on_accent="#FFFFFF",
    accent_hover="#245FD6",
    hover="#F1F3F6",
    good="#1A8A5A",
    good_text="#15774D",
    warning="#B7791F",
    warning_text="#8F5B10",
    error="#C4372B",
    variants=("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"),
)
DARK = Theme(
    name="dark",
    window="#14181F",
    panel="#1B212B",
    canvas="#161B23",
    dots="#252D39",
    line="#2A323F",
    text="#E6EAF0",
    secondary="#9AA6B8",
    faint="#6B7789",
    disabled="#7B8799",
    accent="#6AA2FF",
    accent_fill="#22304A",
    on_accent="#0F1621",
    accent_hover="#86B3FF",
    hover="#252D39",
    good="#4CC38A",
    good_text="#4CC38A",
    warning="#E2B04A",
    warning_text="#E2B04A",
    error="#F0716A",
    variants=("#56B4E9", "#F0883E", "#3FCF9F", "#E08BC0", "#F2B84B", "#8FC7F0"),
    mid=(28, 34, 44),
)

# Thirteen evenly spaced stops of viridis (van der Walt and Smith, 2015); between them straight lines.
_VIRIDIS = (
    (68, 1, 84), (72, 33, 115), (67, 62, 133), (56, 88, 140), (45, 112, 142), (37, 133, 142), (30, 155, 138),
    (42, 176, 127), (82, 197, 105), (134, 213, 73), (194, 223, 35), (223, 227, 24), (253, 231, 37),
)  # fmt: skip


def theme_in_force() -> Theme:
    """Return the theme whose palette the application wears, LIGHT before any was applied."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Accent).name().upper() == DARK.accent else LIGHT


def value_lut(theme: Theme, name: MapName = "signed") -> Lut:
    """Return the colours of the values −1 … +1 as (256, 4) uint8 RGBA; index 128 is 0.

    "signed" goes orange–middle–blue, "viridis" and "grey" rise in lightness.

    Raises:
        KeyError: there is no map of that name.
    """
    stops = {"signed": (theme.low, theme.mid, theme.high), "viridis": _VIRIDIS, "grey": ((16, 16, 16), (245, 245, 245))}
    colors = np.asarray(stops[name], dtype=np.float64)
    at = np.linspace(0.0, 1.0, len(colors))
    where = np.clip((np.arange(256) - 128) / 127, -1.0, 1.0) * 0.5 + 0.5
    lut = np.full((256, 4), 255, dtype=np.uint8)
    for channel in range(3):
        lut[:, channel] = np.rint(np.interp(where, at, colors[:, channel]))
    return lut


def class_colors(theme: Theme, n: int) -> list[QColor]:
    """Return `n` colours for classes: the two ends of the value map, or from three on the variants' and their turns."""
    if n <= 2:
        return [QColor(*theme.low), QColor(*theme.high)][:n]
    return [_turned(QColor(theme.variant(i)), i // len(theme.variants)) for i in range(n)]


def _turned(color: QColor, rounds: int) -> QColor:
    """Shift hue and lightness for each time the list has been used up, so that ten classes stay apart."""
    if not rounds:
        return color
    hue, saturation, lightness = color.hslHueF(), color.hslSaturationF(), color.lightnessF()
    return QColor.fromHslF((hue + 0.09 * rounds) % 1.0, saturation, 0.25 + 0.5 * ((lightness + 0.3 * rounds) % 1.0))
