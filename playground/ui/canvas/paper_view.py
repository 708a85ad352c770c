"""The paper under the cards: zoom, pan, fit and dots."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from playground.ui.canvas.items.levels import level_of
from playground.ui.canvas.minimap import Minimap
from playground.ui.canvas.scene import CanvasScene

DOT_STEP = 22
DOTS_APART = 11.0
"""Dots that would stand closer than this on the screen are thinned out."""
MIN_ZOOM, MAX_ZOOM = 0.02, 3.0
ZOOM_STEP = 1.2
READABLE = 0.42
"""A network that has just been opened is shown at this scale at least: cards show maps and titles can be read."""
CLOSEST = 1.5
"""The scale at which a selection is shown at most."""
MARGINS = (28, 56, 28, 52)
"""Free pixels left, above, right and below a network that is fitted; chips stand above, samples and legend below."""


class PaperView(QGraphicsView):
    """Looks at the scene; it changes nothing in it. `zoomed()` when the scale changed."""

    zoomed = Signal()

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.canvas = scene
        self._fitted = True
        self._least = MIN_ZOOM
        self.margins = MARGINS
        self._whole = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.minimap = Minimap(self)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.minimap.follow)
        scene.moved.connect(self._scene_moved)

    def repaper(self) -> None:
        """Draw the background anew, in the colours of another theme."""
        self.resetCachedContent()
        self.viewport().update()

    @property
    def zoom(self) -> float:
        """The scale, 1 for 100 %."""
        return self.transform().m11()

    @property
    def fitted(self) -> bool:
        """Whether the whole network is shown, as no person has zoomed or panned since it was fitted."""
        return self._fitted

    def fit(self) -> None:
        """Show the whole network, never larger than 100 %; it stays fitted until a person zooms or pans."""
        self._least = MIN_ZOOM
        self._fit()

    def open(self) -> None:
        """Show a network at first sight: all of it, or its beginning where its titles could not be read otherwise."""
        self._least = READABLE
        self._fit()

    def refit(self) -> None:
        """Show again what `fit` or `open` have shown, after something has changed."""
        if self._fitted:
            self._fit()

    def leave_above(self, pixels: int) -> None:
        """Leave so much room above the network, for chips that stand there in several rows."""
        left, top, right, bottom = MARGINS
        if (wanted := (left, max(top, pixels), right, bottom)) != self.margins:
            self.margins = wanted
            self.refit()

    def _fit(self) -> None:
        self._fitted = True
        self._show(self.canvas.bounds(), 1.0, self._least)
        self.minimap.follow()

    def zoom_to(self, ids: Iterable[str]) -> None:
        """Show some cards as large as the view allows; all when there are none."""
        box = QRectF()
        for node_id in ids:
            if node_id in self.canvas.nodes:
                box = box.united(self.canvas.nodes[node_id].room_rect())
        if box.isNull():
            self.fit()
        else:
            self._show(box, CLOSEST)
            self.unfit()

    def _show(self, box: QRectF, largest: float, least: float = MIN_ZOOM) -> None:
        """Bring a part of the scene to the middle of what the chips leave free; of what is too large its beginning."""
        left, top, right, bottom = self.margins
        room = QRectF(self.viewport().rect()).adjusted(left, top, -right, -bottom)
        if box.isEmpty() or room.width() < 20 or room.height() < 20:
            return
        scale = min(largest, room.width() / box.width(), room.height() / box.height())
        self._set_zoom(max(scale, least))
        seen = QSizeF(room.width() / self.zoom, room.height() / self.zoom)
        box = QRectF(box.topLeft(), seen.boundedTo(box.size()))
        aside = room.center() - QRectF(self.viewport().rect()).center()
        self.centerOn(box.center() - QPointF(aside.x() / self.zoom, aside.y() / self.zoom))

    def seen(self) -> QRectF:
        """The part of the scene in view."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def look_at(self, point: QPointF) -> None:
        """Bring a place of the scene to the middle."""
        self.centerOn(point)
        self.unfit()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom, keeping a point of the viewport (default: its centre) where it is."""
        anchor = around if around is not None else QRectF(self.viewport().rect()).center()
        before = self.mapToScene(anchor.toPoint())
        self._set_zoom(min(max(self.zoom * factor, MIN_ZOOM), MAX_ZOOM))
        self.pan(anchor.toPoint() - self.mapFromScene(before))
        self.unfit()

    def _set_zoom(self, scale: float) -> None:
        if abs(scale / self.zoom - 1) > 1e-9:
            self.scale(scale / self.zoom, scale / self.zoom)
            self.canvas.set_level(level_of(self.zoom))
        self.zoomed.emit()

    def pan(self, by: QPoint) -> None:
        """Move the paper by pixels."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        self.unfit()

    def reveal(self, node_id: str) -> None:
        """Bring a card into the view."""
        box = self.canvas.nodes[node_id].card_rect()
        if not self.seen().contains(box):
            self.ensureVisible(box, 40, 56)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paper with dots; they thin out when they would become a grey wash."""
        painter.fillRect(rect, self.canvas.look.theme.color("canvas"))
        step = DOT_STEP * 2 ** max(0, math.ceil(math.log2(DOTS_APART / (DOT_STEP * self.zoom))))
        xs = range(int(rect.left()) // step * step, int(rect.right()) + step, step)
        ys = range(int(rect.top()) // step * step, int(rect.bottom()) + step, step)
        # On whole pixels of the view: dots between pixels would differ in strength from row to row.
        way = painter.worldTransform()
        across = [round(way.m11() * x + way.dx()) for x in xs]
        down = [round(way.m22() * y + way.dy()) for y in ys]
        device = painter.device()
        row = self._row_of_dots(across, device.devicePixelRatioF() if device else 1.0)
        painter.save()
        painter.resetTransform()
        for y in down:
            painter.drawPixmap(across[0] - 1, y - 1, row)
        painter.restore()

    def _row_of_dots(self, across: Sequence[int], ratio: float) -> QPixmap:
        """One row of dots, which is then put down as often as there are rows."""
        row = QPixmap(math.ceil((across[-1] - across[0] + 2) * ratio), math.ceil(2 * ratio))
        row.setDevicePixelRatio(ratio)
        row.fill(Qt.GlobalColor.transparent)
        with QPainter(row) as painter:
            color = self.canvas.look.theme.color("dots")
            for x in across:
                painter.fillRect(x - across[0], 0, 2, 2, color)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
        self.minimap.follow()

    def _scene_moved(self) -> None:
        if self.canvas.movement.held:
            return
        if self._fitted:
            self._keep_fitted()
        elif self._whole and not self._sees_all():
            self._follow()  # an edit has pushed a card out of a picture that showed them all

    def _keep_fitted(self) -> None:
        """Fit again; where cards stand by hand only when one has left the view, so that nothing jumps."""
        by_hand = any(node.position is not None for node in self.canvas.graph.nodes)
        if not by_hand or not self._sees_all():
            self.refit()

    def _follow(self) -> None:
        """Show all cards again: move the paper no further than needed, or fit them when they have grown too many."""
        box = self.mapFromScene(self.canvas.bounds()).boundingRect()
        room = self.viewport().rect().adjusted(*self.margins[:2], *(-side for side in self.margins[2:]))
        if box.width() > room.width() or box.height() > room.height():
            self.fit()
            return
        right, down = min(0, room.right() - box.right()), min(0, room.bottom() - box.bottom())
        self.pan(QPoint(right or max(0, room.left() - box.left()), down or max(0, room.top() - box.top())))

    def _sees_all(self) -> bool:
        return self.seen().contains(self.canvas.bounds())

    def unfit(self) -> None:
        """A person has taken the picture in hand: it is fitted again only when an edit takes a card out of it."""
        self._fitted = False
        self._whole = self._sees_all()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def wheel_zoom(self, eighths: int, around: QPointF | None = None) -> None:
        """Zoom by the turn of a wheel."""
        if eighths:
            self.zoom_by(ZOOM_STEP ** (eighths / 120), around)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms around the pointer; two fingers pan, and zoom with Ctrl."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        touch = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
        if touch and not control:
            pixels, eighths = event.pixelDelta(), event.angleDelta()
            self.pan(pixels if not pixels.isNull() else QPoint(eighths.x() // 4, eighths.y() // 4))
        elif event.angleDelta().y():
            self.wheel_zoom(event.angleDelta().y(), event.position())
        event.accept()
