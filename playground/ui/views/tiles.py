"""Where square tiles with captions go, as large as they fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

GAP = 10.0
WORTH_A_ROW = 1.1
CAPTIONED = 132.0
"""So wide a caption says all it has to; small tiles stand that far apart where there is room."""


def tile_rects(area: QRectF, count: int, caption: float, least: float = 24.0) -> list[QRectF]:
    """`count` equal squares in `area`, each with `caption` pixels below, in as few rows as make them about largest."""
    best_side, best_columns = 0.0, 1
    for columns in range(count, 0, -1):
        rows = -(-count // columns)
        wide = (area.width() - GAP * (columns - 1)) / columns
        high = (area.height() - GAP * (rows - 1)) / rows - caption
        if (side := min(wide, high)) > best_side * WORTH_A_ROW:
            best_side, best_columns = side, columns
    rows = -(-count // best_columns) if count else 1
    best_columns = max(-(-count // rows), 1)  # rows of one length: no tile stands alone below
    side = float(int(max(best_side, least)))
    free = (area.width() - GAP * (best_columns - 1)) / best_columns
    pitch = max(side, min(free, CAPTIONED)) + GAP
    return [
        QRectF(
            area.left() + (i % best_columns) * pitch,
            area.top() + (i // best_columns) * (side + caption + GAP),
            side,
            side,
        )
        for i in range(count)
    ]


def caption_room(rects: Sequence[QRectF], area: QRectF) -> float:
    """How wide the captions below such tiles may be."""
    others = [rect.left() for rect in rects if rect.left() > rects[0].left()]
    return max((min(others, default=area.right() + GAP) - rects[0].left()) - GAP, rects[0].width())
