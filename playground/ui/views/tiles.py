"""Where square tiles with captions go, as large as they fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF

GAP = 10.0
WORTH_A_ROW = 1.1


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
    return [
        QRectF(
            area.left() + (i % best_columns) * (side + GAP),
            area.top() + (i // best_columns) * (side + caption + GAP),
            side,
            side,
        )
        for i in range(count)
    ]
