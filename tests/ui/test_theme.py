"""Themes: readable, complete, and worn by the whole application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Template

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground import paths
from playground.ui import icons
from playground.ui.theme import DARK, LIGHT, Theme, ThemeManager, class_colors, theme_in_force, value_lut
from playground.ui.widgets import button

THEMES = [LIGHT, DARK]
READ = ["text", "secondary", "good_text", "warning_text", "error", "accent"]
NEEDED = [
    "play",
    "pause",
    "reset",
    "step",
    "epoch",
    "stop",
    "plus",
    "minus",
    "search",
    "undo",
    "redo",
    "open",
    "save",
    "export",
    "theme",
    "sun",
    "moon",
    "lock",
    "lightning",
    "restart",
    "warning",
    "error",
    "check",
    "circle",
    "cross",
    "zoom-in",
    "zoom-out",
    "fit",
    "trash",
    "duplicate",
    "settings",
    "chevron-down",
    "chevron-right",
    "chevron-up",
    "image",
    "table",
    "points",
    "layers",
    "lesson",
    "dice",
    "close",
    "float",
    "help",
    "camera",
    "file-code",
    "weights",
    "log",
]


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(qapp, "light")
    yield manager
    manager.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(color).getRgbF()[:3]]
    return float(np.dot(channels, (0.2126, 0.7152, 0.0722)))


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", READ)
def test_text_can_be_read(theme: Theme, role: str) -> None:
    assert contrast(theme.value(role), theme.panel) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_chips_buttons_and_selections(theme: Theme) -> None:
    for role, ground in [
        ("text", "window"),
        ("text", "accent_fill"),
        ("text", "hover"),
        ("text", "canvas"),
        ("accent_hover", "accent_fill"),
    ]:
        assert contrast(theme.value(role), theme.value(ground)) >= 4.5
    for ground in ("accent", "accent_hover"):
        assert contrast(theme.on_accent, theme.value(ground)) >= 4.5
    assert contrast(theme.secondary, theme.window) >= 4.4
    assert contrast(theme.disabled, theme.panel) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_value_map_has_zero_in_the_middle(theme: Theme) -> None:
    lut = value_lut(theme)
    assert lut.shape == (256, 4)
    assert lut.dtype == np.uint8
    assert tuple(lut[1][:3]) == theme.low
    assert tuple(lut[128][:3]) == theme.mid
    assert tuple(lut[255][:3]) == theme.high
    assert (lut[:, 3] == 255).all()


@pytest.mark.parametrize("name", ["viridis", "grey"])
def test_other_maps_rise_in_lightness(name: str) -> None:
    lut = value_lut(LIGHT, name)  # type: ignore[arg-type]  # the two literals above
    lightness = lut[:, :3].astype(float) @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(lightness[1:]) >= -0.8).all()  # rounding to bytes may step back by less than one
    assert lightness[-1] - lightness[1] > 150


def test_unknown_map_and_colour_are_refused() -> None:
    with pytest.raises(KeyError):
        value_lut(LIGHT, "jet")  # type: ignore[arg-type]  # what a damaged setting would hold
    with pytest.raises(KeyError):
        LIGHT.value("variants")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("n", [1, 2, 3, 6, 10])
def test_classes_have_different_colours(theme: Theme, n: int) -> None:
    colors = class_colors(theme, n)
    assert len({color.name() for color in colors}) == n


def test_two_classes_wear_the_ends_of_the_value_map() -> None:
    assert [color.getRgb()[:3] for color in class_colors(DARK, 2)] == [DARK.low, DARK.high]


@pytest.mark.parametrize("name", NEEDED)
def test_icon_is_drawn_in_the_colour_of_the_theme(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(LIGHT, name, "accent", 20, 2.0).toImage()
    assert image.width() == 40
    solid = [c for x in range(40) for y in range(40) if (c := image.pixelColor(x, y)).alpha() == 255]
    assert solid
    assert {c.name() for c in solid} == {LIGHT.accent.lower()}
    edge = [image.pixelColor(i, j).alpha() for i in range(40) for j in (0, 39)]
    assert max(edge) == 0, "the drawing touches the border"


def test_every_icon_file_takes_its_colour_from_the_theme() -> None:
    assert set(NEEDED) <= set(icons.names())
    for name in icons.names():
        text = (paths.assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert "currentColor" in text
        assert "#" not in text


def test_unknown_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon(LIGHT, "no-such-icon")


@pytest.mark.parametrize("theme", THEMES)
def test_style_sheet_finds_its_pictures_in_the_colours_of_the_theme(theme: Theme) -> None:
    folder = paths.assets_dir() / "themes"
    template = Template((folder / "style.qss").read_text(encoding="utf-8"))
    pictures = set(re.findall(r"\$images/([\w-]+\.svg)", template.template))
    assert pictures
    known = {value for value in vars(theme).values() if isinstance(value, str)}
    for picture in pictures:
        drawing = (folder / theme.name / picture).read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", drawing)) <= known


def test_bundled_typeface_has_figures_of_one_width(themes: ThemeManager) -> None:
    font = themes.number_font()
    assert font.families()[0] == "Inter"
    assert font.pixelSize() == 13
    metrics = QFontMetricsF(font)
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"))
    plain = QFont(["Inter"])
    plain.setPixelSize(13)
    loose = QFontMetricsF(plain)
    assert loose.horizontalAdvance("1111") < loose.horizontalAdvance("8888")


def test_style_sheet_leaves_the_figures_alone(qtbot: QtBot, themes: ThemeManager) -> None:
    shown = button("1", "small")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    metrics = QFontMetricsF(shown.font())
    assert shown.font().pixelSize() == 12
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"))


def grab(widget: QWidget) -> QImage:
    widget.ensurePolished()
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def test_primary_button_wears_the_accent_of_the_theme_in_force(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    row = QHBoxLayout(panel)
    row.setContentsMargins(0, 0, 0, 0)
    primary, plain = button("Play", "primary"), button("Batch")
    row.addWidget(primary)
    row.addWidget(plain)
    for theme in THEMES:
        themes.set_mode("dark" if theme.dark else "light")
        assert theme_in_force() is theme
        image = grab(panel)
        assert image.pixelColor(6, image.height() // 2).name() == theme.accent.lower()
        assert image.pixelColor(0, 0).name() == theme.panel.lower(), "corners are round"
        assert image.pixelColor(plain.x() + 6, 15).name() == theme.panel.lower()
        assert 28 <= primary.sizeHint().height() <= 32


def test_disabled_button_is_not_the_accent(qtbot: QtBot, themes: ThemeManager) -> None:
    primary = button("Play", "primary")
    qtbot.addWidget(primary)
    primary.setEnabled(False)
    assert grab(primary).pixelColor(6, 15).name() == LIGHT.line.lower()


def test_change_is_told_once_and_only_when_colours_change(qtbot: QtBot, themes: ThemeManager) -> None:
    heard: list[Theme] = []
    themes.changed.connect(heard.append)
    themes.set_mode("light")
    themes.set_mode("dark")
    themes.set_mode("dark")
    themes.toggle()
    assert heard == [DARK, LIGHT]
    assert themes.mode == "light"


def test_system_mode_follows_the_system(themes: ThemeManager, qapp: QApplication) -> None:
    themes.set_mode("system")
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert themes.theme is (DARK if dark else LIGHT)


def darkest(action: QAction) -> int:
    image = action.icon().pixmap(20, 20).toImage()
    solid = [image.pixelColor(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 200]
    return min(color.lightness() for color in solid)


def test_bound_icon_keeps_to_the_theme_and_goes_with_its_action(qtbot: QtBot, themes: ThemeManager) -> None:
    action = QAction("Play")
    themes.bind_icon(action, "play")
    assert darkest(action) < 80
    themes.toggle()
    assert darkest(action) > 180
    themes.bind_icon(action, "pause")
    assert len(action.children()) == 1
    action.deleteLater()
    del action
    themes.toggle()


def test_only_the_keyboard_draws_a_ring(qtbot: QtBot, themes: ThemeManager, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [Qt.MouseButton.NoButton]  # not what an earlier test may have left pressed
    monkeypatch.setattr(QGuiApplication, "mouseButtons", staticmethod(lambda: held[0]))
    ringed = button("Batch")
    qtbot.addWidget(ringed)
    ringed.show()
    themes._ring._moved(None, ringed)  # off screen no window becomes active
    assert grab(ringed).pixelColor(1, 15).name() == LIGHT.accent.lower()
    themes._ring._moved(ringed, None)
    assert grab(ringed).pixelColor(1, 15).name() != LIGHT.accent.lower()
    held[0] = Qt.MouseButton.LeftButton
    themes._ring._moved(None, ringed)
    assert grab(ringed).pixelColor(1, 15).name() != LIGHT.accent.lower()
