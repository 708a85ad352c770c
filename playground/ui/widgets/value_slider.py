"""A slider to feel a number with, and beside it a field to type it exactly."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSlider, QStyle, QStyleOptionSlider, QWidget

from playground.ui.widgets.kinds import set_invalid, set_kind
from playground.ui.widgets.scale import SliderScale

EDITOR_WIDTH = 52
EXACT = 12


class ValueSlider(QWidget):
    """Slider and exact entry for one number.

    `changed` speaks on every change a person makes, `released` when a drag, a typed entry or a reset is complete, so
    that everything between belongs to one undo step. Setting the value from code speaks of neither.
    """

    changed = Signal(float)
    released = Signal()

    def __init__(
        self,
        minimum: float,
        maximum: float,
        value: float,
        scale: Literal["linear", "log"] = "linear",
        decimals: int | None = None,
        allow_zero: bool = False,
        default: float | None = None,
        percent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Run from `minimum` to `maximum`; a right click goes back to `default`, which is `value` unless given.

        On a log scale `allow_zero` puts 0 at the left end. `percent` shows and reads 0.3 as "30 %".
        """
        super().__init__(parent)
        zero = scale == "log" and (allow_zero or minimum == 0)
        self._scale = SliderScale(minimum, maximum, scale == "log", decimals, zero)
        self._default = value if default is None else default
        self._percent = percent
        self._value = self._scale.clamp(value)
        self.slider = _QuietSlider(Qt.Orientation.Horizontal)
        self.editor = _Editor()
        self._build()
        self._show()

    def value(self) -> float:
        """Return the number."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number without a signal; one that a person is typing is left alone."""
        clamped = self._scale.clamp(value)
        if clamped == self._value:
            return
        self._value = clamped
        self._place_handle()
        if not self.editor.isModified():
            self._show()

    def set_default(self, value: float) -> None:
        """Change what a right click goes back to."""
        self._default = value

    def set_range(self, minimum: float, maximum: float) -> None:
        """Change the bounds; the number moves inside them without a signal."""
        old = self._scale
        self._scale = SliderScale(minimum, maximum, old.log, old.decimals, old.zero)
        self._value = self._scale.clamp(self._value)
        self.slider.setMaximum(self._scale.positions)
        self._place_handle()
        self._show()

    def reset(self) -> None:
        """Go back to the default, as a person's change."""
        self.editor.setModified(False)
        self._take(self._default)
        self._place_handle()
        self.released.emit()

    def text(self) -> str:
        """Return the number as it is shown: in the person's locale, with as many digits as have room."""
        notations = (*((digits, "g") for digits in range(6, 1, -1)), (1, "e"))
        tried = (self._format(digits, notation) for digits, notation in notations)
        return next((text for text in tried if self.editor.fits(text)), self._format(0, "e"))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 — Qt's own name
        """Name the slider and its field for screen readers."""
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.editor.setAccessibleName(name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the way back to the default."""
        menu = QMenu(self)
        menu.addAction(
            self.tr("Reset to {value}").format(value=self._locale().toString(float(self._default), "g", 6)), self.reset
        )
        menu.exec(event.globalPos())
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many digits as fit now."""
        super().resizeEvent(event)
        if not self.editor.hasFocus():
            self._show()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.editor)
        self.setFocusProxy(self.slider)
        self.slider.setRange(0, self._scale.positions)
        self.slider.setSingleStep(max(1, self._scale.positions // 100))
        self.slider.setPageStep(max(1, self._scale.positions // 10))
        self._place_handle()
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self.released)
        self.editor.editingFinished.connect(self._typed)
        self.editor.textEdited.connect(self._judge)
        self.editor.entered.connect(self._show_exact)
        self.editor.left.connect(self._leave)

    def _place_handle(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self._scale.position(self._value))
        self.slider.blockSignals(False)

    def _moved(self, position: int) -> None:
        self._take(self._scale.value(position))
        if not self.slider.isSliderDown():
            self.released.emit()

    def _judge(self, text: str) -> None:
        set_invalid(self.editor, self._parse(text) is None)

    def _typed(self) -> None:
        if not self.editor.isModified():
            return
        number = self._parse(self.editor.text())
        if number is None:
            set_invalid(self.editor, True)
            return
        self.editor.setModified(False)
        set_invalid(self.editor, False)
        self._take(number)
        self._place_handle()
        self.released.emit()

    def _take(self, value: float) -> None:
        clamped = self._scale.clamp(value)
        changed = clamped != self._value
        self._value = clamped
        self._show()
        if changed:
            self.changed.emit(clamped)

    def _leave(self) -> None:
        self.editor.setModified(False)
        set_invalid(self.editor, False)
        self._show()

    def _show(self) -> None:
        self.editor.setText(self.text())
        self.editor.setCursorPosition(0)
        exact = self._format(EXACT)
        self.editor.setToolTip(exact if exact != self.editor.text() else "")

    def _show_exact(self) -> None:
        self.editor.setText(self._format(EXACT))
        self.editor.selectAll()

    def _format(self, digits: int, notation: str = "g") -> str:
        value = self._value * 100 if self._percent else self._value
        decimals = self._scale.decimals
        if decimals is None or (self._percent and decimals < 2):
            text = self._locale().toString(value, notation, digits)
        else:
            text = self._locale().toString(value, "f", decimals - 2 if self._percent else decimals)
        return f"{text} %" if self._percent else text

    def _parse(self, text: str) -> float | None:
        """Read a number in the person's locale, or as programs write it; None when it is neither."""
        bare = text.replace("%", "").strip()
        for locale in (self._locale(), QLocale.c()):
            number, good = locale.toDouble(bare)
            if good and abs(number) != float("inf") and number == number:
                return float(number) / 100 if self._percent else float(number)
        return None

    def _locale(self) -> QLocale:
        locale = QLocale()
        locale.setNumberOptions(
            QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.OmitLeadingZeroInExponent
        )
        return locale


class _QuietSlider(QSlider):
    """A slider that a scrolling panel may pass under the pointer without being changed.

    Its handle comes to where the groove is pressed and can be dragged on from there.
    """

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._bring_handle(event.position().toPoint())
        super().mousePressEvent(event)

    def _bring_handle(self, place: QPoint) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove, handle = (
            self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
            for part in (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        )
        if not handle.contains(place):
            span, at = groove.width() - handle.width(), place.x() - groove.left() - handle.width() // 2
            self.setSliderDown(True)  # the drag has begun: what follows belongs to one step
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, span, option.upsideDown))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Editor(QLineEdit):
    """A number field that looks like text until it is used; Escape gives up an entry."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(EDITOR_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        set_kind(self, "value")

    def fits(self, text: str) -> bool:
        """Whether `text` can be read whole."""
        return self.fontMetrics().horizontalAdvance(text) <= self.width() - 6

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.left.emit()
            self.entered.emit()
            return
        super().keyPressEvent(event)
