"""How the enlarged view of a unit is laid out and painted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from playground.spec.surgery import Surgery
from playground.ui import fonts
from playground.ui.canvas.items.look import Look
from playground.ui.canvas.items.surgery_marks import paint_marks
from playground.ui.canvas.live.unit_facts import UnitFacts

PAD, HEAD, SIDE, ASIDE, BUTTONS = 12, 30, 168, 184, 34
WIDTH = SIDE + ASIDE + 3 * PAD
HEIGHT = HEAD + SIDE + 42 + BUTTONS
MAP = QRectF(PAD, HEAD, SIDE, SIDE)
LINE, ROWS = 18, 7
"""Height of a line, and how many weights are listed, bias included."""
COLUMN = QRectF(2 * PAD + SIDE, HEAD + 4 * LINE, ASIDE, ROWS * LINE + LINE)
TILES = 6
NAME, VALUE = 58.0, 54.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True)
class Spot:
    """A number under the pointer: a point of the map, or one of the weights ("weight" or "bias", place in the list)."""

    name: str = ""
    value: float | None = None
    parameter: str = ""
    index: int = 0


def row_spots(facts: UnitFacts) -> list[Spot]:
    """The numbers that are listed, bias first; of kernels all that are drawn."""
    bias = [Spot(facts.bias_name, facts.bias, "bias")] if facts.bias is not None else []
    count = min(len(facts.weights), _drawn(facts) if facts.kernel else ROWS - len(bias))
    return bias + [Spot(facts.name(i), facts.weights[i], "weight", i) for i in range(count)]


def _drawn(facts: UnitFacts) -> int:
    return min(facts.shape[0], TILES) * _cells(facts)[0] * _cells(facts)[1]


def _cells(facts: UnitFacts) -> tuple[int, int]:
    """Rows and columns of one kernel."""
    inner = facts.shape[1:]
    return (1, inner[0]) if len(inner) == 1 else (inner[0], int(np.prod(inner[1:])))


def row_box(facts: UnitFacts, row: int) -> QRectF:
    """Where a listed number stands."""
    bias = 1 if facts.bias is not None else 0
    if not facts.kernel or row < bias:
        return QRectF(COLUMN.left(), COLUMN.top() + row * LINE, COLUMN.width(), LINE)
    rows, columns = _cells(facts)
    place = row - bias
    tile, inner = divmod(place, rows * columns)
    tile_box = tile_rect(facts, tile)
    wide, tall = tile_box.width() / columns, tile_box.height() / rows
    return QRectF(tile_box.left() + inner % columns * wide, tile_box.top() + inner // columns * tall, wide, tall)


def tile_rect(facts: UnitFacts, tile: int) -> QRectF:
    """Where the kernel of one input channel stands."""
    rows, columns = _cells(facts)
    top = COLUMN.top() + LINE + 4
    if facts.shape[0] == 1:
        room = COLUMN.bottom() - top
        size = min(room / rows, COLUMN.width() / columns, 36.0)
        return QRectF(COLUMN.left(), top, size * columns, size * rows)
    each = 54.0
    size = each / max(rows, columns)
    left = COLUMN.left() + tile % 3 * (each + 8)
    return QRectF(left, top + tile // 3 * (each + 6), size * columns, size * rows)


def spot_at(point: QPointF, facts: UnitFacts) -> Spot | None:
    """The number at a point of the card."""
    if facts.map is not None and MAP.contains(point):
        return _map_spot(point, facts)
    for row, spot in enumerate(row_spots(facts)):
        if row_box(facts, row).contains(point):
            return spot
    return None


def _map_spot(point: QPointF, facts: UnitFacts) -> Spot:
    assert facts.map is not None  # the caller has looked
    height, width = facts.map.shape
    box = map_box(facts)
    across, down = (point.x() - box.left()) / box.width(), (point.y() - box.top()) / box.height()
    column, row = min(max(int(across * width), 0), width - 1), min(max(int(down * height), 0), height - 1)
    name = ""
    if facts.extent:
        x, y = (2 * across - 1) * facts.extent, (1 - 2 * down) * facts.extent
        name = f"({QLocale().toString(x, 'f', 1)}; {QLocale().toString(y, 'f', 1)})"
    elif height == 1:
        name = QCoreApplication.translate("HoverMap", "sample +{0}").format(column)
    return Spot(name, float(facts.map[row, column]))


def map_box(facts: UnitFacts) -> QRectF:
    """Where the map stands: pictures keep their proportions."""
    if facts.map is None or facts.map.shape[0] == 1:
        return MAP
    height, width = facts.map.shape
    scale = SIDE / max(height, width)
    box = QRectF(0, 0, width * scale, height * scale)
    box.moveCenter(MAP.center())
    return box


# --- painting ------------------------------------------------------------------------------------------------------


def paint_frame(painter: QPainter, box: QRectF, look: Look, focused: bool, title: str) -> None:
    """The card and its title."""
    painter.setPen(QPen(look.accent, 1.5) if focused else look.line)
    painter.setBrush(look.panel)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
    painter.setFont(look.title_font)
    painter.setPen(look.text)
    room = QRectF(PAD, 2, box.width() - 2 * PAD, HEAD - 2)
    painter.drawText(room, _LEFT, look.title_metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width()))


def paint_map(painter: QPainter, facts: UnitFacts, look: Look, surgery: Surgery, unit: int) -> None:
    """The map in full, or bars for a unit that gives one number for each sample."""
    if facts.map is not None:
        peak = max(facts.peak, 1e-9)
        if facts.map.shape[0] == 1:
            _paint_bars(painter, facts, look, peak)
        else:
            indices = np.clip(np.rint(facts.map / peak * 127) + 128, 0, 255).astype(np.uint8)
            height, width = indices.shape
            image = QImage(indices.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
            image.setColorTable(look.table)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, bool(facts.extent))
            painter.drawImage(map_box(facts), image)
    paint_marks(painter, MAP.adjusted(2, 2, -2, -2), surgery, unit, look)


def _paint_bars(painter: QPainter, facts: UnitFacts, look: Look, peak: float) -> None:
    assert facts.map is not None  # the caller has looked
    values = facts.map[0].tolist()
    step = MAP.width() / len(values)
    painter.setPen(Qt.PenStyle.NoPen)
    for i, value in enumerate(values):
        painter.setBrush(look.theme.color("faint") if value == 0 else _sign_color(look, value))
        tall = max(abs(value) / peak * (SIDE / 2 - 2), 0.5)
        top = MAP.center().y() - tall if value > 0 else MAP.center().y()
        painter.drawRect(QRectF(MAP.left() + i * step, top, max(step - 1, 1), tall))


def _sign_color(look: Look, value: float) -> QColor:
    return look.strands[(1 if value > 0 else -1, 0)].color()


def paint_scale(painter: QPainter, peak: float, look: Look) -> None:
    """The colours and the value of the strongest."""
    bar = QRectF(PAD, HEAD + SIDE + 8, SIDE, 8)
    ramp = QLinearGradient(bar.topLeft(), bar.topRight())
    for at in range(0, 256, 15):
        ramp.setColorAt(at / 255, look.table[at] & 0xFFFFFF)
    painter.setPen(QPen(look.theme.color("line"), 1))
    painter.setBrush(ramp)
    painter.drawRoundedRect(bar, 4, 4)
    painter.setFont(fonts.font(fonts.CAPTION))
    painter.setPen(look.secondary)
    most = QLocale().toString(peak, "g", 3)
    line = QRectF(PAD, bar.bottom() + 2, SIDE, 20)
    painter.drawText(line, _LEFT, f"−{most}")
    painter.drawText(line, _CENTER, QLocale().toString(0))
    painter.drawText(line, _RIGHT, f"+{most}")


def paint_numbers(painter: QPainter, numbers: list[tuple[str, str]], look: Look) -> None:
    """Names and values, one below the other."""
    painter.setFont(look.caption_font)
    for row, (name, value) in enumerate(numbers[:4]):
        box = QRectF(COLUMN.left(), HEAD + row * LINE - 2, COLUMN.width(), LINE)
        painter.setPen(look.secondary)
        painter.drawText(box, _LEFT, name)
        painter.setPen(look.text)
        painter.drawText(box, _RIGHT, value)


def paint_weights(painter: QPainter, facts: UnitFacts, look: Look, spot: Spot | None, chosen: int) -> None:
    """Rows with bars, or kernels; what the pointer or the keyboard is on is framed."""
    spots = row_spots(facts)
    reach = max([abs(value) for value in facts.weights] + [abs(facts.bias or 0.0), 1e-9])
    for row, one in enumerate(spots):
        box = row_box(facts, row)
        if facts.kernel and one.parameter == "weight":
            shade = round((one.value or 0.0) / reach * 127) + 128
            painter.fillRect(box, look.table[min(max(shade, 0), 255)])
        else:
            _paint_row(painter, box, one, reach, look)
        if row == chosen or (spot is not None and (spot.parameter, spot.index) == (one.parameter, one.index)):
            painter.setPen(QPen(look.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    hidden = (facts.shape[0] - TILES) if facts.kernel else len(facts.weights) - (len(spots) - (facts.bias is not None))
    if hidden > 0:
        painter.setPen(look.secondary)
        painter.setFont(look.caption_font)
        said = QCoreApplication.translate("HoverMap", "+{0} more in Weights").format(QLocale().toString(hidden))
        painter.drawText(QRectF(COLUMN.left(), COLUMN.bottom() - LINE, COLUMN.width(), LINE), _LEFT, said)


def _paint_row(painter: QPainter, box: QRectF, one: Spot, reach: float, look: Look) -> None:
    value = one.value or 0.0
    painter.setFont(look.caption_font)
    painter.setPen(look.secondary)
    name = look.caption_metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, NAME - 6)
    painter.drawText(QRectF(box.left() + 4, box.top(), NAME - 4, box.height()), _LEFT, name)
    painter.setPen(look.text)
    painter.drawText(box.adjusted(0, 0, -4, 0), _RIGHT, QLocale().toString(value, "g", 4))
    room = QRectF(box.left() + NAME, box.center().y() - 3, box.width() - NAME - VALUE, 6)
    wide = abs(value) / reach * room.width() / 2
    left = room.center().x() if value > 0 else room.center().x() - wide
    painter.fillRect(QRectF(left, room.top(), wide, room.height()), _sign_color(look, value))
    painter.fillRect(QRectF(room.center().x() - 0.5, room.top() - 2, 1, room.height() + 4), look.theme.color("line"))
