"""PredictionsView: validation images with what the network says of them and what is true."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from playground.catalog.image_probes import ImagePredictions
from playground.engine.events import Snapshot
from playground.ui.studio import Studio
from playground.ui.tokens import Theme
from playground.ui.views.base import Table, View
from playground.ui.views.predicted import Picture, Predicted
from playground.ui.views.predictions_paint import paint_caption, paint_legend, paint_picture
from playground.ui.views.wish import Wish
from playground.ui.widgets import EmptyState

INTERVAL = 0.3
SIDE, GAP, CAPTION, LEGEND, MARGIN = 64.0, 10.0, 32.0, 20.0, 12.0
MOST = 60


class PredictionsView(View):
    """A grid of images of the shown variant; a click looks at one, on the canvas too, and a second one enlarges it."""

    name: ClassVar[str] = "predictions"
    order: ClassVar[int] = 60
    min_size: ClassVar[tuple[int, int]] = (200, 140)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._wish = Wish(self, INTERVAL)
        self._first = 0
        self._large = False
        self._drawn: Snapshot | None = None
        self._theme: Theme | None = None
        self._pictures: list[Picture] = []
        self._said = Predicted({}, [])
        self._empty = EmptyState("image", "")
        self._empty.setParent(self)
        self.worst_action, self.before_action, self.after_action = QAction(self), QAction(self), QAction(self)
        self.worst_action.setCheckable(True)
        self.worst_action.toggled.connect(lambda _on: self._turn_to(0))
        self.before_action.triggered.connect(lambda: self._turn(-1))
        self.after_action.triggered.connect(lambda: self._turn(1))
        studio.store.sample_changed.connect(self._follow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Predictions")

    def options(self) -> list[QAction]:
        return [self.before_action, self.after_action, self.worst_action]

    def say(self) -> None:
        super().say()
        self.worst_action.setText(self.tr("worst first"))
        self.worst_action.setToolTip(self.tr("Show the images that the network is most wrong about"))
        self.before_action.setText("‹")
        self.before_action.setToolTip(self.tr("The images before"))
        self.after_action.setText("›")
        self.after_action.setToolTip(self.tr("The next images"))

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        self._wish.forget()
        self._watch()
        self.mark()

    def _watch(self) -> None:
        """Keep as many images of the shown variant fresh as there is room for."""
        variant, columns, rows = self.studio.document.variant, *self._room()
        count = min(columns * rows, MOST)
        self._wish.renew(variant, ImagePredictions(self._first, count, self.worst_action.isChecked()))

    def _room(self) -> tuple[int, int]:
        """Columns and rows of images that fit."""
        wide, high = self.width() - 2 * MARGIN + GAP, self.height() - LEGEND - 8 + GAP
        return max(int(wide // (SIDE + GAP)), 1), max(int(high // (SIDE + CAPTION + GAP)), 1)

    def _turn(self, way: int) -> None:
        """Show the images before or behind these."""
        columns, rows = self._room()
        last = max(self._said.count - 1, 0)
        first = self._first + way * columns * rows
        self._turn_to(first if 0 <= first <= last else 0 if way < 0 else self._first)

    def _turn_to(self, first: int) -> None:
        self._first = first
        self._watch()
        self.mark()

    def _follow(self, sample: int) -> None:
        """Show the page on which the sample that a person looks at lies."""
        shown = {one.sample for one in self._pictures}
        if sample not in shown and self._pictures and not self.worst_action.isChecked():
            columns, rows = self._room()
            self._first = sample // (columns * rows) * columns * rows
            self._watch()
        self.mark()

    # --- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._watch()
        snapshot = self.studio.store.snapshots.get((self.name, self.studio.document.variant))
        theme = self.studio.themes.theme
        self._said = Predicted(snapshot.arrays if snapshot is not None else {}, self.classes)
        if snapshot is not self._drawn or theme is not self._theme:
            self._drawn, self._theme = snapshot, theme
            self._pictures = self._said.pictures(theme)
        before = len(self._pictures) < self._said.count
        for action in (self.before_action, self.after_action):
            action.setVisible(before)
        self.worst_action.setVisible(bool(self._pictures))
        self._empty.set_sentence(self._sentence(snapshot is not None))
        self._empty.setVisible(not self._pictures)
        self._place()
        self.update()

    def _sentence(self, asked: bool) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        return (
            self.tr("Choose images with classes, such as Digits or Shape masks, to see what is said of each.") * asked
        )

    @property
    def classes(self) -> list[str]:
        """Names of the classes of the run."""
        started = self.studio.store.started
        return list(started.data.class_names) if started is not None else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._watch()
        self._place()

    def _place(self) -> None:
        """Lay the images out in rows, or the one that is looked at alone."""
        self._empty.setGeometry(self.rect())
        top, width = 4.0, self.width() - 2 * MARGIN
        chosen = self._chosen()
        for one in self._pictures:
            one.rect = QRectF()
        if self._large and chosen is not None:
            side = max(min(width, self.height() - top - LEGEND - CAPTION), 10.0)
            chosen.rect = QRectF(MARGIN + (width - side) / 2, top, side, side)
            return
        columns, rows = self._room()
        columns = min(columns, max(-(-len(self._pictures) // rows), 1)) if len(self._pictures) < columns else columns
        high = (self.height() - LEGEND - top - 4 + GAP) / rows - GAP - CAPTION
        side = max(min((width + GAP) / columns - GAP, high), 10.0)
        for at, one in enumerate(self._pictures[: columns * rows]):
            left, down = MARGIN + at % columns * (side + GAP), top + at // columns * (side + CAPTION + GAP)
            one.rect = QRectF(left, down, side, side)

    def _chosen(self) -> Picture | None:
        return next((one for one in self._pictures if one.sample == self.studio.store.sample), None)

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            self._paint(painter)

    def draw(self, painter: QPainter) -> None:
        if self._pictures:
            self._paint(painter)
        else:
            super().draw(painter)

    def _paint(self, painter: QPainter) -> None:
        themes, sample = self.studio.themes, self.studio.store.sample
        for one in self._pictures:
            if not one.rect.isEmpty():
                paint_picture(painter, one, self._said, themes.theme, one.sample == sample)
                paint_caption(painter, one, self._said, themes)
        if self._pictures:
            legend = QRectF(MARGIN, self.height() - LEGEND, self.width() - 2 * MARGIN, LEGEND)
            paint_legend(painter, legend, self._said, themes)

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if self._large:
            self._large = False
        elif (hit := next((one for one in self._pictures if one.rect.contains(event.position())), None)) is not None:
            self._large = True
            self.studio.store.look_at(hit.sample)
        self.mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space) and self._chosen() is not None:
            self._large = not self._large if event.key() != Qt.Key.Key_Escape else False
        elif event.key() in steps and self._pictures:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
            return
        self.mark()

    def _step(self, way: int) -> None:
        """Look at the neighbour of the image that is looked at, else at the first."""
        chosen = self._chosen()
        if chosen is None:
            self.studio.store.look_at(self._pictures[0].sample)
        elif 0 <= chosen.index + way < len(self._pictures):
            self.studio.store.look_at(self._pictures[chosen.index + way].sample)
        elif not self.worst_action.isChecked():
            self.studio.store.look_at((chosen.sample + way) % self._said.count)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._pictures and not self._large and event.angleDelta().y():
            self._turn(-1 if event.angleDelta().y() > 0 else 1)
        else:
            super().wheelEvent(event)

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """One row per image: what is true, what is said, and how well it fits."""
        columns = self._said.columns()
        return [Table("predictions", columns)] if columns else []
