"""BoundaryView: what each variant's network answers over the input plane, with the samples on top."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.catalog.probes import Boundary, Generated, Points
from playground.engine.events import Snapshot
from playground.ui.content_words import class_names
from playground.ui.held_out import validation_word
from playground.ui.studio import Studio
from playground.ui.views.base import Table, View
from playground.ui.views.boundary_paint import draw_map, draw_mouse, score
from playground.ui.views.captions import CAPTION, caption_height, cut_name, draw_caption
from playground.ui.views.field import Field
from playground.ui.views.readout import Row, draw_readout
from playground.ui.views.sample_points import draw_made, draw_points
from playground.ui.views.ticks import number
from playground.ui.views.tiles import caption_room, tile_rects
from playground.ui.widgets import EmptyState

MARGIN = (12.0, 2.0, 12.0, 8.0)
INTERVAL = 0.05
RESOLUTIONS = (40, 60, 100)
PIXELS_PER_CELL = 2.2
"""A map is asked for at the least resolution that gives every so many pixels a cell of their own."""


@dataclass
class _Tile:
    """One variant's map: its place, its field, and the layer of samples kept between frames."""

    answer: Field = field(default_factory=Field)
    snapshot: Snapshot | None = None
    image: QImage = field(default_factory=QImage)
    style: tuple[object, ...] = ()
    rect: QRectF = field(default_factory=QRectF)
    layer: QPixmap = field(default_factory=QPixmap)
    layer_style: tuple[object, ...] = ()


class BoundaryView(View):
    """One map per variant side by side; a click shows that variant on the canvas."""

    name: ClassVar[str] = "boundary"
    order: ClassVar[int] = 20

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._tiles: dict[str, _Tile] = {}
        self._mouse: QPointF | None = None
        self._resolution = 0
        self._room = 0.0  # for the captions
        self._empty = EmptyState("points", "")
        self._empty.setParent(self)
        self.test_action, self.smooth_action = QAction(self), QAction(self)
        for action in (self.test_action, self.smooth_action):
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self.mark)
        self.setMouseTracking(True)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Decision boundary")

    def options(self) -> list[QAction]:
        return [self.test_action, self.smooth_action]

    def say(self) -> None:
        super().say()
        held = getattr(self.studio.document.shown.data, "test_share", 0)
        self.test_action.setText(self.tr("validation points") if held else self.tr("test points"))
        self.test_action.setToolTip(self.tr("Show the samples that the network does not train on"))
        self.smooth_action.setText(self.tr("smooth"))
        self.smooth_action.setToolTip(self.tr("Shade by the size of the answer, or show only which side wins"))

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        runs, store = self.studio.runs, self.studio.store
        self.say()
        runs.unwatch(self)
        self._tiles = {variant: _Tile() for variant in store.variants}
        self._resolution = 0
        if store.started is not None and store.started.data.plane:
            for variant in store.variants:
                runs.watch(self, f"{self.name}.points", variant, Points())
                if self._makes:
                    runs.watch(self, f"{self.name}.made", variant, Generated(), INTERVAL)
            self._arrange()
        self.mark()

    @property
    def _makes(self) -> bool:
        """Whether the networks make samples that can be drawn beside those of the data."""
        return getattr(self.studio.document.shown.objective, "task", "any") == ""

    def _watch_maps(self, side: float) -> None:
        """Ask for maps as fine as they are drawn: three small ones cost no more than a large one."""
        resolution = next((r for r in RESOLUTIONS if side <= r * PIXELS_PER_CELL), RESOLUTIONS[-1])
        if resolution != self._resolution:
            self._resolution = resolution
            for variant in self._tiles:
                self.studio.runs.watch(self, self.name, variant, Boundary(resolution=resolution), INTERVAL)

    def _snapshot(self, key: str, variant: str) -> None:
        super()._snapshot(key, variant)
        if key == f"{self.name}.points":  # the samples of a run do not change
            self.studio.runs.unwatch(self, key, variant)

    def refresh(self) -> None:
        theme, smooth = self.studio.themes.theme, self.smooth_action.isChecked()
        for variant, tile in self._tiles.items():
            snapshot = self.studio.store.snapshots.get((self.name, variant))
            if snapshot is not None and (snapshot is not tile.snapshot or tile.style != (theme, smooth)):
                tile.snapshot, tile.style = snapshot, (theme, smooth)
                tile.answer.take(snapshot.arrays)
                tile.image = tile.answer.image(theme, not smooth)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        sentence = self._sentence()
        area = QRectF(self.rect()).adjusted(MARGIN[0], MARGIN[1], -MARGIN[2], -MARGIN[3])
        self._empty.setVisible(bool(sentence))
        if sentence:
            self._empty.set_sentence(sentence)
            self._empty.setGeometry(0, 0, self.width(), max(self.height() - int(CAPTION if self._tiles else 0) - 8, 0))
            width = area.width() / max(len(self._tiles), 1)
            for index, tile in enumerate(self._tiles.values()):
                tile.rect = QRectF(area.left() + index * width, area.bottom() - CAPTION, width - 8, 0)
            return
        rects = tile_rects(area, len(self._tiles), CAPTION)
        themes = self.studio.themes
        scores = {variant: self._words(variant) for variant in self._tiles}
        if rects and (caption := caption_height(themes, scores, caption_room(rects, area))) > CAPTION:
            rects = tile_rects(area, len(self._tiles), caption)
        self._room = caption_room(rects, area) if rects else 0.0
        for tile, rect in zip(self._tiles.values(), rects, strict=True):
            tile.rect = rect
        if rects:
            self._watch_maps(rects[0].width())

    def _sentence(self) -> str:
        started = self.studio.store.started
        if started is None:
            return self.invitation()
        if not started.data.plane:
            return self.tr(
                "A boundary can be drawn for data with two inputs on a plane, such as circle, spiral or moons."
            )
        return ""

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter, on_screen=True)

    def draw(self, painter: QPainter) -> None:
        if self._empty.isVisibleTo(self):
            super().draw(painter)
        else:
            self._paint(painter, on_screen=False)

    def _paint(self, painter: QPainter, on_screen: bool) -> None:
        theme, themes = self.studio.themes.theme, self.studio.themes
        for index, (variant, tile) in enumerate(self._tiles.items()):
            if tile.rect.height() > 0:
                draw_map(painter, theme, tile.rect, tile.image)
                self._paint_points(painter, variant, tile, on_screen)
            shown = variant == self.studio.document.variant and len(self._tiles) > 1
            words = self._words(variant)
            color = theme.color(theme.variant(index))
            draw_caption(painter, theme, themes, tile.rect, color, variant, words, shown, self._room)
        if on_screen and self._mouse is not None:
            self._paint_mouse(painter, self._mouse)

    def _words(self, variant: str) -> str:
        """The scores of a variant."""
        return score(
            self.studio.store.record,
            variant,
            validation_word(self.studio, self.tr("test"), brief=True),
            self.tr("acc"),
            self.tr("distance"),
        )

    def _paint_points(self, painter: QPainter, variant: str, tile: _Tile, on_screen: bool) -> None:
        snapshot = self.studio.store.snapshots.get((f"{self.name}.points", variant))
        started = self.studio.store.started
        if snapshot is None or started is None or not snapshot.arrays:
            return
        theme, test = self.studio.themes.theme, self.test_action.isChecked()
        classes = max(len(started.data.class_names), 2) if started.data.task == "classification" else 0
        if self._makes:
            self._paint_made(painter, variant, tile, snapshot.arrays)
            return
        if not on_screen:
            draw_points(painter, theme, tile.rect, tile.answer.extent, snapshot.arrays, classes, test)
            return
        ratio = self.devicePixelRatioF()
        style = (id(snapshot), theme, test, tile.rect.size(), tile.answer.extent, ratio)
        if style != tile.layer_style:
            tile.layer_style, tile.layer = style, QPixmap((tile.rect.size() * ratio).toSize())
            tile.layer.setDevicePixelRatio(ratio)
            tile.layer.fill(Qt.GlobalColor.transparent)
            area = QRectF(QPointF(0, 0), tile.rect.size())
            with QPainter(tile.layer) as inner:
                draw_points(inner, theme, area, tile.answer.extent, snapshot.arrays, classes, test)
        painter.drawPixmap(tile.rect.topLeft(), tile.layer)

    def _paint_made(self, painter: QPainter, variant: str, tile: _Tile, real: dict[str, Any]) -> None:
        """Draw made samples over real ones, whose targets play no part."""
        made = self.studio.store.snapshots.get((f"{self.name}.made", variant))
        xy = made.arrays.get("xy", np.empty((0, 2))) if made is not None else np.empty((0, 2))
        theme, test = self.studio.themes.theme, self.test_action.isChecked()
        parts = [real["train_xy"], *([real["validation_xy"]] if test else [])]
        draw_made(painter, theme, tile.rect, tile.answer.extent, np.concatenate(parts), xy)

    def _paint_mouse(self, painter: QPainter, mouse: QPointF) -> None:
        hovered = next((t for t in self._tiles.values() if t.rect.contains(mouse) and not t.answer.empty), None)
        started = self.studio.store.started
        if hovered is None or started is None:
            return
        theme, themes = self.studio.themes.theme, self.studio.themes
        place = hovered.rect
        u, v = (mouse.x() - place.left()) / place.width(), (mouse.y() - place.top()) / place.height()
        x1, x2 = (2 * u - 1) * hovered.answer.extent, (1 - 2 * v) * hovered.answer.extent
        rows = []
        for index, (variant, tile) in enumerate(self._tiles.items()):
            draw_mouse(painter, theme, themes, tile.rect, (u, v), hovered.answer.extent if tile is hovered else 0.0)
            words = tile.answer.words(x1, x2, class_names(started.data.class_names))
            rows.append(Row(theme.color(theme.variant(index)), variant, [words]))
        title = f"x₁ {number(x1, 3)}   x₂ {number(x2, 3)}"
        draw_readout(painter, theme, themes.font(11), QRectF(self.rect()), mouse, title, [], rows)

    # --- mouse ----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        over = any(self._target(tile).contains(event.position()) for tile in self._tiles.values())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if over and len(self._tiles) > 1 else Qt.CursorShape.ArrowCursor
        )
        rects = {variant: tile.rect for variant, tile in self._tiles.items()}
        self.setToolTip(cut_name(self.studio.themes, rects, self._room, event.position()))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        for variant, tile in self._tiles.items():
            if self._target(tile).contains(event.position()):
                self.studio.document.show_variant(variant)

    @staticmethod
    def _target(tile: _Tile) -> QRectF:
        return tile.rect.adjusted(0, 0, 0, CAPTION)

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """The grid of answers, and the samples."""
        grids, samples = [], []
        for variant in self._tiles:
            answer = self.studio.store.snapshots.get((self.name, variant))
            points = self.studio.store.snapshots.get((f"{self.name}.points", variant))
            if answer is not None and answer.arrays:
                grids.append(_grid(variant, answer.arrays))
            if points is not None and points.arrays:
                samples += [_samples(variant, part, points.arrays) for part in ("train", "validation")]
        return [Table(name, _joined(parts)) for name, parts in (("boundary", grids), ("points", samples)) if parts]


def _grid(variant: str, arrays: dict[str, Any]) -> dict[str, Any]:
    values = arrays["values"][:, :, None] if "values" in arrays else arrays["classes"]
    height, width, count = values.shape
    extent = float(arrays["extent"])
    x, y = np.meshgrid(np.linspace(-extent, extent, width), np.linspace(extent, -extent, height))
    columns = {"variant": np.full(height * width, variant), "x1": x.ravel(), "x2": y.ravel()}
    if count == 1:
        return columns | {"value": values.ravel()}
    return columns | {f"class_{i}": values[:, :, i].ravel() / 255 for i in range(count)}


def _samples(variant: str, part: str, arrays: dict[str, Any]) -> dict[str, Any]:
    xy, y = arrays[f"{part}_xy"], arrays[f"{part}_y"]
    return {
        "variant": np.full(len(y), variant),
        "set": np.full(len(y), part),
        "x1": xy[:, 0],
        "x2": xy[:, 1],
        "target": y,
    }


def _joined(parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
