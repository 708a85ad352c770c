"""One gesture with the mouse is one object here, and at most one edit of the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QRubberBand

if TYPE_CHECKING:
    from playground.ui.canvas.canvas_view import CanvasView

VEIL = 26
"""Opacity of the selection rectangle, of 255."""
START = 4
"""Pixels that the mouse must travel before a press becomes a drag."""


class Interaction(Protocol):
    """What the view keeps from the press of a button until its release. Points are in the viewport.

    `held` are the modifier keys that are down.
    """

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """The mouse is at `point`, or a modifier key has changed."""

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        """The button is released: take effect."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class Pan:
    """Drags the paper."""

    def __init__(self, view: CanvasView, point: QPoint) -> None:
        self._view = view
        self._last = point
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        self._view.pan(point - self._last)
        self._last = point

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        self.move(point, held)
        self.cancel()

    def cancel(self) -> None:
        self._view.viewport().unsetCursor()


class Press:
    """A press that is a click, or becomes a drag once the mouse has travelled."""

    def __init__(
        self, view: CanvasView, point: QPoint, click: Callable[[], object], drag: Callable[[], Interaction]
    ) -> None:
        self._view = view
        self._press = point
        self._click = click
        self._drag = drag
        self._inner: Interaction | None = None

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        if self._inner is None and (point - self._press).manhattanLength() >= START:
            self._inner = self._drag()
        if self._inner is not None:
            self._inner.move(point, held)

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        if self._inner is not None:
            self._inner.finish(point, held)
        else:
            self._click()

    def cancel(self) -> None:
        if self._inner is not None:
            self._inner.cancel()


class _Frame(QRubberBand):
    """A thin frame with a veil through which the cards can be read."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(QRubberBand.Shape.Rectangle, view.viewport())
        self._color = view.canvas.look.accent

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        veil = QColor(self._color)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(self._color)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Band:
    """Selects the cards that a rectangle touches; with Ctrl or Shift they join the selection."""

    def __init__(self, view: CanvasView, point: QPoint, join: bool) -> None:
        self._view = view
        self._press = point
        self._before = view.canvas.selected() if join else []
        self._band = _Frame(view)
        if not join:
            view.canvas.select([])

    def move(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        area = QRect(self._press, point).normalized()
        if area.size() == QSize(1, 1):
            return
        self._band.setGeometry(area)
        self._band.show()
        box = self._view.mapToScene(area).boundingRect()
        inside = [i for i, item in self._view.canvas.nodes.items() if item.card_rect().intersects(box)]
        self._view.canvas.select([*self._before, *inside])

    def finish(self, point: QPoint, held: Qt.KeyboardModifier) -> None:
        self.move(point, held)
        self.cancel()

    def cancel(self) -> None:
        self._band.hide()
        self._band.deleteLater()
