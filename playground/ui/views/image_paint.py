"""How an image, what is said of it and what is true of it are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from playground.ui.tokens import Theme, class_colors

NOTHING = 255
"""Stands in a mask for a pixel that does not count."""
BACKGROUND = "background"
"""Name of the class of pixels that gets no colour."""
OPACITY = 0.5
WHITE, BLACK = QColor(255, 255, 255), QColor(0, 0, 0, 150)


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """A picture (h, w) in grey or (h, w, 3) in colours."""
    flat = np.ascontiguousarray(pixels)
    height, width = flat.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if flat.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(flat.data, width, height, flat.strides[0], kind).copy()


def mask_image(mask: NDArray[np.uint8], colors: Sequence[QColor | None]) -> QImage:
    """Classes (h, w) as a sheet of their colours to lay over an image; a class without a colour is left clear."""
    table = np.zeros((256, 4), np.uint8)
    for place, color in enumerate(colors[:NOTHING]):
        if color is not None:
            parts = [round(OPACITY * part) for part in (color.blue(), color.green(), color.red())]
            table[place] = (*parts, round(OPACITY * 255))
    pixels = np.ascontiguousarray(table[mask])
    height, width = mask.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def sheet_colors(theme: Theme, names: Sequence[str]) -> list[QColor | None]:
    """Colours of the classes of pixels; a background has none, and the others begin with the first."""
    colors: list[QColor | None] = [*class_colors(theme, max(len(names), 3))]
    return [None, *colors[: len(names) - 1]] if list(names[:1]) == [BACKGROUND] else colors


def outline(mask: NDArray[np.uint8], background: int = -1) -> QPainterPath:
    """The lines between pixels of different classes, in pixels of the mask from its upper left corner.

    Along the border of the picture a line is drawn where a class other than `background` is cut off.
    """
    framed = np.pad(mask.astype(int), 1, constant_values=background if background >= 0 else NOTHING)
    if background < 0:
        framed = np.pad(mask.astype(int), 1, mode="edge")
    path = QPainterPath()
    for across in (False, True):
        turned = framed.T if across else framed
        rows, columns = np.nonzero(turned[1:] != turned[:-1])
        for row, first, last in _runs(rows.tolist(), columns.tolist()):
            ends = (QPointF(first - 1, row), QPointF(last, row))
            start, end = (QPointF(p.y(), p.x()) for p in ends) if across else ends
            path.moveTo(start)
            path.lineTo(end)
    return path


def _runs(rows: list[int], columns: list[int]) -> list[tuple[int, int, int]]:
    """Neighbours in a row as one: row, first and last column."""
    found: list[tuple[int, int, int]] = []
    for row, column in zip(rows, columns, strict=True):
        if found and found[-1][0] == row and found[-1][2] == column - 1:
            found[-1] = (row, found[-1][1], column)
        else:
            found.append((row, column, column))
    return found


def draw_image(painter: QPainter, rect: QRectF, image: QImage, smooth: bool = False) -> None:
    """Draw a picture with its pixels as squares."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(rect, image)


def draw_outline(painter: QPainter, rect: QRectF, path: QPainterPath, side: tuple[int, int]) -> None:
    """Draw lines given in pixels of a picture `side` (width, height) large, so that they show on light and dark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect.adjusted(-1, -1, 1, 1))
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / side[0], rect.height() / side[1])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((BLACK, 2.6), (WHITE, 1.2)):
        pen = QPen(color, width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.restore()


def draw_box(
    painter: QPainter, rect: QRectF, box: Any, color: QColor, dashed: bool = False, width: float = 1.8
) -> None:
    """Draw a box (left, top, right, bottom) in shares of the picture; with its corners exchanged it is dotted."""
    left, top, right, bottom = (float(one) for one in np.nan_to_num(np.asarray(box, float)).clip(-1, 2))
    corners = (
        QPointF(rect.left() + left * rect.width(), rect.top() + top * rect.height()),
        QPointF(rect.left() + right * rect.width(), rect.top() + bottom * rect.height()),
    )
    place = QRectF(*corners)
    style = Qt.PenStyle.DotLine if place.width() < 0 or place.height() < 0 else Qt.PenStyle.SolidLine
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(BLACK, 1.9 * width))
    painter.drawRect(place.normalized())
    painter.setPen(QPen(color, width, Qt.PenStyle.DashLine if dashed else style))
    painter.drawRect(place.normalized())
    painter.restore()
