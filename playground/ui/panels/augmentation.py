"""Augmentations to switch on, and a preview of what they make of a few training samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.catalog.kinds import Augmentation, Data
from playground.spec.entry import Entry, Shape, entries
from playground.spec.experiment import Experiment
from playground.ui.engine_words import told
from playground.ui.panels.experiment_rows import data_info
from playground.ui.panels.panel import Section, growing
from playground.ui.panels.regularizers import SwitchRow
from playground.ui.studio import Studio
from playground.ui.theme import ThemeManager
from playground.ui.views.image_paint import draw_box, mask_image, sheet_colors
from playground.ui.widgets import label

ACROSS, DOWN = 4, 2
"""Versions of a sample beside each other and below one another; the sample itself is as tall as these."""
GAP, APART = 2.0, 10.0
"""Between versions, and between samples."""
LARGEST = 48.0
"""Side of a version."""
TOLD = 2
"""Samples of text that are shown."""


class VersionsPlot(QWidget):
    """Each sample, large, beside its versions. `seen()` speaks whenever it is painted, so that it is asked for then."""

    seen = Signal()

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._samples: tuple[tuple[QImage, ...], ...] = ()
        self._placed: dict[str, Any] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Augmented samples"))
        themes.changed.connect(self.update)

    @property
    def samples(self) -> tuple[tuple[QImage, ...], ...]:
        """What is drawn: each sample before its versions."""
        return self._samples

    def show_images(self, images: NDArray[np.float32], placed: dict[str, Any]) -> None:
        """Draw images (samples, 1 + versions, C, H, W) with values from 0 to 1; `placed` has their masks or boxes."""
        self._placed = placed
        self._samples = tuple(tuple(picture(one) for one in versions) for versions in images)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        count, side = len(self._samples), self._side(width)
        return max(1, round(count * (DOWN * (side + GAP) - GAP) + (count - 1) * APART)) if count else 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.seen.emit()
        painter = QPainter(self)
        side = self._side(self.width())
        own = DOWN * (side + GAP) - GAP
        for number, versions in enumerate(self._samples):
            top = number * (own + APART)
            self._draw(painter, QRectF(0, top, own, own), number, 0)
            painter.setPen(QPen(self._themes.theme.color("accent"), 1.5))
            painter.drawRect(QRectF(0.75, top + 0.75, own - 1.5, own - 1.5))
            for place in range(len(versions) - 1):
                row, column = divmod(place, ACROSS)
                left = own + APART + column * (side + GAP)
                self._draw(painter, QRectF(left, top + row * (side + GAP), side, side), number, place + 1)

    def _draw(self, painter: QPainter, rect: QRectF, number: int, version: int) -> None:
        """A version of a sample, with its mask as a sheet over it, or its box."""
        theme, placed = self._themes.theme, self._placed
        painter.drawImage(rect, self._samples[number][version])
        if (masks := placed.get("masks")) is not None:
            colors = sheet_colors(theme, placed["classes"])
            painter.drawImage(rect, mask_image(masks[number, version], colors))
        if (boxes := placed.get("boxes")) is not None:
            draw_box(painter, rect, boxes[number, version], theme.color("accent"), width=1.2)

    def _side(self, width: int) -> float:
        """The side of a version in a plot of this width."""
        free = width - APART - GAP * (DOWN - 1 + ACROSS - 1)
        return max(4.0, min(LARGEST, free // (ACROSS + DOWN)))


def picture(image: NDArray[np.float32]) -> QImage:
    """An image (C, H, W) in colours where it has three channels, else its first channel in grey; cut off at 0 and 1."""
    cut = (255 * np.clip(image, 0, 1)).round().astype(np.uint8)
    height, width = cut.shape[1:]
    if len(cut) == 3:
        flat = np.ascontiguousarray(cut.transpose(1, 2, 0))
        return QImage(flat.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    flat = np.ascontiguousarray(cut[0])
    return QImage(flat.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


class AugmentedSamples(QWidget):
    """The preview, asked for when it is seen and when what it depends on has changed; its seed is not in the file."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._seed = 0
        self._shown: object = None
        self._asking = False
        self.plot = VersionsPlot(studio.themes)
        self.words = label("", "caption", wrap=True)
        self.texts = [(label("", "strong", wrap=True), label("", "caption", wrap=True)) for _ in range(TOLD)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.plot)
        for pair in self.texts:
            for one in pair:
                column.addWidget(one)
        column.addWidget(self.words)
        growing(self)
        self._show({}, "")
        self.plot.seen.connect(self._ask, Qt.ConnectionType.QueuedConnection)  # not while it is painted
        studio.runs.engine_changed.connect(self._forget)
        for signal in (studio.runs.planned, studio.document.variant_changed, studio.document.changed):
            signal.connect(self._outdate)

    @property
    def seed(self) -> int:
        """What decides which samples are shown, and how they are changed."""
        return self._seed

    def draw_anew(self) -> None:
        """Show other samples with other random numbers."""
        self._seed += 1
        self._outdate()

    def _outdate(self, *_: object) -> None:
        self.plot.update()  # it is painted, and asks, when it is to be seen

    def _forget(self) -> None:
        """Ask a new engine anew."""
        self._shown, self._asking = None, False
        self.plot.update()

    def _ask(self) -> None:
        document = self._studio.document
        wanted = (document.shown.data, document.shown.augmentations, document.shown.objective, self._seed)
        if self._asking or wanted == self._shown or not document.shown.augmentations:
            return
        self._shown, self._asking = wanted, True
        self._studio.runs.questions.augmented(document.experiment, document.variant, self._seed, self._answered)

    def _answered(self, value: Any, error: str) -> None:
        self._asking = False
        self._show(value or {}, error)
        self._outdate()

    def _show(self, value: dict[str, Any], error: str) -> None:
        images: NDArray[np.float32] | None = value.get("images")
        self.plot.show_images(images if images is not None else np.zeros((0, 1, 1, 1, 1), np.float32), value)
        self._tell_texts(value.get("texts", []))
        said = told(error) if error else self.tr("Each step sees other versions; only training samples are changed.")
        self.words.setText(said)
        self.plot.setAccessibleDescription(said)

    def _tell_texts(self, texts: Sequence[Sequence[str]]) -> None:
        """A sample, and below it those of its versions that differ."""
        for number, (first, others) in enumerate(self.texts):
            sample, *versions = texts[number] if number < len(texts) else [""]
            changed = list(dict.fromkeys(one for one in versions if one != sample))
            first.setText(sample)
            said = "\n".join(f"→ {one}" for one in changed)
            others.setText(said or self.tr("None of {0} versions differs.").format(len(versions)))
            for one in (first, others):
                one.setVisible(number < len(texts))


class AugmentationSection(Section):
    """The augmentations that go with the data, each with its values, below a preview while any is chosen."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.set_title(self.tr("Augmentation"))
        self._studio = studio
        self.rows = {cls: SwitchRow(studio, cls) for cls in entries("augmentation").values()}
        self.preview = AugmentedSamples(studio)
        self.anew = QToolButton()
        self.anew.setToolTip(self.tr("Show other samples with other random numbers."))
        self.anew.setAccessibleName(self.tr("Other samples"))
        studio.themes.bind_icon(self.anew, "dice", "secondary", 18)
        self.anew.clicked.connect(self.preview.draw_anew)
        self.header.add(self.anew)
        self.column.setSpacing(2)
        self.add(self.preview, *self.rows.values())

    def show_value(self) -> bool:
        """Show what the document has; whether there is anything to show."""
        shown = self._studio.document.shown
        fitting = [cls for cls in self.rows if self._fits(cls, shown)]
        for cls, row in self.rows.items():
            row.show_value()
            row.setVisible(cls in fitting or any(type(item) is cls for item in shown.augmentations))
        self.preview.setVisible(bool(shown.augmentations))
        self.anew.setVisible(bool(shown.augmentations))
        return bool(fitting or shown.augmentations)

    def _fits(self, cls: type[Entry], shown: Experiment) -> bool:
        made, shape = cls(), self._shape(shown)
        fits = isinstance(made, Augmentation) and isinstance(shown.data, Data) and shape is not None
        return fits and not made.misfit(shown.data, shape)  # type: ignore[attr-defined]  # as `fits` says

    def _shape(self, shown: Experiment) -> Shape | None:
        """The shape of a sample: what the data say, else what the engine has found."""
        known = shown.data.sample_shape if isinstance(shown.data, Data) else None
        info = data_info(self._studio)
        return known or (tuple(info.input_shape) if info is not None else None)
