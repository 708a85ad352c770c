"""Draw glyphs.npz from the bundled Inter: python assets/fonts/draw_glyphs.py. Only this needs Qt, not the pictures."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QImage, QPainter

HERE = Path(__file__).resolve().parent
CHARACTERS = "".join(map(chr, range(32, 127))) + "×·–—…−′“”‘’°"
FACES = {"label": (18, QFont.Weight.Normal), "title": (24, QFont.Weight.DemiBold)}


def draw(size: int, weight: QFont.Weight) -> tuple[np.ndarray, np.ndarray]:
    """Coverage (characters, height, width) and advance in pixels (characters,) of a face."""
    font = QFont("Inter")
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    advance = np.array([round(metrics.horizontalAdvance(c)) for c in CHARACTERS], np.uint8)
    height, width = int(np.ceil(metrics.height())), int(advance.max()) + 4
    glyphs = np.zeros((len(CHARACTERS), height, width), np.uint8)
    for index, character in enumerate(CHARACTERS):
        image = QImage(width, height, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(QPointF(2, metrics.ascent()), character)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
        glyphs[index] = rows[:, :width]
    return glyphs, advance


def main() -> None:
    """Write the atlas beside the fonts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    for file in sorted(HERE.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    arrays = {"characters": np.array([ord(c) for c in CHARACTERS], np.uint32)}
    for name, (size, weight) in FACES.items():
        arrays[name], arrays[f"{name}_advance"] = draw(size, weight)
    np.savez_compressed(HERE / "glyphs.npz", **arrays)
    app.quit()


if __name__ == "__main__":
    main()
