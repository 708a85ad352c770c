"""LatentView: the plane of codes, what is made at each of its places, and how samples are restored."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from playground.catalog.latent import Latent, LatentPoint
from playground.ui.content_words import class_names
from playground.ui.held_out import validation_word
from playground.ui.studio import Studio
from playground.ui.views.base import Table, View
from playground.ui.views.boundary_paint import draw_mouse, score
from playground.ui.views.captions import CAPTION, caption_height, cut_name, draw_caption
from playground.ui.views.latent_axes import AxesChoice
from playground.ui.views.latent_paint import draw_labels, draw_mesh, draw_picture, on_tile, picture
from playground.ui.views.latent_side import Side
from playground.ui.views.latent_tables import latent_tables
from playground.ui.views.latent_tiles import Arrays, Tile, captioned, with_side
from playground.ui.views.sample_points import MADE, draw_made, draw_points
from playground.ui.views.ticks import fixed, number
from playground.ui.widgets import EmptyState

MARGIN = (12.0, 2.0, 12.0, 8.0)
INTERVAL, POINT_INTERVAL = 0.2, 0.04
STEP, LEAP = 1 / 12, 1 / 3
"""How far an arrow moves the mark, alone and with Shift, as a share of half the plane."""
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Home: (0, 0),
}


class LatentView(View):
    """One plane per variant; the mouse or the arrow keys walk over it and show what is made at each place."""

    name: ClassVar[str] = "latent"
    order: ClassVar[int] = 50

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._tiles: dict[str, Tile] = {}
        self._mark = ("", 0.0, 0.0)  # variant, and place on its plane
        self._data_rect = self._side_rect = QRectF()
        self._side_lies = False
        self._empty = EmptyState("points", "")
        self._empty.setParent(self)
        self.points_action, self.pictures_action = QAction(self), QAction(self)
        for action in (self.points_action, self.pictures_action):
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self.mark)
        self.planes = AxesChoice(self)
        self.planes.chosen.connect(self._watch)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say()
        self.restarted()

    def title(self) -> str:
        return self.tr("Latent plane")

    def options(self) -> list[QAction]:
        return [self.points_action, self.pictures_action, self.planes.action]

    def say(self) -> None:
        super().say()
        self.points_action.setText(self.tr("codes"))
        self.points_action.setToolTip(self.tr("Show where the test samples lie"))
        self.pictures_action.setText(self.tr("made"))
        self.pictures_action.setToolTip(self.tr("Show what is made at each place of the plane"))
        self.planes.say()

    # --- snapshots ------------------------------------------------------------------------------------------------

    def restarted(self) -> None:
        self._tiles = {variant: Tile() for variant in self.studio.store.variants} if self._suits else {}
        if self._mark[0] not in self._tiles:
            self._mark = (next(iter(self._tiles), ""), 0.0, 0.0)
        self._watch()
        self.mark()

    @property
    def _suits(self) -> bool:
        """Whether the networks make samples from codes."""
        return self.name in getattr(self.studio.document.experiment.objective, "views", ())

    def _watch(self) -> None:
        self.studio.runs.unwatch(self)
        across, up = self.planes.axes
        for variant in self._tiles:
            self.studio.runs.watch(self, self.name, variant, Latent(across=across, up=up), INTERVAL)
        self._watch_point()

    def _watch_point(self) -> None:
        """Ask for what is made at the mark, and nowhere else."""
        variant, x, y = self._mark
        across, up = self.planes.axes
        if variant:
            probe = LatentPoint(x=x, y=y, across=across, up=up)
            self.studio.runs.unwatch(self, f"{self.name}.point")
            self.studio.runs.watch(self, f"{self.name}.point", variant, probe, POINT_INTERVAL)

    def refresh(self) -> None:
        theme = self.studio.themes.theme
        for variant, tile in self._tiles.items():
            tile.take(self.studio.store.snapshots.get((self.name, variant)), theme)
        self.planes.offer(max((int(tile.arrays.get("size", 0)) for tile in self._tiles.values()), default=0))
        self._arrange()
        self.update()

    # --- places ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        sentence = self._sentence()
        self._empty.setVisible(bool(sentence))
        if sentence:
            self._empty.set_sentence(sentence)
            self._empty.setGeometry(self.rect())
            return
        area = QRectF(self.rect()).adjusted(MARGIN[0], MARGIN[1], -MARGIN[2], -MARGIN[3])
        self._data_rect = self._side_rect = QRectF()
        scores = {variant: self._words(variant) for variant in self._tiles}
        captions = partial(caption_height, self.studio.themes, scores)
        if self._on_plane:
            *rects, self._data_rect = captioned(area, len(self._tiles) + 1, captions)
        else:
            self._side_rect, rects = with_side(area, len(self._tiles), captions)
            self._side_lies = self._side_rect.top() > area.top()
        for tile, rect in zip(self._tiles.values(), rects, strict=True):
            tile.rect = rect

    @property
    def _on_plane(self) -> bool:
        """Whether samples are points of a plane, so that they are drawn there and not as pictures."""
        return any("tiles_xy" in tile.arrays for tile in self._tiles.values())

    def _sentence(self) -> str:
        if self.studio.store.started is None:
            return self.invitation()
        if not self._tiles:
            return self.tr(
                "This plane is there for networks that make samples from a code: choose the objective Autoencoding, "
                "Variational autoencoding or Adversarial."
            )
        return ""

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        if self._empty.isVisibleTo(self):
            return
        theme, themes = self.studio.themes.theme, self.studio.themes
        for index, (variant, tile) in enumerate(self._tiles.items()):
            self._paint_plane(painter, tile)
            if variant == self._mark[0] and tile.arrays:
                at = on_tile(tile.rect, tile.extent, self._mark[1:])
                share = (
                    (at.x() - tile.rect.left()) / tile.rect.width(),
                    (at.y() - tile.rect.top()) / tile.rect.height(),
                )
                draw_mouse(painter, theme, themes, tile.rect, share, tile.extent)
            shown = variant == self.studio.document.variant and len(self._tiles) > 1
            color = theme.color(theme.variant(index))
            draw_caption(painter, theme, themes, tile.rect, color, variant, self._words(variant), shown)
        if self._on_plane:
            self._paint_data(painter)
        else:
            self._paint_side(painter)

    def _paint_plane(self, painter: QPainter, tile: Tile) -> None:
        theme, codes = self.studio.themes.theme, tile.arrays.get("codes", ())
        dotted = self.points_action.isChecked() and len(codes) > 0
        image = tile.image if self.pictures_action.isChecked() else QImage()
        draw_picture(painter, theme, tile.rect, image, veiled=dotted and not image.isNull())
        if self._on_plane and tile.arrays and self.pictures_action.isChecked():
            draw_mesh(painter, tile.rect, tile.extent, tile.grid(), theme.color("secondary", 0.35))
        started = self.studio.store.started
        if not dotted or started is None:
            return
        names = class_names(started.data.class_names) if started.data.task == "classification" else []
        arrays = {"train_xy": codes, "train_y": tile.arrays["y"]}
        if len(np.shape(tile.arrays["y"])) != 1:  # several answers for a sample have no colour
            arrays["train_y"] = np.zeros(len(codes))
        classes = max(len(names), 2) if names else 0
        draw_points(painter, theme, tile.rect, tile.extent, arrays, classes, validation=False)
        if classes:
            font = self.studio.themes.font(10)
            draw_labels(painter, theme, font, tile.rect, tile.extent, codes, arrays["train_y"], names)

    def _words(self, variant: str) -> str:
        """The last numbers of a variant: "restored 22.8 · KL 2.20", or how far what is made is from real samples."""
        record, found = self.studio.store.record, []
        for series, word in (("reconstruction", self.tr("misses")), ("kl", "KL")):
            if y := record.get(variant, series).y:
                found.append(f"{word} {fixed(y[-1])}")
        return " · ".join(found) or score(
            record,
            variant,
            validation_word(self.studio, self.tr("test"), brief=True),
            self.tr("acc"),
            self.tr("distance"),
        )

    def _paint_data(self, painter: QPainter) -> None:
        """Draw the plane of the data: samples, what is restored of them, and the grid of codes."""
        theme, rect, tile = self.studio.themes.theme, self._data_rect, self._tiles.get(self._mark[0])
        draw_picture(painter, theme, rect, QImage())
        if tile is None or "tiles_xy" not in tile.arrays:
            return
        reach = float(tile.arrays["reach"])
        if self.pictures_action.isChecked():
            draw_mesh(painter, rect, reach, tile.arrays["tiles_xy"], theme.color("secondary", 0.6))
        nothing = np.empty((0, 2), np.float32)
        originals, restored = (tile.arrays.get(f"{name}_xy", nothing) for name in ("originals", "restored"))
        if self.points_action.isChecked():
            draw_made(painter, theme, rect, reach, originals, restored)
        if (xy := self._made_here().get("picture_xy")) is not None:
            at = on_tile(rect, reach, np.clip(xy, -reach, reach))
            painter.setPen(theme.color("text"))
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(at, 5, 5)
        draw_caption(painter, theme, self.studio.themes, rect, MADE, self.tr("made from the plane"), "", False)

    def _paint_side(self, painter: QPainter) -> None:
        """Draw what is made at the mark, and pairs of samples and what is restored of them."""
        theme, tile = self.studio.themes.theme, self._tiles.get(self._mark[0])
        values = self._made_here().get("picture")
        image = picture(values, theme) if values is not None else QImage()
        side = Side(painter, theme, self.studio.themes.font(11), self._side_rect, self._side_lies)
        rest = side.single(image, self._place_words(*self._mark[1:]))
        if tile is not None and tile.pairs:
            side.pairs(rest, tile.pairs, self.tr("samples and restored"))

    def _made_here(self) -> Arrays:
        snapshot = self.studio.store.snapshots.get((f"{self.name}.point", self._mark[0]))
        return snapshot.arrays if snapshot else {}

    def _place_words(self, x: float, y: float) -> str:
        tile = self._tiles.get(self._mark[0])
        across, up = (int(axis) for axis in tile.arrays.get("axes", (1, 2))) if tile else (1, 2)
        names = (f"z{across}", f"z{up}") if across else (self.tr("PC1"), self.tr("PC2"))
        return f"{names[0]} {number(x, 2)}   {names[1]} {number(y, 2)}"

    # --- walking --------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        rects = {variant: tile.rect for variant, tile in self._tiles.items()}
        self.setToolTip(cut_name(self.studio.themes, rects, 0.0, event.position()))
        for variant, tile in self._tiles.items():
            if tile.rect.contains(event.position()) and tile.arrays:
                off = event.position() - tile.rect.center()
                scale = 2 * tile.extent / tile.rect.width()
                self._go(variant, off.x() * scale, -off.y() * scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        for variant, tile in self._tiles.items():
            if tile.rect.adjusted(0, 0, 0, CAPTION).contains(event.position()):
                self.studio.document.show_variant(variant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        variant, x, y = self._mark
        if variant not in self._tiles:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            names, step = list(self._tiles), 1 if event.key() == Qt.Key.Key_PageDown else -1
            self._go(names[(names.index(variant) + step) % len(names)], x, y)
        elif (way := WAYS.get(Qt.Key(event.key()))) is not None:
            leaps = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step_size = (LEAP if leaps else STEP) * self._tiles[variant].extent
            self._go(variant, *((x + way[0] * step_size, y + way[1] * step_size) if any(way) else (0.0, 0.0)))
        else:
            super().keyPressEvent(event)

    def _go(self, variant: str, x: float, y: float) -> None:
        """Walk to a place of a variant's plane."""
        end = self._tiles[variant].extent
        self._mark = (variant, min(max(x, -end), end), min(max(y, -end), end))
        self._watch_point()
        self.setAccessibleDescription(f"{variant}, {self._place_words(*self._mark[1:])}")
        self.update()

    # --- numbers --------------------------------------------------------------------------------------------------

    def tables(self) -> list[Table]:
        """Codes, what is made over the plane, and samples beside what is restored of them."""
        return latent_tables({variant: tile.arrays for variant, tile in self._tiles.items()})
