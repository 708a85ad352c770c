"""What a snapshot of predictions says of each image: pictures, words and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath

from playground.ui.content_words import class_name
from playground.ui.tokens import Theme, class_colors
from playground.ui.views.image_paint import BACKGROUND, image_of, mask_image, outline, sheet_colors
from playground.ui.views.ticks import fixed, percent

translate = QCoreApplication.translate

CORNERS = ("left", "top", "right", "bottom")


@dataclass
class Picture:
    """One image with all that is drawn over it, and where it stands."""

    index: int
    sample: int
    image: QImage
    sheet: QImage = field(default_factory=QImage)
    lines: QPainterPath = field(default_factory=QPainterPath)
    rect: QRectF = field(default_factory=QRectF)


@dataclass(frozen=True)
class Predicted:
    """The arrays of a snapshot, read with the names of the classes."""

    arrays: Mapping[str, Any]
    classes: Sequence[str]

    @property
    def count(self) -> int:
        """How many samples there are to look at."""
        return int(self.arrays.get("of", 0))

    @property
    def masks(self) -> bool:
        """Whether every pixel has a class."""
        return "mask" in self.arrays

    @property
    def boxes(self) -> bool:
        """Whether a box is told."""
        return "box" in self.arrays

    def pictures(self, theme: Theme) -> list[Picture]:
        """The images, with the sheets of their pixels."""
        arrays, colors = self.arrays, self.sheet_colors(theme)
        background = 0 if self.classes[:1] == [BACKGROUND] else -1
        made = []
        for index, sample in enumerate(np.asarray(arrays.get("sample", ())).tolist()):
            one = Picture(index, sample, image_of(np.asarray(arrays["images"])[index]))
            if self.masks:
                one.sheet = mask_image(np.asarray(arrays["mask"])[index], colors)
                one.lines = outline(np.asarray(arrays["true_mask"])[index], background)
            made.append(one)
        return made

    def sheet_colors(self, theme: Theme) -> list[QColor | None]:
        """The colour of the pixels of each class, None for the background."""
        return sheet_colors(theme, list(self.classes))

    def color(self, index: int, theme: Theme) -> QColor:
        """The colour of the class that is said of an image."""
        colors = class_colors(theme, max(len(self.classes), 3))
        return colors[int(self.arrays["said"][index]) % len(colors)] if "said" in self.arrays else colors[0]

    def right(self, index: int) -> bool:
        """Whether the class that is said of an image is its own."""
        return "said" not in self.arrays or int(self.arrays["said"][index]) == int(self.arrays["true"][index])

    def words(self, index: int) -> list[tuple[str, str]]:
        """Lines below an image, each with the role of its colour."""
        arrays, lines = self.arrays, list[tuple[str, str]]()
        if "said" in arrays:
            lines.append((f"{self._class(int(arrays['said'][index]))} {_share(arrays['share'][index])}", "text"))
            if not self.right(index):
                true = self._class(int(arrays["true"][index]))
                lines.append((translate("PredictionsView", "is {0}").format(true), "error"))
        if "iou" in arrays and len(lines) < 2:
            overlap = fixed(float(arrays["iou"][index]))
            lines.append((translate("PredictionsView", "IoU {0}").format(overlap), "secondary"))
        if "pixels" in arrays:
            lines.append((translate("PredictionsView", "{0} right").format(_share(arrays["pixels"][index])), "text"))
        return lines

    def _class(self, number: int) -> str:
        return class_name(self.classes[number]) if 0 <= number < len(self.classes) else str(number)

    def columns(self) -> dict[str, Any]:
        """One row per image: what is true, what is said, and how well it fits."""
        found = {}
        for name in ("sample", "true", "said", "share", "pixels", "iou"):
            if name in self.arrays:
                found[name] = np.asarray(self.arrays[name])
        for name in ("true_box", "box"):
            if name in self.arrays:
                boxes = np.asarray(self.arrays[name])
                found |= {f"{name}_{corner}": boxes[:, at] for at, corner in enumerate(CORNERS)}
        return found


def _share(value: Any) -> str:
    return percent(round(float(value), 2), 3)
