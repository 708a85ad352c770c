"""A small editor for one weight, at the pointer: a slider to feel it, a field to type it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from playground.ui.canvas.items.look import Look
from playground.ui.widgets import label

STEPS = 1000
LEAST_RANGE = 2.0
MOST = 1e6
WIDTH = 236


class WeightEditor(QWidget):
    """Changes a number while it is dragged; Enter keeps it, Escape gives the old one back."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.look = look
        self._reach = LEAST_RANGE
        self._opened = False
        self._set: Callable[[float], object] = lambda _value: None
        self._done: Callable[[bool], object] = lambda _kept: None
        self.title = label("", "caption")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-STEPS, STEPS)
        self.box = QDoubleSpinBox()
        self.box.setRange(-MOST, MOST)
        self.box.setDecimals(4)
        self.box.setSingleStep(0.05)
        self.box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.box.setKeyboardTracking(False)
        self._lay_out()
        self.slider.valueChanged.connect(self._dragged)
        self.box.valueChanged.connect(self._typed)
        for part in (self.slider, self.box):
            part.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.box.setFixedWidth(76)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)
        column.addWidget(self.title)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)

    def open(
        self, point: QPoint, name: str, value: float, change: Callable[[float], object], done: Callable[[bool], object]
    ) -> None:
        """Edit a number beside a point of the room; `change` is told every value, `done` whether the last is kept."""
        self.close_editor(keep=True)
        self._reach = max(LEAST_RANGE, 2 * abs(value))
        self.title.setText(name)
        for part in (self, self.slider, self.box):
            part.setAccessibleName(name)
        self._show(value)
        self._set, self._done, self._opened = change, done, True
        self.adjustSize()
        room = self._room.rect()
        x = min(point.x() + 10, room.right() - self.width() - 4)
        y = min(point.y() + 10, room.bottom() - self.height() - 4)
        self.move(max(4, x), max(4, y))
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.box.selectAll()

    def close_editor(self, keep: bool) -> None:
        """Go away, keeping the number or not; nothing when it is not open."""
        if not self._opened:
            return
        if keep:
            self.box.interpretText()
        self._opened = False
        self._set = lambda _value: None
        self._done(keep)  # the focus goes elsewhere before this is hidden, else Qt would send it to the next card
        self.hide()

    def value(self) -> float:
        """The number as it stands."""
        return self.box.value()

    def _show(self, value: float) -> None:
        for part, number in ((self.slider, round(value / self._reach * STEPS)), (self.box, value)):
            part.blockSignals(True)
            part.setValue(number)  # type: ignore[arg-type]  # each gets the kind of number it takes
            part.blockSignals(False)

    def _dragged(self, step: int) -> None:
        value = step / STEPS * self._reach
        self._show(value)
        self._set(value)

    def _typed(self, value: float) -> None:
        self._show(value)
        self._set(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card it stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.accent, 1.0))
        painter.setBrush(self.look.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Escape gives back, and whoever works elsewhere keeps."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            keys = {Qt.Key.Key_Return: True, Qt.Key.Key_Enter: True, Qt.Key.Key_Escape: False}
            keep = keys.get(Qt.Key(event.key()))
            if keep is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.close_editor(keep)
                return True
        elif event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self.window().focusWidget()):
            self.close_editor(keep=True)
        return super().eventFilter(watched, event)
