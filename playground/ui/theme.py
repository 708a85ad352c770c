"""Dresses the application in a theme and tells everyone when it changes."""

from __future__ import annotations

from typing import Literal, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from playground.ui import fonts, icons, style
from playground.ui.focus import FocusRing
from playground.ui.tokens import DARK, LIGHT, MapName, Theme, class_colors, theme_in_force, value_lut

__all__ = [
    "DARK",
    "LIGHT",
    "MapName",
    "Mode",
    "Theme",
    "ThemeManager",
    "apply",
    "class_colors",
    "theme_in_force",
    "value_lut",
]

Mode = Literal["light", "dark", "system"]


class HasIcon(Protocol):
    """A button, an action or anything else that shows an icon."""

    def setIcon(self, icon: QIcon, /) -> None:  # noqa: N802 — Qt's own name
        """Show `icon`."""


def apply(app: QApplication, theme: Theme) -> None:
    """Give `app` the Fusion style, the palette, the font and the style sheet of `theme`."""
    if app.style().name().lower() not in ("fusion", ""):
        app.setStyle("Fusion")
    app.setFont(fonts.application_font())
    app.setPalette(style.palette(theme))
    app.setStyleSheet(style.sheet(theme))


class ThemeManager(QObject):
    """Holds the theme in force, follows the system when asked to, and hands out tinted icons and fonts."""

    changed = Signal(object)

    def __init__(self, app: QApplication, mode: Mode = "system", parent: QObject | None = None) -> None:
        """Dress `app` at once in the theme that `mode` asks for."""
        super().__init__(parent)
        self._app = app
        self._mode: Mode = mode
        self._theme = self._wanted()
        apply(app, self._theme)
        self._ring = FocusRing(app, self)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.screenAdded.connect(self._redraw)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """What the person chose: light, dark, or as the system."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Change to light, dark or the system's choice, and say so when the colours change."""
        self._mode = mode
        self._follow()

    def toggle(self) -> None:
        """Go from light to dark or back."""
        self.set_mode("light" if self._theme.dark else "dark")

    def icon(self, name: str, role: str = "text", size: int = 20, on: str = "") -> QIcon:
        """Return a line icon in the colour of `role`; raises KeyError when there is none of that name."""
        return icons.icon(self._theme, name, role, size, on)

    def pixmap(self, name: str, role: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """Return one drawing of an icon for a screen with `ratio` device pixels per pixel."""
        return icons.pixmap(self._theme, name, role, size, ratio)

    def bind_icon(self, target: HasIcon, name: str, role: str = "text", size: int = 20, on: str = "") -> None:
        """Give a button or action an icon that keeps to the theme; bind again to show another."""
        _IconBinding.of(self, target).show(name, role, size, on)

    def font(self, size: int = fonts.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the text font at `size` pixels; its figures are tabular."""
        return fonts.font(size, weight)

    def number_font(self, size: int = fonts.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font for numbers that change."""
        return fonts.font(size, weight)

    def _wanted(self) -> Theme:
        if self._mode == "system":
            return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _redraw(self) -> None:
        """Draw icons anew, which another screen may show at another pixel ratio."""
        self.changed.emit(self._theme)

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is self._theme:
            return
        self._theme = wanted
        apply(self._app, wanted)
        self.changed.emit(wanted)


class _IconBinding(QObject):
    """Lives as a child of a button or action and redraws its icon when the theme changes."""

    def __init__(self, manager: ThemeManager, target: QObject) -> None:
        super().__init__(target)
        self._manager = manager
        self._wanted = ("", "text", 20, "")
        manager.changed.connect(self._draw)

    @classmethod
    def of(cls, manager: ThemeManager, target: HasIcon) -> _IconBinding:
        """Return the binding of `target`, made when there is none yet."""
        if not isinstance(target, QObject):
            raise TypeError(f"an icon can be bound to a button or an action, not to {target!r}")
        for child in target.children():
            if isinstance(child, cls):
                return child
        return cls(manager, target)

    def show(self, name: str, role: str, size: int, on: str) -> None:
        """Show another icon from now on."""
        if (name, role, size, on) != self._wanted:
            self._wanted = (name, role, size, on)
            self._draw()

    def _draw(self) -> None:
        target: object = self.parent()
        name, role, size, on = self._wanted
        target.setIcon(self._manager.icon(name, role, size, on))  # type: ignore[attr-defined]  # of() checked it
