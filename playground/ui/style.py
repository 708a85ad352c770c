"""Palette and style sheet of a theme, for Qt's Fusion style."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from playground import paths
from playground.ui.tokens import Theme

Role = QPalette.ColorRole
_ROLES = {
    Role.Window: "panel",
    Role.WindowText: "text",
    Role.Base: "panel",
    Role.AlternateBase: "window",
    Role.Text: "text",
    Role.PlaceholderText: "secondary",
    Role.Button: "panel",
    Role.ButtonText: "text",
    Role.BrightText: "error",
    Role.ToolTipBase: "panel",
    Role.ToolTipText: "text",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Accent: "accent",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.Light: "panel",
    Role.Midlight: "line",
    Role.Mid: "line",
    Role.Dark: "faint",
}


def palette(theme: Theme) -> QPalette:
    """Return the explicit palette of a theme: no system colour shows through."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(theme.value(token)))
    made.setColor(Role.Shadow, theme.color("text", 0.2))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(theme.line))
    return made


def sheet(theme: Theme) -> str:
    """Return the style sheet of a theme, filled in from assets/themes/style.qss."""
    folder = paths.assets_dir() / "themes"
    template = Template((folder / "style.qss").read_text(encoding="utf-8"))
    return template.substitute(_words(theme), images=(folder / theme.name).as_posix())


def _words(theme: Theme) -> dict[str, str]:
    tokens = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    return tokens | {"focus": theme.css("accent", 0.55), "thumb": theme.css("secondary", 0.35)}
