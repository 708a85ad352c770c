"""Pictures and numbers of live views as files: PNG, SVG and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from playground.spec.errors import FileError
from playground.spec.files import write
from playground.ui.views.base import Table, View

SCALE = 2
PER_INCH = 96
SMALLEST = QSize(320, 240)
SUFFIXES = (".png", ".svg", ".csv")


def export_view(view: View, path: Path) -> list[Path]:
    """Write the picture (.png, .svg) or the numbers (.csv) of a view; returns the files written.

    A view of several tables with different columns writes one file for each: "name.csv", "name-points.csv" …

    Raises:
        FileError: another suffix, no numbers yet, or a file that cannot be written; what was there stays.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError("", f"cannot write {path.name}: choose a name that ends in .png, .svg or .csv")
    view.update_now()
    if suffix == ".csv":
        return _write_tables(view.tables(), path)
    write(path, png_bytes(view) if suffix == ".png" else svg_bytes(view))
    return [path]


def picture(view: View) -> QImage:
    """The view as an image of twice its size in pixels, on the theme's ground."""
    size = _size(view)
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(view.studio.themes.theme.color("panel"))
    _draw(view, QPainter(image))
    return image


def png_bytes(view: View) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture(view))
    return bytes(buffer.data().data())


def svg_bytes(view: View) -> bytes:
    """The picture as an SVG file of lines and text."""
    size, data = _size(view), QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(PER_INCH)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(view.title())
    painter = QPainter(generator)
    painter.fillRect(0, 0, size.width(), size.height(), view.studio.themes.theme.color("panel"))
    _draw(view, painter)
    buffer.close()
    return bytes(data.data())


def _size(view: View) -> QSize:
    size = view.picture_size()
    return size if not size.isEmpty() else SMALLEST


def _draw(view: View, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        view.draw(painter)
    finally:
        painter.end()


def _write_tables(tables: list[Table], path: Path) -> list[Path]:
    filled = [table for table in tables if any(len(column) for column in table.columns.values())]
    if not filled:
        raise FileError("", "there are no numbers to save yet: press Play first")
    written = []
    for index, table in enumerate(filled):
        target = path if index == 0 else path.with_name(f"{path.stem}-{table.name}{path.suffix}")
        write(target, csv_bytes(table))
        written.append(target)
    return written


def csv_bytes(table: Table) -> bytes:
    """A table as CSV with shortest exact floats; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*(_cells(column) for column in table.columns.values()), strict=True))
    return out.getvalue().encode()


def _cells(column: Iterable[Any]) -> list[str]:
    return [_cell(value) for value in column]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, np.float32):
        return str(value)
    return repr(float(value)) if isinstance(value, float) else str(value)
