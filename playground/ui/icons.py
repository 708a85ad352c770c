"""Line icons from assets, tinted with a theme's colour and sharp at every pixel ratio."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from playground import paths
from playground.ui.tokens import Theme

STROKE = 1.5


def names() -> list[str]:
    """Return the names of all icons."""
    return sorted(path.stem for path in (paths.assets_dir() / "icons").glob("*.svg"))


def pixmap(
    theme: Theme, name: str, role: str = "text", size: int = 20, ratio: float = 1.0, stroke: float = STROKE
) -> QPixmap:
    """Draw an icon `size` pixels wide in the colour of `role`, for a screen with `ratio` device pixels per pixel.

    `stroke` is the width of its lines when 20 pixels wide.

    Raises:
        KeyError: there is no icon or no colour of that name.
    """
    svg = _source(name).replace("currentColor", theme.value(role)).replace(f'width="{STROKE}"', f'width="{stroke}"')
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def icon(theme: Theme, name: str, role: str = "text", size: int = 20, on: str = "") -> QIcon:
    """Return an icon in the colour of `role`, faint when disabled, and in the colour of `on` when checked.

    It is drawn for the pixel ratios of the screens that there are.

    Raises:
        KeyError: there is no icon or no colour of that name.
    """
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(theme, name, role, size, on, tuple(sorted(ratios)))


@cache
def _icon(theme: Theme, name: str, role: str, size: int, on: str, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(pixmap(theme, name, role, size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(theme, name, "faint", size, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
        if on:
            made.addPixmap(pixmap(theme, name, on, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def _source(name: str) -> str:
    path = paths.assets_dir() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
